/** Words and texts numbered as they come, each once. */

import { type Growable, growable } from '../growable.ts'
import type { Cut } from './cut.ts'

/** The distinct words of a part while it grows. */
export interface WordTable {
  number(cut: Cut, token: number): number
  readonly starts: Growable
  readonly points: Growable
  readonly hashes: Growable
}

/** The distinct tokens, numbered as they come. */
export function wordTable(): WordTable {
  const starts = growable()
  const points = growable()
  const hashes = growable()
  let table = new Uint32Array(2048)
  starts.push(0)

  const isEqual = (number: number, cut: Cut, start: number, end: number): boolean => {
    const at = starts.at(number)
    if (starts.at(number + 1) - at !== end - start) return false
    for (let i = start; i < end; i++) if (points.at(at + i - start) !== cut.codePoints[i]) return false
    return true
  }

  return {
    starts,
    points,
    hashes,
    number: (cut, token) => {
      const hash = cut.hashes[token] ?? 0
      const start = cut.starts[token] ?? 0
      const end = cut.ends[token] ?? 0
      const mask = table.length - 1
      let slot = (hash * 2) & mask
      for (let number = table[slot] ?? 0; number !== 0; number = table[slot] ?? 0) {
        if (table[slot + 1] === hash && isEqual(number - 1, cut, start, end)) return number - 1
        slot = (slot + 2) & mask
      }
      const fresh = hashes.length
      hashes.push(hash)
      for (let i = start; i < end; i++) points.push(cut.codePoints[i] ?? 0)
      starts.push(points.length)
      table[slot] = fresh + 1
      table[slot + 1] = hash
      if (hashes.length * 4 > table.length) table = growingTable(hashes.view(), table.length * 2)
      return fresh
    },
  }
}

/** As {@link hashTable}, each number followed by its hash: one look at memory less while the index grows. */
function growingTable(hashes: Uint32Array, size: number): Uint32Array<ArrayBuffer> {
  const table = new Uint32Array(size)
  const mask = size - 1
  for (let number = 0; number < hashes.length; number++) {
    const hash = hashes[number] ?? 0
    let slot = (hash * 2) & mask
    while (table[slot] !== 0) slot = (slot + 2) & mask
    table[slot] = number + 1
    table[slot + 1] = hash
  }
  return table
}

/** Open addressing over hashes; 0 is a free place. */
export function hashTable(hashes: Uint32Array, size: number): Uint32Array<ArrayBuffer> {
  const table = new Uint32Array(size)
  const mask = size - 1
  for (let number = 0; number < hashes.length; number++) {
    let slot = (hashes[number] ?? 0) & mask
    while (table[slot] !== 0) slot = (slot + 1) & mask
    table[slot] = number + 1
  }
  return table
}

/** The distinct texts of a part while it grows. */
export interface TextTable {
  number(cut: Cut, words: WordTable): number
  readonly starts: Growable
  readonly tokens: Growable
  readonly lengths: Growable
}

/** The distinct texts, numbered as they come, each a run of token number × 2 + blank before. */
export function textTable(): TextTable {
  const starts = growable()
  const tokens = growable()
  const lengths = growable()
  const hashes = growable()
  let table = new Uint32Array(2048)
  starts.push(0)

  const isEqual = (text: number): boolean => {
    const at = starts.at(text)
    const fresh = starts.at(starts.length - 1)
    const count = tokens.length - fresh
    if (starts.at(text + 1) - at !== count) return false
    for (let i = 0; i < count; i++) if (tokens.at(at + i) !== tokens.at(fresh + i)) return false
    return true
  }

  return {
    starts,
    tokens,
    lengths,
    number: (cut, words) => {
      let hash = 0x811c9dc5
      for (let t = 0; t < cut.tokens; t++) {
        const token = words.number(cut, t) * 2 + (cut.blanks[t] ?? 0)
        tokens.push(token)
        hash = Math.imul(hash ^ token, 0x01000193)
        hash = (hash << 13) | (hash >>> 19)
      }
      hash >>>= 0
      const mask = table.length - 1
      let slot = (hash * 2) & mask
      for (let text = table[slot] ?? 0; text !== 0; text = table[slot] ?? 0) {
        if (table[slot + 1] === hash && isEqual(text - 1)) {
          tokens.truncate(starts.at(starts.length - 1))
          return text - 1
        }
        slot = (slot + 2) & mask
      }
      const fresh = hashes.length
      hashes.push(hash)
      starts.push(tokens.length)
      lengths.push(cut.length)
      table[slot] = fresh + 1
      table[slot + 1] = hash
      if (hashes.length * 4 > table.length) table = growingTable(hashes.view(), table.length * 2)
      return fresh
    },
  }
}
