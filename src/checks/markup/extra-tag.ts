import { type SegmentCheck, targetFlaw } from '../check.ts'
import { difference } from '../multiset.ts'
import { severity } from './severity.ts'

/** The target has a tag or inline code the source has not. */
export const extraTag: SegmentCheck = {
  description: { id: 'markup/extra-tag', level: 'error', its: 'markup', mqm: 'design/markup/added' },
  scope: 'segment',
  *run({ source, target }) {
    if (target.markup.length === 0) return
    const extra = difference(target.markup, source.markup)
    const [first] = extra
    if (first === undefined) return
    yield targetFlaw(first.start, first.end, {
      ...severity(extra, source.markup, target.markup),
      data: {
        tag: extra
          .map(tag => tag.written)
          .join(' ')
          .slice(0, 200),
        tags: extra.length,
      },
    })
  },
}
