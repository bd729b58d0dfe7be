/**
 * Search for the best chain of beads in a band, and for how sure each bead is (forward–backward).
 *
 * Three layers of states over the positions (i, j): after a bead with both sides, after 1:0, after 0:1. So a run of missing
 * segments is charged once for beginning and little for going on: paragraphs go missing, not only sentences.
 */

import { cellAt, cellsOf, isInside } from './band.ts'
import { scoreBeads } from './bead-scores.ts'
import { forEachCell, layers, type Step, withPosteriors } from './posteriors.ts'
import { beadShapes, type FoundBead, type Problem, shapeCount } from './problem.ts'

/** The best chain of beads, with the posterior of each. */
export function search(problem: Problem): readonly FoundBead[] {
  const scores = scoreBeads(problem)
  const { best, back } = run(problem, scores)
  return withPosteriors(problem, scores, trace(problem, scores, best, back))
}

interface Run {
  /** Best log score of each state. */
  readonly best: Float64Array
  /** How the best was reached: shape, or `gap` codes, and the layer before: shape × 3 + layer. */
  readonly back: Uint8Array
}

const sourceGap = shapeCount
const targetGap = shapeCount + 1

function run(problem: Problem, scores: Float32Array): Run {
  const { band, settings } = problem
  const best = new Float64Array(cellsOf(band) * layers).fill(Number.NEGATIVE_INFINITY)
  const back = new Uint8Array(cellsOf(band) * layers)
  best[0] = 0
  forEachCell(band, (i, j, cell) => {
    for (let shape = 0; shape < shapeCount; shape++) {
      const score = scores[cell * shapeCount + shape] ?? Number.NEGATIVE_INFINITY
      const bead = beadShapes[shape]
      if (score === Number.NEGATIVE_INFINITY || bead === undefined) continue
      const before = cellAt(band, i - bead[0], j - bead[1])
      for (let layer = 0; layer < layers; layer++) {
        const total = (best[before * layers + layer] ?? 0) + score
        if (total > (best[cell * layers] ?? 0)) {
          best[cell * layers] = total
          back[cell * layers] = shape * layers + layer
        }
      }
    }
    if (i > 0 && isInside(band, i - 1, j)) {
      const before = cellAt(band, i - 1, j)
      for (let layer = 0; layer < layers; layer++) {
        const total = (best[before * layers + layer] ?? 0) + (layer === 1 ? settings.gapExtend : settings.gapOpen)
        if (total > (best[cell * layers + 1] ?? 0)) {
          best[cell * layers + 1] = total
          back[cell * layers + 1] = sourceGap * layers + layer
        }
      }
    }
    if (j > 0 && isInside(band, i, j - 1)) {
      const before = cell - 1
      for (let layer = 0; layer < layers; layer++) {
        const total = (best[before * layers + layer] ?? 0) + (layer === 2 ? settings.gapExtend : settings.gapOpen)
        if (total > (best[cell * layers + 2] ?? 0)) {
          best[cell * layers + 2] = total
          back[cell * layers + 2] = targetGap * layers + layer
        }
      }
    }
  })
  return { best, back }
}

function trace(problem: Problem, scores: Float32Array, best: Float64Array, back: Uint8Array): readonly Step[] {
  const { band, settings } = problem
  let i = problem.source.segments.length
  let j = problem.target.segments.length
  let cell = cellAt(band, i, j)
  let layer = 0
  for (let l = 1; l < layers; l++) if ((best[cell * layers + l] ?? 0) > (best[cell * layers + layer] ?? 0)) layer = l
  const steps: Step[] = []
  while (i > 0 || j > 0) {
    const code = back[cell * layers + layer] ?? 0
    const shape = Math.floor(code / layers)
    const before = code % layers
    const [a, b] = shape === sourceGap ? [1, 0] : shape === targetGap ? [0, 1] : (beadShapes[shape] ?? [1, 1])
    const score =
      shape < shapeCount
        ? (scores[cell * shapeCount + shape] ?? 0)
        : before === layer
          ? settings.gapExtend
          : settings.gapOpen
    i -= a
    j -= b
    steps.push({ i, j, a, b, layer, shape, score })
    cell = cellAt(band, i, j)
    layer = before
  }
  return steps.reverse()
}
