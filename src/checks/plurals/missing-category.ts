import { icuCategories } from '../../text/placeholders.ts'
import { categoriesOf } from '../../text/plural-forms.ts'
import { type DocumentCheck, targetFlaw, wholeTarget } from '../check.ts'
import { isPluralForm, pluralGroups } from './plural-groups.ts'

/** A plural lacks a form the language needs: Russian one, few, many, other; Kazakh one, other. */
export const missingCategory: DocumentCheck = {
  description: {
    id: 'plurals/missing-category',
    level: 'error',
    its: 'internationalization',
    mqm: 'locale-conventions/plurals',
  },
  scope: 'document',
  concerns: ({ unit, target }) => isPluralForm(unit) || target.text.includes('{'),
  *run(pairs) {
    for (const { base, ordinal, forms } of pluralGroups(pairs)) {
      const present = [...forms].filter(([, pair]) => !pair.isEmpty)
      const first = present[0]?.[1]
      if (first === undefined) continue
      const needed = categoriesOf(first.targetLanguage, ordinal ? 'ordinal' : 'cardinal')
      const missing = needed.filter(
        category => !present.some(([given]) => given === category) && isNeeded(category, needed),
      )
      if (missing.length > 0)
        yield { pair: first, ...wholeTarget(first, { data: { key: base, categories: missing.join(', ') } }) }
    }
    for (const pair of pairs) {
      if (!pair.target.text.includes('{')) continue
      for (const { kind, key, start, end } of pair.target.placeholders) {
        if (kind !== 'icu-complex' || key.endsWith(',select}')) continue
        const given = icuCategories(pair.target.text, start)
        const needed = categoriesOf(pair.targetLanguage, key.endsWith(',selectordinal}') ? 'ordinal' : 'cardinal')
        const missing = needed.filter(category => !given.includes(category) && isNeeded(category, needed))
        if (missing.length > 0)
          yield { pair, ...targetFlaw(start, end, { data: { key, categories: missing.join(', ') } }) }
      }
    }
  },
}

/** Russian `other` is for fractions only: counted things never reach it, and gettext has no such form. */
function isNeeded(category: string, needed: readonly string[]): boolean {
  return category !== 'other' || !needed.includes('many')
}
