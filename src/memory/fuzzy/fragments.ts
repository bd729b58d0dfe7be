/** The longest stretches of a query that stand, word for word, in texts of the memory. */

import type { Cut } from './cut.ts'
import type { Part } from './part.ts'
import { queryOfPart } from './query.ts'

/** Tokens [start, end) of the query stand in this text. */
export interface Run {
  readonly start: number
  readonly end: number
  readonly text: number
}

/** A token in more texts than this is found along with a rarer neighbour only; a run of such tokens alone says nothing. */
const mostTexts = 20_000

/**
 * For each text the longest run it shares with the query, of at least `least` tokens; the longest first, at most `limit`.
 * Every token of the query that is not too common is an anchor: from it the run is grown to both sides.
 */
export function longestRuns(part: Part, cut: Cut, least: number, limit: number): readonly Run[] {
  const { numbers } = queryOfPart(part, cut)
  const best = new Map<number, Run>()
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at] ?? -1
    if (number < 0) continue
    const from = part.postingStart[number] ?? 0
    const to = part.postingStart[number + 1] ?? 0
    if (to - from > mostTexts) continue
    for (let p = from; p < to; p++) {
      const text = part.postings[p] ?? 0
      const known = best.get(text)
      const run = grow(part, numbers, at, text)
      const length = run.end - run.start
      if (length >= least && length > (known === undefined ? 0 : known.end - known.start)) best.set(text, run)
    }
  }
  return [...best.values()]
    .sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start || a.text - b.text)
    .slice(0, limit)
}

/** The longest run around the query's token `at` in a text. */
function grow(part: Part, numbers: Int32Array, at: number, text: number): Run {
  const start = part.tokenStart[text] ?? 0
  const end = part.tokenStart[text + 1] ?? 0
  let best: Run = { start: at, end: at, text }
  for (let t = start; t < end; t++) {
    if (tokenAt(part, t) !== numbers[at]) continue
    let left = 0
    while (at - left > 0 && t - left > start && tokenAt(part, t - left - 1) === numbers[at - left - 1]) left++
    let right = 1
    while (at + right < numbers.length && t + right < end && tokenAt(part, t + right) === numbers[at + right]) right++
    if (left + right > best.end - best.start) best = { start: at - left, end: at + right, text }
  }
  return best
}

function tokenAt(part: Part, place: number): number {
  return (part.tokens[place] ?? 0) >>> 1
}
