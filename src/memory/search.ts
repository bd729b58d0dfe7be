/** Concordance: units that have certain words, in any of their forms, or long pieces of a sentence word for word. */

import { type Language, plainText, type TranslationUnit } from '../model/index.ts'
import { normalize } from '../text/normalize.ts'
import { sameStem } from '../text/stem.ts'
import { isWord, tokens } from '../text/tokens.ts'
import { foldWord } from '../text/words.ts'
import type { Engine } from './engine.ts'
import type { WordTest } from './fuzzy/types.ts'
import type { IndexSet } from './indexes.ts'
import { variantOf } from './unit.ts'

export interface SearchOptions {
  /** Language of the words searched. */
  readonly language: Language
  /** Most units; 50 when absent. */
  readonly limit?: number
}

export interface FoundWords {
  readonly unit: TranslationUnit
  readonly language: Language
  /** Where the words stand in the variant's plain text, UTF-16 units, in order. */
  readonly spans: readonly { readonly start: number; readonly end: number }[]
  /**
   * 2 for the words side by side in their order, plus the share of them in the very form asked for; for a unit that has
   * only a piece of the sentence, the piece's share of it, less 1.
   */
  readonly rank: number
}

/** More texts than this are not looked at: whoever asks for a word so common wants some examples, not the best of all. */
const mostTexts = 5000

/** Shorter pieces say nothing of their own. */
const leastTokens = 3

/**
 * Units with all words of `text`; phrases first, then exact forms, then the older unit. Where no unit has them all, those
 * with the longest pieces of it.
 */
export async function searchWords(
  engine: Engine,
  indexes: IndexSet,
  text: string,
  { language, limit = 50 }: SearchOptions,
): Promise<readonly FoundWords[]> {
  const asked = tokens(normalize(text, language)).filter(isWord)
  if (asked.length === 0) return []
  const index = await indexes.of(language)
  const tests = asked.map(word => wordTest(word, language))
  const sequences = index.withWords(tests, mostTexts)
  const found: FoundWords[] = []
  for (const stored of await engine.bySequence(sequences)) {
    const variant = stored === undefined ? undefined : variantOf(stored.unit, language)
    if (stored === undefined || variant === undefined) continue
    const place = placeWords(plainText(variant.content), tests, language)
    if (place !== undefined) found.push({ unit: stored.unit, language: variant.language, ...place })
  }
  if (found.length === 0) return searchPieces(engine, indexes, text, { language, limit })
  return found.sort((a, b) => b.rank - a.rank).slice(0, limit)
}

async function searchPieces(
  engine: Engine,
  indexes: IndexSet,
  text: string,
  { language, limit = 50 }: SearchOptions,
): Promise<readonly FoundWords[]> {
  const index = await indexes.of(language)
  const asked = tokens(normalize(text, language))
  const fragments = index.fragments(text, leastTokens, limit)
  const units = await engine.bySequence(fragments.map(({ sequence }) => sequence))
  return fragments.flatMap(({ start, end }, i) => {
    const unit = units[i]?.unit
    const variant = unit === undefined ? undefined : variantOf(unit, language)
    if (unit === undefined || variant === undefined) return []
    const span = spanOf(plainText(variant.content), asked.slice(start, end), language)
    if (span === undefined) return []
    return { unit, language: variant.language, spans: [span], rank: (end - start) / asked.length - 1 }
  })
}

/** Where a run of normalised tokens stands in a text. */
function spanOf(
  text: string,
  run: readonly string[],
  language: Language,
): { readonly start: number; readonly end: number } | undefined {
  const own = [...text.matchAll(/[\p{L}\p{M}\p{Nd}]+|\S/gu)]
  const normal = own.map(match => normalize(match[0], language) as string)
  const at = normal.findIndex((_, i) => run.every((token, j) => token === normal[i + j]))
  const first = own[at]
  const last = own[at + run.length - 1]
  return first === undefined || last === undefined
    ? undefined
    : { start: first.index, end: last.index + last[0].length }
}

/** A form of the same word; numbers only when equal. */
function wordTest(asked: string, language: Language): WordTest {
  const isNumber = /\p{Nd}/u.test(asked)
  const folded = foldWord(asked, language)
  return {
    exact: asked,
    first: folded.codePointAt(0) ?? 0,
    matches: word => word === asked || (!isNumber && sameStem(foldWord(word, language), folded, language)),
  }
}

/** Spans of the words and their rank; nothing when one of them is missing. */
function placeWords(
  text: string,
  tests: readonly WordTest[],
  language: Language,
): Pick<FoundWords, 'spans' | 'rank'> | undefined {
  const own = [...text.matchAll(/[\p{L}\p{M}\p{Nd}]+/gu)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
    word: normalize(match[0], language) as string,
  }))
  const isAsked = own.map(({ word }) => tests.some(test => test.matches(word)))
  if (!tests.every(test => own.some(({ word }) => test.matches(word)))) return undefined
  const exact = tests.filter(test => own.some(({ word }) => word === test.exact)).length
  const isPhrase = own.some((_, i) => tests.every((test, j) => test.matches(own[i + j]?.word ?? '')))
  return {
    spans: own.filter((_, i) => isAsked[i]).map(({ start, end }) => ({ start, end })),
    rank: (isPhrase ? 2 : 0) + exact / tests.length,
  }
}
