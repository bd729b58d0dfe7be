/** Bytes → text, and exactly back. What is not text is refused in words; U+FFFD is never made up. */

import { Failure, type Place, placeAt } from '../../model/index.ts'
import { lineIndex } from '../../text/lines.ts'
import { at } from '../../text/present.ts'
import { firstInvalidUtf8, type SingleByteSet, singleByteSet } from './encodings.ts'

/** A decoded file. `text` has no byte order mark. */
export interface DecodedXml {
  readonly text: string
  /** `utf-8`, `utf-16le`, `utf-16be`, or the name of a single-byte set. */
  readonly encoding: string
  readonly hasBom: boolean
  /**
   * The inverse: the bytes of `text` in the file's encoding, with its BOM. A character a single-byte set lacks is
   * written as a character reference.
   * @throws Failure `encoding.lone-surrogate`
   */
  encode(text: string): Uint8Array
}

export interface DecodeOptions {
  /** As the user gave it; for messages. */
  readonly file: string
}

/**
 * Reads a whole file. The BOM decides, then the shape of the first bytes (UTF-16 without BOM), then the XML declaration,
 * then UTF-8.
 * @throws Failure `encoding.*`, with line and column of the first wrong byte where there is one.
 */
export function decodeXml(bytes: Uint8Array, options: DecodeOptions): DecodedXml {
  const found = detectEncoding(bytes, options.file)
  const body = found.bomLength === 0 ? bytes : bytes.subarray(found.bomLength)
  const codec = codecOf(found, options.file)
  return {
    text: codec.decode(body, () => ({ line: 1, column: 1 })),
    encoding: codec.name,
    hasBom: found.bomLength > 0,
    encode: text => withBom(bytes.subarray(0, found.bomLength), codec.encode(text)),
  }
}

/** What the first bytes say. */
export interface DetectedEncoding {
  readonly label: string
  readonly bomLength: number
}

/** @throws Failure for what is no XML text at all, and for encodings we do not read. */
export function detectEncoding(head: Uint8Array, file: string): DetectedEncoding {
  const place = placeAt(file, 1, 1)
  if (head.length === 0) throw new Failure('encoding.empty', { place })
  const hex = Array.from(head.subarray(0, 4), byte => byte.toString(16).padStart(2, '0')).join('')
  if (hex.startsWith('1f8b')) throw new Failure('encoding.compressed', { place, data: { format: 'gzip' } })
  if (hex.startsWith('504b0304')) throw new Failure('encoding.compressed', { place, data: { format: 'zip' } })
  if (hex === 'fffe0000' || hex === '0000feff' || hex === '3c000000' || hex === '0000003c')
    throw new Failure('encoding.unsupported', { place, data: { encoding: 'UTF-32' } })
  if (hex.startsWith('efbbbf')) return { label: 'utf-8', bomLength: 3 }
  if (hex.startsWith('fffe')) return { label: 'utf-16le', bomLength: 2 }
  if (hex.startsWith('feff')) return { label: 'utf-16be', bomLength: 2 }
  // `<?` or `<x` in two-byte units: UTF-16 as XML 1.0 appendix F detects it.
  if (/^3c00..00$/.test(hex) && hex !== '3c000000') return { label: 'utf-16le', bomLength: 0 }
  if (/^003c00/.test(hex)) return { label: 'utf-16be', bomLength: 0 }
  const declaration = declaredEncoding(head)
  if (declaration === undefined) {
    if (isBinary(head)) throw new Failure('encoding.binary', { place })
    return { label: 'utf-8', bomLength: 0 }
  }
  return { label: declaration, bomLength: 0 }
}

/** Bytes read for the declaration: its length in practice is below 100. */
const declarationBytes = 512

function declaredEncoding(head: Uint8Array): string | undefined {
  let text = ''
  for (const byte of head.subarray(0, declarationBytes)) text += String.fromCharCode(byte)
  return /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*(?:"([^"]*)"|'([^']*)')/
    .exec(text)
    ?.slice(1)
    .find(name => name !== undefined)
}

/** No XML starts so: zero bytes or many control characters before any `<`. */
function isBinary(head: Uint8Array): boolean {
  const sample = head.subarray(0, declarationBytes)
  if (sample.includes(0x3c)) return false
  let controls = 0
  for (const byte of sample) if (byte === 0 || (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13)) controls++
  return controls > 0 && controls * 10 >= sample.length
}

interface LineColumn {
  readonly line: number
  readonly column: number
}

/** One encoding. `decode` asks where its first byte stands, so that a piece of a stream reports true places. */
export interface Codec {
  readonly name: string
  decode(bytes: Uint8Array, begin: () => LineColumn): string
  encode(text: string): Uint8Array
  /** Length of the whole characters in a piece, up to the last tag in it where that is near the end. */
  cut(bytes: Uint8Array): number
}

/** @throws Failure `encoding.unsupported`, `encoding.mismatch` */
export function codecOf(found: DetectedEncoding, file: string): Codec {
  const label = found.label.toLowerCase()
  if (label === 'utf-8' || label === 'utf8') return utf8Codec(file)
  if (label === 'utf-16le' || label === 'utf-16be') {
    if (found.bomLength > 0 || found.label === label) return utf16Codec(label, file)
  }
  // A declaration of UTF-16 in a file whose bytes are not: the declaration lies.
  if (/^(?:utf-?16|ucs-?2|iso-10646-ucs-2|unicode)/.test(label)) {
    throw new Failure('encoding.mismatch', { data: { encoding: found.label }, place: placeAt(file, 1, 1) })
  }
  const set = singleByteSet(found.label)
  if (set === undefined) {
    throw new Failure('encoding.unsupported', { data: { encoding: found.label }, place: placeAt(file, 1, 1) })
  }
  return singleByteCodec(set, file)
}

