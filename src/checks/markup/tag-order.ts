import { type SegmentCheck, targetFlaw } from '../check.ts'
import { difference } from '../multiset.ts'
import type { MarkupMention } from '../text-view.ts'

/** A tag of the target closes before it opens, or tags cross, though the source nests them well. */
export const tagOrder: SegmentCheck = {
  description: { id: 'markup/tag-order', level: 'error', its: 'markup', mqm: 'design/markup/misplaced' },
  scope: 'segment',
  *run({ source, target }) {
    if (target.markup.length < 2) return
    // Missing and extra tags are told by their own rules.
    if (difference(source.markup, target.markup).length > 0 || difference(target.markup, source.markup).length > 0)
      return
    if (misplaced(source.markup) !== undefined) return
    const wrong = misplaced(target.markup)
    if (wrong !== undefined) yield targetFlaw(wrong.start, wrong.end, { data: { tag: wrong.written } })
  },
}

/** The first closing tag that does not close the last one opened. Codes whose other half is in another segment do not count. */
function misplaced(tags: readonly MarkupMention[]): MarkupMention | undefined {
  const paired = new Set(tags.filter(tag => tag.kind === 'open').map(tag => tag.pairKey))
  const open: string[] = []
  for (const tag of tags) {
    if (tag.kind === 'open') open.push(tag.pairKey)
    else if (tag.kind === 'close' && paired.has(tag.pairKey) && open.pop() !== tag.pairKey) return tag
  }
  return undefined
}
