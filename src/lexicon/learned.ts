/** A bilingual lexicon learned from pairs: which stem goes with which, and how often. */

import type { Language } from '../model/index.ts'
import { stemReader } from '../text/stems.ts'
import { CountRow, type PairCounts } from './pair-counts.ts'

export interface LearnedEntry {
  /** Stem of the other language. */
  readonly target: string
  /** Probability that a translation of a sentence with the source stem has the target stem, and the other way round. */
  readonly forward: number
  readonly backward: number
}

export interface LearnedLexicon {
  /** Entries of a source stem, strongest first; none when it was never seen. */
  lookup(sourceStem: string): readonly LearnedEntry[]
  /** In how many pairs the source stem stood. */
  seen(sourceStem: string): number
  readonly size: number
}

export interface LearnOptions {
  readonly sourceLanguage: Language
  readonly targetLanguage: Language
  /**
   * `memory`: the pairs are from elsewhere. `self`: the lexicon will be used on these very pairs, so each link forgets one
   * of its sightings; otherwise every pair would be its own best witness.
   */
  readonly witness: 'memory' | 'self'
  /** So many further pairs without any of these words are imagined, so that a handful of pairs can teach at all. */
  readonly background?: number
  /** Only these stems matter; others are not counted. */
  readonly sourceStems?: ReadonlySet<string>
  readonly targetStems?: ReadonlySet<string>
  /** Pairs counted already. Only their stems in `sourceStems` and `targetStems` are asked for. */
  readonly counts?: PairCounts | undefined
}

const mostLinks = 3
/** Dunning's G² a link must reach: 10.8 is one chance in a thousand for one pair of words. */
const leastSignificance = 15

/** How many times more often than by chance two stems must meet. */
const leastLift = 6

export function learn(pairs: Iterable<readonly [string, string]>, options: LearnOptions): LearnedLexicon {
  const source = new StemCounts(options.sourceLanguage, options.sourceStems)
  const target = new StemCounts(options.targetLanguage, options.targetStems)
  const together = new Map<number, number>()
  let total = options.background ?? 0
  for (const [sourceText, targetText] of pairs) {
    total++
    const targets = target.count(targetText)
    for (const s of source.count(sourceText)) {
      for (const t of targets) {
        const key = s * stemLimit + t
        together.set(key, (together.get(key) ?? 0) + 1)
      }
    }
  }
  const counted = options.counts === undefined ? undefined : countKnown(options.counts, options, source, target)
  const links = new LinkSet(source, target, total + (counted?.pairs ?? 0), options.witness === 'self' ? 1 : 0)
  counted?.addLinks(links, together)
  for (const [key, seen] of together) {
    const t = key % stemLimit
    links.add((key - t) / stemLimit, t, seen)
  }
  return links.lexicon()
}

/** Room for stem ids in one number: s × 2²⁴ + t is exact below 2⁵³. */
const stemLimit = 2 ** 24

/** Adds what is counted already to the stems; their links are added row by row, since they are many and few are kept. */
function countKnown(
  counts: PairCounts,
  { sourceLanguage, targetLanguage, sourceStems = new Set(), targetStems = new Set() }: LearnOptions,
  source: StemCounts,
  target: StemCounts,
): { readonly pairs: number; addLinks(links: LinkSet, together: Map<number, number>): void } {
  const query = { sourceLanguage, targetLanguage, sourceStems: [...sourceStems], targetStems: [...targetStems] }
  const counted = counts.count(query)
  const sourceIds = query.sourceStems.map((form, i) => source.add(form, counted.source[i] ?? 0))
  const targetIds = query.targetStems.map((form, i) => target.add(form, counted.target[i] ?? 0))
  return {
    pairs: counted.pairs,
    addLinks: (links, together) => {
      const readRow = counted.rows(links.mostCount)
      const row = new CountRow(targetIds.length)
      for (const [i, s] of sourceIds.entries()) {
        readRow(i, row)
        for (const j of row.touched) {
          const t = targetIds[j] ?? 0
          const key = s * stemLimit + t
          links.add(s, t, (row.counts[j] ?? 0) + (together.get(key) ?? 0))
          together.delete(key)
        }
        row.clear()
      }
    },
  }
}

