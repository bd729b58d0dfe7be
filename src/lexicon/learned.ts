/** A bilingual lexicon learned from pairs: which stem goes with which, and how often. */

import type { Language } from '../model/index.ts'
import { stem } from '../text/stem.ts'
import { foldWord, words } from '../text/words.ts'

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
  return entriesOf(together, source, target, total, options.witness === 'self' ? 1 : 0)
}

/** Room for stem ids in one number: s × 2²⁴ + t is exact below 2⁵³. */
const stemLimit = 2 ** 24

class StemCounts {
  readonly ids = new Map<string, number>()
  readonly stems: string[] = []
  readonly counts: number[] = []
  private readonly language: Language
  private readonly wanted: ReadonlySet<string> | undefined

  constructor(language: Language, wanted: ReadonlySet<string> | undefined) {
    this.language = language
    this.wanted = wanted
  }

  /** Distinct stem ids of a text; each is counted once. */
  count(text: string): Set<number> {
    const found = new Set<number>()
    for (const word of words(text)) {
      const form = stem(foldWord(word.text, this.language), this.language)
      if (form.length < 2 || this.wanted?.has(form) === false) continue
      let id = this.ids.get(form)
      if (id === undefined) {
        id = this.stems.length
        this.ids.set(form, id)
        this.stems.push(form)
        this.counts.push(0)
      }
      if (found.has(id)) continue
      found.add(id)
      this.counts[id] = (this.counts[id] ?? 0) + 1
    }
    return found
  }
}

function entriesOf(
  together: ReadonlyMap<number, number>,
  source: StemCounts,
  target: StemCounts,
  total: number,
  own: number,
): LearnedLexicon {
  const entries = new Map<string, { entry: LearnedEntry; significance: number }[]>()
  let size = 0
  for (const [key, seen] of together) {
    const t = key % stemLimit
    const s = (key - t) / stemLimit
    const both = seen - own
    const countS = (source.counts[s] ?? 0) - own
    const countT = (target.counts[t] ?? 0) - own
    if (both < 1) continue
    const significance = dunning(both, countS, countT, total)
    if (significance < leastSignificance) continue
    // Frequent words stand everywhere: that they meet says little, however often it is seen.
    if ((both * total) / (countS * countT) < leastLift) continue
    const stemS = source.stems[s]
    const stemT = target.stems[t]
    if (stemS === undefined || stemT === undefined) continue
    const forward = shrunk(both, countS, countT / total)
    const backward = shrunk(both, countT, countS / total)
    const list = entries.get(stemS) ?? []
    list.push({ entry: { target: stemT, forward, backward }, significance })
    entries.set(stemS, list)
  }
  const lookup = new Map<string, readonly LearnedEntry[]>()
  for (const [stemS, list] of entries) {
    list.sort((a, b) => b.significance - a.significance)
    const kept = list.slice(0, mostLinks).map(each => each.entry)
    size += kept.length
    lookup.set(stemS, kept)
  }
  return {
    lookup: sourceStem => lookup.get(sourceStem) ?? [],
    seen: sourceStem => source.counts[source.ids.get(sourceStem) ?? -1] ?? 0,
    size,
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
