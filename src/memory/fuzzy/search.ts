/**
 * Searches one part. Nothing at or above the cut-off is missed:
 *
 * - The query's distinct tokens are taken from the rarest on. A text met first in the list of the i-th lacks all tokens
 *   before it, so its tokens' distance is at least M, their number. That bounds its word similarity, and with it how far
 *   its lengths may be from the query's (the lists are ordered by length). When no text not yet met can reach the
 *   cut-off, the rest of the lists, the long ones, are not read (prefix filter: Chaudhuri, Ganti, Kaushik, "A primitive
 *   operator for similarity joins in data cleaning", ICDE 2006; with the lengths: Xiao et al., "Efficient similarity joins
 *   for near-duplicate detection", TODS 36, 2011).
 * - Counts of code points by group bound the character distance from below, token bits the word distance.
 * - What is left is measured with bit-parallel edit distance, words first.
 *
 * Every bound is computed with the same floating-point steps as the score itself (1 − d/n, mean), which are monotonic, so
 * rounding cannot put a text on the wrong side.
 */

import { rowsDistance } from '../../text/similarity.ts'
import type { Best } from './best.ts'
import { type Part, profileSize, spellText, tableSize } from './part.ts'
import { makeRows, type PartQuery, type Query, queryGroups, queryOfPart } from './query.ts'
import type { SearchOptions } from './types.ts'

/** Lists shorter than this are read whole: finding the stretches of the right lengths costs more. */
const shortList = 32

/** Scratch of a part, reused by every search. */
export interface Scratch {
  /** The search a text was last met in; 0 means never. */
  readonly met: Uint8Array
  /** Column of each of the query's tokens; 0 for others. */
  readonly tokenColumn: Int32Array
  search: number
}

export function makeScratch(part: Part): Scratch {
  return { met: new Uint8Array(part.texts), tokenColumn: new Int32Array(part.wordHashes.length), search: 0 }
}

/** Columns of code points; shared by all parts, cleared after each search. */
const pointColumn = new Int32Array(tableSize)
const rarePointColumn = new Map<number, number>()
let points = new Uint32Array(1024)
let columns = new Int32Array(1024)
let state = new Int32Array(64)

/** Tells whether a unit of this part is out of date or deleted. */
export type IsDead = (sequence: number) => boolean

