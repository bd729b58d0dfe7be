/** From one format to another; what the goal cannot hold is said in findings, never dropped in silence. */

import { type CsvLoss, readGlossaryCsv, writeBilingualCsv, writeGlossaryCsv } from '../formats/csv/index.ts'
import { writeI18next } from '../formats/i18next/write.ts'
import { detectFormat, type FormatName, formatOfName, formats, type Reading } from '../formats/index.ts'
import { decodeText, encodeText } from '../formats/plain/index.ts'
import { readTbx, writeTbx } from '../formats/tbx/index.ts'
import { documentUnits, withTmxTypes, withXliffTypes, writeTmx } from '../formats/tmx/index.ts'
import { inVersion2, readXliff, type XliffVersion } from '../formats/xliff/index.ts'
import { decodeXml, parseXml } from '../formats/xml/index.ts'
import {
  type Content,
  type Document,
  Failure,
  type Finding,
  type Language,
  language,
  placeAt,
  type Side,
  type Unit,
  unitsOf,
} from '../model/index.ts'
import { readJson } from '../text/json.ts'
import { type LossTeller, lossTeller } from './conversion-losses.ts'
import { tellDocumentLosses } from './document-losses.ts'
import { mapContents, mapUnits } from './map-document.ts'
import { writeText } from './write-text.ts'
import { tellUnread, writeXliffTelling } from './write-xliff.ts'

/** What `--to` takes. */
export const conversionGoals = [
  'xliff-1.2',
  'xliff-2.0',
  'xliff-2.1',
  'xliff-2.2',
  'tmx',
  'i18next',
  'text',
  'csv',
] as const
export type ConversionGoal = (typeof conversionGoals)[number]

export interface ConvertOptions {
  /** Path of the input as the user gave it. */
  readonly file: string
  /** Without it the name of the output decides, and the same format is copied. */
  readonly to?: ConversionGoal
  /** Path of the output: its ending names the format, and `.tsv` the separator. */
  readonly outputFile?: string
  /** Languages for formats that do not name them, or the pair to take from a file with several. */
  readonly sourceLanguage?: string
  readonly targetLanguage?: string
  /** The catalogue in the source language, for i18next JSON. */
  readonly source?: { readonly file: string; readonly bytes: Uint8Array }
  /** Which side goes into a format of one language. Default: the target where there is one. */
  readonly side?: Side
  /** Cuts a paragraph of plain text into sentences; offsets count in it. */
  readonly cut?: (paragraph: string, language: Language) => readonly { readonly start: number; readonly end: number }[]
}

export interface Converted {
  readonly bytes: Uint8Array
  /** Rules `convert/…` of level info and warning, and what the reader found odd. */
  readonly findings: readonly Finding[]
}

/**
 * Converts a file. The same format (and, for XLIFF, the same version) is a byte copy of any file that is well-formed.
 * @throws Failure `convert.unknown-goal`, `convert.impossible`, `convert.nothing`, and what the formats' readers throw.
 */
export function convert(bytes: Uint8Array, options: ConvertOptions): Converted {
  const from = detectFormat(bytes, options.file)
  const goal = goalOf(from, options)
  if (goal === 'copy' || isSameVersion(bytes, from, goal, options)) {
    checkForm(bytes, from, options.file)
    return { bytes: bytes.slice(), findings: [] }
  }
  if (goal === 'tbx' || from === 'tbx') return convertGlossary(bytes, from, goal, options)
  const reading = readFor(bytes, from, options)
  const tell = lossTeller(reading.chosen, goal, options.file)
  for (const other of reading.others) tell('languages', undefined, { languages: other })
  const document = withTargetLanguage(reading.chosen.document, goal, options, tell)
  const kept = from === 'xliff' ? inOtherVersion(bytes, document, goal, options) : undefined
  if (kept !== undefined) return { bytes: kept, findings: [...reading.chosen.findings, ...tell.findings()] }
  const written = write(prepared(document, from, goal, options), goal, tell, options)
  if (goal === 'tmx' || goal === 'csv' || goal === 'i18next' || goal === 'text')
    tellDocumentLosses(document, goal, tell)
  tellUnread(reading.chosen, tell)
  return { bytes: written, findings: [...reading.chosen.findings, ...tell.findings()] }
}

