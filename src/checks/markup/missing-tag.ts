import { type SegmentCheck, targetFlaw } from '../check.ts'
import { difference } from '../multiset.ts'

/** A tag or inline code of the source is not in the target. */
export const missingTag: SegmentCheck = {
  description: { id: 'markup/missing-tag', level: 'error', its: 'markup', mqm: 'design/markup/missing' },
  scope: 'segment',
  *run(pair) {
    const { source, target } = pair
    if (source.markup.length === 0) return
    for (const tag of difference(source.markup, target.markup)) {
      const end = target.text.length
      yield targetFlaw(0, end, { data: { tag: tag.written }, variant: tag.kind === 'close' ? 'closing' : 'opening' })
    }
  },
}
