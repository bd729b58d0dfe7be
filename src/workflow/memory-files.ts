/** Memories as files: `.tmx` is read, `.tmdb` is a store of its own; what is slow to make is kept in a cache. */

import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { streamTmx } from '../formats/tmx/index.ts'
import { replaceFile } from '../io/index.ts'
import { sqliteEngine } from '../memory/engines/sqlite.ts'
import { type IndexFiles, type Memory, openMemory, ramEngine } from '../memory/index.ts'
import { Failure, type Finding, placeAt } from '../model/index.ts'
import { buildIndex } from './build-index.ts'
import { filePieces } from './file-pieces.ts'
import type { Project } from './project.ts'

export interface OpenMemoryOptions {
  /** Path as the user gave it, for places; the path itself when absent. */
  readonly file?: string
  /** Taken from every match, 0..1. */
  readonly penalty?: number
  /** Folder for what can be made again; without it large TMX files are read anew each time. */
  readonly cacheFolder?: string
  /** Hears what was odd in a TMX file. */
  readonly onFinding?: (finding: Finding) => void
  /** A store that is not there is made; without it that is a failure. */
  readonly canCreate?: boolean
}

/** How other threads open the store of a memory again. */
export interface StoreAccess {
  readonly path: string
  readonly penalty: number
  /** The saved indexes that this memory has asked for, by base language, in memory that threads share. */
  indexes(): ReadonlyMap<string, SharedArrayBuffer>
}

/** A memory from a file; `store` where it is one. */
export type FileMemory = Memory & { readonly store?: StoreAccess }

export interface OpenedMemory {
  readonly memory: FileMemory
  /** As the user gave it. */
  readonly file: string
  readonly priority: number
}

/** TMX files below this are read faster than a cache is opened. */
const worthCaching = 2_000_000

/** True for the path of a store, false for what is read as a text file. */
export function isStoreFile(path: string): boolean {
  return extname(path).toLowerCase() === '.tmdb'
}

/**
 * Opens a memory file.
 * @throws Failure `file.*`, `store.*`, `tmx.*`, `xml.*`, `memory.unknown-file`
 */
export async function openMemoryFile(path: string, options: OpenMemoryOptions = {}): Promise<FileMemory> {
  const file = options.file ?? path
  const penalty = options.penalty ?? 0
  if (isStoreFile(path)) {
    if (options.canCreate !== true && !existsSync(path) && !existsSync(`${path}-wal`)) {
      throw new Failure('file.not-found', { place: placeAt(file, 1, 1) })
    }
    return openStore(path, file, penalty)
  }
  if (extname(path).toLowerCase() !== '.tmx') throw new Failure('memory.unknown-file', { place: placeAt(file, 1, 1) })
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  if (options.cacheFolder !== undefined && size >= worthCaching) {
    return openCached(path, file, options.cacheFolder, options)
  }
  const memory = await openMemory({ engine: ramEngine(file), penalty })
  await memory.add(readTmxFile(path, file, options.onFinding))
  return memory
}

/** All memories of a project that are there, the most trusted first. */
export async function openProjectMemories(
  project: Project,
  onFinding?: (finding: Finding) => void,
): Promise<readonly OpenedMemory[]> {
  const opened: OpenedMemory[] = []
  for (const { path, penalty, priority } of project.memories.toSorted((a, b) => b.priority - a.priority)) {
    const whole = join(project.root, path)
    if (!existsSync(whole) && !existsSync(`${whole}-wal`)) continue
    const memory = await openMemoryFile(whole, {
      file: path,
      penalty,
      cacheFolder: join(project.root, '.tilmash'),
      ...(onFinding === undefined ? {} : { onFinding }),
    })
    opened.push({ memory, file: path, priority })
  }
  return opened
}

/** Units of a TMX file, read in pieces of a megabyte. */
export function readTmxFile(
  path: string,
  file: string,
  onFinding: (finding: Finding) => void = () => undefined,
  /** Hears how many bytes have been read. */
  onBytes: (bytes: number) => void = () => undefined,
): ReturnType<typeof streamTmx> {
  return streamTmx(filePieces(path, file, onBytes), { file, onFinding })
}