type Goal = ConversionGoal | 'tbx' | 'copy'

const goalsByFormat: Readonly<Record<FormatName, Goal | undefined>> = {
  xliff: 'xliff-2.1',
  tmx: 'tmx',
  i18next: 'i18next',
  text: 'text',
  csv: 'csv',
  tbx: 'tbx',
  srx: undefined,
  po: undefined,
}

function goalOf(from: FormatName, { file, to, outputFile }: ConvertOptions): Goal {
  const fail = (code: string): Failure =>
    new Failure(code, { data: { from, to: outputFile ?? '' }, place: placeAt(file, 1, 1) })
  if (to !== undefined)
    return to === 'csv' && isTsv(outputFile) !== isTsv(file)
      ? to
      : formatOfGoal(to) === from && from !== 'xliff'
        ? 'copy'
        : to
  const named = outputFile === undefined ? from : formatOfName(outputFile)
  if (named === undefined) throw fail('convert.unknown-goal')
  if (named === from && isTsv(outputFile ?? file) === isTsv(file)) return 'copy'
  const goal = goalsByFormat[named]
  if (goal === undefined) throw fail('convert.impossible')
  return goal
}

function formatOfGoal(goal: ConversionGoal): FormatName {
  return goal === 'tmx' || goal === 'i18next' || goal === 'text' || goal === 'csv' ? goal : 'xliff'
}

function isTsv(file: string | undefined): boolean {
  return file?.toLowerCase().endsWith('.tsv') === true
}

function versionOf(goal: Goal): XliffVersion | undefined {
  switch (goal) {
    case 'xliff-1.2':
      return '1.2'
    case 'xliff-2.0':
      return '2.0'
    case 'xliff-2.1':
      return '2.1'
    case 'xliff-2.2':
      return '2.2'
    default:
      return undefined
  }
}

function isSameVersion(bytes: Uint8Array, from: FormatName, goal: Goal, { file }: ConvertOptions): boolean {
  const version = versionOf(goal)
  return from === 'xliff' && version !== undefined && readXliff(bytes, { file }).version === version
}

/** Between versions of XLIFF 2 nearly everything stays as it is, byte for byte. */
function inOtherVersion(
  bytes: Uint8Array,
  document: Document,
  goal: Goal,
  { file }: ConvertOptions,
): Uint8Array | undefined {
  const version = versionOf(goal)
  if (version === undefined || version === '1.2') return undefined
  const read = readXliff(bytes, { file })
  return read.version === '1.2' ? undefined : inVersion2(read, version, document.targetLanguage)
}

/** A copy needs no more than that the file can be read: faults of its content are kept. */
function checkForm(bytes: Uint8Array, from: FormatName, file: string): void {
  switch (from) {
    case 'xliff':
    case 'tmx':
    case 'tbx':
    case 'srx':
      parseXml(decodeXml(bytes, { file }).text, { file }, {})
      return
    case 'i18next':
      readJson(decodeText(bytes, { file }).text, { file })
      return
    case 'po':
      formats.po.readDocuments?.(bytes, { file })
      return
    case 'csv':
    case 'text':
      decodeText(bytes, { file })
      return
    default:
      from satisfies never
  }
}

function convertGlossary(bytes: Uint8Array, from: FormatName, goal: Goal, options: ConvertOptions): Converted {
  const { file, outputFile } = options
  if (from === 'tbx' && goal === 'csv') {
    const { concepts, findings } = readTbx(bytes, { file })
    return { bytes: writeGlossaryCsv(concepts, isTsv(outputFile) ? '\t' : ','), findings }
  }
  if (from === 'csv' && goal === 'tbx') return { bytes: writeTbx(readGlossaryCsv(bytes, { file })), findings: [] }
  throw new Failure('convert.impossible', { data: { from, to: outputFile ?? goal }, place: placeAt(file, 1, 1) })
}

interface Chosen {
  readonly chosen: Reading
  /** Target languages of the pairs that are left out. */
  readonly others: readonly string[]
}

