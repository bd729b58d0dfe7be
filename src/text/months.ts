/** Names of months in English, Russian and Kazakh, found in running text. */

import type { Language } from '../model/index.ts'
import { kazakhNounEnding } from './kazakh-endings.ts'
import { lettersIn } from './letters.ts'
import { once } from './once.ts'

export interface MonthMention {
  readonly start: number
  readonly end: number
  /** 1..12 */
  readonly month: number
  /** The word may be no month: "May" and "march", «маусым» (season), «қазан» (cauldron, the city), «наурыз» (the feast). */
  readonly weak: boolean
}

const english: ReadonlyMap<string, number> = new Map(
  Object.entries({
    january: 1,
    february: 2,
    march: 3,
    april: 4,
    may: 5,
    june: 6,
    july: 7,
    august: 8,
    september: 9,
    october: 10,
    november: 11,
    december: 12,
    jan: 1,
    feb: 2,
    apr: 4,
    jun: 6,
    jul: 7,
    aug: 8,
    sept: 9,
    sep: 9,
    oct: 10,
    nov: 11,
    dec: 12,
  }),
)

const adjective = 'ий ая ое ие ого ому им ую ой ом их ими'.split(' ')
const soft = [...'ь я ю ем ём е'.split(' '), ...adjective.flatMap(ending => [`ск${ending}`, `ьск${ending}`])]
const hard = ['', ...'а у ом е'.split(' '), ...adjective.map(ending => `овск${ending}`)]

const russianStems: readonly (readonly [stem: string, month: number, endings: readonly string[]])[] = [
  ['январ', 1, soft],
  ['феврал', 2, soft],
  ['март', 3, hard],
  ['апрел', 4, soft],
  ['ма', 5, ['й', 'я', 'ю', 'ем', 'е', ...adjective.map(ending => `йск${ending}`)]],
  ['июн', 6, soft],
  ['июл', 7, soft],
  ['август', 8, hard],
  ['сентябр', 9, soft],
  ['октябр', 10, soft],
  ['ноябр', 11, soft],
  ['декабр', 12, soft],
]

const russian: ReadonlyMap<string, number> = new Map(
  russianStems.flatMap(([stem, month, endings]) => endings.map(ending => [stem + ending, month] as const)),
)

const kazakhStems: readonly (readonly [stem: string, month: number])[] = [
  ['қаңтар', 1],
  ['ақпан', 2],
  ['наурыз', 3],
  ['сәуір', 4],
  ['мамыр', 5],
  ['маусым', 6],
  ['шілде', 7],
  ['тамыз', 8],
  ['қыркүйек', 9],
  ['қыркүйег', 9],
  ['қазан', 10],
  ['қараша', 11],
  ['желтоқсан', 12],
]

const kazakhEnding = once(() => new RegExp(`^(?:${kazakhNounEnding}|алды.*|аралық.*)$`, 'u'))

// A piece of every name above, told before any word is looked at: most texts name no month.
const hints: Readonly<Record<string, RegExp>> = {
  en: /[JFMASOND][aepucoAEPUCO][nbrylgptvcNBRYLGPTVC]/,
  ru: /январ|феврал|март|апрел|ма[йяюе]|июн|июл|август|сентябр|октябр|ноябр|декабр/i,
  kk: /қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйе|қазан|қараша|желтоқсан/i,
}

/** Months named in `text`, in order. Numbers such as 12.09 are the business of numbers. */
export function monthMentions(text: string, language: Language): readonly MonthMention[] {
  const primary = language.split('-')[0]
  if (primary !== 'en' && primary !== 'ru' && primary !== 'kk') return []
  if (hints[primary]?.test(text) !== true) return []
  const found: MonthMention[] = []
  for (const { text: word, start } of lettersIn(text)) {
    if (word.length < 3) continue
    const mention =
      primary === 'en' ? englishMonth(word, text, start) : primary === 'ru' ? russianMonth(word) : kazakhMonth(word)
    if (mention !== undefined) found.push({ start: start, end: start + word.length, ...mention })
  }
  return found
}

type Month = Pick<MonthMention, 'month' | 'weak'>

function englishMonth(word: string, text: string, start: number): Month | undefined {
  const first = word.charCodeAt(0)
  if (first < 65 || first > 90) return undefined
  const month = english.get(word.toLowerCase())
  if (month === undefined) return undefined
  const isDoubtful = month === 5 || (month === 3 && word.length > 3) || word.length === 3
  if (!isDoubtful) return { month, weak: false }
  // Beside a number ("May 3", "3 May", "May 2016") or after "in", "of", "last": surely the month.
  const before = text.slice(Math.max(0, start - 12), start)
  const after = text.slice(start + word.length, start + word.length + 6)
  const isSure =
    /\d(?:st|nd|rd|th)? $/.test(before) ||
    /^\.? \d/.test(after) ||
    /\b(?:in|of|last|since|until|by|mid|early|late)[ -]$/i.test(before)
  return { month, weak: !isSure }
}

function russianMonth(word: string): Month | undefined {
  const month = russian.get(word.toLowerCase())
  if (month === undefined) return undefined
  // A capital inside the sentence makes a name (Майя, Мартом) or starts the sentence: doubtful only for the short ones.
  return { month, weak: month === 5 && word !== word.toLowerCase() }
}

function kazakhMonth(word: string): Month | undefined {
  const lower = word.toLowerCase()
  for (const [stem, month] of kazakhStems) {
    if (lower.startsWith(stem) && kazakhEnding().test(lower.slice(stem.length))) {
      return { month, weak: month === 3 || month === 6 || month === 10 }
    }
  }
  return undefined
}
