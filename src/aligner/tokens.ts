/** Segments as integers: every distinct word, number or mark of a side is a type with an id; a segment is its set of types. */

import type { Language } from '../model/index.ts'
import { numberMentions } from '../text/numbers.ts'
import { foldWord, isCapitalised, isInitialism, words } from '../text/words.ts'
import { type Edges, edgesOf } from './edges.ts'

/** `weak`: a number that may be none (`one`, «один»): good to find, never to demand. */
export type TokenKind = 'word' | 'number' | 'weak' | 'mark'

/** One distinct token of a side. */
export interface TokenType {
  readonly kind: TokenKind
  /** Folded word, canonical number, or class of mark: what is equal across languages when the text is. */
  readonly form: string
  /** As first met in the text. */
  readonly text: string
  /** All values a number may have. */
  readonly values: readonly number[]
  /** Written with a capital inside a sentence, or never without. */
  isName: boolean
  /** In how many segments it stands. */
  frequency: number
}

export interface TokenizedSide {
  readonly language: Language
  readonly types: readonly TokenType[]
  /** Type ids of each segment, distinct, in order of first occurrence. */
  readonly segments: readonly Int32Array[]
  /** Length of each segment in letters and digits; at least 1. */
  readonly lengths: Float64Array
  readonly edges: Edges
}

/** A segment longer than this is known by its first tokens: enough evidence, and the cost of a bead stays bounded. */
const maxTokens = 160

export function tokenize(segments: readonly string[], language: Language): TokenizedSide {
  const types: TokenType[] = []
  const ids = new Map<string, number>()
  const lengths = new Float64Array(segments.length)
  const tokenized = segments.map((text, i) => {
    lengths[i] = Math.max(1, countLetters(text))
    const found = new Set<number>()
    for (const token of tokensOf(text, language)) {
      let id = ids.get(token.key)
      if (id === undefined) {
        id = types.length
        ids.set(token.key, id)
        types.push({
          kind: token.kind,
          form: token.form,
          text: token.text,
          values: token.values,
          isName: token.isName,
          frequency: 0,
        })
      } else if (!token.isName && !token.isFirst) {
        const type = types[id]
        if (type !== undefined) type.isName = false
      }
      if (found.size < maxTokens) found.add(id)
    }
    for (const id of found) {
      const type = types[id]
      if (type !== undefined) type.frequency++
    }
    return Int32Array.from(found)
  })
  return { language, types, segments: tokenized, lengths, edges: edgesOf(segments) }
}

interface Token {
  readonly key: string
  readonly kind: TokenKind
  readonly form: string
  readonly text: string
  readonly values: readonly number[]
  readonly isName: boolean
  readonly isFirst: boolean
}

function* tokensOf(text: string, language: Language): Generator<Token> {
  let isFirst = true
  const numbers = numberMentions(text, language)
  for (const word of words(text)) {
    if (numbers.some(number => !number.spelled && number.start <= word.start && word.end <= number.end)) continue
    const form = foldWord(word.text, language)
    const shouted = isInitialism(word.text)
    const isName = isCapitalised(word.text)
    yield { key: shouted ? `A${form}` : `w${form}`, kind: 'word', form, text: word.text, values: none, isName, isFirst }
    isFirst = false
  }
  for (const number of numbers) {
    yield numberToken(number.weak ? 'weak' : 'number', [number.value, ...number.alternatives])
    for (const part of number.parts ?? none) yield numberToken('weak', [part])
  }
  for (const [form, pattern] of marks) {
    if (pattern.test(text))
      yield { key: `m${form}`, kind: 'mark', form, text: form, values: none, isName: false, isFirst: false }
  }
}

function numberToken(kind: TokenKind, values: readonly number[]): Token {
  const form = values.join(' ')
  return { key: `${kind} ${form}`, kind, form, text: form, values, isName: false, isFirst: false }
}

const none: readonly number[] = []

/** Marks that translators keep, whatever their shape in the language. */
const marks: readonly (readonly [string, RegExp])[] = [
  ['?', /[?？]/u],
  ['!', /[!！]/u],
  ['"', /["“”„«»]/u],
  ['(', /[([]/u],
  [':', /[:：]/u],
  [';', /;/u],
  ['…', /…|\.\.\./u],
  ['$', /\$|dollar|доллар/iu],
  ['€', /€|\beuro|евро|еуро/iu],
  ['£', /£|\bpound|фунт/iu],
  ['%', /%|\bpercent|процент|пайыз/u],
  ['/', /https?:|www\./u],
]

function countLetters(text: string): number {
  let count = 0
  for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) count += match[0].length
  return count
}
