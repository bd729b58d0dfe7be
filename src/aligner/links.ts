/** Links say which token types of the two sides may translate each other. */

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

/** Hit rates of marks differ: a question stays a question, a colon may go. */
export const markRates: ReadonlyMap<string, number> = new Map([
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
