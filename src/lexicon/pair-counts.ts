/** In how many pairs of a memory stems stand, alone and together: what a lexicon is learned from. */

import type { Language } from '../model/index.ts'

/** Stems of the two languages, each once; they are known by their places in these lists. */
export interface StemQuery {
  readonly sourceLanguage: Language
  readonly targetLanguage: Language
  readonly sourceStems: readonly string[]
  readonly targetStems: readonly string[]
}

export interface CountedStems {
  /** Pairs that have both languages. */
  readonly pairs: number
  /** In how many of them each stem stands. */
  readonly source: Uint32Array
  readonly target: Uint32Array
  /** Reader of single rows of the table source × target; it may leave out stems that stand in more than `most` pairs. */
  rows(most: number): (source: number, row: CountRow) => void
}

/** Counts whoever adds pairs to a memory: exact, whatever the order in which units came and went. */
export interface PairCounts {
  count(query: StemQuery): CountedStems
}

/** One row of the table: for each target stem in how many pairs it stands with the source stem. Used again for each row. */
export class CountRow {
  readonly counts: Uint32Array
  /** Target stems with a count, in no order. */
  readonly touched: number[] = []

  constructor(targets: number) {
    this.counts = new Uint32Array(targets)
  }

  add(target: number): void {
    const before = this.counts[target] ?? 0
    if (before === 0) this.touched.push(target)
    this.counts[target] = before + 1
  }

  clear(): void {
    for (const target of this.touched) this.counts[target] = 0
    this.touched.length = 0
  }
}

/** The counts of several memories as one. */
export function joinCounts(all: readonly PairCounts[]): PairCounts {
  return {
    count: query => {
      const counted = all.map(each => each.count(query))
      return {
        pairs: counted.reduce((sum, { pairs }) => sum + pairs, 0),
        source: sumOf(
          counted.map(({ source }) => source),
          query.sourceStems.length,
        ),
        target: sumOf(
          counted.map(({ target }) => target),
          query.targetStems.length,
        ),
        rows: most => {
          const readers = counted.map(each => each.rows(most))
          return (source, row) => {
            for (const read of readers) read(source, row)
          }
        },
      }
    },
  }
}

function sumOf(lists: readonly Uint32Array[], length: number): Uint32Array {
  const sum = new Uint32Array(length)
  for (const list of lists) for (let i = 0; i < length; i++) sum[i] = (sum[i] ?? 0) + (list[i] ?? 0)
  return sum
}
