/** What a pair of texts says for and against its being a translation: words, names, length. For checks. */

import type { Language } from '../model/index.ts'
import { endingSounds, soundSimilarity } from '../text/transliterate.ts'
import { type Word, words } from '../text/words.ts'
import { isAnyMarked, type KnownWord, markConcepts, wordBook } from './known-words.ts'
import type { LearnedEntry, LearnedLexicon } from './learned.ts'

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
  /** The same of the last third of the words: an end that is not translated shows there. */
  readonly tailKnown: number
  readonly tailFound: number
  /** The longest stretch without any counterpart, known words counted; absent when every known word is found. */
  readonly longestUnmatched?: UnmatchedRun
  /** Capitalised words inside the sentence, and initialisms. */
  readonly names: readonly NameEvidence[]
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

/** A text cut into words, and what is known of each of them. */
export interface WordedText {
  readonly text: string
  readonly words: readonly Word[]
  readonly known: readonly KnownWord[]
}

/** Evidence of one pair of plain texts. */
export function pairEvidence(source: string, target: string, options: PairEvidenceOptions): PairEvidence {
  return pairReader(options)(wordedText(source, options.sourceLanguage), wordedText(target, options.targetLanguage))
}

function wordedText(text: string, language: Language): WordedText {
  const found = words(text)
  const lookUp = wordBook(language)
  return { text, words: found, known: found.map(word => lookUp(word.text)) }
}

