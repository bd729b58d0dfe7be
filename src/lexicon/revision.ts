/** What kind of change lies between an accepted text and its revision, told from the two texts of one language. */

import type { Language, WordChange } from '../model/index.ts'
import { monthMentions } from '../text/months.ts'
import { numberMentions } from '../text/numbers.ts'
import { diffWords } from '../text/word-diff.ts'
import { foldWord, isCapitalised, isInitialism, words } from '../text/words.ts'
import { negations } from './negation.ts'
import { weekdayMentions } from './weekdays.ts'

/**
 * none: equal. punctuation: only marks, blanks, quotation marks, case or the letter ё. language: another language stands there
 * now. number, date, negation, name: something of that kind changed. shortened, extended: words only went, or only came.
 * wording: other words.
 */
export type RevisionKind =
  | 'none'
  | 'punctuation'
  | 'language'
  | 'number'
  | 'date'
  | 'negation'
  | 'name'
  | 'shortened'
  | 'extended'
  | 'wording'

export interface Revision {
  /** The gravest kind of change found. */
  readonly kind: RevisionKind
  /** True when the meaning cannot have changed: `none` and `punctuation`. */
  readonly isHarmless: boolean
}

/** Compares the accepted text with the text now. */
export function classifyRevision(before: string, after: string, language: Language): Revision {
  const kind = kindOf(before, after, language)
  return { kind, isHarmless: kind === 'none' || kind === 'punctuation' }
}

function kindOf(before: string, after: string, language: Language): RevisionKind {
  if (before === after) return 'none'
  const changes = diffWords(before, after)
  const removed = wordsIn(changes, 'removed')
  const added = wordsIn(changes, 'added')
  if (hasOtherScript(before, after)) return 'language'
  const isSameWords = spelled(before, language) === spelled(after, language)
  const isFinalKept = finalMark(before) === finalMark(after)
  if (isSameWords) return isFinalKept ? 'punctuation' : 'wording'
  const isCut = added.length === 0 && removed.length >= longCut
  const isLonger = removed.length === 0 && added.length >= longCut
  // A clause that goes takes its numbers and names with it: the clause is what happened.
  if (isCut) return 'shortened'
  if (isLonger) return 'extended'
  if (differs(numbersOf(before, language), numbersOf(after, language))) return 'number'
  if (differs(datesOf(before, language), datesOf(after, language))) return 'date'
  if (denialsOf(before, language) !== denialsOf(after, language)) return 'negation'
  if (removed.some(word => isName(word, before)) && added.some(word => isName(word, after))) return 'name'
  if (removed.length >= 2 * added.length + longCut) return 'shortened'
  if (added.length >= 2 * removed.length + longCut) return 'extended'
  return 'wording'
}

/** So many words in one direction are more than a slip. */
const longCut = 3

function wordsIn(changes: readonly WordChange[], kind: WordChange['kind']): readonly string[] {
  return changes.filter(change => change.kind === kind).flatMap(change => words(change.text).map(word => word.text))
}

/** The words, figures and signs of value alone, folded: two texts with the same words differ in marks only. */
function spelled(text: string, language: Language): string {
  // With the minus of −5, without the dash of 5–6.
  const numbers =
    text
      .replaceAll('−', '-')
      .match(/(?<![^\s(«“"])-\p{N}+|\p{N}+|[\p{Sc}%‰°]/gu)
      ?.join(' ') ?? ''
  return `${words(text)
    .map(word => foldWord(word.text, language))
    .join(' ')} ${numbers}`
}

/** A question that became a statement is no matter of marks. */
function finalMark(text: string): string {
  return /[?!]/u.exec(text.replace(/[\s"”»’')\]]+$/u, '').slice(-1))?.[0] ?? '.'
}

/** More than a third of the letters are of a script the text had hardly any of. */
function hasOtherScript(before: string, after: string): boolean {
  const latin = (text: string): number => {
    const letters = text.match(/\p{L}/gu)?.length ?? 0
    return letters === 0 ? 0 : (text.match(/\p{Script=Latin}/gu)?.length ?? 0) / letters
  }
  return Math.abs(latin(before) - latin(after)) > 0.3
}

function numbersOf(text: string, language: Language): readonly string[] {
  return numberMentions(text, language)
    .filter(number => !number.weak)
    .map(number => String(number.value))
}

function datesOf(text: string, language: Language): readonly string[] {
  return [
    ...monthMentions(text, language)
      // «наурыз», «қазан» are months far oftener than a feast and a cauldron; `may` and `march` are not.
      .filter(mention => !mention.weak || !language.startsWith('en'))
      .map(mention => `m${mention.month}`),
    ...weekdayMentions(text, language).map(mention => `d${mention.day}`),
  ]
}

function denialsOf(text: string, language: Language): number {
  return negations(text, language).filter(negation => negation.sure).length
}

function differs(a: readonly string[], b: readonly string[]): boolean {
  return [...a].sort().join('|') !== [...b].sort().join('|')
}

/** A capital that is not only the beginning of the text. */
function isName(word: string, text: string): boolean {
  return (isCapitalised(word) && text.replace(/^[^\p{L}]+/u, '').indexOf(word) > 0) || isInitialism(word)
}
