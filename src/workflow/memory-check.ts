/** Hygiene of a memory: what makes its matches useless or wrong. */

import { readBytesIfAny } from '../io/index.ts'
import { isDuplicate, unitKey } from '../memory/index.ts'
import {
  baseLanguage,
  CODE_CHARACTER,
  type Finding,
  isEmptyContent,
  type Language,
  type Level,
  type MessageData,
  type Place,
  placeAt,
  plainText,
  type RuleDescription,
  type TranslationUnit,
  type Variant,
} from '../model/index.ts'
import { lengthSurprise } from '../text/length-ratio.ts'
import { collapseBlanks } from '../text/normalize.ts'
import { fingerprint } from './findings.ts'
import { isStoreFile, openMemoryFile, readTmxFile } from './memory-files.ts'

type MemoryRule =
  | 'memory/duplicate'
  | 'memory/conflicting-targets'
  | 'memory/empty'
  | 'memory/same-as-source'
  | 'memory/wrong-script'
  | 'memory/wrong-language'
  | 'memory/broken-codes'
  | 'memory/suspicious-pair'

export const memoryRules: readonly (RuleDescription & { readonly id: MemoryRule; readonly level: Level })[] = [
  { id: 'memory/duplicate', level: 'warning', its: 'other', mqm: 'design/other' },
  {
    id: 'memory/conflicting-targets',
    level: 'warning',
    its: 'inconsistency',
    mqm: 'terminology/inconsistent-use-of-terminology',
  },
  { id: 'memory/empty', level: 'error', its: 'omission', mqm: 'accuracy/omission' },
  { id: 'memory/same-as-source', level: 'warning', its: 'untranslated', mqm: 'accuracy/untranslated' },
  { id: 'memory/wrong-script', level: 'warning', its: 'mistranslation', mqm: 'accuracy/mistranslation' },
  { id: 'memory/wrong-language', level: 'warning', its: 'mistranslation', mqm: 'accuracy/mistranslation' },
  { id: 'memory/broken-codes', level: 'warning', its: 'markup', mqm: 'design/markup' },
  { id: 'memory/suspicious-pair', level: 'info', its: 'mistranslation', mqm: 'accuracy/mistranslation' },
]

export interface CheckMemoryOptions {
  /** Path as the user gave it. */
  readonly file: string
  /** The other languages are checked against it; the first variant of each unit when absent. */
  readonly sourceLanguage?: Language
}

/** What a check says of one unit. */
interface Fault {
  readonly rule: MemoryRule
  readonly variant?: string
  readonly language?: Language
  readonly data?: MessageData
}

export interface CheckedMemory {
  readonly findings: readonly Finding[]
  readonly units: number
}

/**
 * Checks a `.tmx` or `.tmdb` file; findings come in the order of the units. What the reader of TMX found odd comes first.
 * @throws Failure as `openMemoryFile`
 */
export async function checkMemory(path: string, options: CheckMemoryOptions): Promise<CheckedMemory> {
  const { file, sourceLanguage } = options
  const findings: Finding[] = []
  const placeOf = isStoreFile(path) ? () => placeAt(file, 1, 1) : unitPlaces(path, file)
  const seen = seenUnits()
  let units = 0
  for await (const unit of unitsOf(path, file, finding => findings.push(finding))) {
    units++
    const source = unit.variants.find(({ language }) => language === sourceLanguage) ?? unit.variants[0]
    if (source === undefined) continue
    for (const fault of faultsOf(unit, source, seen)) findings.push(findingOf(fault, unit, source, placeOf(unit.id)))
  }
  return { findings, units }
}

async function* unitsOf(
  path: string,
  file: string,
  onFinding: (finding: Finding) => void,
): AsyncGenerator<TranslationUnit> {
  if (!isStoreFile(path)) {
    // Straight from the file: a memory would join duplicates before anyone could see them.
    yield* readTmxFile(path, file, onFinding)
    return
  }
  const memory = await openMemoryFile(path, { file })
  try {
    yield* memory.units()
  } finally {
    await memory.close()
  }
}

