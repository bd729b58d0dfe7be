/** Which ids a file has used, in 12 bytes an id: millions of units stay small. */

import { at } from '../../text/present.ts'

export interface SeenUnits {
  /** `new`, `same` (id and content were there), or `other` (the id was there with another content). `content` is a hash. */
  add(id: string, content: number): 'new' | 'same' | 'other'
}

/**
 * Open addressing over typed arrays. Ids are told apart by 64 bits: among 10 million units two different ids are taken for one
 * with a probability of 3 in a million.
 */
export function seenUnits(): SeenUnits {
  let capacity = 1 << 12
  /** Three numbers a unit: high and low half of the id's hash (a low half is never 0), hash of the content. */
  let table = new Uint32Array(capacity * 3)
  let count = 0

  /** Where the key stands, or the free place for it. */
  const placeOf = (high: number, low: number): number => {
    let place = (low & (capacity - 1)) * 3
    while (table[place + 1] !== 0 && (table[place] !== high || table[place + 1] !== low)) {
      place += 3
      if (place === table.length) place = 0
    }
    return place
  }
  const put = (place: number, high: number, low: number, content: number): void => {
    table[place] = high
    table[place + 1] = low
    table[place + 2] = content
  }
  const grow = (): void => {
    const old = table
    capacity *= 2
    table = new Uint32Array(capacity * 3)
    for (let i = 0; i < old.length; i += 3) {
      const low = at(old, i + 1)
      if (low === 0) continue
      const high = at(old, i)
      put(placeOf(high, low), high, low, at(old, i + 2))
    }
  }
  return {
    add(id, content) {
      const high = hash32(id, 0x9747b28c)
      const low = hash32(id, 0x3c6ef372) || 1
      const value = content >>> 0
      const place = placeOf(high, low)
      if (table[place + 1] !== 0) return table[place + 2] === value ? 'same' : 'other'
      put(place, high, low, value)
      if (++count * 4 > capacity * 3) grow()
      return 'new'
    },
  }
}

/** MurmurHash3 (Appleby 2011, x86_32) over pairs of UTF-16 units. */
export function hash32(text: string, seed: number): number {
  let hash = seed
  const { length } = text
  for (let i = 0; i < length; i += 2) {
    const second = i + 1 < length ? text.charCodeAt(i + 1) : 0
    let pair = Math.imul(text.charCodeAt(i) | (second << 16), 0xcc9e2d51)
    pair = (pair << 15) | (pair >>> 17)
    hash ^= Math.imul(pair, 0x1b873593)
    hash = (hash << 13) | (hash >>> 19)
    hash = (Math.imul(hash, 5) + 0xe6546b64) | 0
  }
  hash ^= length
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
