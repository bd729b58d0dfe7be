/**
 * Search for the chain of beads with the most right ones in it.
 *
 * Not the likeliest chain, whose beads may each be unlikely, but the one whose posteriors, each less a price, add up to most:
 * that is the chain of the highest expected F1.
 */

import { cellAt, cellsOf, isInside } from './band.ts'
import { scoreBeads } from './bead-scores.ts'
import { beadShapes, type FoundBead, shapeCount } from './beads.ts'
import { extraMove, missingMove, moves, type Posteriors, posteriorsOf } from './posteriors.ts'
import type { Problem } from './problem.ts'

/** Near half the F1 of a good alignment, less since flattened posteriors are low. A false alarm costs more than a wrong pair. */
const price = 0.35
const unpairedPrice = 0.42
/** Where all posteriors are low, as at the ends of a gap of a thousand segments, the score of the bead itself decides. */
const scoreShare = 0.04

/** The best chain of beads, with the posterior of each. */
export function search(problem: Problem): readonly FoundBead[] {
  const scores = scoreBeads(problem)
  const posteriors = posteriorsOf(problem, scores.slice())
  const chosen = bestMoves(problem, scores, posteriors)
  return trace(problem, posteriors, chosen, scores)
}

/** For each position the move by which the best chain reaches it. */
function bestMoves(problem: Problem, scores: Float32Array, { beads, missing, extra }: Posteriors): Uint8Array {
  const { band } = problem
  const best = new Float64Array(cellsOf(band))
  const chosen = new Uint8Array(best.length)
  const rows = band.from.length
  const gapScore = scoreShare * problem.settings.gapExtend - unpairedPrice
  for (let i = 0; i < rows; i++) {
    const from = band.from[i] ?? 0
    for (let j = from; j <= (band.to[i] ?? 0); j++) {
      const cell = cellAt(band, i, j)
      if (cell === 0) continue
      let top = Number.NEGATIVE_INFINITY
      for (let shape = 0; shape < shapeCount; shape++) {
        const at = cell * shapeCount + shape
        const score = scores[at] ?? 0
        if (score === Number.NEGATIVE_INFINITY) continue
        const [a, b] = beadShapes[shape] ?? [1, 1]
        const total = (best[cellAt(band, i - a, j - b)] ?? 0) + (beads[at] ?? 0) - price + scoreShare * score
        if (total > top) {
          top = total
          chosen[cell] = shape
        }
      }
      if (i > 0 && isInside(band, i - 1, j)) {
        const total = (best[cellAt(band, i - 1, j)] ?? 0) + (missing[i - 1] ?? 0) + gapScore
        if (total > top) {
          top = total
          chosen[cell] = missingMove
        }
      }
      if (j > from) {
        const total = (best[cell - 1] ?? 0) + (extra[j - 1] ?? 0) + gapScore
        if (total > top) {
          top = total
          chosen[cell] = extraMove
        }
      }
      best[cell] = top
    }
  }
  return chosen
}

/** A segment without partner is right wherever in the chain it stands. */
function likelihood({ beads, missing, extra }: Posteriors, cell: number, i: number, j: number, move: number): number {
  if (move === missingMove) return missing[i - 1] ?? 0
  if (move === extraMove) return extra[j - 1] ?? 0
  return beads[cell * shapeCount + move] ?? 0
}

function trace(
  { band, source, target }: Problem,
  posteriors: Posteriors,
  chosen: Uint8Array,
  scores: Float32Array,
): readonly FoundBead[] {
  let i = source.segments.length
  let j = target.segments.length
  const beads: FoundBead[] = []
  while (i > 0 || j > 0) {
    const cell = cellAt(band, i, j)
    const move = chosen[cell] ?? 0
    const [a, b] = moves[move] ?? [1, 1]
    beads.push({
      sourceFrom: i - a,
      sourceTo: i,
      targetFrom: j - b,
      targetTo: j,
      posterior: Math.min(1, likelihood(posteriors, cell, i, j, move)),
      score: a === 1 && b === 1 ? (scores[cell * shapeCount] ?? 0) : 0,
    })
    i -= a
    j -= b
  }
  return beads.reverse()
}
