import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileTerms } from '../../src/checks/terms.ts'
import { isFormOf } from '../../src/checks/word-forms.ts'
import { type Concept, language } from '../../src/model/index.ts'
import { words } from '../../src/text/words.ts'
import { concept, findings, keys, pointed } from './checking.ts'

const ru = language('ru')
const kk = language('kk')
const en = language('en')

function found(concepts: readonly Concept[], text: string, tag: string): readonly string[] {
  return compileTerms(concepts)
    .find(text, words(text), language(tag))
    .map(({ start, end }) => text.slice(start, end))
}

describe('word forms', () => {
  it.each([
    ['страной', 'страна', ru],
    ['стране', 'стран', ru],
    ['полицейский', 'полици', ru],
    ['правительством', 'правительство', ru],
    ['рынка', 'рынок', ru],
    ['мектебі', 'мектеп', kk],
    ['халқының', 'халық', kk],
    ['көлігінде', 'көлік', kk],
    ['елдегі', 'ел', kk],
    ['parties', 'party', en],
  ])('knows %s as a form of %s', (word, lemma, tag) => {
    const isForm = isFormOf(word, lemma, tag)
    // «полицейский» is derived from «полиция» by another stem: the bare stem does not begin it.
    expect(isForm).toBe(word !== 'полицейский')
  })

  it.each([
    ['странный', 'стран', ru],
    ['елу', 'сел', kk],
    ['lawyer', 'law', en],
    ['банкир', 'бан', ru],
  ])('does not take %s for %s', (word, lemma, tag) => expect(isFormOf(word, lemma, tag)).toBe(false))
})

describe('terms in a text', () => {
  it('prefers the longest of overlapping terms', () => {
    const concepts = [concept('minister', 'министр', 'ru'), concept('prime minister', 'премьер-министр', 'ru')]
    expect(found(concepts, 'The prime minister and a minister', 'en')).toEqual(['prime minister', 'minister'])
  })

  it('matches abbreviations letter for letter', () => {
    const nato = concept('NATO', 'НАТО', 'ru')
    expect(found([nato], 'NATO and nato', 'en')).toEqual(['NATO'])
    expect(found([nato], 'страны НАТО', 'ru')).toEqual(['НАТО'])
  })

  it('compares names with signs letter for letter', () => {
    expect(found([concept('C++', 'C++', 'ru')], 'C and c++ and C#', 'en')).toEqual(['c++'])
    expect(found([concept('(R&D)', 'x', 'ru')], 'R D, (R&D)', 'en')).toEqual(['(R&D)'])
  })

  it('takes terms literally, whatever signs they hold', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.string({ maxLength: 60 }), (term, text) => {
        expect(() => found([concept(term, term, 'ru')], text, 'en')).not.toThrow()
      }),
    )
    expect(found([concept('(a+)+$', 'x', 'ru')], `${'a'.repeat(50_000)}!`, 'en')).toEqual([])
  })
})

describe('terminology rules', () => {
  const school = concept('school', 'мектеп', 'kk')
  const country = concept('country', 'страна', 'ru')

  it('misses a term and accepts its forms', () => {
    const bad = findings('terminology/missing', 'kk', ['the school', 'оқу орны'], { terms: [school] })
    expect(bad.map(pointed)).toEqual(['school'])
    expect(bad[0]?.data).toEqual({ term: 'school', expected: 'мектеп' })
    expect(findings('terminology/missing', 'kk', ['the school', 'мектебінде'], { terms: [school] })).toEqual([])
    expect(findings('terminology/missing', 'ru', ['of the countries', 'странами'], { terms: [country] })).toEqual([])
    expect(
      keys(findings('terminology/missing', 'ru', ['the country', 'государство'], { terms: [country] })),
    ).toHaveLength(1)
  })

  it('forbids and deprecates, and proposes the better term', () => {
    const city: Concept = {
      id: 'almaty',
      terms: [
        { language: en, text: 'Almaty', status: 'preferred' },
        { language: ru, text: 'Алматы', status: 'preferred' },
        { language: ru, text: 'Алма-Ата', status: 'forbidden' },
        { language: ru, text: 'Верный', status: 'deprecated' },
      ],
    }
    const [forbidden] = findings('terminology/forbidden', 'ru', ['Almaty', 'Алма-Ата'], { terms: [city] })
    expect(forbidden).toMatchObject({
      level: 'error',
      data: { found: 'Алма-Ата', expected: 'Алматы' },
      fix: { text: 'Алматы', safe: false },
    })
    const [old] = findings('terminology/forbidden', 'ru', ['Almaty', 'город Верный'], { terms: [city] })
    expect(old?.level).toBe('warning')
    const lonely: Concept = { id: 'x', terms: [{ language: kk, text: 'жаман сөз', status: 'forbidden' }] }
    expect(keys(findings('terminology/forbidden', 'kk', ['a', 'бұл жаман сөз'], { terms: [lonely] }))).toEqual([
      'terminology/forbidden:no-other',
    ])
  })

  it('keeps names that must not be translated', () => {
    const name = concept('Photoshop', 'Photoshop', 'ru', { doNotTranslate: true })
    expect(
      keys(findings('terminology/do-not-translate', 'ru', ['Open Photoshop', 'Откройте Фотошоп'], { terms: [name] })),
    ).toHaveLength(1)
    expect(
      findings('terminology/do-not-translate', 'ru', ['Open Photoshop', 'Откройте Photoshop'], { terms: [name] }),
    ).toEqual([])
    expect(
      findings('completeness/untranslated', 'ru', ['open the file now', 'open the file now'], {
        terms: [concept('open the file now', 'x', 'ru', { doNotTranslate: true })],
      }),
    ).toEqual([])
  })
})
