/** How well the lengths of two stretches of text fit, as a log-likelihood ratio. */

/**
 * The log of the ratio of lengths is close to normal, with a spread that falls with the length. The reference, two
 * stretches picked at random, is far wider. In the spirit of Gale and Church 1993 (equation 5), but on the log ratio, so
 * that short segments and languages of unlike length do not need a table.
 */
export interface LengthModel {
  /** Log of target letters per source letter. */
  readonly ratio: number
  /** Variance of the log ratio of very long segments, and its growth with 1 / length. */
  readonly variance: number
  readonly perLetter: number
}

/** Measured on aligned development pairs en–ru and en–kk: variance 0.02 + 2.2 / letters. */
export const startingLengths: LengthModel = { ratio: 0, variance: 0.025, perLetter: 2.2 }

const randomVariance = 0.6
const lowest = -14

export function lengthScore(source: number, target: number, model: LengthModel): number {
  const deviation = Math.log(target / source) - model.ratio
  const variance = model.variance + model.perLetter / Math.min(source, target)
  const score =
    0.5 * Math.log(randomVariance / variance) -
    (deviation * deviation) / (2 * variance) +
    (deviation * deviation) / (2 * (randomVariance + variance))
  return Math.max(lowest, score)
}

/** The ratio of the whole texts, drawn towards 1 in short ones. */
export function wholeRatio(source: Float64Array, target: Float64Array): number {
  const letters = (lengths: Float64Array): number => lengths.reduce((sum, length) => sum + length, 300)
  return Math.max(-0.6, Math.min(0.6, Math.log(letters(target) / letters(source))))
}

/** Ratio and spread measured on beads believed right, drawn towards the starting values by 20 made-up beads. */
export function measureLengths(pairs: readonly (readonly [number, number])[], start: LengthModel): LengthModel {
  const ratios = pairs.map(([source, target]) => Math.log(target / source)).sort((a, b) => a - b)
  const median = ratios[ratios.length >> 1] ?? start.ratio
  const ratio = (median * pairs.length + start.ratio * 20) / (pairs.length + 20)
  let squares = 20
  for (const [source, target] of pairs) {
    const deviation = Math.log(target / source) - ratio
    squares += Math.min(9, (deviation * deviation) / (start.variance + start.perLetter / Math.min(source, target)))
  }
  const spread = Math.max(0.5, Math.min(2.5, squares / (pairs.length + 20)))
  return { ratio, variance: start.variance * spread, perLetter: start.perLetter * spread }
}
