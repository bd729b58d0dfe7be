/** A translation unit's key, hash and likeness. */

import {
  baseLanguage,
  type Content,
  isSameLanguage,
  type Language,
  plainText,
  type TranslationUnit,
  type Variant,
} from '../model/index.ts'
import { kazakhToLatin } from '../text/transliterate.ts'

/**
 * What makes two units duplicates, as a number of 53 bits: the same texts in the same languages between the same
 * neighbours. Of duplicates the store keeps the first. Codes count by their place, not by their id.
 * Two different units may meet in it, so what it finds is compared.
 */
export function unitKey(unit: TranslationUnit): number {
  const text = unitText(unit)
  return hash32(text) * 0x200000 + (hash32(text, 0x9e3779b1) & 0x1fffff)
}

/** True when the texts and neighbours of both are equal; see {@link unitKey}. */
export function isDuplicate(a: TranslationUnit, b: TranslationUnit): boolean {
  return unitText(a) === unitText(b)
}

function unitText(unit: Omit<TranslationUnit, 'id'>): string {
  const parts = unit.variants.map(variant => `${variant.language}\u0000${plainText(variant.content)}`).sort()
  return [...parts, unit.previous ?? '', unit.next ?? ''].join('\u0001')
}

/** The id of a unit that came without one: made from its texts, so that the same unit gets the same id everywhere. */
export function mintId(unit: Omit<TranslationUnit, 'id'>): string {
  return `u${hashText(unitText(unit)).slice(0, 21)}`
}

/** True when nothing a person or tool would want to keep differs; the order of the languages says nothing. */
export function isSameUnit(a: TranslationUnit, b: TranslationUnit): boolean {
  return a === b || encodeUnit(a) === encodeUnit(b) || encodeUnit(sorted(a)) === encodeUnit(sorted(b))
}

function sorted(unit: TranslationUnit): TranslationUnit {
  return {
    ...unit,
    variants: unit.variants.toSorted((a, b) => (a.language < b.language ? -1 : a.language > b.language ? 1 : 0)),
  }
}

/** A unit as one line of JSON with its fields in one order, so that equal units are equal strings. */
export function encodeUnit(unit: TranslationUnit): string {
  return JSON.stringify({
    id: unit.id,
    variants: unit.variants,
    previous: unit.previous,
    next: unit.next,
    origin: unit.origin,
    author: unit.author,
    created: unit.created,
    changed: unit.changed,
    state: unit.state,
    notes: unit.notes,
    properties: unit.properties,
  })
}

/** The variant of a language: the same tag before one of the same base language. */
export function variantOf(unit: TranslationUnit, language: Language): Variant | undefined {
  return (
    unit.variants.find(variant => variant.language === language) ??
    unit.variants.find(variant => isSameLanguage(variant.language, language))
  )
}

/** A variant as it is asked for: as it stands, or put into the Latin alphabet from Kazakh Cyrillic. */
export interface FoundVariant extends Variant {
  readonly isTransliterated: boolean
}

/**
 * The variant of a language; for `kk-Latn` also that of `kk`, transliterated. The other way there is none: one Latin
 * letter stands for several Cyrillic ones.
 */
export function variantFor(unit: TranslationUnit, language: Language): FoundVariant | undefined {
  const own = variantOf(unit, language)
  if (own !== undefined) return { ...own, isTransliterated: false }
  if ((baseLanguage(language) as string) !== 'kk-Latn') return undefined
  const cyrillic = unit.variants.find(variant => (baseLanguage(variant.language) as string) === 'kk')
  if (cyrillic === undefined) return undefined
  return { ...cyrillic, language, content: latinContent(cyrillic.content), isTransliterated: true }
}

function latinContent(content: Content): Content {
  return content.map(inline => {
    if (inline.kind === 'text') return { ...inline, text: kazakhToLatin(inline.text) }
    if (inline.kind === 'pc' || inline.kind === 'mrk') return { ...inline, children: latinContent(inline.children) }
    return inline
  })
}

/** Plain text of content or text. */
export function textOf(text: Content | string): string {
  return typeof text === 'string' ? text : plainText(text)
}

/** 32-bit hash of UTF-16 units: the finaliser of MurmurHash3 over FNV-1a. Never 0, which means "none". */
export function hash32(text: string, seed = 0x811c9dc5): number {
  let hash = seed
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash ^= hash >>> 16
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  hash ^= hash >>> 16
  return hash >>> 0 || 1
}

/** 128 bits in base 36; two different texts of one memory do not meet in practice. */
export function hashText(text: string): string {
  const seeds = [0x811c9dc5, 0x9e3779b1, 0x7feb352d, 0x1b873593]
  return seeds.map(seed => hash32(text, seed).toString(36).padStart(7, '0')).join('')
}
