/** How surprising a translation's length is. */

import type { Language } from '../model/index.ts'

/** Mean of ln(target letters / source letters), and its spread for a sentence of 100 letters. */
interface LengthModel {
  readonly mean: number
  readonly spread: number
}

/** Measured on professional news translations out of English (1,037 sentences each); other pairs: guessed. */
const models: ReadonlyMap<string, LengthModel> = new Map([
  ['en-ru', { mean: 0.09, spread: 0.24 }],
  ['en-kk', { mean: 0.02, spread: 0.24 }],
  ['ru-kk', { mean: -0.05, spread: 0.22 }],
  ['kk-ru', { mean: 0.05, spread: 0.22 }],
])

const anyPair: LengthModel = { mean: 0, spread: 0.35 }

/**
 * Standard deviations from the usual length, negative when the target is short; 0 for texts too short to judge (under 25
 * letters). Short sentences vary more: the spread grows with 1/√length, as in Gale and Church (1993), section 3.1.
 */
export function lengthSurprise(
  source: string,
  target: string,
  sourceLanguage: Language,
  targetLanguage: Language,
): number {
  if (source.length < 25 || target.length === 0) return 0
  const pair = `${sourceLanguage.split('-')[0]}-${targetLanguage.split('-')[0]}`
  const { mean, spread } = models.get(pair) ?? anyPair
  const scale = Math.max(0.75, Math.min(1.6, Math.sqrt(100 / source.length)))
  return (Math.log(target.length / source.length) - mean) / (spread * scale)
}

/** Usual letters and digits of the target for one of the source. Medians of the same data; 1 for pairs not measured. */
export function usualRatio(sourceLanguage: Language, targetLanguage: Language): number {
  const pair = `${sourceLanguage.split('-')[0]}-${targetLanguage.split('-')[0]}`
  return ratios.get(pair) ?? 1
}

const ratios: ReadonlyMap<string, number> = new Map([
  ['en-ru', 1.135],
  ['en-kk', 1.115],
  ['ru-en', 0.88],
  ['kk-en', 0.9],
  ['ru-kk', 0.98],
  ['kk-ru', 1.02],
])
