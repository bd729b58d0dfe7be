/**
 * Runs the malformed and malicious inputs of ../shared/hostile through the command line and compares with what each expects.
 * `npm run bench -- test/bench/hostile.ts [--folder F] [--only ID]`; generated cases are run when they have been made there.
 */

import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'

interface Expectation {
  readonly outcome: string
  readonly line?: number
  readonly anyLine?: boolean
  readonly absent?: readonly string[]
  readonly preserve?: readonly string[]
  readonly stderrMatches?: readonly string[]
  readonly segments?: number
  readonly maxSeconds?: number
}

interface Case {
  readonly id: string
  readonly kind: string
  readonly file: string
  readonly text?: string
  readonly generated?: boolean
  readonly expect: Expectation
}

const root = new URL('../..', import.meta.url).pathname
const cli = join(root, 'bin/tilmash.cjs')
const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? undefined : process.argv[at + 1]
}
const shared = option('folder') ?? join(root, '../shared/hostile')
if (!existsSync(join(shared, 'cases.json'))) {
  console.log('skipped: no data')
  process.exit(0)
}

/** Words for a case; `F` is the file, `OUT` the output beside it. */
const commands: Readonly<Record<string, (file: string, text: string) => readonly string[]>> = {
  'import-xliff': file => ['memory', 'import', file, '--memory', 'OUT.tmx'],
  'import-tmx': file => ['memory', 'import', file, '--memory', 'OUT.tmx'],
  'import-tbx': file => ['check', 'pair.xlf', '--terms', file, '--fail-on', 'never'],
  'check-terms': file => ['check', 'pair.xlf', '--terms', file, '--fail-on', 'never'],
  'import-srx': file => ['segment', 'sample.txt', '--language', 'en', '--rules', file],
  'segment-with-srx': (file, text) => ['segment', text, '--language', 'en', '--rules', file, '--format', 'json'],
  'segment-text': file => ['segment', file, '--language', 'ru', '--format', 'json'],
  'check-output': file => ['segment', file, '--language', 'en'],
  'report-html': file =>
    file.endsWith('.tbx')
      ? ['check', 'pair.xlf', '--terms', file, '--format', 'html', '--fail-on', 'never']
      : ['check', file, '--format', 'html', '--fail-on', 'never'],
  'export-csv': file => ['convert', file, 'OUT.csv'],
  'export-original': file => ['convert', file, 'OUT.xlf'],
  'open-store': file => ['memory', 'stats', '--memory', file],
  config: () => ['status'],
}

const pair = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="ru"><file id="f"><unit id="u"><segment id="s" state="translated"><source>The C++ constructor and a term.</source><target>Конструктор C++ и термин.</target></segment></unit></file></xliff>`

const { cases } = JSON.parse(readFileSync(join(shared, 'cases.json'), 'utf8')) as { cases: readonly Case[] }
let passed = 0
let failed = 0
let skipped = 0
for (const each of cases) {
  const only = option('only')
  if (only !== undefined && each.id !== only) continue
  const command = commands[each.kind]
  // The config is JSON: that a YAML file is none is said at its first line.
  const isYaml = each.kind === 'config' && each.file.endsWith('.yaml')
  if (command === undefined || isYaml || !existsSync(join(shared, each.file))) {
    skipped++
    continue
  }
  const faults = run(each, command)
  if (faults.length === 0) passed++
  else {
    failed++
    console.log(`${each.id} (${each.kind}, ${each.expect.outcome}): ${faults.join('; ')}`)
  }
}
console.log(`hostile inputs: ${passed} as expected, ${failed} not, ${skipped} skipped`)
process.exitCode = failed === 0 ? 0 : 1

function run(
  { kind, file, text, expect }: Case,
  command: (file: string, text: string) => readonly string[],
): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'tilmash-hostile-'))
  try {
    const name = prepare(folder, kind, file)
    if (text !== undefined) cpSync(join(shared, text), join(folder, basename(text)))
    const before = readdirSync(folder).sort().join()
    const begun = performance.now()
    const { status, signal, stdout, stderr } = spawnSync(
      process.execPath,
      [cli, ...command(name, basename(text ?? ''))],
      {
        cwd: folder,
        encoding: 'utf8',
        timeout: 120_000,
        maxBuffer: 1 << 30,
        env: { PATH: process.env.PATH ?? '', LANG: 'C' },
      },
    )
    const seconds = (performance.now() - begun) / 1000
    const faults: string[] = []
    const code = status ?? 255
    if (signal !== null || code >= 128) faults.push(`signal ${signal}, code ${code}`)
    if (/at Object\.<anonymous>|node:internal|Maximum call stack|heap out of memory/.test(stderr))
      faults.push('a stack on stderr')
    if (/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/.test(stderr)) faults.push('a raw control character')
    if (seconds > (expect.maxSeconds ?? 10)) faults.push(`${seconds.toFixed(1)} s`)
    const isRejected = code !== 0
    const warns = stderr.trim() !== ''
    if (expect.outcome === 'reject' && !isRejected) faults.push('accepted')
    if (expect.outcome === 'accept' && isRejected) faults.push(`rejected: ${stderr.trim().slice(0, 160)}`)
    if (expect.outcome === 'accept-or-warn' && isRejected) faults.push(`rejected: ${stderr.trim().slice(0, 160)}`)
    if (expect.outcome === 'warn-or-reject' && !isRejected && !warns) faults.push('silent')
    if (expect.outcome === 'reject' && isRejected && readdirSync(folder).sort().join() !== before)
      faults.push('something was written')
    if (isRejected && expect.outcome !== 'accept') {
      if (!stderr.includes(name) && !stdout.includes(name))
        faults.push(`file not named: ${stderr.trim().slice(0, 160)}`)
      const line = Number(/:(\d+):\d+: /.exec(stderr)?.[1] ?? 0)
      if (expect.line !== undefined && expect.anyLine !== true && Math.abs(line - expect.line) > 1)
        faults.push(`line ${line}, not ${expect.line}`)
    }
    for (const absent of expect.absent ?? []) if ((stdout + stderr).includes(absent)) faults.push(`“${absent}” shown`)
    for (const pattern of isRejected ? (expect.stderrMatches ?? []) : [])
      if (!new RegExp(pattern).test(stderr)) faults.push(`/${pattern}/ not on stderr`)
    if (expect.segments !== undefined && !isRejected) {
      const found = JSON.parse(stdout).segments.length
      if (found !== expect.segments) faults.push(`${found} segments, not ${expect.segments}`)
    }
    return faults
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Puts the case's file where the command reads it; gives its name. */
function prepare(folder: string, kind: string, file: string): string {
  writeFileSync(join(folder, 'sample.txt'), 'One sentence. Another one.\n')
  writeFileSync(join(folder, 'pair.xlf'), pair)
  const canary = join(shared, dirname(file), 'canary.txt')
  if (existsSync(canary)) cpSync(canary, join(folder, 'canary.txt'))
  const name =
    kind === 'config'
      ? 'tilmash.config.json'
      : kind === 'open-store'
        ? basename(file).replace(/\.db$/, '.tmdb')
        : basename(file)
  cpSync(join(shared, file), join(folder, name), { recursive: true })
  return name
}
