/** Numbers by value, not by spelling: 4.3 = 4,3; 25,000 = 25 тыс. = 25 мың; two = два = екі. */

import type { Language } from '../model/index.ts'
import { isMoney, type NumberUnit, scaleOf, unitOf } from './number-units.ts'
import {
  englishNumberWords,
  kazakhNotNumbers,
  kazakhNumberEndings,
  kazakhNumberWords,
  type NumberWord,
  russianNumberPrefixes,
  russianNumberWords,
} from './number-words.ts'
import { once } from './once.ts'

export type NumberKind =
  | 'cardinal'
  | 'ordinal'
  | 'decade'
  | 'fraction'
  | 'percent'
  | 'money'
  | 'measure'
  | 'time'
  | 'score'
  | 'range'
  | 'date'
  | 'version'
  | 'roman'

export interface NumberMention {
  /** UTF-16 offsets of the number itself, scale word and ordinal ending included, unit not. */
  readonly start: number
  readonly end: number
  /** Never negative. A time is hours (15:30 → 15.5), a date yyyymmdd, a version its parts in base 1000. */
  readonly value: number
  readonly kind: NumberKind
  /** `percent`, ISO 4217 code, or a measure such as `inch`. */
  readonly unit?: NumberUnit
  /** Other values it may stand for: 3 p.m. is 15 or 3; «25,000» in Russian is 25 or 25000. */
  readonly alternatives: readonly number[]
  /** Of a date, time or fraction: the numbers it is written with. */
  readonly parts?: readonly number[]
  /** Said in words. */
  readonly spelled: boolean
  /** May be no number at all: "one", «один», «бір», "half", «двухлетний», Roman numerals, "B2B". Good to find, never to demand. */
  readonly weak: boolean
}

/** All numbers of `text`, in order; `language` decides separators and words. Languages without words here give digits only. */
export function numberMentions(text: string, language: Language): readonly NumberMention[] {
  const words = wordReaderOf(language)
  const found: NumberMention[] = []
  let i = 0
  while (i < text.length) {
    const code = text.charCodeAt(i)
    if (isDigit(code)) {
      const mention = readDigits(text, i, language)
      found.push(mention)
      i = mention.end
    } else if (isLetter(code)) {
      const end = wordEnd(text, i)
      const mention = words?.(text, i, end) ?? romanMention(text, i, end)
      if (mention === undefined) i = end
      else {
        found.push(mention)
        i = Math.max(mention.end, end)
      }
    } else {
      const value = vulgarFractions.get(text[i] ?? '')
      if (value !== undefined) found.push({ ...plain(i, i + 1, value), kind: 'fraction' })
      i++
    }
  }
  return found.length > 1 ? withNeighbours(text, found) : found
}

const vulgarFractions: ReadonlyMap<string, number> = new Map([
  ['½', 0.5],
  ['¼', 0.25],
  ['¾', 0.75],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
])

