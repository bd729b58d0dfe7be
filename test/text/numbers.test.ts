import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { language } from '../../src/model/index.ts'
import { monthMentions } from '../../src/text/months.ts'
import { compareNumbers, isConversion } from '../../src/text/number-comparison.ts'
import { type NumberMention, numberMentions } from '../../src/text/numbers.ts'

const read = (text: string, tag: string): readonly NumberMention[] => numberMentions(text, language(tag))
const values = (text: string, tag: string): readonly number[] => read(text, tag).map(({ value }) => value)
const strong = (text: string, tag: string): readonly number[] =>
  read(text, tag).flatMap(({ value, weak }) => (weak ? [] : [value]))

describe('numbers in figures', () => {
  it.each([
    ['en', '25,000 and 1,234,567.5', [25_000, 1_234_567.5]],
    ['ru', '25 000 и 1 234 567,5', [25_000, 1_234_567.5]],
    ['kk', '25 000 адам, 4,3 пайыз', [25_000, 4.3]],
    ['en', '£1.5m, $2bn, 300k', [1_500_000, 2e9, 300_000]],
    ['ru', '25 тыс. человек, 1,5 млн, 3 миллиарда', [25_000, 1_500_000, 3e9]],
    ['kk', '25 мыңнан астам, 1,5 миллион', [25_000, 1_500_000]],
    ['ru', '25-тысячная толпа, 2,5-миллионный город', [25_000, 2_500_000]],
    ['en', 'at 3 p.m., 12 a.m. and 15:30', [15, 0, 15.5]],
    ['en', '50th, 1st, the 1990s', [50, 1, 1990]],
    ['ru', '50-й, 90-е', [50, 90]],
    ['kk', '10-шы, 60-тан', [10, 60]],
    ['en', '½ and 1/4', [0.5, 0.25]],
    ['ru', '12.09.2018', [20_180_912]],
    ['en', '2018-09-12, 9/12/2018', [20_180_912, 20_180_912]],
    ['en', 'version 10.15.7', [10_015_007]],
    ['ru', '1.200.000', [1_200_000]],
    ['en', '1,2,3', [1, 2, 3]],
    ['ru', 'ст. 4.2', [4.2]],
  ])('in %s: %s', (tag, text, expected) => expect(values(text, tag)).toEqual(expected))

  it('know what they count', () => {
    const units = (text: string, tag: string): readonly (string | undefined)[] =>
      read(text, tag).map(({ unit }) => unit)
    expect(units('70 percent, 4.3 %, 12 per cent', 'en')).toEqual(['percent', 'percent', 'percent'])
    expect(units('$350, 350 dollars, €5', 'en')).toEqual(['USD', 'USD', 'EUR'])
    expect(units('1 to 4 inches', 'en')).toEqual(['inch', 'inch'])
    expect(units('80 °F, 27 °C', 'en')).toEqual(['fahrenheit', 'celsius'])
    expect(units('350 долларов, 5 пайыз', 'ru')).toEqual(['USD', 'percent'])
    expect(read('5-2, 3:1', 'en').map(({ kind }) => kind)).toEqual(['score', 'score', 'score', 'score'])
    expect(read('10–20 тыс.', 'ru')[0]?.alternatives).toEqual([10_000])
    expect(read('2018-19', 'en')[1]?.alternatives).toEqual([2019])
  })

  it('are weak inside codes and names', () => {
    expect(strong('B2B, F-16, Boeing', 'en')).toEqual([])
    expect(strong('XIX век', 'ru')).toEqual([])
    expect(values('XIX век, II', 'ru')).toEqual([19, 2])
  })

  it('never fail, and stand where they say', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[0-9a-zA-Zа-яәқі .,:/'’%$€–-]{0,60}$/),
        fc.constantFrom('en', 'ru', 'kk', 'kk-Latn', 'de'),
        (text, tag) => {
          let last = 0
          for (const { start, end, value } of read(text, tag)) {
            expect(start).toBeGreaterThanOrEqual(last)
            expect(end).toBeGreaterThan(start)
            expect(end).toBeLessThanOrEqual(text.length)
            expect(value).toBeGreaterThanOrEqual(0)
            last = end
          }
        },
      ),
    )
  })

  it('written by the rules of a language read as themselves', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), fc.constantFrom('en', 'ru', 'kk'), (value, tag) => {
        expect(values(new Intl.NumberFormat(tag).format(value), tag)).toEqual([value])
      }),
    )
  })
})

