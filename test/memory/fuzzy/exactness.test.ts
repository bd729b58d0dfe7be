import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeIndex, encodeIndex } from '../../../src/memory/fuzzy/file.ts'
import { fuzzyIndex } from '../../../src/memory/fuzzy/index.ts'
import type { Hit } from '../../../src/memory/fuzzy/types.ts'
import { type Language, language } from '../../../src/model/index.ts'

/**
 * The score written a second time, as plainly as it can be: nothing of the product is used.
 */
function bruteForce(query: string, texts: readonly string[], options: Asked): readonly Plain[] {
  const all = texts.map((text, i) => ({ sequence: i + 1, ...plainScore(query, text, options.language) }))
  const value = (hit: Plain): number => (options.by === 'words' ? hit.words : hit.base)
  const equality = (hit: Plain): number => (hit.characters < 1 ? 0 : hit.base === 1 ? 2 : 1)
  return all
    .filter(hit => value(hit) >= options.threshold)
    .sort((a, b) => value(b) - value(a) || equality(b) - equality(a) || a.sequence - b.sequence)
    .slice(0, options.limit)
}

interface Asked {
  readonly language: Language
  readonly by: 'mean' | 'words'
  readonly threshold: number
  readonly limit: number
}

type Plain = Omit<Hit, 'context'>

function plainScore(a: string, b: string, tag: Language): Omit<Plain, 'sequence'> {
  const normal = (text: string): string => {
    const blanks = text.normalize('NFC').replace(/\s+/gu, ' ').trim()
    return tag === 'kk-Latn' ? blanks.toLocaleLowerCase('tr') : blanks.toLowerCase()
  }
  const [left, right] = [normal(a), normal(b)]
  if (left === right) return { words: 1, characters: 1, base: a.normalize('NFC') === b.normalize('NFC') ? 1 : 0.99 }
  const cut = (text: string): string[] => text.match(/[\p{L}\p{M}\p{Nd}]+|\S/gu) ?? []
  const words = alike(cut(left), cut(right))
  const characters = alike([...left], [...right])
  return { words, characters, base: (words + characters) / 2 }
}

function alike(a: readonly string[], b: readonly string[]): number {
  const longest = Math.max(a.length, b.length)
  return longest === 0 ? 1 : 1 - levenshtein(a, b) / longest
}

function levenshtein(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (const [i, left] of a.entries()) {
    const next = [i + 1]
    for (const [j, right] of b.entries()) {
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (left === right ? 0 : 1)))
    }
    row = next
  }
  return row[b.length] ?? 0
}

const vocabulary: Readonly<Record<string, readonly string[]>> = {
  en: [
    'open',
    'opened',
    'the',
    'The',
    'file',
    'files',
    'a',
    'new',
    'window',
    'windows',
    '12',
    '13',
    '%s',
    'co-op',
    'É',
  ],
  ru: ['открыть', 'откройте', 'файл', 'файлы', 'в', 'новом', 'окне', 'Окно', 'ё', '12', '«', '»', 'и', 'ещё'],
  kk: ['файлды', 'файлдар', 'ашу', 'ашыңыз', 'жаңа', 'Жаңа', 'терезе', 'терезеде', 'қала', 'үшін', '7', 'мен', '-'],
  'kk-Latn': ['Istanbul', 'ıstanbul', 'İs', 'is', 'jaña', 'Jańa', 'qala', 'ult', 'I', 'ı', '3'],
}
const glue = ['', ' ', ' ', ' ', '  ', '\u00a0', '. ', ', ', '-']

function texts(tag: string): fc.Arbitrary<string> {
  const word = fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom(...(vocabulary[tag] ?? [])) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 4 }) },
    { weight: 1, arbitrary: fc.constantFrom('😀', '\ud800', '\u0301', '\ufffc', '\u0085', '\ufeff') },
  )
  const piece = fc.tuple(word, fc.constantFrom(...glue)).map(parts => parts.join(''))
  return fc.oneof(
    { weight: 9, arbitrary: fc.array(piece, { maxLength: 12 }).map(pieces => pieces.join('')) },
    { weight: 1, arbitrary: fc.array(piece, { minLength: 20, maxLength: 60 }).map(pieces => pieces.join('')) },
  )
}

const asked = fc.record({
  by: fc.constantFrom('mean' as const, 'words' as const),
  threshold: fc.constantFrom(0, 0.3, 0.5, 0.7, 0.85, 1),
  limit: fc.constantFrom(1, 3, 5, 50),
})

const bare = (hits: readonly Hit[]): readonly Plain[] => hits.map(({ context: _context, ...hit }) => hit)
const indexed = (all: readonly string[]) => all.map((text, i) => ({ sequence: i + 1, text, languages: 1 }))

