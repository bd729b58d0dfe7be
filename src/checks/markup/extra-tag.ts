import { type SegmentCheck, targetFlaw } from '../check.ts'
import { difference } from '../multiset.ts'

/** The target has a tag or inline code the source has not. */
export const extraTag: SegmentCheck = {
  description: { id: 'markup/extra-tag', level: 'error', its: 'markup', mqm: 'design/markup/added' },
  scope: 'segment',
  *run({ source, target }) {
    if (target.markup.length === 0) return
    for (const tag of difference(target.markup, source.markup))
      yield targetFlaw(tag.start, tag.end, { data: { tag: tag.written } })
  },
}
