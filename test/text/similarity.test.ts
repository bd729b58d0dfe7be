import fc from 'fast-check'
import { expect, test } from 'vitest'
import { language } from '../../src/model/index.ts'
import { codePoints, editDistance, isSameText, score, wordSimilarity } from '../../src/text/similarity.ts'

const en = language('en')

function plainDistance(a: readonly number[], b: readonly number[]): number {
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

test('the distance is that of the plain matrix, over one block of 32 rows and over many', () => {
  const list = fc.oneof(
    fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 40 }),
    fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 30, maxLength: 140 }),
  )
  fc.assert(
    fc.property(list, list, (a, b) => {
      expect(editDistance(Int32Array.from(a), Int32Array.from(b))).toBe(plainDistance(a, b))
    }),
    { numRuns: 500 },
  )
})

test('the score is symmetric, within 0 and 1, and 1 for equal texts only', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'A', 'б', 'қ', ' ', '.', 'e\u0301', 'é', '😀'), maxLength: 12 })
  fc.assert(
    fc.property(text, text, (a, b) => {
      const { words, characters, base } = score(a, b, en)
      expect(score(b, a, en)).toEqual({ words, characters, base })
      expect(base).toBeGreaterThanOrEqual(0)
      expect(base === 1).toBe(a.normalize('NFC') === b.normalize('NFC'))
      if (words < 1 || characters < 1) expect(base).toBe((words + characters) / 2)
      else if (base < 1) expect(base).toBe(0.99)
    }),
    { numRuns: 500 },
  )
})

test.each([
  ['en', 'Open the file', 'Open a file', { words: 2 / 3, characters: 10 / 13, base: (2 / 3 + 10 / 13) / 2 }],
  ['en', 'Open the file', 'open  the file ', { words: 1, characters: 1, base: 0.99 }],
  ['ru', 'Открыть файл', 'Открыть файлы', { words: 0.5, characters: 12 / 13, base: (0.5 + 12 / 13) / 2 }],
  ['kk', 'Файлды ашу', 'ФАЙЛДЫ АШУ', { words: 1, characters: 1, base: 0.99 }],
  ['kk', 'Файлды ашу', 'Файлды ашу', { words: 1, characters: 1, base: 1 }],
  ['kk-Latn', 'ISI', 'ısı', { words: 1, characters: 1, base: 0.99 }],
  ['en', '', '', { words: 1, characters: 1, base: 1 }],
  ['en', '', 'a', { words: 0, characters: 0, base: 0 }],
  ['en', 'é', 'e\u0301', { words: 1, characters: 1, base: 1 }],
])('scores in %s %j and %j', (tag, a, b, expected) => {
  const { words, characters, base } = score(a, b, language(tag))
  expect(words).toBeCloseTo(expected.words, 12)
  expect(characters).toBeCloseTo(expected.characters, 12)
  expect(base).toBeCloseTo(expected.base, 12)
})

test('words are compared as words', () => {
  expect(wordSimilarity(['a', 'b', 'c'], ['a', 'c'])).toBeCloseTo(2 / 3, 12)
  expect(wordSimilarity([], [])).toBe(1)
})

test('a lone surrogate is one code point', () => {
  expect([...codePoints('a\ud800😀')]).toEqual([0x61, 0xd800, 0x1f600])
})

test('white space aside, case counts', () => {
  expect(isSameText('a  b', 'a b ')).toBe(true)
  expect(isSameText('a b', 'A b')).toBe(false)
})
