/** What a pair of texts says for and against its being a translation: words, names, negations, length. For checks. */

import type { Language } from '../model/index.ts'
import { stem } from '../text/stem.ts'
import { consonantsOf, endingSounds, soundSimilarity, soundsOf } from '../text/transliterate.ts'
import { foldWord, isCapitalised, isInitialism, type Word, words } from '../text/words.ts'
import { conceptRate, conceptsOf } from './core.ts'
import type { LearnedLexicon } from './learned.ts'
import { negations } from './negation.ts'

export interface PairEvidenceOptions {
  readonly sourceLanguage: Language
  readonly targetLanguage: Language
  /** Learned from a memory; `source` stems to `target` stems. Without it the core lexicon stands alone. */
  readonly lexicon?: LearnedLexicon
  /** Usual target letters per source letter, 1 when unknown; best measured on the whole document. */
  readonly lettersRatio?: number
}

/** A stretch of words with no counterpart. Offsets are UTF-16 units of the side's text. */
export interface UnmatchedRun {
  readonly start: number
  readonly end: number
  /** How many of its words have translations the lexicon knows. */
  readonly known: number
}

export interface SideEvidence {
  /** All words. */
  readonly words: number
  /** Words of which the lexicon knows a translation, and those of them that have it on the other side. */
  readonly known: number
  readonly found: number
  /** found / known; 1 when nothing is known. Judge it only when `known` is at least 3 or so. */
  readonly coverage: number
  /** The longest stretch without any counterpart, known words counted; absent when every known word is found. */
  readonly longestUnmatched?: UnmatchedRun
  /** Capitalised words inside the sentence, and initialisms. */
  readonly names: readonly NameEvidence[]
  readonly negations: readonly Word[]
  /** The negations among them that surely deny the sentence. */
  readonly sureNegations: number
}

export interface NameEvidence extends Word {
  /** Found on the other side: same spelling, same sound, or a translation in the lexicon. */
  readonly found: boolean
  /** How alike the best word of the other side sounds, 0..1. */
  readonly likeness: number
  /** The lexicon knows a translation: its absence weighs more. */
  readonly known: boolean
  /** No common word written large: unknown to the core lexicon, or known there as a place, organisation or person. */
  readonly proper: boolean
}

export interface PairEvidence {
  readonly source: SideEvidence
  readonly target: SideEvidence
  /**
   * Natural log of (target letters / source letters / usual ratio), divided by the spread usual for this length: beyond ±3
   * is rare. Spread measured on development pairs, see the aligner's length model.
   */
  readonly lengthDeviation: number
  /** target letters / source letters / usual ratio. */
  readonly lengthRatio: number
}

/** Evidence of one pair. For many pairs make a {@link pairReader}, which remembers words. */
export function pairEvidence(source: string, target: string, options: PairEvidenceOptions): PairEvidence {
  return pairReader(options)(source, target)
}

/** Reads pair after pair of the same languages; what is known of a word is looked up once. */
export function pairReader(options: PairEvidenceOptions): (source: string, target: string) => PairEvidence {
  const readSource = sideReader(options.sourceLanguage)
  const readTarget = sideReader(options.targetLanguage)
  return (source, target) => {
    const sourceSide = readSource(source)
    const targetSide = readTarget(target)
    const matched = matchWords(sourceSide, targetSide, options.lexicon)
    const lengthRatio = targetSide.letters / sourceSide.letters / (options.lettersRatio ?? 1)
    const spread = Math.sqrt(0.025 + 2.2 / Math.min(sourceSide.letters, targetSide.letters))
    return {
      source: describe(sourceSide, matched.source),
      target: describe(targetSide, matched.target),
      lengthRatio,
      lengthDeviation: Math.log(lengthRatio) / spread,
    }
  }
}

/**
 * A name of the source that is nowhere in the target, and one of the target that is nowhere in the source: one may stand for
 * the other. On development news about 2 of 100 true pairs have such names, and half of those where a name was exchanged.
 */
export function exchangedNames(
  evidence: PairEvidence,
): { readonly source: NameEvidence; readonly target: NameEvidence } | undefined {
  const lost = (name: NameEvidence): boolean =>
    !name.found && name.text.length >= shortestName && name.likeness < mostLikeness
  // In English common words are written large, too: «the White House». In Russian and Kazakh hardly any inside a sentence.
  const source = evidence.source.names.find(name => name.proper && lost(name))
  const target = evidence.target.names.find(lost)
  return source === undefined || target === undefined ? undefined : { source, target }
}

const mostLikeness = 0.52
const shortestName = 5

/** What is known of a word wherever it stands. */
interface Known {
  readonly folded: string
  readonly stem: string
  readonly concepts: readonly number[]
  readonly proper: boolean
  readonly sounds: string
  /** First two classes of consonants: words that sound alike share it. */
  readonly key: string
}

interface Token extends Word, Known {
  readonly isName: boolean
}

/** One text with what is known of its words. */
interface ReadSide {
  readonly text: string
  readonly language: Language
  readonly tokens: readonly Token[]
  /** Letters and digits, at least 1. */
  readonly letters: number
}

/** Of each token: known to the lexicon, found on the other side, and the best likeness of sound. */
interface Matched {
  readonly known: readonly boolean[]
  readonly found: readonly boolean[]
  readonly likeness: readonly number[]
}

