/**
 * What the likeness of two vectors is worth: a log-likelihood ratio like all other evidence.
 *
 * A cosine says little for itself: some sentences are like everything. So what counts is the margin over the mean cosine with
 * the other text, in standard deviations of pairs picked at random (Artetxe and Schwenk 2019; Vecalign divides by the cosines
 * with random neighbours, Thompson and Koehn 2019, equation 2 — we subtract, and take all segments for neighbours: their mean is one
 * vector, so this costs one product a stretch). How large the margin of a translation is differs between encoders; it is
 * measured on the beads that an aligner without the encoder believes. One that knows nothing gives translations the margins of
 * strangers, and then its evidence is worth nothing.
 */

import type { FoundBead } from './beads.ts'
import { type EncodedSides, type Likeness, longestStretch } from './encoder.ts'

/** Margins in standard deviations: of strangers near (0, 1), of translations as measured. */
interface MarginModel {
  readonly mean: number
  readonly deviation: number
}

/** Beyond this one kind of evidence does not outvote all the others. Guessed. */
const mostWorth = 30
/** So many made-up strangers are among the believed beads: a handful of beads proves little. */
const expectation = 3
/** Below this mean the encoder tells translations from strangers no better than chance. */
const leastMean = 1

export function measureLikeness(encoded: EncodedSides, believed: readonly FoundBead[]): Likeness {
  const margin = marginsOf(encoded)
  const seen = believed
    .map(bead =>
      margin(bead.sourceFrom, bead.sourceTo - bead.sourceFrom, bead.targetFrom, bead.targetTo - bead.targetFrom),
    )
    .filter(value => !Number.isNaN(value))
  const model = measure(seen)
  if (model.mean < leastMean) return () => 0
  return (i, a, j, b) => {
    const value = margin(i, a, j, b)
    return Number.isNaN(value) ? 0 : worth(value, model)
  }
}

/** By median and median deviation: some believed beads are wrong, and equal texts are alike beyond all measure. */
function measure(seen: readonly number[]): MarginModel {
  const margins = [...seen, ...new Array<number>(expectation).fill(0)]
  const mean = median(margins)
  // 1.4826: of a bell curve half lies within 0.6745 standard deviations.
  return { mean, deviation: Math.max(0.5, 1.4826 * median(margins.map(value => Math.abs(value - mean)))) }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
}

/** Log of the density among translations over that among strangers; never falls while the margin grows. */
function worth(margin: number, { mean, deviation }: MarginModel): number {
  const variance = deviation * deviation
  // Where two bell curves of unlike width turn.
  const turn = Math.abs(variance - 1) < 1e-6 ? undefined : -mean / (variance - 1)
  const value = turn === undefined ? margin : variance > 1 ? Math.max(margin, turn) : Math.min(margin, turn)
  const ratio = -((value - mean) ** 2) / (2 * variance) - Math.log(deviation) + (value * value) / 2
  return Math.max(-mostWorth, Math.min(mostWorth, ratio))
}

/** The margin of any two stretches, in standard deviations; NaN where one of them has no vector. */
function marginsOf(encoded: EncodedSides): Likeness {
  const { source, target, dimensions } = encoded
  const sourceMeans = meansOf(encoded, source, meanVector(encoded, target))
  const targetMeans = meansOf(encoded, target, meanVector(encoded, source))
  const raw = (s: number, t: number): number => {
    const a = source[s] ?? -1
    const b = target[t] ?? -1
    if (a < 0 || b < 0) return Number.NaN
    const cosine = product(encoded.vectors, a * dimensions, encoded.vectors, b * dimensions, dimensions)
    return cosine - ((sourceMeans[s] ?? 0) + (targetMeans[t] ?? 0)) / 2
  }
  const deviation = strangersDeviation(raw, source.length / longestStretch, target.length / longestStretch)
  return (i, a, j, b) =>
    a > longestStretch || b > longestStretch
      ? Number.NaN
      : raw(i * longestStretch + a - 1, j * longestStretch + b - 1) / deviation
}

/** Mean of the vectors of a side's single segments. */
function meanVector({ vectors, dimensions }: EncodedSides, side: Int32Array): Float32Array {
  const mean = new Float32Array(dimensions)
  const count = Math.max(1, side.length / longestStretch)
  for (let s = 0; s < side.length; s += longestStretch) {
    const number = side[s] ?? -1
    for (let d = 0; d < dimensions && number >= 0; d++) {
      mean[d] = (mean[d] ?? 0) + (vectors[number * dimensions + d] ?? 0) / count
    }
  }
  return mean
}

/** Mean cosine of each stretch with the segments of the other side. */
function meansOf({ vectors, dimensions }: EncodedSides, side: Int32Array, mean: Float32Array): Float32Array {
  return Float32Array.from(side, number =>
    number < 0 ? 0 : product(vectors, number * dimensions, mean, 0, dimensions),
  )
}

function product(a: Float32Array, atA: number, b: Float32Array, atB: number, length: number): number {
  let sum = 0
  for (let d = 0; d < length; d++) sum += (a[atA + d] ?? 0) * (b[atB + d] ?? 0)
  return sum
}

/** Pairs picked to see how margins of strangers spread. */
const strangers = 2000
/** Guessed: below this the differences are rounding. */
const leastDeviation = 0.01

/** Root mean square of margins of single segments far apart in the text, picked by a fixed rule. */
function strangersDeviation(raw: (s: number, t: number) => number, sources: number, targets: number): number {
  let squares = 0
  let count = 0
  for (let n = 0; n < strangers; n++) {
    // Golden-ratio steps cover both sides evenly and never walk along the diagonal.
    const i = Math.floor(((n * 0.618034) % 1) * sources)
    const j = Math.floor(((n * 0.414214 + 0.5) % 1) * targets)
    if (Math.abs(i / sources - j / targets) < 0.05) continue
    const value = raw(i * longestStretch, j * longestStretch)
    if (Number.isNaN(value)) continue
    squares += value * value
    count++
  }
  return Math.max(leastDeviation, Math.sqrt(squares / Math.max(1, count)))
}
