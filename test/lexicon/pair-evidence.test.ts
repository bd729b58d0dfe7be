import { describe, expect, it } from 'vitest'
import { learn } from '../../src/lexicon/learned.ts'
import { exchangedNames, pairEvidence } from '../../src/lexicon/pair-evidence.ts'
import { language } from '../../src/model/index.ts'

const ru = { sourceLanguage: language('en'), targetLanguage: language('ru') }
const kk = { sourceLanguage: language('en'), targetLanguage: language('kk') }

describe('pairEvidence', () => {
  it.each([
    [
      'The authorities ignored the legitimate demands of the people.',
      'Власти игнорировали законные требования народа.',
      ru,
    ],
    [
      'Strikes have been going on at Kazakhstan’s enterprises.',
      'Қазақстан кәсіпорындарында ереуілдер жүріп жатты.',
      kk,
    ],
  ])('finds the words of a translation: %s', (source, target, options) => {
    const evidence = pairEvidence(source, target, options)
    expect(evidence.source.coverage).toBeGreaterThan(0.7)
    expect(evidence.source.known).toBeGreaterThan(3)
    expect(Math.abs(evidence.lengthDeviation)).toBeLessThan(2)
  })

  it('misses them in a foreign sentence', () => {
    const { source } = pairEvidence(
      'The authorities ignored the demands of the people.',
      'Погода вчера была тёплой.',
      ru,
    )
    expect(source.coverage).toBeLessThan(0.3)
    expect(source.longestUnmatched?.known).toBeGreaterThan(2)
  })

  it('names the names and says which are there', () => {
    const { source } = pairEvidence('He met Zyuganov and Tokayev of NATO.', 'Он встретил Зюганова из НАТО.', ru)
    expect(source.names.map(({ text, found }) => [text, found])).toEqual([
      ['Zyuganov', true],
      ['Tokayev', false],
      ['NATO', true],
    ])
  })

  it('says how far the length is from what is usual', () => {
    expect(pairEvidence('One two three four five six seven eight nine ten.', 'Раз.', ru).lengthDeviation).toBeLessThan(
      -2.5,
    )
    expect(pairEvidence('', '', ru).lengthRatio).toBe(1)
    expect(pairEvidence('abcd', 'абвг', { ...ru, lettersRatio: 0.5 }).lengthRatio).toBe(2)
  })

  it('says where the longest stretch without counterpart stands', () => {
    const text = 'The army attacked the city, and the president resigned after the protests.'
    const { source } = pairEvidence(text, 'Армия атаковала город.', ru)
    const run = source.longestUnmatched
    expect(text.slice(run?.start, run?.end)).toBe('president resigned after the protests')
  })

  it('learns words from a memory', () => {
    const pairs = Array.from({ length: 8 }, (_, i) => [`The frobnicator ${i}`, `Крутелка ${i}`] as const)
    const others = Array.from({ length: 40 }, (_, i) => [`Something else ${i}`, `Нечто другое ${i}`] as const)
    const lexicon = learn([...pairs, ...others], { ...ru, witness: 'memory' })
    const read = (target: string) => pairEvidence('frobnicator', target, { ...ru, lexicon })
    expect(read('крутелки').source).toMatchObject({ known: 1, found: 1 })
    expect(read('нечто').source).toMatchObject({ known: 1, found: 0 })
  })
})

describe('exchangedNames', () => {
  it.each([
    ['He met Zyuganov in Moscow.', 'Он встретил Миронова в Москве.', ru, 'Zyuganov', 'Миронова'],
    ['The work of Chevron in Aktobe stopped.', 'Ақтөбедегі Тоталь жұмысы тоқтады.', kk, 'Chevron', 'Тоталь'],
  ])('sees one in “%s”', (source, target, options, lost, added) => {
    const names = exchangedNames(pairEvidence(source, target, options))
    expect([names?.source.text, names?.target.text]).toEqual([lost, added])
  })

  it.each([
    ['He met Zyuganov in Moscow.', 'Он встретил Зюганова в Москве.', ru],
    ['He met Wallace and Lewis.', 'Он встретил Уоллеса и Льюиса.', ru],
    ['A statement of Johnson on Southern Europe.', 'Заявление Джонсона о Южной Европе.', ru],
    ['He met them.', 'Он встретил их в Москве.', ru],
  ])('sees none in “%s”', (source, target, options) => {
    expect(exchangedNames(pairEvidence(source, target, options))).toBeUndefined()
  })
})
