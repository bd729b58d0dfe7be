/** A document out of the project: the finished text, or a bilingual file for a CAT tool. */

import { readingOf, type XliffVersion } from '../formats/xliff/index.ts'
import {
  type Document,
  Failure,
  type Finding,
  isEmptyContent,
  type Language,
  placeAt,
  plainText,
  segmentsOf,
  type Unit,
  unitsOf,
} from '../model/index.ts'
import { metadataCategory, textHash } from './base.ts'
import { lossTeller } from './conversion-losses.ts'
import { replaceUnits } from './edit.ts'
import type { OpenDocument, OpenEdition } from './editions.ts'
import { exportedHash } from './merge.ts'
import { tellUnread, writeXliffTelling } from './write-xliff.ts'

/** The edition of a language. */
export function editionOf({ document, editions }: OpenDocument, language: Language): OpenEdition {
  const edition = editions.find(each => each.language === language)
  if (edition !== undefined) return edition
  const languages = editions.map(each => each.language).join(', ')
  throw new Failure('export.unknown-language', { data: { language, languages }, place: placeAt(document.source, 1, 1) })
}

export interface ExportedText {
  readonly bytes: Uint8Array
  /** Segments without a target, for which the source stands. */
  readonly untranslated: number
}

/**
 * The finished translation: the source file with every paragraph replaced by its translation, its blank lines, line ends
 * and encoding kept.
 * @throws Failure `export.out-of-date` when the bilingual file does not follow today's source, `export.no-bilingual-file`
 */
export function exportText(open: OpenDocument, edition: OpenEdition): ExportedText {
  if (edition.file === undefined) throw new Failure('export.no-bilingual-file', { place: placeAt(edition.path, 1, 1) })
  const isUpToDate = edition.draft.units.every(({ isSame }) => isSame) && edition.draft.removed.length === 0
  if (!isUpToDate) throw new Failure('export.out-of-date', { place: placeAt(edition.path, 1, 1) })
  const units = new Map([...unitsOf(edition.file.document)].map(unit => [unit.id, unit]))
  const { plain, paragraphs } = open.source
  let text = ''
  let end = 0
  let untranslated = 0
  for (const draft of edition.draft.units) {
    const paragraph = paragraphs[draft.paragraph]
    const unit = units.get(draft.id)
    if (paragraph === undefined || unit === undefined) continue
    text += plain.text.slice(end, paragraph.start) + translationOf(unit)
    end = paragraph.end
    untranslated += segmentsOf(unit).filter(({ target }) => target === undefined).length
  }
  return { bytes: plain.encode(text + plain.text.slice(end)), untranslated }
}

/** The unit's targets with what stands between them; an empty target takes its gap with it. */
function translationOf(unit: Unit): string {
  let text = ''
  let gap = ''
  for (const part of unit.parts) {
    const words = plainText(part.target ?? part.source)
    if (part.kind === 'ignorable') gap += words
    else if (words !== '') {
      text += gap + words
      gap = ''
    }
  }
  return text
}

export interface ExportedXliff {
  readonly bytes: Uint8Array
  /** Rules `convert/…`: what the version cannot hold. */
  readonly findings: readonly Finding[]
}

/** A bilingual file for a translator; it says of every target what it was, so that `merge` sees later changes of ours. */
export function exportXliff(edition: OpenEdition, version: XliffVersion): ExportedXliff {
  const { file, path } = edition
  if (file === undefined) throw new Failure('export.no-bilingual-file', { place: placeAt(path, 1, 1) })
  const reading = readingOf(file)
  const tell = lossTeller(reading, `xliff-${version}`, path)
  const document = version === '1.2' ? file.document : withTargetHashes(file.document)
  const bytes = writeXliffTelling(document, { version, file: path }, tell)
  tellUnread(reading, tell)
  return { bytes, findings: tell.findings() }
}

function withTargetHashes(document: Document): Document {
  const changed = new Map<string, Unit>()
  for (const unit of unitsOf(document)) {
    const groups = segmentsOf(unit).map(({ id, target }) => ({
      category: id,
      meta: isEmptyContent(target) ? [] : [{ type: exportedHash, value: textHash(plainText(target ?? [])) }],
    }))
    const own = { category: metadataCategory, meta: [], groups: groups.filter(({ meta }) => meta.length > 0) }
    const others = unit.metadata.filter(({ category }) => category !== metadataCategory)
    changed.set(unit.id, { ...unit, metadata: own.groups.length === 0 ? others : [...others, own] })
  }
  return replaceUnits(document, changed)
}
