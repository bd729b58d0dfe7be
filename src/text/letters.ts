/**
 * Letters and marks by table for Latin, Greek and Cyrillic, by Unicode property beyond. The first use of `\p{L}` in a regular
 * expression costs milliseconds of compilation, more than most checks of one file; a table costs none and is faster after.
 */

/** Code points below this are looked up: all of Latin, Greek, Cyrillic. */
const tabled = 0x530

const kinds = { none: 0, letter: 1, mark: 2 } as const

/** General categories L and M below U+0530 (Unicode 16), first and last code point of each run. */
const letterRuns = [
  0x41, 0x5a, 0x61, 0x7a, 0xaa, 0xaa, 0xb5, 0xb5, 0xba, 0xba, 0xc0, 0xd6, 0xd8, 0xf6, 0xf8, 0x2c1, 0x2c6, 0x2d1, 0x2e0,
  0x2e4, 0x2ec, 0x2ec, 0x2ee, 0x2ee, 0x370, 0x374, 0x376, 0x377, 0x37a, 0x37d, 0x37f, 0x37f, 0x386, 0x386, 0x388, 0x38a,
  0x38c, 0x38c, 0x38e, 0x3a1, 0x3a3, 0x3f5, 0x3f7, 0x481, 0x48a, 0x52f,
] as const
const markRuns = [0x300, 0x36f, 0x483, 0x489] as const

const table = new Uint8Array(tabled)
fill(letterRuns, kinds.letter)
fill(markRuns, kinds.mark)

function fill(runs: readonly number[], kind: number): void {
  for (let i = 0; i < runs.length; i += 2) table.fill(kind, runs[i], (runs[i + 1] ?? 0) + 1)
}

/** General category L. */
export function isLetter(codePoint: number): boolean {
  return codePoint < tabled ? table[codePoint] === kinds.letter : rareKind(codePoint) === kinds.letter
}

/** General category L or M. */
export function isLetterOrMark(codePoint: number): boolean {
  return (codePoint < tabled ? table[codePoint] : rareKind(codePoint)) !== kinds.none
}

/** General category Lu. */
export function isCapital(codePoint: number): boolean {
  if (codePoint >= tabled) return rareKind(codePoint) === kinds.letter && isRareCapital(codePoint)
  if (table[codePoint] !== kinds.letter) return false
  // ϒ ϓ ϔ are capitals without small letters.
  if (codePoint >= 0x3d2 && codePoint <= 0x3d4) return true
  const letter = String.fromCodePoint(codePoint)
  return letter !== letter.toLowerCase() && letter === letter.toUpperCase()
}

/** Maximal runs of letters and marks: `[start, end)` in UTF-16 units. */
export function* lettersIn(
  text: string,
): Generator<{ readonly text: string; readonly start: number; readonly end: number }> {
  for (let i = 0; i < text.length; ) {
    const start = i
    i = endOfLetters(text, i)
    if (i > start) yield { text: text.slice(start, i), start, end: i }
    else i += (text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1
  }
}

/** Index behind the letters and marks that begin at `start`. */
export function endOfLetters(text: string, start: number): number {
  let i = start
  while (i < text.length) {
    const codePoint = text.codePointAt(i) ?? 0
    if (!isLetterOrMark(codePoint)) break
    i += codePoint > 0xffff ? 2 : 1
  }
  return i
}

const rare = new Map<number, number>()

function isRareCapital(codePoint: number): boolean {
  return /\p{Lu}/u.test(String.fromCodePoint(codePoint))
}

function rareKind(codePoint: number): number {
  // General punctuation, arrows, signs up to CJK symbols: no letters of running text; the commonest marks are here.
  if (codePoint >= 0x2010 && codePoint <= 0x2070) return kinds.none
  let kind = rare.get(codePoint)
  if (kind === undefined) {
    const character = String.fromCodePoint(codePoint)
    kind = /\p{L}/u.test(character) ? kinds.letter : /\p{M}/u.test(character) ? kinds.mark : kinds.none
    rare.set(codePoint, kind)
  }
  return kind
}
