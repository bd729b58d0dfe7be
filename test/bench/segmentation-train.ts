/**
 * Trains the informal profile of English and writes src/segmenter/informal-model.ts: logistic regression by AdaGrad on
 * en-ewt-train of the development data; en-ewt-dev only measures. The weights are numbers of our own.
 *
 *     node test/bench/segmentation-train.ts
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
/** Rarer features are noise. */
const leastCount = 12
const epochs = 10
const rate = 0.12
/** Weights nearer to nothing than this are left out. */
const leastWeight = 0.1
const l2 = 2e-6

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

function examplesOf(rows: readonly Row[], ids: Map<string, number>, isOpen: boolean): readonly Example[] {
  return rows.flatMap(({ text, ends }) => {
    const gold = new Set(ends.slice(0, -1))
    const seen = view(text)
    let since = 0
    return seen.gaps.map((gap, index) => {
      const isCut = gold.has(gap.at)
      const features: number[] = []
      for (const name of featuresAt(seen, index, since)) {
        let id = ids.get(name)
        if (id === undefined && isOpen) {
          id = ids.size
          ids.set(name, id)
        }
        if (id !== undefined) features.push(id)
      }
      since = isCut ? 0 : since + 1
      return { features: Int32Array.from(features), isCut }
    })
  })
}

function keepFrequent(rows: readonly Row[]): Map<string, number> {
  const all = new Map<string, number>()
  const counts = new Map<number, number>()
  for (const example of examplesOf(rows, all, true)) {
    for (const id of example.features) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  const kept = new Map<string, number>()
  for (const [name, id] of all) if ((counts.get(id) ?? 0) >= leastCount) kept.set(name, kept.size)
  return kept
}

/** A small generator of numbers, so that training twice gives the same weights. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function train(examples: readonly Example[], size: number): { readonly bias: number; readonly weights: Float64Array } {
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

function rounded(bias: number, weights: Float64Array, ids: ReadonlyMap<string, number>): InformalModel {
  const kept: [string, number][] = []
  for (const [name, id] of ids) {
    const weight = Math.round((weights[id] ?? 0) * 100) / 100
    if (Math.abs(weight) >= leastWeight) kept.push([name, weight])
  }
  kept.sort(([a], [b]) => (a < b ? -1 : 1))
  return { bias: Math.round(bias * 100) / 100, weights: Object.fromEntries(kept) }
}

if (!existsSync(data)) console.log('skipped: no data')
else {
  const rows = read('en-ewt-train')
  const ids = keepFrequent(rows)
  const examples = examplesOf(rows, ids, false)
  const { bias, weights } = train(examples, ids.size)
  const model = rounded(bias, weights, ids)
  const cutsOf = (chosen: InformalModel) => (text: string) =>
    informalCuts(view(text), prepareModel(chosen)).map(gap => gap.at)
  console.log(`features ${Object.keys(model.weights).length} of ${ids.size}, examples ${examples.length}`)
  for (const shift of [-0.6, -0.3, 0, 0.3, 0.6]) {
    const shifted = { ...model, bias: model.bias + shift }
    console.log(
      `bias ${shift}: train ${f1(rows, cutsOf(shifted)).toFixed(2)} dev ${f1(read('en-ewt-dev'), cutsOf(shifted)).toFixed(2)} gum-dev ${f1(read('en-gum-dev'), cutsOf(shifted)).toFixed(2)}`,
    )
  }
  const file = new URL('src/segmenter/informal-model.ts', root)
  writeFileSync(
    file,
    `${head}export const informalModelJson =\n  '${JSON.stringify(model).replace(/[\\']/g, '\\$&')}'\n`,
  )
}
