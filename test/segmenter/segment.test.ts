import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { language } from '../../src/model/index.ts'
import { decisions, type Profile, paragraphJoiner, segment, segmentStream } from '../../src/segmenter/index.ts'
import { expectLinear } from '../growth.ts'

const tags = ['en', 'ru', 'kk', 'kk-Latn', 'de', 'und'] as const

/** Texts of what segmenters trip over. */
const piece = fc.constantFrom(
  ...[
    'a',
    'Word',
    'слово',
    'Сөз',
    'Mr',
    'г',
    'т',
    'е',
    'U',
    'S',
    '1',
    '2024',
    'XV',
    ' ',
    '  ',
    '\u00a0',
    '\n',
    '\r\n',
    '\r',
    '\u2028',
    '\t',
  ],
  ...[
    '.',
    '...',
    '…',
    '!',
    '?',
    '?!',
    ',',
    ';',
    ':',
    '"',
    '“',
    '”',
    '«',
    '»',
    '(',
    ')',
    '[1]',
    '—',
    '-',
    '😊',
    '❤️',
    ':)',
    '\u00ad',
    '\ufeff',
    '&#39;',
  ],
  ...['\ud83d', '\udc00', '\u0301', '\u200b', '。', 'www.a.b', '٣', '中'],
)
const text = fc.oneof(
  fc.array(piece, { maxLength: 60 }).map(parts => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 80 }),
)
const anyTag = fc.constantFrom(...tags)
const anyProfile = fc.constantFrom<Profile>('standard', 'informal')

describe('segment', () => {
  it('gives segments that stand in the text, in order, with only white space between them', () => {
    fc.assert(
      fc.property(text, anyTag, anyProfile, (whole, tag, profile) => {
        let offset = 0
        for (const { start, end, text: sentence } of segment(whole, { language: language(tag), profile })) {
          expect(sentence).toBe(whole.slice(start, end))
          expect(sentence).not.toBe('')
          expect(start).toBeGreaterThanOrEqual(offset)
          expect(whole.slice(offset, start).trim()).toBe('')
          expect(sentence).not.toMatch(/[\n\r\u2028\u2029]/)
          offset = end
        }
        expect(whole.slice(offset).trim()).toBe('')
      }),
      { numRuns: 600 },
    )
  })

  it('never cuts inside a character of two units', () => {
    fc.assert(
      fc.property(text, anyTag, (whole, tag) => {
        for (const { start, end } of segment(whole, { language: language(tag) })) {
          for (const offset of [start, end]) {
            const isInside =
              /[\ud800-\udbff]/.test(whole.charAt(offset - 1)) && /[\udc00-\udfff]/.test(whole.charAt(offset))
            expect(isInside).toBe(false)
          }
        }
      }),
    )
  })

  it('cuts a line alike wherever it stands', () => {
    fc.assert(
      fc.property(text, text, anyTag, (first, second, tag) => {
        const options = { language: language(tag) }
        const texts = (whole: string) => segment(whole, options).map(sentence => sentence.text)
        expect(texts(`${first}\n${second}`)).toEqual([...texts(first), ...texts(second)])
      }),
    )
  })

  it('gives the same with the rules named', () => {
    fc.assert(
      fc.property(text, anyTag, anyProfile, (whole, tag, profile) => {
        const options = { language: language(tag), profile }
        const bare = segment(whole, { ...options, explain: true }).map(({ start, end, text: found }) => ({
          start,
          end,
          text: found,
        }))
        expect(bare).toEqual(segment(whole, options))
      }),
    )
  })

  it('takes every line as a paragraph', () => {
    const found = segment('One\nTwo\r\nThree\rFour\u2028Five\u2029Six', { language: language('en') })
    expect(found.map(sentence => sentence.text)).toEqual(['One', 'Two', 'Three', 'Four', 'Five', 'Six'])
  })

  it('cuts English where the blank behind a stop was forgotten, and a word follows that opens sentences', () => {
    const texts = (whole: string) => segment(whole, { language: language('en') }).map(sentence => sentence.text)
    expect(texts('The room was cold.There was no heat!!But we stayed.')).toEqual([
      'The room was cold.',
      'There was no heat!!',
      'But we stayed.',
    ])
    for (const whole of [
      'Node.js and foo.bar',
      'at example.The end',
      'a@b.The end',
      'www.foo.The end',
      'sat.But',
      'e.g.The one',
    ]) {
      expect(texts(whole)).toHaveLength(whole === 'at example.The end' ? 2 : 1)
    }
  })

  it('finds nothing in an empty or blank text', () => {
    expect(segment('', { language: language('en') })).toEqual([])
    expect(segment(' \n\t\n ', { language: language('ru') })).toEqual([])
  })

  it('treats a language with a region or script as the language', () => {
    for (const tag of ['ru-KZ', 'kk-Cyrl-KZ', 'en-GB']) {
      expect(segment('5 тыс. руб. Mr. X.', { language: language(tag) })).toHaveLength(
        segment('5 тыс. руб. Mr. X.', { language: language(tag.slice(0, 2)) }).length,
      )
    }
  })

  it('knows the abbreviations of Kazakh in Latin script', () => {
    const whole = '1824 j. qala salyndy. Ol özen boiynda tūr. Nan, su t.b. alyndy.'
    expect(segment(whole, { language: language('kk-Latn') }).map(sentence => sentence.text)).toEqual([
      '1824 j. qala salyndy.',
      'Ol özen boiynda tūr.',
      'Nan, su t.b. alyndy.',
    ])
  })

  it('cuts other languages as the platform does, but not behind their abbreviations', () => {
    expect(
      segment('Das sagt Dr. Müller. Gut so.', { language: language('de') }).map(sentence => sentence.text),
    ).toEqual(['Das sagt Dr. Müller.', 'Gut so.'])
    expect(segment('これは文です。次の文。', { language: language('ja') })).toHaveLength(2)
  })

  it('cuts decomposed text where it cuts composed text', () => {
    const whole = 'Сайт жабық. Кейін ашылады. Ең жақсысы!'
    const ends = (sentences: readonly { text: string }[]) => sentences.map(sentence => sentence.text.normalize('NFC'))
    const options = { language: language('kk') }
    expect(ends(segment(whole.normalize('NFD'), options))).toEqual(ends(segment(whole.normalize('NFC'), options)))
  })
})

