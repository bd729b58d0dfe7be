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
    // A reference made twice, where the source makes it once.
    const isRepeated = extra.every(({ literal, key }) => literal && source.markup.some(tag => tag.key === key))
    yield targetFlaw(first.start, first.end, {
      ...severity(isRepeated ? [] : extra, source.markup, target.markup, 'info'),
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
