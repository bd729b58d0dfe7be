/**
 * The stems of a memory's units: for each language which units have it, and the distinct stems of each. What stands in how
 * many pairs is counted from it when it is asked for, so nothing is pruned and whatever comes or goes is counted exactly.
 *
 * ```
 *             unit 0        unit 1        unit 2
 *   en        s4 s7 s9      –             s4 s12
 *   kk        s1 s2         s2 s5         s8
 *
 *   rows   [0, 2]   starts [0, 3, 5]   stems [4, 7, 9, 4, 12]      (en)
 * ```
 */

import { baseLanguage, type Language, plainText, type TranslationUnit, type Variant } from '../../model/index.ts'
import { hash32 } from '../unit.ts'

export interface StemIndex {
  /** One a unit: what tells it from others. */
  readonly keys: Float64Array
  /** One a unit: hash of its texts. */
  readonly contents: Float64Array
  readonly languages: readonly StemLanguage[]
}

/** The stems of one language; `stems` holds numbers of stems, distinct in each unit. */
export interface StemLanguage {
  /** Base language: `ru` for `ru-KZ`. */
  readonly language: Language
  /** Units that have the language, in order. */
  readonly rows: Uint32Array
  /** Where the stems of each of them begin, and the end. */
  readonly starts: Uint32Array
  readonly stems: Uint32Array
  /** UTF-16 units of all stems, one behind the other, and where each begins. */
  readonly letters: Uint16Array
  readonly letterStarts: Uint32Array
  /** Open addressing over the hashes of the stems: number + 1, 0 is a free place. */
  readonly table: Uint32Array
}

/** A hash of 53 bits. */
export function hash53(text: string): number {
  return hash32(text) * 0x200000 + (hash32(text, 0x9e3779b1) & 0x1fffff)
}

/** Hash of what a unit says, whatever else is told of it. */
export function contentHash({ variants }: TranslationUnit): number {
  return hash53(variants.map(({ language, content }) => `${language}\u0000${plainText(content)}`).join('\u0001'))
}

/** One variant for each base language: the tag that is the base itself, else the first. */
export function baseVariants({ variants }: TranslationUnit): ReadonlyMap<Language, Variant> {
  const found = new Map<Language, Variant>()
  for (const variant of variants) {
    const base = baseLanguage(variant.language)
    if (variant.language === base || !found.has(base)) found.set(base, variant)
  }
  return found
}

/** Number of a stem, or -1. */
export function stemNumber(language: StemLanguage, stem: string): number {
  const { table } = language
  const mask = table.length - 1
  for (let slot = hash32(stem) & mask; table[slot] !== 0 && mask >= 0; slot = (slot + 1) & mask) {
    const number = (table[slot] ?? 0) - 1
    if (isStem(language, number, stem)) return number
  }
  return -1
}

function isStem({ letters, letterStarts }: StemLanguage, number: number, stem: string): boolean {
  const start = letterStarts[number] ?? 0
  if ((letterStarts[number + 1] ?? 0) - start !== stem.length) return false
  for (let i = 0; i < stem.length; i++) if (letters[start + i] !== stem.charCodeAt(i)) return false
  return true
}

/** The stem of a number. */
export function stemText({ letters, letterStarts }: StemLanguage, number: number): string {
  let text = ''
  for (let i = letterStarts[number] ?? 0; i < (letterStarts[number + 1] ?? 0); i++) {
    text += String.fromCharCode(letters[i] ?? 0)
  }
  return text
}
