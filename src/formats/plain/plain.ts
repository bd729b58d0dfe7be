/** Plain text: a paragraph a line. The one door for every text file that is not XML: it decodes strictly, or says why not. */

import { Failure, type Place, type Position, placeAt, type Span } from '../../model/index.ts'

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be'

/** One line without its line end. Offsets in UTF-16 units of the decoded text. */
export interface Paragraph extends Span {
  readonly text: string
}

export interface PlainText {
  /** Without the byte order mark. */
  readonly text: string
  readonly encoding: TextEncoding
  readonly hasBom: boolean
  /** Every line in order, empty ones too. A final line end begins no line. Lines end at LF, CRLF or CR. */
  readonly paragraphs: readonly Paragraph[]
  /** Bytes of another text in the encoding of this file, with its byte order mark. */
  encode(text: string): Uint8Array
}

export interface ReadPlainOptions {
  /** Path as the user gave it, for messages. */
  readonly file: string
}

/**
 * Decodes UTF-8 (strictly), or UTF-16 when a byte order mark says so.
 * @throws Failure `plain.not-utf8`, `plain.windows-1251`, `plain.utf16-without-bom`, `plain.utf16-broken`, `plain.binary`,
 *   each with the place of the first byte that cannot be read.
 */
export function readPlain(bytes: Uint8Array, { file }: ReadPlainOptions): PlainText {
  const { text, encoding, hasBom } = decodeText(bytes, { file })
  return {
    text,
    encoding,
    hasBom,
    paragraphs: paragraphsOf(text),
    encode: other => encodeText(other, encoding, hasBom),
  }
}

/** Bytes of a text; UTF-8 without a byte order mark unless told otherwise. A lone surrogate is a bug of the caller: U+FFFD in UTF-8. */
export function encodeText(text: string, encoding: TextEncoding = 'utf-8', withBom = false): Uint8Array {
  const whole = withBom ? `\uFEFF${text}` : text
  if (encoding === 'utf-8') return new TextEncoder().encode(whole)
  const bytes = new Uint8Array(whole.length * 2)
  const high = encoding === 'utf-16le' ? 1 : 0
  for (let i = 0; i < whole.length; i++) {
    const unit = whole.charCodeAt(i)
    bytes[2 * i + high] = unit >> 8
    bytes[2 * i + 1 - high] = unit & 0xff
  }
  return bytes
}

/** The lines of a decoded text. */
export function paragraphsOf(text: string): readonly Paragraph[] {
  const paragraphs: Paragraph[] = []
  const lineEnd = /\r\n?|\n/g
  let start = 0
  for (let found = lineEnd.exec(text); found !== null; found = lineEnd.exec(text)) {
    paragraphs.push({ start, end: found.index, text: text.slice(start, found.index) })
    start = lineEnd.lastIndex
  }
  if (start < text.length) paragraphs.push({ start, end: text.length, text: text.slice(start) })
  return paragraphs
}

interface Decoded {
  readonly text: string
  readonly encoding: TextEncoding
  readonly hasBom: boolean
}

/** The decoding of {@link readPlain} alone, for formats that cut the text in another way (CSV, JSON, PO). Throws as it does. */
export function decodeText(bytes: Uint8Array, { file }: ReadPlainOptions): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, 'utf-16le', file)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, 'utf-16be', file)
  const hasBom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const body = hasBom ? bytes.subarray(3) : bytes
  const nul = body.indexOf(0)
  if (nul >= 0) throw nulFailure(body, nul, file)
  const control = controlCharacters(body)
  if (control >= 0) throw nulFailure(body, control, file)
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body), encoding: 'utf-8', hasBom }
  } catch {
    throw notUtf8(body, file)
  }
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be', file: string): Decoded {
  const body = bytes.subarray(2)
  // ignoreBOM keeps a second mark: it is text (ZERO WIDTH NO-BREAK SPACE) then.
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(body)
  const nul = text.indexOf('\0')
  if (nul >= 0) throw new Failure('plain.binary', { place: placeOf(file, text.slice(0, nul)) })
  const high = encoding === 'utf-16le' ? 1 : 0
  for (let i = 0; i + 1 < body.length; i += 2) {
    const unit = body[i + high] ?? 0
    if ((unit & 0xf8) !== 0xd8) continue
    const next = i + 3 < body.length ? (body[i + 2 + high] ?? 0) : 0
    if ((unit & 0xfc) === 0xd8 && (next & 0xfc) === 0xdc) i += 2
    else throw brokenUtf16(text, i / 2, file)
  }
  if (body.length % 2 !== 0) throw brokenUtf16(text, (body.length - 1) / 2, file)
  return { text, encoding, hasBom: true }
}

