/** Counts on the text itself how often a token finds a partner in the segment that translates it. */

import type { FoundBead } from './beads.ts'
import type { TokenizedSide } from './tokens.ts'
import type { Links, Observed, ObservedSides } from './worth.ts'

export function observe(
  source: TokenizedSide,
  target: TokenizedSide,
  links: Links,
  beads: readonly FoundBead[],
): ObservedSides {
  const sides = { source: nothing(source), target: nothing(target) }
  const { starts, partners } = links.table
  for (const bead of beads) {
    const targets = typesIn(target, bead.targetFrom, bead.targetTo)
    const met = new Set<number>()
    for (const type of typesIn(source, bead.sourceFrom, bead.sourceTo)) {
      let isFound = false
      for (let l = starts[type] ?? 0; l < (starts[type + 1] ?? 0); l++) {
        const partner = partners[l] ?? -1
        if (!targets.has(partner)) continue
        isFound = true
        met.add(partner)
      }
      count(sides.source, type, isFound)
    }
    for (const type of targets) count(sides.target, type, met.has(type))
  }
  return sides
}

function nothing(side: TokenizedSide): Observed {
  return { seen: new Float64Array(side.types.length), found: new Float64Array(side.types.length) }
}

function typesIn(side: TokenizedSide, from: number, to: number): Set<number> {
  const types = new Set<number>()
  for (let i = from; i < to; i++) for (const type of side.segments[i] ?? []) types.add(type)
  return types
}

function count(observed: Observed, type: number, isFound: boolean): void {
  observed.seen[type] = (observed.seen[type] ?? 0) + 1
  if (isFound) observed.found[type] = (observed.found[type] ?? 0) + 1
}
