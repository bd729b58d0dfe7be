/**
 * Links say which token types of the two sides may translate each other, and what it is worth to see or miss the partner.
 *
 * The worth is a log-likelihood ratio, as in naive Bayes. Let h be the probability that a token has its partner in the
 * segment that translates it, and q that a segment picked at random has one. Seen: log(h / q). Missed: log((1 − h) / (1 − q)).
 * A word nobody knows has a low h, so missing it costs next to nothing; a number has a high one.
 */

import { conceptRate, conceptsOf, isCoreLanguage } from '../lexicon/core.ts'
import type { LearnedLexicon } from '../lexicon/learned.ts'
import { stem } from '../text/stem.ts'
import { consonantsOf, endingSounds, soundSimilarity, soundsOf } from '../text/transliterate.ts'
import type { TokenizedSide, TokenType } from './tokens.ts'

export const linkKinds = [
  'number',
  'weak',
  'mark',
  'same',
  'name',
  'cognate',
  'concept',
  'term',
  'memory',
  'document',
] as const
export type LinkKind = (typeof linkKinds)[number]

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

/** Hit rates of marks differ: a question stays a question, a colon may go. */
const markRates = new Map([
  ['?', 0.93],
  ['!', 0.6],
  ['"', 0.85],
  ['(', 0.8],
  [':', 0.55],
  [';', 0.35],
  ['…', 0.6],
  ['%', 0.9],
  ['$', 0.8],
  ['€', 0.8],
  ['£', 0.6],
  ['/', 0.9],
])

/** Two types that may translate each other. */
export interface Link {
  readonly source: number
  readonly target: number
  readonly kind: LinkKind
  /** Probability of the partner given the token, where it is known for this link; else that of the kind. */
  readonly rate?: number
  readonly rateBack?: number
  /** In how many segments the partner's stem stands, and the token's own, where they are known for this link. */
  readonly frequency?: number
  readonly frequencyBack?: number
}

/** How often each type of a side was looked at in beads believed right, and how often a partner was found there. */
export interface Observed {
  readonly seen: Float64Array
  readonly found: Float64Array
}

export interface ObservedSides {
  readonly source: Observed
  readonly target: Observed
}

/** All links that do not depend on where the text is aligned. */
export function findLinks(
  source: TokenizedSide,
  target: TokenizedSide,
  memory: LearnedLexicon | undefined,
): readonly Link[] {
  return [
    ...equalLinks(source, target),
    ...conceptLinks(source, target),
    ...soundLinks(source, target),
    ...learnedLinks(source, target, memory, 'memory'),
  ]
}

/** Links of the words that a first pass brought together in the text itself. */
export function documentLinks(source: TokenizedSide, target: TokenizedSide, document: LearnedLexicon): readonly Link[] {
  return learnedLinks(source, target, document, 'document')
}

/** Numbers of one value, marks of one class, words of one spelling. */
function equalLinks(source: TokenizedSide, target: TokenizedSide): Link[] {
  const links: Link[] = []
  const targets = new Map<string, number[]>()
  for (const [id, type] of target.types.entries()) for (const key of equalKeys(type)) push(targets, key, id)
  for (const [id, type] of source.types.entries()) {
    const seen = new Set<number>()
    for (const key of equalKeys(type)) {
      for (const partner of targets.get(key) ?? []) {
        if (seen.has(partner)) continue
        seen.add(partner)
        const other = target.types[partner]
        const kind: LinkKind =
          type.kind === 'word' ? 'same' : type.kind === 'number' && other?.kind === 'weak' ? 'weak' : type.kind
        const isCommon = type.kind === 'word' && !(type.isName && other?.isName === true)
        const rate = type.kind === 'mark' ? markRates.get(type.form) : isCommon ? 0.2 : undefined
        links.push(
          rate === undefined
            ? { source: id, target: partner, kind }
            : { source: id, target: partner, kind, rate, rateBack: rate },
        )
      }
    }
  }
  return links
}

function equalKeys(type: TokenType): readonly string[] {
  switch (type.kind) {
    case 'number':
    case 'weak':
      return type.values.map(value => `n${value}`)
    case 'mark':
      return [`m${type.form}`]
    case 'word':
      return [`w${type.form}`]
    default:
      return type.kind satisfies never
  }
}