function findingOf(fault: Fault, unit: TranslationUnit, source: Variant, place: Place): Finding {
  const target = unit.variants.find(({ language }) => language === fault.language)
  const sourceText = plainText(source.content)
  const targetText = plainText(target?.content ?? [])
  const level: Level = memoryRules.find(({ id }) => id === fault.rule)?.level ?? 'warning'
  return {
    rule: fault.rule,
    ...(fault.variant === undefined ? {} : { variant: fault.variant }),
    level,
    place,
    unit: unit.id,
    ...(fault.language === undefined ? {} : { language: fault.language }),
    data: fault.data ?? {},
    related: [],
    fingerprint: fingerprint(fault.rule, unit.id, sourceText, targetText),
    source: sourceText,
    ...(target === undefined ? {} : { target: targetText }),
  }
}

interface SeenUnits {
  /** Id of an earlier unit that says the same between the same neighbours. */
  duplicateOf(unit: TranslationUnit): string | undefined
  /** Id and target of an earlier unit with this source in this context that says otherwise in the language. */
  conflictOf(unit: TranslationUnit, source: Variant, target: Variant): { id: string; target: string } | undefined
}

function seenUnits(): SeenUnits {
  const byKey = new Map<number, TranslationUnit>()
  const targets = new Map<string, { id: string; target: string }>()
  return {
    duplicateOf: unit => {
      const key = unitKey(unit)
      const twin = byKey.get(key)
      if (twin === undefined) byKey.set(key, unit)
      return twin !== undefined && twin.id !== unit.id && isDuplicate(twin, unit) ? twin.id : undefined
    },
    conflictOf: (unit, source, target) => {
      const parts = [source.language, target.language, plainText(source.content), unit.previous ?? '', unit.next ?? '']
      const key = parts.join('\u0001')
      const text = collapseBlanks(plainText(target.content))
      const first = targets.get(key)
      if (first === undefined) targets.set(key, { id: unit.id, target: text })
      return first !== undefined && first.target !== text ? first : undefined
    },
  }
}

function* faultsOf(unit: TranslationUnit, source: Variant, seen: SeenUnits): Generator<Fault> {
  const twin = seen.duplicateOf(unit)
  if (twin !== undefined) yield { rule: 'memory/duplicate', data: { other: twin } }
  if (isEmptyContent(source.content)) yield { rule: 'memory/empty', language: source.language }
  for (const target of unit.variants) {
    if (target === source) continue
    const { language } = target
    if (collapseBlanks(plainText(target.content)) === '') yield { rule: 'memory/empty', language }
    else {
      yield* pairFaults(unit, source, target)
      const other = twin === undefined ? seen.conflictOf(unit, source, target) : undefined
      if (other !== undefined) {
        yield { rule: 'memory/conflicting-targets', language, data: { other: other.id, target: other.target } }
      }
    }
  }
}

/** Guessed: a confidence below this has more than one wrong pair in three. */
const leastConfidence = 0.5
/** Standard deviations; of clean pairs about one in ten thousand is further out. */
const mostSurprise = 4

function* pairFaults(unit: TranslationUnit, source: Variant, target: Variant): Generator<Fault> {
  const { language } = target
  const sourceText = plainText(source.content)
  const text = plainText(target.content)
  if (isUntranslated(sourceText, text)) yield { rule: 'memory/same-as-source', language }
  else {
    const script = wrongScript(text, language)
    if (script !== undefined) yield { rule: 'memory/wrong-script', variant: script, language }
    const other = wrongLanguage(text, language)
    if (other !== undefined) yield { rule: 'memory/wrong-language', language, data: { other } }
  }
  const [inSource, inTarget] = [countCodes(sourceText), countCodes(text)]
  if (inSource !== inTarget) {
    yield { rule: 'memory/broken-codes', language, data: { source: inSource, target: inTarget } }
  }
  const confidence = confidenceOf(unit)
  const surprise = lengthSurprise(sourceText, text, source.language, language)
  if (confidence !== undefined && confidence < leastConfidence) {
    const percent = Math.round(confidence * 100)
    yield { rule: 'memory/suspicious-pair', language, data: { percent } }
  } else if (Math.abs(surprise) > mostSurprise) {
    yield { rule: 'memory/suspicious-pair', variant: 'length', language }
  }
}

