/**
 * The index in a file: a head of JSON, then the arrays as they lie in memory, each at a multiple of eight bytes.
 *
 * ```
 * "tilmashx" | u32 length of the head | u32 checksum of all that follows it | head | … arrays …
 * ```
 */

import type { Language } from '../../model/index.ts'
import type { Part, Parts } from './part.ts'

/** What the index was made from; another store, or a store that has lost changes, makes it stale. */
export interface IndexHead {
  readonly store: string
  /** The store's change cursor when the index was saved. */
  readonly change: number
  /** Base language of the texts. */
  readonly language: Language
  /** Languages in the order of their bits in `unitLanguages`. */
  readonly languages: readonly Language[]
}

/** One more when the layout or the scoring's normal form changes; files of another one are built anew. */
const layout = 2

const magic = 'tilmashx'
const prefix = 16

const arrayNames = [
  'tokenStart',
  'tokens',
  'lengths',
  'countStart',
  'tokenBits',
  'profiles',
  'groupOf',
  'wordStart',
  'wordPoints',
  'wordHashes',
  'table',
  'postingStart',
  'postings',
  'rarer',
  'unitStart',
  'unitSequence',
  'unitText',
  'unitPrevious',
  'unitNext',
  'unitLanguages',
] as const satisfies readonly (keyof Part)[]

interface FullHead extends IndexHead {
  readonly layout: number
  readonly isLittleEndian: boolean
  readonly dead: Parts['dead']
  /** Per part the number of texts and the elements of each array, in the order of `arrayNames`. */
  readonly parts: readonly { readonly texts: number; readonly lengths: readonly number[] }[]
}

/** `allocate` gives the room for the bytes, all zeros. */
export function encodeIndex(
  head: IndexHead,
  { parts, dead }: Parts,
  allocate: (length: number) => Uint8Array = length => new Uint8Array(length),
): Uint8Array {
  const full: FullHead = {
    ...head,
    layout,
    isLittleEndian: isLittleEndian(),
    dead,
    parts: parts.map(part => ({ texts: part.texts, lengths: arrayNames.map(name => part[name].length) })),
  }
  const headBytes = new TextEncoder().encode(JSON.stringify(full))
  const start = roundUp(prefix + headBytes.length)
  const arrays = parts.flatMap(part => arrayNames.map(name => part[name]))
  const bytes = allocate(arrays.reduce((sum, array) => sum + roundUp(array.byteLength), start))
  let at = start
  for (const array of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at)
    at += roundUp(array.byteLength)
  }
  bytes.set(new TextEncoder().encode(magic), 0)
  bytes.set(headBytes, prefix)
  new Uint32Array(bytes.buffer, 8, 2).set([headBytes.length, checksum(bytes) ^ headBytes.length])
  return bytes
}

/** The index, or nothing when the bytes are none, damaged, or of another layout. The arrays are views of `bytes`. */
export function decodeIndex(bytes: Uint8Array): (Parts & { readonly head: IndexHead }) | undefined {
  const aligned = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice()
  if (aligned.length < prefix || new TextDecoder().decode(aligned.subarray(0, 8)) !== magic) return undefined
  const [length = 0, sum = 0] = new Uint32Array(aligned.buffer, aligned.byteOffset + 8, 2)
  const start = roundUp(prefix + length)
  if (aligned.length % 8 !== 0 || start > aligned.length || (checksum(aligned) ^ length) >>> 0 !== sum) return undefined
  const head = readHead(aligned.subarray(prefix, prefix + length))
  if (head === undefined) return undefined
  let at = start
  const parts: Part[] = []
  for (const { texts, lengths } of head.parts) {
    const arrays = new Map<string, Uint8Array | Uint32Array>()
    for (const [i, name] of arrayNames.entries()) {
      const size = lengths[i] ?? 0
      const byteLength = size * (isByteArray(name) ? 1 : 4)
      if (at + byteLength > aligned.length) return undefined
      const offset = aligned.byteOffset + at
      const array = isByteArray(name)
        ? new Uint8Array(aligned.buffer, offset, size)
        : new Uint32Array(aligned.buffer, offset, size)
      arrays.set(name, array)
      at += roundUp(byteLength)
    }
    // Proof: `arrayNames` are the arrays of a part, each of the kind that `isByteArray` tells.
    parts.push({ texts, ...Object.fromEntries(arrays) } as unknown as Part)
  }
  return { head, parts, dead: head.dead }
}

function readHead(bytes: Uint8Array): FullHead | undefined {
  try {
    // Proof: the checksum and the layout say that `encodeIndex` wrote it.
    const head = JSON.parse(new TextDecoder().decode(bytes)) as FullHead
    return head.layout === layout && head.isLittleEndian === isLittleEndian() ? head : undefined
  } catch {
    return undefined
  }
}

function isByteArray(name: (typeof arrayNames)[number]): boolean {
  return name === 'groupOf' || name === 'rarer'
}

function roundUp(length: number): number {
  return (length + 7) & ~7
}

function isLittleEndian(): boolean {
  return new Uint8Array(new Uint32Array([1]).buffer)[0] === 1
}

/**
 * Every step is a bijection of the running value (xor, odd factor, xor-shift), so one changed word always shows. Four
 * lanes, since each step waits for the one before it.
 */
function checksum(bytes: Uint8Array): number {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset + prefix, (bytes.length - prefix) >>> 2)
  let [a, b, c, d] = [bytes.length, 1, 2, 3]
  const whole = words.length & ~3
  for (let i = 0; i < whole; i += 4) {
    a = Math.imul(a ^ (words[i] ?? 0), 0x85ebca6b)
    b = Math.imul(b ^ (words[i + 1] ?? 0), 0x85ebca6b)
    c = Math.imul(c ^ (words[i + 2] ?? 0), 0x85ebca6b)
    d = Math.imul(d ^ (words[i + 3] ?? 0), 0x85ebca6b)
    a ^= a >>> 13
    b ^= b >>> 13
    c ^= c >>> 13
    d ^= d >>> 13
  }
  for (let i = whole; i < words.length; i++) a = Math.imul(a ^ (words[i] ?? 0), 0x85ebca6b)
  return (a ^ Math.imul(b, 0x9e3779b1) ^ Math.imul(c, 0x7feb352d) ^ Math.imul(d, 0x1b873593)) >>> 0
}
