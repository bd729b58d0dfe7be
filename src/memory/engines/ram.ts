/** The memory in RAM: for tests, for small files, for one run. */

import {
  compareCodePoints,
  type Engine,
  outcomeOf,
  type StoredUnit,
  type Transaction,
  type Write,
  type WriteOutcome,
} from '../engine.ts'

interface Row {
  readonly stored: StoredUnit
  readonly key: number
}

/** All rows, and what finds them. */
interface Table {
  readonly rows: Row[]
  /** What each change wrote; the first stands at 0. */
  readonly log: Row[]
  readonly byId: Map<string, Row>
  /** Ids of the living rows of a key. A change may make two units say the same, so there may be several. */
  readonly byKey: Map<number, readonly string[]>
  change: number
  living: number
  /** Ids of living rows in order; undefined when it must be made anew. */
  sortedIds: readonly string[] | undefined
}

/** An empty store; `name` is shown in reports. */
export function ramEngine(name = 'ram'): Engine {
  const table: Table = {
    rows: [],
    log: [],
    byId: new Map(),
    byKey: new Map(),
    change: 0,
    living: 0,
    sortedIds: undefined,
  }
  let queue: Promise<unknown> = Promise.resolve()
  return {
    name,
    state: async () => ({ store: `ram:${name}`, change: table.change, units: table.living }),
    transaction: work => {
      const run = async () => {
        const session = stage(table)
        const result = await work(session)
        session.commit()
        return result
      }
      const result = queue.then(run)
      queue = result.catch(() => undefined)
      return result
    },
    get: async ids => ids.map(id => alive(table.byId.get(id))),
    bySequence: async sequences => sequences.map(sequence => alive(table.rows[sequence - 1])),
    changes: async (after, limit) => {
      const found: StoredUnit[] = []
      for (let i = after; i < table.log.length && found.length < limit; i++) {
        const row = table.log[i]
        if (row !== undefined && table.rows[row.stored.sequence - 1] === row) found.push(row.stored)
      }
      return found
    },
    list: async (after, limit) => {
      table.sortedIds ??= [...table.byId.values()].flatMap(row => alive(row)?.unit.id ?? []).sort(compareCodePoints)
      const from = after === undefined ? 0 : firstAfter(table.sortedIds, after)
      return table.sortedIds.slice(from, from + limit).flatMap(id => alive(table.byId.get(id)) ?? [])
    },
    close: async () => undefined,
  }
}

/** Writes of a transaction, beside the table until they are committed, so that no reader sees half of it. */
function stage(table: Table): Transaction & { commit(): void } {
  const staged = new Map<string, Row>()
  const stagedKeys = new Map<number, string[]>()
  let { change } = table
  let sequence = table.rows.length

  /** What the table has may have been staged away. */
  const livingWithKey = (key: number): StoredUnit | undefined => {
    for (const id of [...(table.byKey.get(key) ?? []), ...(stagedKeys.get(key) ?? [])]) {
      const row = staged.get(id) ?? table.byId.get(id)
      if (row?.key === key) return alive(row)
    }
    return undefined
  }

  const apply = (write: Write): WriteOutcome => {
    const id = write.kind === 'put' ? write.unit.id : write.id
    const before = staged.get(id) ?? table.byId.get(id)
    const twin = write.kind === 'put' ? livingWithKey(write.key) : undefined
    const outcome = outcomeOf(write, alive(before)?.unit, twin?.unit)
    const unit = write.kind === 'put' ? write.unit : before?.stored.unit
    if (unit === undefined || (outcome !== 'added' && outcome !== 'changed' && outcome !== 'deleted')) return outcome
    const stored: StoredUnit = {
      unit,
      sequence: before?.stored.sequence ?? ++sequence,
      version: (before?.stored.version ?? 0) + 1,
      change: ++change,
      isDeleted: write.kind === 'delete',
    }
    const row: Row = { stored, key: write.kind === 'put' ? write.key : 0 }
    staged.set(id, row)
    if (write.kind === 'put') stagedKeys.set(write.key, [...(stagedKeys.get(write.key) ?? []), id])
    return outcome
  }

  return {
    write: async batch => batch.map(apply),
    commit: () => {
      for (const [id, row] of staged) put(table, id, row)
      table.change = change
    },
  }
}

function put(table: Table, id: string, row: Row): void {
  const before = table.byId.get(id)
  if (before !== undefined)
    setKey(
      table,
      before.key,
      idsOf(table, before.key).filter(each => each !== id),
    )
  table.rows[row.stored.sequence - 1] = row
  table.log[row.stored.change - 1] = row
  table.byId.set(id, row)
  if (!row.stored.isDeleted) setKey(table, row.key, [...idsOf(table, row.key), id])
  table.living += (row.stored.isDeleted ? 0 : 1) - (alive(before) === undefined ? 0 : 1)
  table.sortedIds = undefined
}

function idsOf(table: Table, key: number): readonly string[] {
  return table.byKey.get(key) ?? []
}

function setKey(table: Table, key: number, ids: readonly string[]): void {
  if (ids.length === 0) table.byKey.delete(key)
  else table.byKey.set(key, ids)
}

function alive(row: Row | undefined): StoredUnit | undefined {
  return row === undefined || row.stored.isDeleted ? undefined : row.stored
}

function firstAfter(sorted: readonly string[], id: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (compareCodePoints(sorted[middle] ?? '', id) <= 0) low = middle + 1
    else high = middle
  }
  return low
}
