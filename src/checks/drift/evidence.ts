/**
 * Is the target a translation of the source, the whole of it and nothing else? Three linear scores over the same evidence,
 * shared by the drift rules. Weights by logistic regression on one half of the development pairs (English news in Russian and
 * Kazakh, true ones against foreign, cut and extended ones), rounded, the weights of numbers lowered by hand since numbers in
 * other texts are translated more freely than there. 0 is even odds on that data; the rules ask for more.
 */

import type { PairEvidence, SideEvidence } from '../../lexicon/pair-evidence.ts'
import { type SentenceEnd, sentenceEnd } from '../../lexicon/sentence-end.ts'
import { usualRatio } from '../../text/length-ratio.ts'
import type { Pair } from '../pair.ts'

/** Above it the rule speaks as a warning: on development pairs about 1 true pair in 100 lies there. */
export const sure = { foreign: 2, truncated: 2.2, added: 2 } as const
/** Above it the sign is worth an info. */
export const doubtful = { foreign: 1.75, truncated: 1.4, added: 0.7 } as const
/** Above it a neighbour is asked whether it fits better: far more pairs, since the neighbour decides. */
export const strange = 0.3

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
    -1.2 +
    0.24 * c.missing -
    0.54 * c.found -
    0.9 * c.names +
    0.75 * c.namesLost +
    1.1 * c.targetNamesLost -
    2.5 * c.numbers +
    1.6 * c.numbersLost +
    1.9 * c.numbersAdded +
    1.8 * loneMarks(pair)
  )
}

/** How sure it is that a part of the source is not translated. */
export function truncatedScore(pair: Pair): number {
  if (pair.source.words.length < 5) return Number.NEGATIVE_INFINITY
  const ratio = lengthRatio(pair)
  if (ratio > mostLength.open) return Number.NEGATIVE_INFINITY
  const end = sentenceEnd(pair.target.words.at(-1)?.text.toLowerCase() ?? '', pair.targetLanguage)
  if (ratio > mostLength.other && end !== 'open') return Number.NEGATIVE_INFINITY
  const c = countsOf(pair)
  const { source } = pair.evidence
  const run = source.longestUnmatched?.known ?? 0
  const { isOpen, lost } = quotesOf(pair)
  return (
    -3.2 -
    1.46 * c.length -
    Math.min(0, c.length + 1) +
    0.2 * run +
    0.15 * c.sourceMissing -
    0.15 * c.targetMissing +
    0.85 * c.namesLost -
    0.17 * c.names +
    1.5 * c.numbersLost +
    1.6 * tailLoss(source) +
    endWeight(end, pair) +
    (isOpen ? 1.4 : 0) +
    0.9 * lost
  )
}

/** In Russian nearly every word may end a sentence, which says a little less than a Kazakh predicate does. */
function endWeight(end: SentenceEnd, pair: Pair): number {
  switch (end) {
    case 'open':
      return 4
    case 'closed':
      return -1.7
    case 'unknown':
      return pair.targetIs('kk') ? 0 : -0.9
    default:
      return end satisfies never
  }
}

/** Beyond these multiples of the usual length nothing is called cut; a sentence without its end may be longer. */
const mostLength = { open: 1.05, other: 0.88 } as const

/** How much worse the last third of the words is matched than the others: log of the ratio of the shares, each with two words more. */
function tailLoss({ known, found, tailKnown, tailFound }: SideEvidence): number {
  const head = (found - tailFound + 1) / (known - tailKnown + 2)
  return Math.log(head / ((tailFound + 1) / (tailKnown + 2)))
}

/** A quotation that the target opens only, though the source closes it, and how many marks (at most 2) it has less. */
function quotesOf({ source, target }: Pair): { readonly isOpen: boolean; readonly lost: number } {
  const [inSource, inTarget] = [source.masked, target.masked].map(text => text.match(/[«»"“”„]/g)?.length ?? 0)
  if (inSource === undefined || inTarget === undefined) return { isOpen: false, lost: 0 }
  return {
    isOpen: inSource % 2 === 0 && inTarget % 2 === 1,
    lost: Math.max(0, Math.min(2, inSource - inTarget)),
  }
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

/** Marks translators keep that one side has alone: questions, brackets, quotations, percent, currencies, colons. */
function loneMarks({ source, target }: Pair): number {
  return keptMarks.filter(mark => mark.test(source.masked) !== mark.test(target.masked)).length
}

const keptMarks: readonly RegExp[] = [
  /\?/,
  /\(/,
  /[«“"„]/,
  /%|percent|процент|пайыз/i,
  /[$€£]|dollar|pound|доллар|фунт/i,
  /:/,
]

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
