/** How likely a pair of texts is a translation rather than two texts that only stand side by side: one number for checks. */

import type { Language } from '../model/index.ts'
import { type NumberMention, numberMentions } from '../text/numbers.ts'
import { conceptRate } from './core.ts'
import {
  type Matched,
  matchWords,
  type PairEvidenceOptions,
  type ReadSide,
  sideReader,
  type Token,
} from './pair-evidence.ts'

/**
 * Log-likelihood ratio (natural log) of a pair being a translation against chance: words, names, numbers of both sides, each with
 * the worth it has in the aligner, and length. Languages the core lexicon does not know give names, numbers and length only.
 *
 * Thresholds: {@link likelyForeign}.
 */
export function likelihoodReader(options: PairEvidenceOptions): (source: string, target: string) => number {
  const readSource = sideReader(options.sourceLanguage)
  const readTarget = sideReader(options.targetLanguage)
  return (source, target) => {
    const sides = { source: readSource(source), target: readTarget(target) }
    const matched = matchWords(sides.source, sides.target, options.lexicon)
    const words = worthOfWords(sides.source, matched.source) + worthOfWords(sides.target, matched.target)
    const numbers = worthOfNumbers(source, options.sourceLanguage, target, options.targetLanguage)
    return words / 2 + numbers + worthOfLength(sides.source, sides.target, options.lettersRatio ?? 1)
  }
}

/**
 * Below these a pair is called a stranger at about 1 (`sure`) and 2 (`doubtful`) false alarms in 100 translations. Chosen on one
 * half of the development news en–ru and en–kk, sentences of eight words or more; docs/alignment.md shows the other half.
 */
export const likelyForeign = { sure: -3, doubtful: -1.5 } as const

/** h: how often a word finds its counterpart in its translation. q: how often in a text picked at random. */
interface Rates {
  readonly h: number
  readonly q: number
}

function worthOfWords(side: ReadSide, { found, known }: Matched): number {
  const seen = new Set<string>()
  let sum = 0
  for (const [i, token] of side.tokens.entries()) {
    if (seen.has(token.folded)) continue
    seen.add(token.folded)
    const { h, q } = ratesOf(token, side.language, known[i] === true)
    sum += found[i] === true ? Math.log(Math.max(h, 0.3) / q) : Math.log((1 - h) / (1 - q))
  }
  return sum
}

/** Chances by kind of word, counted roughly on news: a light word is in every fourth sentence, a name in one of fifty. */
function ratesOf(token: Token, language: Language, isKnown: boolean): Rates {
  if (token.concepts.length > 0) {
    const h = Math.max(...token.concepts.map(concept => conceptRate(concept, language)))
    return { h, q: h < 0.45 ? 0.25 : h > 0.85 ? 0.02 : 0.07 }
  }
  if (token.isName) return { h: 0.6, q: 0.02 }
  return isKnown ? { h: 0.5, q: 0.05 } : { h: 0.06, q: 0.02 }
}

const numberHit = Math.log(0.94 / 0.05)
const numberMiss = Math.log((1 - 0.94) / (1 - 0.05))

function worthOfNumbers(source: string, sourceLanguage: Language, target: string, targetLanguage: Language): number {
  const inSource = numberMentions(source, sourceLanguage)
  const inTarget = numberMentions(target, targetLanguage)
  if (inSource.length === 0 && inTarget.length === 0) return 0
  return (worthOfSide(inSource, inTarget) + worthOfSide(inTarget, inSource)) / 2
}

function worthOfSide(mentions: readonly NumberMention[], others: readonly NumberMention[]): number {
  const values = new Set(others.flatMap(other => [other.value, ...other.alternatives, ...(other.parts ?? [])]))
  let sum = 0
  for (const mention of mentions) {
    const isThere = [mention.value, ...mention.alternatives].some(value => values.has(value))
    if (isThere) sum += mention.weak ? numberHit / 3 : numberHit
    else if (!mention.weak) sum += numberMiss
  }
  return sum
}

/** The aligner's length model: spread of the log ratio among translations, and among texts picked at random. */
function worthOfLength(source: ReadSide, target: ReadSide, ratio: number): number {
  const deviation = Math.log(target.letters / source.letters / ratio)
  const variance = 0.025 + 2.2 / Math.min(source.letters, target.letters)
  const chance = 0.6 + variance
  return (
    0.5 * Math.log(0.6 / variance) - (deviation * deviation) / (2 * variance) + (deviation * deviation) / (2 * chance)
  )
}
