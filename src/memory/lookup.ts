/** One question to one memory: what the index finds, fetched, judged and put in order. */

import { type Content, type Language, type Match, plainText, textContent } from '../model/index.ts'
import type { Engine, StoredUnit } from './engine.ts'
import type { Hit, SearchOptions as IndexQuery } from './fuzzy/types.ts'
import type { IndexSet } from './indexes.ts'
import { sharedBit } from './language-bits.ts'
import { compareMatches, matchOf } from './match.ts'
import { textOf, variantFor } from './unit.ts'

/** What is asked of a memory beside the query. */
export interface LookupOptions {
  readonly sourceLanguage: Language
  readonly targetLanguage: Language
  /** Source text before and after the query, for ICE. */
  readonly previous?: string
  readonly next?: string
  /** Id of a unit; the identical text there is in context. */
  readonly id?: string
  /** Least base (least word similarity when `by` is `words`), 0..1; 0.7 when absent. */
  readonly threshold?: number
  /** Most matches; 5 when absent. */
  readonly limit?: number
  readonly by?: 'mean' | 'words'
  /** ISO date; units changed before it get the penalty `age`. */
  readonly oldBefore?: string
}

export interface MemoryParts {
  readonly engine: Engine
  readonly indexes: IndexSet
  /** The memory's own penalty, 0..1. */
  readonly penalty: number
}

/** A hit with its unit. */
interface FetchedHit {
  readonly hit: Hit
  readonly stored: StoredUnit
}

/** So many equal texts are looked at to know whether they have several targets. */
const mostEqual = 16

export async function lookUp(
  parts: MemoryParts,
  query: Content | string,
  options: LookupOptions,
): Promise<readonly Match[]> {
  const { threshold = 0.7, limit = 5, by = 'mean', sourceLanguage, targetLanguage, previous, next } = options
  const text = textOf(query)
  const index = await parts.indexes.of(sourceLanguage)
  const asked: IndexQuery = {
    threshold,
    limit,
    by,
    languages: parts.indexes.bit(targetLanguage),
    ...(previous === undefined ? {} : { previous }),
    ...(next === undefined ? {} : { next }),
  }
  const search = (more: Partial<IndexQuery>): readonly Hit[] => index.search(text, { ...asked, ...more })
  const found = await fetchHits(parts.engine, targetLanguage, asked, search)
  const isExact = found.some(({ hit }) => hit.base === 1)
  const equal = isExact
    ? await fetchHits(parts.engine, targetLanguage, { ...asked, by: 'mean', threshold: 1, limit: mostEqual }, search)
    : []
  const named = isExact ? await fetchNamed(parts.engine, options, text) : undefined
  const several = targetsOf(equal, targetLanguage).size > 1
  const judged = {
    query: typeof query === 'string' ? textContent(query) : query,
    text,
    sourceLanguage,
    targetLanguage,
    memoryPenalty: parts.penalty,
    ...(options.oldBefore === undefined ? {} : { oldBefore: options.oldBefore }),
  }
  const best = named === undefined ? found : [named, ...found.filter(({ hit }) => hit.sequence !== named.hit.sequence)]
  return best
    .slice(0, limit)
    .flatMap(({ hit, stored }) => matchOf({ ...hit, unit: stored.unit }, judged, hit.base === 1 && several) ?? [])
    .sort(compareMatches)
}

/** The hits whose units have the target language. Where languages share a bit, more are asked for until enough have it. */
async function fetchHits(
  engine: Engine,
  targetLanguage: Language,
  asked: IndexQuery,
  search: (more: Partial<IndexQuery>) => readonly Hit[],
): Promise<readonly FetchedHit[]> {
  for (let limit = asked.limit; ; limit *= 4) {
    const hits = search({ ...asked, limit })
    const stored = await engine.bySequence(hits.map(hit => hit.sequence))
    const fetched = hits.flatMap((hit, i) => {
      const unit = stored[i]
      return unit === undefined || variantFor(unit.unit, targetLanguage) === undefined ? [] : { hit, stored: unit }
    })
    const isComplete = asked.languages !== sharedBit || fetched.length >= asked.limit || hits.length < limit
    if (isComplete) return fetched.slice(0, asked.limit)
  }
}

/** The unit whose id was asked for, when its text is just the query: in context by its id. */
async function fetchNamed(engine: Engine, options: LookupOptions, text: string): Promise<FetchedHit | undefined> {
  if (options.id === undefined) return undefined
  const [stored] = await engine.get([options.id])
  const source = stored === undefined ? undefined : variantFor(stored.unit, options.sourceLanguage)
  if (stored === undefined || source === undefined || variantFor(stored.unit, options.targetLanguage) === undefined) {
    return undefined
  }
  if (plainText(source.content).normalize('NFC') !== text.normalize('NFC')) return undefined
  return { stored, hit: { sequence: stored.sequence, base: 1, words: 1, characters: 1, context: 2 } }
}

function targetsOf(equal: readonly FetchedHit[], targetLanguage: Language): ReadonlySet<string> {
  const targets = new Set<string>()
  for (const { stored } of equal) {
    const target = variantFor(stored.unit, targetLanguage)
    if (target !== undefined) targets.add(plainText(target.content))
  }
  return targets
}
