import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { align } from '../../src/aligner/index.ts'
import { type Bitext, language } from '../../src/model/index.ts'

const enRu = { sourceLanguage: language('en'), targetLanguage: language('ru') }
const enKk = { sourceLanguage: language('en'), targetLanguage: language('kk') }

/** `1-2|1` says: source segments 1 and 2 with target segment 1; counted from 0. */
function shapes({ beads }: Bitext): string {
  const side = ({ from, to }: { from: number; to: number }): string =>
    to === from ? '' : to - from === 1 ? `${from}` : `${from}-${to - 1}`
  return beads.map(bead => `${side(bead.source)}|${side(bead.target)}`).join(' ')
}

const english = [
  'In 2011 a strike of oilmen in Zhanaozen led to clashes in which 16 people died.',
  'The coronavirus pandemic finally shattered the myth about social peace in Kazakhstan.',
  'With the world poverty level at 5.5 dollars a day, one in every seven citizens is below the poverty line.',
  'The oil sector is dominated by Chevron and Exxon Mobil.',
  'Streets and schools were named after them.',
  'Late last year parliament passed a bill on visual information.',
]
const russian = [
  'В 2011 году забастовка нефтяников в Жанаозене привела к столкновениям, в которых погибли 16 человек.',
  'Пандемия коронавируса окончательно разрушила миф о социальном мире в Казахстане.',
  'При мировом уровне бедности в 5,5 доллара в день за чертой бедности живёт каждый седьмой гражданин.',
  'В нефтяном секторе господствуют «Шеврон» и «Эксон Мобил».',
  'Их именами называли улицы и школы.',
  'В конце прошлого года парламент принял законопроект о визуальной информации.',
]
const kazakh = [
  '2011 жылы Жаңаөзендегі мұнайшылардың ереуілі қақтығыстарға ұласып, 16 адам қаза тапты.',
  'Коронавирус пандемиясы Қазақстандағы әлеуметтік бейбітшілік туралы мифті біржола күйретті.',
  'Әлемдік кедейлік деңгейі күніне 5,5 доллар болғанда, әрбір жетінші азамат кедейлік шегінен төмен тұрады.',
  'Мұнай секторында «Шеврон» мен «Эксон Мобил» үстемдік етеді.',
  'Көшелер мен мектептерге солардың есімдері берілді.',
  'Өткен жылдың соңында парламент визуалды ақпарат туралы заң жобасын қабылдады.',
]

const without = (texts: readonly string[], ...gone: number[]): string[] => texts.filter((_, i) => !gone.includes(i))

