/** Character sets of one byte a character: read by the platform's tables, written by the same tables turned round. */

import { at } from '../../text/present.ts'

/** A set where byte ↔ character is one to one, so that writing gives every byte back. */
export interface SingleByteSet {
  /** WHATWG name. */
  readonly name: string
  /** Character of each byte; undefined where the set has none. */
  readonly characters: readonly (string | undefined)[]
  readonly bytes: ReadonlyMap<string, number>
}

/** Names we read. ISO-8859-1 and US-ASCII are kept as XML means them, not as windows-1252. */
const families =
  /^(?:windows-125[0-8]|cp125[0-8]|iso-?8859-(?:[1-9]|1[0134-6])|koi8-[ru]|ibm866|cp866|us-ascii|ascii|latin1|macintosh|x-mac-cyrillic)$/

/** The set of a declared name, or undefined when we know none by it. */
export function singleByteSet(label: string): SingleByteSet | undefined {
  const name = label.toLowerCase()
  if (!families.test(name)) return undefined
  if (name === 'us-ascii' || name === 'ascii') return setOf('us-ascii', byte => (byte < 128 ? byte : undefined))
  if (name === 'latin1' || /^iso-?8859-1$/.test(name)) return setOf('iso-8859-1', byte => byte)
  const decoder = new TextDecoder(name === 'cp866' ? 'ibm866' : name.replace(/^cp/, 'windows-'), { fatal: true })
  return setOf(decoder.encoding, byte => {
    try {
      return decoder.decode(Uint8Array.of(byte)).charCodeAt(0)
    } catch {
      // TypeError: the set has no character for this byte.
      return undefined
    }
  })
}

function setOf(name: string, characterOf: (byte: number) => number | undefined): SingleByteSet {
  const characters: (string | undefined)[] = []
  const bytes = new Map<string, number>()
  for (let byte = 0; byte < 256; byte++) {
    const code = characterOf(byte)
    const character = code === undefined ? undefined : String.fromCharCode(code)
    characters.push(character)
    if (character !== undefined) bytes.set(character, byte)
  }
  return { name, characters, bytes }
}

/** Offset of the first byte that is not UTF-8 (Unicode 16, table 3-7), or -1. */
export function firstInvalidUtf8(bytes: Uint8Array): number {
  let i = 0
  while (i < bytes.length) {
    const lead = at(bytes, i)
    if (lead < 0x80) {
      i++
      continue
    }
    const length =
      lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0
    if (length === 0 || i + length > bytes.length) return i
    const second = at(bytes, i + 1)
    const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
    const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
    if (second < low || second > high) return i
    for (let k = 2; k < length; k++) if ((at(bytes, i + k) & 0xc0) !== 0x80) return i
    i += length
  }
  return -1
}
