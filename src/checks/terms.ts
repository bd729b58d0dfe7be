/** A glossary made ready for matching: literal words, inflection tolerated, longest term first; never a pattern from data. */

import type { Concept, Language, Term } from '../model/index.ts'
import { foldWord, isInitialism, type Word, words } from '../text/words.ts'
import { primaryOf } from './pair.ts'
import { isFormOf } from './word-forms.ts'

export interface CompiledTerm {
  readonly concept: Concept
  readonly term: Term
  readonly words: readonly TermWord[]
  /** Only for a term compared literally: how many signs stand before its first word. */
  readonly leading?: number
}

interface TermWord {
  readonly written: string
  readonly folded: string
  /** Abbreviations match letter for letter. */
  readonly isExact: boolean
}

/** A term found in a text, UTF-16 offsets. */
export interface TermMention {
  readonly compiled: CompiledTerm
  readonly start: number
  readonly end: number
}

export interface CompiledTerms {
  readonly isEmpty: boolean
  /** Terms of a language found in a text, those inside longer ones left out. */
  find(text: string, textWords: readonly Word[], language: Language): readonly TermMention[]
  /** All of them: in «космодром Байконур» also «космодром». */
  findAll(text: string, textWords: readonly Word[], language: Language): readonly TermMention[]
}

export const noTerms: CompiledTerms = { isEmpty: true, find: () => [], findAll: () => [] }

/** Reads the glossary once. Terms whose text has no word are left out. */
export function compileTerms(concepts: readonly Concept[]): CompiledTerms {
  if (concepts.length === 0) return noTerms
  const byLanguage = new Map<string, Map<string, CompiledTerm[]>>()
  for (const concept of concepts) {
    for (const term of concept.terms) addTerm(byLanguage, concept, term)
  }
  return {
    isEmpty: false,
    find: (text, textWords, language) =>
      withoutCovered(findTerms(byLanguage.get(primaryOf(language)), text, textWords, language)),
    findAll: (text, textWords, language) => findTerms(byLanguage.get(primaryOf(language)), text, textWords, language),
  }
}

function addTerm(byLanguage: Map<string, Map<string, CompiledTerm[]>>, concept: Concept, term: Term): void {
  const termWords = words(term.text).map(
    (word): TermWord => ({
      written: word.text,
      folded: foldWord(word.text, term.language),
      isExact:
        concept.doNotTranslate === true ||
        term.type === 'abbreviation' ||
        term.type === 'acronym' ||
        isInitialism(word.text),
    }),
  )
  const first = termWords[0]
  if (first === undefined) return
  // "C++", ".NET", "R&D": signs are part of the name, so the name is compared letter for letter.
  const isLiteral = /[^\p{L}\p{M}\s'’ʼ.-]/u.test(term.text)
  const language = primaryOf(term.language)
  let index = byLanguage.get(language)
  if (index === undefined) {
    index = new Map()
    byLanguage.set(language, index)
  }
  const key = indexKey(first.folded)
  const list = index.get(key)
  const leading = term.text.indexOf(first.written)
  const compiled: CompiledTerm = { concept, term, words: termWords, ...(isLiteral ? { leading } : {}) }
  if (list === undefined) index.set(key, [compiled])
  else list.push(compiled)
}

/** Two letters: the longest beginning that no inflection of ours changes («ел», «ұйым»). */
function indexKey(folded: string): string {
  return folded.slice(0, 2)
}

function findTerms(
  index: ReadonlyMap<string, readonly CompiledTerm[]> | undefined,
  text: string,
  textWords: readonly Word[],
  language: Language,
): readonly TermMention[] {
  if (index === undefined) return []
  const found: TermMention[] = []
  const folded = textWords.map(word => foldWord(word.text, language))
  for (let i = 0; i < textWords.length; i++) {
    for (const compiled of index.get(indexKey(folded[i] ?? '')) ?? []) {
      const end = matchAt(compiled, text, textWords, folded, i, language)
      const start = (textWords[i]?.start ?? 0) - (compiled.leading ?? 0)
      if (end !== undefined) found.push({ compiled, start, end })
    }
  }
  return found
}

/** Offset after the term when it begins at word `from`, or undefined. */
function matchAt(
  { words: termWords, term, leading }: CompiledTerm,
  text: string,
  textWords: readonly Word[],
  folded: readonly string[],
  from: number,
  language: Language,
): number | undefined {
  if (leading !== undefined) {
    const start = (textWords[from]?.start ?? 0) - leading
    const end = start + term.text.length
    return start >= 0 && text.slice(start, end).toLowerCase() === term.text.toLowerCase() ? end : undefined
  }
  if (from + termWords.length > textWords.length) return undefined
  // "south-western Kazakhstan" is not "western Kazakhstan".
  if (termWords.length > 1 && /[-‑]/.test(text[(textWords[from]?.start ?? 0) - 1] ?? '')) return undefined
  let end = 0
  for (const [k, termWord] of termWords.entries()) {
    const word = textWords[from + k]
    const form = folded[from + k]
    if (word === undefined || form === undefined) return undefined
    if (k > 0 && word.start - end > 3) return undefined
    const isMatch = termWord.isExact
      ? word.text === termWord.written ||
        (isInitialism(termWord.written) && word.text.toUpperCase() === word.text && form === termWord.folded)
      : isFormOf(form, termWord.folded, language)
    if (!isMatch) return undefined
    end = word.end
  }
  // A term in capitals inside a longer code ("USA-made") is fine; a term glued to a digit is another thing.
  if (term.type === 'abbreviation' && /\d/.test(text[end] ?? '')) return undefined
  return end
}

function withoutCovered(found: readonly TermMention[]): readonly TermMention[] {
  if (found.length < 2) return found
  const byLength = [...found].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
  const kept: TermMention[] = []
  for (const mention of byLength) {
    const isCovered = kept.some(
      other =>
        other.start <= mention.start &&
        other.end >= mention.end &&
        other.end - other.start > mention.end - mention.start,
    )
    if (!isCovered) kept.push(mention)
  }
  return kept.sort((a, b) => a.start - b.start || b.end - a.end)
}
