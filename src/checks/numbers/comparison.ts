/** The comparison the number rules share. */

import { compareNumbers, type NumberComparison } from '../../text/number-comparison.ts'
import type { TextView } from '../text-view.ts'

const nothing: NumberComparison = {
  missing: [],
  extra: [],
  converted: [],
  inWordsOnly: [],
  scarce: [],
  magnitudes: [],
}

/** Months are asked for only where a number is left over: a date in figures may answer to them. */
export function compareSides(source: TextView, target: TextView): NumberComparison {
  if (source.numbers.length === 0 && target.numbers.length === 0) return nothing
  const plain = compareNumbers(source.numbers, target.numbers)
  if (plain.missing.length === 0 && plain.extra.length === 0 && plain.scarce.length === 0) return plain
  return compareNumbers(source.numbers, target.numbers, {
    source: source.months.map(mention => mention.month),
    target: target.months.map(mention => mention.month),
  })
}
