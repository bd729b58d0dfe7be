/** Is the target a translation of the source at all? One judgement, shared by the drift rules. */

import { comparisonOf } from '../numbers/comparison.ts'
import type { Pair } from '../pair.ts'

/**
 * How strange the two sides are to each other, in units where 1 is doubtful and 2 sure: words the lexicon knows and does not
 * find, names without a counterpart, numbers missing, an odd length. Weights fitted on development pairs by hand.
 */
export function strangeness(pair: Pair): number {
  const { source, target, lengthDeviation } = pair.evidence
  const known = source.known + target.known
  if (known < 4) return 0
  const found = source.found + target.found
  // Expected: about 60 % of known words are found in true pairs, about 15 % in strangers.
  const missing = known - found
  let score = missing * 0.32 - found * 0.55
  const names = source.names.filter(name => name.text.length >= 3)
  const lost = names.filter(name => !name.found).length
  score += lost * 0.4 - (names.length - lost) * 1.2
  const numbers = comparisonOf(pair)
  const digits = pair.source.numbers.filter(mention => !mention.spelled).length
  score += numbers.missing.filter(mention => !mention.spelled).length * 0.8
  score -= (digits - numbers.missing.filter(mention => !mention.spelled).length) * 0.8
  score += numbers.extra.filter(mention => !mention.spelled).length * 0.4
  score += Math.max(0, Math.abs(lengthDeviation) - 1.5) * 0.4
  return score
}

/** Sure strangers. */
export function isForeign(pair: Pair): boolean {
  return strangeness(pair) >= 2
}
