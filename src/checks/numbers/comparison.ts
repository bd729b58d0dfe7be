/** The comparison the number rules share, made once a pair. */

import { compareNumbers, type NumberComparison } from '../../text/number-comparison.ts'
import type { Pair } from '../pair.ts'

const known = new WeakMap<Pair, NumberComparison>()

export function comparisonOf(pair: Pair): NumberComparison {
  const kept = known.get(pair)
  if (kept !== undefined) return kept
  const { source, target } = pair
  const made =
    source.numbers.length === 0 && target.numbers.length === 0
      ? nothing
      : compareNumbers(source.numbers, target.numbers, {
          source: source.months.map(mention => mention.month),
          target: target.months.map(mention => mention.month),
        })
  known.set(pair, made)
  return made
}

const nothing: NumberComparison = { missing: [], extra: [], converted: [], inWordsOnly: [] }
