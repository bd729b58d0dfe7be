/** The door to SQLite: opens a store file, refuses what is none of ours before anything touches it, and names its errors. */

import { closeSync, copyFileSync, existsSync, fsyncSync, linkSync, openSync, readSync, rmSync, statSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { Failure, placeAt } from '../../model/index.ts'

/** Tells our files from other SQLite files: "tlm1" in the header's application id. */
export const applicationId = 0x746c6d31

/** Step `n` leads from schema `n + 1` to `n + 2`; the last one makes the schema of today. */
export type Migration = (database: DatabaseSync) => void

export interface Schema {
  /** Makes the tables of today in an empty file. */
  readonly create: (database: DatabaseSync) => void
  readonly migrations: readonly Migration[]
}

/** Schemas count from one. */
export function versionOf(schema: Schema): number {
  return schema.migrations.length + 1
}

/**
 * Sees to it that a store of today's schema stands at `path`: makes it when there is none, migrates an older one after
 * a copy of it stands beside it as `path.schema-N.backup`.
 * @throws Failure `store.newer-schema`, `store.corrupt`, `store.empty`, `store.not-a-store`, `store.log-without-store`;
 *   the file is as it was.
 */
export function prepareFile(path: string, file: string, schema: Schema): void {
  if (!existsSync(path)) {
    if (existsSync(`${path}-wal`)) throw storeFailure('store.log-without-store', file)
    createFile(path, file, schema)
    return
  }
  const version = inspectFile(path, file, versionOf(schema))
  if (version < versionOf(schema)) migrateFile(path, file, schema, version)
}

/** A store appears whole under its name, so that a file of no length is never ours. */
function createFile(path: string, file: string, schema: Schema): void {
  const temporary = `${path}.${process.pid}.new`
  rmSync(temporary, { force: true })
  const database = guarded(file, () => connect(temporary, false))
  try {
    guarded(file, () => {
      database.exec('PRAGMA journal_mode = DELETE; PRAGMA page_size = 8192; BEGIN IMMEDIATE')
      schema.create(database)
      database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${versionOf(schema)}; COMMIT`)
      database.exec('PRAGMA journal_mode = WAL')
      database.close()
    })
    linkSync(temporary, path)
  } catch (error) {
    // Someone made one meanwhile; theirs stays. Unlike a rename, a link never takes the place of another file.
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    rmSync(temporary, { force: true })
  }
}

/** The schema version in the header. Reads 100 bytes and the size: SQLite itself would roll back or rename things. */
function inspectFile(path: string, file: string, newest: number): number {
  const stats = statSync(path)
  if (stats.isDirectory()) throw new Failure('file.is-folder', { place: placeAt(file, 1, 1) })
  if (stats.size === 0) throw storeFailure('store.empty', file)
  const header = readHeader(path, file)
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\u0000') throw storeFailure('store.not-a-store', file)
  const version = header.readUInt32BE(60)
  if (version > newest) throw storeFailure('store.newer-schema', file, { version, newest })
  const rawPageSize = header.readUInt16BE(16)
  const pageSize = rawPageSize === 1 ? 65536 : rawPageSize
  if (stats.size < header.readUInt32BE(28) * pageSize && !hasLog(path)) throw storeFailure('store.corrupt', file)
  if (header.readUInt32BE(68) !== applicationId || version === 0) throw storeFailure('store.not-a-store', file)
  return version
}

/** With a write-ahead log the header may run ahead of the file; SQLite puts it right. */
function hasLog(path: string): boolean {
  return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
}

function readHeader(path: string, file: string): Buffer {
  const header = Buffer.alloc(100)
  let descriptor: number
  try {
    descriptor = openSync(path, 'r')
  } catch (error) {
    throw new Failure('file.forbidden', { place: placeAt(file, 1, 1), cause: error })
  }
  try {
    readSync(descriptor, header, 0, 100, 0)
  } finally {
    closeSync(descriptor)
  }
  return header
}

function migrateFile(path: string, file: string, schema: Schema, from: number): void {
  const database = guarded(file, () => connect(path, false))
  try {
    guarded(file, () => {
      database.exec('BEGIN IMMEDIATE')
      const now = Number(database.prepare('PRAGMA user_version').get()?.user_version)
      if (now === from) {
        backUp(path, `${path}.schema-${from}.backup`)
        for (const migrate of schema.migrations.slice(from - 1)) migrate(database)
        database.exec(`PRAGMA user_version = ${versionOf(schema)}`)
      }
      database.exec('COMMIT')
    })
  } finally {
    database.close()
  }
}

/** The backup is made by a second connection, which sees the store as it was last committed. */
function backUp(path: string, backup: string): void {
  const temporary = `${backup}.${process.pid}.new`
  const reader = connect(path, true)
  try {
    rmSync(temporary, { force: true })
    reader.prepare('VACUUM INTO ?').run(temporary)
  } finally {
    reader.close()
  }
  const descriptor = openSync(temporary, 'r+')
  fsyncSync(descriptor)
  closeSync(descriptor)
  copyFileSync(temporary, backup)
  rmSync(temporary, { force: true })
}

/** A connection; a writing one waits briefly for others and makes every commit durable. */
export function connect(path: string, readOnly: boolean): DatabaseSync {
  const { DatabaseSync: Database } = loadSqlite()
  const database = new Database(path, { readOnly, timeout: 5000, enableForeignKeyConstraints: false })
  database.exec('PRAGMA cache_size = -32768')
  if (!readOnly) database.exec('PRAGMA synchronous = FULL')
  return database
}

/**
 * A connection that only reads. It is opened as one that could write wherever that is allowed: only such a one clears away
 * the log files when it is the last to close.
 */
export function connectReader(path: string): DatabaseSync {
  try {
    const database = connect(path, false)
    database.exec('PRAGMA query_only = ON')
    return database
  } catch (error) {
    const code = sqliteCode(error)
    if (code !== 8 && code !== 14) throw error
    return connect(path, true)
  }
}

/** Node says on stderr that its SQLite is experimental; users cannot do anything about it. */
function loadSqlite(): typeof import('node:sqlite') {
  const emit = process.emitWarning
  process.emitWarning = () => undefined
  try {
    return process.getBuiltinModule('node:sqlite')
  } finally {
    process.emitWarning = emit
  }
}

/** Runs `work`; what SQLite throws becomes a failure in our words, with the file. */
export function guarded<Result>(file: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    throw error instanceof Failure ? error : sqliteFailure(file, error)
  }
}

const failureCodes: ReadonlyMap<number, string> = new Map([
  [5, 'store.busy'],
  [6, 'store.busy'],
  [8, 'store.read-only'],
  [11, 'store.corrupt'],
  [13, 'store.disk-full'],
  [14, 'store.cannot-open'],
  [26, 'store.not-a-store'],
])

/** What SQLite throws, in our words; other errors stay as they are. */
export function sqliteFailure(file: string, error: unknown): unknown {
  const code = sqliteCode(error)
  if (code === undefined) return error
  const detail = error instanceof Error ? error.message : ''
  return new Failure(failureCodes.get(code) ?? 'store.failed', {
    data: { detail },
    place: placeAt(file, 1, 1),
    cause: error,
  })
}

/** SQLite's primary result code. */
function sqliteCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return undefined
  return error.errcode & 0xff
}

/** True when another connection holds the store just now. */
export function isBusy(error: unknown): boolean {
  const code = sqliteCode(error)
  return code === 5 || code === 6
}

function storeFailure(code: string, file: string, data: Record<string, number> = {}): Failure {
  return new Failure(code, { data, place: placeAt(file, 1, 1) })
}