function plain(start: number, end: number, value: number): NumberMention {
  return { start, end, value, kind: 'cardinal', alternatives: [], spelled: false, weak: false }
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** Latin and Cyrillic letters and combining marks: the scripts whose number words we know. */
function isLetter(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
  return (code >= 0xc0 && code <= 0x24f) || (code >= 0x300 && code <= 0x36f) || (code >= 0x400 && code <= 0x52f)
}

function wordEnd(text: string, start: number): number {
  let i = start + 1
  while (i < text.length && isLetter(text.charCodeAt(i))) i++
  return i
}

// Digits -------------------------------------------------------------------------------------------------------------

const isoDate = /(\d{4})-(\d{2})-(\d{2})(?!\d)/y
const dotted = /\d{1,4}(?:\.\d{1,4}){2,}(?![\d])/y
const slashDate = /(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?!\d)/y
const slashFraction = /(\d{1,3})\/(\d{1,3})(?![\d/])/y
// U+2236 is the colon of typographers.
const clock = /([01]?\d|2[0-4])[:\u2236]([0-5]\d)(?:[:\u2236][0-5]\d)?(?![\d:\u2236])/y
const blankGroups = /\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?/y
const plainBlankGroups = /\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?/y
const commaGroups = /\d{1,3}(?:,\d{3})+(?![\d])(?:\.\d+)?/y
const dotGroups = /\d{1,3}(?:\.\d{3})+(?![\d])(?:,\d+)?/y
const decimal = /(\d+)([.,])(\d+)(?!\d)/y

function at(pattern: RegExp, text: string, start: number): RegExpExecArray | undefined {
  pattern.lastIndex = start
  return pattern.exec(text) ?? undefined
}

function readDigits(text: string, start: number, language: Language): NumberMention {
  // Most numbers are a bare run of digits: the cheap case first.
  const end = digitsEnd(text, start)
  const next = text.charCodeAt(end)
  const isCompound = isNumberPunctuation(next) && isDigit(text.charCodeAt(end + 1))
  const mention =
    (isCompound ? readCompound(text, start, language) : undefined) ?? plain(start, end, Number(text.slice(start, end)))
  return withSurroundings(text, mention)
}

function digitsEnd(text: string, start: number): number {
  let i = start + 1
  while (isDigit(text.charCodeAt(i))) i++
  return i
}

/** `. , : / - ' ’` and blanks that may join digits. */
function isNumberPunctuation(code: number): boolean {
  return (
    (code >= 44 && code <= 47) ||
    code === 58 ||
    code === 0x2236 ||
    code === 32 ||
    code === 0xa0 ||
    code === 0x202f ||
    code === 0x2009
  )
}

function readCompound(text: string, start: number, language: Language): NumberMention | undefined {
  return (
    readDate(text, start) ??
    readClock(text, start) ??
    readGrouped(text, start, language) ??
    readDecimal(text, start, language)
  )
}

function readDate(text: string, start: number): NumberMention | undefined {
  const iso = at(isoDate, text, start)
  if (iso !== undefined) return dateMention(start, iso[0], Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const slash = at(slashDate, text, start)
  if (slash !== undefined)
    return dateMention(start, slash[0], fullYear(Number(slash[3])), Number(slash[1]), Number(slash[2]))
  const dots = at(dotted, text, start)
  if (dots !== undefined) {
    const numbers = dots[0].split('.')
    const [first = '', second = '', third = ''] = numbers
    const isDate =
      numbers.length === 3 && Number(first) <= 31 && Number(second) <= 12 && (third.length === 4 || third.length === 2)
    if (isDate) return dateMention(start, dots[0], fullYear(Number(third)), Number(second), Number(first))
    if (numbers.slice(1).every(part => part.length === 3))
      return plain(start, start + dots[0].length, Number(numbers.join('')))
    const value = numbers.slice(0, 5).reduce((sum, part) => sum * 1000 + Number(part), 0)
    return { ...plain(start, start + dots[0].length, value), kind: 'version', parts: numbers.map(Number) }
  }
  const fraction = at(slashFraction, text, start)
  if (fraction !== undefined) {
    const [above, below] = [Number(fraction[1]), Number(fraction[2])]
    const value = below === 0 ? 0 : above / below
    // Around the clock: languages have words for it.
    const isIdiom = above === 24 && below === 7
    return {
      ...plain(start, start + fraction[0].length, value),
      kind: 'fraction',
      parts: above === 1 ? [below] : [above, below],
      weak: isIdiom,
    }
  }
  return undefined
}

/** 18 → 2018, 86 → 1986. */
function fullYear(year: number): number {
  if (year >= 100) return year
  return year < 50 ? 2000 + year : 1900 + year
}

function dateMention(start: number, written: string, year: number, month: number, day: number): NumberMention {
  const value = year * 10_000 + month * 100 + day
  // 10/12/2018: the order of day and month is the writer's secret.
  return {
    ...plain(start, start + written.length, value),
    kind: 'date',
    alternatives: month !== day ? [year * 10_000 + day * 100 + month] : [],
    parts: [day, month, year],
  }
}

function readClock(text: string, start: number): NumberMention | undefined {
  const match = at(clock, text, start)
  if (match === undefined) return undefined
  const [hours, minutes] = [Number(match[1]), Number(match[2])]
  return {
    ...plain(start, start + match[0].length, hours + minutes / 60),
    kind: 'time',
    parts: minutes === 0 ? [hours] : [hours, minutes],
    alternatives:
      hours >= 1 && hours <= 12
        ? [hours === 12 ? minutes / 60 : hours + 12 + minutes / 60]
        : [hours - 12 + minutes / 60],
  }
}

function readGrouped(text: string, start: number, language: Language): NumberMention | undefined {
  const isEnglish = language.startsWith('en')
  const blanks = at(isEnglish ? blankGroups : plainBlankGroups, text, start)
  if (blanks !== undefined) {
    const value = Number(blanks[0].replace(/[ \u00a0\u202f\u2009]/g, '').replace(',', '.'))
    // «18 200 человек» after a name may be two numbers: they are its parts.
    return {
      ...plain(start, start + blanks[0].length, value),
      parts: blanks[0].split(/[ \u00a0\u202f\u2009]/).map(part => Number(part.replace(',', '.'))),
    }
  }
  const commas = at(commaGroups, text, start)
  if (commas !== undefined) {
    const value = Number(commas[0].replaceAll(',', ''))
    const isSingle = !isEnglish && commas[0].indexOf(',') === commas[0].lastIndexOf(',') && !commas[0].includes('.')
    const asDecimal = Number(commas[0].replace(',', '.'))
    const whole = plain(start, start + commas[0].length, isSingle ? asDecimal : value)
    return isSingle ? { ...whole, alternatives: [value] } : whole
  }
  const dots = at(dotGroups, text, start)
  if (dots !== undefined && (!isEnglish || dots[0].includes(','))) {
    const value = Number(dots[0].replaceAll('.', '').replace(',', '.'))
    const alternative = Number(dots[0])
    return {
      ...plain(start, start + dots[0].length, value),
      alternatives: Number.isNaN(alternative) ? [] : [alternative],
    }
  }
  return undefined
}

function readDecimal(text: string, start: number, language: Language): NumberMention | undefined {
  const match = at(decimal, text, start)
  if (match === undefined) return undefined
  const [written, whole = '', separator, rest = ''] = match
  const isEnglish = language.startsWith('en')
  const isList = text[start + written.length] === ',' && isDigit(text.charCodeAt(start + written.length + 1))
  const isListEnd = text[start - 1] === ',' && isDigit(text.charCodeAt(start - 2))
  if ((isList || isListEnd) && separator === ',') return undefined
  const value = Number(`${whole}.${rest}`)
  const mention = plain(start, start + written.length, value)
  // "1.234" in English may be Continental, «12.30» a time or a date.
  const alternatives = isEnglish && separator === '.' && rest.length === 3 ? [Number(whole + rest)] : []
  return { ...mention, alternatives, parts: [Number(whole), Number(rest)] }
}

// What stands around ---------------------------------------------------------------------------------------------------

const ordinalEnglish = /(?:st|nd|rd|th)(?![\p{L}])/uy
const decadeEnglish = /['’]?s(?![\p{L}\d])/uy
const hyphenEnding = /[-‑–](\p{L}+)/uy
const halfOfDay = /[ \u00a0\u202f]?(?:([ap])\.?m\.?)(?![\p{L}])/iuy
const scaleWord = /[ \u00a0\u202f-]?(\p{L}+)/uy
const unitWord = /[ \u00a0\u202f-]{0,2}(%|°|\p{L}+|[$€£₽₸¥])/uy
const ordinalEnding = /^(?:й|я|е|го|му|ю|х|м|ой|ая|ое|ый|ом|ми|и|шы|ші|ыншы|інші|нші|ншы|сыншы|сінші)$/

function withSurroundings(text: string, mention: NumberMention): NumberMention {
  const { start } = mention
  let { end, value, kind } = mention
  let alternatives: readonly number[] = mention.alternatives
  // "2D" is a word.
  const isDimension = (value === 2 || value === 3) && /^-?[dD](?!\p{L})/u.test(text.slice(end, end + 3))
  let unit = currencyBefore(text, start)
  const beforeCode = start > 0 ? text.charCodeAt(start - 1) : 32
  const isCode =
    isLetter(beforeCode) ||
    (beforeCode === 45 && start > 1 && isLetter(text.charCodeAt(start - 2)) && text.charCodeAt(start - 2) < 0x250)
  const next = text.charCodeAt(end)
  if (!(next > 127 || isLetter(next) || next === 32 || next === 45 || next === 37 || next === 36 || next === 39)) {
    return finished()
  }
  const isPlain = kind === 'cardinal'
  if (isPlain && at(ordinalEnglish, text, end) !== undefined) {
    // A "3rd party" is counted in no other language.
    return {
      ...mention,
      end: end + 2,
      kind: 'ordinal',
      weak: isCode || /^[ -]part(?:y|ies)/.test(text.slice(end + 2, end + 9)),
    }
  }
  const decade = isPlain && value % 10 === 0 && value >= 10 ? at(decadeEnglish, text, end) : undefined
  if (decade !== undefined) return decadeMention(mention, end + decade[0].length, isCode)
  const day = isPlain || kind === 'time' ? at(halfOfDay, text, end) : undefined
  if (day !== undefined && value <= 12.99) {
    const isAfternoon = day[1]?.toLowerCase() === 'p'
    const hour = isAfternoon ? (value >= 12 ? value : value + 12) : value >= 12 ? value - 12 : value
    return { ...mention, value: hour, kind: 'time', alternatives: hour === value ? [] : [value], weak: isCode }
  }
  const scaled = at(scaleWord, text, end)
  const scale = scaled === undefined ? undefined : scaleAfter(scaled, text)
  if (scaled !== undefined && scale !== undefined) {
    alternatives = [...alternatives.map(other => exact(other * scale)), value]
    value = exact(value * scale)
    end += scaled[0].length
    if (text[end] === '.' && /^(?:тыс|млн|млрд|трлн)$/i.test(scaled[1] ?? '') && isBlank(text.charCodeAt(end + 1)))
      end++
  } else if (isPlain) {
    const ending = at(hyphenEnding, text, end)
    if (ending !== undefined && ordinalEnding.test(ending[1] ?? '')) {
      if (value % 10 === 0 && value >= 10 && /^(?:е|х|м|ми)$/.test(ending[1] ?? ''))
        return decadeMention(mention, end + ending[0].length, isCode)
      return { ...mention, end: end + ending[0].length, kind: 'ordinal', weak: isCode }
    }
  }
  unit ??= unitAfter(text, end)
  return finished()

  function finished(): NumberMention {
    if (unit !== undefined && (kind === 'cardinal' || kind === 'fraction')) {
      kind = unit === 'percent' ? 'percent' : isMoney(unit) ? 'money' : 'measure'
    }
    return {
      ...mention,
      end,
      value,
      kind,
      alternatives,
      weak: isCode || isDimension || mention.weak,
      ...(unit === undefined ? {} : { unit }),
    }
  }
}

/** 0.1 + 0.2 never shows: 2.55 million is 2550000, not 2549999.9999999995. */
function exact(value: number): number {
  return Number(value.toPrecision(12))
}

function isBlank(code: number): boolean {
  return code === 32 || code === 0xa0 || code === 0x202f || Number.isNaN(code)
}

/** "m" and "b" scale only where they stand at the number ("£5m"), and "m" is a metre after a bare number and a blank. */
function scaleAfter(match: RegExpExecArray, text: string): number | undefined {
  const word = match[1] ?? ''
  if (word.length <= 2 && word.charCodeAt(0) < 128) {
    const isAttached = match[0].length === word.length
    if (!isAttached) return word === 'bn' || word === 'mn' || word === 'tn' ? scaleOf(word) : undefined
    if (word.toLowerCase() === 'm' || word.toLowerCase() === 'b') {
      return /[$€£¥]\s?[\d.,]+$/.test(text.slice(Math.max(0, match.index - 12), match.index)) ||
        /^ ?(?:people|views|users|followers)/.test(
          text.slice(match.index + match[0].length, match.index + match[0].length + 12),
        )
        ? scaleOf(word)
        : undefined
    }
  }
  return scaleOf(word)
}

function unitAfter(text: string, end: number): NumberUnit | undefined {
  const match = at(unitWord, text, end)
  if (match === undefined) return undefined
  const word = match[1] ?? ''
  if (word === 'per' && /^ cent\b/.test(text.slice(end + match[0].length, end + match[0].length + 6))) return 'percent'
  const unit = unitOf(word)
  if (unit !== 'degree') return unit
  const scale = /^[^\p{L}]{0,2}(?:по |шкал\p{L}+ )?(F|C|С|Фаренгейт|Цельси|fahrenheit|celsius)/iu.exec(
    text.slice(end + match[0].length, end + match[0].length + 24),
  )?.[1]
  if (scale === undefined) return unit
  return /^(?:F|Ф)/i.test(scale) ? 'fahrenheit' : 'celsius'
}

function currencyBefore(text: string, start: number): NumberUnit | undefined {
  if (start === 0) return undefined
  const code = text.charCodeAt(start - 1)
  const at = isBlank(code) && start > 1 ? start - 2 : start - 1
  const sign = text[at]
  if (sign !== '$' && sign !== '€' && sign !== '£' && sign !== '₽' && sign !== '₸' && sign !== '¥') return undefined
  return unitOf(sign)
}

/** 1990s, 90-е, '90s. */
function decadeMention(mention: NumberMention, end: number, isCode: boolean): NumberMention {
  const { value } = mention
  const alternatives = value < 100 ? [1900 + value, 1800 + value, 2000 + value] : [value % 100]
  return { ...mention, end, kind: 'decade', alternatives, weak: isCode }
}

/** Ranges and scores, and the scale a range shares: «10–20 тыс.», "2 to 3 million". */
function withNeighbours(text: string, found: readonly NumberMention[]): readonly NumberMention[] {
  const mentions = [...found]
  for (let i = 0; i + 1 < mentions.length; i++) {
    const a = mentions[i]
    const b = mentions[i + 1]
    if (a === undefined || b === undefined || b.start - a.end > 5) continue
    const between = text.slice(a.end, b.start)
    const isDash = /^\s?[-–—−:]\s?$/.test(between) && !(between.includes(' ') && a.spelled)
    const isJoined = isDash || /^ (?:to|or|and|до|или|и|не|мен|пен|бен|мен|және)? $|^, $/.test(between)
    if (!isJoined) continue
    if (isDash && a.kind === 'cardinal' && b.kind !== 'time' && !a.spelled) {
      const kind: NumberKind = between.includes(':') || a.value >= b.value ? 'score' : 'range'
      // A copy of 1:1 is an exact one.
      const weak = between === ':' && a.value === 1 && b.value === 1
      mentions[i] = { ...a, kind, weak: a.weak || weak }
      if (b.kind === 'cardinal') mentions[i + 1] = { ...b, kind, weak: b.weak || weak }
      // 2018-19 is 2018-2019.
      if (a.value > 1000 && a.value < 2100 && b.value < 100) {
        mentions[i + 1] = {
          ...b,
          kind: 'range',
          alternatives: [...b.alternatives, a.value - (a.value % 100) + b.value],
        }
      }
    }
    // "1 to 4 inches": both are inches.
    if (a.unit === undefined && b.unit !== undefined && !a.spelled && a.kind !== 'time' && a.kind !== 'date') {
      mentions[i] = { ...(mentions[i] ?? a), unit: b.unit }
    }
    const scale = b.alternatives.length > 0 ? b.value / (b.alternatives.at(-1) ?? b.value) : 1
    if ((scale === 1e3 || scale === 1e6 || scale === 1e9) && a.value < 1000) {
      const current = mentions[i] ?? a
      mentions[i] = { ...current, alternatives: [...current.alternatives, exact(a.value * scale)] }
    }
  }
  return mentions
}

// Words ----------------------------------------------------------------------------------------------------------------

type WordReader = (text: string, start: number, end: number) => NumberMention | undefined
type WordLookup = (word: string) => NumberWord | undefined

function wordReaderOf(language: Language): WordReader | undefined {
  switch (language.split('-')[0]) {
    case 'en':
      return englishReader
    case 'ru':
      return russianReader
    case 'kk':
      return language.includes('Latn') ? undefined : kazakhReader
    default:
      return undefined
  }
}

const englishReader: WordReader = (text, start, end) =>
  spelledMention(text, start, end, englishWord, /^(?: and |[ -]| and a )$/)
const russianReader: WordReader = (text, start, end) =>
  spelledMention(text, start, end, russianWord, /^[ \u00a0-]$/) ?? russianCompound(text, start, end)
const kazakhReader: WordReader = (text, start, end) => spelledMention(text, start, end, kazakhWord, /^[ \u00a0-]$/)

function englishWord(word: string): NumberWord | undefined {
  return englishNumberWords().get(word)
}

function russianWord(word: string): NumberWord | undefined {
  return russianNumberWords().get(word)
}

function kazakhWord(word: string): NumberWord | undefined {
  const whole = kazakhNumberWords().get(word)
  if (whole !== undefined) return whole
  if (word.length < 4 || !kazakhFirstLetters().has(word[0] ?? '') || kazakhNotNumbers.has(word)) return undefined
  for (const ending of kazakhNumberEndings) {
    if (!word.endsWith(ending)) continue
    const stem = word.slice(0, -ending.length)
    const found = kazakhNumberWords().get(stem)
    if (found !== undefined) return found
  }
  return undefined
}

const kazakhFirstLetters = once(
  (): ReadonlySet<string> => new Set([...kazakhNumberWords().keys()].map(word => word[0] ?? '')),
)

/** Joins neighbouring words into one number: «две тысячи девятнадцатого», "one hundred and twenty-one", «он бес мың». */
function spelledMention(
  text: string,
  start: number,
  end: number,
  lookup: WordLookup,
  joiner: RegExp,
): NumberMention | undefined {
  if (end - start > 18 || end - start < 2) return undefined
  const first = lookup(text.slice(start, end).toLowerCase())
  if (first === undefined) return undefined
  const run = new NumberRun(first)
  let runEnd = end
  let next = first.role === 'alone' || first.ordinal ? undefined : nextWord(text, runEnd, joiner)
  while (next !== undefined) {
    const word = lookup(text.slice(next.start, next.end).toLowerCase())
    if (word === undefined || !run.take(word)) break
    runEnd = next.end
    next = word.ordinal ? undefined : nextWord(text, runEnd, joiner)
  }
  // "second" beside "hour"; a lone scale word («тысячи людей», "millions of") counts nothing.
  if (first.role === 'scale' && run.words === 1 && !first.ordinal) {
    return { ...plain(start, runEnd, run.value), spelled: true, weak: true }
  }
  const unit = run.isOrdinal ? undefined : unitAfter(text, runEnd)
  return {
    ...plain(start, runEnd, run.value),
    kind: run.isOrdinal
      ? 'ordinal'
      : unit === 'percent'
        ? 'percent'
        : unit === undefined
          ? 'cardinal'
          : isMoney(unit)
            ? 'money'
            : 'measure',
    spelled: true,
    weak: run.words === 1 && first.weak === true,
    ...(unit === undefined ? {} : { unit }),
  }
}

function nextWord(
  text: string,
  end: number,
  joiner: RegExp,
): { readonly start: number; readonly end: number } | undefined {
  if (joiner.test(text.slice(end, end + 1)) && isLetter(text.charCodeAt(end + 1))) {
    const wordStop = wordEnd(text, end + 1)
    if (text.slice(end, wordStop) !== ' and') return { start: end + 1, end: wordStop }
    if (joiner.test(' and ') && isLetter(text.charCodeAt(wordStop + 1)) && text[wordStop] === ' ') {
      return { start: wordStop + 1, end: wordEnd(text, wordStop + 1) }
    }
  }
  return undefined
}

/** The sum so far of a spelled-out number. `hundred` multiplies in English and Kazakh when it stands after a unit. */
class NumberRun {
  words = 1
  isOrdinal: boolean
  #total = 0
  #current: number
  #last: NumberWord

  constructor(first: NumberWord) {
    this.#last = first
    this.#current = first.value
    this.isOrdinal = first.ordinal === true
    if (first.role === 'scale') {
      this.#total = first.value
      this.#current = 0
    }
  }

  get value(): number {
    return this.#total + this.#current
  }

  /** False when the word begins another number. */
  take(word: NumberWord): boolean {
    const last = this.#last.role
    switch (word.role) {
      case 'alone':
        return false
      case 'unit':
        if (word.value === 0 || last === 'unit' || last === 'teen') {
          if (!(last === 'teen' && this.#last.value === 10 && isKazakhTen(this.#last, word))) return false
        }
        this.#current += word.value
        break
      case 'teen':
        if (last === 'unit' || last === 'teen' || last === 'ten') return false
        this.#current += word.value
        break
      case 'ten':
        if (last === 'unit' || last === 'teen' || last === 'ten') return false
        this.#current += word.value
        break
      case 'hundred':
        if (word.value === 100 && last === 'unit')
          this.#current = this.#current - this.#last.value + this.#last.value * 100
        else if (last === 'scale') this.#current += word.value
        else return false
        break
      case 'scale':
        if (word.value >= this.#total && this.#total > 0 && this.#current === 0) return false
        this.#total += Math.max(1, this.#current) * word.value
        this.#current = 0
        break
      default:
        return word.role satisfies never
    }
    this.#last = word
    this.words++
    if (word.ordinal) this.isOrdinal = true
    return true
  }
}

/** «он бес» is 15; "ten five" and «десять пять» are two numbers. The Kazakh words are told by their table. */
function isKazakhTen(ten: NumberWord, unit: NumberWord): boolean {
  return kazakhTens().has(ten) && kazakhUnits().has(unit)
}

const kazakhTens = once(
  (): ReadonlySet<NumberWord> => new Set([...kazakhNumberWords().values()].filter(word => word.value === 10)),
)
const kazakhUnits = once(
  (): ReadonlySet<NumberWord> => new Set([...kazakhNumberWords().values()].filter(word => word.role === 'unit')),
)

/** «двухлетний», «четырёхстраничный»: the number in the first part of a compound. */
function russianCompound(text: string, start: number, end: number): NumberMention | undefined {
  if (end - start < 7) return undefined
  const first = text.charCodeAt(start) | 0
  if (first < 0x410) return undefined
  const word = text.slice(start, end).toLowerCase()
  for (const [prefix, value] of russianNumberPrefixes) {
    if (word.startsWith(prefix)) return { ...plain(start, end, value), spelled: true, weak: true }
  }
  return undefined
}

const romanDigits: ReadonlyMap<string, number> = new Map([
  ['I', 1],
  ['V', 5],
  ['X', 10],
  ['L', 50],
  ['C', 100],
])

/** XIX, II, XXX; always weak. Written with Latin letters, or as Cyrillic texts often do with Cyrillic Х and І. */
function romanMention(text: string, start: number, end: number): NumberMention | undefined {
  if (end - start > 7) return undefined
  let value = 0
  let largest = 0
  for (let i = end - 1; i >= start; i--) {
    const letter = text[i] ?? ''
    const digit = romanDigits.get(letter === 'Х' ? 'X' : letter === 'І' ? 'I' : letter === 'С' ? 'C' : letter)
    if (digit === undefined) return undefined
    value += digit < largest ? -digit : digit
    largest = Math.max(largest, digit)
  }
  if (end - start === 1 && (value === 1 || value > 10)) return undefined
  return { ...plain(start, end, value), kind: 'roman', weak: true }
}
