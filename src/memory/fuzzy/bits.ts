/** Arithmetic on packed bits and on ascending lists. */

/** The query's group counts as eight lanes of two, with a guard bit above each count. */
export function groupLanes(counts: Uint32Array): Int32Array {
  const lanes = new Int32Array(8)
  for (let i = 0; i < 4; i++) {
    const at = (j: number): number => Math.min(255, counts[i * 4 + j] ?? 0)
    lanes[i * 2] = 0x01000100 | at(0) | (at(2) << 16)
    lanes[i * 2 + 1] = 0x01000100 | at(1) | (at(3) << 16)
  }
  return lanes
}

/**
 * Code points of the query that have no partner of their group in the text, two counts a subtraction:
 *
 * ```
 * guard|query count   01 07   01 02
 *      −text count       03      05
 *                     01 04   00 FD   the guard stays where the query has more
 * ```
 */
export function groupSurplus(lanes: Int32Array, profiles: Uint32Array, at: number): number {
  let sum = 0
  for (let i = 0; i < 4; i++) {
    const packed = profiles[at + i] ?? 0
    const even = (lanes[i * 2] ?? 0) - (packed & 0x00ff00ff)
    const odd = (lanes[i * 2 + 1] ?? 0) - ((packed >>> 8) & 0x00ff00ff)
    sum += (even & (((even >>> 8) & 0x00010001) * 255)) + (odd & (((odd >>> 8) & 0x00010001) * 255))
  }
  return (sum & 0xffff) + (sum >>> 16)
}

export function bitCount(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555)
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333)
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** First place in [from, to) of an ascending list with at least `value`; `to` when there is none. */
export function firstAtLeast(list: Uint32Array, from: number, to: number, value: number): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((list[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** As {@link firstAtLeast}, but looks near `from` first: the next stretch is mostly close to the last one. */
export function gallopUp(list: Uint32Array, from: number, to: number, value: number): number {
  let step = 1
  let low = from
  while (low + step < to && (list[low + step] ?? 0) < value) {
    low += step
    step *= 2
  }
  return firstAtLeast(list, low, Math.min(to, low + step + 1), value)
}

/** As {@link firstAtLeast}, looking near `to` first. */
export function gallopDown(list: Uint32Array, from: number, to: number, value: number): number {
  let step = 1
  let high = to
  while (high - step > from && (list[high - step] ?? 0) >= value) {
    high -= step
    step *= 2
  }
  return firstAtLeast(list, Math.max(from, high - step), high, value)
}
