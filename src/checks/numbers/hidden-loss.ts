/** Every value is there, yet something is gone: half of a score, one of two equal numbers, the number of a name. */

import { tornNumber } from '../../text/number-scars.ts'
import type { NumberMention } from '../../text/numbers.ts'
import { type Flaw, targetFlaw } from '../check.ts'
import type { Pair } from '../pair.ts'

/** At most one flaw, for a pair in which no value is missing. */
export function* hiddenLoss(pair: Pair): Generator<Flaw> {
  const { source, target } = pair
  const torn = tornNumber(source.masked, target.masked)
  if (torn !== undefined) {
    yield missingNumber(pair, torn.written, 'warning', torn.at)
    return
  }
  if (!pair.isSentence) return
  const gone = pair.comparison.scarce[0] ?? source.numbers.find(mention => isLostCode(mention, pair))
  if (gone !== undefined) yield missingNumber(pair, source.text.slice(gone.start, gone.end), 'info')
}

/** "UTF-8", "V2": a number that belongs to a name, kept in every language. */
function isLostCode({ weak, spelled, kind, start, end, value }: NumberMention, { source, target }: Pair): boolean {
  if (!weak || spelled || kind === 'roman' || kind === 'ordinal' || !/[A-Za-z]-?$/.test(source.text.slice(0, start)))
    return false
  return (
    !target.text.includes(source.text.slice(start, end)) &&
    !target.numbers.some(other => other.value === value || other.alternatives.includes(value))
  )
}

/** A number that should stand somewhere in the target, or at `start`. */
export function missingNumber(pair: Pair, expected: string, level: 'info' | 'warning', start = 0): Flaw {
  return targetFlaw(start, pair.target.text.length, { variant: 'missing', data: { expected }, level })
}
