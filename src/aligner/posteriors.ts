/**
 * How likely each bead is, given all chains of beads: forward–backward (Baum 1972) over positions (i, j).
 *
 * A position has three states: behind a bead with both sides, behind 1:0, behind 0:1. So a run of missing segments is charged
 * once for beginning and little for going on: paragraphs go missing, not only sentences.
 */

import { cellAt, cellsOf, isInside } from './band.ts'
import { beadShapes, shapeCount } from './beads.ts'
import type { Problem } from './problem.ts'

/** Steps from position to position: the beads with both sides, then 1:0 and 0:1. */
export const moves: readonly (readonly [number, number])[] = [...beadShapes, [1, 0], [0, 1]]
export const missingMove: number = shapeCount
export const extraMove: number = shapeCount + 1

export interface Posteriors {
  /** For each position and shape: the share of all chains that reach the position by such a bead. */
  readonly beads: Float32Array
  /** The share of all chains that leave a source segment, or a target segment, without partner. */
  readonly missing: Float64Array
  readonly extra: Float64Array
}

/** The scores are flattened, since naive Bayes is far too sure of itself; calibration does the rest. */
const flattening = 0.5
/** Segments on one side of the longest bead. */
const longest = 3

/**
 * Posteriors take the place of the scores in the array given. All is done on products, not on logs; to stay within what a
 * double holds, each row is divided by its largest value, each source segment by its best pair, and each target segment is
 * worth what it costs a run of extra segments to go on.
 */
export function posteriorsOf(problem: Problem, scores: Float32Array): Posteriors {
  const costs = costsOf(problem, scores)
  toWeights(problem, scores, costs)
  const forward = forwardOf(problem, scores, costs)
  return backward(problem, scores, costs, forward)
}

/** What single steps weigh, and the log each source segment is divided by. */
interface Costs {
  readonly open: number
  readonly extend: number
  /** Weight given to each target segment, so that a run of extra segments neither falls nor grows. */
  readonly perTarget: number
  /** Sums before each source segment. */
  readonly bestPairs: Float64Array
}

function costsOf({ band, settings }: Problem, scores: Float32Array): Costs {
  const rows = band.from.length
  const bestPairs = new Float64Array(rows)
  for (let i = 1; i < rows; i++) {
    let best = 0
    for (let cell = band.starts[i] ?? 0; cell < (band.starts[i + 1] ?? 0); cell++) {
      const score = scores[cell * shapeCount] ?? 0
      if (score > best) best = score
    }
    bestPairs[i] = (bestPairs[i - 1] ?? 0) + best * flattening
  }
  return {
    open: Math.exp(settings.gapOpen * flattening),
    extend: Math.exp(settings.gapExtend * flattening),
    perTarget: Math.exp(-settings.gapExtend * flattening),
    bestPairs,
  }
}

/** Turns scores into weights, in place. */
function toWeights({ band }: Problem, scores: Float32Array, { bestPairs, perTarget }: Costs): void {
  const tilt = Math.log(perTarget)
  for (let i = 0; i < band.from.length; i++) {
    for (let shape = 0; shape < shapeCount; shape++) {
      const [a, b] = beadShapes[shape] ?? [1, 1]
      const shift = b * tilt - (bestPairs[i] ?? 0) + (bestPairs[Math.max(0, i - a)] ?? 0)
      const end = (band.starts[i + 1] ?? 0) * shapeCount
      for (let at = (band.starts[i] ?? 0) * shapeCount + shape; at < end; at += shapeCount) {
        const score = scores[at] ?? 0
        scores[at] = score === Number.NEGATIVE_INFINITY ? 0 : Math.exp(score * flattening + shift)
      }
    }
  }
}

interface Forward {
  /** Sum of the three states, and the last two of them; each row divided by its largest. */
  readonly all: Float64Array
  readonly missing: Float64Array
  readonly extra: Float64Array
  /** Log of what each row was divided by, rows before included. */
  readonly logs: Float64Array
}