describe('numbers in words', () => {
  it.each([
    ['en', 'twenty-one, one hundred and five, two thousand and nineteen', [21, 105, 2019]],
    ['ru', 'двадцать одна, ста пяти, двухсот тридцати шести', [21, 105, 236]],
    ['ru', 'две тысячи девятнадцатого года', [2019]],
    ['ru', 'пятьюдесятью, сорока, девяноста, тремястами', [50, 40, 90, 300]],
    ['ru', 'трое, вчетвером', [3, 4]],
    ['kk', 'он бес, екі жүз қырық бес, үш мың', [15, 245, 3000]],
    ['kk', 'екіден, бесінші, алтыншы, бесеуі', [2, 5, 6, 5]],
    ['en', 'the twenty-first century', [21, 100]],
    ['en', 'five million', [5_000_000]],
    ['ru', 'пять миллионов двести тысяч', [5_200_000]],
  ])('in %s: %s', (tag, text, expected) => expect(values(text, tag)).toEqual(expected))

  it.each([
    ['en', 'one of them, the first, a couple, both, half a dozen'],
    ['ru', 'один из них, одного, семью, пара, оба, половина, двухлетний'],
    ['kk', 'бір адам, бірінші, қос, жарты'],
  ])('that may be none are weak in %s: %s', (tag, text) => expect(strong(text, tag)).toEqual([]))

  it('leave the false friends of Kazakh alone', () => {
    expect(values('оның, онда, үшін, алтын, дүние жүзінде, бірақ, жетті', 'kk')).toEqual([])
  })

  it('do not glue neighbours', () => {
    expect(values('five six', 'en')).toEqual([5, 6])
    expect(values('десять пять', 'ru')).toEqual([10, 5])
    expect(values('one, two and three', 'en')).toEqual([1, 2, 3])
  })
})

