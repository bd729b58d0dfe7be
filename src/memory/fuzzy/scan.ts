/** The plain way: compares the query with every text. The truth the index is measured against. */

import type { Language } from '../../model/index.ts'
import { type Normalized, normalize } from '../../text/normalize.ts'
import { equalBase, scoreNormalized } from '../../text/similarity.ts'
import { tokens } from '../../text/tokens.ts'
import { compareHits, type FuzzyIndex, type Hit, type IndexedText, type SearchOptions } from './types.ts'

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
    withWords: (tests, limit) =>
      [...rows.values()]
        .filter(row => tests.every(test => tokens(row.normal).some(token => test.matches(token))))
        .map(row => row.sequence)
        .sort((a, b) => a - b)
        .slice(0, limit),
  }
}

function equalNeighbours(row: IndexedText, options: SearchOptions): number {
  const previous = options.previous !== undefined && options.previous === row.previous ? 1 : 0
  return previous + (options.next !== undefined && options.next === row.next ? 1 : 0)
}
