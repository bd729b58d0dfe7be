/**
 * How well and how fast are texts cut into sentences? Boundary F1 of the inner boundaries of each paragraph, against gold
 * data, beside `Intl.Segmenter` and such peers as are installed; the shipped SRX rules against the scanner; megabytes a
 * second.
 *
 *     node test/bench/segmentation.ts [--speed] [--no-speed]
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { type Language, language } from '../../src/model/index.ts'
import { decisions, type Profile, segment, shippedRules } from '../../src/segmenter/index.ts'

interface Row {
  readonly lang: string
  readonly text: string
  readonly ends: readonly number[]
}

interface Score {
  readonly f1: number
  readonly precision: number
  readonly recall: number
}

/** Ends of sentences, behind the last character that is no blank. */
type Segmenter = (text: string, language: Language) => readonly number[]

const data = new URL('../../../shared/segmentation/', import.meta.url)

if (!existsSync(data)) console.log('segmentation: skipped: no data')
else await measure()

async function measure(): Promise<void> {
  const sets = readdirSync(data)
    .filter(name => name.endsWith('.jsonl'))
    .map(name => ({ name: name.slice(0, -'.jsonl'.length), rows: readRows(name) }))
  if (!process.argv.includes('--speed')) {
    await quality(sets)
    equality(sets)
  }
  if (!process.argv.includes('--no-speed')) speed(sets)
}

function readRows(name: string): readonly Row[] {
  return readFileSync(new URL(name, data), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Row)
}

type Sets = readonly { readonly name: string; readonly rows: readonly Row[] }[]

async function quality(sets: Sets): Promise<void> {
  const segmenters = new Map<string, Segmenter>([
    ['tilmash', ours('standard')],
    ['informal', ours('informal')],
    ['Intl', platform()],
    ...(await peers()),
  ])
  console.log(['set'.padEnd(28), 'inner', ...segmenters.keys(), 'P', 'R'].join('\t'))
  const means = new Map<string, Score[][]>()
  for (const { name, rows } of sets) {
    const scores = [...segmenters.values()].map(segmenter => score(rows, segmenter))
    const inner = rows.reduce((sum, row) => sum + row.ends.length - 1, 0)
    const [own] = scores
    const columns = [inner, ...scores.map(({ f1 }) => f1.toFixed(2)), own?.precision.toFixed(2), own?.recall.toFixed(2)]
    console.log([name.padEnd(28), ...columns].join('\t'))
    const tag = rows[0]?.lang ?? ''
    // Verse and posts without stops, and the text the informal profile is trained on, say nothing of a mean.
    if (name !== 'ru-taiga-dev' && name !== 'en-ewt-train') means.set(tag, [...(means.get(tag) ?? []), scores])
  }
  for (const [tag, all] of means) {
    const columns = [...segmenters.keys()].map(
      (_, i) => all.reduce((sum, scores) => sum + (scores[i]?.f1 ?? 0), 0) / all.length,
    )
    console.log([`mean ${tag}`.padEnd(28), '', ...columns.map(mean => mean.toFixed(2))].join('\t'))
  }
}

function score(rows: readonly Row[], segmenter: Segmenter): Score {
  let [hits, made, wanted] = [0, 0, 0]
  for (const { text, ends, lang } of rows) {
    const gold = new Set(ends.slice(0, -1))
    const found = new Set(segmenter(text, language(lang)))
    found.delete(ends.at(-1) ?? -1)
    wanted += gold.size
    made += found.size
    for (const end of found) if (gold.has(end)) hits++
  }
  const percent = (part: number, whole: number): number => (whole === 0 ? 100 : (100 * part) / whole)
  return { f1: percent(2 * hits, made + wanted), precision: percent(hits, made), recall: percent(hits, wanted) }
}

function ours(profile: Profile): Segmenter {
  return (text, tag) => segment(text, { language: tag, profile }).map(sentence => sentence.end)
}

function platform(): Segmenter {
  const known = new Map<string, Intl.Segmenter>()
  return (text, tag) => {
    const segmenter = known.get(tag) ?? new Intl.Segmenter(tag, { granularity: 'sentence' })
    known.set(tag, segmenter)
    return [...segmenter.segment(text)].map(({ index, segment: sentence }) => index + sentence.trimEnd().length)
  }
}

