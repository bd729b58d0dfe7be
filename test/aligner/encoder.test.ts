import { describe, expect, it } from 'vitest'
import { type AlignOptions, align, encodeSides, type SentenceEncoder } from '../../src/aligner/index.ts'
import { type Bitext, language } from '../../src/model/index.ts'

/** English and Turkish words by concept: languages that share no lexicon of ours. */
const table: readonly (readonly [english: string, turkish: string])[] = [
  ['apple', 'elma'],
  ['water', 'su'],
  ['house', 'ev'],
  ['green', 'yeşil'],
  ['horse', 'at'],
  ['bread', 'ekmek'],
  ['night', 'gece'],
  ['stone', 'taş'],
  ['river', 'nehir'],
  ['child', 'çocuk'],
  ['white', 'beyaz'],
  ['winter', 'kış'],
  ['school', 'okul'],
  ['garden', 'bahçe'],
  ['window', 'pencere'],
  ['milk', 'süt'],
  ['road', 'yol'],
  ['cloud', 'bulut'],
  ['table', 'masa'],
  ['friend', 'arkadaş'],
  ['fire', 'ateş'],
  ['salt', 'tuz'],
  ['sheep', 'koyun'],
  ['letter', 'mektup'],
]
const concepts = new Map(
  table.flatMap(([english, turkish], concept) => [[english, concept] as const, [turkish, concept] as const]),
)

/** A bag of concepts: no order, no grammar, and a little of the same in every sentence, as real encoders have. */
function bagOfConcepts(asked: string[][] = []): SentenceEncoder {
  return {
    embed: async texts => {
      asked.push([...texts])
      return texts.map(text => {
        const vector = new Float32Array(table.length + 1).fill(0.1)
        for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
          const concept = concepts.get(word)
          if (concept !== undefined) vector[concept] = (vector[concept] ?? 0) + 1
        }
        return vector
      })
    },
  }
}

const options: AlignOptions = { sourceLanguage: language('en'), targetLanguage: language('tr') }

/** Three concepts a sentence, picked so that no two sentences share more than one. */
const sentence = (number: number, side: 0 | 1): string =>
  `${[number, number * 5 + 3, number * 7 + 11].map(concept => table[concept % table.length]?.[side]).join(' ')}.`

const numbers = (without: readonly number[]): readonly number[] =>
  Array.from({ length: 22 }, (_, number) => number).filter(number => !without.includes(number))

/** A text without one sentence of the other, early, and the other without one of this, late; one sentence is merged. */
const source = numbers([15]).map(number => sentence(number, 0))
const target = numbers([4, 5]).map(number => sentence(number, 1))
const mergedTarget = target.with(0, `${target[0]} ${target[1]}`).toSpliced(1, 1)

/** Numbers of the sentences that are paired rightly: `7|7`, and the merged `0,1|0,1`. */
function rightPairs({ beads, source: from, target: to }: Bitext): number {
  const bag = (text: string): string =>
    (text.toLowerCase().match(/\p{L}+/gu) ?? [])
      .map(word => concepts.get(word))
      .sort()
      .join()
  return beads.filter(bead => {
    const left = bag(from.slice(bead.source.from, bead.source.to).join(' '))
    return left !== '' && left === bag(to.slice(bead.target.from, bead.target.to).join(' '))
  }).length
}

describe('a sentence encoder', () => {
  it('puts right what is wrong without it', async () => {
    const encoded = await encodeSides(source, mergedTarget, bagOfConcepts())
    expect(rightPairs(align(source, mergedTarget, options))).toBeLessThan(12)
    expect(rightPairs(align(source, mergedTarget, { ...options, encoded }))).toBe(18)
  })

  it('gives the same each time', async () => {
    const once = await encodeSides(source, target, bagOfConcepts())
    const again = await encodeSides(source, target, bagOfConcepts())
    expect(again).toEqual(once)
    expect(align(source, target, { ...options, encoded: again })).toEqual(
      align(source, target, { ...options, encoded: once }),
    )
  })

  it('that knows nothing changes nothing', async () => {
    // Vectors that hang on the letters alone.
    const ignorant: SentenceEncoder = {
      embed: async texts =>
        texts.map(text =>
          Float32Array.from({ length: 32 }, (_, i) =>
            Math.sin((text.length + 1) * (i + 1) * 12.9898 + text.charCodeAt(0)),
          ),
        ),
    }
    const encoded = await encodeSides(source, target, ignorant)
    expect(align(source, target, { ...options, encoded }).beads).toEqual(align(source, target, options).beads)
  })

  it('is asked for every stretch of up to three segments once', async () => {
    const asked: string[][] = []
    await encodeSides(['Apple.', 'House.', '', 'Apple.'], ['Elma.'], bagOfConcepts(asked))
    expect(asked.flat()).toEqual(['Apple.', 'Apple. House.', 'House.', 'House. Apple.', 'Elma.'])
  })

  it('may be given texts without a word', async () => {
    const encoded = await encodeSides(['', ' '], [], bagOfConcepts())
    expect(align(['', ' '], [], { ...options, encoded }).beads).toHaveLength(2)
  })

  it.each<readonly [what: string, vectors: (count: number) => Float32Array[], code: string]>([
    ['too few vectors', count => Array.from({ length: count - 1 }, () => new Float32Array([1, 0])), 'encoder.count'],
    ['no vector with a value', count => Array.from({ length: count }, () => new Float32Array(0)), 'encoder.dimensions'],
    [
      'vectors of two lengths',
      count => Array.from({ length: count }, (_, i) => new Float32Array(i === 1 ? [1] : [1, 0])),
      'encoder.dimensions',
    ],
    ['NaN', count => Array.from({ length: count }, () => new Float32Array([1, Number.NaN])), 'encoder.not-finite'],
    ['infinity', count => Array.from({ length: count }, () => new Float32Array([1, Infinity])), 'encoder.not-finite'],
  ])('that gives %s is refused', async (_, vectors, code) => {
    const encoder: SentenceEncoder = { embed: async texts => vectors(texts.length) }
    await expect(encodeSides(['One.', 'Two.'], ['Bir.'], encoder)).rejects.toThrow(
      expect.objectContaining({ name: 'Failure', code }),
    )
  })

  it('is not asked again once the work is called off', async () => {
    const abort = new AbortController()
    let asked = 0
    const encoder: SentenceEncoder = {
      embed: async texts => {
        asked++
        abort.abort()
        return bagOfConcepts().embed(texts)
      },
    }
    const many = Array.from({ length: 200 }, (_, number) => `Sentence ${number}.`)
    await expect(encodeSides(many, many, encoder, { signal: abort.signal })).rejects.toThrow('aborted')
    expect(asked).toBe(1)
  })
})
