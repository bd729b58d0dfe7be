/** The worth of the words of one source segment against a stretch of target segments: the hot loops of the aligner. */

import type { Problem } from './problem.ts'
import type { TokenizedSide } from './tokens.ts'

/** Where each target type stands: segment and place in the segment's list of types, in compressed rows. */
export interface Postings {
  readonly starts: Int32Array
  readonly segments: Int32Array
  readonly places: Int32Array
}

export function postingsOf(side: TokenizedSide): Postings {
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
export interface Row {
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

/** The target side with no partner found, as every row begins: the worth of each token, and its sums. */
export interface Unmet {
  readonly gains: Float32Array
  /** Where each segment's tokens begin; one entry more than segments. */
  readonly starts: Int32Array
  readonly sums: Float32Array
}

export function unmetOf(target: TokenizedSide, misses: Float32Array): Unmet {
  const starts = new Int32Array(target.segments.length + 1)
  for (const [j, types] of target.segments.entries()) starts[j + 1] = (starts[j] ?? 0) + types.length
  const gains = new Float32Array(starts[target.segments.length] ?? 0)
  const sums = new Float32Array(target.segments.length)
  for (const [j, types] of target.segments.entries()) {
    const start = starts[j] ?? 0
    for (let k = 0; k < types.length; k++) {
      const miss = misses[types[k] ?? 0] ?? 0
      gains[start + k] = miss
      sums[j] = (sums[j] ?? 0) + miss
    }
  }
  return { gains, starts, sums }
}

export function rowOf(problem: Problem, segment: number, index: Postings, unmet: Unmet): Row {
  const { band, source, target, links } = problem
  const rows = source.segments.length
  const from = Math.max(0, (band.from[segment] ?? 0) - 3)
  const to = Math.max(from, Math.min(target.segments.length, band.to[Math.min(rows, segment + 3)] ?? 0))
  const types = source.segments[segment] ?? new Int32Array(0)
  const width = to - from
  const tokens = types.length
  const { gains: sourceGains, sum } = repeated(types, links.sourceMisses, width)
  const offset = unmet.starts[from] ?? 0
  const targetStarts = unmet.starts.slice(from, to + 1)
  for (let j = 0; j <= width; j++) targetStarts[j] = (targetStarts[j] ?? 0) - offset
  const targetGains = unmet.gains.slice(offset, unmet.starts[to] ?? 0)
  const sourceSums = new Float32Array(width).fill(sum)
  const targetSums = unmet.sums.slice(from, to)
  const sourceHits = new Int32Array(width)
  const targetHits = new Int32Array(width)
  const { starts, partners, gains, gainsBack } = links.table
  for (let k = 0; k < tokens; k++) {
    const type = types[k] ?? 0
    for (let l = starts[type] ?? 0; l < (starts[type + 1] ?? 0); l++) {
      const partner = partners[l] ?? 0
      const gain = gains[l] ?? 0
      const gainBack = gainsBack[l] ?? 0
      const end = index.starts[partner + 1] ?? 0
      for (let p = firstAt(index, partner, from); p < end; p++) {
        const j = (index.segments[p] ?? 0) - from
        if (j >= width) break
        raise(sourceGains, j * tokens + k, gain, sourceSums, sourceHits, j)
        raise(targetGains, (targetStarts[j] ?? 0) + (index.places[p] ?? 0), gainBack, targetSums, targetHits, j)
      }
    }
  }
  return { from, to, tokens, sourceGains, targetGains, targetStarts, sourceSums, targetSums, sourceHits, targetHits }
}

/** Raises the worth of a token to `gain`, and with it the sum and the number of tokens that found a partner. */
function raise(
  gains: Float32Array,
  slot: number,
  gain: number,
  sums: Float32Array,
  hits: Int32Array,
  segment: number,
): void {
  const before = gains[slot] ?? 0
  if (gain <= before) return
  gains[slot] = gain
  sums[segment] = (sums[segment] ?? 0) + gain - before
  if (before <= 0 && gain > 0) hits[segment] = (hits[segment] ?? 0) + 1
}

/** The worth of a segment's tokens without partner, `times` over, and their sum. */
function repeated(
  types: Int32Array,
  misses: Float32Array,
  times: number,
): { readonly gains: Float32Array; readonly sum: number } {
  const gains = new Float32Array(times * types.length)
  let sum = 0
  for (let k = 0; k < types.length && times > 0; k++) {
    gains[k] = misses[types[k] ?? 0] ?? 0
    sum += gains[k] ?? 0
  }
  for (let done = types.length; done > 0 && done < gains.length; done *= 2) gains.copyWithin(done, 0, done)
  return { gains, sum }
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

/**
 * The worth of the words of a bead that ends at the current row and at target position `end`; NaN outside the rows.
 * A long stretch has every word by chance sooner than a short one, q grows with it: each hit is worth the log of the
 * stretch's length, in mean segments, less. Without that 2:2 would always beat 1:1 and 1:1.
 */
export function wordScore(
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
