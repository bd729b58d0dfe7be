/** Counts stems and pairs of stems in a stem index: only those asked for, in one pass over the units. */

import type { CountedStems, PairCounts, StemQuery } from '../../lexicon/pair-counts.ts'
import { baseLanguage, type Language } from '../../model/index.ts'
import { type StemIndex, type StemLanguage, stemNumber } from './stem-index.ts'

/** The counts of a memory's units that have both languages of a query. */
export function stemCounts(index: StemIndex): PairCounts {
  return { count: query => countStems(index, query) }
}

function countStems(index: StemIndex, query: StemQuery): CountedStems {
  const of = (language: Language): StemLanguage | undefined =>
    index.languages.find(each => each.language === baseLanguage(language))
  const source = of(query.sourceLanguage)
  const target = of(query.targetLanguage)
  const counts = {
    source: new Uint32Array(query.sourceStems.length),
    target: new Uint32Array(query.targetStems.length),
  }
  if (source === undefined || target === undefined) return { pairs: 0, ...counts, rows: () => () => undefined }
  const pairs = pairsOf(source, target)
  const sourceAt = placesOf(source, query.sourceStems)
  const targetAt = placesOf(target, query.targetStems)
  countSide(source, pairs.source, sourceAt, counts.source)
  countSide(target, pairs.target, targetAt, counts.target)
  return {
    pairs: pairs.source.length,
    ...counts,
    rows: most => {
      const sources = turned(filtered(source, pairs.source, sourceAt, counts.source, most), counts.source.length)
      const targets = filtered(target, pairs.target, targetAt, counts.target, most)
      return (place, row) => {
        for (let i = sources.starts[place] ?? 0; i < (sources.starts[place + 1] ?? 0); i++) {
          const pair = sources.values[i] ?? 0
          const end = targets.starts[pair + 1] ?? 0
          for (let k = targets.starts[pair] ?? 0; k < end; k++) row.add(targets.values[k] ?? 0)
        }
      }
    },
  }
}

/** Units that have both languages, as places in the row lists of either. */
function pairsOf(source: StemLanguage, target: StemLanguage): { source: Uint32Array; target: Uint32Array } {
  const most = Math.min(source.rows.length, target.rows.length)
  const pairs = { source: new Uint32Array(most), target: new Uint32Array(most) }
  let count = 0
  for (let s = 0, t = 0; s < source.rows.length && t < target.rows.length; ) {
    const left = source.rows[s] ?? 0
    const right = target.rows[t] ?? 0
    if (left === right) {
      pairs.source[count] = s
      pairs.target[count++] = t
    }
    if (left <= right) s++
    if (right <= left) t++
  }
  return { source: pairs.source.subarray(0, count), target: pairs.target.subarray(0, count) }
}

/** For each stem of the index its place in the query, or -1. */
function placesOf(language: StemLanguage, stems: readonly string[]): Int32Array {
  const places = new Int32Array(language.letterStarts.length).fill(-1)
  for (const [place, stem] of stems.entries()) {
    const number = stemNumber(language, stem)
    if (number >= 0) places[number] = place
  }
  return places
}

function countSide({ starts, stems }: StemLanguage, pairs: Uint32Array, places: Int32Array, counts: Uint32Array): void {
  for (const at of pairs) {
    const end = starts[at + 1] ?? 0
    for (let i = starts[at] ?? 0; i < end; i++) {
      const place = places[stems[i] ?? 0] ?? -1
      if (place >= 0) counts[place] = (counts[place] ?? 0) + 1
    }
  }
}

/** Lists in compressed rows. */
interface Lists {
  readonly starts: Uint32Array
  readonly values: Uint32Array
}

/** For each pair the places of its stems, without those in more pairs than `most`. */
function filtered(
  { starts, stems }: StemLanguage,
  pairs: Uint32Array,
  places: Int32Array,
  counts: Uint32Array,
  most: number,
): Lists {
  const kept = counts.reduce((sum, count) => sum + (count <= most ? count : 0), 0)
  const lists = { starts: new Uint32Array(pairs.length + 1), values: new Uint32Array(kept) }
  let next = 0
  for (let pair = 0; pair < pairs.length; pair++) {
    const at = pairs[pair] ?? 0
    const end = starts[at + 1] ?? 0
    for (let i = starts[at] ?? 0; i < end; i++) {
      const place = places[stems[i] ?? 0] ?? -1
      if (place >= 0 && (counts[place] ?? 0) <= most) lists.values[next++] = place
    }
    lists.starts[pair + 1] = next
  }
  return lists
}

/** Pairs by place instead of places by pair. */
function turned({ starts, values }: Lists, places: number): Lists {
  const lists = { starts: new Uint32Array(places + 1), values: new Uint32Array(values.length) }
  for (const place of values) lists.starts[place + 1] = (lists.starts[place + 1] ?? 0) + 1
  for (let place = 0; place < places; place++) {
    lists.starts[place + 1] = (lists.starts[place + 1] ?? 0) + (lists.starts[place] ?? 0)
  }
  const next = lists.starts.slice()
  for (let pair = 0; pair + 1 < starts.length; pair++) {
    for (let i = starts[pair] ?? 0; i < (starts[pair + 1] ?? 0); i++) {
      const place = values[i] ?? 0
      const slot = next[place] ?? 0
      next[place] = slot + 1
      lists.values[slot] = pair
    }
  }
  return lists
}
