/** Builds a part of the index from texts, in one pass over them and one over their tokens. */

import { growable } from '../growable.ts'
import { placeUnits } from './build-units.ts'
import { cutText, newCut } from './cut.ts'
import { hashTable, type TextTable, textTable, type WordTable, wordTable } from './intern.ts'
import { groupOfCodePoint, type Part, profileSize, tableSize } from './part.ts'

/** A text as it goes into a part. */
export interface PartText {
  readonly sequence: number
  /** Normalised. */
  readonly normal: string
  /** Hash of the text before it was normalised, but for NFC. */
  readonly exact: number
  readonly previous: number
  readonly next: number
  readonly languages: number
}

export interface PartBuilder {
  add(text: PartText): void
  readonly units: number
  finish(): Part
}

export function partBuilder(): PartBuilder {
  const cut = newCut()
  const words = wordTable()
  const texts = textTable()
  const unitOf = { text: growable(), sequence: growable(), exact: growable() }
  const context = { previous: growable(), next: growable(), languages: growable() }
  return {
    get units() {
      return unitOf.text.length
    },
    add: text => {
      cutText(cut, text.normal)
      unitOf.text.push(texts.number(cut, words))
      unitOf.sequence.push(text.sequence)
      unitOf.exact.push(text.exact)
      context.previous.push(text.previous)
      context.next.push(text.next)
      context.languages.push(text.languages)
    },
    finish: () => {
      const order = textOrder(texts)
      const ranked = rankWords(words, texts)
      const placed = placeTexts(texts, order, ranked)
      const groupOf = chooseGroups(words, ranked)
      // A million texts are some 200 MB twice over otherwise.
      for (const list of [texts.tokens, texts.starts, texts.lengths, words.points, words.starts]) list.release()
      return {
        texts: order.length,
        ...placed,
        ...describeTexts(placed, ranked, groupOf),
        groupOf,
        wordStart: ranked.wordStart,
        wordPoints: ranked.wordPoints,
        wordHashes: ranked.wordHashes,
        table: ranked.table,
        ...makePostings(placed, ranked.wordHashes.length),
        ...placeUnits(order, { ...unitOf, ...context }),
      }
    },
  }
}

/** Text numbers in the order of (tokens, code points), first come first among equals. */
function textOrder(texts: TextTable): Uint32Array {
  const starts = texts.starts.view()
  const lengths = texts.lengths.view()
  const counts = new Uint32Array(lengths.length)
  for (let i = 0; i < counts.length; i++) counts[i] = (starts[i + 1] ?? 0) - (starts[i] ?? 0)
  const numbers = new Uint32Array(lengths.length)
  for (let i = 0; i < numbers.length; i++) numbers[i] = i
  return sortedBy(sortedBy(numbers, lengths), counts)
}

/** Counting sort by small numbers, stable. */
function sortedBy(numbers: Uint32Array, keys: Uint32Array): Uint32Array {
  let largest = 0
  for (const key of keys) if (key > largest) largest = key
  const next = new Uint32Array(largest + 2)
  for (const key of keys) next[key + 1] = (next[key + 1] ?? 0) + 1
  for (let i = 1; i < next.length; i++) next[i] = (next[i] ?? 0) + (next[i - 1] ?? 0)
  const sorted = new Uint32Array(numbers.length)
  for (const number of numbers) {
    const key = keys[number] ?? 0
    const at = next[key] ?? 0
    next[key] = at + 1
    sorted[at] = number
  }
  return sorted
}

interface RankedWords {
  readonly wordStart: Uint32Array
  readonly wordPoints: Uint32Array
  readonly wordHashes: Uint32Array
  readonly table: Uint32Array
  /** New number of each word. */
  readonly rank: Uint32Array
}

