/** Scores of a pair of texts for checks: is it a translation at all, is a part left out, is a part added? */

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

export interface PairScores {
  /**
   * Log-likelihood ratio (natural log) of the pair being a translation against two texts that only stand side by side: words,
   * names, numbers of both sides, each with the worth it has in the aligner, and length.
   */
  readonly likelihood: number
  /** How much speaks for a part of the source having no translation: its heaviest run of words without counterpart, and length. */
  readonly omission: number
  /** The same for a part of the target that the source has not. */
  readonly addition: number
}

/**
 * Scores pair after pair of the same languages. Languages the core lexicon does not know give names, numbers and length only.
 */
export function scoreReader(options: PairEvidenceOptions): (source: string, target: string) => PairScores {
  const readSource = sideReader(options.sourceLanguage)
  const readTarget = sideReader(options.targetLanguage)
  return (source, target) => {
    const sides = { source: readSource(source), target: readTarget(target) }
    const matched = matchWords(sides.source, sides.target, options.lexicon)
    const words = worthOfWords(sides.source, matched.source) + worthOfWords(sides.target, matched.target)
    const numbers = worthOfNumbers(source, options.sourceLanguage, target, options.targetLanguage)
    const length = compareLengths(sides.source, sides.target, options.lettersRatio ?? 1)
    const lost = heaviestRun(sides.source, matched.source)
    const gained = heaviestRun(sides.target, matched.target)
    return {
      likelihood: words / 2 + numbers + length.worth,
      omission: lost - 0.7 * gained - 2 * length.deviation,
      addition: gained - 0.7 * lost + 2 * length.deviation,
    }
  }
}

/**
 * Thresholds for about 1 (`sure`) and 2 to 3 (`doubtful`) false alarms in 100 translations: strangers lie below, omissions and
 * additions above. Chosen on one half of the development news en–ru and en–kk, sentences of eight words or more;
 * docs/alignment.md shows the other half.
 */
export const scoreLimits = {
  stranger: { sure: -3, doubtful: -1.5 },
  omission: { sure: 6.5, doubtful: 4.8 },
  addition: { sure: 8.5, doubtful: 7 },
} as const

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

/** Misses count for a part that is left out, hits against it: the greatest sum of neighbouring words (Kadane 1984). */
function heaviestRun(side: ReadSide, { found, known }: Matched): number {
  let best = 0
  let sum = 0
  for (const [i, token] of side.tokens.entries()) {
    const { h, q } = ratesOf(token, side.language, known[i] === true)
    const against =
      found[i] === true ? -Math.min(mostAgainst, Math.log(Math.max(h, 0.3) / q)) : -Math.log((1 - h) / (1 - q))
    sum = Math.max(0, sum + against)
    best = Math.max(best, sum)
  }
  return best
}

/** A single hit may be chance; it ends no run on its own. */
const mostAgainst = 2.5

/** The aligner's length model: spread of the log ratio among translations, and among texts picked at random. */
function compareLengths(
  source: ReadSide,
  target: ReadSide,
  ratio: number,
): { readonly worth: number; readonly deviation: number } {
  const log = Math.log(target.letters / source.letters / ratio)
  const variance = 0.025 + 2.2 / Math.min(source.letters, target.letters)
  const chance = 0.6 + variance
  const worth = 0.5 * Math.log(0.6 / variance) - (log * log) / (2 * variance) + (log * log) / (2 * chance)
  return { worth, deviation: log / Math.sqrt(variance) }
}
