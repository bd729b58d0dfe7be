/** One side of an alignment: a text cut into sentences, or what a bilingual file says in one language. */

import { detectFormat, type FormatName } from '../formats/detect.ts'
import { codeText } from '../formats/i18next/write.ts'
import { formatOfName, formats, type Reading } from '../formats/index.ts'
import { readPlain } from '../formats/plain/index.ts'
import { tmxReader } from '../formats/tmx/read.ts'
import { decodeXml } from '../formats/xml/index.ts'
import {
  type Content,
  type Document,
  Failure,
  isSameLanguage,
  type Language,
  type Place,
  placeAt,
  type Segment,
  type Side,
  segmentsOf,
  type TranslationUnit,
  type Unit,
  unitsOf,
} from '../model/index.ts'
import { segment } from '../segmenter/index.ts'
import { lineIndex } from '../text/lines.ts'

export interface TextToAlign {
  readonly bytes: Uint8Array
  /** Path as the user gave it. */
  readonly file: string
  readonly language: Language
}

/** Segments in order. `starts`: indices at which a paragraph begins, where the file tells paragraphs from segments. */
export interface AlignSide {
  readonly texts: readonly string[]
  readonly starts?: readonly number[]
}

/**
 * Reads a side. Plain text is cut into sentences, or taken line by line when `isSegmented`. Of XLIFF, PO, CSV and i18next JSON
 * the segments in the language are taken, of TMX the variants; an empty one has nothing to align and is left out.
 * @throws Failure `align.no-language` when the file is in other languages, `align.two-candidates` when the tag fits two of
 *   its texts, `align.nothing` when it has no text in the language, and what the readers throw; with place.
 */
export function readSide(text: TextToAlign, isSegmented: boolean): AlignSide {
  const format = formatOf(text)
  if (format === 'text') return isSegmented ? lines(text) : sentences(text)
  const side = format === 'tmx' ? variants(text) : segments(text, format)
  if (side.texts.length === 0) throw failure('align.nothing', text, placeAt(text.file, 1, 1))
  return side
}

/** A text may begin like a table or a catalogue: only XML is told by what stands in it. */
function formatOf({ bytes, file }: TextToAlign): FormatName {
  const found = detectFormat(bytes, file)
  const isSure = found !== 'po' && found !== 'csv' && found !== 'i18next'
  return isSure || formatOfName(file) === found ? found : 'text'
}

function sentences({ bytes, file, language }: TextToAlign): AlignSide {
  const texts: string[] = []
  const starts: number[] = []
  for (const { text } of readPlain(bytes, { file }).paragraphs) {
    const pieces = segment(text, { language })
    if (pieces.length > 0) starts.push(texts.length)
    for (const piece of pieces) texts.push(piece.text)
  }
  return { texts, starts }
}

/** Every line is a segment already, an empty one too; a final line break begins none. */
function lines({ bytes, file }: TextToAlign): AlignSide {
  return { texts: readPlain(bytes, { file }).paragraphs.map(({ text }) => text) }
}

/** The segments of a document; its units are paragraphs, unless each of them is one segment, which says nothing. */
function segments(text: TextToAlign, format: FormatName): AlignSide {
  const { bytes, file, language } = text
  const read = formats[format].readDocuments
  if (read === undefined) {
    throw new Failure('format.no-segments', { data: { format }, place: placeAt(file, 1, 1) })
  }
  const ofOneLanguage = format === 'csv' || format === 'i18next'
  const [reading] = read(bytes, { file, ...(ofOneLanguage && { sourceLanguage: language }) })
  const side = reading && sideIn(reading, text)
  const texts: string[] = []
  const starts: number[] = []
  let isParted = false
  for (const unit of reading === undefined ? [] : unitsOf(reading.document)) {
    const own = inOrder(unit, side).flatMap(each => textOf(each[side ?? 'source'], unit) || [])
    if (own.length > 0) starts.push(texts.length)
    if (own.length > 1) isParted = true
    texts.push(...own)
  }
  return isParted ? { texts, starts } : { texts }
}

/** A file may hold translations and not say in which language (XLIFF 1.2): then whoever asks for another than the source's does. */
function sideIn({ document }: Reading, text: TextToAlign): Side {
  const { sourceLanguage, targetLanguage } = document
  const isUnnamed =
    targetLanguage === undefined && !isSameLanguage(sourceLanguage, text.language) && hasTargets(document)
  const target = isUnnamed ? text.language : targetLanguage
  const sides: readonly { readonly side: Side; readonly language: Language }[] = [
    { side: 'source', language: sourceLanguage },
    ...(target === undefined ? [] : [{ side: 'target' as const, language: target }]),
  ]
  const [found, second] = fitting(sides, text.language)
  const place = placeAt(text.file, 1, 1)
  if (found === undefined) throw failure('align.no-language', text, place, sides)
  if (second !== undefined) throw failure('align.two-candidates', text, place, sides)
  return found.side
}

function hasTargets(document: Document): boolean {
  for (const unit of unitsOf(document)) if (segmentsOf(unit).some(({ target }) => target !== undefined)) return true
  return false
}

/** Those with the very tag, else those of the same language: `ru-KZ` will do for `ru`. */
function fitting<Tagged extends { readonly language: Language }>(
  all: readonly Tagged[],
  language: Language,
): readonly Tagged[] {
  const exact = all.filter(each => each.language === language)
  return exact.length > 0 ? exact : all.filter(each => isSameLanguage(each.language, language))
}

/** Targets stand in the order that the translator gave them. */
function inOrder(unit: Unit, side: Side | undefined): readonly Segment[] {
  if (side !== 'target' || unit.parts.every(({ order }) => order === undefined)) return segmentsOf(unit)
  const order = new Map(unit.parts.map((part, index) => [part, part.order ?? index + 1]))
  return segmentsOf(unit).toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
}

/** Codes as they stand in the original; line breaks of the file's layout are blanks. */
function textOf(content: Content | undefined, { preserveSpace }: Pick<Unit, 'preserveSpace'>): string {
  const text = codeText(content ?? []).trim()
  return preserveSpace ? text : text.replace(/\s+/gu, ' ')
}

/** Each translation unit of a memory is a segment; paragraphs are not told. */
function variants(text: TextToAlign): AlignSide {
  const { bytes, file } = text
  const texts: string[] = []
  const tags = new Set<Language>()
  let index: ReturnType<typeof lineIndex> | undefined
  const reader = tmxReader({
    file,
    onUnit: (unit, span) => {
      const own = variantOf(unit, () => {
        index ??= lineIndex(decodeXml(bytes, { file }).text)
        return index.place(file, { start: span.start, end: span.start })
      })
      if (own !== '') texts.push(own)
    },
  })
  reader.write(bytes)
  reader.end()
  if (tags.size > 0 && ![...tags].some(tag => isSameLanguage(tag, text.language))) {
    throw failure(
      'align.no-language',
      text,
      placeAt(file, 1, 1),
      [...tags].map(language => ({ language })),
    )
  }
  return { texts }

  function variantOf(unit: TranslationUnit, place: () => Place): string {
    for (const { language } of unit.variants) tags.add(language)
    const [found, second] = fitting(unit.variants, text.language)
    if (second !== undefined) throw failure('align.two-candidates', text, place(), unit.variants)
    return textOf(found?.content, { preserveSpace: true })
  }
}

function failure(
  code: string,
  { language }: TextToAlign,
  place: Place,
  found: readonly { readonly language: Language }[] = [],
): Failure {
  const languages = [...new Set(found.map(each => each.language))].join(', ')
  return new Failure(code, { data: { language, found: languages }, place })
}
