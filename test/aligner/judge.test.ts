import { describe, expect, it } from 'vitest'
import { align, judge } from '../../src/aligner/index.ts'
import { language } from '../../src/model/index.ts'

const options = { sourceLanguage: language('en'), targetLanguage: language('ru') }

const english = [
  'The president declared a state of emergency and dismissed the government.',
  'In 2011 a strike in Zhanaozen led to clashes in which 16 people died.',
  'The work of airports in Aktobe, Aktau and Almaty was paralyzed.',
  'According to surveys, 44 percent have money only to buy food.',
  'Streets and schools were named after Mustafa Shokai.',
  'Clerics trained in Saudi Arabia were active in Kazakhstan.',
]
const russian = [
  'Президент ввёл чрезвычайное положение и отправил правительство в отставку.',
  'В 2011 году забастовка в Жанаозене привела к столкновениям, в которых погибли 16 человек.',
  'Была парализована работа аэропортов в Актобе, Актау и Алматы.',
  'По данным опросов, у 44 процентов денег хватает только на покупку еды.',
  'Улицы и школы назвали именем Мустафы Шокая.',
  'В Казахстане действовали священнослужители, обученные в Саудовской Аравии.',
]

const judged = (source: readonly string[], target: readonly string[]): string[] =>
  judge(align(source, target, options), options).map(
    each => `${each.kind} ${each.source.from}-${each.source.to} ${each.target.from}-${each.target.to}`,
  )

describe('judge', () => {
  it('has nothing to say of a right bitext', () => {
    expect(judged(english, russian)).toEqual([])
    expect(judged([], [])).toEqual([])
  })

  it('names a missing and an extra segment', () => {
    expect(judged(english, russian.toSpliced(2, 1))).toEqual(['missing 2-3 2-2'])
    expect(judged(english.toSpliced(3, 1), russian)).toEqual(['extra 3-3 3-4'])
  })

  it('names a foreign segment in the place of a translation', () => {
    const foreign = russian.with(
      2,
      'Учительница купила детям новые книги, тетради и карандаши, а потом повела класс в зоопарк смотреть слона и обезьян.',
    )
    expect(judged(english, foreign)).toEqual(['foreign 2-3 2-3'])
  })

  it('names two segments that changed places', () => {
    const swapped = russian.with(1, russian[2] ?? '').with(2, russian[1] ?? '')
    expect(judged(english, swapped)).toEqual(['swapped 1-3 1-3'])
  })

  it('names a paragraph that moved, as one, not as missing and extra', () => {
    const [a = '', b = '', ...rest] = russian
    expect(judged(english, [...rest, a, b])).toEqual(['moved 0-2 4-6'])
  })
})
