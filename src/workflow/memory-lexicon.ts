/**
 * What a memory teaches about words, kept beside it: the index of its stems. The file can be deleted at any time; it is made
 * again when it is missing, damaged, of another version or behind, and then only what changed in the memory is counted.
 */

import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { replaceFile } from '../io/index.ts'
import { joinCounts, type PairCounts } from '../lexicon/pair-counts.ts'
import { type StoreReader, storeReader } from '../memory/engines/sqlite.ts'
import type { StoredUnit } from '../memory/index.ts'
import { buildStemIndex, type UnitChange, updateStemIndex } from '../memory/stems/build.ts'
import { stemCounts } from '../memory/stems/count.ts'
import { decodeStems, encodeStems, type StemOrigin } from '../memory/stems/file.ts'
import { contentHash, hash53, type StemIndex } from '../memory/stems/stem-index.ts'
import { baseLanguage, Failure, type Language, placeAt, type TranslationUnit } from '../model/index.ts'
import { hashOfFile, isStoreFile, readTmxFile } from './memory-files.ts'
import type { Project } from './project.ts'
import type { TextMemory } from './project-memory.ts'

export interface MemoryCountsOptions {
  /** Path as the user gave it, for places; the path itself when absent. */
  readonly file?: string
  /** Folder for what can be made again; without it nothing is kept of a TMX file. */
  readonly cacheFolder?: string
  /** Nothing is written; what is out of date is put right in memory. */
  readonly isReadOnly?: boolean
  /** Only these are counted where nothing is kept. */
  readonly languages?: readonly Language[]
}

/**
 * What stands in how many pairs of a memory file, TMX or store.
 * @throws Failure `file.*`, `store.*`, `tmx.*`, `xml.*`
 */
export function memoryCounts(path: string, options: MemoryCountsOptions = {}): PairCounts {
  const file = options.file ?? path
  if (isStoreFile(path)) return storeCounts(path, file, options)
  return tmxCounts(
    {
      path,
      size: statSync(path, { throwIfNoEntry: false })?.size ?? 0,
      hash: () => hashOfFile(path, file),
      units: () => readTmxFile(path, file),
    },
    options,
  )
}

/** The counts of all memories of a project that are there, as one. */
export function projectCounts(
  { root, config, memories }: Project,
  texts: readonly TextMemory[],
  options: Pick<MemoryCountsOptions, 'isReadOnly'> = {},
): PairCounts {
  const { sourceLanguage, targetLanguages } = config
  const all = { ...options, cacheFolder: join(root, '.tilmash'), languages: [sourceLanguage, ...targetLanguages] }
  return joinCounts([
    ...texts.map(({ path, bytes, units }) => {
      const hash = (): string => createHash('sha256').update(bytes).digest('hex')
      return tmxCounts({ path: join(root, path), size: bytes.length, hash, units: () => units }, all)
    }),
    ...storesOf({ root, memories }).map(path => memoryCounts(join(root, path), { ...all, file: path })),
  ])
}

/** How far the stores of a project have come: what was worked out with their help holds as long as this stays. */
export function storeStates(project: Pick<Project, 'root' | 'memories'>): readonly string[] {
  return storesOf(project).map(path => {
    const reader = storeReader(join(project.root, path), path)
    try {
      const { store, change } = reader.state()
      return `${store} ${change}`
    } finally {
      reader.close()
    }
  })
}

function storesOf({ root, memories }: Pick<Project, 'root' | 'memories'>): readonly string[] {
  return memories.flatMap(({ path }) => (isStoreFile(path) && isThere(join(root, path)) ? [path] : []))
}

function isThere(store: string): boolean {
  return existsSync(store) || existsSync(`${store}-wal`)
}

// Stores --------------------------------------------------------------------------------------------------------------

const pageSize = 2000

