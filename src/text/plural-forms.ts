/** Plural categories a language needs (CLDR, through `Intl.PluralRules`). */

import type { Language } from '../model/index.ts'

export const pluralCategories = ['zero', 'one', 'two', 'few', 'many', 'other'] as const
export type PluralCategory = (typeof pluralCategories)[number]

/** In CLDR order; `many` of languages that have it only for compact numbers (fr, es, pt, it) is left out. */
export function categoriesOf(language: Language, type: 'cardinal' | 'ordinal' = 'cardinal'): readonly PluralCategory[] {
  const found = new Intl.PluralRules(language, { type }).resolvedOptions().pluralCategories
  const isCompactOnly = type === 'cardinal' && /^(?:fr|es|pt|it|ca)\b/.test(language)
  return pluralCategories.filter(category => found.includes(category) && !(isCompactOnly && category === 'many'))
}

/** `key_few`, `key_ordinal_one`: the key without its ending, and the ending's category. */
export function splitPluralKey(
  key: string,
): { readonly base: string; readonly category: PluralCategory; readonly ordinal: boolean } | undefined {
  const at = key.lastIndexOf('_')
  if (at <= 0) return undefined
  const category = pluralCategories.find(known => known === key.slice(at + 1))
  if (category === undefined) return undefined
  const rest = key.slice(0, at)
  const ordinal = rest.endsWith('_ordinal')
  return { base: ordinal ? rest.slice(0, -'_ordinal'.length) : rest, category, ordinal }
}
