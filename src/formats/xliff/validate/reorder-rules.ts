/** Sequences of codes that must keep their order: one `canReorder="firstNo"`, then any number of `no`. */

import { attribute, type Check } from './check.ts'
import { isCode, type Text } from './walk.ts'

/** `texts`: the sources, or the targets, of one unit, in order. */
export function checkReorder(check: Check, texts: readonly Text[]): void {
  let isInSequence = false
  for (const text of texts) {
    for (const { element } of text.inlines) {
      if (!isCode(element)) continue
      const canReorder = attribute(element, 'canReorder') ?? 'yes'
      if (canReorder === 'no' && !isInSequence)
        check.report('xliff/editing-hint:sequence', element, { attribute: 'canReorder' })
      // The end of a pair belongs to the sequence its start is in.
      isInSequence = canReorder !== 'yes'
    }
  }
}

/** The codes of each sequence stand in the target in the same order, with no other code between. */
export function checkSameSequence(check: Check, source: Text, target: Text): void {
  const keyed = (text: Text): readonly { readonly key: string; readonly hint: string; readonly index: number }[] =>
    text.inlines
      .filter(({ element }) => isCode(element))
      .map(({ element }, index) => ({
        key: `${attribute(element, 'id') ?? ''} ${attribute(element, 'startRef') ?? ''}`,
        hint: attribute(element, 'canReorder') ?? 'yes',
        index,
      }))
  const wanted = keyed(source)
  const found = keyed(target)
  const at = new Map(found.map(({ key, index }) => [key, index]))
  for (const [i, code] of wanted.entries()) {
    const before = wanted[i - 1]
    if (code.hint !== 'no' || before === undefined) continue
    const here = at.get(code.key)
    const there = at.get(before.key)
    if (here !== undefined && there !== undefined && here !== there + 1) {
      check.report('xliff/editing-hint:moved', target.element, { related: source.element })
      return
    }
  }
}
