/** Which ids a file has used, in 12 bytes an id: millions of units stay small. */

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
  let keys = new Uint32Array(capacity * 2)
  let contents = new Uint32Array(capacity)
  let count = 0

  /** Slot of the key, or of the free place for it. */
  const slotOf = (high: number, low: number): number => {
    let slot = low & (capacity - 1)
    while (
      (keys[2 * slot] !== 0 || keys[2 * slot + 1] !== 0) &&
      (keys[2 * slot] !== high || keys[2 * slot + 1] !== low)
    ) {
      slot = (slot + 1) & (capacity - 1)
    }
    return slot
  }
  const grow = (): void => {
    const [oldKeys, oldContents] = [keys, contents]
    capacity *= 2
    keys = new Uint32Array(capacity * 2)
    contents = new Uint32Array(capacity)
    for (let i = 0; i < oldContents.length; i++) {
      const [high = 0, low = 0] = [oldKeys[2 * i], oldKeys[2 * i + 1]]
      if (high === 0 && low === 0) continue
      const slot = slotOf(high, low)
      keys[2 * slot] = high
      keys[2 * slot + 1] = low
      contents[slot] = oldContents[i] ?? 0
    }
  }
  return {
    add(id, content) {
      const high = hash32(id, 0x9747b28c)
      const low = hash32(id, 0x3c6ef372) || 1
      const value = content >>> 0
      const slot = slotOf(high, low)
      if (keys[2 * slot] !== 0 || keys[2 * slot + 1] !== 0) return contents[slot] === value ? 'same' : 'other'
      keys[2 * slot] = high
      keys[2 * slot + 1] = low
      contents[slot] = value
      if (++count * 4 > capacity * 3) grow()
      return 'new'
    },
  }
}

/** MurmurHash3 (Appleby 2011, x86_32) over UTF-16 units. */
export function hash32(text: string, seed: number): number {
  let hash = seed
  for (let i = 0; i < text.length; i++) {
    let unit = Math.imul(text.charCodeAt(i), 0xcc9e2d51)
    unit = (unit << 15) | (unit >>> 17)
    hash ^= Math.imul(unit, 0x1b873593)
    hash = (hash << 13) | (hash >>> 19)
    hash = (Math.imul(hash, 5) + 0xe6546b64) | 0
  }
  hash ^= text.length
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
