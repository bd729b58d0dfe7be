/**
 * What it is worth to see or to miss the partner of a token.
 *
 * The worth is a log-likelihood ratio, as in naive Bayes. Let h be the probability that a token has its partner in the
 * segment that translates it, and q that a segment picked at random has one. Seen: log(h / q). Missed: log((1 − h) / (1 − q)).
 * A word nobody knows has a low h, so missing it costs next to nothing; a number has a high one.
 */

import { conceptRate, conceptsOf, isCoreLanguage } from '../lexicon/core.ts'
import { type Link, type LinkKind, linkKinds, markRates } from './links.ts'
import type { TokenizedSide, TokenType } from './tokens.ts'

/** Links of one side's types in compressed rows: those of type t are entries `starts[t]` to `starts[t + 1]`. */
export interface LinkTable {
  readonly starts: Int32Array
  /** Type ids of the other side. */
  readonly partners: Int32Array
  /** Worth of seeing the partner, for the type of this side. */
  readonly gains: Float32Array
  /** The same, for the partner's type. */
  readonly gainsBack: Float32Array
  readonly kinds: Uint8Array
}

export interface Links {
  readonly table: LinkTable
  /** Worth of finding no partner, at most 0, for each type of the source and of the target. */
  readonly sourceMisses: Float32Array
  readonly targetMisses: Float32Array
}

/**
 * h by kind: how often a token that has links of this kind finds one of them in its translation, before the text itself
 * tells better. Counted on aligned development news en–ru and en–kk.
 */
const hitRates: Readonly<Record<LinkKind, number>> = {
  number: 0.94,
  weak: 0.55,
  mark: 0.75,
  same: 0.85,
  name: 0.8,
  cognate: 0.35,
  concept: 0.55,
  term: 0.75,
  memory: 0.5,
  document: 0.5,
}

/** So many made-up sightings hold a type's rate where the text says little. */
const expectation = 8

/** How often each type of a side was looked at in beads believed right, and how often a partner was found there. */
export interface Observed {
  readonly seen: Float64Array
  readonly found: Float64Array
}

export interface ObservedSides {
  readonly source: Observed
  readonly target: Observed
}

/**
 * Turns links into log-likelihood ratios; `observed` corrects the rates by what a first pass saw in the text itself. Of two links between the same types the one worth more is
 * kept.
 */
export function weigh(
  links: readonly Link[],
  source: TokenizedSide,
  target: TokenizedSide,
  observed?: ObservedSides,
): Links {
  const forward = chances(links, 'source', source, target, observed?.source)
  const backward = chances(links, 'target', target, source, observed?.target)
  const best = new Map<number, number>()
  const gains = new Float32Array(links.length)
  const gainsBack = new Float32Array(links.length)
  const width = target.types.length
  for (const [i, each] of links.entries()) {
    gains[i] = Math.log(forward.rate(each.source, each) / forward.chance(each.source, each))
    gainsBack[i] = Math.log(backward.rate(each.target, each) / backward.chance(each.target, each))
    const pair = each.source * width + each.target
    const other = best.get(pair)
    if (other === undefined || sum(gains, gainsBack, other) < sum(gains, gainsBack, i)) best.set(pair, i)
  }
  return {
    table: compress(links, [...best.values()], source.types.length, gains, gainsBack),
    sourceMisses: forward.misses,
    targetMisses: backward.misses,
  }
}

const sum = (a: Float32Array, b: Float32Array, i: number): number => (a[i] ?? 0) + (b[i] ?? 0)

interface Chances {
  /** h of a link for the type of this side. */
  readonly rate: (type: number, link: Link) => number
  /** q: how likely a random segment of the other side has a partner of this kind. */
  readonly chance: (type: number, link: Link) => number
  readonly misses: Float32Array
}

