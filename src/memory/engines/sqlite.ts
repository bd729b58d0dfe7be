/** The memory in one SQLite file (`.tmdb`): durable, for more units than fit a text file in git. */

import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { Failure, placeAt, type TranslationUnit } from '../../model/index.ts'
import { type Engine, type EngineState, outcomeOf, type StoredUnit, type Write, type WriteOutcome } from '../engine.ts'
import { encodeUnit } from '../unit.ts'
import { connect, connectReader, guarded, isBusy, prepareFile, type Schema, sqliteFailure } from './database.ts'

/** `key` finds duplicates; `body` is the unit as JSON. One row of `meta`: who the store is and how far it has come. */
const tables = `
  CREATE TABLE unit (
    sequence INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    key INTEGER NOT NULL,
    version INTEGER NOT NULL,
    change INTEGER NOT NULL,
    deleted INTEGER NOT NULL,
    body TEXT NOT NULL
  ) STRICT;
  CREATE INDEX unit_key ON unit (key) WHERE deleted = 0;
  CREATE UNIQUE INDEX unit_change ON unit (change);
  CREATE TABLE meta (store TEXT NOT NULL, change INTEGER NOT NULL, units INTEGER NOT NULL, sequence INTEGER NOT NULL) STRICT;
`

/** The schema of today and the ways from older ones. */
export const schema: Schema = {
  create: database => {
    database.exec(tables)
    database.prepare('INSERT INTO meta VALUES (?, 0, 0, 0)').run(crypto.randomUUID())
  },
  migrations: [],
}

/** How long a writer waits for another one before it gives up. */
const patienceMs = 60_000

/** Reads a store, at once. Never sees a transaction that is still running: it lives on another connection. */
export interface StoreReader {
  state(): EngineState
  /** As {@link Engine.get} of one id. */
  byId(id: string): StoredUnit | undefined
  bySequence(sequence: number): StoredUnit | undefined
  changes(after: number, limit: number): readonly StoredUnit[]
  list(after: string | undefined, limit: number): readonly StoredUnit[]
  close(): void
}

/**
 * Opens the store at `path`, or makes it, for reading. `file` is the path as the user gave it, for places and reports.
 * @throws Failure as {@link sqliteEngine}
 */
export function storeReader(path: string, file: string = path): StoreReader {
  prepareFile(path, file, schema)
  let reader: DatabaseSync | undefined
  const statements = new Map<string, StatementSync>()

  const read = (sql: string): StatementSync => {
    reader ??= connectReader(path)
    const statement = statements.get(sql) ?? reader.prepare(sql)
    statements.set(sql, statement)
    return statement
  }

  const all = (sql: string, ...values: (string | number)[]): StoredUnit[] =>
    guarded(file, () =>
      read(sql)
        .all(...values)
        .map(storedUnit),
    )

  const one = (sql: string, value: string | number): StoredUnit | undefined =>
    guarded(file, () => {
      const row = read(sql).get(value)
      return row === undefined ? undefined : storedUnit(row)
    })

  return {
    state: () =>
      guarded(file, () => {
        const row = read('SELECT store, change, units FROM meta').get()
        return { store: String(row?.store), change: Number(row?.change), units: Number(row?.units) }
      }),
    byId: id => one('SELECT * FROM unit WHERE id = ? AND deleted = 0', id),
    bySequence: sequence => one('SELECT * FROM unit WHERE sequence = ? AND deleted = 0', sequence),
    changes: (after, limit) => all('SELECT * FROM unit WHERE change > ? ORDER BY change LIMIT ?', after, limit),
    list: (after, limit) =>
      after === undefined
        ? all('SELECT * FROM unit WHERE deleted = 0 ORDER BY id LIMIT ?', limit)
        : all('SELECT * FROM unit WHERE id > ? AND deleted = 0 ORDER BY id LIMIT ?', after, limit),
    close: () => {
      reader?.close()
      reader = undefined
      statements.clear()
    },
  }
}

/**
 * Opens the store at `path`, or makes it. `file` is the path as the user gave it, for places and reports.
 * @throws Failure `store.newer-schema`, `store.corrupt`, `store.empty`, `store.not-a-store`, `store.log-without-store`;
 *   the file is as it was
 */