/** Numbers the words anew, the rarest first, so that "rarer" is "smaller". */
function rankWords(words: WordTable, texts: TextTable): RankedWords {
  const frequency = new Uint32Array(words.hashes.length)
  for (const token of texts.tokens.view()) frequency[token >>> 1] = (frequency[token >>> 1] ?? 0) + 1
  const numbers = new Uint32Array(frequency.length)
  for (let i = 0; i < numbers.length; i++) numbers[i] = i
  const order = numbers.sort((a, b) => (frequency[a] ?? 0) - (frequency[b] ?? 0) || a - b)
  const rank = new Uint32Array(order.length)
  const wordStart = new Uint32Array(order.length + 1)
  const wordPoints = new Uint32Array(words.points.length)
  const wordHashes = new Uint32Array(order.length)
  let length = 0
  for (let i = 0; i < order.length; i++) {
    const old = order[i] ?? 0
    rank[old] = i
    wordHashes[i] = words.hashes.at(old)
    for (let p = words.starts.at(old); p < words.starts.at(old + 1); p++) wordPoints[length++] = words.points.at(p)
    wordStart[i + 1] = length
  }
  let size = 16
  while (size < order.length * 2) size *= 2
  return { wordStart, wordPoints, wordHashes, rank, table: hashTable(wordHashes, size) }
}

type PlacedTexts = Pick<Part, 'tokenStart' | 'tokens' | 'lengths' | 'countStart'>

function placeTexts(texts: TextTable, order: Uint32Array, { rank }: RankedWords): PlacedTexts {
  const starts = texts.starts.view()
  const old = texts.tokens.view()
  const oldLengths = texts.lengths.view()
  const tokens = new Uint32Array(old.length)
  const tokenStart = new Uint32Array(order.length + 1)
  const lengths = new Uint32Array(order.length)
  let at = 0
  for (let i = 0; i < order.length; i++) {
    const text = order[i] ?? 0
    lengths[i] = oldLengths[text] ?? 0
    const end = starts[text + 1] ?? 0
    for (let t = starts[text] ?? 0; t < end; t++) {
      const token = old[t] ?? 0
      tokens[at++] = (rank[token >>> 1] ?? 0) * 2 + (token & 1)
    }
    tokenStart[i + 1] = at
  }
  return { tokens, tokenStart, lengths, countStart: startsOfCounts(tokenStart) }
}

/** `result[n]`: first text with at least n tokens. */
function startsOfCounts(tokenStart: Uint32Array): Uint32Array {
  const texts = tokenStart.length - 1
  const largest = texts === 0 ? 0 : (tokenStart[texts] ?? 0) - (tokenStart[texts - 1] ?? 0)
  const result = new Uint32Array(largest + 2).fill(texts)
  for (let text = texts - 1; text >= 0; text--) result[(tokenStart[text + 1] ?? 0) - (tokenStart[text] ?? 0)] = text
  for (let count = largest - 1; count >= 0; count--) {
    result[count] = Math.min(result[count] ?? texts, result[count + 1] ?? texts)
  }
  return result
}

/** The ten most frequent code points have a group each, the rest share six, as evenly as can be. */
function chooseGroups(words: WordTable, { wordPoints }: RankedWords): Uint8Array {
  const frequency = new Float64Array(tableSize)
  for (const point of wordPoints) if (point < tableSize) frequency[point] = (frequency[point] ?? 0) + 1
  // Blanks are between most tokens and about as frequent as the commonest letters.
  frequency[32] = words.points.length
  const order = Array.from(frequency, (_, point) => point).sort((a, b) => (frequency[b] ?? 0) - (frequency[a] ?? 0))
  const groupOf = new Uint8Array(tableSize)
  const load = new Float64Array(16)
  for (const [place, point] of order.entries()) {
    let group = place
    if (place >= 10) {
      group = 10
      for (let other = 11; other < 16; other++) if ((load[other] ?? 0) < (load[group] ?? 0)) group = other
    }
    groupOf[point] = group
    load[group] = (load[group] ?? 0) + (frequency[point] ?? 0) + 1e-3
  }
  return groupOf
}

