/**
 * Prints how often each judgement is right and finds what was done to the text, and whether confidence keeps its promise:
 * `node test/bench/alignment-judge.ts [a|b|all]`.
 */

import { align, judge } from '../../src/aligner/index.ts'
import { language } from '../../src/model/index.ts'
import { beadKey, type GoldDocument, indices, isInHalf, readGold } from './alignment-data.ts'

const half = process.argv[2] ?? 'b'
const variants = ['long-clean', 'long-light', 'long-heavy', 'long-block', 'short-light', 'short-heavy']
const confidences: [number, boolean][] = []
const counts = new Map<string, { said: number; right: number; there: number }>()

for (const lang of ['ru', 'kk']) {
  for (const variant of variants) {
    for (const [i, document] of readGold(`ntrex/ntrex-${lang}.${variant}.dev.jsonl`).entries()) {
      if (isInHalf(half, i)) measure(document, lang)
    }
  }
}
if (confidences.length === 0) console.log('skipped: no data')
else report()

function measure(document: GoldDocument, lang: string): void {
  const options = { sourceLanguage: language('en'), targetLanguage: language(lang) }
  const gold = new Set(document.gold.map(([s, t]) => beadKey(s, t)))
  const ops = document.ops ?? []
  const swaps = new Set(ops.filter(each => each.op === 'swap').map(each => beadKey(each.s, each.t)))
  const replaced = new Set(ops.filter(each => each.op === 'replace').flatMap(each => each.s))
  const bitext = align(document.src, document.tgt, options)
  for (const bead of bitext.beads) {
    confidences.push([bead.confidence, gold.has(beadKey(indices(bead.source), indices(bead.target)))])
  }
  const isGone = (index: number): boolean => gold.has(beadKey([index], []))
  const isNew = (index: number): boolean => gold.has(beadKey([], [index]))
  count('swapped').there += swaps.size
  count('foreign').there += replaced.size
  for (const [s, t] of document.gold) {
    if (t.length === 0 && s.length === 1 && !replaced.has(s[0] ?? -1)) count('missing').there++
    if (s.length === 0) count('extra').there++
  }
  count('extra').there -= replaced.size
  for (const { kind, source, target } of judge(bitext, options)) {
    count(kind).said++
    const isRight =
      kind === 'missing'
        ? isGone(source.from)
        : kind === 'extra'
          ? isNew(target.from)
          : kind === 'foreign'
            ? isGone(source.from) && isNew(target.from)
            : kind === 'swapped'
              ? swaps.has(beadKey(indices(source), indices(target)))
              : kind === 'misaligned' && !gold.has(beadKey(indices(source), indices(target)))
    if (isRight) count(kind).right++
  }
}

function count(kind: string): { said: number; right: number; there: number } {
  const found = counts.get(kind) ?? { said: 0, right: 0, there: 0 }
  counts.set(kind, found)
  return found
}

function report(): void {
  for (const [kind, { said, right, there }] of counts) {
    console.log(`${kind.padEnd(12)} said ${said}, right ${right}; in the text ${there}`)
  }
  console.log('confidence   beads   right')
  confidences.sort((a, b) => a[0] - b[0])
  const bins = [0, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 1.01]
  for (let k = 1; k < bins.length; k++) {
    const inside = confidences.filter(([c]) => c >= (bins[k - 1] ?? 0) && c < (bins[k] ?? 2))
    if (inside.length === 0) continue
    const mean = inside.reduce((sum, [c]) => sum + c, 0) / inside.length
    const right = inside.filter(([, isRight]) => isRight).length / inside.length
    console.log(`${mean.toFixed(3)} ${String(inside.length).padStart(12)} ${right.toFixed(3).padStart(7)}`)
  }
}
