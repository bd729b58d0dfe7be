import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { consonantsOf, endingSounds, kazakhToLatin, soundSimilarity, soundsOf } from '../../src/text/transliterate.ts'

describe('kazakhToLatin', () => {
  it.each([
    ['Қазақстан Республикасының Үкіметі', 'Qazaqstan Respublikasynyñ Ükımetı'],
    ['Әбілқасымова', 'Äbılqasymova'],
    ['ІІМ', 'IIM'],
    ['Иран', 'İran'],
    ['Щучинск', 'Şşuchinsk'],
    ['ЮНЕСКО', 'İUNESKO'],
    ['text 5', 'text 5'],
  ])('writes %s as %s', (cyrillic, latin) => {
    expect(kazakhToLatin(cyrillic)).toBe(latin)
  })
})

function likeness(a: string, b: string, language = 'ru'): number {
  return soundSimilarity(soundsOf(a), soundsOf(b), endingSounds('en'), endingSounds(language))
}

describe('soundSimilarity', () => {
  it.each([
    ['chevron', 'шевроном', 'ru'],
    ['alcelormittal', 'арселормиттал', 'ru'],
    ['zhanaozen', 'жаңаөзенде', 'kk'],
    ['zhanaozen', 'жанаозене', 'ru'],
    ['hitler', 'гитлера', 'ru'],
    ['christopher', 'кристофер', 'ru'],
    ['washington', 'вашингтонға', 'kk'],
    ['wales', 'уэльс', 'ru'],
    ['buhkeikhanov', 'бөкейханов', 'kk'],
    ['zyuganov', 'зюганов', 'ru'],
  ])('hears %s in %s', (a, b, language) => {
    expect(likeness(a, b, language)).toBeGreaterThan(0.72)
  })

  it.each([
    ['house', 'хороший'],
    ['government', 'говорит'],
    ['people', 'республика'],
    ['country', 'строка'],
  ])('does not hear %s in %s', (a, b) => {
    expect(likeness(a, b)).toBeLessThan(0.72)
  })

  it('is symmetric, 1 for equals, and stays within 0 and 1', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abdefgiklmnoprstuvzSCX'), minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(word, word, (a, b) => {
        const forth = soundSimilarity(a, b, 2, 2)
        expect(forth).toBeGreaterThanOrEqual(0)
        expect(forth).toBeLessThanOrEqual(1)
        expect(soundSimilarity(a, a, 2, 2)).toBe(1)
      }),
    )
  })

  it('has nothing to say about nothing', () => {
    expect(soundSimilarity('', 'abc', 1, 1)).toBe(0)
  })
})

it('gives words that sound alike one key', () => {
  expect(consonantsOf(soundsOf('george'))).toBe(consonantsOf(soundsOf('джордж')))
  expect(consonantsOf(soundsOf('straße'))).toBe(consonantsOf(soundsOf('штрассе')))
})