describe('align', () => {
  it('puts every segment into exactly one bead, in order, whatever the texts', () => {
    const text = fc.oneof(
      fc.constantFrom(...english, ...russian, ...kazakh, '', ' ', '***', '12'),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
    )
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), fc.array(text, { maxLength: 12 }), (source, target) => {
        const { beads } = align(source, target, enRu)
        let i = 0
        let j = 0
        for (const bead of beads) {
          expect(bead.source.from).toBe(i)
          expect(bead.target.from).toBe(j)
          i = bead.source.to
          j = bead.target.to
          const shape = `${i - bead.source.from}:${j - bead.target.from}`
          expect(['1:1', '1:0', '0:1', '1:2', '2:1', '2:2', '1:3', '3:1']).toContain(shape)
          expect(bead.confidence).toBeGreaterThanOrEqual(0)
          expect(bead.confidence).toBeLessThanOrEqual(1)
        }
        expect([i, j]).toEqual([source.length, target.length])
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    ['ru', russian, enRu],
    ['kk', kazakh, enKk],
  ])('pairs what says the same: %s', (_, target, options) => {
    const bitext = align(english, target, options)
    expect(shapes(bitext)).toBe('0|0 1|1 2|2 3|3 4|4 5|5')
    for (const bead of bitext.beads) expect(bead.confidence).toBeGreaterThan(0.9)
  })

  it.each([
    ['ru', russian, enRu],
    ['kk', kazakh, enKk],
  ])('sees a missing and an extra sentence: %s', (_, target, options) => {
    expect(shapes(align(english, without(target, 3), options))).toBe('0|0 1|1 2|2 3| 4|3 5|4')
    expect(shapes(align(without(english, 2), target, options))).toBe('0|0 1|1 |2 2|3 3|4 4|5')
  })

  it.each([
    ['ru', russian, enRu],
    ['kk', kazakh, enKk],
  ])('sees merged and split sentences: %s', (_, target, options) => {
    const merged = [...target.slice(0, 1), `${target[1]} ${target[2]}`, ...target.slice(3)]
    expect(shapes(align(english, merged, options))).toBe('0|0 1-2|1 3|2 4|3 5|4')
    const joined = [...english.slice(0, 2), `${english[2]} ${english[3]}`, ...english.slice(4)]
    expect(shapes(align(joined, target, options))).toBe('0|0 1|1 2|2-3 3|4 4|5')
  })

  it('keeps two segments that changed places in one bead', () => {
    const swapped = [russian[0], russian[2], russian[1], ...russian.slice(3)].map(String)
    expect(shapes(align(english, swapped, enRu))).toBe('0|0 1-2|1-2 3|3 4|4 5|5')
  })

  it('parts a pair that only stands side by side', () => {
    const foreign = [
      ...russian.slice(0, 3),
      'Учительница купила детям новые книги, тетради и карандаши, а потом повела класс в зоопарк смотреть слона.',
      ...russian.slice(4),
    ]
    expect(shapes(align(english, foreign, enRu))).toBe('0|0 1|1 2|2 3| |3 4|4 5|5')
  })

  it.each([
    [0, 0, ''],
    [3, 0, '0| 1| 2|'],
    [0, 2, '|0 |1'],
  ])('takes %i against %i segments', (sources, targets, expected) => {
    expect(shapes(align(english.slice(0, sources), russian.slice(0, targets), enRu))).toBe(expected)
  })

  it('takes one segment against ten thousand', () => {
    const target = Array.from({ length: 10_000 }, (_, i) => `Строка номер ${i} ни о чём.`)
    target[7000] = russian[3] ?? ''
    const { beads } = align(english.slice(3, 4), target, enRu)
    expect(beads).toHaveLength(10_000)
    expect(beads[7000]).toMatchObject({ source: { from: 0, to: 1 }, target: { from: 7000, to: 7001 } })
  })

  it('uses paragraphs as a hint, not as a wall', () => {
    const vague = (count: number): string[] => Array.from({ length: count }, () => 'Mm mm mm mm.')
    const paragraphs = { source: [0, 2], target: [0, 3] }
    expect(shapes(align(vague(4), vague(5), { ...enRu, paragraphs }))).toMatch(/ 2\|3 3\|4$/)
    const crossing = { source: [0, 2], target: [0] }
    const merged = [russian[0], `${russian[1]} ${russian[2]}`, ...russian.slice(3)].map(String)
    expect(shapes(align(english, merged, { ...enRu, paragraphs: crossing }))).toBe('0|0 1-2|1 3|2 4|3 5|4')
  })

  it('learns words from a memory and from a glossary', () => {
    const strange = ['Zibble wok.', 'Frunk mosk.', 'Plonk teeb.']
    const answers = ['Йоху щуп.', 'Жых нур.', 'Эбы лац.']
    const memory = strange.map((text, i) => [text, answers[i] ?? ''] as const)
    expect(shapes(align(strange, answers.slice(1), { ...enRu, memory: [...memory, ...memory, ...memory] }))).toBe(
      '0| 1|0 2|1',
    )
    const terms = [
      {
        id: 'c1',
        terms: [
          { language: language('en'), text: 'frunk', status: 'preferred' as const },
          { language: language('ru'), text: 'жых', status: 'preferred' as const },
        ],
      },
    ]
    expect(shapes(align(strange.slice(0, 2), answers.slice(1, 2), { ...enRu, terms }))).toBe('0| 1|0')
  })

  it('aligns languages it knows nothing of by names, numbers and length', () => {
    const german = ['Im Jahr 1953 bestieg Hillary den Everest.', 'Das war schwer.', 'Lambert kam 8595 m hoch.']
    const french = ['Hillary a gravi l’Everest en 1953.', 'Lambert atteignit 8595 m.']
    expect(shapes(align(german, french, { sourceLanguage: language('de'), targetLanguage: language('fr') }))).toMatch(
      /^0\|0 .*2\|1$|^0\|0 1-2\|1$/,
    )
  })

  it('aligns a big text in a narrow band', () => {
    const source = Array.from(
      { length: 1200 },
      (_, i) => `Paragraph ${i * 7} tells of the year ${1000 + i} and the people.`,
    )
    const target = source
      .map((_, i) => `Абзац ${i * 7} рассказывает о годе ${1000 + i} и о людях.`)
      .filter((_, i) => i % 100 !== 50)
    const { beads } = align(source, target, enRu)
    const missing = beads.filter(bead => bead.target.to === bead.target.from).map(bead => bead.source.from)
    expect(missing).toEqual(Array.from({ length: 12 }, (_, i) => i * 100 + 50))
  })

  it.each(['source', 'target'] as const)('keeps its way past thousands of segments that only the %s has', side => {
    const numbered = (count: number, first: number, word: string): string[] =>
      Array.from({ length: count }, (_, i) => `${word} ${(first + i) * 7}.`)
    const more = (word: string): string[] => [
      ...numbered(150, 0, word),
      ...numbered(2500, 5000, word),
      ...numbered(150, 150, word),
    ]
    const less = (word: string): string[] => numbered(300, 0, word)
    const { beads } =
      side === 'source' ? align(more('Number'), less('Число'), enRu) : align(less('Number'), more('Число'), enRu)
    const paired = beads.filter(({ source, target }) => source.to > source.from && target.to > target.from)
    const shift = side === 'source' ? 2500 : -2500
    expect(paired.map(({ source, target }) => source.from - target.from)).toEqual([
      ...Array(150).fill(0),
      ...Array(150).fill(shift),
    ])
  })

  it('keeps a sentence cut at a comma together, though each half alone would do', () => {
    const source = [...english.slice(0, 4), 'He came home late, and we went out to meet him.', ...english.slice(4)]
    const target = [...russian.slice(0, 4), 'Он пришёл домой поздно,', 'и мы вышли.', ...russian.slice(4)]
    expect(shapes(align(source, target, enRu))).toBe('0|0 1|1 2|2 3|3 4|4-5 5|6 6|7')
    const whole = [...russian.slice(0, 4), 'Он пришёл домой поздно.', 'Мы вышли.', ...russian.slice(4)]
    expect(align(source, whole, enRu).beads[4]?.confidence).toBeLessThan(
      align(source, target, enRu).beads[4]?.confidence ?? 0,
    )
  })

  it('stops when it is told to', () => {
    const source = Array.from({ length: 600 }, (_, i) => `Line ${i}`)
    expect(() => align(source, source, { ...enRu, signal: AbortSignal.abort() })).toThrow()
  })
})
