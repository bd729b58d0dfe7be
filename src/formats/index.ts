/** The formats we read, each under its name, and the one way to read a file for its segments. */

import { Failure, placeAt } from '../model/index.ts'
import { readBilingualCsv } from './csv/bilingual.ts'
import { detectFormat, extensions, type FormatName } from './detect.ts'
import { readI18next } from './i18next/read.ts'
import { readPo } from './po/index.ts'
import type { Reading, ReadingOptions } from './reading.ts'
import { readTextDocument } from './text-document.ts'
import { readTmxDocuments } from './tmx/documents.ts'
import { readXliffDocument } from './xliff/reading.ts'

export { detectFormat, type FormatName, formatNames, formatOfName, isBilingualName } from './detect.ts'
export type { Location, Reading, ReadingOptions } from './reading.ts'

/** One format as others see it. */
export interface Format {
  readonly name: FormatName
  /** With their dot; the first is the usual one. */
  readonly extensions: readonly string[]
  /** True when the file is of this format, by what stands in it or else by its name. */
  detect(bytes: Uint8Array, fileName: string): boolean
  /** Bilingual readings, one a language pair; undefined for glossaries and rules, which have no segments. */
  readonly readDocuments?: (bytes: Uint8Array, options: ReadingOptions) => readonly Reading[]
}

const readers: Partial<Record<FormatName, Format['readDocuments']>> = {
  xliff: (bytes, options) => [readXliffDocument(bytes, options)],
  tmx: readTmxDocuments,
  po: (bytes, options) => [readPo(bytes, options)],
  i18next: (bytes, options) => [readI18next(bytes, options)],
  csv: (bytes, options) => [readBilingualCsv(bytes, options)],
  text: (bytes, options) => [readTextDocument(bytes, options)],
}

/** All formats by name. */
export const formats: Readonly<Record<FormatName, Format>> = {
  xliff: format('xliff'),
  tmx: format('tmx'),
  tbx: format('tbx'),
  srx: format('srx'),
  po: format('po'),
  i18next: format('i18next'),
  csv: format('csv'),
  text: format('text'),
}

/**
 * Reads a file of any format that has segments; a TMX gives a reading for each pair of languages (only the asked one when
 * the options name a target language), the others one.
 * @throws Failure `format.no-segments` for TBX and SRX, and what the format's reader throws, with place.
 */
export function readDocument(bytes: Uint8Array, options: ReadingOptions): readonly Reading[] {
  const name = detectFormat(bytes, options.file)
  const read = readers[name]
  if (read === undefined) {
    throw new Failure('format.no-segments', { data: { format: name }, place: placeAt(options.file, 1, 1) })
  }
  const readings = read(bytes, options)
  const { targetLanguage } = options
  const asked = readings.filter(each => each.document.targetLanguage === targetLanguage)
  return targetLanguage !== undefined && asked.length > 0 ? asked : readings
}

function format(name: FormatName): Format {
  const readDocuments = readers[name]
  return {
    name,
    extensions: extensions[name],
    detect: (bytes, fileName) => detectFormat(bytes, fileName) === name,
    ...(readDocuments === undefined ? {} : { readDocuments }),
  }
}
