/** The characters of XML 1.0 (fifth edition, productions 2 to 4a), as UTF-16 units and code points. */

export const unit = {
  tab: 9,
  lineFeed: 10,
  carriageReturn: 13,
  bang: 33,
  quotation: 34,
  hash: 35,
  ampersand: 38,
  apostrophe: 39,
  slash: 47,
  colon: 58,
  semicolon: 59,
  less: 60,
  equals: 61,
  greater: 62,
  question: 63,
  leftBracket: 91,
  rightBracket: 93,
  /** From here on a unit may be half of a character, or none. */
  surrogates: 0xd800,
  byteOrderMark: 0xfeff,
} as const

const nameStarts: readonly (readonly [first: number, last: number])[] = [
  [unit.colon, unit.colon],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
  [0xc0, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0x2ff],
  [0x370, 0x37d],
  [0x37f, 0x1fff],
  [0x200c, 0x200d],
  [0x2070, 0x218f],
  [0x2c00, 0x2fef],
  [0x3001, 0xd7ff],
  [0xf900, 0xfdcf],
  [0xfdf0, 0xfffd],
]
const nameRests: typeof nameStarts = [
  [0x2d, 0x2e],
  [0x30, 0x39],
  [0xb7, 0xb7],
  [0x300, 0x36f],
  [0x203f, 0x2040],
]

export function isBlank(code: number): boolean {
  return code === 32 || code === unit.lineFeed || code === unit.tab || code === unit.carriageReturn
}

/** `Char`, of a code point; half a surrogate pair is none. */
export function isXmlCharacter(code: number): boolean {
  return (
    (code >= 32 && code < unit.surrogates) ||
    isBlank(code) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  )
}

/** What a UTF-16 unit may be, as bits of {@link kindOf}. */
export const kind = {
  nameStart: 1,
  nameRest: 2,
  /** Needs a look in text: controls, `&`, `<`, `]`, surrogates, U+FFFE, U+FFFF. */
  textStop: 4,
  /** Needs a look in an attribute's value: the same with quotes and tabs, without `]`. */
  valueStop: 8,
} as const

/**
 * Kinds of all units. One look into a table, where comparing would guess wrong at the end of every word (of a text all bytes but
 * a few stay untouched, so it is cheap).
 */
export const kindOf: Uint8Array = kinds()

function kinds(): Uint8Array {
  const table = new Uint8Array(0x10000)
  // Whole ranges at a time: a loop over all units would take as long as reading a small file.
  const put = (bits: number, ranges: readonly (readonly [first: number, last: number])[]): void => {
    for (const [first, last] of ranges) table.fill(bits, first, last + 1)
  }
  put(kind.nameStart | kind.nameRest, nameStarts)
  put(kind.nameRest, nameRests)
  put(kind.textStop | kind.valueStop, [
    [0, 31],
    [unit.ampersand, unit.ampersand],
    [unit.less, unit.less],
    [unit.surrogates, 0xdfff],
    [0xfffe, 0xffff],
  ])
  table[unit.tab] = kind.valueStop
  table[unit.rightBracket] = kind.textStop
  table[unit.quotation] = kind.valueStop
  table[unit.apostrophe] = kind.valueStop
  return table
}

const largestUnit = 0xffff

/** `NameStartChar`. */
export function isNameStart(point: number): boolean {
  if (point > largestUnit) return point <= lastNamePoint
  return ((kindOf[point] ?? 0) & kind.nameStart) !== 0
}

/** `NameChar`. */
export function isNameCharacter(point: number): boolean {
  if (point > largestUnit) return point <= lastNamePoint
  // Proof of `as`: the table has every unit, and undefined (behind the end, NaN) has no bits.
  return ((kindOf[point] as number) & kind.nameRest) !== 0
}

/** The code point at an offset; NaN behind the end, where `codePointAt` gives what no arithmetic takes. */
export function pointAt(text: string, at: number): number {
  return text.codePointAt(at) ?? Number.NaN
}

const lastNamePoint = 0xeffff
