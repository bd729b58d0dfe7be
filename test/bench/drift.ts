/**
 * What the checks see in a pair alone, with no accepted pair to compare. `node test/bench/drift.ts [a|b|all] [--show TYPE]`.
 * Data: `../shared/alignment/ntrex/drift-*`.
 */

import { existsSync, readFileSync } from 'node:fs'
import { isInHalf } from './alignment-data.ts'
import { type DriftRow, measure } from './drift-measure.ts'

const half = process.argv[2] ?? 'all'
const folder = new URL('../../../shared/alignment/ntrex/', import.meta.url)

for (const tag of ['ru', 'kk']) {
  const file = new URL(`drift-${tag}.dev.jsonl`, folder)
  if (existsSync(file)) measure(tag, inHalf(readFileSync(file, 'utf8')))
  else console.log('skipped: no data')
}

function inHalf(lines: string): readonly DriftRow[] {
  // Proof: the file holds one JSON row of this shape a line.
  const rows = lines
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as DriftRow & { readonly doc: string })
  const documents = [...new Set(rows.map(row => row.doc))].sort()
  return rows.filter(row => isInHalf(half, documents.indexOf(row.doc)))
}
