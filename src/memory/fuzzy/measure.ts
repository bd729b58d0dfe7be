/** Measures one text after another against one query: cheap bounds first, edit distance for what is left. */

import { rowsDistance } from '../../text/similarity.ts'
import type { Best } from './best.ts'
import { bitCount, groupLanes, groupSurplus } from './bits.ts'
import { type Part, profileSize, spellText, tableSize } from './part.ts'
import { makeRows, type PartQuery, type Query, queryGroups } from './query.ts'
import type { SearchOptions } from './types.ts'

/** Tells whether a unit of this part is out of date or deleted. */
export type IsDead = (sequence: number) => boolean

/** Columns of code points; shared by all parts, cleared after each search. */
const pointColumn = new Int32Array(tableSize)
const rarePointColumn = new Map<number, number>()
let points = new Uint32Array(1024)
let columns = new Int32Array(1024)
let state = new Int32Array(64)

export interface MeasureOptions {
  readonly part: Part
  readonly partNumber: number
  readonly query: Query
  readonly partQuery: PartQuery
  readonly options: SearchOptions
  readonly best: Best
  readonly isDead: IsDead
  /** Scratch: column of each of the query's tokens, 0 for others; clean before and after. */
  readonly tokenColumn: Int32Array
}

export interface Measure {
  /**
   * Measures a text of `tokens` tokens of which the query lacks, and that lacks of the query's, at least `missing`; offers
   * it to the best when it may be one.
   */
  text(text: number, tokens: number, missing: number): void
  /** Offers a text with these similarities. */
  offer(text: number, words: number, characters: number): void
  /** Measures the characters of the hits that were ordered by words alone, and cleans the scratch. */
  finish(): void
}

