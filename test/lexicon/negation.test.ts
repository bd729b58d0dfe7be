import { describe, expect, it } from 'vitest'
import { negations } from '../../src/lexicon/negation.ts'
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
    ['kk', 'Сөйлесе алмасаңыз, білмейтінін айтпас.', ['алмасаңыз', 'білмейтінін', 'айтпас']],
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
