/**
 * Search for the best chain of beads in a band, and for how sure each bead is (forward–backward).
 *
 * Three layers of states over the positions (i, j): after a bead with both sides, after 1:0, after 0:1. So a run of missing
 * segments is charged once for beginning and little for going on: paragraphs go missing, not only sentences.
 */

import type { Band } from './band.ts'
import { type LengthModel, lengthScore } from './length.ts'
import type { Links } from './links.ts'
import type { TokenizedSide } from './tokens.ts'

/** Source and target segments of the beads with both sides. Their index is their number in the score table. */
export const beadShapes = [
  [1, 1],
  [1, 2],
  [2, 1],
  [2, 2],
  [1, 3],
  [3, 1],
] as const
const shapeCount = beadShapes.length

/** Log probabilities and weights; see docs/alignment.md for how they were chosen. */
export interface SearchSettings {
  readonly shapes: readonly number[]
  /** A 1:1 bead with a score below this is taken for two segments that only stand side by side. */
  readonly foreign: number
  /** Log probability that two segments have changed places. */
  readonly crossed: number
  /** Log probability that a run of missing or extra segments begins, and that it goes on. */
  readonly gapOpen: number
  readonly gapExtend: number
  /** Naive Bayes counts tokens as independent, which they are not. */
  readonly lexicalWeight: number
  readonly lengthWeight: number
  /** Both sides begin or end a paragraph; only one does; a bead crosses one. */
  readonly paragraph: { readonly both: number; readonly one: number; readonly crossed: number }
}

export const defaultSettings: SearchSettings = {
  shapes: [-0.08, -3.2, -3.2, -5, -5.5, -5.5],
  crossed: -5,
  foreign: -3.5,
  gapOpen: -4.5,
  gapExtend: -1.5,
  lexicalWeight: 0.95,
  lengthWeight: 1.25,
  paragraph: { both: 1.2, one: -1.2, crossed: -2 },
}

export interface Problem {
  readonly source: TokenizedSide
  readonly target: TokenizedSide
  readonly links: Links
  readonly lengths: LengthModel
  readonly band: Band
  readonly settings: SearchSettings
  /** 1 where a paragraph begins, one entry a segment. */
  readonly sourceParagraphs?: Uint8Array
  readonly targetParagraphs?: Uint8Array
  readonly signal?: AbortSignal
}

/** A bead found: ranges as `[from, to)`, its score against chance, and its posterior probability. */
export interface FoundBead {
  readonly sourceFrom: number
  readonly sourceTo: number
  readonly targetFrom: number
  readonly targetTo: number
  readonly score: number
  readonly posterior: number
}

/** Scores of all beads in the band: for each position (i, j) and shape the bead that ends there. NaN: cannot end there. */
export function scoreBeads(problem: Problem): Float32Array {
  const { band, source, target, signal } = problem
  const rows = source.segments.length
  const columns = target.segments.length
  const scores = new Float32Array(cellsOf(band) * shapeCount).fill(Number.NEGATIVE_INFINITY)
  const index = postingsOf(target)
  const window: (Row | undefined)[] = [undefined, undefined, undefined]
  const sourceEnds = cumulative(source.lengths)
  const targetEnds = cumulative(target.lengths)
  for (let i = 1; i <= rows; i++) {
    if ((i & 255) === 0) signal?.throwIfAborted()
    const current = rowOf(problem, i - 1, index)
    const second = window[1]
    const third = window[2]
    const from = Math.max(1, band.from[i] ?? 0)
    const to = band.to[i] ?? columns
    for (let j = from; j <= to; j++) {
      const cell = ((band.starts[i] ?? 0) + j - (band.from[i] ?? 0)) * shapeCount
      for (let shape = 0; shape < shapeCount; shape++) {
        const bead = beadShapes[shape]
        if (bead === undefined) continue
        const [a, b] = bead
        if (i < a || j < b || !isInside(band, i - a, j - b)) continue
        const lengths =
          problem.settings.lengthWeight *
          lengthScore(
            (sourceEnds[i] ?? 0) - (sourceEnds[i - a] ?? 0),
            (targetEnds[j] ?? 0) - (targetEnds[j - b] ?? 0),
            problem.lengths,
          )
        const words = wordScore(
          current,
          second,
          third,
          a,
          b,
          j,
          discount(targetEnds, j - b, j),
          discount(sourceEnds, i - a, i),
        )
        if (Number.isNaN(words)) continue
        scores[cell + shape] =
          (problem.settings.shapes[shape] ?? -9) +
          lengths +
          problem.settings.lexicalWeight * words +
          paragraphScore(problem, i - a, j - b, i, j)
      }
    }
    if (second !== undefined) scoreCrossed(problem, scores, i, current, second, sourceEnds, targetEnds)
    window[2] = window[1]
    window[1] = current
  }
  return scores
}

