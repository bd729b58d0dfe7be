/**
 * How many injected faults the checks find and how many fault-free pairs they flag, at warning or higher.
 * Data: `../shared/qa-mutations` and the clean lines of `../shared/alignment/ntrex`.
 *
 *   node test/bench/checks.ts [--show KIND] [--language ru|kk]
 */

import { existsSync, readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { type Concept, type Finding, language, placeAt } from '../../src/model/index.ts'
import { checkDocument } from '../../src/workflow/check-document.ts'
import { documentOf } from '../checks/checking.ts'

const shared = new URL('../../../shared/', import.meta.url)
const show = argument('--show')
const only = argument('--language')

function argument(name: string): string | undefined {
  const at = process.argv.indexOf(name)
  return at < 0 ? undefined : process.argv[at + 1]
}

interface Row {
  readonly id: string
  readonly kind: string
  readonly source: string
  readonly target: string
}

function rowsOf(tsv: string): readonly Row[] {
  return tsv
    .trimEnd()
    .split('\n')
    .slice(1)
    .map(line => {
      const [id = '', , , kind = '', source = '', target = ''] = line.split('\t')
      return { id, kind, source, target }
    })
}

function glossary(target: string): readonly Concept[] {
  const lines = readFileSync(new URL('qa-mutations/glossary.tsv', shared), 'utf8').trimEnd().split('\n').slice(1)
  return lines.map((line, i) => {
    const [source = '', ru = '', kk = ''] = line.split('\t')
    return {
      id: `c${i}`,
      terms: [
        { language: language('en'), text: source, status: 'preferred' },
        { language: language(target), text: target === 'ru' ? ru : kk, status: 'preferred' },
      ],
    }
  })
}

/** Each row in a document of its own, or all in one: judged over the document, quotes may come out otherwise. */
function findingsByUnit(
  rows: readonly Row[],
  target: string,
  terms?: readonly Concept[],
): ReadonlyMap<string, readonly Finding[]> {
  const document = documentOf(rows, target)
  const place = placeAt('x', 1, 1)
  const started = performance.now()
  const { findings } = checkDocument(
    { document, locate: () => place },
    { file: 'x.tsv', skip: ['consistency/same-source'], ...(terms === undefined ? {} : { terms }) },
  )
  console.log(`${rows.length} units in ${Math.round(performance.now() - started)} ms`)
  const found = new Map<string, Finding[]>()
  for (const finding of findings) {
    const id = finding.unit ?? ''
    found.set(id, [...(found.get(id) ?? []), finding])
  }
  return found
}

function isLoud(finding: Finding): boolean {
  return finding.level !== 'info'
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`
}

function describe(finding: Finding): string {
  return `${finding.level[0]}:${finding.rule}${finding.variant === undefined ? '' : `:${finding.variant}`} ${JSON.stringify(finding.data).slice(0, 120)}`
}

function mutations(target: string): void {
  const rows = rowsOf(readFileSync(new URL(`qa-mutations/en-${target}.tsv`, shared), 'utf8'))
  const found = findingsByUnit(rows, target, glossary(target))
  const kinds = new Map<string, { total: number; loud: number }>()
  for (const row of rows) {
    const own = found.get(row.id) ?? []
    // Fault-free pairs whose translator did not use the glossary's term are right to be flagged: not counted.
    const counted = row.kind.startsWith('clean') ? own.filter(finding => finding.rule !== 'terminology/missing') : own
    const isFlagged = counted.some(isLoud)
    const kind = kinds.get(row.kind) ?? { total: 0, loud: 0 }
    kind.total++
    if (isFlagged) kind.loud++
    kinds.set(row.kind, kind)
    const isWrong = row.kind.startsWith('clean') ? isFlagged : !isFlagged
    if (isWrong && (show === row.kind || show === 'all')) {
      console.log(`--- ${row.id}\n${row.source}\n${row.target}\n${own.map(describe).join('\n')}`)
    }
  }
  let faults = 0
  let hits = 0
  let clean = 0
  let alarms = 0
  for (const [kind, { total, loud }] of [...kinds].sort()) {
    console.log(`${target} ${kind.padEnd(26)} ${loud}/${total} ${percent(loud, total)}`)
    if (kind.startsWith('clean')) {
      clean += total
      alarms += loud
    } else {
      faults += total
      hits += loud
    }
  }
  console.log(
    `${target} FAULTS FOUND ${hits}/${faults} ${percent(hits, faults)}; CLEAN FLAGGED ${alarms}/${clean} ${percent(alarms, clean)}`,
  )
}

function cleanLines(target: string): void {
  const lines = readFileSync(new URL(`alignment/ntrex/drift-${target}.dev.jsonl`, shared), 'utf8')
    .trimEnd()
    .split('\n')
  const rows = lines
    .map(line => JSON.parse(line) as { id: string; type: string; src: string; tgt: string })
    .filter(row => row.type === 'ok')
    .map(row => ({ id: row.id, kind: 'ok', source: row.src, target: row.tgt }))
  const found = findingsByUnit(rows, target)
  const flagged = rows.filter(row => (found.get(row.id) ?? []).some(isLoud))
  const rules = new Map<string, number>()
  for (const row of flagged) {
    for (const rule of new Set((found.get(row.id) ?? []).filter(isLoud).map(finding => finding.rule)))
      rules.set(rule, (rules.get(rule) ?? 0) + 1)
    if (show === 'ntrex')
      console.log(`--- ${row.id}\n${row.source}\n${row.target}\n${(found.get(row.id) ?? []).map(describe).join('\n')}`)
  }
  console.log(
    [...rules]
      .sort((a, b) => b[1] - a[1])
      .map(([rule, count]) => `${target}   ${rule} ${count}`)
      .join('\n'),
  )
  console.log(
    `${target} NTREX clean lines flagged ${flagged.length}/${rows.length} ${percent(flagged.length, rows.length)}`,
  )
}

if (!existsSync(new URL('qa-mutations/en-ru.tsv', shared))) console.log('skipped: no data')
else {
  for (const target of only === undefined ? ['ru', 'kk'] : [only]) {
    mutations(target)
    cleanLines(target)
  }
}