function utf8Codec(file: string): Codec {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  return {
    name: 'utf-8',
    decode(bytes, begin) {
      try {
        return decoder.decode(bytes)
      } catch {
        // TypeError: some byte is not UTF-8.
        const bad = firstInvalidUtf8(bytes)
        const place = placeAfter(decoder.decode(bytes.subarray(0, bad)), file, begin)
        throw invalidByte('encoding.invalid-utf8', at(bytes, bad), place)
      }
    },
    encode(text) {
      refuseLoneSurrogate(text, file)
      return new TextEncoder().encode(text)
    },
    cut: bytes => endOfTag(bytes) ?? bytes.length - utf8Tail(bytes),
  }
}

/** Length of the incomplete character at the end. */
function utf8Tail(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = at(bytes, bytes.length - back)
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0
  }
  return 0
}

/** Behind the last `>`, when it is near the end: text cut there need not be joined with what follows. */
function endOfTag(bytes: Uint8Array): number | undefined {
  const end = bytes.lastIndexOf(0x3e) + 1
  return end > 0 && bytes.length - end <= tailBytes ? end : undefined
}

const tailBytes = 4096

function utf16Codec(name: 'utf-16le' | 'utf-16be', file: string): Codec {
  const isLittle = name === 'utf-16le'
  const decoder = new TextDecoder(name, { fatal: true, ignoreBOM: true })
  return {
    name,
    decode(bytes, begin) {
      try {
        return decoder.decode(bytes)
      } catch {
        // TypeError: an odd byte at the end or a lone surrogate. The units before it are read to find its place.
        const units = readUnits(bytes, isLittle)
        const bad = loneSurrogate.exec(units)?.index ?? units.length
        const byte = at(bytes, bad * 2)
        throw invalidByte('encoding.invalid-utf16', byte, placeAfter(units.slice(0, bad), file, begin))
      }
    },
    encode(text) {
      refuseLoneSurrogate(text, file)
      const out = new Uint8Array(text.length * 2)
      const low = isLittle ? 0 : 1
      for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i)
        out[i * 2 + low] = unit & 255
        out[i * 2 + 1 - low] = unit >> 8
      }
      return out
    },
    cut(bytes) {
      const even = bytes.length - (bytes.length % 2)
      const high = bytes[even - (isLittle ? 1 : 2)]
      return high !== undefined && high >= 0xd8 && high <= 0xdb ? even - 2 : even
    },
  }
}

function readUnits(bytes: Uint8Array, isLittle: boolean): string {
  let units = ''
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    const first = at(bytes, i)
    const second = at(bytes, i + 1)
    units += String.fromCharCode(isLittle ? first | (second << 8) : second | (first << 8))
  }
  return units
}

function singleByteCodec(set: SingleByteSet, file: string): Codec {
  return {
    name: set.name,
    decode(bytes, begin) {
      const pieces: string[] = []
      for (let from = 0; from < bytes.length; from += pieceBytes) {
        let piece = ''
        for (const byte of bytes.subarray(from, from + pieceBytes)) {
          const character = set.characters[byte]
          if (character === undefined) {
            throw invalidByte('encoding.invalid-byte', byte, placeAfter(pieces.join('') + piece, file, begin), set.name)
          }
          piece += character
        }
        pieces.push(piece)
      }
      return pieces.join('')
    },
    encode(text) {
      refuseLoneSurrogate(text, file)
      const out: number[] = []
      for (const character of text) {
        const byte = set.bytes.get(character)
        if (byte !== undefined) out.push(byte)
        else for (const digit of `&#${character.codePointAt(0)};`) out.push(digit.charCodeAt(0))
      }
      return Uint8Array.from(out)
    },
    cut: bytes => endOfTag(bytes) ?? bytes.length,
  }
}

const pieceBytes = 1 << 16

const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

function withBom(bom: Uint8Array, body: Uint8Array): Uint8Array {
  if (bom.length === 0) return body
  const out = new Uint8Array(bom.length + body.length)
  out.set(bom)
  out.set(body, bom.length)
  return out
}

function refuseLoneSurrogate(text: string, file: string): void {
  if (text.isWellFormed()) return
  const bad = text.search(loneSurrogate)
  throw new Failure('encoding.lone-surrogate', {
    place: placeAfter(text.slice(0, bad), file, () => ({ line: 1, column: 1 })),
  })
}

function invalidByte(code: string, byte: number, place: Place, encoding = ''): Failure {
  const shown = byte.toString(16).toUpperCase().padStart(2, '0')
  return new Failure(code, { data: { byte: shown, encoding }, place })
}

function placeAfter(text: string, file: string, from: () => LineColumn): Place {
  const begin = from()
  const { line, column } = lineIndex(text).position(text.length)
  return placeAt(file, begin.line + line - 1, line === 1 ? begin.column + column - 1 : column)
}
