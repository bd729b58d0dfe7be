/** Which unit has an id: a hash table of plain numbers. A Map of a million strings would take ten times the memory. */

import { NumberList } from './number-list.ts'

/** Ids of the units of one file, which are any whole numbers below 2^31. The ids stay in the text: `idOf` reads them again to be sure. */
export interface IdTable {
  /** The unit that has `id` already, or undefined after adding `unit` under it. */
  add(id: string, unit: number): number | undefined
  find(id: string): number | undefined
}

export function idTable(idOf: (unit: number) => string): IdTable {
  /** Open addressing; 0 is free, else the number of an entry + 1. */
  let slots = new Uint32Array(64)
  const units = new NumberList()
  const hashes = new NumberList()
  /** For ids made to have one hash: a Map is slower and larger, but no file can make it quadratic. */
  let crowd: Map<string, number> | undefined
  const slotOf = (id: string, hash: number): number => {
    const mask = slots.length - 1
    let slot = hash & mask
    for (let probes = 0; probes < probesAtMost; probes++) {
      const held = slots[slot]
      if (held === undefined || held === 0 || (hashes.at(held - 1) === hash && idOf(units.at(held - 1)) === id))
        return slot
      slot = (slot + 1) & mask
    }
    return -1
  }
  const grow = (): void => {
    slots = new Uint32Array(slots.length * 2)
    const mask = slots.length - 1
    for (let i = 0; i < hashes.length; i++) {
      let slot = hashes.at(i) & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = i + 1
    }
  }
  return {
    add(id, unit) {
      const hash = hashOf(id)
      const slot = slotOf(id, hash)
      if (slot < 0) {
        crowd ??= new Map()
        const first = crowd.get(id)
        if (first === undefined) crowd.set(id, unit)
        return first
      }
      const held = slots[slot]
      if (held !== undefined && held !== 0) return units.at(held - 1)
      units.push(unit)
      hashes.push(hash)
      slots[slot] = units.length
      // Kept at most half full: probes stay short.
      if (units.length * 2 > slots.length) grow()
      return undefined
    },
    find(id) {
      const held = slots[slotOf(id, hashOf(id))] ?? 0
      return held === 0 ? crowd?.get(id) : units.at(held - 1)
    },
  }
}

/** Half full, a good hash needs two or three. */
const probesAtMost = 128

/** FNV-1a with a final mix (MurmurHash3 finalizer), so that `u1`, `u2`, … spread over the low bits. */
function hashOf(id: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
