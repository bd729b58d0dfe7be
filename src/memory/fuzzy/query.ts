/** A query, cut and counted once, and its view of one part. */

import type { Language } from '../../model/index.ts'
import { type Normalized, normalize } from '../../text/normalize.ts'
import { hash32 } from '../unit.ts'
import { type Cut, cutText, newCut } from './cut.ts'
import { groupOfCodePoint, type Part, tableSize, tokenNumber } from './part.ts'

export interface Query {
  readonly normal: Normalized
  /** {@link exactHash} of the query. */
  readonly exact: number
  readonly cut: Cut
}

/** Of a text as it stands, but for NFC: equal texts have base 1, texts equal only when normalised 0.99. */
export function exactHash(text: string): number {
  return hash32(text.normalize('NFC'))
}

export function makeQuery(text: string, language: Language): Query {
  const normal = normalize(text, language)
  const cut = newCut()
  cutText(cut, normal)
  return { normal, exact: exactHash(text), cut }
}

/** A distinct token of the query in one part. */
export interface QueryToken {
  /** Its number in the part; -1 when no text has it. */
  readonly number: number
  /** How often the query has it. */
  readonly times: number
  readonly texts: number
}

/** The distinct tokens of the query, the rarest first. */
export function queryTokens(part: Part, cut: Cut): readonly QueryToken[] {
  const numbers = new Map<number, number>()
  let unknown = 0
  for (let t = 0; t < cut.tokens; t++) {
    const number = tokenNumber(part, cut.hashes[t] ?? 0, cut.codePoints, cut.starts[t] ?? 0, cut.ends[t] ?? 0)
    if (number < 0) unknown++
    else numbers.set(number, (numbers.get(number) ?? 0) + 1)
  }
  const list: QueryToken[] = []
  if (unknown > 0) list.push({ number: -1, times: unknown, texts: 0 })
  for (const [number, times] of numbers) {
    list.push({ number, times, texts: (part.postingStart[number + 1] ?? 0) - (part.postingStart[number] ?? 0) })
  }
  return list.sort((a, b) => a.texts - b.texts || a.number - b.number)
}

/** The counts of the query's code points by the part's groups. */
export function queryGroups(part: Part, cut: Cut): Uint32Array {
  const counts = new Uint32Array(16)
  for (let i = 0; i < cut.length; i++) {
    const group = groupOfCodePoint(part.groupOf, cut.codePoints[i] ?? 0)
    counts[group] = (counts[group] ?? 0) + 1
  }
  return counts
}

/**
 * The rows of the query for bit-parallel comparison: `column(symbol)` numbers the symbols of a text, 0 for what the query
 * does not have.
 */
export interface Rows {
  readonly masks: Int32Array
  readonly length: number
}

/** Numbers symbols 1… as they come; `numberOf` gives 0 for a new one and is told its number by `setNumber`. */
export function makeRows(
  length: number,
  symbolAt: (i: number) => number,
  numberOf: (symbol: number) => number,
  setNumber: (symbol: number, number: number) => void,
): Rows {
  const blocks = (length + 31) >>> 5
  let symbols = 0
  for (let i = 0; i < length; i++) {
    const symbol = symbolAt(i)
    if (numberOf(symbol) === 0) setNumber(symbol, ++symbols)
  }
  const masks = new Int32Array((symbols + 1) * blocks)
  for (let i = 0; i < length; i++) {
    const at = numberOf(symbolAt(i)) * blocks + (i >>> 5)
    masks[at] = (masks[at] ?? 0) | (1 << (i & 31))
  }
  return { masks, length }
}

export { tableSize }
