import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isCapital, isLetter, isLetterOrMark, lettersIn } from '../../src/text/letters.ts'
import { words } from '../../src/text/words.ts'

const wordPattern = /\p{Lu}\.(?:\p{Lu}\.)+|\p{L}[\p{L}\p{M}]*(?:['’ʼ][\p{L}\p{M}]+)*/gu

describe('letters', () => {
  it('are those of Unicode, for every code point of the first plane', () => {
    const wrong: number[] = []
    for (let codePoint = 0; codePoint <= 0xffff; codePoint++) {
      if (codePoint >= 0xd800 && codePoint <= 0xdfff) continue
      const character = String.fromCodePoint(codePoint)
      if (isLetter(codePoint) !== /\p{L}/u.test(character)) wrong.push(codePoint)
      if (isLetterOrMark(codePoint) !== /[\p{L}\p{M}]/u.test(character)) wrong.push(codePoint)
      if (isCapital(codePoint) !== /\p{Lu}/u.test(character)) wrong.push(codePoint)
    }
    expect(wrong).toEqual([])
  })

  it('come in the runs that the pattern finds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        expect([...lettersIn(text)].map(run => run.text)).toEqual(text.match(/[\p{L}\p{M}]+/gu) ?? [])
      }),
    )
  })
})

describe('words', () => {
  const piece = fc.constantFrom(
    'а',
    'Ә',
    'қ',
    'x',
    'Q',
    '.',
    '’',
    "'",
    '-',
    ' ',
    '1',
    'é',
    'e\u0301',
    '\u0301',
    '𝒳',
    'ǅ',
    '中',
    '«',
  )
  it('are those of the pattern that defines them', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 14 }).map(list => list.join('')),
        text => {
          expect(words(text).map(word => word.text)).toEqual(text.match(wordPattern) ?? [])
        },
      ),
      { numRuns: 2000 },
    )
  })
})
