/**
 * Searches one part. Nothing at or above the cut-off is missed:
 *
 * - Texts are taken by their number of tokens, those as long as the query first; of them the stretch whose number of code
 *   points allows the cut-off. The cut-off says how many tokens they must share with the query at least, o.
 * - The query's tokens are counted in that stretch from the rarest on, until fewer than o are left: a text that has none of
 *   those counted cannot share o (prefix filter: Chaudhuri, Ganti, Kaushik, "A primitive operator for similarity joins in
 *   data cleaning", ICDE 2006). The first token a text shares also tells how many of its own, rarer ones the query lacks
 *   (positional filter: Xiao et al., "Efficient similarity joins for near-duplicate detection", TODS 36, 2011).
 * - More tokens are counted as long as that is cheaper than measuring the texts that are left (longer prefixes that need
 *   more hits: Wang, Li, Feng, "Can we beat the prefix filtering?", SIGMOD 2012).
 * - What is left is measured: see `measure.ts`.
 *
 * Every bound is computed with the same floating-point steps as the score itself (1 − d/n, mean), which are monotonic, so
 * rounding cannot put a text on the wrong side.
 */

import type { Best } from './best.ts'
import { firstAtLeast, gallopDown, gallopUp } from './bits.ts'
import { type IsDead, type Measure, makeMeasure } from './measure.ts'
import type { Part } from './part.ts'
import { type PartQuery, type Query, queryOfPart } from './query.ts'
import type { SearchOptions } from './types.ts'

/** Scratch of a part, reused by every search; clean in between. */
export interface Scratch {
  /** Per text how many of the query's tokens were counted in it. */
  readonly counts: Uint16Array
  readonly tokenColumn: Int32Array
}

export function makeScratch(part: Part): Scratch {
  return { counts: new Uint16Array(part.texts), tokenColumn: new Int32Array(part.wordHashes.length) }
}

/** Measured: looking at a text costs about so many times what reading one place of a list costs. */
const measureCost = 40
/** Longer queries would overflow the counts; their texts are all measured. */
const mostTokens = 0xffff

/** Texts in which tokens were counted; grows as needed. */
let touched = new Uint32Array(4096)

export function searchPart(
  part: Part,
  partNumber: number,
  scratch: Scratch,
  query: Query,
  options: SearchOptions,
  best: Best,
  isDead: IsDead,
): void {
  const partQuery = queryOfPart(part, query.cut)
  const { tokenColumn } = scratch
  const measure = makeMeasure({ part, partNumber, query, partQuery, options, best, isDead, tokenColumn })
  if (query.cut.tokens === 0) searchForNothing(part, measure, best)
  else {
    const walk = makeWalk(part, scratch, query, partQuery, options.by === 'words', best, measure)
    const qn = query.cut.tokens
    const largest = part.countStart.length - 2
    let up = Math.min(qn, largest + 1)
    let down = up - 1
    // Nearest lengths first: they raise the cut-off soonest.
    while (up <= largest || down >= 0) {
      const isUp = down < 0 || (up <= largest && up - qn <= qn - down)
      const sn = isUp ? up++ : down--
      if (!walk.canMatch(sn)) {
        // No longer (or shorter) text can do better.
        if (isUp) up = largest + 1
        else down = -1
      } else walk.stretch(sn, isUp)
    }
  }
  measure.finish()
}

/** An empty query is equal to an empty text, which is the first one, and like no other. */
function searchForNothing(part: Part, measure: Measure, best: Best): void {
  const empty = part.texts > 0 && part.tokenStart[1] === 0 ? 1 : 0
  if (empty === 1) measure.offer(0, 1, 1)
  for (let text = empty; text < part.texts && best.cutoff <= 0; text++) measure.offer(text, 0, 0)
}

interface Walk {
  /** Can texts of so many tokens reach the cut-off at all? */
  canMatch(tokens: number): boolean
  /** Finds and measures the texts of so many tokens that may reach the cut-off. Each length once, outwards. */
  stretch(tokens: number, isUp: boolean): void
}

