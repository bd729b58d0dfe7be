/** Words of a text: runs of letters, for counting, matching and evidence. Numbers and marks are not words. */

import type { Language } from '../model/index.ts'
import { endOfLetters, isCapital, isLetter } from './letters.ts'

/** `text` is exactly the slice `[start, end)`, UTF-16 units. */
export interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
}

/**
 * All words in order. A hyphenated word gives its parts: `pro-Western` is `pro` and `Western`. Initialisms with full stops
 * (`U.S.`, `Т.Г.`) stay whole; an apostrophe inside stays (`don’t`). As a pattern:
 * `\p{Lu}\.(?:\p{Lu}\.)+ | \p{L}[\p{L}\p{M}]*(?:['’ʼ][\p{L}\p{M}]+)*`
 */
export function words(text: string): readonly Word[] {
  const found: Word[] = []
  for (let i = 0; i < text.length; ) {
    const codePoint = text.codePointAt(i) ?? 0
    if (!isLetter(codePoint)) {
      i += codePoint > 0xffff ? 2 : 1
      continue
    }
    const end = endOfInitialism(text, i) ?? endOfWord(text, i)
    found.push({ text: text.slice(i, end), start: i, end })
    i = end
  }
  return found
}

/** Index behind `U.S.`; undefined where there are not two capitals with their stops. */
function endOfInitialism(text: string, start: number): number | undefined {
  let i = start
  let letters = 0
  for (;;) {
    const codePoint = text.codePointAt(i) ?? 0
    const width = codePoint > 0xffff ? 2 : 1
    if (text[i + width] !== '.' || !isCapital(codePoint)) break
    i += width + 1
    letters++
  }
  return letters >= 2 ? i : undefined
}

function endOfWord(text: string, start: number): number {
  let end = endOfLetters(text, start)
  while (text[end] === "'" || text[end] === '’' || text[end] === 'ʼ') {
    const next = endOfLetters(text, end + 1)
    if (next === end + 1) break
    end = next
  }
  return end
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
