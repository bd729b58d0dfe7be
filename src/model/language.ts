/** A language is a BCP 47 tag in canonical case, checked once at the border. */

import { Failure } from './failure.ts'

declare const languageBrand: unique symbol

/** BCP 47 tag in canonical case: `en`, `ru`, `kk` (Cyrillic), `kk-Latn`. */
export type Language = string & { readonly [languageBrand]: true }

/**
 * The only maker of {@link Language}. `kk-KZ` and `kk-Cyrl` keep their tags; {@link baseLanguage} tells what they mean.
 * @throws Failure `language.invalid-tag` for what BCP 47 does not allow, such as `xx_`.
 */
export function language(tag: string): Language {
  try {
    const canonical = Intl.getCanonicalLocales(tag)[0]
    if (canonical !== undefined && /^[A-Za-z]{2,8}(?:-|$)/.test(canonical)) {
      // Proof: getCanonicalLocales throws for every tag that is not structurally valid.
      return canonical as Language
    }
  } catch {
    // RangeError: not structurally valid. Told below in our own words.
  }
  throw new Failure('language.invalid-tag', { data: { tag } })
}

/** The language whose rules hold for `tag`: `ru-KZ` → `ru`, `kk-Cyrl-KZ` → `kk`, `kk-Latn-KZ` → `kk-Latn`. */
export function baseLanguage(tag: Language): Language {
  const parts = tag.split('-')
  const primary = parts[0] ?? tag
  // Proof: a canonical tag's first part, or `kk-Latn`, is itself a canonical tag.
  return (primary === 'kk' && parts[1] === 'Latn' ? 'kk-Latn' : primary) as Language
}

/** True when both tags follow the same rules: `kk` covers `kk-KZ`, never `kk-Latn`. */
export function isSameLanguage(a: Language, b: Language): boolean {
  return baseLanguage(a) === baseLanguage(b)
}
