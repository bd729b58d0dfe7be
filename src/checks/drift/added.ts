import { type SegmentCheck, targetFlaw, wholeTarget } from '../check.ts'
import { addedScore, doubtful, foreignScore, sure } from './evidence.ts'
import { isSkipped } from './misaligned.ts'

/** The target says more than the source: it is long and its words have no counterpart. */
export const added: SegmentCheck = {
  description: { id: 'drift/added', level: 'warning', its: 'addition', mqm: 'accuracy/addition' },
  scope: 'segment',
  weak: 'length',
  *run(pair) {
    if (isSkipped(pair) || !pair.isProse) return
    const score = addedScore(pair)
    if (score < doubtful.added || foreignScore(pair) >= sure.foreign) return
    const level = score < sure.added ? { level: 'info' as const } : {}
    const part = pair.evidence.target.longestUnmatched
    if (part === undefined) yield wholeTarget(pair, { variant: 'long', ...level })
    else
      yield targetFlaw(part.start, part.end, { data: { text: pair.target.text.slice(part.start, part.end) }, ...level })
  },
}
