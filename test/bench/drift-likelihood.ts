/** Where the likelihood of a pair parts strangers from translations: `node test/bench/drift-likelihood.ts [a|b|all]`. */

import { existsSync, readFileSync } from 'node:fs'
import { likelihoodReader, likelyForeign } from '../../src/lexicon/likelihood.ts'
import { language } from '../../src/model/index.ts'
import { isInHalf } from './alignment-data.ts'

interface Row {
  readonly doc: string
  readonly type: string
  readonly src: string
  readonly tgt: string
}

const half = process.argv[2] ?? 'b'
const folder = new URL('../../../shared/alignment/ntrex/', import.meta.url)
for (const tag of ['ru', 'kk']) {
  const file = new URL(`drift-${tag}.dev.jsonl`, folder)
  if (existsSync(file)) measure(tag, readFileSync(file, 'utf8'))
  else console.log('skipped: no data')
}

function measure(tag: string, text: string): void {
  // Proof: the file holds one JSON row of this shape a line.
  const all = text
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Row)
  const documents = [...new Set(all.map(row => row.doc))].sort()
  const rows = all.filter(row => isInHalf(half, documents.indexOf(row.doc)))
  const read = likelihoodReader({ sourceLanguage: language('en'), targetLanguage: language(tag) })
  const valuesOf = (type: string): number[] => rows.filter(row => row.type === type).map(row => read(row.src, row.tgt))
  const untouched = valuesOf('ok').sort((a, b) => a - b)
  const quantiles = [0.005, 0.01, 0.02, 0.05].map(share => untouched[Math.floor(share * untouched.length)]?.toFixed(1))
  console.log(`${tag}: of translations 0.5, 1, 2, 5 % are below ${quantiles.join(', ')}`)
  for (const type of ['ok', 'foreign-sentence-same-length', 'off-by-one', 'truncated-clause']) {
    const values = valuesOf(type)
    const below = (least: number): string =>
      ((100 * values.filter(value => value < least).length) / Math.max(1, values.length)).toFixed(1)
    console.log(
      `${tag} ${type.padEnd(30)} sure ${below(likelyForeign.sure).padStart(5)} %  doubtful ${below(likelyForeign.doubtful).padStart(5)} %`,
    )
  }
}
