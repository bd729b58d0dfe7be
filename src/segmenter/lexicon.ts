/** The abbreviations of a language, made ready for look-up by their last word. */

import type { Abbreviations } from '../lexicon/abbreviations.ts'
import { before } from './features.ts'

/** What a word before a full stop may be: alone, or with the words before it. */
export interface WordEntry {
  /** Bits of {@link before}. */
  readonly bits: number
  /** Words before, nearest first, and the bits when all of them stand there. */
  readonly chains: readonly { readonly words: readonly string[]; readonly bits: number }[]
}

export interface WordTable {
  readonly entries: ReadonlyMap<string, WordEntry>
  readonly starters: ReadonlySet<string>
  readonly marked: ReadonlySet<string>
}

/** Classes that are looked up by word, with their bit. */
export const wordClasses = {
  never: before.never,
  title: before.title,
  number: before.numberWord,
  starter: before.starterWord,
  end: before.endWord,
  unit: before.unit,
} as const

export function wordTable(abbreviations: Abbreviations): WordTable {
  const entries = new Map<string, { bits: number; chains: { words: readonly string[]; bits: number }[] }>()
  for (const name of ['never', 'title', 'number', 'starter', 'end', 'unit'] as const) {
    for (const item of abbreviations[name].flatMap(forms)) {
      const parts = item.split('.')
      const last = parts[parts.length - 1] ?? item
      let entry = entries.get(last)
      if (entry === undefined) {
        entry = { bits: 0, chains: [] }
        entries.set(last, entry)
      }
      if (parts.length === 1) entry.bits |= wordClasses[name]
      else entry.chains.push({ words: parts.slice(0, -1).reverse(), bits: wordClasses[name] })
    }
  }
  // The longest chain first: `н. э.` inside `до н. э.`.
  for (const entry of entries.values()) entry.chains.sort((a, b) => b.words.length - a.words.length)
  return { entries, starters: new Set(abbreviations.starters), marked: new Set(abbreviations.marked) }
}

/** An entry in lower case may also begin with a capital letter. */
export function forms(item: string): readonly string[] {
  const first = item.charAt(0)
  const capital = first === 'i' && /[ığşñäöü]/.test(item) ? 'İ' : first.toUpperCase()
  return item === item.toLowerCase() && capital !== first ? [item, capital + item.slice(1)] : [item]
}
