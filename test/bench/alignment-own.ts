/**
 * Prints how well the aligner does on clean documents damaged by our own generator, so that a choice does not hang on a
 * handful of sentences: `node test/bench/alignment-own.ts [a|b|all] [seeds]`.
 */

import { align } from '../../src/aligner/index.ts'
import { language } from '../../src/model/index.ts'
import { damages, damageText } from './alignment-damage.ts'
import { type GoldDocument, isInHalf, readGold } from './alignment-data.ts'
import { layouts } from './alignment-layouts.ts'
import { compare, noScore, scoreLine } from './alignment-score.ts'

const half = process.argv[2] ?? 'a'
const seeds = Number(process.argv[3] ?? 4)

for (const lang of ['ru', 'kk']) {
  const documents = readGold(`ntrex/ntrex-${lang}.long-clean.dev.jsonl`).filter((_, i) => isInHalf(half, i))
  if (documents.length === 0) {
    console.log('skipped: no data')
    continue
  }
  const strangersOf = (document: GoldDocument): string[] =>
    documents.filter(each => each !== document).flatMap(each => each.tgt)
  for (const [name, damage] of Object.entries(damages)) {
    measure(`${lang} ${name}`, lang, (document, seed) => damageText(document, strangersOf(document), damage, seed))
  }
  for (const [name, layout] of Object.entries(layouts)) {
    measure(`${lang} ${name}`, lang, document => layout(document, strangersOf(document)))
  }

  function measure(label: string, tag: string, make: (document: GoldDocument, seed: number) => GoldDocument): void {
    const score = noScore()
    for (const [k, document] of documents.entries()) {
      for (let seed = 0; seed < (make.length > 1 ? seeds : 1); seed++) {
        const made = make(document, 1000 * seed + k)
        const options = { sourceLanguage: language('en'), targetLanguage: language(tag) }
        compare(align(made.src, made.tgt, options), made, score)
      }
    }
    console.log(scoreLine(label, score))
  }
}
