/**
 * What the fixes are worth: faults put one by one into good translations are mended as `--fix` does (safe) and as
 * `--fix-unsafe` does, and the text is held against the one before the fault. A fix is wrong when it leads further away
 * from it. Data: `../shared/qa-mutations`.
 *
 *   node test/bench/fixes.ts [--show RULE]
 */

import { existsSync, readFileSync } from 'node:fs'
import { fixContent } from '../../src/checks/fixes.ts'
import { type Finding, placeAt, plainText, textContent } from '../../src/model/index.ts'
import { codePoints, editDistance } from '../../src/text/similarity.ts'
import { checkDocument } from '../../src/workflow/check-document.ts'
import { documentOf } from '../checks/checking.ts'

const shared = new URL('../../../shared/qa-mutations/', import.meta.url)
const at = process.argv.indexOf('--show')
const show = at < 0 ? undefined : process.argv[at + 1]

interface Row {
  readonly id: string
  readonly kind: string
  readonly source: string
  readonly target: string
  readonly clean: string
}

for (const tag of ['ru', 'kk']) {
  const file = new URL(`en-${tag}.tsv`, shared)
  if (existsSync(file)) measure(tag, readFileSync(file, 'utf8'))
  else console.log('skipped: no data')
}

function rowsOf(tsv: string): readonly Row[] {
  return tsv
    .trimEnd()
    .split('\n')
    .slice(1)
    .map(line => {
      const [id = '', , , kind = '', source = '', target = '', clean = ''] = line.split('\t')
      return { id, kind, source, target, clean: clean === '' ? target : clean }
    })
}

function measure(tag: string, tsv: string): void {
  const rows = rowsOf(tsv)
  const { findings } = checkDocument(
    { document: documentOf(rows, tag), locate: () => placeAt('x', 1, 1) },
    { file: 'x.tsv', skip: ['consistency'] },
  )
  const byUnit = Map.groupBy(findings, ({ unit = '' }) => unit)
  const rules = new Map<string, { right: number; wrong: number; same: number }>()
  const kinds = new Map<string, { rows: number; safe: number; unsafe: number }>()
  for (const row of rows) {
    const own = byUnit.get(row.id) ?? []
    const kind = kinds.get(row.kind) ?? { rows: 0, safe: 0, unsafe: 0 }
    kind.rows++
    if (fixed(row.target, own, false) === row.clean) kind.safe++
    if (fixed(row.target, own, true) === row.clean) kind.unsafe++
    kinds.set(row.kind, kind)
    for (const finding of own) judge(row, finding)
  }
  console.log(`${tag}: rows that are as they were after --fix, --fix-unsafe`)
  for (const [kind, { rows: all, safe, unsafe }] of [...kinds].sort())
    console.log(`  ${kind.padEnd(28)} ${safe}/${all} ${unsafe}/${all}`)
  console.log(`${tag}: fixes that lead nearer, further, neither`)
  for (const [rule, { right, wrong, same }] of [...rules].sort())
    console.log(`  ${rule.padEnd(44)} ${right} ${wrong} ${same}`)

  function judge({ target, clean, id }: Row, finding: Finding): void {
    if (finding.fix === undefined) return
    const after = fixed(target, [finding], true)
    const step = distance(after, clean) - distance(target, clean)
    const key = `${finding.rule} ${finding.fix.safe ? 'safe' : 'unsafe'} ${finding.level}`
    const count = rules.get(key) ?? { right: 0, wrong: 0, same: 0 }
    if (step < 0) count.right++
    else if (step > 0) count.wrong++
    else count.same++
    rules.set(key, count)
    if (step >= 0 && finding.rule === show) console.log(`${id}\n  ${target}\n  ${after}\n  ${clean}`)
  }
}

/** The target with the fixes made that do not touch each other. */
function fixed(target: string, findings: readonly Finding[], unsafe: boolean): string {
  const fixes = findings.flatMap(({ fix }) => (fix !== undefined && (fix.safe || unsafe) ? [fix] : []))
  const content = fixContent(textContent(target), fixes)
  return content === undefined ? target : plainText(content)
}

function distance(a: string, b: string): number {
  return a === b ? 0 : editDistance(codePoints(a), codePoints(b))
}
