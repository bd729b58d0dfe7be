import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loneVoices } from '../../src/checks/drift/across-languages.ts'
import { fixContent, replaceSpan } from '../../src/checks/fixes.ts'
import { checks } from '../../src/checks/index.ts'
import { isTransitionAllowed } from '../../src/checks/state/invalid-transition.ts'
import { matchesGlob, namesRule } from '../../src/checks/suppression.ts'
import { type Content, language, placeAt, plainText, textContent } from '../../src/model/index.ts'
import { checkDocument } from '../../src/workflow/check-document.ts'
import { applyFixes } from '../../src/workflow/document-fixes.ts'
import { fingerprint } from '../../src/workflow/findings.ts'
import { expectLinear } from '../growth.ts'
import { check, documentOf, keys, type TestPair } from './checking.ts'

describe('rules over a document', () => {
  it('finds one source with two translations and the other way round', () => {
    const pairs = [
      { source: 'Open file', target: 'Открыть файл' },
      { source: 'Open file', target: 'Открыть файл' },
      { source: 'Open  file', target: 'Открой файл' },
      { source: 'Close the old file', target: 'Открыть этот файл' },
      { source: 'Shut the old file', target: 'Открыть этот файл.' },
    ]
    const { findings } = check(documentOf(pairs, 'ru'), { only: ['consistency'] })
    expect(findings.map(({ unit, rule }) => `${unit} ${rule}`)).toEqual([
      'u3 consistency/same-source',
      'u5 consistency/same-target',
    ])
    expect(findings[0]?.related[0]?.text).toBe('Открыть файл')
  })

  it('judges quotation marks over the whole document', () => {
    const typographic = Array.from({ length: 30 }, (_, i) => ({ source: `a "${i}"`, target: `слово «да${i}»` }))
    const straight = { source: 'a "b"', target: 'слово "бэ"' }
    const settled = check(documentOf([...typographic, straight], 'ru'), { only: ['punctuation/quote-style'] })
    expect(settled.findings.map(({ unit, level }) => `${unit} ${level}`)).toEqual(['u31 warning'])
    const mixed = check(documentOf([...typographic.slice(0, 8), ...Array.from({ length: 8 }, () => straight)], 'ru'), {
      only: ['punctuation/quote-style'],
    })
    expect(new Set(mixed.findings.map(({ level }) => level))).toEqual(new Set(['info']))
    const chosen = check(documentOf([{ source: 'a', target: '“сөз”' }], 'kk'), {
      only: ['punctuation/quote-style'],
      rules: { 'punctuation/quote-style': { style: 'guillemet' } },
    })
    expect(keys(chosen.findings)).toEqual(['punctuation/quote-style:other'])
  })

  it('finds a translation that slipped to the neighbour', () => {
    const texts: readonly TestPair[] = [
      {
        source: 'The president met the minister of health in the parliament.',
        target: 'Дети ходят в школу каждый день, кроме воскресенья.',
      },
      {
        source: 'Children go to school every day except Sunday.',
        target: 'Президент встретился с министром здравоохранения в парламенте.',
      },
      { source: 'The war ended in the spring.', target: 'Война закончилась весной.' },
    ]
    const { findings } = check(documentOf(texts, 'ru'), { only: ['drift/swapped'] })
    expect(findings.map(({ unit }) => unit)).toEqual(['u1', 'u2'])
  })

  it('learns Kazakh spelling from the document and the memory', () => {
    const pairs = [
      { source: 'a b c', target: 'жаңғақ пен жаңғақ' },
      { source: 'a b c', target: 'мұнда жангак бар' },
    ]
    const { findings } = check(documentOf(pairs, 'kk'), { only: ['characters/kazakh-letters'] })
    expect(findings.map(({ data }) => data.expected)).toEqual(['жаңғақ'])
    const fromMemory = check(
      documentOf(
        [
          { source: 'a b c', target: 'мұнда Жангак бар' },
          { source: 'a b c', target: 'жангак та бар' },
        ],
        'kk',
      ),
      {
        only: ['characters/kazakh-letters'],
        vocabulary: ['Жаңғақ', 'жаңғақ', 'жаңғақ', 'жаңғақ'],
      },
    )
    expect(fromMemory.findings.map(({ unit }) => unit)).toEqual(['u2'])
  })

  it('doubts a pair whose words hardly meet', () => {
    const pair = {
      source: 'Children and parents in the old city asked the school for a new library.',
      target: 'Мы уже много лет ничего подобного, увы, и не видели (а жаль).',
    }
    const { findings } = check(documentOf([pair], 'ru'), { only: ['drift'] })
    expect(findings.some(({ rule }) => rule === 'drift/misaligned' || rule === 'drift/foreign')).toBe(true)
  })

  it('asks for the plural forms of each language', () => {
    const forms = (list: readonly string[], text = 'файл'): readonly TestPair[] =>
      list.map((form, i) => ({ source: i === 0 ? 'file' : 'files', target: `${text}${i}`, id: `item_${form}` }))
    expect(check(documentOf(forms(['one', 'few', 'many']), 'ru'), { only: ['plurals'] }).findings).toEqual([])
    const [missing] = check(documentOf(forms(['one', 'other']), 'ru'), { only: ['plurals'] }).findings
    expect(missing?.data).toEqual({ key: 'item', categories: 'few, many' })
    expect(check(documentOf(forms(['one', 'other']), 'kk'), { only: ['plurals'] }).findings).toEqual([])
    const same = documentOf(
      [
        { source: 'file', target: 'файл', id: 'a_one' },
        { source: 'files', target: 'файл', id: 'a_few' },
        { source: 'files', target: 'файл', id: 'a_many' },
      ],
      'ru',
    )
    expect(keys(check(same, { only: ['plurals'] }).findings)).toEqual(['plurals/identical-forms'])
    const icu = documentOf(
      [{ source: '{n, plural, one {#} other {#}}', target: '{n, plural, one {#} other {#}}' }],
      'ru',
    )
    expect(check(icu, { only: ['plurals'] }).findings[0]?.data).toEqual({ key: '{n,plural}', categories: 'few, many' })
  })

  it('finds units of one id, lengths over the limit, and states without sense', () => {
    const limit = [{ category: 'c', meta: [{ type: 'max-length', value: '6' }] }]
    const pairs: readonly TestPair[] = [
      { source: 'a', target: 'б', id: 'x' },
      { source: 'a', target: 'б', id: 'x' },
      { source: 'Save', target: 'Сохранить', metadata: limit },
      { source: 'Save', target: 'Сохранить', notes: [{ text: 'Max length: 5' }] },
      { source: 'Save', state: 'final' },
      { source: 'Save', target: 'Сохранить', state: 'final', subState: 'tilmash:source-changed' },
      { source: 'Save', target: 'Сохранить', subState: 'odd' },
      { source: 'Сақтау 👨‍👩‍👧', target: 'Сақтау' },
    ]
    const { findings } = check(documentOf(pairs, 'ru'), { only: ['file', 'limits', 'state'] })
    expect(keys(findings)).toEqual([
      'file/duplicate-unit-id',
      'limits/max-length',
      'limits/max-length',
      'state/invalid-transition:no-target',
      'state/invalid-transition:drifted',
      'state/invalid-transition:sub-state',
    ])
    expect(isTransitionAllowed('reviewed', 'final')).toBe(true)
    expect(isTransitionAllowed('final', 'reviewed')).toBe(false)
  })

  it('tells empty targets by state and project', () => {
    const pairs: readonly TestPair[] = [
      { source: 'a', state: 'initial' },
      { source: 'a', target: '', state: 'translated' },
      { source: 'a', target: '', state: 'final', notes: [{ text: 'left out on purpose' }] },
      { source: 'a', target: '', state: 'translated', subState: 'tilmash:merged' },
      { source: ' ', target: '', state: 'translated' },
    ]
    const lone = check(documentOf(pairs, 'kk'), { only: ['completeness/empty-target'] }).findings
    expect(lone.map(({ unit, level }) => `${unit} ${level}`)).toEqual(['u1 info', 'u2 error'])
    const project = check(documentOf(pairs, 'kk'), { only: ['completeness/empty-target'], isProject: true }).findings
    expect(project.map(({ level }) => level)).toEqual(['error', 'error'])
  })

  it('finds words of a list of one’s own, literally', () => {
    const options = { only: ['custom/pattern'], rules: { 'custom/pattern': { find: ['Икс*', '(.*'] } } }
    const { findings } = check(documentOf([{ source: 'a', target: 'Проект Иксом (. и икс' }], 'ru'), options)
    expect(findings.map(({ data }) => data.found)).toEqual(['Иксом', '(.', 'икс'])
  })
})

