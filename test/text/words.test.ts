import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { language } from '../../src/model/index.ts'
import { foldWord, isCapitalised, isInitialism, lowerCase, words } from '../../src/text/words.ts'

describe('words', () => {
  it('gives exact slices in order, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        let last = 0
        for (const word of words(text)) {
          expect(word.start).toBeGreaterThanOrEqual(last)
          expect(text.slice(word.start, word.end)).toBe(word.text)
          last = word.end
        }
      }),
    )
  })

  it.each([
    ['don’t stop pro-Western NGOs', ['don’t', 'stop', 'pro', 'Western', 'NGOs']],
    ['The U.S. and the U.K.', ['The', 'U.S.', 'and', 'the', 'U.K.']],
    ['Қазақстан-2050 стратегиясы', ['Қазақстан', 'стратегиясы']],
    ['«Всё» — это 5 слов', ['Всё', 'это', 'слов']],
    ['12 + 3', []],
  ])('parts %s', (text, expected) => {
    expect(words(text).map(word => word.text)).toEqual(expected)
  })
})

describe('foldWord', () => {
  it.each([
    ['Kazakhstan’s', 'en', 'kazakhstan'],
    ['workers’', 'en', 'workers'],
    ['don’t', 'en', "don't"],
    ['U.S.', 'en', 'us'],
    ['Ещё', 'ru', 'еще'],
    ['ҰҚШҰ', 'kk', 'ұқшұ'],
    ['İRİ', 'kk-Latn', 'iri'],
    ['IRI', 'kk-Latn', 'ırı'],
  ])('folds %s in %s to %s', (word, tag, expected) => {
    expect(foldWord(word, language(tag))).toBe(expected)
  })
})

it('knows Kazakh Latin has its own pair of i', () => {
  expect(lowerCase('Iİ', language('kk-Latn'))).toBe('ıi')
  expect(lowerCase('I', language('en'))).toBe('i')
})

it('tells initialisms and capitals', () => {
  expect(['NATO', 'ОДКБ', 'U.S.', 'Nato', 'I'].map(isInitialism)).toEqual([true, true, true, false, false])
  expect(['Шеврон', 'шеврон', '«'].map(isCapitalised)).toEqual([true, false, false])
})