/** Equal texts of several words are no names or signs that are the same in both languages. */
function isUntranslated(source: string, target: string): boolean {
  return source === target && (source.match(/\p{Ll}{2,}/gu) ?? []).length >= 2
}

/** The script most of the letters are in, when it is not the language's. */
function wrongScript(text: string, language: Language): 'latin' | 'cyrillic' | undefined {
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  const cyrillic = text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0
  const base: string = baseLanguage(language)
  const isCyrillic = base === 'ru' || base === 'kk'
  const isLatin = base === 'en' || base === 'kk-Latn'
  // A name or a command in the other script is no fault: at least three words of it are asked for.
  const words = (script: RegExp): number => text.match(script)?.length ?? 0
  if (isCyrillic && cyrillic === 0 && words(/\p{Script=Latin}{3,}/gu) >= 3) return 'latin'
  if (isLatin && latin === 0 && words(/\p{Script=Cyrillic}{3,}/gu) >= 3) return 'cyrillic'
  return undefined
}

/** Russian has none of these letters; a Kazakh text of this length is hardly without them. */
function wrongLanguage(text: string, language: Language): 'ru' | 'kk' | undefined {
  const base: string = baseLanguage(language)
  const kazakh = text.match(/[әғқңөұүһі]/giu)?.length ?? 0
  const cyrillic = text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0
  if (base === 'ru' && kazakh >= 3) return 'kk'
  return base === 'kk' && cyrillic >= 60 && kazakh === 0 ? 'ru' : undefined
}

function countCodes(text: string): number {
  let count = 0
  for (const character of text) if (character === CODE_CHARACTER) count++
  return count
}

function confidenceOf(unit: TranslationUnit): number | undefined {
  const value = unit.properties?.find(({ name }) => name === 'x-alignment-confidence')?.value
  const confidence = value === undefined ? Number.NaN : Number(value)
  return Number.isNaN(confidence) ? undefined : confidence
}

const largestText = 400_000_000

/** Lines of the units in a TMX file by their tuid; units without one are told by the first line of the file. */
function unitPlaces(path: string, file: string): (id: string) => Place {
  const bytes = readBytesIfAny(path)
  const lines = new Map<string, { line: number; column: number }>()
  // In other encodings, and in files too large for one string, units are told by the first line of the file.
  const text = bytes === undefined || bytes.length > largestText ? '' : new TextDecoder().decode(bytes)
  let line = 1
  let from = 0
  let lineStart = 0
  for (const match of text.matchAll(/<tu\b[^<>]*?\btuid\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/gu)) {
    for (let at = text.indexOf('\n', from); at >= 0 && at < match.index; at = text.indexOf('\n', at + 1)) {
      line++
      lineStart = at + 1
    }
    from = Math.max(match.index, lineStart)
    const id = withoutEntities(match[1] ?? match[2] ?? '')
    if (!lines.has(id)) lines.set(id, { line, column: match.index - lineStart + 1 })
  }
  return id => {
    const found = lines.get(id)
    return found === undefined ? placeAt(file, 1, 1) : placeAt(file, found.line, found.column)
  }
}

function withoutEntities(value: string): string {
  return value.replace(/&(?:amp|lt|gt|quot|apos);/g, entity => entities.get(entity) ?? entity)
}

const entities: ReadonlyMap<string, string> = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&apos;', "'"],
])
