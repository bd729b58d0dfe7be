import { type SegmentCheck, wholeTarget } from '../check.ts'
import { isForeign } from './evidence.ts'
import { isSkipped } from './misaligned.ts'
import { missingPart } from './missing-part.ts'

/** The end of the sentence, or a clause of it, is not translated: the target is short and a run of words has no counterpart. */
export const truncated: SegmentCheck = {
  description: { id: 'drift/truncated', level: 'warning', its: 'omission', mqm: 'accuracy/omission' },
  scope: 'segment',
  *run(pair) {
    if (isSkipped(pair) || isForeign(pair)) return
    const part = missingPart(pair, 'target')
    if (part !== undefined) {
      yield wholeTarget(pair, { data: { text: pair.source.text.slice(part.start, part.end) } })
    }
  },
}
