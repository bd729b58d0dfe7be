/** Numbers in words: «две тысячи девятнадцатого», "one hundred and twenty-one", «он бес мың», «двухлетний». */

import type { Language } from '../model/index.ts'
import { at, isLetter, type NumberMention, plain, wordEnd } from './number-mention.ts'
import { NumberRun } from './number-run.ts'
import { unitAfter } from './number-surroundings.ts'
import { isMoney } from './number-units.ts'
import {
  englishNumberWords,
  kazakhCompoundEnd,
  kazakhDenominatorEnding,
  kazakhNotNumbers,
  kazakhNumberEndings,
  kazakhNumberWords,
  kazakhNumeratorEnding,
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

// "two and a half million", «два с половиной»; "two half-brothers" are two.
const englishJoiner = /(?<=half) a |[ -](?:and a (?=half)|and |(?!half))/y
const russianJoiner = /[ \u00a0-](?:с (?=половиной))?/y
const kazakhJoiner = /[ \u00a0-]/y

const englishReader: WordReader = (text, start, end) => spelledMention(text, start, end, englishWord, englishJoiner)
const russianReader: WordReader = (text, start, end) =>
  spelledMention(text, start, end, russianWord, russianJoiner) ?? russianCompound(text, start, end)
const kazakhReader: WordReader = (text, start, end) =>
  spelledMention(text, start, end, kazakhWord, kazakhJoiner) ?? kazakhCompound(text, start, end)

function englishWord(word: string): NumberWord | undefined {
  return englishNumberWords().get(word)
}

function russianWord(word: string): NumberWord | undefined {
  return russianNumberWords().get(word)
}

function kazakhWord(word: string): NumberWord | undefined {
  const whole = kazakhNumberWords().get(word)
  if (whole !== undefined) return whole
  if (word.length < 3 || !kazakhFirstLetters().has(word[0] ?? '') || kazakhNotNumbers.has(word)) return undefined
  for (const ending of kazakhNumberEndings) {
    if (!word.endsWith(ending)) continue
    const stem = word.slice(0, -ending.length)
    const found = kazakhNumberWords().get(stem)
    if (found !== undefined) return { ...found, ending }
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
  // «без двадцати восемь»: two numbers, of the clock.
  const isMinutes = /(?<!\p{L})без $/iu.test(text.slice(Math.max(0, start - 5), start))
  let next = isLast(first) || isMinutes ? undefined : nextWord(text, runEnd, joiner)
  while (next !== undefined) {
    const word = lookup(text.slice(next.start, next.end).toLowerCase())
    if (word === undefined || !run.take(word)) break
    runEnd = next.end
    next = isLast(word) ? undefined : nextWord(text, runEnd, joiner)
  }
  const fraction = run.ending === undefined ? undefined : kazakhFraction(text, start, runEnd, run)
  if (fraction !== undefined) return fraction
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
    // «сотни тысяч людей» counts nothing, either.
    // «половина девятого» is half past eight.
    weak:
      (first.weak === true && (run.words === 1 || first.role === 'hundred')) ||
      (run.isOrdinal && /половин[ауы]\s$/iu.test(text.slice(Math.max(0, start - 9), start))),
    // «үш жарымда» is half past three.
    ...(run.words > 1 && run.value % 1 === 0.5 ? { parts: [run.value - 0.5, 0.5] } : {}),
    ...(unit === undefined ? {} : { unit }),
  }
}

/** No word of the same number follows it. */
function isLast({ role, ordinal, ending }: NumberWord): boolean {
  return role === 'alone' || ordinal === true || ending !== undefined
}

/** «үштен бірі», «оннан сегізі», «төрттен үш бөлігі»: the second of the first. */
function kazakhFraction(text: string, start: number, end: number, below: NumberRun): NumberMention | undefined {
  if (!kazakhDenominatorEnding.test(below.ending ?? '') || below.value < 2) return undefined
  const next = nextWord(text, end, kazakhJoiner)
  const above = next === undefined ? undefined : kazakhWord(text.slice(next.start, next.end).toLowerCase())
  if (next === undefined || above === undefined || above.value >= below.value) return undefined
  const isPart =
    above.ending === undefined
      ? text.startsWith(' бөлі', next.end)
      : kazakhNumeratorEnding.test(above.ending) && above.role !== 'alone'
  if (!isPart) return undefined
  return {
    ...plain(start, next.end, above.value / below.value),
    kind: 'fraction',
    parts: above.value === 1 ? [below.value] : [above.value, below.value],
    spelled: true,
  }
}

function nextWord(
  text: string,
  end: number,
  joiner: RegExp,
): { readonly start: number; readonly end: number } | undefined {
  const joined = at(joiner, text, end)
  if (joined === undefined) return undefined
  const start = end + joined[0].length
  return isLetter(text.charCodeAt(start)) ? { start, end: wordEnd(text, start) } : undefined
}

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

/** «бесжылдық», «үшжақты»: the same in Kazakh. */
function kazakhCompound(text: string, start: number, end: number): NumberMention | undefined {
  if (end - start < 6) return undefined
  const word = text.slice(start, end).toLowerCase()
  if (!kazakhFirstLetters().has(word[0] ?? '')) return undefined
  for (const [stem, { value, role }] of kazakhNumberWords()) {
    if (role === 'alone' || !word.startsWith(stem) || !kazakhCompoundEnd.test(word.slice(stem.length))) continue
    return { ...plain(start, end, value), spelled: true, weak: true }
  }
  return undefined
}
