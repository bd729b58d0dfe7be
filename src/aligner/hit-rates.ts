/** Measures on the text itself how often a token finds its partner in the segment that translates it. */

import { conceptsOf } from '../lexicon/core.ts'
import { type HitRates, type Links, startingHitRates } from './links.ts'
import type { FoundBead } from './search.ts'
import type { TokenizedSide } from './tokens.ts'

/** Made-up tokens that hold the rates at their starting values in short texts. */
const prior = 60

export function measureHitRates(
  source: TokenizedSide,
  target: TokenizedSide,
  links: Links,
  beads: readonly FoundBead[],
): HitRates {
  const found = { concept: 0, number: 0 }
  const all = { concept: 0, number: 0 }
  const { starts, partners } = links.table
  const kinds = source.types.map(type =>
    type.kind === 'number'
      ? 'number'
      : type.kind === 'word' && conceptsOf(type.text, source.language).length > 0
        ? 'concept'
        : undefined,
  )
  for (const bead of beads) {
    const targets = new Set<number>()
    for (let j = bead.targetFrom; j < bead.targetTo; j++) for (const type of target.segments[j] ?? []) targets.add(type)
    for (let i = bead.sourceFrom; i < bead.sourceTo; i++) {
      for (const type of source.segments[i] ?? []) {
        const kind = kinds[type]
        if (kind === undefined) continue
        all[kind]++
        for (let l = starts[type] ?? 0; l < (starts[type + 1] ?? 0); l++) {
          if (targets.has(partners[l] ?? -1)) {
            found[kind]++
            break
          }
        }
      }
    }
  }
  const rate = (kind: 'concept' | 'number'): number =>
    (found[kind] + prior * startingHitRates[kind]) / (all[kind] + prior)
  return {
    ...startingHitRates,
    concept: Math.max(0.2, Math.min(0.85, rate('concept'))),
    number: Math.max(0.6, Math.min(0.97, rate('number'))),
  }
}