describe('weak signs', () => {
  it('are infos alone and warnings together', () => {
    const alone = check(
      documentOf(
        [
          {
            source: 'The law was adopted by the people of this country in the end, without any question.',
            target: 'Закон приняли люди этой страны.',
          },
        ],
        'ru',
      ),
    )
    expect(
      alone.findings.filter(({ rule }) => rule === 'completeness/length-ratio').map(({ level }) => level),
    ).not.toContain('error')
  })
})

describe('levels', () => {
  const document = documentOf([{ source: 'two words', target: 'два  слова', id: 'u1' }], 'ru')

  it('come from rule, preset, config and family', () => {
    expect(check(document).findings.map(({ level }) => level)).toEqual(['warning'])
    expect(check(document, { rules: { 'spacing/*': 'error' } }).findings.map(({ level }) => level)).toEqual(['error'])
    expect(check(document, { rules: { 'spacing/double': 'off' } }).findings).toEqual([])
    expect(check(document, { skip: ['spacing'] }).findings).toEqual([])
    const dash = documentOf([{ source: 'a', target: 'Москва - столица' }], 'ru')
    expect(check(dash, { preset: 'prose', only: ['punctuation/dash'] }).findings[0]?.level).toBe('warning')
  })

  it('wakes a rule that is off when it is named', () => {
    const initials = documentOf([{ source: '5 km', target: '5 км' }], 'ru')
    expect(check(initials).findings).toEqual([])
    expect(keys(check(initials, { only: ['spacing/no-break'] }).findings)).toEqual(['spacing/no-break'])
  })
})

