/** Cuts a normalised text into tokens for the index: code points, token ends and token hashes in reused arrays. */

const blank = 32

/** Kinds of code points: part of a word, blank, or a sign that stands alone. */
const sign = 0
const word = 1
const space = 2

const pages: (Uint8Array | undefined)[] = []

/** Kind of a code point; looked up a page of 256 at a time, since regular expressions are slow one by one. */
function kindOf(codePoint: number): number {
  const page = pages[codePoint >>> 8] ?? makePage(codePoint >>> 8)
  return page[codePoint & 255] ?? sign
}

function makePage(number: number): Uint8Array {
  const page = new Uint8Array(256)
  for (let i = 0; i < 256; i++) {
    const character = String.fromCodePoint((number << 8) | i)
    page[i] = /^[\p{L}\p{M}\p{Nd}]$/u.test(character) ? word : /^\s$/u.test(character) ? space : sign
  }
  pages[number] = page
  return page
}

/** The text just cut; overwritten by the next cut. */
export interface Cut {
  /** Code points of the text, blanks included. */
  codePoints: Uint32Array
  length: number
  /** Per token: first code point, end, hash, and 1 when a blank stands before it. */
  starts: Uint32Array
  ends: Uint32Array
  hashes: Uint32Array
  blanks: Uint8Array
  tokens: number
}

export function newCut(): Cut {
  return {
    codePoints: new Uint32Array(256),
    length: 0,
    starts: new Uint32Array(64),
    ends: new Uint32Array(64),
    hashes: new Uint32Array(64),
    blanks: new Uint8Array(64),
    tokens: 0,
  }
}

/** Cuts `text`, which is normalised, into `cut`. The tokens are those of `text/tokens`. */
export function cutText(cut: Cut, text: string): void {
  reserve(cut, text.length)
  const { codePoints, starts, ends, hashes, blanks } = cut
  let length = 0
  let count = 0
  let hasBlank = 0
  let inWord = false
  let hash = 0
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i)
    if (code >= 0xd800 && code <= 0xdbff) {
      code = text.codePointAt(i) ?? code
      if (code > 0xffff) i++
    }
    const kind = code === blank ? space : kindOf(code)
    if (kind === word && inWord) {
      hash = Math.imul(hash ^ code, 0x01000193)
    } else {
      if (inWord) {
        ends[count - 1] = length
        hashes[count - 1] = finish(hash)
        inWord = false
      }
      if (kind === space) hasBlank = 1
      else {
        starts[count] = length
        blanks[count] = hasBlank
        hasBlank = 0
        hash = Math.imul(0x811c9dc5 ^ code, 0x01000193)
        if (kind === word) inWord = true
        else {
          ends[count] = length + 1
          hashes[count] = finish(hash)
        }
        count++
      }
    }
    codePoints[length++] = code
  }
  if (inWord) {
    ends[count - 1] = length
    hashes[count - 1] = finish(hash)
  }
  cut.length = length
  cut.tokens = count
}

/** The finaliser of MurmurHash3 (A. Appleby): FNV alone leaves the low bits alike. */
function finish(hash: number): number {
  let mixed = hash ^ (hash >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

function reserve(cut: Cut, length: number): void {
  if (cut.codePoints.length >= length && cut.starts.length >= length) return
  const size = Math.max(length, cut.codePoints.length * 2)
  cut.codePoints = new Uint32Array(size)
  cut.starts = new Uint32Array(size)
  cut.ends = new Uint32Array(size)
  cut.hashes = new Uint32Array(size)
  cut.blanks = new Uint8Array(size)
}
