/** Words of a text: runs of letters, for counting, matching and evidence. Numbers and marks are not words. */

import type { Language } from '../model/index.ts'

/** `text` is exactly the slice `[start, end)`, UTF-16 units. */
export interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Initialisms with full stops (`U.S.`, `Т.Г.`) stay whole; an apostrophe inside stays (`don’t`); hyphens part words. */
const wordPattern = /\p{Lu}\.(?:\p{Lu}\.)+|\p{L}[\p{L}\p{M}]*(?:['’ʼ][\p{L}\p{M}]+)*/gu

/** All words in order. A hyphenated word gives its parts: `pro-Western` is `pro` and `Western`. */
export function words(text: string): readonly Word[] {
  const found: Word[] = []
  for (const match of text.matchAll(wordPattern)) {
    found.push({ text: match[0], start: match.index, end: match.index + match[0].length })
  }
  return found
}

/**
 * The word as dictionaries compare it: NFC, lower case by the language's rules, `ё` as `е`, no full stops, and in English
 * no possessive: `Kazakhstan’s` → `kazakhstan`, `U.S.` → `us`.
 */
export function foldWord(word: string, language: Language): string {
  let folded = lowerCase(word.normalize('NFC'), language)
  if (folded.includes('.')) folded = folded.replaceAll('.', '')
  if (language.startsWith('en')) return folded.replace(/['’ʼ]s?$/u, '').replace(/[’ʼ]/gu, "'")
  return folded.replaceAll('ё', 'е')
}

/** Lower case; Kazakh Latin has its own pair of i: `I` → `ı`, `İ` → `i`. */
export function lowerCase(text: string, language: Language): string {
  return language.startsWith('kk-Latn') ? text.toLocaleLowerCase('tr') : text.toLowerCase()
}

/** True for `NATO`, `ОДКБ`, `U.S.`: two or more letters, all capital. */
export function isInitialism(word: string): boolean {
  return /^\p{Lu}[\p{Lu}.]+$/u.test(word)
}

/** True when the first letter is a capital. */
export function isCapitalised(word: string): boolean {
  return /^\p{Lu}/u.test(word)
}
