/**
 * Typed arrays in a file: a head of JSON, then the arrays as they lie in memory, each at a multiple of eight bytes.
 *
 * ```
 * magic, 8 letters | u32 length of the head | u32 checksum of all that follows it | head | … arrays …
 * ```
 */

export type SavedArray = Uint8Array | Uint16Array | Uint32Array | Float64Array

/** Gives the arrays of a file in the order in which they were saved; undefined beyond the end of the file. */
export interface ArrayReader {
  bytes(length: number): Uint8Array | undefined
  shorts(length: number): Uint16Array | undefined
  numbers(length: number): Uint32Array | undefined
  doubles(length: number): Float64Array | undefined
}

const prefix = 16

/** `allocate` gives the room for the bytes, all zeros. */
export function encodeArrays(
  magic: string,
  head: object,
  arrays: readonly SavedArray[],
  allocate: (length: number) => Uint8Array = length => new Uint8Array(length),
): Uint8Array {
  const headBytes = new TextEncoder().encode(JSON.stringify({ ...head, isLittleEndian: isLittleEndian() }))
  const start = roundUp(prefix + headBytes.length)
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

/**
 * The head as it was given, and the arrays as views of `bytes`; nothing when the bytes are damaged, or of another kind or
 * another machine.
 */
export function decodeArrays(
  bytes: Uint8Array,
  magic: string,
): { readonly head: unknown; readonly arrays: ArrayReader } | undefined {
  const aligned = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice()
  if (aligned.length < prefix || new TextDecoder().decode(aligned.slice(0, 8)) !== magic) return undefined
  const [length = 0, sum = 0] = new Uint32Array(aligned.buffer, aligned.byteOffset + 8, 2)
  const start = roundUp(prefix + length)
  if (aligned.length % 8 !== 0 || start > aligned.length || (checksum(aligned) ^ length) >>> 0 !== sum) return undefined
  const head = readHead(aligned.slice(prefix, prefix + length))
  return head === undefined ? undefined : { head, arrays: arrayReader(aligned, start) }
}

function readHead(bytes: Uint8Array): unknown {
  try {
    const head: unknown = JSON.parse(new TextDecoder().decode(bytes))
    const isOurs = typeof head === 'object' && head !== null && 'isLittleEndian' in head
    return isOurs && head.isLittleEndian === isLittleEndian() ? head : undefined
  } catch {
    return undefined
  }
}

function arrayReader(bytes: Uint8Array, start: number): ArrayReader {
  let at = start
  const take = (byteLength: number): number | undefined => {
    if (at + byteLength > bytes.length) return undefined
    const offset = bytes.byteOffset + at
    at += roundUp(byteLength)
    return offset
  }
  const { buffer } = bytes
  const view = <Found>(byteLength: number, make: (offset: number) => Found): Found | undefined => {
    const offset = take(byteLength)
    return offset === undefined ? undefined : make(offset)
  }
  return {
    bytes: length => view(length, offset => new Uint8Array(buffer, offset, length)),
    shorts: length => view(length * 2, offset => new Uint16Array(buffer, offset, length)),
    numbers: length => view(length * 4, offset => new Uint32Array(buffer, offset, length)),
    doubles: length => view(length * 8, offset => new Float64Array(buffer, offset, length)),
  }
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