function chances(
  links: readonly Link[],
  end: 'source' | 'target',
  side: TokenizedSide,
  other: TokenizedSide,
  observed: Observed | undefined,
): Chances {
  const count = linkKinds.length
  const frequencies = new Float64Array(side.types.length * count)
  const miss = new Float32Array(side.types.length).fill(1)
  const chanceOf = (frequency: number): number => Math.min(0.9, (frequency + 0.4) / (other.segments.length + 8))
  for (const each of links) {
    const type = end === 'source' ? each.source : each.target
    const partner = other.types[end === 'source' ? each.target : each.source]
    const slot = type * count + linkKinds.indexOf(each.kind)
    // In most kinds all partners together are one class; learned links stand for themselves, the surest for the miss.
    const own = end === 'source' ? each.frequency : each.frequencyBack
    frequencies[slot] =
      own === undefined ? (frequencies[slot] ?? 0) + (partner?.frequency ?? 0) : Math.max(frequencies[slot] ?? 0, own)
  }
  const rateOf = (each: Link): number => (end === 'source' ? each.rate : each.rateBack) ?? hitRates[each.kind]
  const highest = new Float64Array(side.types.length)
  const corrections = new Float64Array(side.types.length)
  for (const each of links) {
    const type = end === 'source' ? each.source : each.target
    const rate = rateOf(each)
    const before = highest[type] ?? 0
    highest[type] =
      each.kind === 'memory' || each.kind === 'document'
        ? Math.min(0.9, Math.max(before, rate))
        : Math.max(before, rate)
  }
  for (const [id, type] of side.types.entries()) {
    const expected = Math.max(highest[id] ?? 0, knownRate(type, side, other))
    const seen = observed?.seen[id] ?? 0
    const rate = Math.min(0.97, ((observed?.found[id] ?? 0) + expectation * expected) / (seen + expectation))
    corrections[id] = expected > 0 ? rate / expected : 1
    let frequency = 0
    for (let kind = 0; kind < count; kind++) frequency = Math.max(frequency, frequencies[id * count + kind] ?? 0)
    miss[id] = Math.min(0, Math.log((1 - rate) / (1 - chanceOf(frequency))))
  }
  const chance = (type: number, each: Link): number => {
    const own = end === 'source' ? each.frequency : each.frequencyBack
    return chanceOf(own ?? frequencies[type * count + linkKinds.indexOf(each.kind)] ?? 0)
  }
  const rate = (type: number, each: Link): number => Math.min(0.97, rateOf(each) * (corrections[type] ?? 1))
  return { rate, chance, misses: miss }
}

/** h of a token without any link: the lexicon knows a translation, but it is nowhere in the other text. */
function knownRate(type: TokenType, side: TokenizedSide, other: TokenizedSide): number {
  switch (type.kind) {
    case 'number':
      return hitRates.number
    case 'weak':
      return 0
    case 'mark':
      return markRates.get(type.form) ?? 0
    case 'word':
      return wordRate(type, side, isCoreLanguage(other.language))
    default:
      return type.kind satisfies never
  }
}

function wordRate(type: TokenType, side: TokenizedSide, isKnownPair: boolean): number {
  const concepts = isKnownPair ? conceptsOf(type.text, side.language) : []
  // No counterpart anywhere in the other text: it may well be a word the translator had no use for.
  if (concepts.length > 0) return 0.8 * Math.max(...concepts.map(concept => conceptRate(concept, side.language)))
  return type.isName ? 0.4 : 0.05
}

function compress(
  links: readonly Link[],
  kept: readonly number[],
  types: number,
  gains: Float32Array,
  gainsBack: Float32Array,
): LinkTable {
  const starts = new Int32Array(types + 1)
  for (const i of kept) {
    const type = links[i]?.source ?? 0
    starts[type + 1] = (starts[type + 1] ?? 0) + 1
  }
  for (let t = 0; t < types; t++) starts[t + 1] = (starts[t + 1] ?? 0) + (starts[t] ?? 0)
  const next = starts.slice()
  const partners = new Int32Array(kept.length)
  const keptGains = new Float32Array(kept.length)
  const keptGainsBack = new Float32Array(kept.length)
  const kinds = new Uint8Array(kept.length)
  for (const i of kept) {
    const each = links[i]
    if (each === undefined) continue
    const slot = next[each.source] ?? 0
    next[each.source] = slot + 1
    partners[slot] = each.target
    keptGains[slot] = gains[i] ?? 0
    keptGainsBack[slot] = gainsBack[i] ?? 0
    kinds[slot] = linkKinds.indexOf(each.kind)
  }
  return { starts, partners, gains: keptGains, gainsBack: keptGainsBack, kinds }
}