/**
 * Two segments that changed places are a 2:2 bead whose halves cross, each half judged for itself:
 *
 *     source 1 ─┐ ┌─ target 1
 *     source 2 ─┼─┘
 *               └─── target 2
 */
function scoreCrossed(
  problem: Problem,
  scores: Float32Array,
  i: number,
  current: Row,
  second: Row,
  sourceEnds: Float64Array,
  targetEnds: Float64Array,
): void {
  const { band, settings, lengths } = problem
  for (let j = Math.max(2, band.from[i] ?? 0); j <= (band.to[i] ?? 0); j++) {
    const cell = cellAt(band, i, j) * shapeCount + doubleShape
    if ((scores[cell] ?? 0) === Number.NEGATIVE_INFINITY) continue
    const half = (row: Row, s: number, t: number): number =>
      settings.lengthWeight *
        lengthScore(
          (sourceEnds[s + 1] ?? 0) - (sourceEnds[s] ?? 0),
          (targetEnds[t + 1] ?? 0) - (targetEnds[t] ?? 0),
          lengths,
        ) +
      settings.lexicalWeight *
        wordScore(
          row,
          undefined,
          undefined,
          1,
          1,
          t + 1,
          discount(targetEnds, t, t + 1),
          discount(sourceEnds, s, s + 1),
        )
    const crossed =
      settings.crossed +
      half(second, i - 2, j - 1) +
      half(current, i - 1, j - 2) +
      paragraphScore(problem, i - 2, j - 2, i, j)
    if (crossed > (scores[cell] ?? 0)) scores[cell] = crossed
  }
}

/** Index of 2:2 in {@link beadShapes}. */
const doubleShape = 3

/** Log of a stretch's letters over those of a mean segment. Short ones get no bonus beyond half. */
function discount(ends: Float64Array, from: number, to: number): number {
  const mean = (ends[ends.length - 1] ?? 1) / Math.max(1, ends.length - 1)
  return Math.log(Math.max(0.5, ((ends[to] ?? 0) - (ends[from] ?? 0)) / mean))
}

function cellsOf(band: Band): number {
  return band.starts[band.starts.length - 1] ?? 0
}

function isInside(band: Band, i: number, j: number): boolean {
  return j >= (band.from[i] ?? 0) && j <= (band.to[i] ?? -1)
}

function cumulative(lengths: Float64Array): Float64Array {
  const ends = new Float64Array(lengths.length + 1)
  for (let i = 0; i < lengths.length; i++) ends[i + 1] = (ends[i] ?? 0) + (lengths[i] ?? 0)
  return ends
}

/** Where each target type stands: segment and place in the segment's list of types, in compressed rows. */
interface Postings {
  readonly starts: Int32Array
  readonly segments: Int32Array
  readonly places: Int32Array
}

function postingsOf(side: TokenizedSide): Postings {
  const starts = new Int32Array(side.types.length + 1)
  let total = 0
  for (const types of side.segments) {
    for (const type of types) starts[type + 1] = (starts[type + 1] ?? 0) + 1
    total += types.length
  }
  for (let t = 0; t < side.types.length; t++) starts[t + 1] = (starts[t + 1] ?? 0) + (starts[t] ?? 0)
  const next = starts.slice()
  const segments = new Int32Array(total)
  const places = new Int32Array(total)
  for (const [segment, types] of side.segments.entries()) {
    for (const [place, type] of types.entries()) {
      const slot = next[type] ?? 0
      next[type] = slot + 1
      segments[slot] = segment
      places[slot] = place
    }
  }
  return { starts, segments, places }
}

/**
 * One source segment against a stretch of target segments. `sourceGains` holds for each target segment a list of the worth
 * of each source token, `targetGains` the worth of each target token:
 *
 *                 target 0        target 1
 *   sourceGains   s0 s1 s2 s3     s0 s1 s2 s3
 *   targetGains   t0 t1           t0 t1 t2
 */
interface Row {
  readonly from: number
  readonly to: number
  readonly tokens: number
  readonly sourceGains: Float32Array
  readonly targetGains: Float32Array
  readonly targetStarts: Int32Array
  readonly sourceSums: Float32Array
  readonly targetSums: Float32Array
  /** How many tokens found a partner. */
  readonly sourceHits: Int32Array
  readonly targetHits: Int32Array
}

