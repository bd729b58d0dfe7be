/** A memory: translation units in an engine, and matches for a sentence. */

import type { Content, Language, Match, TranslationUnit } from '../model/index.ts'
import type { Engine, Write, WriteOutcome } from './engine.ts'
import { type IndexFiles, indexSet } from './indexes.ts'
import { type LookupOptions, lookUp } from './lookup.ts'
import { type FoundWords, type SearchOptions, searchWords } from './search.ts'
import { mintId, unitKey } from './unit.ts'

export interface MemoryOptions {
  readonly engine: Engine
  /** Taken from every match, 0..1; a memory less trusted gets more. */
  readonly penalty?: number
  /** Where the fuzzy indexes are kept between runs; without it they are built in each. */
  readonly indexFiles?: IndexFiles
}

/** How many units an `add` met, by outcome. */
export type AddReport = Readonly<Record<WriteOutcome, number>>

/** A store of translation units that answers with matches. */
export interface Memory {
  readonly name: string
  /** Adds or changes units in one transaction: all become visible at once, or none. A unit without id gets one from its texts. */
  add(units: Iterable<TranslationUnit> | AsyncIterable<TranslationUnit>): Promise<AddReport>
  remove(ids: readonly string[]): Promise<void>
  /** The best matches at or above the threshold, best first; none is missed. White space at the ends of the query is ignored but for score 1. */
  lookup(query: Content | string, options: LookupOptions): Promise<readonly Match[]>
  /** Units that have all the words, in any of their forms (concordance). */
  search(text: string, options: SearchOptions): Promise<readonly FoundWords[]>
  /** Brings the index of a source language up to date, and saves it where indexes are kept: lookups need not wait for it then. */
  prepare(sourceLanguage: Language): Promise<void>
  get(id: string): Promise<TranslationUnit | undefined>
  /** All units in the order of their ids' code points. */
  units(): AsyncGenerator<TranslationUnit>
  count(): Promise<number>
  close(): Promise<void>
}

const batchSize = 1000

/** Opens a memory over an engine; the engine is closed with it. */
export async function openMemory(options: MemoryOptions): Promise<Memory> {
  const { engine } = options
  const indexes = indexSet(engine, options.indexFiles)
  return {
    name: engine.name,
    add: units => addUnits(engine, units),
    remove: async ids => {
      await engine.transaction(transaction => transaction.write(ids.map(id => ({ kind: 'delete', id }))))
    },
    lookup: (query, lookup) => lookUp({ engine, indexes, penalty: options.penalty ?? 0 }, query, lookup),
    search: (text, search) => searchWords(engine, indexes, text, search),
    prepare: async sourceLanguage => void (await indexes.of(sourceLanguage)),
    get: async id => (await engine.get([id]))[0]?.unit,
    units: () => allUnits(engine),
    count: async () => (await engine.state()).units,
    close: () => engine.close(),
  }
}

async function addUnits(
  engine: Engine,
  units: Iterable<TranslationUnit> | AsyncIterable<TranslationUnit>,
): Promise<AddReport> {
  const report: Record<WriteOutcome, number> = { added: 0, changed: 0, same: 0, duplicate: 0, deleted: 0, absent: 0 }
  await engine.transaction(async transaction => {
    let batch: Write[] = []
    const flush = async (): Promise<void> => {
      for (const outcome of await transaction.write(batch)) report[outcome]++
      batch = []
    }
    for await (const unit of units) {
      batch.push(putOf(unit))
      if (batch.length >= batchSize) await flush()
    }
    await flush()
  })
  return report
}

function putOf(unit: TranslationUnit): Write {
  const named = unit.id === '' ? { ...unit, id: mintId(unit) } : unit
  return { kind: 'put', unit: named, key: unitKey(named) }
}

async function* allUnits(engine: Engine): AsyncGenerator<TranslationUnit> {
  let after: string | undefined
  for (;;) {
    const page = await engine.list(after, batchSize)
    for (const stored of page) yield stored.unit
    after = page.at(-1)?.unit.id
    if (after === undefined) return
  }
}
