/**
 * How alike is the translation that the memory offers to the one a translator wrote? Memory: 90 % of real pairs; queries:
 * the other 10 %. The first match is chosen by the published score, by words alone and by characters alone; what counts is
 * the published score of its target and the true target. Only queries that have a match at ≥ 70 % and none that is exact.
 *
 * `node test/bench/memory-pairs.ts`; data: `../shared/memory`.
 */

import { fuzzyIndex } from '../../src/memory/fuzzy/index.ts'
import type { Hit } from '../../src/memory/fuzzy/types.ts'
import { type Language, language } from '../../src/model/index.ts'
import { score } from '../../src/text/similarity.ts'
import { memoryLines } from './memory-data.ts'

type Pair = readonly [string, string]

const [en, ru, kk] = [language('en'), language('ru'), language('kk')]
const enRu = pairsOf('en-ru.tsv.gz')
const enKk = pairsOf('en-kk.tsv.gz')
if (enRu.length === 0) console.log('skipped: no data')
else {
  measure('en-ru', enRu, en, ru)
  measure('en-kk', enKk, en, kk)
  const russian = new Map(enRu)
  const throughEnglish = enKk.flatMap(([source, kazakh]): Pair[] => {
    const text = russian.get(source)
    return text === undefined ? [] : [[text, kazakh]]
  })
  measure('ru-kk', throughEnglish, ru, kk)
}

function pairsOf(name: string): readonly Pair[] {
  const bySource = new Map<string, string>()
  for (const line of memoryLines(name)) {
    const [source = '', target = ''] = line.split('\t')
    bySource.set(source, target)
  }
  return [...bySource]
}

function measure(name: string, pairs: readonly Pair[], sourceLanguage: Language, targetLanguage: Language): void {
  const index = fuzzyIndex(sourceLanguage)
  const isQuery = (i: number): boolean => i % 10 === 3
  index.add(pairs.flatMap(([text], i) => (isQuery(i) ? [] : { sequence: i + 1, text, languages: 1 })))
  const ways: Readonly<Record<string, (hit: Hit) => number>> = {
    'published score': hit => hit.base,
    'words alone': hit => hit.words,
    'characters alone': hit => hit.characters,
  }
  const sums = new Map(Object.keys(ways).map(way => [way, 0]))
  let count = 0
  for (const [i, [source, target]] of pairs.entries()) {
    if (!isQuery(i)) continue
    const hits = index.search(source, { threshold: 0.5, limit: 30, by: 'mean', languages: 1 })
    const best = hits[0]?.base ?? 0
    if (best < 0.7 || best >= 0.99) continue
    count++
    for (const [way, value] of Object.entries(ways)) {
      const first = hits.reduce((a, b) => (value(b) > value(a) ? b : a))
      const offered = pairs[first.sequence - 1]?.[1] ?? ''
      sums.set(way, (sums.get(way) ?? 0) + score(offered, target, targetLanguage).base)
    }
  }
  const shown = [...sums].map(([way, sum]) => `${way} ${((100 * sum) / count).toFixed(2)}`).join(', ')
  console.log(`${name}: ${count} queries, ${pairs.length} pairs; likeness of the offered target: ${shown}`)
}
