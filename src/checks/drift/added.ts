import { type SegmentCheck, targetFlaw } from '../check.ts'
import { isForeign } from './evidence.ts'
import { isSkipped } from './misaligned.ts'
import { missingPart } from './missing-part.ts'

/** The target says more than the source: it is long and a run of its words has no counterpart. */
export const added: SegmentCheck = {
  description: { id: 'drift/added', level: 'warning', its: 'addition', mqm: 'accuracy/addition' },
  scope: 'segment',
  *run(pair) {
    if (isSkipped(pair) || isForeign(pair)) return
    const part = missingPart(pair, 'source')
    if (part !== undefined)
      yield targetFlaw(part.start, part.end, { data: { text: pair.target.text.slice(part.start, part.end) } })
  },
}
