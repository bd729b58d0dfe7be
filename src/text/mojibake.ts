/** Text read in the wrong encoding, and what it was. */

import { once } from './once.ts'

export interface Mojibake {
  readonly start: number
  readonly end: number
  readonly kind: 'replacement' | 'utf-8' | 'windows-1251' | 'question-marks'
  /** The text as it was meant, where it can be told. */
  readonly repaired?: string
}

/** UTF-8 read as windows-1252: every Cyrillic letter became Ð, Ñ, Ò, Ó and one more sign; dashes and quotes became â€…. */
const utf8AsLatin =
  /[ÐÑÒÓ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|â€[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u02c6\u02dc\u2013-\u203a\u20ac\u2122]/gu
/** UTF-8 read as windows-1251: «РџСЂРёРІРµС‚», «Т›Р°Р·Р°Т›». */
const utf8AsCyrillic =
  /(?:[РСТУ][\u0402-\u040f\u0452-\u045f\u00a0-\u00bf\u0490\u0491\u2013-\u203a\u20ac\u2116\u2122\u0401\u0404\u0406\u0407\u0451\u0454\u0456\u0457\u0458]){3,}/u
/** windows-1251 read as Latin-1: «òàêæå». Three such letters in a row are in no language of Europe. */
const latinForCyrillic = /[À-ÖØ-öø-ÿ]{2,}(?:[ ,.\-–]{1,2}[À-ÖØ-öø-ÿ]+)*/gu
const replaced = once(() => /\p{L}{0,40}\ufffd+\p{L}{0,40}/gu)
const questionMarks = once(
  () =>
    /\p{Script=Cyrillic}{0,40}(?:\p{Script=Cyrillic}\?+\p{Ll}|(?<![\p{L}?!])\?+\p{Script=Cyrillic})[\p{Script=Cyrillic}?]*/gu,
)

/** All stretches of `text` that were read in the wrong encoding. `isCyrillic`: the language is written so. */
export function mojibake(text: string, isCyrillic: boolean): readonly Mojibake[] {
  const found: Mojibake[] = []
  if (text.includes('\ufffd')) {
    for (const match of text.matchAll(replaced()))
      found.push({ start: match.index, end: match.index + match[0].length, kind: 'replacement' })
  }
  const isUtf8 = /[ÐÑÒÓ]|â€/.test(text) && [...text.matchAll(utf8AsLatin)].length > (text.includes('â€') ? 0 : 1)
  if (isUtf8) {
    found.push({ start: 0, end: text.length, kind: 'utf-8', ...withRepair(decodeUtf8(text, latinByte)) })
    return found
  }
  const cyrillic = /[РСТУ][\u0402-\u040f\u0452-\u045f\u00a0-\u00bf\u0490\u0491\u2013-\u203a\u20ac\u2116\u2122]/.test(
    text,
  )
    ? utf8AsCyrillic.exec(text)
    : null
  if (cyrillic !== null) {
    found.push({ start: 0, end: text.length, kind: 'utf-8', ...withRepair(decodeUtf8(text, cyrillicByte)) })
    return found
  }
  if (!isCyrillic) return found
  if (/[À-ÿ]{2}/.test(text)) {
    for (const match of text.matchAll(latinForCyrillic)) {
      const before = text[match.index - 1] ?? ' '
      const after = text[match.index + match[0].length] ?? ' '
      if (/[A-Za-z]/.test(before) || /[A-Za-z]/.test(after)) continue
      found.push({
        start: match.index,
        end: match.index + match[0].length,
        kind: 'windows-1251',
        ...withRepair(fromWindows1251(match[0])),
      })
    }
  }
  if (text.includes('?') && !/\?\w*=/.test(text)) {
    for (const match of text.matchAll(questionMarks())) {
      found.push({ start: match.index, end: match.index + match[0].length, kind: 'question-marks' })
    }
  }
  return found
}

function withRepair(repaired: string | undefined): { readonly repaired?: string } {
  return repaired === undefined ? {} : { repaired }
}

/** The bytes a text had before it was read in a one-byte encoding, decoded as UTF-8; undefined when they are none. */
function decodeUtf8(text: string, byteOf: (code: number) => number | undefined): string | undefined {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) {
    const byte = byteOf(text.charCodeAt(i))
    if (byte === undefined) return undefined
    bytes[i] = byte
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Not UTF-8 after all, or a byte was lost on the way.
    return undefined
  }
}

function fromWindows1251(text: string): string | undefined {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code > 255) return undefined
    bytes[i] = code
  }
  return tables().decode1251(bytes)
}

interface Tables {
  readonly latin: ReadonlyMap<number, number>
  readonly cyrillic: ReadonlyMap<number, number>
  readonly decode1251: (bytes: Uint8Array) => string
}

let kept: Tables | undefined

/** Made when first needed; the same every time. */
function tables(): Tables {
  if (kept !== undefined) return kept
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte)
  const table = (label: string): Map<number, number> => {
    const decoded = new TextDecoder(label).decode(all)
    return new Map([...decoded].map((character, byte) => [character.charCodeAt(0), byte]))
  }
  const decoder = new TextDecoder('windows-1251')
  kept = { latin: table('windows-1252'), cyrillic: table('windows-1251'), decode1251: bytes => decoder.decode(bytes) }
  return kept
}

function latinByte(code: number): number | undefined {
  return tables().latin.get(code) ?? (code < 256 ? code : undefined)
}

function cyrillicByte(code: number): number | undefined {
  return tables().cyrillic.get(code)
}