describe('suppression', () => {
  const pair: TestPair = { source: 'two words', target: 'два  слова' }
  const note = (text: string, ref?: string): TestPair => ({
    ...pair,
    notes: [{ category: 'tilmash-ignore', text, ...(ref === undefined ? {} : { ref }) }],
  })

  it('by a note in the file, with a reason', () => {
    expect(check(documentOf([note('spacing/double: a table')], 'ru')).findings).toEqual([])
    expect(keys(check(documentOf([note('spacing/double')], 'ru')).findings)).toEqual(['ignore/no-reason'])
    expect(keys(check(documentOf([note('spacing/*: yes', 's9')], 'ru')).findings)).toEqual([
      'ignore/unused',
      'spacing/double',
    ])
    expect(keys(check(documentOf([note('urls/mismatch: none here')], 'ru')).findings)).toContain('ignore/unused')
    expect(keys(check(documentOf([note('drift/source-changed: known')], 'ru')).findings)).toEqual(['spacing/double'])
  })

  it('knows a note to be of use also where units are made anew each time, as in a large file', () => {
    const document = documentOf([note('spacing/double: a table')], 'ru')
    const anew = {
      ...document,
      get files() {
        return structuredClone(document.files)
      },
    }
    const place = placeAt('test.xlf', 1, 1)
    const result = checkDocument({ document: anew, locate: () => place }, { file: 'test.xlf' })
    expect(keys(result.findings)).toEqual(keys(check(document).findings))
    expect(result.ignored).toBe(1)
  })

  it('by the config: rule, file, language, unit, text', () => {
    const document = documentOf([pair], 'ru')
    const hides = (ignore: object): boolean => {
      const entry = { rule: 'spacing/double', ...ignore }
      const result = check(document, { ignores: [entry] })
      expect(result.usedIgnores.has(entry)).toBe(result.findings.length === 0)
      return result.findings.length === 0
    }
    expect(hides({})).toBe(true)
    expect(hides({ file: '*.xlf', language: 'ru', unit: 'u1', text: 'words' })).toBe(true)
    expect(hides({ file: '*.po' })).toBe(false)
    expect(hides({ language: 'kk' })).toBe(false)
    expect(hides({ unit: 'u2' })).toBe(false)
    expect(hides({ text: 'nothing' })).toBe(false)
  })

  it('by a baseline of fingerprints', () => {
    const document = documentOf([pair], 'ru')
    const print = fingerprint('spacing/double', 'u1', 'two words', 'два  слова')
    const result = check(document, { baseline: new Set([print, 'old']) })
    expect(result).toMatchObject({ findings: [], ignored: 1 })
    expect([...result.usedBaseline]).toEqual([print])
  })

  it('knows globs and rule patterns', () => {
    expect(matchesGlob('memory/**/*.xlf', 'memory/statement/ru.xlf')).toBe(true)
    expect(matchesGlob('memory/*.xlf', './memory/statement/ru.xlf')).toBe(false)
    expect(matchesGlob('**/r?.xlf', 'ru.xlf')).toBe(true)
    expect(matchesGlob('ru.*', 'a/b/ru.xlf')).toBe(true)
    expect(matchesGlob(`${'*a'.repeat(30)}b`, 'a'.repeat(5000))).toBe(false)
    expect(namesRule('spacing', 'spacing/double')).toBe(true)
    expect(namesRule('spacing/edge', 'spacing/double')).toBe(false)
  })
})

