/**
 * Trains the informal profile of English and writes src/segmenter/informal-model.ts: logistic regression by AdaGrad on
 * en-ewt-train of the development data; en-ewt-dev only measures. The weights are numbers of our own.
 *
 *     node test/bench/segmentation-train.ts [--cross]
 */

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { type Language, language } from '../../src/model/index.ts'
import { decisions } from '../../src/segmenter/index.ts'
import {
  featuresAt,
  type InformalModel,
  informalCuts,
  type ParagraphView,
  prepareModel,
  type SentenceView,
  slotOf,
  slots,
  viewOf,
} from '../../src/segmenter/informal.ts'

/** A text is parsed only when it is needed; the same as an object would slow every start. */
const head = `/** The informal profile of English as JSON: made by test/bench/segmentation-train.ts, never by hand. */

`

interface Row {
  readonly text: string
  readonly ends: readonly number[]
}

const root = new URL('../../', import.meta.url)
const data = new URL('../shared/segmentation/', root)
const english: Language = language('en')
/** All numbers by four-fold cross-validation on en-ewt-train. */
const epochs = 8
const rate = 0.12
const l2 = 1e-6
/** Added to the bias: a cut too few costs more than one too many, because most gaps are none. */
const towardsCuts = 0.3

function read(name: string): readonly Row[] {
  return readFileSync(new URL(`${name}.jsonl`, data), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Row)
}

function view(text: string): ParagraphView {
  const verdicts = new Map(
    decisions(text, { language: english }).map(({ at, isBreak, rule }) => [at, { id: rule, isBreak }]),
  )
  return viewOf(text, 0, text.length, verdicts)
}

interface Example {
  readonly features: Int32Array
  readonly isCut: boolean
}

function examplesOf(rows: readonly Row[]): readonly Example[] {
  return rows.flatMap(({ text, ends }) => {
    const gold = new Set(ends.slice(0, -1))
    const seen = view(text)
    let sentence: SentenceView = { start: 0, since: 0 }
    return seen.gaps.map((gap, index) => {
      const isCut = gold.has(gap.at)
      const features = Int32Array.from(featuresAt(seen, index, sentence), slotOf)
      sentence = isCut ? { start: gap.next, since: 0 } : { start: sentence.start, since: sentence.since + 1 }
      return { features, isCut }
    })
  })
}

/** A small generator of numbers, so that training twice gives the same weights. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function train(examples: readonly Example[]): { readonly bias: number; readonly weights: Float64Array } {
  const size = slots
  const weights = new Float64Array(size + 1)
  const squares = new Float64Array(size + 1).fill(1e-6)
  const random = randomFrom(1)
  const order = examples.map((_, i) => i)
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      const swapped = order[i] ?? 0
      order[i] = order[j] ?? 0
      order[j] = swapped
    }
    for (const index of order) {
      const example = examples[index]
      if (example === undefined) continue
      let sum = weights[size] ?? 0
      for (const id of example.features) sum += weights[id] ?? 0
      const error = 1 / (1 + Math.exp(-sum)) - (example.isCut ? 1 : 0)
      if (Math.abs(error) < 1e-3) continue
      const move = (id: number): void => {
        const gradient = error + l2 * examples.length * 0.01 * (weights[id] ?? 0)
        squares[id] = (squares[id] ?? 0) + gradient * gradient
        weights[id] = (weights[id] ?? 0) - (rate * gradient) / Math.sqrt(squares[id] ?? 1)
      }
      for (const id of example.features) move(id)
      move(size)
    }
  }
  return { bias: weights[size] ?? 0, weights }
}

function f1(rows: readonly Row[], cuts: (text: string) => readonly number[]): number {
  let [hits, made, wanted] = [0, 0, 0]
  for (const { text, ends } of rows) {
    const gold = new Set(ends.slice(0, -1))
    const found = new Set(cuts(text))
    wanted += gold.size
    made += found.size
    for (const end of found) if (gold.has(end)) hits++
  }
  return (200 * hits) / (made + wanted)
}

/** Weights as bytes. */
function packed(bias: number, weights: Float64Array): InformalModel {
  const most = weights.subarray(0, slots).reduce((found, weight) => Math.max(found, Math.abs(weight)), 0)
  const scale = Number((most / 127).toPrecision(6))
  const bytes = Uint8Array.from(weights.subarray(0, slots), weight => Math.round(weight / scale) & 0xff)
  return { bias: Number((bias + towardsCuts).toFixed(4)), scale, weights: Buffer.from(bytes).toString('base64') }
}

if (!existsSync(data)) console.log('skipped: no data')
else {
  const cutsOf = (chosen: InformalModel): ((text: string) => readonly number[]) => {
    const prepared = prepareModel(chosen)
    return text => informalCuts(view(text), prepared).map(gap => gap.at)
  }
  const modelOf = (rows: readonly Row[]): InformalModel => {
    const { bias, weights } = train(examplesOf(rows))
    return packed(bias, weights)
  }
  const rows = read('en-ewt-train')
  const part = (i: number): number => Math.floor(i / 40) % 4
  const held = process.argv.includes('--cross') ? [0, 1, 2, 3] : []
  for (const k of held) {
    const cuts = cutsOf(modelOf(rows.filter((_, i) => part(i) !== k)))
    console.log(
      `fold ${k}: ${f1(
        rows.filter((_, i) => part(i) === k),
        cuts,
      ).toFixed(2)}`,
    )
  }
  const model = modelOf(rows)
  const cuts = cutsOf(model)
  for (const name of ['en-ewt-train', 'en-ewt-dev', 'en-gum-dev'])
    console.log(`${name} ${f1(read(name), cuts).toFixed(2)}`)
  const file = new URL('src/segmenter/informal-model.ts', root)
  writeFileSync(file, `${head}export const informalModelJson =\n  '${JSON.stringify(model)}'\n`)
}
