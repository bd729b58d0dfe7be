/** Match bands, as agencies count them. */

import type { Match } from '../model/index.ts'

export const bands = ['ice', 'repetitions', 'exact', '95-99', '85-94', '75-84', '50-74', 'new'] as const
export type Band = (typeof bands)[number]

/** The band of a best match, by its base in whole percent, rounded down. */
export function bandOf(match: Pick<Match, 'kind' | 'base'> | undefined): Band {
  if (match === undefined) return 'new'
  if (match.kind === 'ice') return 'ice'
  if (match.base === 1) return 'exact'
  // 0.85 is stored a little below itself; a millionth of a percent is no one's share of a word.
  const percent = Math.floor(match.base * 100 + 1e-6)
  if (percent >= 95) return '95-99'
  if (percent >= 85) return '85-94'
  if (percent >= 75) return '75-84'
  return percent >= 50 ? '50-74' : 'new'
}

/** An entry for every band. */
export function everyBand<Value>(value: (band: Band) => Value): Record<Band, Value> {
  // Proof: one entry for each member of `bands`.
  return Object.fromEntries(bands.map(band => [band, value(band)])) as Record<Band, Value>
}