describe('fixes', () => {
  const content: Content = [
    { kind: 'text', text: 'ab ' },
    { kind: 'pc', id: '1', children: [{ kind: 'text', text: 'cd' }] },
    { kind: 'mrk', id: 'm', children: [{ kind: 'text', text: 'ef' }] },
    { kind: 'ph', id: '2' },
  ]

  it('replace plain text and never touch a code', () => {
    fc.assert(
      fc.property(fc.nat(12), fc.nat(12), fc.string({ maxLength: 4 }), (a, b, text) => {
        const [start, end] = a <= b ? [a, b] : [b, a]
        const fixed = replaceSpan(content, start, end, text)
        if (fixed === undefined) return
        const plain = plainText(content)
        expect(plainText(fixed)).toBe(plain.slice(0, start) + text + plain.slice(end))
        expect(fixed.map(inline => inline.kind).filter(kind => kind !== 'text')).toEqual(['pc', 'mrk', 'ph'])
      }),
    )
    expect(
      fixContent(content, [
        { start: 0, end: 1, text: 'x' },
        { start: 0, end: 2, text: 'y' },
      ]),
    ).toBeDefined()
    expect(fixContent(content, [{ start: 9, end: 10, text: '' }])).toBeUndefined()
    expect(replaceSpan([], 0, 0, 'a')).toEqual(textContent('a'))
  })

  it('are made together where they do not overlap; unsafe ones only when asked', () => {
    const document = documentOf([{ source: 'Two words here.', target: 'два  слова , здесь' }], 'ru')
    const { findings } = check(document)
    const [safe] = applyFixes(document, findings)
    expect(plainText(safe?.target ?? [])).toBe('Два слова, здесь')
    const [unsafe] = applyFixes(document, findings, { unsafe: true })
    expect(plainText(unsafe?.target ?? [])).toBe('Два слова, здесь.')
    expect(applyFixes(document, [])).toEqual([])
  })

  it('leave units whose id is not unique', () => {
    const twice = { source: 'two words', target: 'два  слова', id: 'same' }
    const document = documentOf([twice, twice], 'ru')
    expect(applyFixes(document, check(document).findings)).toEqual([])
  })
})

