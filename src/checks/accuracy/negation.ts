import { type SegmentCheck, wholeTarget } from '../check.ts'

/** The source denies something and nothing in the target does, or the other way round. Weak: a good translator may turn it. */
export const negation: SegmentCheck = {
  description: {
    id: 'accuracy/negation',
    level: 'info',
    its: 'mistranslation',
    mqm: 'accuracy/mistranslation/negation',
  },
  scope: 'segment',
  weak: 'negation',
  *run(pair) {
    if (pair.isGarbled) return
    const { source, target } = pair.evidence
    const [word] = source.negations
    if (word !== undefined && source.sureNegations > 0 && target.negations.length === 0) {
      yield wholeTarget(pair, { variant: 'lost', data: { word: word.text } })
    }
    const added = target.negations.length - source.negations.length
    const [extra] = target.negations
    if (source.negations.length === 0 && target.sureNegations >= 2 && added >= 2 && extra !== undefined) {
      yield { side: 'target', start: extra.start, end: extra.end, variant: 'added', data: { word: extra.text } }
    }
  },
}