describe.each(['en', 'ru', 'kk', 'kk-Latn'])('in %s', tag => {
  const own = language(tag)

  test('finds just what comparing the query with every text finds', () => {
    const memory = fc.array(texts(tag), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(memory, fc.array(texts(tag), { minLength: 1, maxLength: 8 }), asked, (all, queries, options) => {
        const index = fuzzyIndex(own)
        index.add(indexed(all))
        for (const query of [...queries, all[0] ?? '']) {
          const found = index.search(query, { ...options, languages: 1 })
          expect(bare(found)).toEqual(bruteForce(query, all, { ...options, language: own }))
        }
      }),
      { numRuns: 150 },
    )
  })

  test('stays exact while units come, change and go, and over a saved file', () => {
    const step = fc.record({
      kind: fc.constantFrom('put' as const, 'put' as const, 'remove' as const, 'search' as const, 'reload' as const),
      sequence: fc.integer({ min: 1, max: 12 }),
      text: texts(tag),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps: readonly Step[]) => {
        let index = fuzzyIndex(own)
        const living = new Map<number, string>()
        for (const { kind, sequence, text } of steps) {
          if (kind === 'put') {
            index.add([{ sequence, text, languages: 1 }])
            living.set(sequence, text)
          } else if (kind === 'remove') {
            index.remove(sequence)
            living.delete(sequence)
          } else if (kind === 'reload') {
            const head = { store: 's', change: 1, language: own, languages: [] }
            index = fuzzyIndex(own, decodeIndex(encodeIndex(head, index.finished())))
          }
          const options = { by: 'mean', threshold: 0.5, limit: 5 } as const
          const sequences = [...living.keys()].sort((a, b) => a - b)
          const truth = bruteForce(
            text,
            sequences.map(each => living.get(each) ?? ''),
            { ...options, language: own },
          )
          expect(bare(index.search(text, { ...options, languages: 1 }))).toEqual(
            truth.map(hit => ({ ...hit, sequence: sequences[hit.sequence - 1] ?? 0 })),
          )
        }
      }),
      { numRuns: 60 },
    )
  })
})

test('stays exact when small parts are joined beside a large one', () => {
  const en = language('en')
  const words = vocabulary.en ?? []
  const make = (seed: number): string =>
    Array.from({ length: 2 + (seed % 7) }, (_, i) => words[(seed * 31 + i * i * 17 + i) % words.length]).join(' ')
  const living = new Map(Array.from({ length: 400 }, (_, i) => [i + 1, make(i)]))
  const index = fuzzyIndex(en)
  index.add([...living].map(([sequence, text]) => ({ sequence, text, languages: 1 })))
  for (let round = 0; round < 60; round++) {
    const sequence = ((round * 37) % 420) + 1
    if (round % 3 === 2) {
      index.remove(sequence)
      living.delete(sequence)
    } else {
      const text = make(1000 + round)
      index.add([{ sequence, text, languages: 1 }])
      living.set(sequence, text)
    }
    const options = { by: 'mean', threshold: 0.6, limit: 8 } as const
    const query = make(500 + round)
    const sequences = [...living.keys()].sort((a, b) => a - b)
    const truth = bruteForce(
      query,
      sequences.map(each => living.get(each) ?? ''),
      { ...options, language: en },
    )
    expect(bare(index.search(query, { ...options, languages: 1 }))).toEqual(
      truth.map(hit => ({ ...hit, sequence: sequences[hit.sequence - 1] ?? 0 })),
    )
  }
  expect(index.finished().parts.length).toBeGreaterThan(1)
  expect(index.finished().parts.length).toBeLessThan(9)
})

test('thousands of texts that share a rare token are all looked at', () => {
  const all = Array.from({ length: 9000 }, (_, i) => `unit ${i} ${i % 7} end`)
  const index = fuzzyIndex(language('en'))
  index.add(indexed(all))
  for (const query of ['unit 8999 3 end', 'unit x 3 end', 'unit 12 13 14']) {
    const options = { by: 'mean', threshold: 0.6, limit: 5 } as const
    const truth = bruteForce(query, all, { ...options, language: language('en') })
    expect(bare(index.search(query, { ...options, languages: 1 }))).toEqual(truth)
  }
})

interface Step {
  readonly kind: 'put' | 'remove' | 'search' | 'reload'
  readonly sequence: number
  readonly text: string
}

test('knows which languages a unit has', () => {
  const index = fuzzyIndex(language('en'))
  index.add([
    { sequence: 1, text: 'Open the file', languages: 1 },
    { sequence: 2, text: 'Open the file', languages: 2 },
    { sequence: 3, text: 'open the file', languages: 3 },
  ])
  const found = (languages: number) =>
    index.search('Open the file', { by: 'mean', threshold: 0.7, limit: 5, languages }).map(hit => hit.sequence)
  expect(found(1)).toEqual([1, 3])
  expect(found(2)).toEqual([2, 3])
  expect(found(4)).toEqual([])
})

test('puts equal texts with equal neighbours first, however many there are', () => {
  const index = fuzzyIndex(language('en'))
  index.add(
    Array.from({ length: 40 }, (_, i) => ({
      sequence: i + 1,
      text: i === 3 ? 'OK ' : 'OK',
      languages: 1,
      ...(i === 30 ? { previous: 'Ready?', next: 'Go.' } : i === 20 ? { previous: 'Ready?', next: 'Stop.' } : {}),
    })),
  )
  const options = { by: 'mean', threshold: 0.7, limit: 4, languages: 1, previous: 'Ready?', next: 'Go.' } as const
  expect(index.search('OK', options).map(hit => [hit.sequence, hit.context])).toEqual([
    [31, 2],
    [21, 1],
    [1, 0],
    [2, 0],
  ])
})

test('bytes that are none of its own are not taken for an index', () => {
  const index = fuzzyIndex(language('en'))
  index.add(indexed(['Open the file', 'Close the file', 'Save all']))
  const head = { store: 's', change: 3, language: language('en'), languages: [language('ru')] }
  const bytes = encodeIndex(head, index.finished())
  expect(decodeIndex(bytes)?.head).toMatchObject(head)
  for (let at = 0; at < bytes.length; at++) {
    const damaged = bytes.slice()
    damaged[at] = (damaged[at] ?? 0) ^ 0x40
    expect(decodeIndex(damaged)).toBeUndefined()
  }
  for (const length of [0, 5, 16, 40, bytes.length - 8, bytes.length - 1]) {
    expect(decodeIndex(bytes.slice(0, length))).toBeUndefined()
  }
  const odd = new Uint8Array(bytes.length + 3)
  odd.set(bytes, 3)
  expect(decodeIndex(odd.subarray(3))?.parts[0]?.texts).toBe(3)
})
