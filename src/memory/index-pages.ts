/** An index made from a whole store in two steps that two threads can share: texts read and normalised, then put in order. */

import type { Language } from '../model/index.ts'
import type { Engine } from './engine.ts'
import { partBuilder } from './fuzzy/build.ts'
import { encodeIndex } from './fuzzy/file.ts'
import { partText } from './fuzzy/index.ts'
import { languageBits, textOfUnit } from './language-bits.ts'

/** Texts as columns, cheap to send to another thread. */
export interface IndexPage {
  readonly normals: readonly string[]
  /** Five numbers a text: sequence, hashes of the text and its neighbours, languages. */
  readonly numbers: Uint32Array
}

/** What the pages were made from. */
export interface IndexOrigin {
  readonly store: string
  readonly change: number
  readonly languages: readonly Language[]
}

const pageSize = 2000
const columns = 5

/**
 * The texts of a store in one language, as the store is now: what changes meanwhile has a later change and is left to whoever
 * catches up. `known`: languages whose bits are given already.
 */
export async function* indexPages(
  engine: Engine,
  base: Language,
  known: readonly Language[],
): AsyncGenerator<IndexPage, IndexOrigin> {
  const bits = languageBits(known)
  const { store, change } = await engine.state()
  for (let after = 0; after < change; ) {
    const page = await engine.changes(after, pageSize)
    if (page.length === 0) break
    const normals: string[] = []
    const numbers = new Uint32Array(page.length * columns)
    for (const stored of page) {
      after = stored.change
      const text = stored.change > change ? undefined : textOfUnit(stored, base, bits)
      if (text === undefined) continue
      const { normal, sequence, exact, previous, next, languages } = partText(text, base)
      numbers.set([sequence, exact, previous, next, languages], normals.length * columns)
      normals.push(normal)
    }
    yield { normals, numbers }
  }
  return { store, change, languages: bits.languages() }
}

/** Takes pages and makes the bytes of the index file; `allocate` gives the room for them. */
export function pageIndex(base: Language): {
  add(page: IndexPage): void
  finish(origin: IndexOrigin, allocate?: (length: number) => Uint8Array): Uint8Array
} {
  const builder = partBuilder()
  return {
    add: ({ normals, numbers }) => {
      for (const [i, normal] of normals.entries()) {
        const at = i * columns
        builder.add({
          normal,
          sequence: numbers[at] ?? 0,
          exact: numbers[at + 1] ?? 0,
          previous: numbers[at + 2] ?? 0,
          next: numbers[at + 3] ?? 0,
          languages: numbers[at + 4] ?? 0,
        })
      }
    },
    finish: ({ store, change, languages }, allocate) =>
      encodeIndex({ store, change, language: base, languages }, { parts: [builder.finish()], dead: [] }, allocate),
  }
}
