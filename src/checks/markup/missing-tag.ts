import { type SegmentCheck, targetFlaw } from '../check.ts'
import { difference } from '../multiset.ts'
import type { MarkupMention } from '../text-view.ts'
import { severity } from './severity.ts'

/** A tag or inline code of the source is not in the target. */
export const missingTag: SegmentCheck = {
  description: { id: 'markup/missing-tag', level: 'error', its: 'markup', mqm: 'design/markup/missing' },
  scope: 'segment',
  *run(pair) {
    const { source, target } = pair
    if (source.markup.length === 0) return
    const missing = difference(source.markup, target.markup)
    const [first] = missing
    if (first === undefined) return
    const isClosing = missing.every(tag => tag.kind === 'close')
    // «особенность «меткий»»: quotation marks in place of another face; one of several words may go without it; lines break elsewhere.
    const isOther =
      (target.quotes.length - source.quotes.length === missing.length && isAroundWords(source.text, missing)) ||
      missing.every(({ key }) => target.markup.some(tag => tag.key === key)) ||
      missing.every(({ written }) => /^<(?:br|nl|p|\/p)\b/i.test(written))
    yield targetFlaw(0, target.text.length, {
      ...severity(missing, source.markup, target.markup, isOther ? 'info' : 'warning'),
      variant: isClosing ? 'closing' : 'opening',
      data: {
        tag: missing
          .map(tag => tag.written)
          .join(' ')
          .slice(0, 200),
        tags: missing.length,
      },
    })
  },
}

function isAroundWords(text: string, tags: readonly MarkupMention[]): boolean {
  return /\p{L}/u.test(text.slice(tags[0]?.end, tags.at(-1)?.start))
}
