import { describe, expect, it } from 'vitest'
import { denialBalance, negations } from '../../src/lexicon/negation.ts'
import { language } from '../../src/model/index.ts'

const found = (text: string, tag: string): string[] => negations(text, language(tag)).map(each => each.text)

describe('negations', () => {
  it.each([
    [
      'en',
      'They cannot and don’t want; never without us, nor unemployed.',
      ['cannot', 'don’t', 'never', 'without', 'nor', 'unemployed'],
    ],
    ['ru', 'Не пришёл, нет денег, никогда без работы.', ['Не', 'нет', 'никогда', 'без']],
    ['kk', 'Ол келмейді, көрмеген, жоқ, емес, жұмыссыз.', ['келмейді', 'көрмеген', 'жоқ', 'емес', 'жұмыссыз']],
    ['kk-Latn', 'Ol kelmeidı, joq, emes.', ['kelmeidı', 'joq', 'emes']],
  ])('finds those of %s', (tag, text, expected) => {
    expect(found(text, tag)).toEqual(expected)
  })

  it.each([
    ['en', 'Norway notes the knot.'],
    ['ru', 'Небо над нами, нити, ноты.'],
    ['kk', 'Бағдарлама, баспасөз, мәлімдеме, бөлме, қаулы, теңге, тамаша.'],
    ['is', 'ekki'],
  ])('finds none in %s: %s', (tag, text) => {
    expect(found(text, tag)).toEqual([])
  })

  it('says which surely deny', () => {
    expect(negations('not without', language('en')).map(each => each.sure)).toEqual([true, false])
  })
})

describe('denialBalance', () => {
  const balance = (source: string, target: string, tag: string): number =>
    denialBalance(source, language('en'), target, language(tag))

  it.each([
    ['He did not come.', 'Он не пришёл.', 'ru', 0],
    ['He did not come.', 'Он пришёл.', 'ru', 1],
    ['No one knew.', 'Никто знал.', 'ru', 1],
    ['No one knew.', 'Никто не знал.', 'ru', 0],
    ['He came without money.', 'Он пришёл, денег нет.', 'ru', 0],
    ['He came.', 'Он не пришёл.', 'ru', -1],
    ['He did not come.', 'Ол келмеді.', 'kk', 0],
    ['He did not come.', 'Ол келді.', 'kk', 1],
    ['He will not come.', 'Ол келмейтіндігін айтты.', 'kk', 0],
    ['We are No. 1.', 'Мы первые.', 'ru', 0],
  ])('of “%s” and “%s” (%s) is %i', (source, target, tag, expected) => {
    expect(balance(source, target, tag)).toBe(expected)
  })
})
