/** Small makers of units for the tests of the memory. */

import { type Language, language, type TranslationUnit, textContent } from '../../src/model/index.ts'

export const en: Language = language('en')
export const ru: Language = language('ru')
export const kk: Language = language('kk')

/** A unit with a text per language tag. */
export function unitOf(
  id: string,
  texts: Readonly<Record<string, string>>,
  more: Partial<TranslationUnit> = {},
): TranslationUnit {
  const variants = Object.entries(texts).map(([tag, text]) => ({ language: language(tag), content: textContent(text) }))
  return { id, variants, ...more }
}
