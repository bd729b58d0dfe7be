/** Units of a part, put beside their texts. */

import type { Growable } from '../growable.ts'
import type { Part } from './part.ts'

/** A column for each field of a unit, in the order the units came. */
export interface UnitColumns {
  readonly text: Growable
  readonly sequence: Growable
  readonly exact: Growable
  readonly previous: Growable
  readonly next: Growable
  readonly languages: Growable
}

export type PlacedUnits = Pick<
  Part,
  'unitStart' | 'unitSequence' | 'unitText' | 'unitPrevious' | 'unitNext' | 'unitLanguages'
>

/** The units of each text together, the oldest first. */
export function placeUnits(order: Uint32Array, columns: UnitColumns): PlacedUnits {
  const place = new Uint32Array(order.length)
  for (let i = 0; i < order.length; i++) place[order[i] ?? 0] = i
  const units = columns.text.length
  const unitStart = new Uint32Array(order.length + 1)
  const textOf = columns.text.view()
  for (let unit = 0; unit < units; unit++) {
    const text = place[textOf[unit] ?? 0] ?? 0
    unitStart[text + 1] = (unitStart[text + 1] ?? 0) + 1
  }
  for (let i = 0; i < order.length; i++) unitStart[i + 1] = (unitStart[i + 1] ?? 0) + (unitStart[i] ?? 0)
  const next = unitStart.slice(0, order.length)
  const target = new Uint32Array(units)
  for (const unit of unitsBySequence(columns.sequence.view())) {
    const text = place[textOf[unit] ?? 0] ?? 0
    const at = next[text] ?? 0
    next[text] = at + 1
    target[unit] = at
  }
  const column = (values: Growable): Uint32Array => {
    const result = new Uint32Array(units)
    for (let unit = 0; unit < units; unit++) result[target[unit] ?? 0] = values.at(unit)
    return result
  }
  return {
    unitStart,
    unitSequence: column(columns.sequence),
    unitText: column(columns.exact),
    unitPrevious: column(columns.previous),
    unitNext: column(columns.next),
    unitLanguages: column(columns.languages),
  }
}

function unitsBySequence(sequences: Uint32Array): Uint32Array {
  const units = new Uint32Array(sequences.length)
  let isSorted = true
  for (let i = 0; i < units.length; i++) {
    units[i] = i
    if (i > 0 && (sequences[i] ?? 0) < (sequences[i - 1] ?? 0)) isSorted = false
  }
  return isSorted ? units : units.sort((a, b) => (sequences[a] ?? 0) - (sequences[b] ?? 0))
}
