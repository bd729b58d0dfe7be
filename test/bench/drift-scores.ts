/** How well the scores of a pair tell strangers, omissions and additions: `node test/bench/drift-scores.ts [a|b|all]`. */

import { existsSync, readFileSync } from 'node:fs'
import { type PairScores, scoreLimits, scoreReader } from '../../src/lexicon/pair-scores.ts'
import { language } from '../../src/model/index.ts'
import { isInHalf } from './alignment-data.ts'

interface Row {
  readonly doc: string
  readonly type: string
  readonly src: string
  readonly tgt: string
}

type Kind = keyof typeof scoreLimits

const kinds: readonly (readonly [Kind, readonly string[]])[] = [
  ['stranger', ['foreign-sentence-same-length', 'off-by-one']],
  ['omission', ['truncated-clause', 'truncated-third']],
  ['addition', ['clause-added', 'source-clause-removed']],
]

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
  const read = scoreReader({ sourceLanguage: language('en'), targetLanguage: language(tag) })
  const scoresOf = (type: string): PairScores[] =>
    rows.filter(row => row.type === type).map(row => read(row.src, row.tgt))
  const untouched = scoresOf('ok')
  for (const [kind, types] of kinds) {
    for (const type of types) {
      const scores = scoresOf(type)
      const cells = (['sure', 'doubtful'] as const).map(
        level => `${level} ${share(scores, kind, level)} (false ${share(untouched, kind, level)})`,
      )
      console.log(`${tag} ${kind.padEnd(9)} ${type.padEnd(29)} ${cells.join('   ')}`)
    }
  }
}

function share(scores: readonly PairScores[], kind: Kind, level: 'sure' | 'doubtful'): string {
  const limit = scoreLimits[kind][level]
  const hits = scores.filter(({ likelihood, omission, addition }) =>
    kind === 'stranger' ? likelihood < limit : kind === 'omission' ? omission > limit : addition > limit,
  )
  return ((100 * hits.length) / Math.max(1, scores.length)).toFixed(1).padStart(5)
}