class StemCounts {
  readonly ids = new Map<string, number>()
  readonly stems: string[] = []
  readonly counts: number[] = []
  private readonly read: ReturnType<typeof stemReader>
  private readonly wanted: ReadonlySet<string> | undefined

  constructor(language: Language, wanted: ReadonlySet<string> | undefined) {
    this.read = stemReader(language)
    this.wanted = wanted
  }

  /** Distinct stem ids of a text; each is counted once. */
  count(text: string): Set<number> {
    const found = new Set<number>()
    this.read(text, form => {
      if (this.wanted?.has(form) === false) return
      const id = this.add(form, 0)
      if (found.has(id)) return
      found.add(id)
      this.counts[id] = (this.counts[id] ?? 0) + 1
    })
    return found
  }

  /** Counts a stem so many times more; returns its id. */
  add(form: string, times: number): number {
    let id = this.ids.get(form)
    if (id === undefined) {
      id = this.stems.length
      this.ids.set(form, id)
      this.stems.push(form)
      this.counts.push(0)
    }
    if (times > 0) this.counts[id] = (this.counts[id] ?? 0) + times
    return id
  }
}

/** Links that are surer than chance, the strongest of each source stem. */
class LinkSet {
  /** Stems that stand in more pairs cannot reach the least lift, whomever they meet: both ≤ count, so lift ≤ total / count. */
  readonly mostCount: number
  private readonly entries = new Map<number, { entry: LearnedEntry; significance: number }[]>()
  private readonly source: StemCounts
  private readonly target: StemCounts
  private readonly total: number
  private readonly own: number

  constructor(source: StemCounts, target: StemCounts, total: number, own: number) {
    this.source = source
    this.target = target
    this.total = total
    this.own = own
    this.mostCount = total / leastLift + own
  }

  /** Two stems seen together so many times. */
  add(s: number, t: number, seen: number): void {
    const { total, own } = this
    const both = seen - own
    const countS = (this.source.counts[s] ?? 0) - own
    const countT = (this.target.counts[t] ?? 0) - own
    if (both < 1) return
    // Frequent words stand everywhere: that they meet says little, however often it is seen.
    if ((both * total) / (countS * countT) < leastLift) return
    const significance = dunning(both, countS, countT, total)
    if (significance < leastSignificance) return
    const form = this.target.stems[t]
    if (form === undefined) return
    const entry: LearnedEntry = {
      target: form,
      forward: shrunk(both, countS, countT / total),
      backward: shrunk(both, countT, countS / total),
    }
    const list = this.entries.get(s)
    if (list === undefined) this.entries.set(s, [{ entry, significance }])
    else list.push({ entry, significance })
  }

  lexicon(): LearnedLexicon {
    const lookup = new Map<string, readonly LearnedEntry[]>()
    let size = 0
    for (const [s, list] of this.entries) {
      // Of equals the first in the alphabet: what is learned does not depend on the order of the pairs.
      list.sort((a, b) => b.significance - a.significance || (a.entry.target < b.entry.target ? -1 : 1))
      const kept = list.slice(0, mostLinks).map(each => each.entry)
      size += kept.length
      lookup.set(this.source.stems[s] ?? '', kept)
    }
    return {
      lookup: sourceStem => lookup.get(sourceStem) ?? [],
      seen: sourceStem => this.source.counts[this.source.ids.get(sourceStem) ?? -1] ?? 0,
      size,
    }
  }
}

/** Relative frequency drawn towards chance: one sighting proves little. */
function shrunk(both: number, count: number, chance: number): number {
  return Math.min(0.95, Math.max(0.01, (both - 0.7 + 4 * chance) / (count + 4)))
}

/** Log-likelihood ratio G² of a 2×2 table (Dunning 1993), 0 when the words avoid each other. */
function dunning(both: number, countA: number, countB: number, total: number): number {
  const expected = (countA * countB) / total
  if (both <= expected) return 0
  const onlyA = countA - both
  const onlyB = countB - both
  const neither = Math.max(0, total - countA - countB + both)
  return (
    2 *
    (part(both, expected) +
      part(onlyA, (countA * (total - countB)) / total) +
      part(onlyB, (countB * (total - countA)) / total) +
      part(neither, ((total - countA) * (total - countB)) / total))
  )
}

function part(observed: number, expected: number): number {
  return observed > 0 && expected > 0 ? observed * Math.log(observed / expected) : 0
}
