/** A clause of one side that has no counterpart on the other, while that other side is suspiciously short. */

import type { Span } from '../../model/index.ts'
import type { Pair } from '../pair.ts'

/**
 * `short` is the side that should hold the clause. The shorter it is, the fewer unmatched words are needed. Returns the
 * stretch of the longer side. Limits chosen on development pairs.
 */
export function missingPart(pair: Pair, short: 'source' | 'target'): Span | undefined {
  const { evidence } = pair
  const long = short === 'target' ? evidence.source : evidence.target
  const deviation = short === 'target' ? -evidence.lengthDeviation : evidence.lengthDeviation
  const run = long.longestUnmatched
  if (long.words < 5) return undefined
  if (deviation > 3) return run ?? { start: 0, end: 0 }
  if (run === undefined) return undefined
  const needed = deviation > 2.2 ? 1 : deviation > 1.6 ? 2 : deviation > 1.1 ? 3 : Number.POSITIVE_INFINITY
  return run.known >= needed ? run : undefined
}
