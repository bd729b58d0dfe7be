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

/** An empty store; `name` is shown in reports. */
export function ramEngine(name = 'ram'): Engine {
  const bySequence: Row[] = []
  const byId = new Map<string, number>()
  const byKey = new Map<number, number>()
  const store = `ram:${name}`
  let change = 0
  let living = 0
  let queue: Promise<unknown> = Promise.resolve()
  let sortedIds: readonly string[] | undefined

  const rowOf = (id: string): Row | undefined => {
    const sequence = byId.get(id)
    return sequence === undefined ? undefined : bySequence[sequence - 1]
  }

  const set = (row: Row): void => {
    const before = bySequence[row.stored.sequence - 1]
    const id = row.stored.unit.id
    if (before !== undefined && byKey.get(before.key) === row.stored.sequence) byKey.delete(before.key)
    bySequence[row.stored.sequence - 1] = row
    byId.set(id, row.stored.sequence)
    if (!row.stored.isDeleted && !byKey.has(row.key)) byKey.set(row.key, row.stored.sequence)
    living += (row.stored.isDeleted ? 0 : 1) - (before !== undefined && !before.stored.isDeleted ? 1 : 0)
    sortedIds = undefined
  }

  const apply = (write: Write, undo: (() => void)[]): WriteOutcome => {
    const before = rowOf(write.kind === 'put' ? write.unit.id : write.id)
    const twin = write.kind === 'put' ? bySequence[(byKey.get(write.key) ?? 0) - 1] : undefined
    const outcome = outcomeOf(write, alive(before)?.unit, twin?.stored.unit)
    if (outcome !== 'added' && outcome !== 'changed' && outcome !== 'deleted') return outcome
    const unit = write.kind === 'put' ? write.unit : before?.stored.unit
    if (unit === undefined) return 'absent'
    change++
    const sequence = before?.stored.sequence ?? bySequence.length + 1
    const stored: StoredUnit = {
      unit,
      sequence,
      version: (before?.stored.version ?? 0) + 1,
      change,
      isDeleted: write.kind === 'delete',
    }
    set({ stored, key: write.kind === 'put' ? write.key : 0 })
    undo.push(() => {
      change--
      if (before !== undefined) {
        set(before)
        return
      }
      set({ stored: { ...stored, isDeleted: true }, key: 0 })
      bySequence.pop()
      byId.delete(unit.id)
    })
    return outcome
  }

  return {
    name,
    state: async () => ({ store, change, units: living }),
    transaction: work => {
      const run = async () => {
        const undo: (() => void)[] = []
        const transaction: Transaction = { write: async batch => batch.map(write => apply(write, undo)) }
        try {
          return await work(transaction)
        } catch (error) {
          for (const step of undo.reverse()) step()
          throw error
        }
      }
      const result = queue.then(run)
      queue = result.catch(() => undefined)
      return result
    },
    get: async ids => ids.map(id => alive(rowOf(id))),
    bySequence: async sequences => sequences.map(sequence => alive(bySequence[sequence - 1])),
    changes: async (after, limit) =>
      bySequence
        .map(row => row.stored)
        .filter(stored => stored.change > after)
        .sort((a, b) => a.change - b.change)
        .slice(0, limit),
    list: async (after, limit) => {
      sortedIds ??= [...byId.keys()].filter(id => alive(rowOf(id)) !== undefined).sort(compareCodePoints)
      const from = after === undefined ? 0 : firstAfter(sortedIds, after)
      return sortedIds.slice(from, from + limit).flatMap(id => alive(rowOf(id)) ?? [])
    },
    close: async () => undefined,
  }
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
