import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutText, newCut } from '../../src/memory/fuzzy/cut.ts'
import { language } from '../../src/model/index.ts'
import { normalize } from '../../src/text/normalize.ts'
import { countWords, isWord, tokens } from '../../src/text/tokens.ts'

test.each([
  ['Open “file1.txt” at 4.3%', ['Open', '“', 'file1', '.', 'txt', '”', 'at', '4', '.', '3', '%']],
  ['қала-сы №5', ['қала', '-', 'сы', '№', '5']],
  ['и\u0301так…', ['и\u0301так', '…']],
  ['😀👍', ['😀', '👍']],
  ['a_b\ufffc', ['a', '_', 'b', '\ufffc']],
  ['   ', []],
])('cuts %j', (text, expected) => {
  expect(tokens(text)).toEqual(expected)
})

test('joined, the tokens are the text without its blanks', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      expect(tokens(text).join('')).toBe(text.replace(/\s/gu, ''))
    }),
  )
})

test('the index cuts texts just so', () => {
  const cut = newCut()
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), raw => {
      const text = normalize(raw, language('en'))
      cutText(cut, text)
      const own = Array.from({ length: cut.tokens }, (_, i) =>
        String.fromCodePoint(...cut.codePoints.subarray(cut.starts[i] ?? 0, cut.ends[i] ?? 0)),
      )
      expect(own).toEqual([...tokens(text)])
      expect(String.fromCodePoint(...cut.codePoints.subarray(0, cut.length))).toBe(text)
    }),
    { numRuns: 300 },
  )
})

test.each([
  ['Two words, 3 numbers.', 4],
  ['— …', 0],
  ['ҰҚШҰ мен ТМД', 3],
])('counts the words of %j', (text, expected) => {
  expect(countWords(text)).toBe(expected)
  expect(tokens(text).filter(isWord)).toHaveLength(expected)
})
