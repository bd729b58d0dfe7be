import fc from 'fast-check'
import { expect, test } from 'vitest'
import { language } from '../../src/model/index.ts'
import { collapseBlanks, lowerCase, normalize } from '../../src/text/normalize.ts'

test.each([
  ['en', '  Open\u00a0the \t\n FILE ', 'open the file'],
  ['en', 'IT', 'it'],
  ['ru', 'ЁЛКИ\u2009и  Ели', 'ёлки и ели'],
  ['kk', 'ҚАЗАҚСТАН Үкіметі', 'қазақстан үкіметі'],
  ['kk-Latn', 'Ilıq İnjir', 'ılıq injir'],
  ['kk-Latn-KZ', 'QAZAQSTAN ISI', 'qazaqstan ısı'],
  ['tr', 'ISI İL', 'ısı il'],
  ['ru', 'и\u0306', 'й'],
  ['en', '', ''],
  ['en', ' \n ', ''],
])('makes texts of %s alike: %j', (tag, text, expected) => {
  expect(normalize(text, language(tag))).toBe(expected)
})

test('blanks are what a regular expression calls blanks', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', ' ', '\t', '\u00a0', '\u2003', '\u3000', '\ufeff', '\u0085', '\u200b'),
  })
  fc.assert(
    fc.property(text, each => {
      expect(collapseBlanks(each)).toBe(each.replace(/\s+/gu, ' ').trim())
    }),
  )
})

test('what is normal stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('en', 'ru', 'kk'), (text, tag) => {
      const once = normalize(text.replaceAll('İ', 'i'), language(tag))
      expect(collapseBlanks(once)).toBe(once)
      expect(lowerCase(once, language(tag))).toBe(once)
    }),
  )
})