export function searchPart(
  part: Part,
  partNumber: number,
  scratch: Scratch,
  query: Query,
  options: SearchOptions,
  best: Best,
  isDead: IsDead,
): void {
  const { cut } = query
  const qn = cut.tokens
  const qm = cut.length
  const byWords = options.by === 'words'
  const { tokenStart, lengths, countStart, postings, postingStart, rarer, tokenBits, profiles } = part
  const { met, tokenColumn } = scratch
  scratch.search = scratch.search === 255 ? 1 : scratch.search + 1
  if (scratch.search === 1) met.fill(0)
  const search = scratch.search
  const { tokens, unknown, numbers } = queryOfPart(part, cut)
  const tokenRows = makeTokenRows(numbers, tokenColumn)
  const pointRows = makePointRows(query)
  reserveState(qn, qm)
  const groupCounts = queryGroups(part, cut)
  const lanes = groupLanes(groupCounts)
  let lowBits = 0
  let highBits = 0
  for (const token of tokens) {
    const bit = (part.wordHashes[token.number] ?? 0) >>> 26
    if (bit < 32) lowBits |= 1 << bit
    else highBits |= 1 << (bit - 32)
  }
  const largestCount = countStart.length - 2

  /** Looks at a text that lacks `missing` tokens of the query, and of whose tokens the query lacks `foreign`. */
  const examine = (text: number, sn: number, missing: number, foreign: number): void => {
    met[text] = search
    const low = tokenBits[text * 2] ?? 0
    const high = tokenBits[text * 2 + 1] ?? 0
    const longestN = Math.max(qn, sn)
    // Word distance from below, by what is absent on either side.
    const absentQ = unknown + bitCount(lowBits & ~low) + bitCount(highBits & ~high)
    const absentS = bitCount(low & ~lowBits) + bitCount(high & ~highBits)
    const commonQ = qn - Math.max(absentQ, missing)
    const commonS = sn - Math.max(absentS, foreign)
    const least = longestN - Math.min(commonQ, commonS)
    let words = 1 - least / longestN
    if (byWords ? words < best.cutoff : (words + 1) / 2 < best.cutoff) return
    const at = text * profileSize
    const sm = profiles[at] ?? 0
    const longestM = Math.max(qm, sm)
    let characters = 1
    if (!byWords) {
      const difference = qm > sm ? qm - sm : sm - qm
      if ((words + (1 - difference / longestM)) / 2 < best.cutoff) return
      const above = groupSurplus(lanes, profiles, at + 1)
      const below = longestM <= 255 ? above - (qm - sm) : sm - qm
      characters = 1 - Math.max(above, below) / longestM
      if ((words + characters) / 2 < best.cutoff) return
    }
    // Tokens measured.
    const start = tokenStart[text] ?? 0
    if (columns.length < sn) columns = new Int32Array(sn * 2)
    for (let t = 0; t < sn; t++) columns[t] = tokenColumn[(part.tokens[start + t] ?? 0) >>> 1] ?? 0
    const wordLimit = byWords
      ? Math.floor((1 - best.cutoff) * longestN + 1e-9)
      : Math.floor((1 + characters - 2 * best.cutoff) * longestN + 1e-9)
    const wordDistance = rowsDistance(tokenRows, qn, columns, sn, wordLimit, state)
    if (wordDistance > wordLimit) return
    words = 1 - wordDistance / longestN
    if (byWords ? words < best.cutoff : (words + characters) / 2 < best.cutoff) return
    const firstUnit = part.unitStart[text] ?? 0
    if (byWords && wordDistance > 0) {
      if (words === best.cutoff && (part.unitSequence[firstUnit] ?? 0) > best.newest) return
      offer(text, words, -1)
      return
    }
    const limit = byWords ? longestM : Math.floor((1 + words - 2 * best.cutoff) * longestM + 1e-9)
    const distance = measurePoints(text, limit)
    if (distance > limit) return
    characters = 1 - distance / longestM
    offer(text, words, characters)
  }

  const measurePoints = (text: number, limit: number): number => {
    const sm = lengths[text] ?? 0
    if (points.length < sm) points = new Uint32Array(sm * 2)
    if (columns.length < sm) columns = new Int32Array(sm * 2)
    spellText(part, text, points)
    for (let i = 0; i < sm; i++) columns[i] = columnOfPoint(points[i] ?? 0)
    return rowsDistance(pointRows, qm, columns, sm, limit, state)
  }

  /** `characters` below 0: not measured yet, and the texts differ. */
  const offer = (text: number, words: number, characters: number): void => {
    const isEqual = words === 1 && characters === 1
    const end = part.unitStart[text + 1] ?? 0
    for (let unit = part.unitStart[text] ?? 0; unit < end; unit++) {
      const sequence = part.unitSequence[unit] ?? 0
      if (((part.unitLanguages[unit] ?? 0) & options.languages) === 0 || isDead(sequence)) continue
      const equality = !isEqual ? 0 : part.unitText[unit] === query.exact ? 2 : 1
      const base = equality === 2 ? 1 : equality === 1 ? 0.99 : (words + characters) / 2
      const context = equality === 2 ? equalNeighbours(part, unit, query) : 0
      const value = byWords ? words : base
      const isKept = best.offer({ value, equality, context, sequence, base, words, characters, part: partNumber, text })
      if (!isKept && !isEqual) return
    }
  }

  let missing = unknown
  for (const token of tokens) {
    if (!canReach(missing)) break
    const from = postingStart[token.number] ?? 0
    const to = postingStart[token.number + 1] ?? 0
    if (to - from <= shortList) {
      for (let p = from; p < to; p++) {
        const text = postings[p] ?? 0
        if (met[text] !== search)
          examine(text, (tokenStart[text + 1] ?? 0) - (tokenStart[text] ?? 0), missing, rarer[p] ?? 0)
      }
    } else readList(from, to, missing)
    missing += token.times
  }
  if (qn > 0 && canReach(missing)) readAll()
  if (qn === 0) readForNothing()
  for (const hit of best.hits) {
    if (hit.part !== partNumber || hit.characters >= 0) continue
    const sm = lengths[hit.text] ?? 0
    const longest = Math.max(qm, sm)
    hit.characters = 1 - measurePoints(hit.text, longest) / longest
    hit.base = (hit.words + hit.characters) / 2
  }
  clear()

  /** An empty query is equal to an empty text, which is the first one, and like no other. */
  function readForNothing(): void {
    const empty = part.texts > 0 && tokenStart[1] === 0 ? 1 : 0
    if (empty === 1) offer(0, 1, 1)
    for (let text = empty; text < part.texts && best.cutoff <= 0; text++) offer(text, 0, 0)
  }

  /** A low threshold lets pass texts without a common token. */
  function readAll(): void {
    for (let text = 0; text < part.texts; text++) {
      if (met[text] !== search) examine(text, (tokenStart[text + 1] ?? 0) - (tokenStart[text] ?? 0), qn, 0)
    }
  }

  /** Can a text that lacks `missing` tokens of the query reach the cut-off? */
  function canReach(missing: number): boolean {
    const words = 1 - missing / qn
    if (byWords) return words >= best.cutoff
    const least = Math.ceil(missing / 3)
    return (words + (1 - least / (qm + least))) / 2 >= best.cutoff
  }

  /** Reads the stretches of a list whose lengths allow the cut-off. */
  function readList(from: number, to: number, missing: number): void {
    const common = qn - missing
    const leastWords = (byWords ? best.cutoff : 2 * best.cutoff - 1) - 1e-9
    const lowest = Math.max(1, Math.ceil(qn * leastWords))
    const highest = leastWords <= 0 ? largestCount : Math.min(largestCount, Math.floor(common / leastWords))
    let p = from
    for (let sn = lowest; sn <= highest && p < to; sn++) {
      let first = countStart[sn] ?? 0
      let end = countStart[sn + 1] ?? 0
      if (!byWords) {
        const words = Math.min(common, sn) / Math.max(qn, sn)
        const leastCharacters = 2 * best.cutoff - words - 1e-9
        if (leastCharacters > 1) continue
        if (leastCharacters > 0) {
          const bucketEnd = end
          first = firstOfLength(lengths, first, bucketEnd, Math.ceil(qm * leastCharacters))
          end = firstOfLength(lengths, first, bucketEnd, Math.floor(qm / leastCharacters) + 1)
        }
      }
      if (first >= end) continue
      // All tokens of the text that are rarer than this one are none of the query's.
      const deepest = sn - Math.ceil(leastWords * Math.max(qn, sn))
      p = firstAtLeast(postings, p, to, first)
      for (; p < to; p++) {
        const text = postings[p] ?? 0
        if (text >= end) break
        const foreign = rarer[p] ?? 0
        if (foreign <= deepest && met[text] !== search) examine(text, sn, missing, foreign)
      }
    }
  }

  function clear(): void {
    for (const token of tokens) tokenColumn[token.number] = 0
    for (let i = 0; i < qm; i++) {
      const point = cut.codePoints[i] ?? 0
      if (point < tableSize) pointColumn[point] = 0
    }
    rarePointColumn.clear()
  }
}

