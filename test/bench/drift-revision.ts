/**
 * When the accepted pair is known: is every revision seen, and put into its class? `node test/bench/drift-revision.ts`.
 * Data: `../shared/alignment/ntrex/drift-*`, each change compared with the untouched pair it was made from.
 */

import { existsSync, readFileSync } from 'node:fs'
import { classifyRevision, type RevisionKind } from '../../src/lexicon/revision.ts'
import { language } from '../../src/model/index.ts'

interface Row {
  readonly doc: string
  readonly type: string
  readonly src: string
  readonly tgt: string
}

/** Classes that are right for a kind of change. */
const right: Readonly<Record<string, readonly RevisionKind[]>> = {
  'number-changed': ['number'],
  'number-dropped': ['number'],
  'source-number-revised': ['number'],
  'date-or-magnitude-swapped': ['date', 'number'],
  'source-date-revised': ['date', 'number'],
  'negation-dropped': ['negation'],
  'source-negation-dropped': ['negation'],
  'entity-swapped': ['name'],
  'source-entity-revised': ['name'],
  'truncated-clause': ['shortened'],
  'truncated-third': ['shortened'],
  'clause-added': ['extended'],
  'source-clause-removed': ['shortened'],
  'content-word-swapped': ['wording'],
  'source-word-revised': ['wording'],
  'content-word-dropped': ['wording', 'shortened'],
  'left-untranslated': ['language'],
  'half-untranslated': ['language', 'wording', 'name', 'number', 'shortened', 'extended'],
  'end-mark-changed': ['wording'],
}

const folder = new URL('../../../shared/alignment/ntrex/', import.meta.url)
for (const tag of ['ru', 'kk']) {
  const file = new URL(`drift-${tag}.dev.jsonl`, folder)
  if (existsSync(file)) measure(tag, readFileSync(file, 'utf8'))
  else console.log('skipped: no data')
}

function measure(tag: string, text: string): void {
  // Proof: the file holds one JSON row of this shape a line.
  const rows = text
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Row)
  const untouched = rows.filter(row => row.type === 'ok')
  const bySource = new Map(untouched.map(row => [`${row.doc} ${row.src}`, row]))
  const byTarget = new Map(untouched.map(row => [`${row.doc} ${row.tgt}`, row]))
  let total = 0
  let hits = 0
  for (const [type, kinds] of Object.entries(right)) {
    const counts = new Map<RevisionKind, number>()
    for (const row of rows) {
      if (row.type !== type) continue
      const isSource = type.startsWith('source-')
      const before = isSource ? byTarget.get(`${row.doc} ${row.tgt}`) : bySource.get(`${row.doc} ${row.src}`)
      if (before === undefined) continue
      const { kind } = isSource
        ? classifyRevision(before.src, row.src, language('en'))
        : classifyRevision(before.tgt, row.tgt, language(tag))
      counts.set(kind, (counts.get(kind) ?? 0) + 1)
    }
    const count = [...counts.values()].reduce((sum, each) => sum + each, 0)
    const good = kinds.reduce((sum, kind) => sum + (counts.get(kind) ?? 0), 0)
    total += count
    hits += good
    const list = [...counts].map(([kind, each]) => `${kind} ${each}`).join(', ')
    console.log(`${tag} ${type.padEnd(28)} ${((100 * good) / Math.max(1, count)).toFixed(1).padStart(6)} %   ${list}`)
  }
  console.log(
    `${tag} all ${((100 * hits) / total).toFixed(1)} % of ${total}; harmless edits called errors: ${harmless(untouched, tag)}`,
  )
}

/** Edits that change nothing: quotation marks, dashes, blanks, full stops, ё. */
function harmless(rows: readonly Row[], tag: string): string {
  const edits: readonly ((text: string) => string)[] = [
    text => text.replaceAll('«', '“').replaceAll('»', '”'),
    text => text.replaceAll('—', '–'),
    text => text.replaceAll(' ', '  '),
    text => text.replace(/\.$/, ''),
    text => text.replaceAll('ё', 'е'),
    text => text.replaceAll(', ', '\u00a0, '),
  ]
  let made = 0
  let wrong = 0
  for (const { tgt } of rows) {
    for (const edit of edits) {
      const after = edit(tgt)
      if (after === tgt) continue
      made++
      if (!classifyRevision(tgt, after, language(tag)).isHarmless) wrong++
    }
  }
  return `${wrong} of ${made}`
}