/** Peers are no dependencies of ours: they are measured where somebody has installed them. */
async function peers(): Promise<readonly (readonly [string, Segmenter])[]> {
  const found: (readonly [string, Segmenter])[] = []
  for (const [name, pick] of [
    [
      'sentencex',
      (module: Record<string, unknown>) => (text: string, tag: string) => call(module.segment, tag.slice(0, 2), text),
    ],
    ['sbd', (module: Record<string, unknown>) => (text: string) => call(module.sentences, text)],
  ] as const) {
    try {
      // Proof: a module namespace is an object with string keys.
      const module = (await import(name)) as Record<string, unknown>
      const sentences = pick('default' in module && !('segment' in module) ? { ...(module.default as object) } : module)
      found.push([name, (text, tag) => locate(text, sentences(text, tag))])
    } catch {
      console.log(`${name}: not installed`)
    }
  }
  return found
}

function call(made: unknown, ...values: string[]): readonly string[] {
  if (typeof made !== 'function') throw new TypeError('no such function')
  try {
    const found: unknown = made(...values)
    return Array.isArray(found) ? found.map(String) : []
  } catch {
    // A peer that breaks on a text has found no cut in it.
    return []
  }
}

/** Ends of sentences that are given as texts. */
function locate(text: string, sentences: readonly string[]): readonly number[] {
  let offset = 0
  return sentences.flatMap(sentence => {
    const trimmed = sentence.trim()
    const start = text.indexOf(trimmed, offset)
    if (trimmed === '' || start < 0) return []
    offset = start + trimmed.length
    return [offset]
  })
}

function equality(sets: Sets): void {
  const rules = shippedRules()
  let [places, differences] = [0, 0]
  for (const { rows } of sets) {
    for (const { text, lang } of rows) {
      const options = { language: language(lang) }
      const own = decisions(text, options).map(({ at, isBreak, rule }) => `${at} ${isBreak} ${rule}`)
      const bySrx = decisions(text, { ...options, rules })
        .filter(({ rule }) => rule !== 'footnote-follows')
        .map(({ at, isBreak, rule }) => `${at} ${isBreak} ${rule}`)
      places += own.length
      const known = new Set(own)
      differences += bySrx.filter(place => !known.has(place)).length + Math.max(0, own.length - bySrx.length)
    }
  }
  console.log(`scanner and shipped SRX rules: ${places} decisions, ${differences} differ`)
}

/** The same output from both: start, end and text of every sentence. Best of several runs, in turn. */
function speed(sets: Sets): void {
  for (const [tag, name] of [
    ['en', 'en-gum-dev'],
    ['ru', 'ru-ersatz-wmt18'],
    ['kk', 'kk-ersatz-newscrawl19'],
  ] as const) {
    const rows = sets.find(set => set.name === name)?.rows ?? []
    const once = rows.map(row => row.text).join('\n')
    // Through bytes, so that the text is one flat string as it comes from a file.
    const text = Buffer.from(`${once}\n`.repeat(Math.ceil(4_000_000 / once.length))).toString()
    const megabytes = Buffer.byteLength(text) / 1e6
    const lines = text.split('\n')
    const segmenter = new Intl.Segmenter(tag, { granularity: 'sentence' })
    const options = { language: language(tag) }
    const times: [number[], number[]] = [[], []]
    for (let run = 0; run < 12; run++) {
      times[0].push(timed(() => segment(text, options)))
      times[1].push(timed(() => lines.flatMap(line => platformSentences(segmenter, line))))
    }
    const [own, theirs] = times.map(list => Math.min(...list.slice(2)))
    const rate = (ms: number | undefined): string => ((1000 * megabytes) / (ms ?? 1)).toFixed(0)
    console.log(
      `speed ${tag}: ${rate(own)} MB/s, Intl.Segmenter ${rate(theirs)} MB/s, ratio ${((theirs ?? 0) / (own ?? 1)).toFixed(2)} (n = ${times[0].length}, ${megabytes.toFixed(1)} MB)`,
    )
  }
}

function platformSentences(
  segmenter: Intl.Segmenter,
  line: string,
): readonly { start: number; end: number; text: string }[] {
  const found: { start: number; end: number; text: string }[] = []
  for (const { index, segment: sentence } of segmenter.segment(line)) {
    const text = sentence.trimEnd()
    if (text !== '') found.push({ start: index, end: index + text.length, text })
  }
  return found
}

function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}
