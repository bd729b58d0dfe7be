/** Prints how well the aligner does on documents aligned by hand: `node test/bench/alignment.ts [a|b] [variant…]`. */

import { align } from '../../src/aligner/index.ts'
import type { PairCounts } from '../../src/lexicon/pair-counts.ts'
import { buildStemIndex } from '../../src/memory/stems/build.ts'
import { stemCounts } from '../../src/memory/stems/count.ts'
import { language, textContent } from '../../src/model/index.ts'
import { type GoldDocument, isInHalf, readGold } from './alignment-data.ts'
import { compare, noScore, scoreLine } from './alignment-score.ts'

const half = process.argv[2] ?? 'a'
const only = process.argv.slice(3)
const verbose = process.env.VERBOSE === '1'
const variants = ['long-clean', 'long-light', 'long-heavy', 'long-block', 'short-light', 'short-heavy']

function memoryFor(lang: string, i: number): (readonly [string, string])[] {
  const clean = readGold(`ntrex/ntrex-${lang}.long-clean.dev.jsonl`)
  const here = new Set((clean[i]?.src ?? []).slice())
  return clean
    .filter((_, k) => k !== i)
    .flatMap(document => document.src.map((text, k) => [text, document.tgt[k] ?? ''] as const))
    .filter(([text]) => !here.has(text))
    .slice(0, 1000)
}

/** As a memory file is counted. */
function countsOf(
  pairs: readonly (readonly [string, string])[],
  [source, target]: readonly [string, string],
): PairCounts {
  const units = pairs.map((pair, key) => ({
    key,
    unit: {
      id: `${key}`,
      variants: [
        { language: language(source), content: textContent(pair[0]) },
        { language: language(target), content: textContent(pair[1]) },
      ],
    },
  }))
  return stemCounts(buildStemIndex(units))
}

function measure(
  label: string,
  documents: readonly GoldDocument[],
  tags: readonly [string, string],
  memory?: (i: number) => (readonly [string, string])[],
): void {
  const score = noScore()
  const start = performance.now()
  for (const [i, document] of documents.entries()) {
    if (!isInHalf(half, i)) continue
    const pairs = memory?.(i)
    const bitext = align(document.src, document.tgt, {
      sourceLanguage: language(tags[0]),
      targetLanguage: language(tags[1]),
      ...(pairs === undefined ? {} : { counts: countsOf(pairs, tags) }),
    })
    const errors = compare(bitext, document, score)
    if (verbose) console.log(document.id.slice(0, 30), errors.join('  '))
  }
  const seconds = (performance.now() - start) / 1000
  console.log(`${scoreLine(label, score)}  ${seconds.toFixed(1)} s`)
}

for (const lang of ['ru', 'kk']) {
  for (const variant of variants) {
    const name = `${lang} ${variant}`
    if (only.length > 0 && !only.some(part => name.includes(part))) continue
    const documents = readGold(`ntrex/ntrex-${lang}.${variant}.dev.jsonl`)
    if (documents.length === 0) {
      console.log('skipped: no data')
      continue
    }
    measure(name, documents, ['en', lang])
    if (variant.startsWith('long') && process.env.MEMORY !== '0')
      measure(`${name} + memory`, documents, ['en', lang], i => memoryFor(lang, i))
  }
}
if (only.length === 0 || only.includes('others')) {
  measure('textberg', readGold('textberg/textberg.de-fr.dev.jsonl'), ['de', 'fr'])
  measure('parice', readGold('parice/parice.en-is.dev.jsonl'), ['en', 'is'])
}
