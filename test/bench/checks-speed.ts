/**
 * Time for all rules over units of real message catalogues: of the processor for all threads and for this one (other work on
 * the machine does not count), and by the clock. Data: `../shared/memory`.
 *
 *   node test/bench/checks-speed.ts [ru|kk] [--units N] [--threads N] [--once] [--rules] [--sample N]
 *
 * The first round is that of a cold process. `--rules` prints findings per rule, `--sample` every n-th finding to be judged.
 */

import { existsSync, readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { gunzipSync } from 'node:zlib'
import { placeAt } from '../../src/model/index.ts'
import { checkDocument } from '../../src/workflow/check-document.ts'
import { openCheckers } from '../../src/workflow/checkers.ts'
import { documentOf } from '../checks/checking.ts'

const shared = new URL('../../../shared/', import.meta.url)
const target = process.argv.includes('kk') ? 'kk' : 'ru'
const wanted = numberAfter('--units') ?? 20_000
const threads = numberAfter('--threads') ?? 1
const rounds = process.argv.includes('--once') ? 1 : 3

function numberAfter(option: string): number | undefined {
  const at = process.argv.indexOf(option)
  return at < 0 ? undefined : Number(process.argv[at + 1])
}

function milliseconds({ user, system }: NodeJS.CpuUsage): number {
  return Math.round((user + system) / 1000)
}

const file = new URL(`memory/en-${target}.tsv.gz`, shared)
if (!existsSync(file)) console.log('skipped: no data')
else {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n')
  const step = Math.max(1, Math.floor(lines.length / wanted))
  const pairs = Array.from({ length: wanted }, (_, i) => lines[(i * step) % lines.length] ?? '').map(line => {
    const [source = '', text = ''] = line.split('\t')
    return { source: source.replaceAll('\\n', '\n'), target: text.replaceAll('\\n', '\n') }
  })
  const json = JSON.stringify(pairs)
  const readStarted = performance.now()
  JSON.parse(json)
  const readMs = performance.now() - readStarted
  const document = documentOf(pairs, target)
  const place = placeAt('x', 1, 1)
  const times: string[] = []
  const checkers = openCheckers({}, { threads })
  let { findings } = checkDocument({ document: documentOf([], target), locate: () => place }, { file: 'x' })
  for (let round = 0; round < rounds; round++) {
    const [all, own, started] = [process.cpuUsage(), process.threadCpuUsage(), performance.now()]
    findings = (await checkers.check({ document, locate: () => place }, 'x')).findings
    const elapsed = Math.round(performance.now() - started)
    times.push(`${milliseconds(process.cpuUsage(all))} (${milliseconds(process.threadCpuUsage(own))}, ${elapsed})`)
  }
  await checkers.close()
  const characters = pairs.reduce((sum, pair) => sum + pair.source.length + pair.target.length, 0)
  console.log(
    `en-${target}: ${pairs.length} units, ${characters} characters; checks by ${threads} threads ${times.join(', ')} ms of processor time (this thread, clock); parsing JSON ${readMs.toFixed(1)} ms; ${findings.length} findings; ${Math.round(process.memoryUsage.rss() / 1e6)} MB`,
  )
  if (process.argv.includes('--rules')) {
    const rules = new Map<string, number>()
    for (const { rule, level } of findings) rules.set(`${level} ${rule}`, (rules.get(`${level} ${rule}`) ?? 0) + 1)
    for (const [rule, count] of [...rules].sort((a, b) => b[1] - a[1]))
      console.log(`  ${String(count).padStart(6)} ${rule}`)
  }
  const sampleAt = process.argv.indexOf('--sample')
  if (sampleAt > 0) {
    const every = Number(process.argv[sampleAt + 1])
    const loud = findings.filter(({ level }) => level !== 'info')
    for (const [i, finding] of loud.entries()) {
      if (i % every !== 0) continue
      console.log(
        `--- ${finding.level} ${finding.rule} ${finding.variant ?? ''} ${JSON.stringify(finding.data)}\n  ${finding.source}\n  ${finding.target}`,
      )
    }
  }
}
