/** What is known of a word wherever it stands. Words repeat: each is looked up once, and only as far as somebody asks. */

import type { Language } from '../model/index.ts'
import { stem } from '../text/stem.ts'
import { consonantsOf, soundsOf } from '../text/transliterate.ts'
import { foldWord, isCapitalised, isInitialism } from '../text/words.ts'
import { type ConceptId, conceptRate, conceptsOf } from './core.ts'

/** Only names reach this rate in the core lexicon. */
const leastProperRate = 0.85

export class KnownWord {
  readonly text: string
  readonly folded: string
  readonly isInitialism: boolean
  readonly isCapitalised: boolean
  readonly #language: Language

  constructor(text: string, language: Language) {
    this.text = text
    this.folded = foldWord(text, language)
    this.isInitialism = isInitialism(text)
    this.isCapitalised = isCapitalised(text)
    this.#language = language
  }

  #concepts: readonly ConceptId[] | undefined
  /** Of the core lexicon. */
  get concepts(): readonly ConceptId[] {
    this.#concepts ??= conceptsOf(this.text, this.#language)
    return this.#concepts
  }

  #stem: string | undefined
  get stem(): string {
    this.#stem ??= stem(this.folded, this.#language)
    return this.#stem
  }

  #isProper: boolean | undefined
  /** No common word written large: unknown to the core lexicon, or known there as a place, organisation or person. */
  get isProper(): boolean {
    this.#isProper ??= this.concepts.every(concept => conceptRate(concept, this.#language) >= leastProperRate)
    return this.#isProper
  }

  #sounds: string | undefined
  get sounds(): string {
    this.#sounds ??= soundsOf(this.folded)
    return this.#sounds
  }

  #soundKey: number | undefined
  /** The first two classes of consonants in one number: words that sound alike share it; 0 for a word without any. */
  get soundKey(): number {
    if (this.#soundKey === undefined) {
      const classes = consonantsOf(this.sounds)
      this.#soundKey = classes === '' ? 0 : classes.charCodeAt(0) * 128 + (classes.charCodeAt(1) || 0)
    }
    return this.#soundKey
  }
}

/** More words than this of a language are forgotten and looked up again: memory stays bounded on endless input. */
const mostRemembered = 50_000

/** By language; what is known of a word never changes, so it is no hidden state. */
const books = new Map<Language, (word: string) => KnownWord>()

/** Looks up words of a language. */
export function wordBook(language: Language): (word: string) => KnownWord {
  let book = books.get(language)
  if (book === undefined) {
    book = newBook(language)
    books.set(language, book)
  }
  return book
}

function newBook(language: Language): (word: string) => KnownWord {
  const words = new Map<string, KnownWord>()
  return text => {
    let known = words.get(text)
    if (known === undefined) {
      known = new KnownWord(text, language)
      if (words.size >= mostRemembered) words.clear()
      words.set(text, known)
    }
    return known
  }
}

/** Marks of concepts met, one cell a concept: a cell that holds the number of the present question is marked. */
let marks = new Uint32Array(8192)
let question = 0

/** True when `least` words of `source` share a concept with a word of `target`: far cheaper than all the evidence. */
export function shareConcepts(source: readonly KnownWord[], target: readonly KnownWord[], least: number): boolean {
  markConcepts(target)
  let shared = 0
  for (const { concepts } of source) if (isAnyMarked(concepts) && ++shared >= least) return true
  return false
}

/** Marks the concepts of `words` for {@link isAnyMarked}, and no others. */
export function markConcepts(words: readonly KnownWord[]): void {
  if (question === 0xffff_ffff) {
    marks.fill(0)
    question = 0
  }
  question++
  for (const { concepts } of words) {
    for (const concept of concepts) {
      if (concept >= marks.length) marks = grown(marks, concept)
      marks[concept] = question
    }
  }
}

export function isAnyMarked(concepts: readonly ConceptId[]): boolean {
  for (const concept of concepts) if (marks[concept] === question) return true
  return false
}

function grown(old: Uint32Array, index: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * index)
  larger.set(old)
  return larger
}
