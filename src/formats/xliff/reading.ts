/** An XLIFF file as any other format gives it: a document, and where its parts stand. */

import { placeAt } from '../../model/index.ts'
import type { Location, Reading, ReadingOptions } from '../reading.ts'
import type { XliffFile } from './file.ts'
import { readXliff } from './read.ts'
import { unreadXliff } from './unread.ts'

/** Reads XLIFF for whoever takes every format alike. Throws as {@link readXliff}. */
export function readXliffDocument(bytes: Uint8Array, options: ReadingOptions): Reading {
  return readingOf(readXliff(bytes, { file: options.file }))
}

/** An open file as a reading. */
export function readingOf(file: XliffFile): Reading {
  return {
    document: file.document,
    findings: file.warnings,
    locate({ unit, segment, side = 'source', start = 0, end }: Location) {
      const length = end ?? Number.MAX_SAFE_INTEGER
      const place = segment && file.locate(unit, segment.id, side, start, length)
      return place ?? file.locateUnit(unit) ?? placeAt(file.name, 1, 1)
    },
    placeOf: span => file.index.lines.place(file.name, span),
    unread: () => unreadXliff(file),
  }
}
