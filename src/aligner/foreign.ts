/** The second decision: is a 1:1 bead really a translation, or two segments that only stand side by side? */

import type { FoundBead } from './search.ts'

/** Below this score against chance a 1:1 bead is taken apart into 1:0 and 0:1. */
const foreignScore = -4.5

export function splitForeign(beads: readonly FoundBead[]): readonly FoundBead[] {
  return beads.flatMap(bead => {
    const isOneToOne = bead.sourceTo - bead.sourceFrom === 1 && bead.targetTo - bead.targetFrom === 1
    if (!isOneToOne || bead.score > foreignScore) return [bead]
    return [
      { ...bead, targetTo: bead.targetFrom },
      { ...bead, sourceFrom: bead.sourceTo },
    ]
  })
}
