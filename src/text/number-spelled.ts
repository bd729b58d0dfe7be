/** Numbers in words: «две тысячи девятнадцатого», "one hundred and twenty-one", «он бес мың», «двухлетний». */

import type { Language } from '../model/index.ts'
import { isLetter, type NumberMention, plain, wordEnd } from './number-mention.ts'
import { unitAfter } from './number-surroundings.ts'
import { isMoney } from './number-units.ts'
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

/** Reads the number that begins with the word from `start` to `end`. */
export type WordReader = (text: string, start: number, end: number) => NumberMention | undefined
type WordLookup = (word: string) => NumberWord | undefined

/** For languages whose words are known. */
export function wordReaderOf(language: Language): WordReader | undefined {
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
