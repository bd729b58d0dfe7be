/**
 * Prints how long the aligner takes on big texts, and how right it is on them: `node test/bench/alignment-speed.ts [sizes…]`.
 * The text: pairs of message catalogues in file order, every 40th target missing, every 55th doubled.
 */

import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { align } from '../../src/aligner/index.ts'
import { language } from '../../src/model/index.ts'

const file = fileURLToPath(new URL('../../../shared/memory/en-ru.tsv.gz', import.meta.url))
const sizes = process.argv.slice(2).map(Number)

if (!existsSync(file)) console.log('skipped: no data')
else {
  const pairs = gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .map(line => line.split('\t'))
    .filter(pair => (pair[0]?.length ?? 0) > 30 && (pair[1]?.length ?? 0) > 15)
  let first = 0
  for (const size of sizes.length > 0 ? sizes : [95, 6000, 48_000]) {
    const seconds = measure(pairs, size)
    if (first === 0 || size <= 6000) first = seconds
    else console.log(`   ${(seconds / first).toFixed(1)} × the time of the text before`)
  }
}

function measure(pairs: readonly (readonly string[])[], size: number): number {
  const source: string[] = []
  const target: string[] = []
  const gold = new Set<string>()
  for (let i = 0; i < size; i++) {
    const [text = '', translation = ''] = pairs[i % pairs.length] ?? []
    source.push(text)
    if (i % 40 === 7) gold.add(`${i},${i + 1}|${target.length},${target.length}`)
    else {
      gold.add(`${i},${i + 1}|${target.length},${target.length + 1}`)
      target.push(translation)
    }
  }
  const start = performance.now()
  const before = process.cpuUsage()
  const bitext = align(source, target, { sourceLanguage: language('en'), targetLanguage: language('ru') })
  const wall = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(before)
  const seconds = (user + system) / 1e6
  const right = bitext.beads.filter(({ source: s, target: t }) =>
    gold.has(`${s.from},${s.to}|${t.from},${t.to}`),
  ).length
  const memory = Math.round(process.memoryUsage().rss / 2 ** 20)
  console.log(
    `${String(size).padStart(6)} segments: ${seconds.toFixed(2)} s of processor (${wall.toFixed(2)} s of clock), resident ${memory} MB, F1 ${((200 * right) / (gold.size + bitext.beads.length)).toFixed(1)}`,
  )
  return seconds
}
