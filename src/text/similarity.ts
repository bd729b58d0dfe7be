/** How alike two texts are: the published score of a match, counted in words and in characters. */

import type { Language } from '../model/index.ts'
import { collapseBlanks, type Normalized, normalize } from './normalize.ts'
import { tokens } from './tokens.ts'

/** All 0..1. */
export interface Similarity {
  /** 1 − edit distance in tokens / tokens of the longer text. */
  readonly words: number
  /** 1 − edit distance in code points / code points of the longer text. */
  readonly characters: number
  /**
   * The mean of both; 1 only when the texts are equal after NFC, {@link caseOnly} when they differ only in case or
   * white space.
   */
  readonly base: number
}

/** The base of texts that differ only in case or white space. */
export const caseOnly = 0.99

/**
 * The published score of two texts of one language (inline codes as in `plainText`).
 * It predicts how alike the translations are better than either part alone; see docs/memory.md.
 *
 * @example score('Open the file', 'Open a file', language('en')) // words 2/3, characters 10/13
 */
export function score(a: string, b: string, language: Language): Similarity {
  return scoreNormalized(a, b, normalize(a, language), normalize(b, language))
}

/** {@link score} for who has the normalised texts already. */
export function scoreNormalized(a: string, b: string, normalA: Normalized, normalB: Normalized): Similarity {
  if (normalA === normalB) return { words: 1, characters: 1, base: equalBase(a, b) }
  const words = wordSimilarity(tokens(normalA), tokens(normalB))
  const characters = ratio(codePoints(normalA), codePoints(normalB))
  return { words, characters, base: (words + characters) / 2 }
}

/** The base of two texts that are equal once normalised. */
export function equalBase(a: string, b: string): number {
  return a === b || a.normalize('NFC') === b.normalize('NFC') ? 1 : caseOnly
}

/** Similarity in tokens, of lists made by `tokens`. */
export function wordSimilarity(a: readonly string[], b: readonly string[]): number {
  const numbers = new Map<string, number>()
  return ratio(numbered(a, numbers), numbered(b, numbers))
}

/** True when the texts are the same but for white space, case kept. */
export function isSameText(a: string, b: string): boolean {
  return a === b || collapseBlanks(a.normalize('NFC')) === collapseBlanks(b.normalize('NFC'))
}

function numbered(list: readonly string[], numbers: Map<string, number>): Int32Array {
  const result = new Int32Array(list.length)
  for (const [i, token] of list.entries()) {
    let number = numbers.get(token)
    if (number === undefined) {
      number = numbers.size
      numbers.set(token, number)
    }
    result[i] = number
  }
  return result
}

/** The code points of a text; a lone surrogate is one. */
export function codePoints(text: string): Int32Array {
  const result = new Int32Array(text.length)
  let length = 0
  for (const character of text) result[length++] = character.codePointAt(0) ?? 0
  return result.subarray(0, length)
}

function ratio(a: Int32Array, b: Int32Array): number {
  const longest = Math.max(a.length, b.length)
  return longest === 0 ? 1 : 1 - editDistance(a, b) / longest
}

/**
 * Levenshtein distance of two lists of symbols, bit-parallel: G. Myers, "A fast bit-vector algorithm for approximate
 * string matching", JACM 46 (1999), with the block carry of H. Hyyrö, "Explaining and extending the bit-parallel
 * approximate string matching algorithm of Myers" (2001). 32 rows of the matrix are one step.
 */
export function editDistance(a: Int32Array, b: Int32Array): number {
  let start = 0
  let endA = a.length
  let endB = b.length
  while (start < endA && start < endB && a[start] === b[start]) start++
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--
    endB--
  }
  const left = a.subarray(start, endA)
  const right = b.subarray(start, endB)
  const [pattern, text] = left.length <= right.length ? [left, right] : [right, left]
  if (pattern.length === 0) return text.length
  const rows = patternRows(pattern)
  const columns = new Int32Array(text.length)
  for (let j = 0; j < text.length; j++) columns[j] = rows.numbers.get(text[j] ?? 0) ?? 0
  return rowsDistance(rows.masks, pattern.length, columns, text.length, text.length, blockState(rows.blocks))
}