export function makeMeasure(given: MeasureOptions): Measure {
  const { part, partNumber, query, partQuery, options, best, isDead, tokenColumn } = given
  const { tokenStart, tokens, tokenBits, profiles, lengths, unitStart, unitSequence } = part
  const { cut } = query
  const qn = cut.tokens
  const qm = cut.length
  const byWords = options.by === 'words'
  const tokenRows = makeTokenRows(partQuery.numbers, tokenColumn)
  const pointRows = makePointRows(query)
  const lanes = groupLanes(queryGroups(part, cut))
  const { low: lowBits, high: highBits } = bitsOf(part, partQuery)
  const stateSize = 2 * ((Math.max(qn, qm) + 31) >>> 5)
  if (state.length < stateSize) state = new Int32Array(stateSize * 2)

  const measureText = (text: number, sn: number, missing: number): void => {
    const low = tokenBits[text * 2] ?? 0
    const high = tokenBits[text * 2 + 1] ?? 0
    const longestN = Math.max(qn, sn)
    const absentQ = partQuery.unknown + bitCount(lowBits & ~low) + bitCount(highBits & ~high)
    const absentS = bitCount(low & ~lowBits) + bitCount(high & ~highBits)
    const common = Math.min(qn - Math.max(absentQ, missing), sn - absentS)
    const mostWords = 1 - (longestN - common) / longestN
    if (byWords) {
      if (mostWords >= best.cutoff) measureWords(text, sn, 1)
      return
    }
    if ((mostWords + 1) / 2 < best.cutoff) return
    const at = text * profileSize
    const sm = profiles[at] ?? 0
    const longestM = Math.max(qm, sm)
    if ((mostWords + (1 - Math.abs(qm - sm) / longestM)) / 2 < best.cutoff) return
    const surplus = groupSurplus(lanes, profiles, at + 1)
    // A count above 255 is told as 255, so only in shorter texts the surplus of one side tells that of the other.
    const deficit = longestM <= 255 ? surplus - (qm - sm) : sm - qm
    const mostCharacters = 1 - Math.max(surplus, deficit) / longestM
    if ((mostWords + mostCharacters) / 2 >= best.cutoff) measureWords(text, sn, mostCharacters)
  }

  const measureWords = (text: number, sn: number, mostCharacters: number): void => {
    const longestN = Math.max(qn, sn)
    const start = tokenStart[text] ?? 0
    if (columns.length < sn) columns = new Int32Array(sn * 2)
    for (let t = 0; t < sn; t++) columns[t] = tokenColumn[(tokens[start + t] ?? 0) >>> 1] ?? 0
    const leastWords = byWords ? best.cutoff : 2 * best.cutoff - mostCharacters
    const limit = Math.floor((1 - leastWords) * longestN + 1e-9)
    const distance = rowsDistance(tokenRows, qn, columns, sn, limit, state)
    if (distance > limit) return
    const words = 1 - distance / longestN
    if (!byWords) {
      const most = (words + mostCharacters) / 2
      if (most > best.cutoff || (most === best.cutoff && isOlder(text))) measureCharacters(text, words)
    } else if (distance === 0) measureCharacters(text, words)
    else if (words > best.cutoff || (words === best.cutoff && isOlder(text))) offer(text, words, -1)
  }

  const measureCharacters = (text: number, words: number): void => {
    const longestM = Math.max(qm, lengths[text] ?? 0)
    const limit = byWords ? longestM : Math.floor((1 + words - 2 * best.cutoff) * longestM + 1e-9)
    const distance = pointDistance(text, limit)
    if (distance <= limit) offer(text, words, 1 - distance / longestM)
  }

  const pointDistance = (text: number, limit: number): number => {
    const sm = lengths[text] ?? 0
    if (points.length < sm) points = new Uint32Array(sm * 2)
    if (columns.length < sm) columns = new Int32Array(sm * 2)
    spellText(part, text, points)
    for (let i = 0; i < sm; i++) columns[i] = columnOfPoint(points[i] ?? 0)
    return rowsDistance(pointRows, qm, columns, sm, limit, state)
  }

  /** At the cut-off a text is of use only when one of its units is older than the last of the best. */
  const isOlder = (text: number): boolean => (unitSequence[unitStart[text] ?? 0] ?? 0) < best.newest

  /** `characters` below 0: not measured yet, and the texts differ. */
  const offer = (text: number, words: number, characters: number): void => {
    const isEqual = words === 1 && characters === 1
    const end = unitStart[text + 1] ?? 0
    for (let unit = unitStart[text] ?? 0; unit < end; unit++) {
      const sequence = unitSequence[unit] ?? 0
      if (((part.unitLanguages[unit] ?? 0) & options.languages) === 0 || isDead(sequence)) continue
      const equality = !isEqual ? 0 : part.unitText[unit] === query.exact ? 2 : 1
      const base = equality === 2 ? 1 : equality === 1 ? 0.99 : (words + characters) / 2
      const context = equality === 2 ? equalNeighbours(part, unit, query) : 0
      const value = byWords ? words : base
      const isKept = best.offer({ value, equality, context, sequence, base, words, characters, part: partNumber, text })
      // The units of a text come from the oldest on, so what follows is no better.
      if (!isKept && !isEqual) return
    }
  }

  const finish = (): void => {
    for (const hit of best.hits) {
      if (hit.part !== partNumber || hit.characters >= 0) continue
      const longest = Math.max(qm, lengths[hit.text] ?? 0)
      hit.characters = 1 - pointDistance(hit.text, longest) / longest
      hit.base = (hit.words + hit.characters) / 2
    }
    for (const { number } of partQuery.tokens) tokenColumn[number] = 0
    for (let i = 0; i < qm; i++) {
      const point = cut.codePoints[i] ?? 0
      if (point < tableSize) pointColumn[point] = 0
    }
    rarePointColumn.clear()
  }

  return { text: measureText, offer, finish }
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

/** The token bits of the query's known tokens, as a text has them. */
function bitsOf(part: Part, { tokens }: PartQuery): { readonly low: number; readonly high: number } {
  let low = 0
  let high = 0
  for (const { number } of tokens) {
    const bit = (part.wordHashes[number] ?? 0) >>> 26
    if (bit < 32) low |= 1 << bit
    else high |= 1 << (bit - 32)
  }
  return { low, high }
}

function equalNeighbours(part: Part, unit: number, query: Query): number {
  const previous = query.previous !== 0 && part.unitPrevious[unit] === query.previous ? 1 : 0
  return previous + (query.next !== 0 && part.unitNext[unit] === query.next ? 1 : 0)
}
