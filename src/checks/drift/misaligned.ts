import { type SegmentCheck, wholeTarget } from '../check.ts'
import type { Pair } from '../pair.ts'
import { doubtful, foreignScore, sure } from './evidence.ts'

/** Words, names and numbers of the two sides hardly meet: the pair may not say the same. Weak alone. */
export const misaligned: SegmentCheck = {
  description: { id: 'drift/misaligned', level: 'warning', its: 'mistranslation', mqm: 'accuracy/mistranslation' },
  scope: 'segment',
  weak: 'lexicon',
  *run(pair) {
    if (isSkipped(pair) || !pair.isProse) return
    const score = foreignScore(pair)
    if (score < doubtful.foreign || score >= sure.foreign) return
    const { source } = pair.evidence
    yield wholeTarget(pair, { level: 'info', data: { found: source.found, known: source.known } })
  },
}

/** Nothing to compare: no readable target, or a copy of the source told elsewhere. */
export function isSkipped(pair: Pair): boolean {
  // A chapter in one segment is no sentence to be matched word by word; the cost would grow with its square.
  if (pair.source.words.length > 400 || pair.target.words.length > 400) return true
  return pair.isGarbled || pair.isEmpty || pair.source.text === pair.target.text || pair.isUntranslated
}
