import { type SegmentCheck, wholeTarget } from '../check.ts'
import { foreignScore, sure } from './evidence.ts'
import { isSkipped } from './misaligned.ts'

/** The target is the translation of something else. */
export const foreign: SegmentCheck = {
  description: { id: 'drift/foreign', level: 'warning', its: 'mistranslation', mqm: 'accuracy/mistranslation' },
  scope: 'segment',
  weak: 'lexicon',
  *run(pair) {
    if (!isSkipped(pair) && pair.isProse && foreignScore(pair) >= sure.foreign) yield wholeTarget(pair)
  },
}
