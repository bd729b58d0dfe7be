import { describe, expect, it } from 'vitest'
import { scoreLimits, scoreReader } from '../../src/lexicon/pair-scores.ts'
import { language } from '../../src/model/index.ts'

const english = [
  'In 2011 a strike of oilmen in Zhanaozen led to clashes in which 16 people died.',
  'The coronavirus pandemic finally shattered the myth about social peace in Kazakhstan.',
  'The oil sector is dominated by Chevron and Exxon Mobil.',
  'Late last year parliament passed a bill whereby all visual information could only be in the Kazakh language.',
]
const translations: Readonly<Record<string, readonly string[]>> = {
  ru: [
    'В 2011 году забастовка нефтяников в Жанаозене привела к столкновениям, в которых погибли 16 человек.',
    'Пандемия коронавируса окончательно разрушила миф о социальном мире в Казахстане.',
    'В нефтяном секторе господствуют «Шеврон» и «Эксон Мобил».',
    'В конце прошлого года парламент принял закон, по которому вся визуальная информация может быть только на казахском языке.',
  ],
  kk: [
    '2011 жылы Жаңаөзендегі мұнайшылардың ереуілі қақтығыстарға ұласып, 16 адам қаза тапты.',
    'Коронавирус пандемиясы Қазақстандағы әлеуметтік бейбітшілік туралы мифті біржола күйретті.',
    'Мұнай секторында «Шеврон» мен «Эксон Мобил» үстемдік етеді.',
    'Өткен жылдың соңында парламент барлық визуалды ақпарат тек қазақ тілінде болуы тиіс деген заң қабылдады.',
  ],
}

describe.each(['ru', 'kk'])('scores of a pair en–%s', tag => {
  const scores = scoreReader({ sourceLanguage: language('en'), targetLanguage: language(tag) })
  const read = (source: string, target: string): number => scores(source, target).likelihood
  const targets = translations[tag] ?? []

  it('is high for a translation', () => {
    for (const [i, source] of english.entries()) expect(read(source, targets[i] ?? ''), source).toBeGreaterThan(3)
  })

  it('is higher for the translation than for any other sentence', () => {
    for (const [i, source] of english.entries()) {
      const own = read(source, targets[i] ?? '')
      for (const [j, other] of targets.entries())
        if (i !== j) expect(own, `${i} ${j}`).toBeGreaterThan(read(source, other))
    }
  })

  it('is low for a stranger', () => {
    expect(read(english[3] ?? '', targets[0] ?? '')).toBeLessThan(scoreLimits.stranger.sure)
    expect(read(english[0] ?? '', targets[3] ?? '')).toBeLessThan(scoreLimits.stranger.sure)
  })

  it('see a clause that was left out, and one that was added', () => {
    const source = `${english[1]?.slice(0, -1)}, and parliament passed a bill on the Kazakh language.`
    const whole = scores(english[1] ?? '', targets[1] ?? '')
    expect(whole.omission).toBeLessThan(scoreLimits.omission.doubtful)
    expect(whole.addition).toBeLessThan(scoreLimits.addition.doubtful)
    expect(scores(source, targets[1] ?? '').omission).toBeGreaterThan(scoreLimits.omission.doubtful)
    expect(scores(english[1] ?? '', `${targets[1]?.slice(0, -1)}. ${targets[0]}`).addition).toBeGreaterThan(
      scoreLimits.addition.doubtful,
    )
  })
})

it('takes empty texts and languages it does not know', () => {
  const scores = scoreReader({ sourceLanguage: language('en'), targetLanguage: language('is') })
  const read = (source: string, target: string): number => scores(source, target).likelihood
  expect(Number.isFinite(read('', ''))).toBe(true)
  expect(read('Hillary reached 8848 m.', 'Hillary náði 8848 m hæð.')).toBeGreaterThan(0)
})
