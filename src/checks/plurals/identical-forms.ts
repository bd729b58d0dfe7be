import { type DocumentCheck, wholeTarget } from '../check.ts'
import { pluralGroups } from './plural-groups.ts'

/** All plural forms are the same text, though the language inflects: «1 файл, 2 файл». */
export const identicalForms: DocumentCheck = {
  description: {
    id: 'plurals/identical-forms',
    level: 'warning',
    its: 'internationalization',
    mqm: 'locale-conventions/plurals',
  },
  scope: 'document',
  *run(pairs) {
    for (const { base, forms } of pluralGroups(pairs)) {
      const filled = [...forms.values()].filter(pair => !pair.isEmpty)
      const [first] = filled
      // Kazakh keeps the singular after a number: one form is right there.
      if (first === undefined || filled.length < 2 || !first.targetIs('ru', 'en')) continue
      if (new Set(filled.map(pair => pair.source.text)).size < 2 || first.target.words.length === 0) continue
      if (filled.every(pair => pair.target.text === first.target.text)) {
        yield { pair: first, ...wholeTarget(first, { data: { key: base } }) }
      }
    }
  },
}
