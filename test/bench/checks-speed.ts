/**
 * Processor time for all rules over 20,000 units of real message catalogues (other work on the machine does not count).
 * Data: `../shared/memory`. `node test/bench/checks-speed.ts [ru|kk] [--rules] [--sample N]`; `--rules` prints findings
 * per rule, `--sample` prints every n-th finding to be read and judged.
 */

import { existsSync, readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { gunzipSync } from 'node:zlib'
import { placeAt } from '../../src/model/index.ts'
import { checkDocument } from '../../src/workflow/check-document.ts'
import { documentOf } from '../checks/checking.ts'

const shared = new URL('../../../shared/', import.meta.url)
const target = process.argv.includes('kk') ? 'kk' : 'ru'
const wanted = 20_000
const rounds = process.argv.includes('--once') ? 1 : 3

const file = new URL(`memory/en-${target}.tsv.gz`, shared)
if (!existsSync(file)) console.log('skipped: no data')
else {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n')
  const step = Math.max(1, Math.floor(lines.length / wanted))
  const pairs = lines
    .filter((_, i) => i % step === 0)
    .slice(0, wanted)
    .map(line => {
      const [source = '', text = ''] = line.split('\t')
      return { source: source.replaceAll('\\n', '\n'), target: text.replaceAll('\\n', '\n') }
    })
  const json = JSON.stringify(pairs)
  const readStarted = performance.now()
  JSON.parse(json)
  const readMs = performance.now() - readStarted
  const document = documentOf(pairs, target)
  const place = placeAt('x', 1, 1)
  const times: number[] = []
  let result = checkDocument({ document: documentOf([], target), locate: () => place }, { file: 'x' })
  for (let round = 0; round < rounds; round++) {
    const started = process.cpuUsage()
    result = checkDocument({ document, locate: () => place }, { file: 'x' })
    const { user, system } = process.cpuUsage(started)
    times.push((user + system) / 1000)
  }
  const characters = pairs.reduce((sum, pair) => sum + pair.source.length + pair.target.length, 0)
  console.log(
    `en-${target}: ${pairs.length} units, ${characters} characters; checks ${times.map(ms => Math.round(ms)).join(', ')} ms of processor time; parsing JSON ${readMs.toFixed(1)} ms; ${result.findings.length} findings`,
  )
  if (process.argv.includes('--rules')) {
    const rules = new Map<string, number>()
    for (const { rule, level } of result.findings)
      rules.set(`${level} ${rule}`, (rules.get(`${level} ${rule}`) ?? 0) + 1)
    for (const [rule, count] of [...rules].sort((a, b) => b[1] - a[1]))
      console.log(`  ${String(count).padStart(6)} ${rule}`)
  }
  const sampleAt = process.argv.indexOf('--sample')
  if (sampleAt > 0) {
    const every = Number(process.argv[sampleAt + 1])
    const loud = result.findings.filter(({ level }) => level !== 'info')
    for (const [i, finding] of loud.entries()) {
      if (i % every !== 0) continue
      console.log(
        `--- ${finding.level} ${finding.rule} ${finding.variant ?? ''} ${JSON.stringify(finding.data)}\n  ${finding.source}\n  ${finding.target}`,
      )
    }
  }
}