function storeCounts(path: string, file: string, { isReadOnly = false }: MemoryCountsOptions): PairCounts {
  if (!isThere(path)) throw new Failure('file.not-found', { place: placeAt(file, 1, 1) })
  const kept = `${path}.lexicon`
  const reader = storeReader(path, file)
  try {
    const { store, change } = reader.state()
    const saved = readStems(kept)
    const isUsable = saved !== undefined && saved.origin.store === store && isOfThisStore(reader, saved)
    const after = isUsable ? Number(saved.origin.state) : 0
    if (isUsable && after === change) return stemCounts(saved.index)
    const changes = changesOf(reader, after, change)
    const index = isUsable ? updateStemIndex(saved.index, changes, { isWhole: false }).index : buildStemIndex(changes)
    if (!isReadOnly) writeStems(kept, index, { store, state: String(change) })
    return stemCounts(index)
  } finally {
    reader.close()
  }
}

/** What changed after one state of the store up to another; what changes meanwhile is left to the next time. */
function* changesOf(reader: StoreReader, after: number, upTo: number): Generator<UnitChange> {
  for (let at = after; at < upTo; ) {
    const page = reader.changes(at, pageSize)
    if (page.length === 0) return
    for (const stored of page) {
      at = stored.change
      yield { key: stored.sequence, unit: stored.isDeleted ? undefined : stored.unit }
    }
  }
}

/** So many of the newest units are compared with the store. */
const sampleSize = 16

/** A store put back from a backup may have gone on to as many changes, but not with the same units. */
function isOfThisStore(reader: StoreReader, { index, origin }: Stems): boolean {
  const state = Number(origin.state)
  if (state > reader.state().change) return false
  for (let row = Math.max(0, index.keys.length - sampleSize); row < index.keys.length; row++) {
    const stored: StoredUnit | undefined = reader.bySequence(index.keys[row] ?? 0)
    // What was changed or deleted since is counted again anyway.
    if (stored === undefined || stored.change > state) continue
    if (contentHash(stored.unit) !== index.contents[row]) return false
  }
  return true
}

// TMX -----------------------------------------------------------------------------------------------------------------

/** TMX files below this are counted faster than a cache is written. */
const worthCaching = 2_000_000

/** A TMX file as it is counted; what it takes to know of it is asked for only when it is needed. */
interface TmxMemory {
  readonly path: string
  /** In bytes. */
  readonly size: number
  /** Tells its bytes from others. */
  hash(): string
  units(): Iterable<TranslationUnit>
}

function tmxCounts(
  { path, size, hash, units }: TmxMemory,
  { cacheFolder, isReadOnly = false, languages }: MemoryCountsOptions,
): PairCounts {
  const wanted = languages && new Set(languages.map(baseLanguage))
  if (cacheFolder === undefined || size < worthCaching) {
    return stemCounts(buildStemIndex(keyed(units()), wanted))
  }
  const origin: StemOrigin = { store: 'tmx', state: hash() }
  const kept = join(cacheFolder, `${basename(path)}-${hash53(path).toString(36)}.lexicon`)
  const saved = readStems(kept)
  if (saved?.origin.store === 'tmx' && saved.origin.state === origin.state) return stemCounts(saved.index)
  const index =
    saved?.origin.store === 'tmx'
      ? updateStemIndex(saved.index, keyed(units()), { isWhole: true }).index
      : buildStemIndex(keyed(units()))
  if (!isReadOnly) writeStems(kept, index, origin)
  return stemCounts(index)
}

function* keyed(units: Iterable<TranslationUnit>): Generator<UnitChange> {
  for (const unit of units) yield { key: hash53(unit.id), unit }
}

// Files ---------------------------------------------------------------------------------------------------------------

interface Stems {
  readonly index: StemIndex
  readonly origin: StemOrigin
}

function readStems(path: string): Stems | undefined {
  try {
    return decodeStems(readFileSync(path))
  } catch {
    // Not there, or may not be read: it is only a cache.
    return undefined
  }
}

function writeStems(path: string, index: StemIndex, origin: StemOrigin): void {
  try {
    replaceFile(path, encodeStems(index, origin))
  } catch (error) {
    // In a folder that may not be written the memory is counted each time.
    if (!(error instanceof Failure)) throw error
  }
}