/** What a text shows from afar: which tokens it may have, and how many code points of each group. */
function describeTexts(
  placed: PlacedTexts,
  ranked: RankedWords,
  groupOf: Uint8Array,
): Pick<Part, 'tokenBits' | 'profiles'> {
  const { tokenStart, tokens } = placed
  const wordGroups = groupsOfWords(ranked, groupOf)
  const texts = tokenStart.length - 1
  const tokenBits = new Uint32Array(texts * 2)
  const profiles = new Uint32Array(texts * profileSize)
  const counts = new Uint32Array(16)
  const blankGroup = groupOfCodePoint(groupOf, 32)
  for (let text = 0; text < texts; text++) {
    let low = 0
    let high = 0
    counts.fill(0)
    const end = tokenStart[text + 1] ?? 0
    for (let t = tokenStart[text] ?? 0; t < end; t++) {
      const token = tokens[t] ?? 0
      const number = token >>> 1
      const bit = (ranked.wordHashes[number] ?? 0) >>> 26
      if (bit < 32) low |= 1 << bit
      else high |= 1 << (bit - 32)
      counts[blankGroup] = (counts[blankGroup] ?? 0) + (token & 1)
      const wordEnd = ranked.wordStart[number + 1] ?? 0
      for (let p = ranked.wordStart[number] ?? 0; p < wordEnd; p++) {
        const group = wordGroups[p] ?? 0
        counts[group] = (counts[group] ?? 0) + 1
      }
    }
    tokenBits[text * 2] = low
    tokenBits[text * 2 + 1] = high
    profiles[text * profileSize] = placed.lengths[text] ?? 0
    packGroups(counts, profiles, text * profileSize + 1)
  }
  return { tokenBits, profiles }
}

function groupsOfWords({ wordPoints }: RankedWords, groupOf: Uint8Array): Uint8Array {
  const groups = new Uint8Array(wordPoints.length)
  for (let i = 0; i < groups.length; i++) groups[i] = groupOfCodePoint(groupOf, wordPoints[i] ?? 0)
  return groups
}

/** Sixteen counts as bytes of four numbers; 255 stands for more, too. */
function packGroups(counts: Uint32Array, into: Uint32Array, at: number): void {
  for (let i = 0; i < 4; i++) {
    let packed = 0
    for (let j = 3; j >= 0; j--) packed = (packed << 8) | Math.min(255, counts[i * 4 + j] ?? 0)
    into[at + i] = packed
  }
}

/** Each text once in the list of each of its tokens. */
function makePostings(placed: PlacedTexts, words: number): Pick<Part, 'postingStart' | 'postings' | 'rarer'> {
  const { tokenStart, tokens } = placed
  const texts = tokenStart.length - 1
  const postingStart = new Uint32Array(words + 1)
  const seen = new Int32Array(words).fill(-1)
  for (let text = 0; text < texts; text++) {
    const end = tokenStart[text + 1] ?? 0
    for (let t = tokenStart[text] ?? 0; t < end; t++) {
      const word = (tokens[t] ?? 0) >>> 1
      if (seen[word] === text) continue
      seen[word] = text
      postingStart[word + 1] = (postingStart[word + 1] ?? 0) + 1
    }
  }
  for (let word = 0; word < words; word++) {
    postingStart[word + 1] = (postingStart[word + 1] ?? 0) + (postingStart[word] ?? 0)
  }
  const postings = new Uint32Array(postingStart[words] ?? 0)
  const rarer = new Uint8Array(postings.length)
  const next = postingStart.slice(0, words)
  let own = new Uint32Array(256)
  for (let text = 0; text < texts; text++) {
    const start = tokenStart[text] ?? 0
    const count = (tokenStart[text + 1] ?? 0) - start
    if (own.length < count) own = new Uint32Array(count * 2)
    for (let t = 0; t < count; t++) own[t] = (tokens[start + t] ?? 0) >>> 1
    sortSmall(own, count)
    for (let t = 0; t < count; t++) {
      const word = own[t] ?? 0
      if (t > 0 && own[t - 1] === word) continue
      const at = next[word] ?? 0
      next[word] = at + 1
      postings[at] = text
      rarer[at] = Math.min(t, 255)
    }
  }
  return { postingStart, postings, rarer }
}

/** Most texts have few tokens, for which insertion is fastest. */
function sortSmall(values: Uint32Array, length: number): void {
  if (length > 64) {
    values.subarray(0, length).sort()
    return
  }
  for (let i = 1; i < length; i++) {
    const value = values[i] ?? 0
    let at = i
    for (; at > 0 && (values[at - 1] ?? 0) > value; at--) values[at] = values[at - 1] ?? 0
    values[at] = value
  }
}
