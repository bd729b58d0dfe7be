/** Where the units of a file stand, in plain numbers. */

import type { Span } from '../../model/index.ts'

export interface UnitTable {
  readonly count: number
  add(start: number, container: number): number
  end(offset: number): void
  span(unit: number): Span
  container(unit: number): number
  at(offset: number): number | undefined
}

/** Spans of units: a million of them take 12 MB. */
export function unitTable(): UnitTable {
  let starts = new Uint32Array(256)
  let ends = new Uint32Array(256)
  let containers = new Uint32Array(256)
  let count = 0
  const grow = (old: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> => {
    const larger = new Uint32Array(old.length * 2)
    larger.set(old)
    return larger
  }
  return {
    get count() {
      return count
    },
    add(start, container) {
      if (count === starts.length) {
        starts = grow(starts)
        ends = grow(ends)
        containers = grow(containers)
      }
      starts[count] = start
      containers[count] = container
      return count++
    },
    end(offset) {
      ends[count - 1] = offset
    },
    span: unit => ({ start: starts[unit] ?? 0, end: ends[unit] ?? 0 }),
    container: unit => containers[unit] ?? 0,
    at(offset) {
      let low = 0
      let high = count - 1
      while (low <= high) {
        const middle = (low + high) >> 1
        const start = starts[middle] ?? 0
        if (start === offset) return middle
        if (start < offset) low = middle + 1
        else high = middle - 1
      }
      return undefined
    },
  }
}
