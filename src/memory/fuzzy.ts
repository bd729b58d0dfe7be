/** The fuzzy index: every text at or above a threshold, best first, equal to comparing the query with each. */

import type { Language } from '../model/index.ts'
import { type Normalized, normalize } from '../text/normalize.ts'
import { equalBase, scoreNormalized } from '../text/similarity.ts'

/** A source text as the index sees it. */
export interface IndexedText {
  /** The unit's sequence in the store. */
  readonly sequence: number
  readonly text: string
  /** Bit set of the languages the unit has. */
  readonly languages: number
  readonly previous?: string
  readonly next?: string
}

export interface SearchOptions {
  readonly threshold: number
  readonly limit: number
  readonly by: 'mean' | 'words'
  /** Only units that have one of these languages. */
  readonly languages: number
  readonly previous?: string
  readonly next?: string
}

export interface Hit {
  readonly sequence: number
  readonly base: number
  readonly words: number
  readonly characters: number
  /** Neighbours that are equal, 0 to 2; counted for equal texts only. */
  readonly context: number
}

/** One language of a memory, ready to be searched. */
export interface FuzzyIndex {
  add(texts: readonly IndexedText[]): void
  remove(sequence: number): void
  search(query: string, options: SearchOptions): readonly Hit[]
}

/** The best first: by what is asked for, then more equal neighbours, then the older unit. */
export function compareHits(by: 'mean' | 'words'): (a: Hit, b: Hit) => number {
  return by === 'words'
    ? (a, b) => b.words - a.words || b.base - a.base || b.context - a.context || a.sequence - b.sequence
    : (a, b) => b.base - a.base || b.context - a.context || a.sequence - b.sequence
}

/** Compares the query with every text; for a handful of texts, and the truth the index is tested against. */
export function scanIndex(language: Language): FuzzyIndex {
  const rows = new Map<number, IndexedText & { readonly normal: Normalized }>()
  return {
    add: texts => {
      for (const text of texts) rows.set(text.sequence, { ...text, normal: normalize(text.text, language) })
    },
    remove: sequence => void rows.delete(sequence),
    search: (query, options) => {
      const normal = normalize(query, language)
      const hits: Hit[] = []
      for (const row of rows.values()) {
        if ((row.languages & options.languages) === 0) continue
        const parts =
          normal === row.normal
            ? { words: 1, characters: 1, base: equalBase(query, row.text) }
            : scoreNormalized(query, row.text, normal, row.normal)
        if ((options.by === 'words' ? parts.words : parts.base) < options.threshold) continue
        const context = parts.base === 1 ? equalNeighbours(row, options) : 0
        hits.push({ sequence: row.sequence, ...parts, context })
      }
      return hits.sort(compareHits(options.by)).slice(0, options.limit)
    },
  }
}

function equalNeighbours(row: IndexedText, options: SearchOptions): number {
  const previous = options.previous !== undefined && options.previous === row.previous ? 1 : 0
  return previous + (options.next !== undefined && options.next === row.next ? 1 : 0)
}
