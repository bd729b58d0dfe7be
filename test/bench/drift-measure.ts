/**
 * For each kind of change the share of pairs in which a rule made for it speaks, and how often the same rules speak of
 * untouched pairs: read by `drift.ts` and `drift-own.ts`.
 */

import { type Finding, placeAt } from '../../src/model/index.ts'
import { checkDocument } from '../../src/workflow/check-document.ts'
import { documentOf } from '../checks/checking.ts'

/** A pair, untouched (`ok`) or changed in one way. */
export interface DriftRow {
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

/** Prints a line for each kind of change; `show` prints the pairs of one kind that no rule saw, of `ok` those that some saw. */
export function measure(
  tag: string,
  rows: readonly DriftRow[],
  show: string | undefined = optionAfter('--show'),
): void {
  const untouched = found(
    rows.filter(row => row.type === 'ok'),
    tag,
  )
  const falseAlarms = (rules: readonly string[], isLoud: boolean): number => share(untouched, rules, isLoud)
  console.log(`${tag}: ${untouched.length} untouched pairs, with any warning ${percent(shareOfLoud(untouched))}`)
  if (show === 'ok') print(rows, 'ok', untouched, Object.values(rulesOf).flat())
  console.log('                                     n  warning  (false)      any  (false)')
  for (const [type, rules] of Object.entries(rulesOf)) {
    const changed = found(
      rows.filter(row => row.type === type),
      tag,
    )
    if (changed.length === 0) continue
    const cells = [true, false].flatMap(isLoud => [share(changed, rules, isLoud), falseAlarms(rules, isLoud)])
    const numbers = cells.map(cell => percent(cell).padStart(7)).join('  ')
    if (show === type) print(rows, type, changed, rules)
    console.log(`${type.padEnd(32)} ${String(changed.length).padStart(5)}  ${numbers}`)
  }
}

function optionAfter(name: string): string | undefined {
  const at = process.argv.indexOf(name)
  return at < 0 ? undefined : process.argv[at + 1]
}

function print(
  rows: readonly DriftRow[],
  type: string,
  findings: readonly (readonly Finding[])[],
  rules: readonly string[],
): void {
  for (const [i, { src, tgt }] of rows.filter(row => row.type === type).entries()) {
    const own = findings[i] ?? []
    if (own.some(finding => rules.includes(finding.rule)) === (type !== 'ok')) continue
    const told = own.map(
      ({ level, rule, variant = '', data }) => `  ${level} ${rule} ${variant} ${JSON.stringify(data)}`,
    )
    console.log(['---', src, tgt, ...told].join('\n'))
  }
}

/** The findings of each row, every row a document of its own: a stranger next door must not help. */
function found(rows: readonly DriftRow[], tag: string): readonly (readonly Finding[])[] {
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