function brokenUtf16(text: string, unit: number, file: string): Failure {
  return new Failure('plain.utf16-broken', { place: placeOf(file, text.slice(0, unit)) })
}

/**
 * Cyrillic UTF-16 without a mark has no NUL but an 0x04 in every letter: where more than a tenth of the bytes are controls
 * that no text uses (all but BEL..CR and ESC), it is no UTF-8 text. Returns the offset of the first one, or −1.
 */
function controlCharacters(body: Uint8Array): number {
  const end = Math.min(body.length, 4096)
  let count = 0
  let first = -1
  for (let i = 0; i < end; i++) {
    const byte = body[i] ?? 0
    if (byte > 0x1f || (byte >= 7 && byte <= 13) || byte === 0x1b) continue
    count++
    if (first < 0) first = i
  }
  return count * 10 > end ? first : -1
}

/** A NUL is UTF-16 without a mark when every other byte near it is one; else the file is no text. */
function nulFailure(body: Uint8Array, nul: number, file: string): Failure {
  const sample = body.subarray(0, Math.min(body.length & ~1, 4096))
  const highs = [0, 0]
  // The high byte of Western characters is 0, of Cyrillic ones 4.
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0 || sample[i] === 4) highs[i & 1] = (highs[i & 1] ?? 0) + 1
  const [even = 0, odd = 0] = highs
  // In UTF-16 nearly every pair has such a byte on one and the same side; a half and a tenth are guesses far from both.
  const isUtf16 = Math.max(even, odd) >= sample.length / 4 && Math.min(even, odd) * 10 <= Math.max(even, odd)
  const code = isUtf16 ? 'plain.utf16-without-bom' : 'plain.binary'
  return new Failure(code, { place: placeOf(file, new TextDecoder().decode(body.subarray(0, nul))) })
}

function notUtf8(body: Uint8Array, file: string): Failure {
  const at = firstInvalidByte(body)
  const place = placeOf(file, new TextDecoder('utf-8', { ignoreBOM: true }).decode(body.subarray(0, at)))
  const byte = `0x${(body[at] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`
  return new Failure(isLikelyWindows1251(body) ? 'plain.windows-1251' : 'plain.not-utf8', { place, data: { byte } })
}

/** Offset of the first byte that begins no well-formed UTF-8 sequence (Unicode 16, table 3-7). */
function firstInvalidByte(bytes: Uint8Array): number {
  let i = 0
  while (i < bytes.length) {
    const length = sequenceLength(bytes, i)
    if (length === 0) return i
    i += length
  }
  return i
}

function sequenceLength(bytes: Uint8Array, i: number): number {
  const lead = bytes[i] ?? 0
  if (lead < 0x80) return 1
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
  for (let k = 1; k < length; k++) {
    const byte = bytes[i + k] ?? 0
    if (byte < (k === 1 ? low : 0x80) || byte > (k === 1 ? high : 0xbf)) return 0
  }
  return length
}

/** Cyrillic letters of windows-1251 stand in 0xC0–0xFF and mostly beside each other; one stray Latin-1 byte does not. */
function isLikelyWindows1251(bytes: Uint8Array): boolean {
  let high = 0
  let pairs = 0
  const end = Math.min(bytes.length, 65536)
  for (let i = 0; i < end; i++) {
    if ((bytes[i] ?? 0) < 0xc0) continue
    high++
    if ((bytes[i + 1] ?? 0) >= 0xc0) pairs++
  }
  return high >= 3 && pairs * 2 >= high
}

/** Place after `before`, the decoded text up to it. */
function placeOf(file: string, before: string): Place {
  const { line, column } = endOf(before)
  return placeAt(file, line, column)
}

function endOf(text: string): Position {
  let line = 1
  let start = 0
  for (const found of text.matchAll(/\r\n?|\n/g)) {
    line++
    start = found.index + found[0].length
  }
  return { line, column: text.length - start + 1 }
}
