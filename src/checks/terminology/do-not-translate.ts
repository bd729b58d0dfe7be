import type { SegmentCheck } from '../check.ts'

/** A name that must stand unchanged is not in the target as it is written. */
export const doNotTranslate: SegmentCheck = {
  description: {
    id: 'terminology/do-not-translate',
    level: 'error',
    its: 'terminology',
    mqm: 'accuracy/do-not-translate',
  },
  scope: 'segment',
  *run({ source, target, isGarbled }, { terms }) {
    if (terms.isEmpty || isGarbled) return
    for (const { compiled, start, end } of terms.find(source.masked, source.words, source.language)) {
      if (!compiled.concept.doNotTranslate || target.text.includes(compiled.term.text)) continue
      yield { side: 'source', start, end, data: { term: compiled.term.text } }
    }
  },
}
