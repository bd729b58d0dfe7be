/**
 * Is the target a translation of the source, the whole of it and nothing else? Three linear scores over the same evidence,
 * shared by the drift rules. Weights by logistic regression on development pairs (English news in Russian and Kazakh, true
 * ones against foreign, cut and extended ones), rounded, the weights of numbers lowered by hand since numbers in other texts
 * are translated more freely than there. 0 is even odds on that data; the rules ask for more.
 */

import type { PairEvidence } from '../../lexicon/pair-evidence.ts'
import { usualRatio } from '../../text/length-ratio.ts'
import type { Pair } from '../pair.ts'

/** Above it the rule speaks as a warning: on development pairs about 1 true pair in 100 lies there. */
export const sure = { foreign: 1, truncated: 2.2, added: 2 } as const
/** Above it the sign is worth an info. */
export const doubtful = { foreign: -0.3, truncated: 0.75, added: 0.7 } as const

interface Counts {
  readonly found: number
  readonly missing: number
  readonly sourceMissing: number
  readonly targetMissing: number
  readonly names: number
  readonly namesLost: number
  readonly targetNames: number
  readonly targetNamesLost: number
  readonly numbers: number
  readonly numbersLost: number
  readonly numbersAdded: number
  readonly length: number
}

/** Kept as long as the pair keeps its evidence. */
const kept = new WeakMap<PairEvidence, Counts>()

function countsOf(pair: Pair): Counts {
  const { evidence } = pair
  const known = kept.get(evidence)
  if (known !== undefined) return known
  const { source, target, lengthDeviation } = evidence
  const names = source.names.filter(name => name.text.length >= 3)
  const targetNames = target.names.filter(name => name.text.length >= 3)
  const comparison = pair.comparison
  const inFigures = (mentions: readonly { readonly spelled: boolean }[]): number =>
    mentions.filter(mention => !mention.spelled).length
  const numbersLost = inFigures(comparison.missing)
  const counts: Counts = {
    found: source.found + target.found,
    missing: source.known + target.known - source.found - target.found,
    sourceMissing: source.known - source.found,
    targetMissing: target.known - target.found,
    names: names.filter(name => name.found).length,
    namesLost: names.filter(name => !name.found).length,
    targetNames: targetNames.filter(name => name.found).length,
    targetNamesLost: targetNames.filter(name => !name.found).length,
    numbers: inFigures(pair.source.numbers.filter(mention => !mention.weak)) - numbersLost,
    numbersLost,
    numbersAdded: inFigures(comparison.extra),
    length: lengthDeviation,
  }
  kept.set(evidence, counts)
  return counts
}

/** How sure it is that the target translates something else. Needs at least four known words. */
export function foreignScore(pair: Pair): number {
  // Most interface texts are too short to judge: told before the costly evidence is gathered.
  if (pair.source.words.length < 7 || pair.target.words.length < 2) return Number.NEGATIVE_INFINITY
  if (hasAnchor(pair)) return Number.NEGATIVE_INFINITY
  // Enough common words settle it for most pairs.
  if (pair.meets(3 + Math.floor(pair.source.words.length / 8))) return Number.NEGATIVE_INFINITY
  const { source, target } = pair.evidence
  if (source.known + target.known < 6) return Number.NEGATIVE_INFINITY
  const c = countsOf(pair)
  return (
    -3.5 +
    0.33 * c.missing -
    0.7 * c.found -
    0.75 * c.names +
    0.65 * c.namesLost +
    0.9 * c.targetNamesLost -
    3 * c.numbers +
    2 * c.numbersLost +
    2.5 * c.numbersAdded +
    0.9 * Math.abs(c.length)
  )
}

/** How sure it is that a part of the source is not translated. */
export function truncatedScore(pair: Pair): number {
  if (pair.source.words.length < 5 || lengthRatio(pair) > 0.88) return Number.NEGATIVE_INFINITY
  const c = countsOf(pair)
  const { source } = pair.evidence
  const run = source.longestUnmatched?.known ?? 0
  return (
    -2.6 -
    1.5 * c.length +
    0.35 * run +
    0.1 * c.sourceMissing -
    0.1 * source.found -
    0.2 * c.targetMissing +
    0.4 * c.namesLost -
    0.1 * c.names +
    1.5 * c.numbersLost -
    Math.min(0, c.length + 1)
  )
}

/** How sure it is that the target says more than the source. */
export function addedScore(pair: Pair): number {
  if (pair.target.words.length < 5 || pair.source.words.length < 3 || lengthRatio(pair) < 1.2)
    return Number.NEGATIVE_INFINITY
  const c = countsOf(pair)
  const { target } = pair.evidence
  const run = target.longestUnmatched?.known ?? 0
  return (
    -6.4 +
    2 * c.length +
    0.46 * run +
    0.05 * c.targetMissing +
    0.1 * target.found -
    0.14 * c.sourceMissing +
    0.85 * c.targetNamesLost +
    1.5 * c.numbersAdded +
    0.4 * Math.max(0, c.length - 1)
  )
}

/** Letters of the target for one of the source, as a multiple of what is usual: cheap, asked before any evidence. */
function lengthRatio(pair: Pair): number {
  return (
    pair.target.text.length /
    Math.max(1, pair.source.text.length) /
    usualRatio(pair.sourceLanguage, pair.targetLanguage)
  )
}

/** A number in figures, or two Latin words in Cyrillic, that both sides have: strangers share none. */
function hasAnchor(pair: Pair): boolean {
  const { source, target } = pair
  if (target.script.cyrillic > 0 && target.script.latin >= 3 && source.script.cyrillic === 0) {
    const words = new Set(source.words.map(word => word.text))
    const shared = target.words.filter(({ text }) => text.length >= 3 && /^[A-Za-z]/.test(text) && words.has(text))
    if (new Set(shared.map(({ text }) => text)).size > 1) return true
  }
  if (!/\d/.test(target.masked)) return false
  const { missing } = pair.comparison
  return source.numbers.some(mention => !mention.spelled && !mention.weak && !missing.includes(mention))
}
