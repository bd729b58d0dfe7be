/** Classes of characters the rules speak of: once as a table for the scanner, once as a pattern for SRX. */

const kinds = {
  other: 0,
  space: 1,
  lower: 2,
  upper: 3,
  /** Letters without case. */
  letter: 4,
  digit: 5,
  /** Combining marks, soft hyphen, joiners: part of a word. */
  mark: 6,
  /** Opening brackets and quotes. */
  open: 7,
  /** Closing brackets and quotes, zero-width characters: they belong to the sentence before. */
  close: 8,
  /** `"` `'` “ ” ‘ ’, which open or close according to where they stand. */
  quote: 9,
  dash: 10,
  /** `.` and its full-width forms. */
  period: 11,
  /** `!` and `?` in all scripts. */
  exclamation: 12,
  ellipsis: 13,
  /** `,` `;` `:` and what else cannot begin a sentence. */
  continuing: 14,
  /** Pictures that follow a sentence. */
  emoji: 15,
  /** Pictures and signs that begin an item. */
  bullet: 16,
  /** Ends a paragraph. */
  line: 17,
} as const
export const kind: typeof kinds = kinds

/** Bodies of regular-expression classes, ICU syntax; the table below is made from the same lists. */
export const patterns = {
  space: '\\s\\uFEFF',
  open: '(\\[{«„‹‚¿¡',
  close: ')\\]}»›\\u200B-\\u200F\\u2060\\uFE0F',
  quote: '"\'“”‘’`*_',
  dash: '\\-‐‑‒–—―',
  period: '.．｡。',
  exclamation: '!?！？‼⁇⁈⁉؟՞՜',
  ellipsis: '…',
  continuing: ',;:/،؛',
  bullet: '•▪▫■□●○◦‣⁃◆◇★☆✓✔✅❗❓➡➤►▶☑☛☞🔹🔸🔵🔴🔺🔻📌📍👉🔥⚡',
  /** Signs that join a letter to what it is not: `Ctrl+S`, `N/A`, `25 °C`, `%S`. */
  joiner: '/+%\\$#\\&=@\\\\°\\^',
  emoji: '☀-➿⭐⭕\\x{1F000}-\\x{1FAFF}',
} as const

/** Filled on demand, so that importing costs nothing; 255 is "not asked yet". */
const table = new Uint8Array(0x10000).fill(255)

/** Class of the code point at `offset`, of which either half may be asked; a lone surrogate or the end is `other`. */
export function kindAt(text: string, offset: number): number {
  // Asking the table for NaN, the unit behind the end, would make every question slow.
  if (offset >>> 0 >= text.length) return kind.other
  const unit = text.charCodeAt(offset)
  const known = table[unit] ?? 255
  return known === 255 ? learn(text, offset, unit) : known
}

function learn(text: string, offset: number, unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return kindOfPair(text, offset)
  const found = classify(String.fromCharCode(unit))
  table[unit] = found
  return found
}

/** True when the code point at `offset` takes two units. */
export function isPair(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset)
  if (unit < 0xd800 || unit > 0xdbff) return false
  const next = text.charCodeAt(offset + 1)
  return next >= 0xdc00 && next <= 0xdfff
}

function kindOfPair(text: string, offset: number): number {
  const from = offset > 0 && isPair(text, offset - 1) ? offset - 1 : offset
  return isPair(text, from) ? classify(String.fromCodePoint(text.codePointAt(from) ?? 0)) : kind.other
}

function classify(character: string): number {
  for (const [test, found] of classes) if (test.test(character)) return found
  return kind.other
}

/** In the order of asking: the emoji range holds bullets, `\p{M}` holds the variation selector. */
const classes: readonly (readonly [RegExp, number])[] = [
  [/^[\n\r\u2028\u2029]$/u, kind.line],
  [/^[\s\uFEFF]$/u, kind.space],
  [/^[.．｡。]$/u, kind.period],
  [/^[!?！？‼⁇⁈⁉؟՞՜]$/u, kind.exclamation],
  [/^…$/u, kind.ellipsis],
  [/^[([{«„‹‚¿¡]$/u, kind.open],
  [/^[)\]}»›\u200B-\u200F\u2060\uFE0F]$/u, kind.close],
  [/^["'“”‘’`*_]$/u, kind.quote],
  [/^[-‐‑‒–—―]$/u, kind.dash],
  [/^[,;:/،؛]$/u, kind.continuing],
  [/^\p{Ll}$/u, kind.lower],
  [/^[\p{Lu}\p{Lt}]$/u, kind.upper],
  [/^\p{L}$/u, kind.letter],
  [/^\p{Nd}$/u, kind.digit],
  [/^[•▪▫■□●○◦‣⁃◆◇★☆✓✔✅❗❓➡➤►▶☑☛☞🔹🔸🔵🔴🔺🔻📌📍👉🔥⚡]$/u, kind.bullet],
  [/^[☀-➿⭐⭕\u{1F000}-\u{1FAFF}]$/u, kind.emoji],
  [/^[\p{M}\u00AD]$/u, kind.mark],
]