/** For each symbol of a pattern the rows where it stands; number 0 stands nowhere. */
function patternRows(pattern: Int32Array): { numbers: Map<number, number>; masks: Int32Array; blocks: number } {
  const blocks = (pattern.length + 31) >>> 5
  const numbers = new Map<number, number>()
  for (const symbol of pattern) if (!numbers.has(symbol)) numbers.set(symbol, numbers.size + 1)
  const masks = new Int32Array((numbers.size + 1) * blocks)
  for (const [i, symbol] of pattern.entries()) {
    const at = (numbers.get(symbol) ?? 0) * blocks + (i >>> 5)
    masks[at] = (masks[at] ?? 0) | (1 << (i & 31))
  }
  return { numbers, masks, blocks }
}

/** Two words a block: rows where the distance grows downwards, and where it shrinks. */
export function blockState(blocks: number): Int32Array {
  return new Int32Array(blocks * 2)
}

/**
 * The distance of a pattern of `length` symbols, given as `masks` (symbol number × block), from the first `width` symbol
 * numbers of `columns`; any number above `limit` when it is above. `state` is scratch of two words a block.
 */
export function rowsDistance(
  masks: Int32Array,
  length: number,
  columns: Int32Array,
  width: number,
  limit: number,
  state: Int32Array,
): number {
  return length <= 32
    ? oneBlockDistance(masks, length, columns, width, limit)
    : manyBlocksDistance(masks, length, columns, width, limit, state)
}

function oneBlockDistance(
  masks: Int32Array,
  length: number,
  columns: Int32Array,
  width: number,
  limit: number,
): number {
  let grows = -1
  let shrinks = 0
  let distance = length
  const last = 1 << (length - 1)
  // The bottom row falls by at most one a column.
  let bound = limit + width
  for (let j = 0; j < width; j++) {
    const equal = masks[columns[j] ?? 0] ?? 0
    const vertical = equal | shrinks
    const horizontal = (((equal & grows) + grows) ^ grows) | equal
    let plus = shrinks | ~(horizontal | grows)
    let minus = grows & horizontal
    if ((plus & last) !== 0) distance++
    else if ((minus & last) !== 0) distance--
    if (distance > --bound) return distance
    plus = (plus << 1) | 1
    minus <<= 1
    grows = minus | ~(vertical | plus)
    shrinks = plus & vertical
  }
  return distance
}

function manyBlocksDistance(
  masks: Int32Array,
  length: number,
  columns: Int32Array,
  width: number,
  limit: number,
  state: Int32Array,
): number {
  const blocks = (length + 31) >>> 5
  for (let b = 0; b < blocks; b++) {
    state[b << 1] = -1
    state[(b << 1) + 1] = 0
  }
  let distance = length
  const last = 1 << ((length - 1) & 31)
  let bound = limit + width
  for (let j = 0; j < width; j++) {
    const row = (columns[j] ?? 0) * blocks
    let carry = 1
    let plus = 0
    let minus = 0
    for (let b = 0; b < blocks; b++) {
      const grows = state[b << 1] ?? 0
      const shrinks = state[(b << 1) + 1] ?? 0
      let equal = masks[row + b] ?? 0
      const vertical = equal | shrinks
      equal |= carry >>> 31
      const horizontal = (((equal & grows) + grows) ^ grows) | equal
      plus = shrinks | ~(horizontal | grows)
      minus = grows & horizontal
      const shiftedPlus = (plus << 1) | ((carry + 1) >>> 1)
      const shiftedMinus = (minus << 1) | (carry >>> 31)
      carry = (plus >>> 31) - (minus >>> 31)
      state[b << 1] = shiftedMinus | ~(vertical | shiftedPlus)
      state[(b << 1) + 1] = shiftedPlus & vertical
    }
    if ((plus & last) !== 0) distance++
    else if ((minus & last) !== 0) distance--
    if (distance > --bound) return distance
  }
  return distance
}
