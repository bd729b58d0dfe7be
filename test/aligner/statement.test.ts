import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { align } from '../../src/aligner/index.ts'
import { type Bitext, language } from '../../src/model/index.ts'

const read = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../gold/statement/${name}`, import.meta.url)), 'utf8')
const sentences = (name: string): readonly string[] => read(name).replace(/\n$/, '').split('\n')

interface GoldBead {
  readonly source: readonly [number, number]
  readonly target: readonly [number, number]
}

// Proof: the gold files of the tests have this shape.
const gold = (name: string): readonly GoldBead[] => JSON.parse(read(name)) as readonly GoldBead[]

function pairs({ beads }: Bitext): readonly GoldBead[] {
  return beads.map(({ source, target }) => ({ source: [source.from, source.to], target: [target.from, target.to] }))
}

describe.each(['ru', 'kk'])('the statement en–%s', tag => {
  const options = { sourceLanguage: language('en'), targetLanguage: language(tag) }
  const source = sentences('en.sentences.txt')
  const target = sentences(`${tag}.sentences.txt`)
  const expected = gold(`en-${tag}.beads.json`)

  it('is aligned as a reader aligns it, with no memory', () => {
    expect(pairs(align(source, target, options))).toEqual(expected)
  })

  it('is aligned so with a memory as well', () => {
    const memory = expected
      .filter((_, i) => i % 3 === 0)
      .map(bead => [source.slice(...bead.source).join(' '), target.slice(...bead.target).join(' ')] as const)
    expect(pairs(align(source, target, { ...options, memory }))).toEqual(expected)
  })

  it('is aligned so backwards', () => {
    const back = align(target, source, { sourceLanguage: language(tag), targetLanguage: language('en') })
    expect(pairs(back)).toEqual(expected.map(bead => ({ source: bead.target, target: bead.source })))
  })
})

it('is aligned ru–kk without English in between', () => {
  const russian = sentences('ru.sentences.txt')
  const kazakh = sentences('kk.sentences.txt')
  const { beads } = align(russian, kazakh, { sourceLanguage: language('ru'), targetLanguage: language('kk') })
  const covered = beads.filter(bead => bead.source.to > bead.source.from && bead.target.to > bead.target.from)
  expect(covered.length).toBe(beads.length)
})
