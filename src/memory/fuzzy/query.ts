/** A query, cut and counted once, and its view of one part. */

import type { Language } from '../../model/index.ts'
import { type Normalized, normalize } from '../../text/normalize.ts'
import { hash32 } from '../unit.ts'
import { type Cut, cutText, newCut } from './cut.ts'
import { groupOfCodePoint, type Part, tokenNumber } from './part.ts'
import type { SearchOptions } from './types.ts'

export interface Query {
  readonly normal: Normalized
  /** {@link exactHash} of the query. */
  readonly exact: number
  /** Hashes of the neighbours; 0 when not told. */
  readonly previous: number
  readonly next: number
  readonly cut: Cut
}

/** Of a text as it stands, but for NFC: equal texts have base 1, texts equal only when normalised 0.99. */
export function exactHash(text: string): number {
  return hash32(text.normalize('NFC'))
}

export function makeQuery(text: string, language: Language, options: Pick<SearchOptions, 'previous' | 'next'>): Query {
  const normal = normalize(text, language)
  const cut = newCut()
  cutText(cut, normal)
  const { previous, next } = options
  return {
    normal,
    exact: exactHash(text),
    previous: previous === undefined ? 0 : exactHash(previous),
    next: next === undefined ? 0 : exactHash(next),
    cut,
  }
}

/** A distinct token of the query in one part. */
export interface QueryToken {
  readonly number: number
  /** How often the query has it. */
  readonly times: number
}

/** The query as one part knows it. */
export interface PartQuery {
  /** For each token of the query its number in the part; -1 when no text has it. */
  readonly numbers: Int32Array
  /** Tokens no text has. */
  readonly unknown: number
  /** The distinct known tokens, the rarest first. */
  readonly tokens: readonly QueryToken[]
}

export function queryOfPart(part: Part, cut: Cut): PartQuery {
  const numbers = new Int32Array(cut.tokens)
  const list: { number: number; times: number }[] = []
  let unknown = 0
  for (let t = 0; t < cut.tokens; t++) {
    const number = tokenNumber(part, cut.hashes[t] ?? 0, cut.codePoints, cut.starts[t] ?? 0, cut.ends[t] ?? 0)
    numbers[t] = number
    if (number < 0) unknown++
    else list.push({ number, times: 1 })
  }
  list.sort((a, b) => a.number - b.number)
  let kept = 0
  for (const token of list) {
    const last = list[kept - 1]
    if (last?.number === token.number) last.times++
    else list[kept++] = token
  }
  list.length = kept
  return { numbers, unknown, tokens: list }
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

/** For each column number (from one; 0 is none) the rows where it stands, 32 rows a number. */
export function makeRows(columnOfRow: Int32Array, columns: number): Int32Array {
  const blocks = (columnOfRow.length + 31) >>> 5
  const masks = new Int32Array((columns + 1) * blocks)
  for (let row = 0; row < columnOfRow.length; row++) {
    const column = columnOfRow[row] ?? 0
    if (column === 0) continue
    const at = column * blocks + (row >>> 5)
    masks[at] = (masks[at] ?? 0) | (1 << (row & 31))
  }
  return masks
}
