/** Languages as bits of a number, so that the index can tell which units have a target. */

import { baseLanguage, isSameLanguage, type Language, language, plainText } from '../model/index.ts'
import type { StoredUnit } from './engine.ts'
import type { IndexedText } from './fuzzy/types.ts'
import { variantFor } from './unit.ts'

/** Languages beyond the thirtieth share this bit. */
export const sharedBit: number = 1 << 30

export interface LanguageBits {
  /** The bit of a language, given at the first asking. */
  bit(tag: Language): number
  /** In the order of their bits. */
  languages(): readonly Language[]
}

export function languageBits(known: readonly Language[] = []): LanguageBits {
  const bits = new Map<Language, number>()
  const bit = (tag: Language): number => {
    const base = baseLanguage(tag)
    const given = bits.get(base)
    if (given !== undefined) return given
    const fresh = bits.size < 30 ? 1 << bits.size : sharedBit
    bits.set(base, fresh)
    return fresh
  }
  for (const tag of known) bit(tag)
  return { bit, languages: () => [...bits.keys()] }
}

const kazakh = language('kk')
const kazakhLatin = language('kk-Latn')

/** The text of a unit in a source language; undefined when it is deleted or has none. */
export function textOfUnit(stored: StoredUnit, base: Language, { bit }: LanguageBits): IndexedText | undefined {
  const source = stored.isDeleted ? undefined : variantFor(stored.unit, base)
  if (source === undefined) return undefined
  let languages = 0
  for (const variant of stored.unit.variants) {
    if (!isSameLanguage(variant.language, base)) languages |= bit(variant.language)
    // Kazakh Cyrillic can be had in Latin, too.
    if (isSameLanguage(variant.language, kazakh)) languages |= bit(kazakhLatin)
  }
  const { previous, next } = stored.unit
  return {
    sequence: stored.sequence,
    text: plainText(source.content),
    languages,
    ...(previous === undefined ? {} : { previous }),
    ...(next === undefined ? {} : { next }),
  }
}