export function sqliteEngine(path: string, file: string = path): Engine {
  const reader = storeReader(path, file)
  let writer: DatabaseSync | undefined
  let queue: Promise<unknown> = Promise.resolve()

  return {
    name: file,
    state: async () => reader.state(),
    transaction: work => {
      const run = async () => {
        writer ??= guarded(file, () => connect(path, false))
        const database = writer
        await begin(file, database)
        try {
          const session = guarded(file, () => writeSession(database))
          const result = await work({ write: async batch => guarded(file, () => batch.map(session.write)) })
          guarded(file, () => {
            session.finish()
            database.exec('COMMIT')
          })
          return result
        } catch (error) {
          if (database.isTransaction) database.exec('ROLLBACK')
          throw error
        }
      }
      const result = queue.then(run)
      queue = result.catch(() => undefined)
      return result
    },
    get: async ids => ids.map(reader.byId),
    bySequence: async sequences => sequences.map(reader.bySequence),
    changes: async (after, limit) => reader.changes(after, limit),
    list: async (after, limit) => reader.list(after, limit),
    close: async () => {
      await queue
      reader.close()
      writer?.close()
      writer = undefined
    },
  }
}

/** Waits for other writers without holding up this process: one of them may live in it. */
async function begin(file: string, database: DatabaseSync): Promise<void> {
  database.exec('PRAGMA busy_timeout = 0')
  for (let waitedMs = 0, waitMs = 5; ; waitedMs += waitMs, waitMs = Math.min(waitMs * 2, 100)) {
    try {
      database.exec('BEGIN IMMEDIATE')
      return
    } catch (error) {
      if (!isBusy(error)) throw sqliteFailure(file, error)
      if (waitedMs >= patienceMs) throw new Failure('store.busy', { place: placeAt(file, 1, 1), cause: error })
    }
    await new Promise(resolve => setTimeout(resolve, waitMs))
  }
}

/** The statements of one transaction, and the counters it brings up to date at its end. */
function writeSession(database: DatabaseSync): { write(write: Write): WriteOutcome; finish(): void } {
  const meta = database.prepare('SELECT change, units, sequence FROM meta').get()
  let change = Number(meta?.change)
  let units = Number(meta?.units)
  let sequence = Number(meta?.sequence)
  const byId = database.prepare('SELECT sequence, version, deleted, body FROM unit WHERE id = ?')
  const byKey = database.prepare('SELECT body FROM unit WHERE key = ? AND deleted = 0')
  const insert = database.prepare('INSERT INTO unit VALUES (?, ?, ?, 1, ?, 0, ?)')
  const update = database.prepare(
    'UPDATE unit SET key = ?, version = version + 1, change = ?, deleted = ?, body = ? WHERE sequence = ?',
  )

  const write = (write: Write): WriteOutcome => {
    const row = byId.get(write.kind === 'put' ? write.unit.id : write.id)
    const isAlive = row !== undefined && row.deleted === 0
    const body = write.kind === 'put' ? encodeUnit(write.unit) : String(row?.body ?? '')
    if (write.kind === 'put' && isAlive && row.body === body) return 'same'
    const before = isAlive ? decodeUnit(String(row.body)) : undefined
    const twin = write.kind === 'put' && before === undefined ? byKey.get(write.key) : undefined
    const outcome = outcomeOf(write, before, twin === undefined ? undefined : decodeUnit(String(twin.body)))
    if (outcome !== 'added' && outcome !== 'changed' && outcome !== 'deleted') return outcome
    change++
    units += outcome === 'added' ? 1 : outcome === 'deleted' ? -1 : 0
    const key = write.kind === 'put' ? write.key : 0
    if (row !== undefined) update.run(key, change, write.kind === 'delete' ? 1 : 0, body, Number(row.sequence))
    else if (write.kind === 'put') insert.run(++sequence, write.unit.id, key, change, body)
    return outcome
  }

  return {
    write,
    finish: () =>
      void database.prepare('UPDATE meta SET change = ?, units = ?, sequence = ?').run(change, units, sequence),
  }
}

function storedUnit(row: Record<string, unknown>): StoredUnit {
  return {
    unit: decodeUnit(String(row.body)),
    sequence: Number(row.sequence),
    version: Number(row.version),
    change: Number(row.change),
    isDeleted: row.deleted === 1,
  }
}

function decodeUnit(body: string): TranslationUnit {
  // Proof: `encodeUnit` alone writes this column, and what it writes is a unit.
  return JSON.parse(body) as TranslationUnit
}
