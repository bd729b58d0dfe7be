/**
 * Prints what the lexicon of a memory costs: `node test/bench/lexicon.ts [times]`. The memory is all real pairs en–ru and en–kk,
 * so many times over, in a store; measured are learning, the file, the next start, a change, and what a text asks for.
 */

import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { learn } from '../../src/lexicon/learned.ts'
import { sqliteEngine } from '../../src/memory/engines/sqlite.ts'
import { openMemory } from '../../src/memory/index.ts'
import { language, type TranslationUnit, textContent } from '../../src/model/index.ts'
import { stemReader } from '../../src/text/stems.ts'
import { memoryCounts } from '../../src/workflow/memory-lexicon.ts'
import { memoryLines } from './memory-data.ts'

const times = Number(process.argv[2] ?? 1)
const en = language('en')

function* units(): Generator<TranslationUnit> {
  for (let time = 0; time < times; time++) {
    for (const tag of ['ru', 'kk']) {
      for (const [number, line] of memoryLines(`en-${tag}.tsv.gz`).entries()) {
        const [source = '', target = ''] = line.split('\t')
        yield {
          id: `${tag}-${time}-${number}`,
          previous: `${time} ${number}`,
          variants: [
            { language: en, content: textContent(source) },
            { language: language(tag), content: textContent(target) },
          ],
        }
      }
    }
  }
}

/** What was done, in seconds of processor time and of the clock. */
function timed<Result>(label: string, work: () => Result): Result {
  const before = process.cpuUsage()
  const start = performance.now()
  const result = work()
  const { user, system } = process.cpuUsage(before)
  const seconds = (microseconds: number): string => (microseconds / 1e6).toFixed(2)
  const clock = ((performance.now() - start) / 1000).toFixed(2)
  console.log(`${label.padEnd(44)} ${seconds(user + system)} s of processor, ${clock} s`)
  return result
}

const folder = mkdtempSync(join(tmpdir(), 'tilmash-lexicon-'))
try {
  const path = join(folder, 'memory.tmdb')
  const memory = await openMemory({ engine: sqliteEngine(path) })
  const added = await memory.add(units())
  console.log(`${added.added} units, store ${megabytes(path)}`)

  timed('learned from nothing', () => memoryCounts(path))
  console.log(`file ${megabytes(`${path}.lexicon`)}, peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`)
  const counts = timed('opened again', () => memoryCounts(path))

  for (const size of [200, 20_000]) {
    const text = memoryLines('en-ru.tsv.gz').slice(0, size)
    const [sourceStems, targetStems] = [0, 1].map(side => {
      const stems = new Set<string>()
      const read = stemReader(side === 0 ? en : language('ru'))
      for (const line of text) read(line.split('\t')[side] ?? '', stem => stems.add(stem))
      return stems
    })
    if (sourceStems === undefined || targetStems === undefined) continue
    const lexicon = timed(`words of a text of ${size} segments looked up`, () =>
      learn([], {
        sourceLanguage: en,
        targetLanguage: language('ru'),
        witness: 'memory',
        background: 100,
        sourceStems,
        targetStems,
        counts,
      }),
    )
    console.log(`  ${sourceStems.size} × ${targetStems.size} stems, ${lexicon.size} links`)
  }

  let number = 0
  for (const size of [10, 5000]) {
    const changed: TranslationUnit[] = []
    for (const unit of units()) {
      if (changed.length === size) break
      changed.push({ ...unit, variants: unit.variants.slice(0, 1), notes: [`${number++}`] })
    }
    await memory.add(changed)
    timed(`opened after ${size} changes`, () => memoryCounts(path))
  }
  await memory.close()
} finally {
  rmSync(folder, { recursive: true })
}

function megabytes(path: string): string {
  return `${(statSync(path).size / 1e6).toFixed(0)} MB`
}
