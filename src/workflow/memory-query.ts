/** Questions to several memories at once. */

import type { FoundWords, LookupOptions } from '../memory/index.ts'
import { compareMatches } from '../memory/index.ts'
import { type Content, type Language, type Match, plainText } from '../model/index.ts'
import { countWords } from '../text/tokens.ts'
import type { OpenedMemory } from './memory-files.ts'

/** One line of `memory lookup --format json`. */
export interface LookupLine {
  readonly query: string
  readonly matches: readonly {
    readonly kind: Match['kind']
    readonly score: number
    readonly base: number
    readonly words: number
    readonly characters: number
    readonly source: string
    readonly target: string
    readonly id: string
    readonly origin?: string
    readonly penalties: Match['penalties']
  }[]
}

/** The best matches of all memories; the same pair from two of them counts once, with its best score. */
export async function lookupInMemories(
  memories: readonly OpenedMemory[],
  query: Content | string,
  options: LookupOptions,
): Promise<readonly Match[]> {
  const found: Match[] = []
  for (const { memory } of memories) {
    for (const match of await memory.lookup(query, options)) found.push(match)
  }
  if (memories.length < 2) return found
  const seen = new Set<string>()
  const value = (match: Match): number => (options.by === 'words' ? match.words : match.base)
  return found
    .sort(compareMatches)
    .filter(match => {
      const pair = `${plainText(match.source)}\u0000${plainText(match.target)}`
      return seen.size < seen.add(pair).size
    })
    .sort((a, b) => value(b) - value(a))
    .slice(0, options.limit ?? 5)
    .sort(compareMatches)
}

/** A match as the command shows it. */
export function lookupLine(query: string, matches: readonly Match[]): LookupLine {
  return {
    query,
    matches: matches.map(({ kind, score, base, words, characters, source, target, id, origin, penalties }) => ({
      kind,
      score,
      base,
      words,
      characters,
      source: plainText(source),
      target: plainText(target),
      id,
      ...(origin === undefined ? {} : { origin }),
      penalties,
    })),
  }
}

export interface SearchMemoriesOptions {
  /** Language of the words searched. */
  readonly language: Language
  /** Most units shown; 50 when absent. */
  readonly limit?: number
}

/** A unit that has the words, with the memory it is from. */
export interface Concordance extends FoundWords {
  readonly file: string
}

/** Units with all the words, in any of their forms; phrases and exact forms first. */
export async function searchMemories(
  memories: readonly OpenedMemory[],
  text: string,
  { language, limit = 50 }: SearchMemoriesOptions,
): Promise<readonly Concordance[]> {
  const found: Concordance[] = []
  for (const { memory, file } of memories) {
    for (const each of await memory.search(text, { language, limit })) found.push({ ...each, file })
  }
  return found.sort((a, b) => b.rank - a.rank).slice(0, limit)
}

export interface MemoryStats {
  readonly file: string
  readonly units: number
  /** Variants and words by language, the most frequent first. */
  readonly languages: readonly { readonly language: Language; readonly variants: number; readonly words: number }[]
  /** Units by state; `none` where it is not told. */
  readonly states: Readonly<Record<string, number>>
  /** Units that know a neighbour. */
  readonly withContext: number
}

/** Counts what a memory holds. */
export async function memoryStats({ memory, file }: OpenedMemory): Promise<MemoryStats> {
  const languages = new Map<Language, { variants: number; words: number }>()
  const states = new Map<string, number>()
  let units = 0
  let withContext = 0
  for await (const unit of memory.units()) {
    units++
    if (unit.previous !== undefined || unit.next !== undefined) withContext++
    const state = unit.state ?? 'none'
    states.set(state, (states.get(state) ?? 0) + 1)
    for (const { language, content } of unit.variants) {
      const counts = languages.get(language) ?? { variants: 0, words: 0 }
      languages.set(language, counts)
      counts.variants++
      counts.words += countWords(plainText(content))
    }
  }
  return {
    file,
    units,
    languages: [...languages]
      .map(([language, counts]) => ({ language, ...counts }))
      .sort((a, b) => b.variants - a.variants || (a.language < b.language ? -1 : 1)),
    states: Object.fromEntries([...states].sort(([a], [b]) => (a < b ? -1 : 1))),
    withContext,
  }
}
