import { type DocumentCheck, wholeTarget } from '../check.ts'
import type { Pair } from '../pair.ts'
import { isPluralForm, pluralGroups } from './plural-groups.ts'

/** All plural forms are the same text, though the language inflects: «1 файл, 2 файл». */
export const identicalForms: DocumentCheck = {
  description: {
    id: 'plurals/identical-forms',
    level: 'warning',
    its: 'internationalization',
    mqm: 'locale-conventions/plurals',
  },
  scope: 'document',
  concerns: ({ unit }) => isPluralForm(unit),
  *run(pairs) {
    for (const { base, forms } of pluralGroups(pairs)) {
      const filled = [...forms.values()].filter(pair => !pair.isEmpty)
      const [first] = filled
      // Kazakh keeps the singular after a number: one form is right there.
      if (first === undefined || filled.length < 2 || !first.targetIs('ru', 'en') || !isCounting(first)) continue
      if (new Set(filled.map(pair => pair.source.text)).size < 2 || first.target.words.length === 0) continue
      if (filled.every(pair => pair.target.text === first.target.text)) {
        yield { pair: first, ...wholeTarget(first, { data: { key: base } }) }
      }
    }
  },
}

/** A thing is counted: a word stands right after the number, neither shortened nor a preposition. «%d-й день», «%d мин», «%d из %d» have one form. */
function isCounting({ target }: Pair): boolean {
  // Without its number only a bare noun is sure to be counted: «Удалить файлы» is right for any number but 1.
  if (target.placeholders.length === 0) return target.words.length === 1 && /^\p{Ll}/u.test(target.text)
  return target.placeholders.some(({ end }) =>
    /^[ \u00a0](?!(?:из|для|через|перед|после|каждый|на|от|до|по)(?!\p{L}))(?!\p{L}*(?:ео|ио|си|ото|еню|аше|ино)(?!\p{L}))\p{Ll}{4,}(?![\p{L}.])/u.test(
      target.masked.slice(end),
    ),
  )
}
