import { describe, expect, it } from 'vitest'
import { conceptRate, conceptsOf, countEnglishLemmas, isCoreLanguage } from '../../src/lexicon/core.ts'
import { coreEntries } from '../../src/lexicon/core-entries.ts'
import { language } from '../../src/model/index.ts'

const correspond = (a: string, languageA: string, b: string, languageB: string): boolean => {
  const concepts = new Set(conceptsOf(a, language(languageA)))
  return conceptsOf(b, language(languageB)).some(concept => concepts.has(concept))
}

describe('the core lexicon', () => {
  it('has at least 6,000 English dictionary forms', () => {
    expect(countEnglishLemmas()).toBeGreaterThanOrEqual(6000)
  })

  it('has three fields a line, each side in its own letters', () => {
    for (const line of coreEntries()) {
      const fields = line.split('|')
      expect(fields, line).toHaveLength(3)
      const [english = '', russian = '', kazakh = ''] = fields
      expect(english, line).toMatch(/^[A-Za-z'/ -]+$/)
      expect(russian, line).toMatch(/^[a-zа-яё!/ -]+$/)
      expect(kazakh, line).toMatch(/^[a-zа-яёәғқңөұүһі!/ -]+$/)
    }
  })

  it('mixes no Latin letters into a Cyrillic word', () => {
    for (const line of coreEntries()) expect(line, line).not.toMatch(/[а-яёәғқңөұүһі][a-z]|[a-z][а-яёәғқңөұүһі]/)
  })

  it.each([
    ['authorities', 'en', 'властей', 'ru'],
    ['authorities', 'en', 'билікке', 'kk'],
    ['strikes', 'en', 'забастовки', 'ru'],
    ['strikes', 'en', 'ереуілдер', 'kk'],
    ['republic', 'en', 'республиканың', 'kk'],
    ['people', 'en', 'халықтың', 'kk'],
    ['people', 'en', 'народа', 'ru'],
    ['went', 'en', 'пошли', 'ru'],
    ['Saturday', 'en', 'субботу', 'ru'],
    ['July', 'en', 'шілдеде', 'kk'],
    ['NATO', 'en', 'НАТО', 'ru'],
    ['CSTO', 'en', 'ОДКБ', 'ru'],
    ['CSTO', 'en', 'ҰҚШҰ', 'kk'],
    ['Alma', 'en', 'Алматы', 'kk'],
    ['organisation', 'en', 'организация', 'ru'],
    ['labour', 'en', 'еңбек', 'kk'],
    ['власть', 'ru', 'билік', 'kk'],
    ['people', 'en', 'halyqtyñ', 'kk-Latn'],
    ['кітабы', 'kk', 'книга', 'ru'],
  ])('lets %s (%s) and %s (%s) translate each other', (a, languageA, b, languageB) => {
    expect(correspond(a, languageA, b, languageB)).toBe(true)
  })

  it.each([
    ['government', 'en', 'право', 'ru'],
    ['us', 'en', 'США', 'ru'],
    ['war', 'en', 'мир', 'ru'],
    ['steel', 'en', 'стол', 'ru'],
  ])('keeps %s (%s) and %s (%s) apart', (a, languageA, b, languageB) => {
    expect(correspond(a, languageA, b, languageB)).toBe(false)
  })

  it('knows nothing of other languages and of made-up words', () => {
    expect(isCoreLanguage(language('is'))).toBe(false)
    expect(isCoreLanguage(language('kk-KZ'))).toBe(true)
    expect(conceptsOf('hús', language('is'))).toEqual([])
    expect(conceptsOf('ъхфщ', language('ru'))).toEqual([])
  })

  it('expects a country to be translated more surely than a verb', () => {
    const [country = -1] = conceptsOf('Kazakhstan', language('en'))
    const [verb = -1] = conceptsOf('put', language('en'))
    for (const tag of ['en', 'ru', 'kk']) {
      expect(conceptRate(country, language(tag))).toBeGreaterThan(conceptRate(verb, language(tag)))
    }
    expect(conceptRate(-1, language('en'))).toBe(0.5)
  })
})
