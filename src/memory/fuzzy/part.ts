/**
 * A part of the index: distinct normalised texts in typed arrays, never changed once built. It can be written to a file
 * and used straight from the bytes of it.
 *
 * Texts are numbered in the order of (tokens, code points), so that the texts whose lengths may match are one stretch of
 * every posting list. Tokens are numbered in the order of their frequency, the rarest first.
 */
export interface Part {
  readonly texts: number
  /** First of a text's tokens in `tokens`; one more at the end. */
  readonly tokenStart: Uint32Array
  /** Token number × 2, plus 1 when a blank stands before it. */
  readonly tokens: Uint32Array
  /** Code points of each text. */
  readonly lengths: Uint32Array
  /** First text with at least so many tokens; one more at the end. */
  readonly countStart: Uint32Array
  /** 64 bits a text: one for each of its tokens, by the token's hash. */
  readonly tokenBits: Uint32Array
  /** Five numbers a text: its code points, and 16 counts of one byte, its code points by group. */
  readonly profiles: Uint32Array
  /** Group (0..15) of code points below 0x3000; those above go by their low bits. */
  readonly groupOf: Uint8Array
  /** The code points of the tokens. */
  readonly wordStart: Uint32Array
  readonly wordPoints: Uint32Array
  readonly wordHashes: Uint32Array
  /** Open addressing by token hash: token number + 1, 0 for a free place. */
  readonly table: Uint32Array
  /** Ascending text numbers of each token. */
  readonly postingStart: Uint32Array
  readonly postings: Uint32Array
  /** For each place in `postings` how many tokens of that text are rarer than the list's; 255 stands for more, too. */
  readonly rarer: Uint8Array
  /** Units of each text, in the order of their sequence. */
  readonly unitStart: Uint32Array
  readonly unitSequence: Uint32Array
  /** Hash of the text before normalisation but for NFC, of the neighbours (0: none), and the languages. */
  readonly unitText: Uint32Array
  readonly unitPrevious: Uint32Array
  readonly unitNext: Uint32Array
  readonly unitLanguages: Uint32Array
}

/** All that an index is made of. */
export interface Parts {
  readonly parts: readonly Part[]
  /** For changed and deleted units their sequence, and how many of the parts, from the first on, hold them no more. */
  readonly dead: readonly (readonly [number, number])[]
}

/** Numbers of a profile. */
export const profileSize = 5

/** Code points below this have a place of their own in tables. */
export const tableSize = 0x3000

export function groupOfCodePoint(groupOf: Uint8Array, codePoint: number): number {
  return codePoint < tableSize ? (groupOf[codePoint] ?? 0) : codePoint & 15
}

/** The number of a token, or -1 when no text has it. */
export function tokenNumber(part: Part, hash: number, codePoints: Uint32Array, start: number, end: number): number {
  const { table, wordHashes, wordStart, wordPoints } = part
  const mask = table.length - 1
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const number = (table[slot] ?? 0) - 1
    if (number < 0) return -1
    if (wordHashes[number] !== hash) continue
    const at = wordStart[number] ?? 0
    if ((wordStart[number + 1] ?? 0) - at !== end - start) continue
    let i = start
    while (i < end && wordPoints[at + i - start] === codePoints[i]) i++
    if (i === end) return number
  }
}

/** Writes a text's code points into `points`, which is large enough; gives their number. */
export function spellText(part: Part, text: number, points: Uint32Array): number {
  const { tokenStart, tokens, wordStart, wordPoints } = part
  const end = tokenStart[text + 1] ?? 0
  let length = 0
  for (let t = tokenStart[text] ?? 0; t < end; t++) {
    const token = tokens[t] ?? 0
    if ((token & 1) === 1) points[length++] = 32
    const wordEnd = wordStart[(token >>> 1) + 1] ?? 0
    for (let w = wordStart[token >>> 1] ?? 0; w < wordEnd; w++) points[length++] = wordPoints[w] ?? 0
  }
  return length
}
