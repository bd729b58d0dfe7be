/** An engine keeps translation units; it knows nothing of matches. Every engine gives the same results in the same order. */

import type { TranslationUnit } from '../model/index.ts'
import { isDuplicate, isSameUnit } from './unit.ts'

/** A unit as the store keeps it. */
export interface StoredUnit {
  readonly unit: TranslationUnit
  /** Place in the order of first arrival, from one; never used again. Breaks ties between equal matches: the older wins. */
  readonly sequence: number
  /** One more at every change of the unit. */
  readonly version: number
  /** The change cursor when it was last written; grows over the whole store. */
  readonly change: number
  /** A deleted unit stays as a tombstone, so that git and store agree on what is gone. */
  readonly isDeleted: boolean
}

/** One write: a unit as it shall be, or the id of one to delete. */
export type Write =
  | { readonly kind: 'put'; readonly unit: TranslationUnit; readonly key: number }
  | { readonly kind: 'delete'; readonly id: string }

/** What a put met. `duplicate`: another unit says the same (equal key); nothing was written. */
export type WriteOutcome = 'added' | 'changed' | 'same' | 'duplicate' | 'deleted' | 'absent'

export interface EngineState {
  /** Made once when the store is made; a copy or a rebuilt store has another. */
  readonly store: string
  /** The newest change cursor; 0 in an empty store. */
  readonly change: number
  /** Living units. */
  readonly units: number
}

/** Inside a transaction: everything becomes visible at once when it ends, or not at all when it throws. */
export interface Transaction {
  write(batch: readonly Write[]): Promise<readonly WriteOutcome[]>
}

/** Where units are kept. Writes come in transactions: all of one is seen at once, or none. */
export interface Engine {
  readonly name: string
  state(): Promise<EngineState>
  /**
   * Runs `work`; one writer at a time, others wait. When `work` throws, nothing of it stays and the error goes on.
   * @throws Failure `store.busy` when another process holds the store too long
   */
  transaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>
  /** Living units in the order asked; `undefined` where there is none. */
  get(ids: readonly string[]): Promise<readonly (StoredUnit | undefined)[]>
  /** As {@link get}, by sequence. */
  bySequence(sequences: readonly number[]): Promise<readonly (StoredUnit | undefined)[]>
  /** Living units and tombstones changed after the cursor, in the order of their change; at most `limit`. */
  changes(after: number, limit: number): Promise<readonly StoredUnit[]>
  /** Living units with an id after `after`, in the order of the ids' code points; at most `limit`. */
  list(after: string | undefined, limit: number): Promise<readonly StoredUnit[]>
  close(): Promise<void>
}

/** Compares by code points, as UTF-8 bytes and SQLite do; `<` on strings compares UTF-16 units and differs beyond U+FFFF. */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const left = a.charCodeAt(i)
    const right = b.charCodeAt(i)
    if (left !== right) return codePointOrder(left) - codePointOrder(right)
  }
  return a.length - b.length
}

/** Surrogates stand for code points above every other unit. */
function codePointOrder(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit
}

/**
 * What a write does, the same in every engine. `before` is the living unit with the id of the write, `sameKey` another
 * living unit with its key. A put that is older than what stands there (by `changed`) leaves it as it is.
 */
export function outcomeOf(
  write: Write,
  before: TranslationUnit | undefined,
  sameKey: TranslationUnit | undefined,
): WriteOutcome {
  if (write.kind === 'delete') return before === undefined ? 'absent' : 'deleted'
  if (before === undefined) return sameKey !== undefined && isDuplicate(sameKey, write.unit) ? 'duplicate' : 'added'
  if (isSameUnit(before, write.unit) || isOlder(write.unit, before)) return 'same'
  return 'changed'
}

function isOlder(a: TranslationUnit, b: TranslationUnit): boolean {
  return a.changed !== undefined && b.changed !== undefined && a.changed < b.changed
}