async function openStore(path: string, file: string, penalty: number): Promise<FileMemory> {
  const { indexes, ...indexFiles } = indexFilesBeside(path)
  const memory = await openMemory({ engine: sqliteEngine(path, file), penalty, indexFiles })
  return { ...memory, store: { path, penalty, indexes } }
}

/** The index of each language beside the store, as `store.tmdb.en.index`; read into memory that threads can share. */
function indexFilesBeside(path: string): IndexFiles & Pick<StoreAccess, 'indexes'> {
  const fileOf = (language: string): string => `${path}.${language}.index`
  const shared = new Map<string, SharedArrayBuffer | undefined>()
  const write = (language: string, bytes: Uint8Array): void => {
    shared.set(language, bytes.buffer instanceof SharedArrayBuffer ? bytes.buffer : undefined)
    try {
      replaceFile(fileOf(language), bytes)
    } catch (error) {
      // A store in a folder that may not be written is searched all the same.
      if (!(error instanceof Failure)) throw error
    }
  }
  return {
    read: language => {
      const buffer = readShared(fileOf(language))
      shared.set(language, buffer)
      return buffer === undefined ? undefined : new Uint8Array(buffer)
    },
    write,
    build: async (language, known) => {
      const buffer = await buildIndex(path, language, known)
      if (buffer === undefined) return undefined
      const bytes = new Uint8Array(buffer)
      write(language, bytes)
      return bytes
    },
    indexes: () => {
      const all = new Map<string, SharedArrayBuffer>()
      for (const [language, known] of shared) {
        const buffer = known ?? readShared(fileOf(language))
        if (buffer !== undefined) all.set(language, buffer)
      }
      return all
    },
  }
}

/** The bytes of a file; undefined when it cannot be read: it is only a cache. */
function readShared(path: string): SharedArrayBuffer | undefined {
  let descriptor: number | undefined
  try {
    descriptor = openSync(path, 'r')
    const bytes = new Uint8Array(new SharedArrayBuffer(fstatSync(descriptor).size))
    let at = 0
    for (let read = -1; at < bytes.length && read !== 0; at += read) {
      read = readSync(descriptor, bytes, at, Math.min(bytes.length - at, 1 << 28), null)
    }
    return at === bytes.length ? bytes.buffer : undefined
  } catch {
    return undefined
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}

/**
 * The store made from a TMX file. Its name holds the hash of the file's bytes, so it can never be stale; it appears under
 * that name when it is complete. What was made from older bytes of the same file is removed.
 */
async function openCached(
  path: string,
  file: string,
  folder: string,
  { penalty = 0, onFinding }: OpenMemoryOptions,
): Promise<FileMemory> {
  const stem = `${basename(path)}-${createHash('sha256').update(path).digest('hex').slice(0, 8)}-`
  const store = join(folder, `${stem}${hashOfFile(path, file)}.tmdb`)
  const open = (): Promise<FileMemory> => openStore(store, file, penalty)
  if (existsSync(store)) {
    try {
      return await open()
    } catch (error) {
      // Damaged: it is a cache, made again below.
      if (!(error instanceof Failure)) throw error
    }
  }
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(folder)) if (name.startsWith(stem)) rmSync(join(folder, name), { force: true })
  const growing = join(dirname(store), `${stem}${process.pid}.growing.tmdb`)
  try {
    const memory = await openMemory({ engine: sqliteEngine(growing) })
    try {
      await memory.add(readTmxFile(path, file, onFinding))
    } finally {
      await memory.close()
    }
    renameSync(growing, store)
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(`${growing}${end}`, { force: true })
  }
  return open()
}

/** Tells the bytes of a file from others; 16 hexadecimal digits. */
export function hashOfFile(path: string, file: string): string {
  const hash = createHash('sha256')
  for (const piece of filePieces(path, file)) hash.update(piece)
  return hash.digest('hex').slice(0, 16)
}
