/** Scores of beads: prior of the shape, length, words, paragraphs. */

import { cellAt, cellsOf, isInside } from './band.ts'
import { beadShapes, shapeCount } from './beads.ts'
import { edgeScore } from './edge-model.ts'
import type { Likeness } from './encoder.ts'
import { lengthScore } from './length.ts'
import type { Problem } from './problem.ts'
import { postingsOf, type Row, rowOf, unmetOf, wordScore } from './rows.ts'

/** Scores of all beads in the band: for each position (i, j) and shape the bead that ends there. −∞: cannot end there. */
export function scoreBeads(problem: Problem): Float32Array {
  const { band, source, target, signal, likeness = unknownLikeness } = problem
  const rows = source.segments.length
  const columns = target.segments.length
  const scores = new Float32Array(cellsOf(band) * shapeCount).fill(Number.NEGATIVE_INFINITY)
  const index = postingsOf(target)
  const unmet = unmetOf(target, problem.links.targetMisses)
  const window: (Row | undefined)[] = [undefined, undefined, undefined]
  const sourceEnds = cumulative(source.lengths)
  const targetEnds = cumulative(target.lengths)
  for (let i = 1; i <= rows; i++) {
    if ((i & 255) === 0) signal?.throwIfAborted()
    const current = rowOf(problem, i - 1, index, unmet)
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
        const length = lengthScore(
          (sourceEnds[i] ?? 0) - (sourceEnds[i - a] ?? 0),
          (targetEnds[j] ?? 0) - (targetEnds[j - b] ?? 0),
          problem.lengths,
        )
        if (length < leastLength && shape > 0) continue
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
          problem.settings.lengthWeight * length +
          problem.settings.lexicalWeight * words +
          likeness(i - a, a, j - b, b) +
          problem.settings.edgeWeight * edgeScore(problem.edges, shape, i - a, i, j - b, j) +
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
  const { band, settings, lengths, likeness = unknownLikeness } = problem
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
        ) +
      likeness(s, 1, t, 1) +
      settings.edgeWeight * edgeScore(problem.edges, 0, s, s + 1, t, t + 1)
    const crossed =
      settings.crossed +
      half(second, i - 2, j - 1) +
      half(current, i - 1, j - 2) +
      paragraphScore(problem, i - 2, j - 2, i, j)
    if (crossed > (scores[cell] ?? 0)) scores[cell] = crossed
  }
}

/** Without an encoder. */
const unknownLikeness: Likeness = () => 0

/** Joined segments whose lengths fit worse than this, in score, need not be looked at: about two and a half times too long. */
const leastLength = -8

/** Index of 2:2 in {@link beadShapes}. */
const doubleShape = 3

/** Log of a stretch's letters over those of a mean segment. Short ones get no bonus beyond half. */
function discount(ends: Float64Array, from: number, to: number): number {
  const mean = (ends[ends.length - 1] ?? 1) / Math.max(1, ends.length - 1)
  return Math.log(Math.max(0.5, ((ends[to] ?? 0) - (ends[from] ?? 0)) / mean))
}

function cumulative(lengths: Float64Array): Float64Array {
  const ends = new Float64Array(lengths.length + 1)
  for (let i = 0; i < lengths.length; i++) ends[i + 1] = (ends[i] ?? 0) + (lengths[i] ?? 0)
  return ends
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
