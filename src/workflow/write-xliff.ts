/** A document written as XLIFF anew, and everything that the version cannot hold. */

import type { Reading } from '../formats/index.ts'
import { encodeText } from '../formats/plain/index.ts'
import { inWordsOf, readXliff, writeXliff, type XliffVersion } from '../formats/xliff/index.ts'
import type { Document } from '../model/index.ts'
import type { LossTeller } from './conversion-losses.ts'
import { tellXliffLosses } from './xliff-losses.ts'

/** `file` names what is written in failures. Throws as the writer does. */
export function writeXliffTelling(
  document: Document,
  options: { readonly version: XliffVersion; readonly file: string },
  tell: LossTeller,
): Uint8Array {
  const { version, file } = options
  const written = encodeText(writeXliff(document, { version }))
  tellXliffLosses(inWordsOf(version, document), readXliff(written, { file }).document, tell)
  return written
}

/** What a file has beside its document. */
export function tellUnread({ unread }: Reading, tell: LossTeller): void {
  for (const { kind, name, span, unit } of unread?.() ?? []) tell(`${kind}s`, unit, name === '' ? {} : { name }, span)
}