function rowOf(problem: Problem, segment: number, index: Postings): Row {
  const { band, source, target, links } = problem
  const rows = source.segments.length
  const from = Math.max(0, (band.from[segment] ?? 0) - 3)
  const to = Math.min(target.segments.length, band.to[Math.min(rows, segment + 3)] ?? 0)
  const types = source.segments[segment] ?? new Int32Array(0)
  const width = Math.max(0, to - from)
  const targetStarts = new Int32Array(width + 1)
  for (let j = 0; j < width; j++)
    targetStarts[j + 1] = (targetStarts[j] ?? 0) + (target.segments[from + j]?.length ?? 0)
  const sourceGains = new Float32Array(width * types.length)
  const targetGains = new Float32Array(targetStarts[width] ?? 0)
  const row: Row = {
    from,
    to,
    tokens: types.length,
    sourceGains,
    targetGains,
    targetStarts,
    sourceSums: new Float32Array(width),
    targetSums: new Float32Array(width),
    sourceHits: new Int32Array(width),
    targetHits: new Int32Array(width),
  }
  fillMisses(problem, row, types)
  const { starts, partners, gains, gainsBack } = links.table
  for (let k = 0; k < types.length; k++) {
    const type = types[k] ?? 0
    for (let l = starts[type] ?? 0; l < (starts[type + 1] ?? 0); l++) {
      const partner = partners[l] ?? 0
      const gain = gains[l] ?? 0
      const gainBack = gainsBack[l] ?? 0
      const end = index.starts[partner + 1] ?? 0
      for (let p = firstAt(index, partner, from); p < end; p++) {
        const j = (index.segments[p] ?? 0) - from
        if (j >= width) break
        const slot = j * types.length + k
        if (gain > (sourceGains[slot] ?? 0)) sourceGains[slot] = gain
        const back = (targetStarts[j] ?? 0) + (index.places[p] ?? 0)
        if (gainBack > (targetGains[back] ?? 0)) targetGains[back] = gainBack
      }
    }
  }
  sumUp(row)
  return row
}

function fillMisses(problem: Problem, row: Row, types: Int32Array): void {
  const { sourceMisses, targetMisses } = problem.links
  const width = row.to - row.from
  for (let j = 0; j < width; j++) {
    for (let k = 0; k < types.length; k++) row.sourceGains[j * types.length + k] = sourceMisses[types[k] ?? 0] ?? 0
    const others = problem.target.segments[row.from + j]
    if (others === undefined) continue
    const start = row.targetStarts[j] ?? 0
    for (let k = 0; k < others.length; k++) row.targetGains[start + k] = targetMisses[others[k] ?? 0] ?? 0
  }
}

/** First posting of a type at or behind a segment. */
function firstAt(index: Postings, type: number, segment: number): number {
  let low = index.starts[type] ?? 0
  let high = index.starts[type + 1] ?? 0
  while (low < high) {
    const middle = (low + high) >> 1
    if ((index.segments[middle] ?? 0) < segment) low = middle + 1
    else high = middle
  }
  return low
}

function sumUp(row: Row): void {
  for (let j = 0; j < row.to - row.from; j++) {
    let sum = 0
    let hits = 0
    for (let k = j * row.tokens; k < (j + 1) * row.tokens; k++) {
      const gain = row.sourceGains[k] ?? 0
      sum += gain
      if (gain > 0) hits++
    }
    row.sourceSums[j] = sum
    row.sourceHits[j] = hits
    sum = 0
    hits = 0
    for (let p = row.targetStarts[j] ?? 0; p < (row.targetStarts[j + 1] ?? 0); p++) {
      const gain = row.targetGains[p] ?? 0
      sum += gain
      if (gain > 0) hits++
    }
    row.targetSums[j] = sum
    row.targetHits[j] = hits
  }
}

/**
 * The worth of the words of a bead that ends at the current row and at target position `end`; NaN outside the rows.
 * A long stretch has every word by chance sooner than a short one, q grows with it: each hit is worth the log of the
 * stretch's length, in mean segments, less. Without that 2:2 would always beat 1:1 and 1:1.
 */