function forwardOf({ band }: Problem, weights: Float32Array, costs: Costs): Forward {
  const rows = band.from.length
  const { open, extend, perTarget, bestPairs } = costs
  const all = new Float64Array(cellsOf(band))
  const missing = new Float64Array(all.length)
  const extra = new Float64Array(all.length)
  const logs = new Float64Array(rows)
  const factors = new Float64Array(longest + 1)
  for (let i = 0; i < rows; i++) {
    const from = band.from[i] ?? 0
    const start = band.starts[i] ?? 0
    const shrink = i === 0 ? 0 : Math.exp((bestPairs[i - 1] ?? 0) - (bestPairs[i] ?? 0))
    const base = i === 0 ? 0 : (logs[i - 1] ?? 0)
    for (let a = 1; a <= Math.min(longest, i); a++) factors[a] = Math.exp((logs[i - a] ?? 0) - base)
    let largest = 0
    for (let cell = start; cell < (band.starts[i + 1] ?? 0); cell++) {
      const j = from + cell - start
      let paired = cell === 0 ? 1 : 0
      for (let shape = 0; shape < shapeCount; shape++) {
        const weight = weights[cell * shapeCount + shape] ?? 0
        if (weight === 0) continue
        const [a, b] = beadShapes[shape] ?? [1, 1]
        paired += (all[cellAt(band, i - a, j - b)] ?? 0) * weight * (factors[a] ?? 0)
      }
      let down = 0
      if (i > 0 && isInside(band, i - 1, j)) {
        const above = cellAt(band, i - 1, j)
        const gone = missing[above] ?? 0
        down = (((all[above] ?? 0) - gone) * open + gone * extend) * shrink
      }
      let right = 0
      if (cell > start) {
        const come = extra[cell - 1] ?? 0
        right = (((all[cell - 1] ?? 0) - come) * open + come * extend) * perTarget
      }
      const sum = paired + down + right
      all[cell] = sum
      missing[cell] = down
      extra[cell] = right
      if (sum > largest) largest = sum
    }
    logs[i] = base + Math.log(largest)
    for (let cell = start; cell < (band.starts[i + 1] ?? 0); cell++) {
      all[cell] = (all[cell] ?? 0) / largest
      missing[cell] = (missing[cell] ?? 0) / largest
      extra[cell] = (extra[cell] ?? 0) / largest
    }
  }
  return { all, missing, extra, logs }
}

/** Walks from the end to the beginning; what a row needs of the rows behind it is kept for four rows only. */
function backward({ band }: Problem, weights: Float32Array, costs: Costs, forward: Forward): Posteriors {
  const rows = band.from.length - 1
  const columns = band.to[rows] ?? 0
  const { open, extend, perTarget, bestPairs } = costs
  const width = columns + 2
  const kept = longest + 1
  const afterPaired = new Float64Array(kept * width)
  const afterMissing = new Float64Array(kept * width)
  const afterExtra = new Float64Array(kept * width)
  const logs = new Float64Array(rows + 1)
  const missing = new Float64Array(rows)
  const extra = new Float64Array(columns)
  const whole = Math.log(forward.all[cellsOf(band) - 1] ?? 0) + (forward.logs[rows] ?? 0)
  const factors = new Float64Array(kept)
  for (let i = rows; i >= 0; i--) {
    const from = band.from[i] ?? 0
    const start = band.starts[i] ?? 0
    const base = i === rows ? 0 : (logs[i + 1] ?? 0)
    for (let a = 1; a <= Math.min(longest, rows - i); a++) factors[a] = Math.exp((logs[i + a] ?? 0) - base)
    const scale = Math.exp((forward.logs[i] ?? 0) + base - whole)
    const shrink = i === rows ? 0 : Math.exp((bestPairs[i] ?? 0) - (bestPairs[i + 1] ?? 0))
    const row = (i % kept) * width
    const below = ((i + 1) % kept) * width
    let largest = 0
    for (let cell = (band.starts[i + 1] ?? 0) - 1; cell >= start; cell--) {
      const j = from + cell - start
      const before = (forward.all[cell] ?? 0) * scale
      let paired = i === rows && j === columns ? 1 : 0
      for (let shape = 0; shape < shapeCount; shape++) {
        const [a, b] = beadShapes[shape] ?? [1, 1]
        if (i + a > rows || !isInside(band, i + a, j + b)) continue
        const at = cellAt(band, i + a, j + b) * shapeCount + shape
        const weight = weights[at] ?? 0
        if (weight === 0) continue
        const step = weight * (afterPaired[((i + a) % kept) * width + j + b] ?? 0) * (factors[a] ?? 0)
        paired += step
        weights[at] = before * step
      }
      let down = 0
      if (i < rows && isInside(band, i + 1, j)) {
        down = (afterMissing[below + j] ?? 0) * shrink
        const gone = forward.missing[cell] ?? 0
        missing[i] = (missing[i] ?? 0) + (((forward.all[cell] ?? 0) - gone) * open + gone * extend) * scale * down
      }
      let right = 0
      if (j < (band.to[i] ?? 0)) {
        right = (afterExtra[row + j + 1] ?? 0) * perTarget
        const come = forward.extra[cell] ?? 0
        extra[j] = (extra[j] ?? 0) + (((forward.all[cell] ?? 0) - come) * open + come * extend) * scale * right
      }
      afterPaired[row + j] = paired + (down + right) * open
      afterMissing[row + j] = paired + down * extend + right * open
      afterExtra[row + j] = paired + down * open + right * extend
      largest = Math.max(largest, afterPaired[row + j] ?? 0, afterMissing[row + j] ?? 0, afterExtra[row + j] ?? 0)
    }
    logs[i] = base + Math.log(largest)
    for (let j = row + from; j <= row + (band.to[i] ?? 0); j++) {
      afterPaired[j] = (afterPaired[j] ?? 0) / largest
      afterMissing[j] = (afterMissing[j] ?? 0) / largest
      afterExtra[j] = (afterExtra[j] ?? 0) / largest
    }
  }
  return { beads: weights, missing, extra }
}
