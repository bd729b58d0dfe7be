import type { SegmentCheck } from '../check.ts'
import { primaryOf } from '../pair.ts'

/** A term of the glossary stands in the source and none of its translations in the target, in any form. */
export const missingTerm: SegmentCheck = {
  description: {
    id: 'terminology/missing',
    level: 'warning',
    its: 'terminology',
    mqm: 'terminology/inconsistent-with-terminology-resource',
  },
  scope: 'segment',
  *run(pair, { terms }) {
    if (terms.isEmpty || pair.isGarbled) return
    const { source, target } = pair
    const inSource = terms.find(source.masked, source.words, source.language)
    if (inSource.length === 0) return
    const language = primaryOf(target.language)
    const inTarget = new Set(
      terms.findAll(target.masked, target.words, target.language).map(mention => mention.compiled.concept),
    )
    const told = new Set<unknown>()
    for (const { compiled, start, end } of inSource) {
      const { concept, term } = compiled
      if (told.has(concept) || concept.doNotTranslate || term.status === 'forbidden' || term.status === 'deprecated')
        continue
      told.add(concept)
      const wanted = concept.terms.filter(
        ({ language: own, status }) => primaryOf(own) === language && status !== 'forbidden' && status !== 'deprecated',
      )
      if (wanted.length === 0 || inTarget.has(concept)) continue
      yield {
        side: 'source',
        start,
        end,
        data: { term: source.text.slice(start, end), expected: wanted.map(({ text }) => text).join(', ') },
      }
    }
  },
}
