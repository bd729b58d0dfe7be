/**
 * What the checks see in a pair alone, with no accepted pair to compare: for each kind of change the share in which a rule
 * made for it speaks, and how often the same rules speak of untouched pairs. `node test/bench/drift.ts [a|b|all]`.
 * Data: `../shared/alignment/ntrex/drift-*`.
 */

import { existsSync, readFileSync } from 'node:fs'
import { type Finding, placeAt } from '../../src/model/index.ts'
import { checkDocument } from '../../src/workflow/check-document.ts'
import { documentOf } from '../checks/checking.ts'
import { isInHalf } from './alignment-data.ts'

interface Row {
  readonly id: string
  readonly doc: string
  readonly type: string
  readonly src: string
  readonly tgt: string
}

const strangers = ['drift/foreign', 'drift/misaligned']
const numbers = ['numbers/mismatch', 'numbers/extra']
const cut = ['drift/truncated', 'completeness/length-ratio', ...strangers]

/** The rules that are to see a kind of change. */
const rulesOf: Readonly<Record<string, readonly string[]>> = {
  'number-changed': numbers,
  'number-dropped': numbers,
  'source-number-revised': numbers,
  'date-or-magnitude-swapped': [...numbers, 'dates/month-mismatch', 'dates/weekday-mismatch'],
  'source-date-revised': [...numbers, 'dates/month-mismatch', 'dates/weekday-mismatch'],
  'negation-dropped': ['accuracy/negation'],
  'source-negation-dropped': ['accuracy/negation'],
  'entity-swapped': ['names/mismatch'],
  'source-entity-revised': ['names/mismatch'],
  'truncated-clause': cut,
  'truncated-third': cut,
  'clause-added': ['drift/added', 'completeness/length-ratio'],
  'source-clause-removed': ['drift/added', 'completeness/length-ratio'],
  'off-by-one': strangers,
  'foreign-sentence-same-length': strangers,
  'left-untranslated': ['completeness/untranslated'],
  'half-untranslated': ['completeness/untranslated-fragment', 'completeness/untranslated'],
}

const half = process.argv[2] ?? 'all'
const folder = new URL('../../../shared/alignment/ntrex/', import.meta.url)

for (const tag of ['ru', 'kk']) {
  const file = new URL(`drift-${tag}.dev.jsonl`, folder)
  if (existsSync(file)) measure(tag, readFileSync(file, 'utf8'))
  else console.log('skipped: no data')
}

function measure(tag: string, lines: string): void {
  // Proof: the file holds one JSON row of this shape a line.
  const all = lines
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Row)
  const documents = [...new Set(all.map(row => row.doc))].sort()
  const rows = all.filter(row => isInHalf(half, documents.indexOf(row.doc)))
  const untouched = found(
    rows.filter(row => row.type === 'ok'),
    tag,
  )
  const falseAlarms = (rules: readonly string[], isLoud: boolean): number => share(untouched, rules, isLoud)
  console.log(`${tag}: untouched pairs with any warning ${percent(shareOfLoud(untouched))}`)
  console.log('                               warning  (false)    any  (false)')
  for (const [type, rules] of Object.entries(rulesOf)) {
    const changed = found(
      rows.filter(row => row.type === type),
      tag,
    )
    if (changed.length === 0) continue
    const cells = [true, false].flatMap(isLoud => [share(changed, rules, isLoud), falseAlarms(rules, isLoud)])
    console.log(`${type.padEnd(30)} ${cells.map(cell => percent(cell).padStart(7)).join('  ')}`)
  }
}

/** The findings of each row, every row a document of its own: a stranger next door must not help. */
function found(rows: readonly Row[], tag: string): readonly (readonly Finding[])[] {
  const place = placeAt('x', 1, 1)
  return rows.map(row => {
    const document = documentOf([{ source: row.src, target: row.tgt }], tag)
    return checkDocument({ document, locate: () => place }, { file: 'x.tsv' }).findings
  })
}

function share(rows: readonly (readonly Finding[])[], rules: readonly string[], isLoud: boolean): number {
  const hits = rows.filter(row =>
    row.some(finding => rules.includes(finding.rule) && (!isLoud || finding.level !== 'info')),
  )
  return hits.length / Math.max(1, rows.length)
}

function shareOfLoud(rows: readonly (readonly Finding[])[]): number {
  return rows.filter(row => row.some(finding => finding.level !== 'info')).length / Math.max(1, rows.length)
}

function percent(value: number): string {
  return (100 * value).toFixed(1)
}
