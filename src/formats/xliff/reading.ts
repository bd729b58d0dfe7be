/** An XLIFF file as any other format gives it: a document, and where its parts stand. */

import { placeAt } from '../../model/index.ts'
import type { Location, Reading, ReadingOptions } from '../reading.ts'
import { readXliff } from './read.ts'

/** Reads XLIFF for whoever takes every format alike. Throws as {@link readXliff}. */
export function readXliffDocument(bytes: Uint8Array, options: ReadingOptions): Reading {
  const file = readXliff(bytes, { file: options.file })
  return {
    document: file.document,
    findings: file.warnings,
    locate({ unit, segment, side = 'source', start = 0, end }: Location) {
      const length = end ?? Number.MAX_SAFE_INTEGER
      const place = segment && file.locate(unit, segment.id, side, start, length)
      return place ?? file.locateUnit(unit) ?? placeAt(options.file, 1, 1)
    },
  }
}
