import { exchangedNames } from '../../lexicon/pair-evidence.ts'
import { type SegmentCheck, targetFlaw } from '../check.ts'
import { isSkipped } from '../drift/misaligned.ts'
import type { TextView } from '../text-view.ts'

/** A name of the source is nowhere in the target, and the target has one of its own: one may stand for the other. Weak alone. */
export const nameMismatch: SegmentCheck = {
  description: {
    id: 'names/mismatch',
    level: 'info',
    its: 'inconsistent-with-source',
    mqm: 'accuracy/mistranslation/entity',
  },
  scope: 'segment',
  weak: 'names',
  *run(pair) {
    if (!pair.isProse || !hasCapitalInside(pair.source) || !hasCapitalInside(pair.target) || isSkipped(pair)) return
    const names = exchangedNames(pair.evidence)
    if (names === undefined) return
    const { source, target } = names
    yield targetFlaw(target.start, target.end, { data: { expected: source.text, found: target.text } })
  },
}

/** A capital anywhere but at the beginning: asked before the costly evidence is gathered. */
function hasCapitalInside({ masked }: TextView): boolean {
  return /[\s«“"(]\p{Lu}\p{L}{3}/u.test(masked)
}
