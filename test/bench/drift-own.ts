/**
 * The same question as `drift.ts`, of changes made here (`mutations.ts`) in pairs that chose nothing: news lines of
 * `../shared/qa-mutations` that no row of `drift-*` has, and sentences of the message catalogues of `../shared/memory`.
 *
 *   node test/bench/drift-own.ts [news|catalogues|catalogues-a] [--show TYPE]
 *
 * Catalogues are parted by a hash of the source: what the checks are developed on is `catalogues-a`.
 */

import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { measure } from './drift-measure.ts'
import { type CleanPair, chance, mutationsOf } from './mutations.ts'

const shared = new URL('../../../shared/', import.meta.url)
const wanted = process.argv[2]?.startsWith('--') ? undefined : process.argv[2]

const sets: Readonly<Record<string, (target: string) => readonly CleanPair[]>> = {
  news: newsPairs,
  catalogues: target => cataloguePairs(target, 1),
  'catalogues-a': target => cataloguePairs(target, 0),
}

for (const target of ['ru', 'kk']) {
  if (!existsSync(new URL(`qa-mutations/en-${target}.tsv`, shared))) {
    console.log('skipped: no data')
    continue
  }
  for (const [name, read] of Object.entries(sets)) {
    if (wanted !== undefined ? wanted !== name : name === 'catalogues-a') continue
    const pairs = read(target)
    console.log(`\n${name}`)
    const changed = pairs.flatMap((pair, i) => mutationsOf(pair, target, [...pairs.slice(i + 1), ...pairs.slice(0, i)]))
    measure(target, [...pairs.map(({ src, tgt }) => ({ type: 'ok', src, tgt })), ...changed])
  }
}

/** Fault-free pairs of the fault set whose source is in no row of the drift set. */
function newsPairs(target: string): readonly CleanPair[] {
  const known = new Set(
    linesOf(`alignment/ntrex/drift-${target}.dev.jsonl`).map(line => (JSON.parse(line) as { src: string }).src),
  )
  const pairs = new Map<string, CleanPair>()
  for (const line of linesOf(`qa-mutations/en-${target}.tsv`).slice(1)) {
    const [, , , kind = '', src = '', tgt = '', clean = ''] = line.split('\t')
    if (known.has(src) || /<|\{|%[sd]/.test(src)) continue
    if (kind === 'clean') pairs.set(src, { src, tgt })
    else if (clean !== '' && !/<|\{|%[sd]/.test(clean) && !pairs.has(src)) pairs.set(src, { src, tgt: clean })
  }
  return [...pairs.values()]
}

/** Sentences of eight words or more, without codes; at most 1,500. */
function cataloguePairs(target: string, half: 0 | 1): readonly CleanPair[] {
  const text = gunzipSync(readFileSync(new URL(`memory/en-${target}.tsv.gz`, shared))).toString('utf8')
  const pairs: CleanPair[] = []
  for (const line of text.split('\n')) {
    const [src = '', tgt = ''] = line.split('\t')
    if (src.split(' ').length < 8 || !/^\p{Lu}.*[.!?]$/u.test(src) || /[<>{}%&_\\$=|`~#@*[\]]|--/.test(src + tgt))
      continue
    const pair = { src, tgt }
    if (chance(pair, 'half', 2) === half) pairs.push(pair)
  }
  const step = Math.max(1, pairs.length / 1500)
  return pairs.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step)).slice(0, 1500)
}

function linesOf(name: string): readonly string[] {
  return readFileSync(new URL(name, shared), 'utf8').trimEnd().split('\n')
}
