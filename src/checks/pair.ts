/** A source and its target as checks see them; every derived thing is computed once, when first asked for. */

import { shareConcepts, wordBook } from '../lexicon/known-words.ts'
import type { PairEvidence, WordedText } from '../lexicon/pair-evidence.ts'
import type { Language, Segment, Unit } from '../model/index.ts'
import type { NumberComparison } from '../text/number-comparison.ts'
import { compareSides } from './numbers/comparison.ts'
import { formatKinds } from './placeholder/format-flags.ts'
import { TextView } from './text-view.ts'

/** What all pairs of a document share. */
export interface PairSetting {
  readonly sourceLanguage: Language
  readonly targetLanguage: Language
  /** {@link primaryOf} of the target language. */
  readonly targetPrimary: string
  /** Evidence of two texts being each other's translation. */
  readonly readEvidence: (source: WordedText, target: WordedText) => PairEvidence
}

export class Pair {
  readonly unit: Unit
  readonly segment: Segment
  readonly hasTarget: boolean
  /** Id of the document's file the unit is in. */
  readonly file: string
  /** Position among all pairs of the document. */
  readonly index: number

  readonly #setting: PairSetting

  constructor(unit: Unit, segment: Segment, setting: PairSetting, index: number, file = '') {
    this.file = file
    this.unit = unit
    this.segment = segment
    this.index = index
    this.#setting = setting
    this.hasTarget = segment.target !== undefined
  }

  #source: TextView | undefined
  get source(): TextView {
    this.#source ??= new TextView(this.segment.source, this.#setting.sourceLanguage, formatKinds(this.unit))
    return this.#source
  }

  #target: TextView | undefined
  get target(): TextView {
    this.#target ??= new TextView(this.segment.target ?? [], this.#setting.targetLanguage, formatKinds(this.unit))
    return this.#target
  }

  /** Lets go of what was derived, so that it does not fill the memory; asked again, it is derived again. */
  release(): void {
    this.#source = undefined
    this.#target = undefined
    this.#evidence = undefined
    this.#comparison = undefined
  }

  #evidence: PairEvidence | undefined
  /** Words, names and length compared; codes and addresses left out. */
  get evidence(): PairEvidence {
    this.#evidence ??= this.evidenceAgainst(this)
    return this.#evidence
  }

  /** The same for this source and another pair's target. */
  evidenceAgainst(other: Pair): PairEvidence {
    return this.#setting.readEvidence(wordedText(this.source), wordedText(other.target))
  }

  #comparison: NumberComparison | undefined
  /** The numbers of both sides compared. */
  get comparison(): NumberComparison {
    this.#comparison ??= compareSides(this.source, this.target)
    return this.#comparison
  }

  /** True when `least` words of the source have a counterpart by the lexicon: far cheaper than {@link evidence}. */
  meets(least: number): boolean {
    return shareConcepts(this.source.known, this.target.known, least)
  }

  /** True for a word of the source language that the lexicon has. */
  isKnownSourceWord(word: string): boolean {
    return wordBook(this.sourceLanguage)(word).concepts.length > 0
  }

  get targetLanguage(): Language {
    return this.#setting.targetLanguage
  }

  get sourceLanguage(): Language {
    return this.#setting.sourceLanguage
  }

  #isEmpty: boolean | undefined
  /** No target, or nothing but blanks in it. */
  get isEmpty(): boolean {
    this.#isEmpty ??= this.target.text.trim() === ''
    return this.#isEmpty
  }

  #isGarbled: boolean | undefined
  /** The target is mostly not readable (mojibake): other checks would only repeat it. */
  get isGarbled(): boolean {
    this.#isGarbled ??= isGarbledText(this.target.text)
    return this.#isGarbled
  }

  /** The plural form of one number alone («один файл»), which need not name it. */
  get isForOneNumber(): boolean {
    return this.unit.metadata.some(({ meta }) => meta.some(({ type }) => type === 'plural-only'))
  }

  #isSentence: boolean | undefined
  /** The source is a sentence, not a label: five words or more and a mark at the end. */
  get isSentence(): boolean {
    this.#isSentence ??=
      this.source.words.length >= 5 &&
      /[.!?…:;]["'’”»)\]\s\ufffc]*$/.test(this.source.masked.slice(-12)) &&
      !isKeywordList(this.source.masked)
    return this.#isSentence
  }

  #isProse: boolean | undefined
  /**
   * A sentence or headline of running text: neither markup nor placeholders in it, no courtesy that translators of programs
   * leave out. Only there the weighing of words against words is trusted.
   */
  get isProse(): boolean {
    this.#isProse ??= (this.isSentence || isHeadline(this.source)) && isRunningText(this.source)
    return this.#isProse
  }

  /** Nothing in the letters of the target language, though it has some of the source's: told by completeness/untranslated. */
  get isUntranslated(): boolean {
    if (!this.targetIs('ru', 'kk')) return false
    return this.target.script.cyrillic === 0 && this.target.script.latin > 0
  }

  /** True when the target's first language part is one of `languages`. */
  targetIs(...languages: readonly string[]): boolean {
    return languages.includes(this.#setting.targetPrimary)
  }
}

function wordedText({ masked, words, known }: TextView): WordedText {
  return { text: masked, words, known }
}

/** Long enough to be weighed without a mark at the end: «Foreign buyers will be charged higher stamp duty in the UK». */
function isHeadline({ words, masked }: TextView): boolean {
  return words.length >= 7 && !isKeywordList(masked)
}

function isRunningText({ placeholders, markup, text }: TextView): boolean {
  return placeholders.length === 0 && markup.length === 0 && !courtesy.test(text)
}

/** `mouse;keyboard;screen;`: words to be found by, to which translators add their own. */
function isKeywordList(text: string): boolean {
  return !text.includes('&') && /;\S[^;\n]{0,40};\S[^;\n]{0,40};/.test(text)
}

/** `ru-KZ` → `ru`, `kk-Cyrl` → `kk`, `kk-Latn-KZ` → `kk-Latn`. */
export function primaryOf(language: Language): string {
  const [primary = '', script] = language.split('-')
  return primary === 'kk' && script === 'Latn' ? 'kk-Latn' : primary
}

/** Letters that UTF-8 or windows-1251 bytes become when read as Latin-1: more than a third of all letters, and many. */
function isGarbledText(text: string): boolean {
  let strange = 0
  let cyrillic = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if ((code >= 0x80 && code <= 0xff && code !== 0xa0 && code !== 0xab && code !== 0xbb) || code === 0xfffd) strange++
    else if (code >= 0x400 && code <= 0x52f) cyrillic++
  }
  return strange >= 6 && strange > cyrillic / 2
}

const courtesy =
  /\b(?:are you sure|do you (?:really )?want|please|you can|allows? you to|if you want|note that|you must|would you like)\b/i
