/** How sure each bead of a chain is, given all other chains. */

import { type Band, cellAt, cellsOf, isInside } from './band.ts'
import { beadShapes, type FoundBead, type Problem, shapeCount } from './problem.ts'

/** States of a position: after a bead with both sides, after 1:0, after 0:1. */
export const layers = 3

/** One bead of the best chain, from (i, j). */
export interface Step {
  readonly i: number
  readonly j: number
  readonly a: number
  readonly b: number
  /** Layer of the state it leads to, and shape. */
  readonly layer: number
  readonly shape: number
  readonly score: number
}

/**
 * How sure each bead is: the share of all chains of beads that go through it (forward–backward in the log domain).
 * The scores are flattened before, since naive Bayes is far too sure of itself; calibration does the rest.
 */
const flattening = 0.5

export function withPosteriors(problem: Problem, scores: Float32Array, steps: readonly Step[]): readonly FoundBead[] {
  const { band } = problem
  const open = problem.settings.gapOpen * flattening
  const extend = problem.settings.gapExtend * flattening
  const size = cellsOf(band) * layers
  const forward = new Float64Array(size).fill(Number.NEGATIVE_INFINITY)
  forward[0] = 0
  forEachCell(band, (i, j, cell) => {
    let sum = cell === 0 ? 0 : Number.NEGATIVE_INFINITY
    for (let shape = 0; shape < shapeCount; shape++) {
      const score = scores[cell * shapeCount + shape] ?? Number.NEGATIVE_INFINITY
      const bead = beadShapes[shape]
      if (score === Number.NEGATIVE_INFINITY || bead === undefined) continue
      const before = cellAt(band, i - bead[0], j - bead[1]) * layers
      sum = logAdd(sum, logAdd3(forward, before, 0, 0, 0) + score * flattening)
    }
    forward[cell * layers] = sum
    if (i > 0 && isInside(band, i - 1, j)) {
      forward[cell * layers + 1] = logAdd3(forward, cellAt(band, i - 1, j) * layers, open, extend, open)
    }
    if (j > 0 && isInside(band, i, j - 1)) {
      forward[cell * layers + 2] = logAdd3(forward, (cell - 1) * layers, open, open, extend)
    }
  })
  const backward = backwardOf(problem, scores, open, extend)
  const end = cellAt(band, problem.source.segments.length, problem.target.segments.length) * layers
  const all = logAdd3(forward, end, 0, 0, 0)
  return steps.map(step => {
    const from = cellAt(band, step.i, step.j) * layers
    const to = cellAt(band, step.i + step.a, step.j + step.b) * layers + step.layer
    const reach =
      step.shape < shapeCount
        ? logAdd3(forward, from, 0, 0, 0) + step.score * flattening
        : logAdd3(forward, from, open, step.layer === 1 ? extend : open, step.layer === 2 ? extend : open)
    return {
      sourceFrom: step.i,
      sourceTo: step.i + step.a,
      targetFrom: step.j,
      targetTo: step.j + step.b,
      score: step.score,
      posterior: Math.min(1, Math.exp(reach + (backward[to] ?? 0) - all)),
    }
  })
}

function backwardOf(problem: Problem, scores: Float32Array, open: number, extend: number): Float64Array {
  const { band } = problem
  const rows = problem.source.segments.length
  const columns = problem.target.segments.length
  const backward = new Float64Array(cellsOf(band) * layers).fill(Number.NEGATIVE_INFINITY)
  const end = cellAt(band, rows, columns) * layers
  for (let layer = 0; layer < layers; layer++) backward[end + layer] = 0
  for (let i = rows; i >= 0; i--) {
    for (let j = band.to[i] ?? 0; j >= (band.from[i] ?? 0); j--) {
      if (i === rows && j === columns) continue
      const cell = cellAt(band, i, j)
      let paired = Number.NEGATIVE_INFINITY
      for (let shape = 0; shape < shapeCount; shape++) {
        const bead = beadShapes[shape]
        if (bead === undefined || i + bead[0] > rows || !isInside(band, i + bead[0], j + bead[1])) continue
        const after = cellAt(band, i + bead[0], j + bead[1])
        const score = scores[after * shapeCount + shape] ?? Number.NEGATIVE_INFINITY
        if (score > Number.NEGATIVE_INFINITY)
          paired = logAdd(paired, score * flattening + (backward[after * layers] ?? 0))
      }
      const down =
        i < rows && isInside(band, i + 1, j)
          ? (backward[cellAt(band, i + 1, j) * layers + 1] ?? 0)
          : Number.NEGATIVE_INFINITY
      const right = isInside(band, i, j + 1) ? (backward[(cell + 1) * layers + 2] ?? 0) : Number.NEGATIVE_INFINITY
      backward[cell * layers] = logAdd(paired, logAdd(down + open, right + open))
      backward[cell * layers + 1] = logAdd(paired, logAdd(down + extend, right + open))
      backward[cell * layers + 2] = logAdd(paired, logAdd(down + open, right + extend))
    }
  }
  return backward
}

function logAdd(a: number, b: number): number {
  if (a === Number.NEGATIVE_INFINITY) return b
  if (b === Number.NEGATIVE_INFINITY) return a
  const difference = a > b ? a - b : b - a
  const larger = Math.max(a, b)
  // e⁻³⁰ is below what a sum of doubles of this size can show.
  return difference > 30 ? larger : larger + Math.log1p(Math.exp(-difference))
}

/** Sum over the three layers of a position, each with what it adds. */
function logAdd3(values: Float64Array, start: number, add0: number, add1: number, add2: number): number {
  return logAdd(logAdd((values[start] ?? 0) + add0, (values[start + 1] ?? 0) + add1), (values[start + 2] ?? 0) + add2)
}

/** Visits all cells in order. */
export function forEachCell(band: Band, visit: (i: number, j: number, cell: number) => void): void {
  for (let i = 0; i < band.from.length; i++) {
    const from = band.from[i] ?? 0
    const to = band.to[i] ?? 0
    const start = band.starts[i] ?? 0
    for (let j = from; j <= to; j++) visit(i, j, start + j - from)
  }
}
