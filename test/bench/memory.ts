/**
 * How fast the memory answers: top 5 at ≥ 70 % among a million segments, every query of the development data, the least
 * time of three rounds (CPU clocks tick every 4 ms, too seldom for this). Beside it, on the same machine in the same run, a scan with a length filter and
 * `fastest-levenshtein` (characters alone, so it does half of the work), and FlexSearch, where it is installed.
 *
 * `node --expose-gc test/bench/memory.ts [texts]`; data: `../shared/memory`.
 */

import { distance } from 'fastest-levenshtein'
import { decodeIndex, encodeIndex } from '../../src/memory/fuzzy/file.ts'
import { fuzzyIndex } from '../../src/memory/fuzzy/index.ts'
import { language } from '../../src/model/index.ts'
import { normalize } from '../../src/text/normalize.ts'
import { score } from '../../src/text/similarity.ts'
import { tokens } from '../../src/text/tokens.ts'
import { memoryLines, percentile, queryLines } from './memory-data.ts'
import { flexSearch } from './memory-flexsearch.ts'

const en = language('en')
const wanted = Number(process.argv[2] ?? 1_000_000)
const rounds = 3

const lines = memoryLines('tm-1m.txt.gz').slice(0, wanted)
const queries = queryLines()
if (lines.length === 0) console.log('skipped: no data')
else await measure()

async function measure(): Promise<void> {
  const [normalMs] = timed(() => lines.reduce((sum, line) => sum + normalize(line, en).length, 0))
  const index = fuzzyIndex(en)
  const [buildMs] = timed(() => {
    for (let i = 0; i < lines.length; i++) index.add([{ sequence: i + 1, text: lines[i] ?? '', languages: 1 }])
    return index.finished()
  })
  const head = { store: 'bench', change: 1, language: en, languages: [] }
  const [saveMs, bytes] = timed(() => encodeIndex(head, index.finished()))
  const [openMs, opened] = timed(() => fuzzyIndex(en, decodeIndex(bytes)))
  console.log(`${lines.length} texts, ${queries.length} queries, n = ${rounds}`)
  console.log(
    `built ${ms(buildMs)} = ${(buildMs / normalMs).toFixed(1)} × normalising the texts once (${ms(normalMs)})`,
  )
  console.log(
    `file ${(bytes.length / 1e6).toFixed(0)} MB, written to bytes ${ms(saveMs)}, opened from bytes ${ms(openMs)}`,
  )
  const scan = scanTimes()
  console.log(`scan with fastest-levenshtein, ${scan.length} queries: ${summary(scan)}`)
  let p50 = 0
  for (const by of ['mean', 'words'] as const) {
    const times = searchTimes(opened, by)
    const long = times.filter((_, i) => tokens(queries[i] ?? '').length >= 20)
    const ratio = percentile(scan, 0.5) / percentile(times, 0.5)
    if (by === 'mean') p50 = percentile(times, 0.5)
    console.log(`by ${by}: ${summary(times)}; 1/${ratio.toFixed(0)} of the scan at p50`)
    console.log(`by ${by}, ${long.length} queries of 20+ tokens: ${summary(long)}`)
  }
  console.log(
    `RSS ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB (with the texts themselves and two copies of the index)`,
  )
  await compare(opened, p50)
}

/** FlexSearch on the same texts: its time, and how often its five have one as good as our best. */
async function compare(index: ReturnType<typeof fuzzyIndex>, p50: number): Promise<void> {
  const start = performance.now()
  const other = await flexSearch(lines, 5)
  if (other === undefined) return console.log('FlexSearch: skipped, not installed')
  const builtMs = performance.now() - start
  const asked = queries.filter((_, i) => i % 20 === 0)
  const times = asked.map(query =>
    Math.min(...Array.from({ length: rounds + 1 }, () => timed(() => other.search(query))[0])),
  )
  let known = 0
  let found = 0
  for (const query of asked) {
    const [best] = index.search(query, { threshold: 0.7, limit: 5, by: 'mean', languages: 1 })
    if (best === undefined) continue
    known++
    if (other.search(query).some(number => score(query, lines[number] ?? '', en).base >= best.base)) found++
  }
  const ratio = percentile(times, 0.5) / p50
  console.log(
    `FlexSearch, ${asked.length} queries: built ${ms(builtMs)}; ${summary(times)}; ${ratio.toFixed(0)} × ours at p50`,
  )
  console.log(`FlexSearch has a best match among its five for ${found} of ${known} queries that have one`)
}

/** Least time of each query over the rounds, ms. */
function searchTimes(index: ReturnType<typeof fuzzyIndex>, by: 'mean' | 'words'): readonly number[] {
  const options = { threshold: 0.7, limit: 5, by, languages: 1 }
  const best = queries.map(() => Number.POSITIVE_INFINITY)
  for (let round = 0; round <= rounds; round++) {
    for (const [i, query] of queries.entries()) {
      const [taken] = timed(() => index.search(query, options))
      // Round 0 warms up.
      if (round > 0) best[i] = Math.min(best[i] ?? 0, taken)
    }
  }
  return best
}

/** Every fortieth query against every text whose length allows 70 %. */
function scanTimes(): readonly number[] {
  const normal = lines.map(line => normalize(line, en) as string)
  return queries
    .filter((_, i) => i % 40 === 0)
    .map(query => {
      const own = normalize(query, en)
      const [taken] = timed(() => {
        let found = 0
        for (const text of normal) {
          const longest = Math.max(own.length, text.length)
          if (Math.min(own.length, text.length) < 0.7 * longest) continue
          if (distance(own, text) <= 0.3 * longest) found++
        }
        return found
      })
      return taken
    })
}

function summary(times: readonly number[]): string {
  const at = (share: number): string => percentile(times, share).toFixed(3)
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms`
}

function ms(value: number): string {
  return `${(value / 1000).toFixed(2)} s`
}

function timed<Result>(work: () => Result): readonly [number, Result] {
  const start = performance.now()
  const result = work()
  return [performance.now() - start, result]
}
