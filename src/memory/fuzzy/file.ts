/** The index in a file: its parts as arrays. */

import type { Language } from '../../model/index.ts'
import { decodeArrays, encodeArrays } from '../array-file.ts'
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
  readonly dead: Parts['dead']
  /** Per part the number of texts and the elements of each array, in the order of `arrayNames`. */
  readonly parts: readonly { readonly texts: number; readonly lengths: readonly number[] }[]
}

/** `allocate` gives the room for the bytes, all zeros. */
export function encodeIndex(
  head: IndexHead,
  { parts, dead }: Parts,
  allocate?: (length: number) => Uint8Array,
): Uint8Array {
  const full: FullHead = {
    ...head,
    layout,
    dead,
    parts: parts.map(part => ({ texts: part.texts, lengths: arrayNames.map(name => part[name].length) })),
  }
  return encodeArrays(
    magic,
    full,
    parts.flatMap(part => arrayNames.map(name => part[name])),
    allocate,
  )
}

/** The index, or nothing when the bytes are none, damaged, or of another layout. The arrays are views of `bytes`. */
export function decodeIndex(bytes: Uint8Array): (Parts & { readonly head: IndexHead }) | undefined {
  const saved = decodeArrays(bytes, magic)
  if (saved === undefined) return undefined
  // Proof: the checksum and the magic say that `encodeIndex` wrote it.
  const head = saved.head as FullHead
  if (head.layout !== layout) return undefined
  const parts: Part[] = []
  for (const { texts, lengths } of head.parts) {
    const arrays = new Map<string, Uint8Array | Uint32Array>()
    for (const [i, name] of arrayNames.entries()) {
      const size = lengths[i] ?? 0
      const array = isByteArray(name) ? saved.arrays.bytes(size) : saved.arrays.numbers(size)
      if (array === undefined) return undefined
      arrays.set(name, array)
    }
    // Proof: `arrayNames` are the arrays of a part, each of the kind that `isByteArray` tells.
    parts.push({ texts, ...Object.fromEntries(arrays) } as unknown as Part)
  }
  return { head, parts, dead: head.dead }
}

function isByteArray(name: (typeof arrayNames)[number]): boolean {
  return name === 'groupOf' || name === 'rarer'
}