function makeTokenRows(numbers: PartQuery['numbers'], tokenColumn: Int32Array): Int32Array {
  const columnOfRow = new Int32Array(numbers.length)
  let last = 0
  for (let row = 0; row < numbers.length; row++) {
    const number = numbers[row] ?? -1
    if (number < 0) continue
    let column = tokenColumn[number] ?? 0
    if (column === 0) {
      column = ++last
      tokenColumn[number] = column
    }
    columnOfRow[row] = column
  }
  return makeRows(columnOfRow, last)
}

function makePointRows({ cut }: Query): Int32Array {
  const columnOfRow = new Int32Array(cut.length)
  let last = 0
  for (let row = 0; row < cut.length; row++) {
    const point = cut.codePoints[row] ?? 0
    let column = columnOfPoint(point)
    if (column === 0) {
      column = ++last
      if (point < tableSize) pointColumn[point] = column
      else rarePointColumn.set(point, column)
    }
    columnOfRow[row] = column
  }
  return makeRows(columnOfRow, last)
}

function columnOfPoint(point: number): number {
  return point < tableSize ? (pointColumn[point] ?? 0) : (rarePointColumn.get(point) ?? 0)
}

function equalNeighbours(part: Part, unit: number, query: Query): number {
  const previous = query.previous !== 0 && part.unitPrevious[unit] === query.previous ? 1 : 0
  return previous + (query.next !== 0 && part.unitNext[unit] === query.next ? 1 : 0)
}

function reserveState(qn: number, qm: number): void {
  const words = 2 * ((Math.max(qn, qm) + 31) >>> 5)
  if (state.length < words) state = new Int32Array(words * 2)
}

/** The query's group counts as eight lanes of two, with a guard bit above each count. */
function groupLanes(counts: Uint32Array): Int32Array {
  const lanes = new Int32Array(8)
  for (let i = 0; i < 4; i++) {
    const at = (j: number): number => Math.min(255, counts[i * 4 + j] ?? 0)
    lanes[i * 2] = 0x01000100 | at(0) | (at(2) << 16)
    lanes[i * 2 + 1] = 0x01000100 | at(1) | (at(3) << 16)
  }
  return lanes
}

/** Code points of the query that have no partner of their group in the text. */
function groupSurplus(lanes: Int32Array, groups: Uint32Array, at: number): number {
  let sum = 0
  for (let i = 0; i < 4; i++) {
    const packed = groups[at + i] ?? 0
    const even = (lanes[i * 2] ?? 0) - (packed & 0x00ff00ff)
    const odd = (lanes[i * 2 + 1] ?? 0) - ((packed >>> 8) & 0x00ff00ff)
    sum += (even & (((even >>> 8) & 0x00010001) * 255)) + (odd & (((odd >>> 8) & 0x00010001) * 255))
  }
  return (sum & 0xffff) + (sum >>> 16)
}

function bitCount(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555)
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333)
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** First text in [from, to) with at least `length` code points; lengths ascend there. */
function firstOfLength(lengths: Uint32Array, from: number, to: number, length: number): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((lengths[middle] ?? 0) < length) low = middle + 1
    else high = middle
  }
  return low
}

/** First place in [from, to) of a list with a text of at least this number; looks near `from` first. */
function firstAtLeast(postings: Uint32Array, from: number, to: number, text: number): number {
  let step = 1
  let low = from
  while (low + step < to && (postings[low + step] ?? 0) < text) {
    low += step
    step *= 2
  }
  let high = Math.min(to, low + step + 1)
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((postings[middle] ?? 0) < text) low = middle + 1
    else high = middle
  }
  return low
}