function makeWalk(
  part: Part,
  { counts }: Scratch,
  query: Query,
  { tokens, unknown }: PartQuery,
  byWords: boolean,
  best: Best,
  measure: Measure,
): Walk {
  const { countStart, lengths, postings, postingStart, rarer } = part
  const qn = query.cut.tokens
  const qm = query.cut.length
  const known = qn - unknown
  /** Where each token's list was read up to (texts longer than the query) and down to (shorter ones). */
  const upAt = new Uint32Array(tokens.length)
  const downAt = new Uint32Array(tokens.length)
  const middle = countStart[Math.min(qn, countStart.length - 1)] ?? part.texts
  for (let i = 0; i < tokens.length; i++) {
    const number = tokens[i]?.number ?? 0
    const from = postingStart[number] ?? 0
    const at = firstAtLeast(postings, from, postingStart[number + 1] ?? 0, middle)
    upAt[i] = at
    downAt[i] = at
  }

  const canMatch = (sn: number): boolean => {
    const longest = Math.max(qn, sn)
    const words = 1 - (longest - Math.min(known, sn)) / longest
    return byWords ? words >= best.cutoff : (words + 1) / 2 >= best.cutoff
  }

  /** Most tokens that may differ, when nothing is known but the lengths; an edited character differs in at most three. */
  const mostDistance = (longestN: number, longestM: number): number => {
    if (byWords) {
      let most = Math.floor((1 - best.cutoff) * longestN + 1e-9)
      while (most >= 0 && 1 - most / longestN < best.cutoff) most--
      return most
    }
    let most = Math.min(longestN, Math.floor((2 - 2 * best.cutoff) * longestN + 1e-9))
    while (most >= 0 && (1 - most / longestN + (1 - Math.ceil(most / 3) / longestM)) / 2 < best.cutoff) most--
    return most
  }

  const stretch = (sn: number, isUp: boolean): void => {
    let first = countStart[sn] ?? 0
    let end = countStart[sn + 1] ?? 0
    if (first >= end) return
    const longestN = Math.max(qn, sn)
    let longestM = 1
    if (!byWords) {
      const words = Math.min(known, sn) / longestN
      const leastCharacters = 2 * best.cutoff - words - 1e-9
      if (leastCharacters > 0) {
        const bucketEnd = end
        first = firstAtLeast(lengths, first, bucketEnd, Math.ceil(qm * leastCharacters))
        end = firstAtLeast(lengths, first, bucketEnd, Math.floor(qm / leastCharacters) + 1)
      }
      if (first >= end) return
      longestM = Math.max(qm, lengths[end - 1] ?? 0)
    }
    const least = longestN - mostDistance(longestN, longestM)
    if (least > Math.min(known, sn)) return
    if (least <= 0 || qn > mostTokens) {
      for (let text = first; text < end; text++) measure.text(text, sn, unknown)
    } else countAndMeasure(sn, first, end, least, isUp)
  }

  const countAndMeasure = (sn: number, first: number, end: number, least: number, isUp: boolean): void => {
    let left = known
    let found = 0
    let next = 0
    const deepest = sn - least
    for (; next < tokens.length && left >= least; next++) {
      const times = tokens[next]?.times ?? 0
      found = countFirst(next, times, first, end, deepest, isUp, found)
      left -= times
    }
    while (found > 0 && next < tokens.length) {
      const { number = 0, times = 0 } = tokens[next] ?? {}
      const total = (postingStart[number + 1] ?? 0) - (postingStart[number] ?? 0)
      const own = (total * (end - first)) / part.texts
      if (own > found * measureCost) break
      countMore(next, times, first, end, isUp)
      left -= times
      found = keepAbove(least - left, found)
      next++
    }
    const counted = known - left
    for (let i = 0; i < found; i++) {
      const text = touched[i] ?? 0
      const missing = unknown + counted - (counts[text] ?? 0)
      counts[text] = 0
      measure.text(text, sn, missing)
    }
  }

  /** Counts a token that may be the first a text shares; tells how many texts were touched so far. */
  const countFirst = (
    token: number,
    times: number,
    first: number,
    end: number,
    deepest: number,
    isUp: boolean,
    before: number,
  ): number => {
    let found = before
    const number = tokens[token]?.number ?? 0
    const [from, to] = range(token, number, first, end, isUp)
    if (touched.length < found + to - from) {
      const larger = new Uint32Array((found + to - from) * 2)
      larger.set(touched.subarray(0, found))
      touched = larger
    }
    for (let p = from; p < to; p++) {
      const text = postings[p] ?? 0
      const count = counts[text] ?? 0
      if (count === 0) {
        // All tokens of the text that are rarer than this one are none of the query's.
        if ((rarer[p] ?? 0) > deepest) continue
        touched[found++] = text
      }
      counts[text] = count + times
    }
    return found
  }

  /** Counts a token in the texts touched before. */
  const countMore = (token: number, times: number, first: number, end: number, isUp: boolean): void => {
    const [from, to] = range(token, tokens[token]?.number ?? 0, first, end, isUp)
    for (let p = from; p < to; p++) {
      const text = postings[p] ?? 0
      const count = counts[text] ?? 0
      if (count !== 0) counts[text] = count + times
    }
  }

  /** The part of a token's list within [first, end). */
  const range = (token: number, number: number, first: number, end: number, isUp: boolean): [number, number] => {
    if (isUp) {
      const limit = postingStart[number + 1] ?? 0
      const from = gallopUp(postings, upAt[token] ?? 0, limit, first)
      const to = gallopUp(postings, from, limit, end)
      upAt[token] = to
      return [from, to]
    }
    const limit = postingStart[number] ?? 0
    const to = gallopDown(postings, limit, downAt[token] ?? 0, end)
    const from = gallopDown(postings, limit, to, first)
    downAt[token] = from
    return [from, to]
  }

  /** Forgets touched texts with fewer counts than `least`. */
  const keepAbove = (least: number, found: number): number => {
    if (least <= 1) return found
    let kept = 0
    for (let i = 0; i < found; i++) {
      const text = touched[i] ?? 0
      if ((counts[text] ?? 0) >= least) touched[kept++] = text
      else counts[text] = 0
    }
    return kept
  }

  return { canMatch, stretch }
}