/** Reads pair after pair of the same languages. */
export function pairReader(options: PairEvidenceOptions): (source: WordedText, target: WordedText) => PairEvidence {
  const { sourceLanguage, targetLanguage, lexicon, lettersRatio = 1 } = options
  const endings = [endingSounds(sourceLanguage), endingSounds(targetLanguage)] as const
  return (source, target) => {
    const sourceSide = new Side(source)
    const targetSide = new Side(target)
    matchWords(sourceSide, targetSide, endings, lexicon)
    const lengthRatio = targetSide.letters / sourceSide.letters / lettersRatio
    const spread = Math.sqrt(0.025 + 2.2 / Math.min(sourceSide.letters, targetSide.letters))
    return {
      source: describe(sourceSide),
      target: describe(targetSide),
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

/** One text while its words are matched with those of the other; the lists go by word. */
class Side {
  readonly text: string
  readonly words: readonly Word[]
  readonly known: readonly KnownWord[]
  readonly isName: readonly boolean[]
  /** Letters and digits, at least 1. */
  readonly letters: number
  /** Has translations in the lexicon. */
  readonly isKnown: boolean[]
  /** Has a counterpart on the other side. */
  readonly found: boolean[]
  /** How alike the best word of the other side sounds. */
  readonly likeness: number[]

  constructor({ text, words: textWords, known }: WordedText) {
    this.text = text
    this.words = textWords
    this.known = known
    this.isName = known.map(
      ({ isInitialism, isCapitalised }, i) =>
        isInitialism || (isCapitalised && i > 0 && !beginsSentence(text, textWords[i]?.start ?? 0)),
    )
    this.letters = Math.max(1, countLetters(textWords) + countDigits(text))
    this.isKnown = known.map(({ concepts }) => concepts.length > 0)
    this.found = known.map(() => false)
    this.likeness = known.map(() => 0)
  }
}

function countLetters(textWords: readonly Word[]): number {
  let letters = 0
  for (const { text } of textWords) letters += text.length
  return letters
}

function countDigits(text: string): number {
  let digits = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0x30 && code <= 0x39) digits++
    // Beyond Latin and Cyrillic letters, ask Unicode.
    else if ((code > 0x7f && code < 0xc0) || code > 0x52f) return countDigitsByProperty(text)
  }
  return digits
}

function countDigitsByProperty(text: string): number {
  let digits = 0
  for (const found of text.matchAll(/\p{N}+/gu)) digits += found[0].length
  return digits
}

/** A capital after a full stop, a quotation mark or a bracket tells nothing. */
function beginsSentence(text: string, start: number): boolean {
  return /(?:[.!?…:]["»”)]*\s+["«“(]*|[«“"(]|[—–-]\s*)$/u.test(text.slice(Math.max(0, start - 6), start))
}

/** Which words of two texts correspond: equal, of one concept, alike in sound, or learned. */
function matchWords(
  source: Side,
  target: Side,
  endings: readonly [source: number, target: number],
  lexicon: LearnedLexicon | undefined,
): void {
  matchConcepts(source, target)
  matchConcepts(target, source)
  for (const [i, a] of source.known.entries()) {
    const learned = lexicon?.lookup(a.stem) ?? noEntries
    if (learned.some(entry => entry.forward >= 0.3) && (lexicon?.seen(a.stem) ?? 0) >= 3) source.isKnown[i] = true
    const isNameA = source.isName[i] === true
    for (let j = 0; j < target.known.length; j++) {
      const b = target.known[j]
      if (b === undefined) break
      const isName = isNameA || target.isName[j] === true
      const likeness = soundLikeness(a, b, isName ? 3 : 6, endings)
      if (likeness > 0) {
        if (likeness > (source.likeness[i] ?? 0)) source.likeness[i] = likeness
        if (likeness > (target.likeness[j] ?? 0)) target.likeness[j] = likeness
      }
      const corresponds =
        likeness >= (isName ? 0.75 : 0.85) ||
        a.folded === b.folded ||
        (learned.length > 0 && learned.some(entry => entry.target === b.stem && isLink(entry)))
      if (!corresponds) continue
      source.found[i] = true
      target.found[j] = true
    }
  }
}

const noEntries: readonly LearnedEntry[] = []

function isLink({ forward, backward }: LearnedEntry): boolean {
  return Math.max(forward, backward) >= 0.1
}

/** Finds the words of `side` that share a concept with a word of `other`. */
function matchConcepts(side: Side, other: Side): void {
  markConcepts(other.known)
  for (let i = 0; i < side.known.length; i++) if (isAnyMarked(side.known[i]?.concepts ?? [])) side.found[i] = true
}

/** Only names and long words are compared by sound: short ones are alike by chance. */
function soundLikeness(
  a: KnownWord,
  b: KnownWord,
  least: number,
  [endingA, endingB]: readonly [source: number, target: number],
): number {
  if (a.folded.length < least || b.folded.length < least || a.soundKey !== b.soundKey || a.soundKey === 0) return 0
  return soundSimilarity(a.sounds, b.sounds, endingA, endingB)
}

const tailStart = 0.65

function describe(side: Side): SideEvidence {
  let known = 0
  let found = 0
  let tailKnown = 0
  let tailFound = 0
  const tail = Math.floor(side.words.length * tailStart)
  const names: NameEvidence[] = []
  for (const [i, { text, start, end }] of side.words.entries()) {
    const isFound = side.found[i] === true
    const isKnown = side.isKnown[i] === true
    if (isKnown) known++
    if (isKnown && isFound) found++
    if (isKnown && i >= tail) tailKnown++
    if (isKnown && isFound && i >= tail) tailFound++
    if (side.isName[i] !== true) continue
    const proper = side.known[i]?.isProper === true
    names.push({ text, start, end, found: isFound, likeness: side.likeness[i] ?? 0, known: isKnown, proper })
  }
  const longestUnmatched = longestRun(side)
  return {
    words: side.words.length,
    known,
    found,
    coverage: known === 0 ? 1 : found / known,
    tailKnown,
    tailFound,
    ...(longestUnmatched === undefined ? {} : { longestUnmatched }),
    names,
  }
}

/** Words the lexicon does not know neither make nor break a run. */
function longestRun(side: Side): UnmatchedRun | undefined {
  let best: UnmatchedRun | undefined
  let start = -1
  let end = -1
  let known = 0
  const close = (): void => {
    if (known > (best?.known ?? 0)) best = { start, end, known }
    known = 0
    start = -1
  }
  for (const [i, word] of side.words.entries()) {
    if (side.found[i] === true) close()
    else if (side.isKnown[i] === true) {
      if (start < 0) start = word.start
      end = word.end
      known++
    }
  }
  close()
  return best
}
