import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { language } from '../../src/model/index.ts'
import { sameStem, stem } from '../../src/text/stem.ts'

const hard = (text: string): string => text.replaceAll('б', 'п').replaceAll('г', 'к').replaceAll('ғ', 'қ')

describe('stem', () => {
  it.each([
    ['en', ['protests', 'protest', 'protesting', 'protested']],
    ['en', ['company', 'companies']],
    ['en', ['stopped', 'stopping', 'stop', 'stops']],
    ['ru', ['власть', 'власти', 'властью', 'властям', 'властями']],
    ['ru', ['республика', 'республики', 'республику', 'республикой', 'республиками']],
    ['ru', ['рабочий', 'рабочие', 'рабочих', 'рабочими']],
    ['kk', ['кітап', 'кітаптар', 'кітаптарымызда', 'кітабы']],
    ['kk', ['мемлекет', 'мемлекеттің', 'мемлекеттер', 'мемлекетке']],
    ['kk-Latn', ['memleket', 'memlekettıñ', 'memleketter']],
  ])('gives forms of one %s word the same stem: %j', (tag, forms) => {
    for (const form of forms) expect(sameStem(form, forms[0] ?? '', language(tag)), form).toBe(true)
  })

  it.each([
    ['en', 'state', 'street'],
    ['ru', 'страна', 'строка'],
    ['kk', 'халық', 'халқын'],
  ])('keeps different words of %s apart: %s, %s', (tag, a, b) => {
    expect(sameStem(a, b, language(tag))).toBe(false)
  })

  it('never gives nothing for a word, and begins as the word does in the first two letters', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'абвгдеиклмнорстуыəқңія'), minLength: 2, maxLength: 20 }),
        fc.constantFrom('ru', 'kk', 'de'),
        (word, tag) => {
          const found = stem(word, language(tag))
          expect(found.length).toBeGreaterThan(1)
          // A last б, г, ғ of a Kazakh stem counts as п, к, қ.
          expect(hard(found.slice(0, 2))).toBe(hard(word.slice(0, 2)))
        },
      ),
    )
  })
})
