/**
 * How long does starting take? Medians of alternating runs as ratios to bare `node -e 0` in the same run.
 * Run after `npm run build`: `npm run bench -- test/bench/start.ts [--runs 20]`
 */

import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = new URL('../..', import.meta.url).pathname
const cli = join(root, 'bin/tilmash.cjs')
const runs = Number(process.argv[process.argv.indexOf('--runs') + 1]) || 20

const folder = mkdtempSync(join(tmpdir(), 'tilmash-start-'))
const unit = join(folder, 'one.xlf')
writeFileSync(
  unit,
  `<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="ru">
  <file id="f1"><unit id="u1"><segment id="s1" state="translated"><source>Open the file.</source><target>Откройте файл.</target></segment></unit></file>
</xliff>
`,
)
const project = join(folder, 'project')
cpSync(join(root, 'memory'), join(project, 'memory'), { recursive: true })
cpSync(join(root, 'tilmash.config.json'), join(project, 'tilmash.config.json'))

const commands: readonly (readonly [string, readonly string[], string])[] = [
  ['node -e 0', ['-e', '0'], folder],
  ['tilmash --version', [cli, '--version'], folder],
  ['tilmash check one.xlf', [cli, 'check', 'one.xlf'], folder],
  ['tilmash run (statement)', [cli, 'run', '--fail-on', 'never'], project],
]

try {
  const times = new Map<string, number[]>(commands.map(([name]) => [name, []]))
  for (let run = -1; run < runs; run++) {
    for (const [name, words, cwd] of commands) {
      const begun = process.hrtime.bigint()
      execFileSync(process.execPath, words, { cwd, stdio: 'ignore' })
      if (run >= 0) times.get(name)?.push(Number(process.hrtime.bigint() - begun) / 1e6)
    }
  }
  const bare = median(times.get('node -e 0') ?? [])
  for (const [name, list] of times) {
    console.log(
      `${name.padEnd(26)} ${median(list).toFixed(1).padStart(8)} ms   ${(median(list) / bare).toFixed(2)} x bare   n = ${list.length}`,
    )
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function median(list: readonly number[]): number {
  const sorted = list.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
