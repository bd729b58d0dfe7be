/** From a unit found to a match shown: its kind, its penalties, the numbers put right. */

import {
  baseLanguage,
  type Content,
  type Inline,
  type Language,
  type Match,
  type Penalty,
  plainText,
  type TranslationUnit,
  textContent,
} from '../model/index.ts'
import { adaptNumbers } from './numbers.ts'
import { variantFor } from './unit.ts'

/**
 * What each penalty takes from the base. Chosen by judgement, not measured: small ones put equals in order, the large
 * ones keep a machine's or an alignment's guess below a translator's work of the same likeness.
 */
export const penaltyAmounts: Readonly<Record<Penalty['name'], number>> = {
  'codes-differ': 0.02,
  'number-adapted': 0.01,
  'several-targets': 0.01,
  'from-alignment': 0.02,
  'machine-translation': 0.1,
  'memory-priority': 0,
  'language-variant': 0.02,
  age: 0.01,
}

/** `language-variant` for Kazakh put from one script into the other. */
const transliterated = 0.05

/** A unit found by the index, with the parts of its score. */
export interface Found {
  readonly unit: TranslationUnit
  readonly base: number
  readonly words: number
  readonly characters: number
  /** Neighbours that are equal, 0 to 2; 2 also when the id is the one asked for. */
  readonly context: number
}

export interface Asked {
  readonly query: Content
  readonly text: string
  readonly sourceLanguage: Language
  readonly targetLanguage: Language
  /** The memory's own penalty, 0..1. */
  readonly memoryPenalty: number
  /** Units changed before this ISO date are old. */
  readonly oldBefore?: string
}

/** The match, or nothing when the unit lacks one of the languages. `severalTargets`: the same source has others. */
export function matchOf(found: Found, asked: Asked, severalTargets: boolean): Match | undefined {
  const source = variantFor(found.unit, asked.sourceLanguage)
  const target = variantFor(found.unit, asked.targetLanguage)
  if (source === undefined || target === undefined) return undefined
  const isExact = found.base === 1
  const isIce = isExact && found.context >= 2 && !source.isTransliterated
  const penalties: Penalty[] = []
  const take = (name: Penalty['name'], amount = penaltyAmounts[name]): void => {
    penalties.push({ name, amount })
  }
  if (!hasSameCodes(asked.query, source.content)) take('codes-differ')
  const adapted = isExact ? undefined : adaptNumbers(asked.text, plainText(source.content), plainText(target.content))
  const canAdapt = adapted !== undefined && isPlain(target.content)
  if (canAdapt) take('number-adapted')
  if (severalTargets && !isIce) take('several-targets')
  if (isFromAlignment(found.unit)) take('from-alignment')
  if (isMachineMade(found.unit)) take('machine-translation')
  if (asked.memoryPenalty > 0) take('memory-priority', asked.memoryPenalty)
  if (source.isTransliterated || target.isTransliterated) take('language-variant', transliterated)
  else if (
    isOtherVariety(source.language, asked.sourceLanguage) ||
    isOtherVariety(target.language, asked.targetLanguage)
  ) {
    take('language-variant')
  }
  if (asked.oldBefore !== undefined && (found.unit.changed ?? found.unit.created ?? '9') < asked.oldBefore) take('age')
  return {
    kind: isIce ? 'ice' : isExact ? 'exact' : 'fuzzy',
    score: penalties.reduce((score, penalty) => Math.max(0, score - penalty.amount), found.base),
    base: found.base,
    words: found.words,
    characters: found.characters,
    source: source.content,
    target: canAdapt ? textContent(adapted) : target.content,
    id: found.unit.id,
    ...(found.unit.origin === undefined ? {} : { origin: found.unit.origin }),
    penalties,
  }
}

/** Best first: the score, then in-context before exact before fuzzy, then the base; equals stay in their order. */
export function compareMatches(a: Match, b: Match): number {
  return b.score - a.score || kindOrder[a.kind] - kindOrder[b.kind] || b.base - a.base
}

const kindOrder: Readonly<Record<Match['kind'], number>> = { ice: 0, exact: 1, fuzzy: 2 }

/** `en` and `en-US` are not at odds, `en-US` and `en-GB` are. */
function isOtherVariety(a: Language, b: Language): boolean {
  return a !== b && a !== baseLanguage(b) && b !== baseLanguage(a)
}

/** A property says how the unit came about: `x-alignment-confidence` (0..1) or an origin of alignment. */
function isFromAlignment(unit: TranslationUnit): boolean {
  return hasProperty(unit, 'x-alignment-confidence') || unit.origin === 'alignment'
}

function isMachineMade(unit: TranslationUnit): boolean {
  return hasProperty(unit, 'x-mt') || /^(?:mt|machine-translation)(?:$|[:/])/i.test(unit.origin ?? '')
}

function hasProperty(unit: TranslationUnit, name: string): boolean {
  return unit.properties?.some(property => property.name === name) ?? false
}

/** Codes are alike when the same kinds with the same data stand in the same order; ids do not matter. */
export function hasSameCodes(a: Content, b: Content): boolean {
  return codeList(a) === codeList(b)
}

function codeList(content: Content): string {
  if (isPlain(content)) return ''
  return content.map(codeName).join('')
}

function codeName(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
    case 'sm':
    case 'em':
    case 'cp':
      return ''
    case 'mrk':
      return codeList(inline.children)
    case 'pc':
      return `<${inline.data ?? ''}>${codeList(inline.children)}</${inline.dataEnd ?? ''}>`
    case 'ph':
    case 'sc':
    case 'ec':
      return `[${inline.kind}${inline.data ?? ''}]`
    default:
      return inline satisfies never
  }
}

function isPlain(content: Content): boolean {
  return content.every(inline => inline.kind === 'text')
}