function readFor(bytes: Uint8Array, from: FormatName, options: ConvertOptions): Chosen {
  const { file, sourceLanguage, targetLanguage, source } = options
  const read = formats[from].readDocuments
  if (read === undefined) {
    throw new Failure('convert.impossible', {
      data: { from, to: options.to ?? options.outputFile ?? '' },
      place: placeAt(file, 1, 1),
    })
  }
  const readings = read(bytes, {
    file,
    ...(sourceLanguage === undefined ? {} : { sourceLanguage }),
    ...(targetLanguage === undefined ? {} : { targetLanguage }),
    ...(source === undefined ? {} : { sourceBytes: source.bytes, sourceFile: source.file }),
  })
  const chosen = readings.find(each => each.document.targetLanguage === targetLanguage) ?? readings[0]
  if (chosen === undefined) throw new Failure('convert.nothing', { place: placeAt(file, 1, 1) })
  const isTmx = from === 'tmx'
  const others = readings.filter(each => each !== chosen && isTmx).map(each => each.document.targetLanguage ?? '')
  return { chosen, others }
}

/** A file may hold translations and not say in which language: the options do, else it is `und` and we say so. */
function withTargetLanguage(
  document: Document,
  goal: Goal,
  { targetLanguage }: ConvertOptions,
  tell: LossTeller,
): Document {
  if (document.targetLanguage !== undefined) return document
  let hasTarget = false
  for (const unit of unitsOf(document)) if (unit.parts.some(part => part.target !== undefined)) hasTarget = true
  if (targetLanguage !== undefined && (hasTarget || versionOf(goal) !== undefined)) {
    return { ...document, targetLanguage: language(targetLanguage) }
  }
  if (!hasTarget) return document
  tell('no-target-language')
  return { ...document, targetLanguage: language('und') }
}

/** The document in the words of the goal: types of codes, sentences of a text. */
function prepared(document: Document, from: FormatName, goal: Goal, options: ConvertOptions): Document {
  const { cut } = options
  let result = document
  if (from === 'tmx' && goal !== 'tmx') result = mapContents(result, withXliffTypes)
  if (from !== 'tmx' && goal === 'tmx') result = mapContents(result, withTmxTypes)
  if (from === 'text' && cut !== undefined)
    result = mapUnits(result, unit => cutUnit(unit, text => cut(text, document.sourceLanguage)))
  return result
}

/** The one segment of a paragraph as its sentences, white space between them as ignorables. */
function cutUnit(unit: Unit, cut: (text: string) => readonly { readonly start: number; readonly end: number }[]): Unit {
  const [part] = unit.parts
  const [inline] = part?.source ?? []
  if (part?.kind !== 'segment' || inline?.kind !== 'text') return unit
  const text = (start: number, end: number): Content => [{ kind: 'text', text: inline.text.slice(start, end) }]
  const parts: Unit['parts'][number][] = []
  let at = 0
  cut(inline.text).forEach(({ start, end }, number) => {
    if (start > at) parts.push({ kind: 'ignorable', source: text(at, start) })
    parts.push({ kind: 'segment', id: `s${number + 1}`, source: text(start, end), state: 'initial' })
    at = end
  })
  if (at < inline.text.length) parts.push({ kind: 'ignorable', source: text(at, inline.text.length) })
  return parts.length === 0 ? unit : { ...unit, parts }
}

function write(document: Document, goal: Goal, tell: LossTeller, options: ConvertOptions): Uint8Array {
  const version = versionOf(goal)
  if (version !== undefined) {
    return writeXliffTelling(document, { version, file: options.outputFile ?? options.file }, tell)
  }
  switch (goal) {
    case 'tmx': {
      const units = documentUnits(document, tell)
      return writeTmx(units, { sourceLanguage: document.sourceLanguage, onLoss: (what, unit) => tell(what, unit) })
    }
    case 'i18next':
      return writeI18next(document, { ...sideOf(options), onLoss: tell })
    case 'csv':
      return writeBilingualCsv(document, {
        delimiter: isTsv(options.outputFile) ? '\t' : ',',
        onLoss: (what: CsvLoss, unit) => tell(what, unit),
      })
    case 'text':
      return encodeText(writeText(document, { ...sideOf(options), onLoss: tell }))
    default:
      throw new Failure('convert.impossible', {
        data: { from: options.file, to: goal },
        place: placeAt(options.file, 1, 1),
      })
  }
}

function sideOf({ side }: ConvertOptions): { readonly side?: Side } {
  return side === undefined ? {} : { side }
}
