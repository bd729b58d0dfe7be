/** The one form in which texts are compared: what differs only in it counts as the same sentence in another dress. */

import type { Language } from '../model/index.ts'

declare const normalizedBrand: unique symbol

/** NFC, white-space runs one blank, no blank at the ends, lower case by the language's rules. */
export type Normalized = string & { readonly [normalizedBrand]: true }

/**
 * The only maker of {@link Normalized}. Inline codes are one symbol each already in `plainText`.
 * Lower case follows the language: `I` is `ı` and `İ` is `i` in kk-Latn (as in Turkish and Azeri), `i` elsewhere.
 */
export function normalize(text: string, language: Language): Normalized {
  // Proof: this is the definition of the brand.
  return lowerCase(collapseBlanks(text.normalize('NFC')), language) as Normalized
}

/** Lower case by the rules of the language. */
export function lowerCase(text: string, language: Language): string {
  const locale = casingLocale(language)
  return locale === undefined ? text.toLowerCase() : text.toLocaleLowerCase(locale)
}

/** White-space runs become one blank; none stays at the ends. */
export function collapseBlanks(text: string): string {
  return hasOddBlanks(text) ? text.replace(/\s+/gu, ' ').trim() : text
}

/** A look at every unit is ten times cheaper than `replace`, and most texts have nothing to replace. */
function hasOddBlanks(text: string): boolean {
  let previous = 32
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 32) {
      if (previous === 32) return true
    } else if (unit < 32 || (unit >= 0x80 && isBlankUnit(unit))) return true
    previous = unit
  }
  return previous === 32 && text.length > 0
}

/** JavaScript's `\s` beyond ASCII; a control character is looked at by `replace` itself. */
function isBlankUnit(unit: number): boolean {
  return (
    unit === 0xa0 ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000 ||
    unit === 0xfeff
  )
}

/** ICU locale whose casing differs from the default; Kazakh Latin of 2021 has dotted and dotless i, as Turkish. */
function casingLocale(language: Language): string | undefined {
  if (/^(?:kk-Latn|tr|az)(?:-|$)/.test(language)) return 'tr'
  return /^lt(?:-|$)/.test(language) ? 'lt' : undefined
}
