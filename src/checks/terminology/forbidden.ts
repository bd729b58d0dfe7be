import type { Term } from '../../model/index.ts'
import { type SegmentCheck, targetFlaw } from '../check.ts'
import { primaryOf } from '../pair.ts'

/** The target uses a term the glossary forbids or calls outdated. */
export const forbiddenTerm: SegmentCheck = {
  description: { id: 'terminology/forbidden', level: 'error', its: 'terminology', mqm: 'terminology/wrong-term' },
  scope: 'segment',
  *run({ target, isGarbled }, { terms }) {
    if (terms.isEmpty || isGarbled) return
    const mentions = terms.find(target.masked, target.words, target.language)
    for (const { compiled, start, end } of mentions) {
      const { concept, term } = compiled
      if (!isRefused(term)) continue
      // The same word may be right for another concept.
      if (mentions.some(other => other.start === start && other.end === end && !isRefused(other.compiled.term)))
        continue
      const better = concept.terms.filter(
        other => primaryOf(other.language) === primaryOf(target.language) && !isRefused(other),
      )
      const [first] = better
      const found = target.text.slice(start, end)
      const isSameForm = first !== undefined && found.toLowerCase() === term.text.toLowerCase()
      yield targetFlaw(start, end, {
        ...(first === undefined ? { variant: 'no-other' } : {}),
        data: { found, expected: better.map(({ text }) => text).join(', ') },
        ...(term.status === 'deprecated' ? { level: 'warning' as const } : {}),
        ...(isSameForm ? { fix: { side: 'target' as const, start, end, text: first.text, safe: false } } : {}),
      })
    }
  },
}

function isRefused({ status }: Term): boolean {
  return status === 'forbidden' || status === 'deprecated'
}