describe('a document', () => {
  it('without a target language has no findings', () => {
    const { targetLanguage: _, ...monolingual } = documentOf([{ source: 'a  b' }], 'ru')
    const result = checkDocument(
      {
        document: monolingual,
        locate: () => {
          throw new Error('not asked')
        },
      },
      { file: 'x' },
    )
    expect(result).toMatchObject({ findings: [], units: 1, segments: 0 })
  })

  it('of groups is walked in order; units not to translate are left out', () => {
    const base = documentOf([{ source: 'two words', target: 'два  слова' }], 'ru')
    const [unit] = base.files[0]?.children ?? []
    if (unit === undefined || unit.kind !== 'unit') throw new Error('no unit')
    const document = {
      ...base,
      files: [
        {
          kind: 'file' as const,
          id: 'f',
          notes: [],
          children: [
            { kind: 'group' as const, id: 'g', notes: [], children: [unit, { ...unit, id: 'u2', translate: false }] },
          ],
        },
      ],
    }
    expect(check(document)).toMatchObject({ units: 2, segments: 1 })
    expect(check(document).findings.map(finding => finding.unit)).toEqual(['u1'])
  })

  it('of any text is checked without failing, in every language', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 60, unit: 'binary' }),
      fc.stringMatching(/^[аәбғқңөіA-z0-9 .,%{}<>«»"“”()$-]{0,60}$/),
    )
    fc.assert(
      fc.property(text, text, fc.constantFrom('ru', 'kk', 'en', 'kk-Latn', 'fr'), (source, target, tag) => {
        const { findings } = check(documentOf([{ source, target }], tag))
        for (const finding of findings) {
          const length = (finding.side === 'source' ? source : target).length
          expect(finding.start).toBeGreaterThanOrEqual(0)
          expect(finding.end).toBeLessThanOrEqual(length)
          expect(finding.start ?? 0).toBeLessThanOrEqual(finding.end ?? 0)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('takes no copy of a quotation in the source for a slip, and calls no fix safe in what looks like code', () => {
    const only = ['punctuation/quote-style']
    const copied = check(
      documentOf([{ source: 'Set “mode” and version="1.2".', target: 'Задайте «mode» и version="1.2".' }], 'ru'),
      { only },
    )
    expect(copied.findings).toEqual([])
    const inCode = check(documentOf([{ source: 'Run x=\\"yes\\".', target: 'Пишите x="да".' }], 'ru'), { only })
    expect(inCode.findings.map(({ fix }) => fix?.safe)).toEqual([false])
  })

  it.each([
    'а',
    'а ',
    '{',
    '%s',
    '«',
    '<b>',
    '1 000 ',
    'ең ',
    '?а',
    'Ð¡',
    'Cмотри bлево ',
    '{n, plural, one{a} other{b}} ',
    '5 мая 2020 ',
    '«а» "б" ',
  ])('of nothing but %j is checked in time that grows with it', piece => {
    for (const tag of ['ru', 'kk']) {
      expectLinear(
        40_000,
        size => piece.repeat(Math.ceil(size / piece.length)),
        long => check(documentOf([{ source: long, target: `${long}x` }], tag)),
      )
    }
  })
})

describe('the languages against each other', () => {
  const text = (tag: string, value: string): { language: ReturnType<typeof language>; text: string } => ({
    language: language(tag),
    text: value,
  })

  it('name the one that stands alone', () => {
    const voices = loneVoices([
      text('en', '16 people died in May'),
      text('ru', 'в мае погибли 16 человек'),
      text('kk', 'мамырда 14 адам қаза тапты'),
    ])
    expect(voices).toMatchObject([{ kind: 'number', language: 'kk', found: '14', expected: '16' }])
  })

  it('name the one that has another day of the week', () => {
    const voices = loneVoices([
      text('en', 'The court sits on Friday.'),
      text('ru', 'Суд заседает в среду.'),
      text('kk', 'Сот жұмада отырады.'),
    ])
    expect(voices).toMatchObject([{ kind: 'weekday', language: 'ru', found: 'среду', expected: 'Friday' }])
  })

  it('accuse the source when the translations agree against it', () => {
    const voices = loneVoices([
      text('en', 'in June, 3 men'),
      text('ru', 'в июле 3 человека'),
      text('kk', 'шілдеде 3 адам'),
    ])
    expect(voices).toMatchObject([{ kind: 'month', language: 'en', found: 'June' }])
  })

  it.each([
    ['by name', 'signed on 12 May', 'подписан 12 мая', '14 мамырда қол қойылды', 'kk', '14 мамырда'],
    [
      'behind its month',
      'signed on May 12, 2016',
      'подписан 14 мая 2016 года',
      '2016 жылғы 12 мамырда қол қойылды',
      'ru',
      '14 мая',
    ],
    ['in figures', 'signed on Dec. 12', 'подписан 12.12.2016', '14.12.2016 қол қойылды', 'kk', '14.12.2016'],
    ['of the source', 'signed on May 13', 'подписан 14 мая', '14 мамырда қол қойылды', 'en', 'May 13'],
    ['with another month', 'signed on 12 May', 'подписан 12 июня', '12 мамырда қол қойылды', 'ru', '12 июня'],
  ])('tell a date %s once', (_, en, ru, kk, alone, found) => {
    const voices = loneVoices([text('en', en), text('ru', ru), text('kk', kk)])
    expect(voices).toMatchObject([{ kind: 'date', language: alone, found }])
  })

  it('tell who gives no date at all', () => {
    const voices = loneVoices([
      text('en', 'It was signed on 12 May in London.'),
      text('ru', 'Его подписали 12 мая в Лондоне.'),
      text('kk', 'Оған Лондонда қол қойылды.'),
    ])
    expect(voices).toMatchObject([{ kind: 'date', language: 'kk', found: '', expected: '12 May' }])
  })

  it.each([
    [
      'ru',
      'The strike began in Karaganda.',
      'Забастовка началась в Павлодаре.',
      'Ереуіл Қарағандыда басталды.',
      'Павлодаре',
      'Karaganda',
    ],
    [
      'kk',
      'We met Tokayev there.',
      'Там мы встретили Токаева.',
      'Біз онда Насимовті кездестірдік.',
      'Насимовті',
      'Tokayev',
    ],
    [
      'en',
      'We met Nasimov there.',
      'Там мы встретили Токаева.',
      'Біз онда Тоқаевты кездестірдік.',
      'Nasimov',
      'Токаева',
    ],
  ])('tell a name that %s alone has', (alone, en, ru, kk, found, expected) => {
    const voices = loneVoices([text('en', en), text('ru', ru), text('kk', kk)])
    expect(voices).toMatchObject([{ kind: 'name', language: alone, found, expected }])
  })

  it.each([
    [
      'spelled after the sound',
      'He met Vettel and Watson.',
      'Он встретил Феттеля и Уотсона.',
      'Ол Феттель мен Уотсонды кездестірді.',
    ],
    [
      'left out in one',
      'Then Tokayev left for Berlin.',
      'Затем он уехал в Берлин.',
      'Содан кейін Тоқаев Берлинге кетті.',
    ],
    ['in Latin letters in one', 'He drives a Volkswagen.', 'Он ездит на Volkswagen.', 'Ол Фольксваген мінеді.'],
  ])('say nothing of names %s', (_, en, ru, kk) => {
    expect(loneVoices([text('en', en), text('ru', ru), text('kk', kk)])).toEqual([])
  })

  it.each([
    ['a measure converted in one', 'It is 30 yards away.', 'До него 27 метров.', 'Оған дейін 30 ярд.'],
    ['a place for a number', 'Delete the document?', 'Удалить %1 документ?', '%1 құжатты өшіру керек пе?'],
    ['a telephone number', 'Call 0800 555 111.', 'Звоните 0800 555 111.', '0800 555 111 нөміріне қоңырау шалыңыз.'],
    [
      'a day of the week left out',
      'He said on Friday that he would go.',
      'В пятницу он сказал, что уедет.',
      'Ол кететінін айтты.',
    ],
    ['an English date in figures', 'due 09/12/2016', 'до 12.09.2016', '12.09.2016 дейін'],
  ])('say nothing of %s', (_, en, ru, kk) => {
    expect(loneVoices([text('en', en), text('ru', ru), text('kk', kk)])).toEqual([])
  })

  it('say nothing where all agree, or only two speak', () => {
    expect(loneVoices([text('en', '25,000'), text('ru', '25 тыс.'), text('kk', '25 мың')])).toEqual([])
    expect(loneVoices([text('en', '1'), text('ru', '2')])).toEqual([])
  })
})

describe('the registry', () => {
  it('has every rule under its own id, sorted', () => {
    const ids = Object.keys(checks)
    expect(Object.values(checks).map(({ description }) => description.id)).toEqual(ids)
    expect(ids).toEqual([...ids].sort())
  })
})