function conceptLinks(source: TokenizedSide, target: TokenizedSide): Link[] {
  if (!isCoreLanguage(source.language) || !isCoreLanguage(target.language)) return []
  const targets = new Map<number, number[]>()
  for (const [id, type] of target.types.entries()) {
    if (type.kind === 'word') for (const concept of conceptsOf(type.text, target.language)) push(targets, concept, id)
  }
  const links: Link[] = []
  for (const [id, type] of source.types.entries()) {
    if (type.kind !== 'word') continue
    const partners = new Set<number>()
    let rate = 0
    let rateBack = 0
    for (const concept of conceptsOf(type.text, source.language)) {
      for (const partner of targets.get(concept) ?? []) {
        partners.add(partner)
        rate = Math.max(rate, conceptRate(concept, source.language))
        rateBack = Math.max(rateBack, conceptRate(concept, target.language))
      }
    }
    for (const partner of partners) links.push({ source: id, target: partner, kind: 'concept', rate, rateBack })
  }
  return links
}

/** Words that sound alike: names across scripts, and international words. */
function soundLinks(source: TokenizedSide, target: TokenizedSide): Link[] {
  const byKey = new Map<string, Sounding[]>()
  for (const sounding of soundings(target)) for (const key of sounding.keys) push(byKey, key, sounding)
  const endingSource = endingSounds(source.language)
  const endingTarget = endingSounds(target.language)
  const links: Link[] = []
  for (const a of soundings(source)) {
    const seen = new Set<number>()
    for (const key of a.keys) {
      for (const b of byKey.get(key) ?? []) {
        if (seen.has(b.id)) continue
        seen.add(b.id)
        if (Math.abs(a.sounds.length - b.sounds.length) > 7) continue
        const likeness = soundSimilarity(a.sounds, b.sounds, endingSource, endingTarget)
        const bothNames = a.isName && b.isName
        const least = bothNames ? 0.72 : a.sounds.length >= 5 && b.sounds.length >= 5 ? 0.8 : 0.93
        if (likeness < least) continue
        if (bothNames) links.push({ source: a.id, target: b.id, kind: 'name' })
        else {
          const rate = 0.15 + 2.5 * (likeness - 0.8)
          links.push({ source: a.id, target: b.id, kind: 'cognate', rate, rateBack: rate })
        }
      }
    }
  }
  return links
}

interface Sounding {
  readonly id: number
  readonly sounds: string
  readonly keys: readonly string[]
  readonly isName: boolean
}

function soundings(side: TokenizedSide): Sounding[] {
  const found: Sounding[] = []
  for (const [id, type] of side.types.entries()) {
    if (type.kind !== 'word' || type.form.length < (type.isName ? 3 : 4)) continue
    const sounds = soundsOf(type.form)
    const consonants = consonantsOf(sounds)
    if (consonants.length === 0 || sounds.length < 3) continue
    // A name of two consonants meets longer ones, whose third may belong to an ending: Iran, Ираном.
    const keys = consonants.length >= 3 ? [consonants.slice(0, 3), `${consonants.slice(0, 2)}_`] : [`${consonants}_`]
    found.push({
      id,
      sounds,
      isName: type.isName,
      keys: consonants.length >= 3 && consonants.length > 4 ? keys.slice(0, 1) : keys,
    })
  }
  return found
}

function learnedLinks(
  source: TokenizedSide,
  target: TokenizedSide,
  lexicon: LearnedLexicon | undefined,
  kind: LinkKind,
): Link[] {
  if (lexicon === undefined) return []
  const sources = byStem(source)
  const targets = byStem(target)
  const links: Link[] = []
  for (const [sourceStem, { ids, frequency: frequencyBack }] of sources) {
    for (const { target: targetStem, forward: rate, backward: rateBack } of lexicon.lookup(sourceStem)) {
      const partners = targets.get(targetStem)
      if (partners === undefined) continue
      const { frequency } = partners
      for (const id of ids) {
        for (const partner of partners.ids) {
          links.push({ source: id, target: partner, kind, rate, rateBack, frequency, frequencyBack })
        }
      }
    }
  }
  return links
}

interface StemGroup {
  readonly ids: number[]
  frequency: number
}

function byStem(side: TokenizedSide): ReadonlyMap<string, StemGroup> {
  const groups = new Map<string, StemGroup>()
  for (const [id, type] of side.types.entries()) {
    if (type.kind !== 'word') continue
    const key = stem(type.form, side.language)
    const group = groups.get(key) ?? { ids: [], frequency: 0 }
    group.ids.push(id)
    group.frequency += type.frequency
    groups.set(key, group)
  }
  return groups
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key)
  if (values === undefined) map.set(key, [value])
  else values.push(value)
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