/** Only names reach this rate in the core lexicon. */
const leastProperRate = 0.85

/** More words than this are forgotten and looked up again: memory stays bounded on endless input. */
const mostRemembered = 50_000

/** Reads texts of one language; what is known of a word is looked up once. */
function sideReader(language: Language): (text: string) => ReadSide {
  const remembered = new Map<string, Known>()
  const knownOf = (word: string): Known => {
    let known = remembered.get(word)
    if (known === undefined) {
      const folded = foldWord(word, language)
      const sounds = soundsOf(folded)
      const key = consonantsOf(sounds).slice(0, 2)
      const concepts = conceptsOf(word, language)
      const proper = concepts.every(concept => conceptRate(concept, language) >= leastProperRate)
      known = { folded, stem: stem(folded, language), concepts, proper, sounds, key }
      if (remembered.size >= mostRemembered) remembered.clear()
      remembered.set(word, known)
    }
    return known
  }
  return text => {
    let letters = 0
    const tokens = words(text).map((word, i) => {
      letters += word.text.length
      const isName = isInitialism(word.text) || (isCapitalised(word.text) && i > 0 && !beginsSentence(text, word.start))
      return { ...word, ...knownOf(word.text), isName }
    })
    for (const digits of text.matchAll(/\p{N}+/gu)) letters += digits[0].length
    return { text, language, tokens, letters: Math.max(1, letters) }
  }
}

/** A capital after a full stop, a quotation mark or a bracket tells nothing. */
function beginsSentence(text: string, start: number): boolean {
  return /(?:[.!?…:]["»”)]*\s+["«“(]*|[«“"(]|[—–-]\s*)$/u.test(text.slice(Math.max(0, start - 6), start))
}

/** Which words of two texts correspond. */
function matchWords(
  source: ReadSide,
  target: ReadSide,
  lexicon: LearnedLexicon | undefined,
): { source: Matched; target: Matched } {
  const sourceState = newState(source)
  const targetState = newState(target)
  for (const [i, a] of source.tokens.entries()) {
    const learned = lexicon?.lookup(a.stem) ?? []
    if (learned.some(entry => entry.forward >= 0.3) && (lexicon?.seen(a.stem) ?? 0) >= 3) sourceState.known[i] = true
    for (const [j, b] of target.tokens.entries()) {
      const likeness = soundLikeness(a, b, source.language, target.language)
      if (likeness > (sourceState.likeness[i] ?? 0)) sourceState.likeness[i] = likeness
      if (likeness > (targetState.likeness[j] ?? 0)) targetState.likeness[j] = likeness
      const corresponds =
        a.folded === b.folded ||
        likeness >= (a.isName || b.isName ? 0.75 : 0.85) ||
        a.concepts.some(concept => b.concepts.includes(concept)) ||
        learned.some(entry => entry.target === b.stem && Math.max(entry.forward, entry.backward) >= 0.1)
      if (!corresponds) continue
      sourceState.found[i] = true
      targetState.found[j] = true
    }
  }
  return { source: sourceState, target: targetState }
}

function newState(side: ReadSide): { known: boolean[]; found: boolean[]; likeness: number[] } {
  return {
    known: side.tokens.map(token => token.concepts.length > 0),
    found: side.tokens.map(() => false),
    likeness: side.tokens.map(() => 0),
  }
}

/** Only names and long words are compared by sound: short ones are alike by chance. */
function soundLikeness(a: Token, b: Token, languageA: Language, languageB: Language): number {
  const least = a.isName || b.isName ? 3 : 6
  if (a.key !== b.key || a.key === '' || a.folded.length < least || b.folded.length < least) return 0
  return soundSimilarity(a.sounds, b.sounds, endingSounds(languageA), endingSounds(languageB))
}

function describe(side: ReadSide, matched: Matched): SideEvidence {
  const known = matched.known.filter(Boolean).length
  const found = matched.known.filter((isKnown, i) => isKnown && matched.found[i] === true).length
  const longestUnmatched = longestRun(side, matched)
  const denials = negations(side.text, side.language)
  return {
    words: side.tokens.length,
    known,
    found,
    coverage: known === 0 ? 1 : found / known,
    ...(longestUnmatched === undefined ? {} : { longestUnmatched }),
    names: side.tokens.flatMap((token, i) =>
      token.isName
        ? [
            {
              text: token.text,
              start: token.start,
              end: token.end,
              found: matched.found[i] === true,
              likeness: matched.likeness[i] ?? 0,
              known: matched.known[i] === true,
              proper: token.proper,
            },
          ]
        : [],
    ),
    negations: denials.map(({ text, start, end }) => ({ text, start, end })),
    sureNegations: denials.filter(denial => denial.sure).length,
  }
}

/** Words the lexicon does not know neither make nor break a run. */
function longestRun(side: ReadSide, matched: Matched): UnmatchedRun | undefined {
  let best: UnmatchedRun | undefined
  let start = -1
  let end = -1
  let known = 0
  const close = (): void => {
    if (known > (best?.known ?? 0)) best = { start, end, known }
    known = 0
    start = -1
  }
  for (const [i, token] of side.tokens.entries()) {
    if (matched.found[i] === true) close()
    else if (matched.known[i] === true) {
      if (start < 0) start = token.start
      end = token.end
      known++
    }
  }
  close()
  return best
}
