/** A Document → a fresh XLIFF file. */

import type { Document } from '../../model/index.ts'
import type { XliffVersion } from './namespaces.ts'
import { withRestrictions, withWidths } from './sizes.ts'
import { writeXliff2 } from './write-2.ts'
import { writeXliff12 } from './write-12.ts'

/**
 * Pretty, but white space of texts is exact (`xml:space="preserve"` where a reader might change it); only used namespaces
 * are declared. Ids that XLIFF 2 does not allow are replaced, the old one becomes the name. What the version cannot hold is
 * left out.
 * @throws Failure `xliff.no-target-language`, `xliff.no-units`; in 1.2 `xml.illegal-character`
 */
export function writeXliff(document: Document, options: { readonly version: XliffVersion }): string {
  const { version } = options
  const said = inWordsOf(version, document)
  return version === '1.2' ? writeXliff12(said) : writeXliff2(said, version)
}

/** The document with what each version has words of its own for said in those of `version`. */
export function inWordsOf(version: XliffVersion, document: Document): Document {
  return version === '1.2' ? withWidths(document) : withRestrictions(document)
}
