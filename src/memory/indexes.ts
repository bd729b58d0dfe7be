/** The fuzzy indexes of a memory, one for each source language asked for, kept in step with the engine. */

import { baseLanguage, type Language, plainText } from '../model/index.ts'
import type { Engine } from './engine.ts'
import { decodeIndex, encodeIndex } from './fuzzy/file.ts'
import { fuzzyIndex } from './fuzzy/index.ts'
import type { Parts } from './fuzzy/part.ts'
import { exactHash } from './fuzzy/query.ts'
import type { IndexedText } from './fuzzy/types.ts'
import { languageBits, textOfUnit } from './language-bits.ts'
import { variantFor } from './unit.ts'

/** Keeps the bytes of an index between runs, by base language. A lost or foreign one is built anew. */
export interface IndexFiles {
  read(language: Language): Uint8Array | undefined
  /** May fail quietly: the index is only a cache. */
  write(language: Language, bytes: Uint8Array): void
  /**
   * Makes the bytes of an index of the whole store elsewhere, and keeps them as `write` does; undefined when that cannot be
   * done, then it is made here. `known` are the languages whose bits are given, in their order.
   */
  build?(language: Language, known: readonly Language[]): Promise<Uint8Array | undefined>
}

export interface IndexSet {
  /** The index of a language, up to date with the engine. */
  of(language: Language): Promise<ReturnType<typeof fuzzyIndex>>
  /** The bit of a language in the index; languages beyond the thirtieth share one. */
  bit(language: Language): number
}

interface Kept {
  index: ReturnType<typeof fuzzyIndex>
  /** The engine's cursor it has come to. */
  change: number
  /** The cursor of the saved file. */
  saved: number
}

const pageSize = 2000
/** Guessed: so few changes since the file was saved are read again in a few milliseconds. */
const worthSaving = 2000
/** Guessed: fewer units are indexed sooner than threads are started. */
const worthBuilding = 100_000

export function indexSet(engine: Engine, files: IndexFiles | undefined): IndexSet {
  let bits = languageBits()
  const indexes = new Map<string, Kept>()
  let queue: Promise<unknown> = Promise.resolve()

  /** The saved index, when it is of this store and not ahead of it. Its bits hold when no others are taken yet. */
  const load = async (base: Language): Promise<Kept> => {
    const saved = await taken(base, files?.read(base))
    if (saved !== undefined) return saved
    const { change } = await engine.state()
    const built = change < worthBuilding ? undefined : await files?.build?.(base, bits.languages())
    return (await taken(base, built)) ?? { index: fuzzyIndex(base), change: 0, saved: 0 }
  }

  const taken = async (base: Language, bytes: Uint8Array | undefined): Promise<Kept | undefined> => {
    const found = bytes === undefined ? undefined : decodeIndex(bytes)
    if (found === undefined || found.head.language !== base) return undefined
    const { store, change } = await engine.state()
    const { head } = found
    if (head.store !== store || head.change > change || !canTakeBits(head.languages)) return undefined
    if (!(await isOfThisStore(engine, base, head.change, found))) return undefined
    bits = languageBits(head.languages)
    return { index: fuzzyIndex(base, found), change: head.change, saved: head.change }
  }

  const canTakeBits = (languages: readonly Language[]): boolean =>
    bits.languages().every((tag, i) => languages[i] === tag)

  const catchUp = async (base: Language, kept: Kept): Promise<void> => {
    const isEmpty = kept.change === 0
    const { change, store } = await engine.state()
    while (kept.change < change) {
      const changed = await engine.changes(kept.change, pageSize)
      if (changed.length === 0) break
      const texts: IndexedText[] = []
      for (const stored of changed) {
        kept.change = stored.change
        const text = textOfUnit(stored, base, bits)
        if (text !== undefined) texts.push(text)
        else if (!isEmpty) kept.index.remove(stored.sequence)
      }
      kept.index.add(texts)
    }
    if (files !== undefined && kept.change - kept.saved >= worthSaving) {
      const head = { store, change: kept.change, language: base, languages: bits.languages() }
      files.write(base, encodeIndex(head, kept.index.finished()))
      kept.saved = kept.change
    }
  }

  return {
    bit: tag => bits.bit(tag),
    of: tag => {
      const base = baseLanguage(tag)
      const run = async () => {
        const kept = indexes.get(base) ?? (await load(base))
        indexes.set(base, kept)
        await catchUp(base, kept)
        return kept.index
      }
      const result = queue.then(run)
      queue = result.catch(() => undefined)
      return result
    },
  }
}

/** So many of the newest units of a saved index are compared with the store. */
const sampleSize = 16

/**
 * A store that was put back from a backup and has gone on from there has the same name and perhaps as many changes, but
 * other units where the index has its newest.
 */
async function isOfThisStore(engine: Engine, base: Language, change: number, { parts, dead }: Parts): Promise<boolean> {
  const deadIn = new Map(dead)
  const newest = parts
    .flatMap(({ unitSequence, unitText }, part) =>
      newestUnits(unitSequence)
        .map(at => ({ sequence: unitSequence[at] ?? 0, hash: unitText[at] ?? 0 }))
        .filter(({ sequence }) => (deadIn.get(sequence) ?? 0) <= part),
    )
    .sort((a, b) => b.sequence - a.sequence)
    .slice(0, sampleSize)
  const stored = await engine.bySequence(newest.map(({ sequence }) => sequence))
  return newest.every(({ hash }, i) => {
    const unit = stored[i]
    // What was changed or deleted since is read again anyway.
    if (unit === undefined || unit.change > change) return true
    const source = variantFor(unit.unit, base)
    return source !== undefined && exactHash(plainText(source.content)) === hash
  })
}

/** Places of the largest sequences. */
function newestUnits(sequences: Uint32Array): readonly number[] {
  let least = 0
  for (const sequence of sequences) if (sequence > least) least = sequence
  least -= sampleSize
  const places: number[] = []
  for (let at = 0; at < sequences.length; at++) if ((sequences[at] ?? 0) > least) places.push(at)
  return places
}