function wordScore(
  current: Row,
  second: Row | undefined,
  third: Row | undefined,
  a: number,
  b: number,
  end: number,
  sourceDiscount: number,
  targetDiscount: number,
): number {
  const rows = a === 1 ? [current] : a === 2 ? [second, current] : [third, second, current]
  let score = 0
  const first = end - b
  for (const row of rows) {
    if (row === undefined || first < row.from || end > row.to) return Number.NaN
    const j = first - row.from
    score +=
      b === 1
        ? (row.sourceSums[j] ?? 0) - (row.sourceHits[j] ?? 0) * sourceDiscount
        : bestOverTargets(row, j, b, sourceDiscount)
  }
  for (let j = first; j < end; j++) {
    score +=
      a === 1
        ? (current.targetSums[j - current.from] ?? 0) - (current.targetHits[j - current.from] ?? 0) * targetDiscount
        : bestOverSources(rows, j, targetDiscount)
  }
  return score / 2
}

/** Each source token with the best of several target segments. */
function bestOverTargets(row: Row, first: number, count: number, discount: number): number {
  let sum = 0
  for (let k = 0; k < row.tokens; k++) {
    let best = Number.NEGATIVE_INFINITY
    for (let j = first; j < first + count; j++) {
      const gain = row.sourceGains[j * row.tokens + k] ?? 0
      if (gain > best) best = gain
    }
    sum += best > 0 ? best - discount : best
  }
  return sum
}

/** Each token of a target segment with the best of several source segments. */
function bestOverSources(rows: readonly (Row | undefined)[], segment: number, discount: number): number {
  const last = rows[rows.length - 1]
  if (last === undefined) return 0
  const start = last.targetStarts[segment - last.from] ?? 0
  const count = (last.targetStarts[segment - last.from + 1] ?? 0) - start
  let sum = 0
  for (let k = 0; k < count; k++) {
    let best = Number.NEGATIVE_INFINITY
    for (const row of rows) {
      if (row === undefined) continue
      const gain = row.targetGains[(row.targetStarts[segment - row.from] ?? 0) + k] ?? 0
      if (gain > best) best = gain
    }
    sum += best > 0 ? best - discount : best
  }
  return sum
}

function paragraphScore(problem: Problem, i: number, j: number, iEnd: number, jEnd: number): number {
  const { sourceParagraphs, targetParagraphs, settings } = problem
  if (sourceParagraphs === undefined || targetParagraphs === undefined) return 0
  const sourceBegins = sourceParagraphs[i] === 1
  const targetBegins = targetParagraphs[j] === 1
  let score =
    sourceBegins && targetBegins ? settings.paragraph.both : sourceBegins || targetBegins ? settings.paragraph.one : 0
  for (let k = i + 1; k < iEnd; k++) if (sourceParagraphs[k] === 1) score += settings.paragraph.crossed
  for (let k = j + 1; k < jEnd; k++) if (targetParagraphs[k] === 1) score += settings.paragraph.crossed
  return score
}

/** The best chain of beads, with the posterior of each. */
export function search(problem: Problem): readonly FoundBead[] {
  const scores = scoreBeads(problem)
  const forward = run(problem, scores, true)
  return withPosteriors(problem, scores, trace(problem, scores, forward.best, forward.back))
}

const layers = 3

interface Run {
  /** Best or summed log score of each state. */
  readonly best: Float64Array
  /** How the best was reached: shape, or `gap` codes, and the layer before: shape × 3 + layer. */
  readonly back: Uint8Array
}

const sourceGap = shapeCount
const targetGap = shapeCount + 1

function run(problem: Problem, scores: Float32Array, _isBest: true): Run {
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

function forEachCell(band: Band, visit: (i: number, j: number, cell: number) => void): void {
  for (let i = 0; i < band.from.length; i++) {
    const from = band.from[i] ?? 0
    const to = band.to[i] ?? 0
    const start = band.starts[i] ?? 0
    for (let j = from; j <= to; j++) visit(i, j, start + j - from)
  }
}

function cellAt(band: Band, i: number, j: number): number {
  return (band.starts[i] ?? 0) + j - (band.from[i] ?? 0)
}

interface Step {
  readonly i: number
  readonly j: number
  readonly a: number
  readonly b: number
  /** Layer of the state it leads to, and shape. */
  readonly layer: number
  readonly shape: number
  readonly score: number
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

/**
 * How sure each bead is: the share of all chains of beads that go through it (forward–backward in the log domain).
 * The scores are flattened before, since naive Bayes is far too sure of itself; calibration does the rest.
 */
const flattening = 0.5

function withPosteriors(problem: Problem, scores: Float32Array, steps: readonly Step[]): readonly FoundBead[] {
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