describe('comparison', () => {
  const compare = (a: string, b: string, tag: string): readonly string[] => {
    const { missing, extra, converted } = compareNumbers(read(a, 'en'), read(b, tag))
    return [
      ...missing.map(mention => `-${a.slice(mention.start, mention.end)}`),
      ...extra.map(mention => `+${b.slice(mention.start, mention.end)}`),
      ...converted.map(({ source, target }) => `${source.value}=${target.value}`),
    ]
  }

  it.each([
    ['25,000 people', '25 тыс. человек', 'ru', []],
    ['4.3 percent', '4,3 пайыз', 'kk', []],
    ['two brothers', 'екі ағайынды', 'kk', []],
    ['at 3 p.m.', 'в 15:00', 'ru', []],
    ['half of them', '50 процентов', 'ru', []],
    ['70 percent', '40 процентов', 'ru', ['-70', '+40']],
    ['4 inches', '10 см', 'ru', ['4=10']],
    ['80 degrees', '27 градусов', 'ru', ['80=27']],
    ['30 miles', '48 шақырым', 'kk', ['30=48']],
    ['200 billion', '200 млн', 'ru', ['-200 billion', '+200 млн']],
    ['200 billion', '200 млн', 'kk', ['-200 billion', '+200 млн']],
    ['200 billion', '200 млрд', 'ru', []],
    ['200 billion', '200 миллиард', 'kk', []],
    ['200', '200 млрд', 'ru', []],
    ['2.5 million', 'два с половиной миллиона', 'ru', []],
    ['2.5 million', 'екі жарым миллион', 'kk', []],
    ['two and a half million', '2,5 млн', 'ru', []],
    ['half a million', '500 мың', 'kk', []],
    ['1.5 million', 'полтора миллиона', 'ru', []],
    ['three quarters of voters', 'сайлаушылардың төрттен үші', 'kk', []],
    ['from ten to twenty', 'оннан жиырмаға дейін', 'kk', []],
    ['five of us', 'бесеуміз', 'kk', []],
    ['a five-year plan', 'бесжылдық жоспар', 'kk', []],
    ['a 200-year-old oak', 'двухсотлетний дуб', 'ru', []],
    ['at 7.55am', 'сағат 7.55-те', 'kk', []],
    ['at 7.55am', 'в 7:55', 'ru', []],
    ['1.7 billion', '1,7 миллиардпен', 'kk', []],
    ['25,000', '25 мыңымен', 'kk', []],
  ])('%s – %s', (a, b, tag, expected) => expect(compare(a, b, tag)).toEqual(expected))

  it('sees a number that is said once instead of twice', () => {
    const scarce = (a: string, b: string, tag: string): number =>
      compareNumbers(read(a, 'en'), read(b, tag)).scarce.length
    expect(scarce('At 2pm two vans came.', 'В час дня приехали два фургона.', 'ru')).toBe(1)
    expect(scarce('At 2pm two vans came.', 'Сағат 14:00-де екі фургон келді.', 'kk')).toBe(0)
    expect(scarce('two men and two women', 'двое мужчин и женщин', 'ru')).toBe(0)
  })

  it('sees a magnitude of its own', () => {
    const magnitudes = (a: string, b: string, tag: string): number =>
      compareNumbers(read(a, 'en'), read(b, tag)).magnitudes.length
    expect(magnitudes('Thousands came.', 'Пришли миллионы.', 'ru')).toBe(1)
    expect(magnitudes('Thousands came.', 'Жүздеген адам келді.', 'kk')).toBe(1)
    expect(magnitudes('Thousands came.', 'Мыңдаған адам келді.', 'kk')).toBe(0)
    expect(magnitudes('Thousands came.', 'Пришли 30 тысяч человек.', 'ru')).toBe(0)
    expect(magnitudes('A billionaire came.', 'Приехал миллионер.', 'ru')).toBe(1)
    expect(magnitudes('A billionaire came.', 'Миллиардерді көрдім.', 'kk')).toBe(0)
  })

  it('knows wrong conversions', () => {
    const [inches] = read('4 inches', 'en')
    const [wrong] = read('20 см', 'ru')
    if (inches === undefined || wrong === undefined) throw new Error('no number')
    expect(isConversion(inches, wrong)).toBe(false)
  })
})

describe('months', () => {
  it.each([
    ['en', 'in May, mid-September, 3 March, June’s', [5, 9, 3, 6]],
    ['ru', 'в мае, сентября, мартовский, июле', [5, 9, 3, 7]],
    ['kk', 'мамырда, қыркүйектің, желтоқсан, шілдеде', [5, 9, 12, 7]],
    ['kk', 'қаңтарында, шілдесінен, қарашасындағы, сәуірлік', [1, 7, 11, 4]],
    ['ru', 'июньский, октябрьская, майскими', [6, 10, 5]],
    ['de', 'Mai', []],
  ])('in %s: %s', (tag, text, expected) => {
    const found = monthMentions(text, language(tag)).filter(({ weak }) => !weak)
    expect(found.map(({ month }) => month)).toEqual(expected)
  })

  it('are weak where the word has other meanings', () => {
    expect(monthMentions('You May go. March on.', language('en')).every(({ weak }) => weak)).toBe(true)
    expect(monthMentions('футбол маусымы', language('kk'))).toMatchObject([{ month: 6, weak: true }])
  })
})
