/**
 * What the edges of a bead tell: translators keep sentences whole, so a bead that begins in the middle of a sentence on one
 * side does so on the other, and what holds two sentences here holds two sentences there.
 */

import { beadShapes, type FoundBead } from './beads.ts'
import { type Edges, endings, mostSentences, sentencesIn } from './edges.ts'

/** Worth of the edges of beads, as log-likelihood ratios. */
export interface EdgeModel {
  readonly source: Edges
  readonly target: Edges
  readonly starts: Float64Array
  readonly ends: Float64Array
  /** One table a shape. */
  readonly counts: readonly Float64Array[]
}

/** With this probability an edge is carried over, else it is like that of any segment; and how many beads that guess is worth. */
const edgePrior = { rate: 0.85, beads: 40 }
/** The same for the number of sentences. Where segments were joined it is not one that the translator cut. */
const singlePrior = { rate: 0.85, beads: 25 }
const joinedPrior = { rate: 0.5, beads: 25 }

/** What edges are worth in these texts; `beads` are those of a pass before. */
export function edgeModel(source: Edges, target: Edges, beads: readonly FoundBead[]): EdgeModel {
  const paired = beads.filter(isPaired)
  return {
    source,
    target,
    starts: agreement(
      shares(source.starts, 2),
      shares(target.starts, 2),
      edgePrior,
      paired.map(bead => [source.starts[bead.sourceFrom] ?? 0, target.starts[bead.targetFrom] ?? 0]),
    ),
    ends: agreement(
      shares(source.ends, endings.length),
      shares(target.ends, endings.length),
      edgePrior,
      paired.map(bead => [source.ends[bead.sourceTo - 1] ?? 0, target.ends[bead.targetTo - 1] ?? 0]),
    ),
    counts: beadShapes.map(([a, b]) =>
      agreement(
        countShares(source, a),
        countShares(target, b),
        a === 1 && b === 1 ? singlePrior : joinedPrior,
        paired
          .filter(bead => bead.sourceTo - bead.sourceFrom === a && bead.targetTo - bead.targetFrom === b)
          .map(bead => [
            sentencesIn(source, bead.sourceFrom, bead.sourceTo),
            sentencesIn(target, bead.targetFrom, bead.targetTo),
          ]),
      ),
    ),
  }
}

function isPaired(bead: FoundBead): boolean {
  return bead.sourceTo > bead.sourceFrom && bead.targetTo > bead.targetFrom
}

function shares(values: Uint8Array, kinds: number): Float64Array {
  const found = new Float64Array(kinds).fill(0.5)
  for (const value of values) found[value] = (found[value] ?? 0) + 1
  return found.map(each => each / (values.length + kinds / 2))
}

function countShares(edges: Edges, width: number): Float64Array {
  const found = new Float64Array(mostSentences + 1).fill(0.5)
  const count = edges.starts.length
  for (let i = 0; i + width <= count; i++) {
    const n = sentencesIn(edges, i, i + width)
    found[n] = (found[n] ?? 0) + 1
  }
  const total = found.reduce((sum, each) => sum + each, 0)
  return found.map(each => each / total)
}

/** Log-likelihood ratios of all pairs of kinds, a square table; the prior counts as so many beads, those seen add to it. */
function agreement(
  source: Float64Array,
  target: Float64Array,
  prior: { readonly rate: number; readonly beads: number },
  seen: readonly (readonly [number, number])[],
): Float64Array {
  const kinds = source.length
  const chance = new Float64Array(kinds * kinds)
  const expected = new Float64Array(kinds * kinds)
  for (let k = 0; k < kinds; k++) {
    for (let l = 0; l < kinds; l++) {
      const cell = k * kinds + l
      const both = (source[k] ?? 0) * (target[l] ?? 0)
      chance[cell] = both
      expected[cell] = (1 - prior.rate) * both + (k === l ? prior.rate * Math.sqrt(both) : 0)
    }
  }
  const whole = expected.reduce((sum, each) => sum + each, 0)
  const counts = expected.map(each => (each / whole) * prior.beads)
  for (const [k, l] of seen) counts[k * kinds + l] = (counts[k * kinds + l] ?? 0) + 1
  const total = prior.beads + seen.length
  return counts.map((each, cell) => Math.log(each / total / (chance[cell] ?? 1)))
}

/** The worth of the edges of a bead: how it begins, how it ends, how many sentences it holds. */
export function edgeScore(model: EdgeModel, shape: number, i: number, iEnd: number, j: number, jEnd: number): number {
  const { source, target, starts, ends, counts } = model
  const sentences = sentencesIn(source, i, iEnd) * (mostSentences + 1) + sentencesIn(target, j, jEnd)
  return (
    (starts[(source.starts[i] ?? 0) * 2 + (target.starts[j] ?? 0)] ?? 0) +
    (ends[(source.ends[iEnd - 1] ?? 0) * endings.length + (target.ends[jEnd - 1] ?? 0)] ?? 0) +
    (counts[shape]?.[sentences] ?? 0)
  )
}
