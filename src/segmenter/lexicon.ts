/** The abbreviations of a language, made ready for look-up by their last word. */

import type { Abbreviations, FullWord } from '../lexicon/abbreviations-classes.ts'
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
  /** Units of the longest word and of the longest starter. */
  readonly longest: number
  readonly longestStarter: number
  /** False when no entry begins and ends with these units; spares most look-ups. */
  mayHold(first: number, last: number): boolean
  readonly cutsAtSemicolon: boolean
  readonly cutsWithoutBlank: boolean
  readonly fullWord: FullWord
  readonly shortWords: ReadonlySet<string>
}

export type WordClass = 'never' | 'title' | 'number' | 'starter' | 'end' | 'unit'

/** Classes that are looked up by word, with their bit. */
const wordClasses: Readonly<Record<WordClass, number>> = {
  never: before.never,
  title: before.title,
  number: before.numberWord,
  starter: before.starterWord,
  end: before.endWord,
  unit: before.unit,
}

const wordClassNames: readonly WordClass[] = ['never', 'title', 'number', 'starter', 'end', 'unit']

/** Reads the classes once; one look-up is then one word. */
export function wordTable(abbreviations: Abbreviations): WordTable {
  const entries = new Map<string, { bits: number; chains: { words: readonly string[]; bits: number }[] }>()
  for (const name of wordClassNames) {
    for (const item of abbreviations[name].flatMap(name === 'title' ? titleForms : forms)) {
      const parts = item.split('.')
      const last = parts[parts.length - 1] ?? item
      let entry = entries.get(last)
      if (entry === undefined) {
        entry = { bits: 0, chains: [] }
        entries.set(last, entry)
      }
      if (parts.length === 1) entry.bits |= wordClasses[name]
      else {
        const bits = name === 'end' ? before.endPhrase : wordClasses[name]
        entry.chains.push({ words: parts.slice(0, -1).reverse(), bits })
      }
    }
  }
  // The longest chain first: `н. э.` inside `до н. э.`.
  for (const entry of entries.values()) entry.chains.sort((a, b) => b.words.length - a.words.length)
  const edges = new Uint8Array(1 << 14)
  let longest = 7
  for (const item of entries.keys()) {
    edges[edge(item.charCodeAt(0), item.charCodeAt(item.length - 1))] = 1
    longest = Math.max(longest, item.length)
  }
  return {
    entries,
    starters: new Set(abbreviations.starters),
    marked: new Set(abbreviations.marked),
    // A unit may stand at a number.
    longest: longest + 4,
    longestStarter: abbreviations.starters.reduce((most, item) => Math.max(most, item.length), 0),
    mayHold: (first, last) => edges[edge(first, last)] === 1,
    cutsAtSemicolon: abbreviations.cutsAtSemicolon,
    cutsWithoutBlank: abbreviations.cutsWithoutBlank,
    fullWord: abbreviations.fullWord,
    shortWords: new Set(abbreviations.fullWord.short),
  }
}

function edge(first: number, last: number): number {
  return ((first & 127) << 7) | (last & 127)
}

/** Titles are also written in capitals: `GEN. SMITH`. */
export function titleForms(item: string): readonly string[] {
  const capitals = item.toUpperCase()
  return item.length > 1 && capitals !== item ? [...forms(item), capitals] : forms(item)
}

/** An entry in lower case may also begin with a capital letter. */
export function forms(item: string): readonly string[] {
  const first = item.charAt(0)
  const capital = first === 'i' && /[ığşñäöü]/.test(item) ? 'İ' : first.toUpperCase()
  return item === item.toLowerCase() && capital !== first ? [item, capital + item.slice(1)] : [item]
}
