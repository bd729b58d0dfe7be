/** A stem index in a file. */

import type { Language } from '../../model/index.ts'
import { version } from '../../model/version.ts'
import { decodeArrays, encodeArrays } from '../array-file.ts'
import type { StemIndex, StemLanguage } from './stem-index.ts'

/** What the index was made from. */
export interface StemOrigin {
  /** Name of the store, or of the kind of file. */
  readonly store: string
  /** How far the store had come, or hash of the file's bytes. */
  readonly state: string
}

/** One more when the layout changes. Stems may change with any version of the tool, so that stands in the file, too. */
const layout = 1
const magic = 'tilmashs'

interface Head extends StemOrigin {
  readonly layout: number
  readonly tool: string
  readonly units: number
  /** Of each language the lengths of its arrays. */
  readonly languages: readonly (Readonly<Record<ArrayName, number>> & { readonly language: Language })[]
}

type ArrayName = 'rows' | 'starts' | 'stems' | 'letters' | 'letterStarts' | 'table'

/** The bytes of the file. */
export function encodeStems({ keys, contents, languages }: StemIndex, { store, state }: StemOrigin): Uint8Array {
  const head: Head = {
    store,
    state,
    layout,
    tool: version,
    units: keys.length,
    languages: languages.map(each => ({
      language: each.language,
      rows: each.rows.length,
      starts: each.starts.length,
      stems: each.stems.length,
      letters: each.letters.length,
      letterStarts: each.letterStarts.length,
      table: each.table.length,
    })),
  }
  const arrays = languages.flatMap(({ rows, starts, stems, letters, letterStarts, table }) => [
    rows,
    starts,
    stems,
    letters,
    letterStarts,
    table,
  ])
  return encodeArrays(magic, head, [keys, contents, ...arrays])
}

/** The index, or nothing when the bytes are none, damaged, or of another version. The arrays are views of `bytes`. */
export function decodeStems(bytes: Uint8Array): { readonly index: StemIndex; readonly origin: StemOrigin } | undefined {
  const saved = decodeArrays(bytes, magic)
  if (saved === undefined) return undefined
  const { arrays } = saved
  // Proof: the checksum and the magic say that `encodeStems` wrote it.
  const head = saved.head as Head
  if (head.layout !== layout || head.tool !== version) return undefined
  const keys = arrays.doubles(head.units)
  const contents = arrays.doubles(head.units)
  if (keys === undefined || contents === undefined) return undefined
  const languages: StemLanguage[] = []
  for (const lengths of head.languages) {
    const rows = arrays.numbers(lengths.rows)
    const starts = arrays.numbers(lengths.starts)
    const stems = arrays.numbers(lengths.stems)
    const letters = arrays.shorts(lengths.letters)
    const letterStarts = arrays.numbers(lengths.letterStarts)
    const table = arrays.numbers(lengths.table)
    if (!rows || !starts || !stems || !letters || !letterStarts || !table) return undefined
    languages.push({ language: lengths.language, rows, starts, stems, letters, letterStarts, table })
  }
  return { index: { keys, contents, languages }, origin: { store: head.store, state: head.state } }
}
