/** Bytes of an XLIFF file → XliffFile. */

import { type Document, Failure, type Finding } from '../../model/index.ts'
import { at } from '../../text/present.ts'
import {
  attributeOf,
  childElements,
  decodeXml,
  noNamespaces,
  scanElement,
  scanTag,
  type XmlElement,
} from '../xml/index.ts'
import { optional, otherAttributes } from './attributes.ts'
import { headsOf, readLanguage, tagOf, type UnitReader, unitReader } from './document.ts'
import type { UnitReference, XliffFile } from './file.ts'
import { formatFinding } from './finding.ts'
import { foreignIn, isDocumentElement } from './foreign.ts'
import { indexXliff, type XliffIndex } from './index-pass.ts'
import { lazyList } from './lazy-list.ts'
import { findUnit, locateInUnit } from './locate.ts'
import { readNotes } from './unit-2.ts'

/**
 * Opens an XLIFF 1.2, 2.0, 2.1 or 2.2 file. The bytes are kept; nothing that is not understood is lost.
 * @throws Failure `encoding.*`, `xml.*`, `xliff.*`, `language.invalid-tag`, with the place
 */
export function readXliff(bytes: Uint8Array, options: { readonly file: string }): XliffFile {
  const decoded = decodeXml(bytes, options)
  const index = indexXliff(decoded.text, { file: options.file, encode: decoded.encode })
  const warnings: Finding[] = [...index.warnings]
  const reader = unitReader(index)
  const document = documentOf(index, reader, finding => warnings.push(finding))
  const fileId = (container: number): string => reader.container(container).id
  const unitNumber = (reference: UnitReference): number | undefined => findUnit(index, reference, fileId)
  return {
    name: options.file,
    version: index.version,
    flavour: index.flavour,
    document,
    warnings,
    bytes,
    locate(unit, segment, side, start, end) {
      const number = unitNumber(unit)
      return number === undefined ? undefined : locateInUnit(index, number, segment, side, start, end)
    },
    locateUnit(unit) {
      const number = unitNumber(unit)
      if (number === undefined) return undefined
      const { start } = index.unitSpan(number)
      const tag = scanTag(index.text, start, index.root.scope)
      return index.lines.place(index.name, { start, end: tag.end })
    },
    index,
    reader,
  }
}

function documentOf(index: XliffIndex, reader: UnitReader, warn: (finding: Finding) => void): Document {
  const files = lazyList(index.files.length, i => {
    // Proof: `files` lists containers without parent, which are files.
    return reader.container(at(index.files, i)) as Document['files'][number]
  })
  const [sourceAttribute, targetAttribute] =
    index.version === '1.2' ? ['source-language', 'target-language'] : ['srcLang', 'trgLang']
  const first = at(index.containers, at(index.files, 0))
  const holder = index.version === '1.2' ? tagOf(index, first) : scanTag(index.text, index.root.start, index.root.scope)
  const sourceLanguage = readLanguage(index, holder, sourceAttribute, warn)
  if (sourceLanguage === undefined) {
    const place = index.lines.place(index.name, { start: holder.start, end: holder.end })
    throw new Failure('xliff.no-language', { data: { attribute: sourceAttribute }, place })
  }
  const targetLanguage = readLanguage(index, holder, targetAttribute, warn)
  const root = scanTag(index.text, index.root.start, noNamespaces)
  const heads = index.rootHeads.map(span => scanElement(index.text, span, index.root.scope))
  const kept = headsOf(index, first).filter(isDocumentElement).flatMap(childElements)
  const isNotes = ({ local, uri }: XmlElement): boolean => local === 'notes' && uri === index.uri
  const notes = readNotes(heads.find(isNotes))
  if (index.version === '1.2') {
    for (const number of index.files.slice(1)) {
      const tag = tagOf(index, at(index.containers, number))
      const differs = [sourceAttribute, targetAttribute].some(
        name => attributeOf(tag, name) !== attributeOf(holder, name),
      )
      if (!differs) continue
      const place = index.lines.place(index.name, { start: tag.start, end: tag.end })
      warn(formatFinding('xliff/several-languages', { level: 'warning', place }))
    }
  }
  return {
    sourceLanguage,
    ...optional('targetLanguage', targetLanguage),
    ...(notes.length === 0 ? {} : { notes }),
    ...otherAttributes(root, rootKnown),
    ...foreignIn([...heads.filter(head => !isNotes(head)), ...kept], index.uri),
    files,
  }
}

/** The place of a schema says nothing of the document. */
const rootKnown = new Set(['version', 'srcLang', 'trgLang', 'xml:space', 'xsi:schemaLocation'])
