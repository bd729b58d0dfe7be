/**
 * Prints how often `drift/across-languages` speaks of triples without fault, and how often it finds a fault put into one of the
 * three: `node test/bench/across-languages.ts [a|b|all]`. News en–ru–kk, aligned sentence by sentence.
 */

import { loneVoices } from '../../src/checks/drift/across-languages.ts'
import { pairEvidence } from '../../src/lexicon/pair-evidence.ts'
import { type Language, language } from '../../src/model/index.ts'
import { dateMentions } from '../../src/text/dates.ts'
import { numberMentions } from '../../src/text/numbers.ts'
import { isInHalf, readGold } from './alignment-data.ts'
import { memoryLines } from './memory-data.ts'

const en = language('en')
const languages = [en, language('ru'), language('kk')]
const half = process.argv[2] ?? 'all'

/** Messages of programs, longer than labels, of which both translations are known. */
function messages(): readonly Triple[] {
  const [russian, kazakh] = ['ru', 'kk'].map(
    tag => new Map(memoryLines(`en-${tag}.tsv.gz`).map(line => line.split('\t', 2) as [string, string])),
  )
  return [...(russian ?? [])].flatMap(([source, target]) => {
    const third = kazakh?.get(source)
    return third === undefined || source.length < 40 ? [] : [[source, target, third]]
  })
}

/** Sentences of which both translations are known. */
function triples(): readonly Triple[] {
  const found = new Map<string, { ru?: string; kk?: string }>()
  for (const tag of ['ru', 'kk'] as const) {
    const documents = readGold(`ntrex/ntrex-${tag}.long-clean.dev.jsonl`)
    for (const [i, document] of documents.entries()) {
      if (!isInHalf(half, i)) continue
      for (const [[s], [t]] of document.gold) {
        const source = document.src[s ?? -1]
        const target = document.tgt[t ?? -1]
        if (source !== undefined && target !== undefined) found.set(source, { ...found.get(source), [tag]: target })
      }
    }
  }
  return [...found].flatMap(([source, { ru: russian, kk: kazakh }]) =>
    russian === undefined || kazakh === undefined ? [] : [[source, russian, kazakh] as const],
  )
}

type Triple = readonly string[]

const voicesOf = (triple: Triple): ReturnType<typeof loneVoices> =>
  loneVoices(triple.map((text, side) => ({ language: languages[side] ?? en, text })))

/** Puts a fault into one text, or gives nothing where there is none to put. */
type Fault = (text: string, tag: Language, triple: Triple) => string | undefined

const replaced = (text: string, start: number, end: number, by: string): string =>
  text.slice(0, start) + by + text.slice(end)

const faults: Readonly<Record<string, Fault>> = {
  number: (text, tag) => {
    const number = numberMentions(text, tag).find(({ kind, spelled, weak }) => kind === 'cardinal' && !spelled && !weak)
    const digits = number && /\d+$/.exec(text.slice(number.start, number.end))
    if (number === undefined || !digits) return undefined
    return replaced(text, number.end - digits[0].length, number.end, String(Number(digits[0]) + 3))
  },
  date: (text, tag) => {
    const [date] = dateMentions(text, tag)
    const day = date && date.value % 100
    if (date === undefined || day === undefined) return undefined
    const digits = text.slice(date.start, date.end)
    return replaced(text, date.start, date.end, digits.replace(/\d+/, String((day % 27) + 1)))
  },
  // A name that sounds like few others, in place of one that stands in all three texts.
  name: (text, tag, triple) => {
    const side = triple.indexOf(text)
    const shared = [0, 1, 2]
      .filter(other => other !== side)
      .map(other =>
        pairEvidence(text, triple[other] ?? '', {
          sourceLanguage: tag,
          targetLanguage: languages[other] ?? en,
        }).source.names.filter(({ found, known, text: name }) => found && !known && name.length >= 5),
      )
    const name = shared[0]?.find(({ start }) => shared[1]?.some(other => other.start === start))
    return name && replaced(text, name.start, name.end, tag === 'en' ? 'Shchukin' : 'Щукин')
  },
}

const all = triples()
const kinds = new Map<string, number>()
const clean = all.filter(triple => {
  const voices = voicesOf(triple)
  for (const { kind, language: tag, found, expected } of voices) {
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    if (process.env.VERBOSE === '1') console.log(kind, tag, `“${found}”`, `“${expected}”`, '\n ', triple.join('\n  '))
  }
  return voices.length === 0
})
const flagged = all.length - clean.length
console.log(
  `${all.length} triples, ${flagged} flagged: ${((100 * flagged) / all.length).toFixed(2)} %`,
  Object.fromEntries(kinds),
)

for (const [name, fault] of Object.entries(faults)) {
  for (const [side, tag] of languages.entries()) {
    let put = 0
    let found = 0
    for (const triple of clean) {
      const text = triple[side] ?? ''
      const changed = fault(text, tag, triple)
      if (changed === undefined || changed === text) continue
      put++
      const voices = voicesOf(triple.with(side, changed))
      if (voices.some(voice => voice.language === tag)) found++
    }
    console.log(
      `${name} changed in ${tag}: ${found} of ${put} found, ${((100 * found) / Math.max(1, put)).toFixed(0)} %`,
    )
  }
}

const programs = messages()
const loud = programs.filter(triple => voicesOf(triple).length > 0).length
console.log(
  `${programs.length} messages of programs, ${loud} flagged: ${((100 * loud) / programs.length).toFixed(2)} %`,
)