describe('segment with the informal profile', () => {
  it('cuts where a writer of web text left out the stop or the capital', () => {
    const found = segment('i love this place. they have great food', { language: language('en'), profile: 'informal' })
    expect(found.map(sentence => sentence.text)).toEqual(['i love this place.', 'they have great food'])
  })

  it('changes nothing for languages without a model', () => {
    const whole = 'Привет. как дела? Хорошо.'
    const options = { language: language('ru') }
    expect(segment(whole, { ...options, profile: 'informal' })).toEqual(segment(whole, options))
  })
})

describe('decisions', () => {
  it('names the rule of every cut and veto', () => {
    const found = decisions('Dr. Li came. He left.', { language: language('en') })
    expect(found.map(({ at, isBreak, rule }) => [at, isBreak, rule])).toEqual([
      [3, false, 'title'],
      [12, true, 'stop'],
    ])
  })

  it('names the rule behind each sentence', () => {
    const found = segment('— Да. — Нет.', { language: language('ru'), explain: true })
    expect(found.map(sentence => sentence.rule)).toEqual(['dialogue-dash', undefined])
  })
})

describe('hostile texts', () => {
  it.each([
    ['text without a stop', 'words and so on '],
    ['full stops', '.'],
    ['spaced full stops', '. '],
    ['closing brackets', ')'],
    ['spaced closing brackets', ') A'],
    ['blanks behind a stop', ' ', 'a.', 'B'],
    ['abbreviations', 'a.b.c.'],
    ['one word', 'ж'],
    ['footnotes', 'A. [1]'],
    ['smiles', 'A. :)'],
    ['glued words', 'go.The'],
    ['blanks before words', ' ', '', 'a b '.repeat(75_000)],
    ['hearts', '❤️ '],
    ['quotes', '"', 'A.', ' B'],
  ])('cuts %s without end in linear time', (_what, piece, before = '', after = '') => {
    const textOf = (size: number): string => before + piece.repeat(Math.ceil(size / piece.length)) + after
    for (const tag of ['en', 'ru', 'kk', 'de'] as const) {
      expectLinear(1_000_000, textOf, text => segment(text, { language: language(tag) }))
    }
    expectLinear(400_000, textOf, text => segment(text, { language: language('en'), profile: 'informal' }))
  })
})

describe('segmentStream', () => {
  it('gives what the whole text gives, however it is cut into pieces', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 6 }), anyTag, async (chunks, tag) => {
        const options = { language: language(tag) }
        const streamed = await Array.fromAsync(segmentStream(chunks, options))
        expect(streamed).toEqual(segment(chunks.join(''), options))
      }),
      { numRuns: 200 },
    )
  })

  it('cuts a paragraph too long to be kept as it cuts a short one', () => {
    const sentence = 'Г-н Ли пришёл в 10 ч. утра. Он сказал: «Да!» — и т. д. Вот так? '
    const whole = sentence.repeat(500)
    const options = { language: language('ru') }
    const paragraphs = paragraphJoiner(each => segment(each, options), 1000)
    const parts = (whole.match(/[\s\S]{1,97}/g) ?? []).map(chunk => paragraphs.push(chunk))
    const given = [...parts, paragraphs.end()]
    expect(given.join('')).toBe(whole)
    expect(Math.max(...given.map(each => each.length))).toBeLessThan(3000)
    expect(given.flatMap(each => segment(each, options).map(found => found.text))).toEqual(
      segment(whole, options).map(found => found.text),
    )
  })

  it('keeps a paragraph without an end of a sentence whole', () => {
    const paragraphs = paragraphJoiner(each => segment(each, { language: language('en') }), 1000)
    const given = Array.from({ length: 100 }, () => paragraphs.push('no stop at all '.repeat(20)))
    expect(given.join('')).toBe('')
    expect(paragraphs.end()).toHaveLength(30_000)
  })
})

describe('own rules', () => {
  it('give segments that stand in the text, in order, with only white space between them', () => {
    const pattern = fc.constantFrom(
      '',
      '\\.',
      '[.?!]+',
      '\\s',
      '\\w',
      '.',
      '\\p{L}',
      'Mr\\.',
      '(?i)a',
      '^',
      '\\b',
      '[^a]',
      '(.)\\1',
    )
    const rule = fc.record({ isBreak: fc.boolean(), before: pattern, after: pattern })
    fc.assert(
      fc.property(text, fc.array(rule, { maxLength: 5 }), (whole, rows) => {
        const rules = {
          cascade: false,
          segmentSubflows: true,
          formatHandles: { start: false, end: true, isolated: false },
          languageRules: [{ name: 'Default', rules: rows }],
          languageMaps: [{ pattern: '.*', languageRule: 'Default' }],
        }
        let offset = 0
        for (const { start, end, text: sentence } of segment(whole, { language: language('en'), rules })) {
          expect(sentence).toBe(whole.slice(start, end))
          expect(start).toBeGreaterThanOrEqual(offset)
          expect(end).toBeGreaterThan(start)
          expect(whole.slice(offset, start).trim()).toBe('')
          offset = end
        }
        expect(whole.slice(offset).trim()).toBe('')
      }),
      { numRuns: 400 },
    )
  })
})
