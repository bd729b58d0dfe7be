/** Where the units of a file stand, in plain numbers. */

import type { Span } from '../../model/index.ts'
import { NumberList } from './number-list.ts'

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
  const starts = new NumberList()
  const ends = new NumberList()
  const containers = new NumberList()
  return {
    get count() {
      return starts.length
    },
    add(start, container) {
      starts.push(start)
      ends.push(0)
      containers.push(container)
      return starts.length - 1
    },
    end(offset) {
      ends.set(ends.length - 1, offset)
    },
    span: unit => ({ start: starts.at(unit), end: ends.at(unit) }),
    container: unit => containers.at(unit),
    at(offset) {
      let low = 0
      let high = starts.length - 1
      while (low <= high) {
        const middle = (low + high) >> 1
        const start = starts.at(middle)
        if (start === offset) return middle
        if (start < offset) low = middle + 1
        else high = middle - 1
      }
      return undefined
    },
  }
}
