/** The comparison the number rules share, made once a pair. */

import { compareNumbers, type NumberComparison } from '../../text/number-comparison.ts'
import type { Pair } from '../pair.ts'
import type { TextView } from '../text-view.ts'

/** Kept as long as the pair keeps what it has derived of its source. */
const known = new WeakMap<TextView, NumberComparison>()

export function comparisonOf(pair: Pair): NumberComparison {
  const kept = known.get(pair.source)
  if (kept !== undefined) return kept
  const made = compare(pair)
  known.set(pair.source, made)
  return made
}

const nothing: NumberComparison = {
  missing: [],
  extra: [],
  converted: [],
  inWordsOnly: [],
  scarce: [],
  magnitudes: [],
}

/** Months are asked for only where a number is left over: a date in figures may answer to them. */
function compare({ source, target }: Pair): NumberComparison {
  if (source.numbers.length === 0 && target.numbers.length === 0) return nothing
  const plain = compareNumbers(source.numbers, target.numbers)
  if (plain.missing.length === 0 && plain.extra.length === 0 && plain.scarce.length === 0) return plain
  return compareNumbers(source.numbers, target.numbers, {
    source: source.months.map(mention => mention.month),
    target: target.months.map(mention => mention.month),
  })
}
