/** The second decision: is a 1:1 bead really a translation, or two segments that only stand side by side? */

import type { FoundBead } from './beads.ts'

/** A 1:1 bead with a score below `least` is taken apart into 1:0 and 0:1. */
export function splitForeign(beads: readonly FoundBead[], least: number): readonly FoundBead[] {
  return beads.flatMap(bead => {
    const isOneToOne = bead.sourceTo - bead.sourceFrom === 1 && bead.targetTo - bead.targetFrom === 1
    if (!isOneToOne || bead.score > least) return [bead]
    return [
      { ...bead, targetTo: bead.targetFrom },
      { ...bead, sourceFrom: bead.sourceTo },
    ]
  })
}
