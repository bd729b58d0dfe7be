/** How common each shape of bead is in this text, as the first pass saw it, held near the defaults by made-up beads. */

import { beadShapes, type FoundBead } from './beads.ts'
import type { SearchSettings } from './problem.ts'

/** Weight of the defaults, in beads. */
const priorBeads = 40

export function adaptPriors(settings: SearchSettings, beads: readonly FoundBead[]): SearchSettings {
  const counts = new Float64Array(beadShapes.length)
  let runs = 0
  let nulls = 0
  let wasNull = 0
  for (const bead of beads) {
    const shape = shapeOf(bead)
    if (shape >= 0) {
      counts[shape] = (counts[shape] ?? 0) + bead.posterior
      wasNull = 0
      continue
    }
    const side = bead.sourceTo > bead.sourceFrom ? 1 : 2
    nulls += bead.posterior
    if (wasNull !== side) runs += bead.posterior
    wasNull = side
  }
  const total = counts.reduce((sum, count) => sum + count, runs + priorBeads)
  const adapted = (prior: number, count: number): number => Math.log((count + priorBeads * Math.exp(prior)) / total)
  return {
    ...settings,
    shapes: settings.shapes.map((prior, shape) => adapted(prior, counts[shape] ?? 0)),
    gapOpen: near(settings.gapOpen, adapted(settings.gapOpen, runs / 2)),
    gapExtend: near(settings.gapExtend, Math.log((nulls - runs + 5 * Math.exp(settings.gapExtend)) / (nulls + 5))),
  }
}

/** A text where the first pass lost its way shows many missing segments: it may not talk the second into the same. */
function near(prior: number, adapted: number): number {
  return Math.max(prior - 0.5, Math.min(prior + 0.5, adapted))
}

function shapeOf(bead: FoundBead): number {
  const a = bead.sourceTo - bead.sourceFrom
  const b = bead.targetTo - bead.targetFrom
  return beadShapes.findIndex(([sources, targets]) => sources === a && targets === b)
}
