import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { languageOfPath, readI18next, writeI18next } from '../../../src/formats/i18next/index.ts'
import {
  type Document,
  language,
  plainText,
  type Segment,
  segmentsOf,
  type Unit,
  unitsOf,
} from '../../../src/model/index.ts'
import { bareUnit } from '../bare-unit.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const pair = (en: object | string, target: object | string, tag = 'ru') => {
  const bytes = (value: object | string) => utf8(typeof value === 'string' ? value : JSON.stringify(value))
  return readI18next(bytes(target), {
    file: `locales/${tag}/a.json`,
    sourceBytes: bytes(en),
    sourceLanguage: 'en',
    targetLanguage: tag,
  })
}
const rows = (document: Document) =>
  [...unitsOf(document)].map(unit => {
    const [segment] = segmentsOf(unit)
    return [unit.id, segment && plainText(segment.source), segment?.target && plainText(segment.target)]
  })
const failureOf = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    return error
  }
  return undefined
}

const key = fc.stringMatching(/^[a-z_1 ]{1,4}$/)
const { tree } = fc.letrec<{ tree: unknown }>(tie => ({
  tree: fc.dictionary(
    key,
    fc.oneof(
      { maxDepth: 2 },
      fc.string({ unit: 'binary' }).filter(text => text.isWellFormed()),
      tie('tree'),
    ),
    { maxKeys: 4 },
  ),
}))
const withoutEmpty = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value)
          .map(([name, each]) => [name, withoutEmpty(each)] as const)
          .filter(([, each]) => typeof each === 'string' || Object.keys(each as object).length > 0),
      )
    : value

describe('readI18next and writeI18next', () => {
  it('give back a file of one language', () => {
    fc.assert(
      fc.property(tree, value => {
        const { document } = readI18next(utf8(JSON.stringify(value)), { file: 'kk.json' })
        const losses: string[] = []
        const written = decode(writeI18next(document, { onLoss: what => losses.push(what) }))
        expect(JSON.parse(written)).toEqual(withoutEmpty(value))
        expect(losses).toEqual([])
      }),
    )
  })

  it('keep order and number-like keys', () => {
    const text = '{\n  "b": "1",\n  "10": "2",\n  "a": {\n    "2": "x",\n    "1": "y"\n  },\n  "__proto__": "z"\n}\n'
    const { document } = readI18next(utf8(text), { file: 'en.json' })
    expect(decode(writeI18next(document))).toBe(text)
  })
})

describe('readI18next', () => {
  it('pairs nested and flat keys of two files', () => {
    const { document } = pair(
      { a: { b: 'One', c: 'Two' }, 'x.y': 'Flat', only: 'Source' },
      { 'x.y': 'Плоский', a: { b: 'Один', d: 'Лишний' } },
    )
    expect(document).toMatchObject({ sourceLanguage: 'en', targetLanguage: 'ru' })
    expect(rows(document)).toEqual([
      ['a.b', 'One', 'Один'],
      ['a.c', 'Two', undefined],
      ['a.d', '', 'Лишний'],
      ['x.y', 'Flat', 'Плоский'],
      ['only', 'Source', undefined],
    ])
  })

  it('pairs plural forms by what each language needs', () => {
    const en = { file_one: '{{count}} file', file_other: '{{count}} files', end: '.' }
    expect(
      rows(
        pair(en, { file_one: '{{count}} файл', file_few: '{{count}} файла', file_many: '{{count}} файлов', end: '.' })
          .document,
      ),
    ).toEqual([
      ['file_one', '{{count}} file', '{{count}} файл'],
      ['file_other', '{{count}} files', undefined],
      ['file_few', '{{count}} files', '{{count}} файла'],
      ['file_many', '{{count}} files', '{{count}} файлов'],
      ['end', '.', '.'],
    ])
    expect(rows(pair(en, { file_other: 'ファイル', end: '。' }, 'ja').document).map(row => row[0])).toEqual([
      'file_other',
      'end',
    ])
    expect(rows(pair(en, { file_one: 'файл', file_other: 'файл', end: '.' }, 'kk').document)).toHaveLength(3)
  })

  it('takes an empty translation for empty, a missing one for missing', () => {
    const [first, second] = [...unitsOf(pair({ a: 'A', b: 'B' }, { a: '' }).document)].map(unit => segmentsOf(unit)[0])
    expect(first).toMatchObject({ target: [], state: 'translated' })
    expect(second).toMatchObject({ state: 'initial' })
    expect(second?.target).toBeUndefined()
  })

  it('finds offsets through escapes', () => {
    const { document, locate } = pair('{"a":{"b":"x","c":"y"}}', '{\n "a": {"b": "é\\n\\u0041z"}}')
    const [unit, missing] = [...unitsOf(document)]
    const segmentOf = (of: Unit | undefined): Segment => {
      const segment = of && segmentsOf(of)[0]
      if (segment === undefined) throw new Error('no segment')
      return segment
    }
    if (unit === undefined || missing === undefined) throw new Error('no unit')
    const at = (start: number, end: number) => locate({ unit, segment: segmentOf(unit), side: 'target', start, end })
    expect(at(1, 2)).toMatchObject({ start: { line: 2, column: 15 }, end: { line: 2, column: 17 } })
    expect(at(2, 3)).toMatchObject({ start: { column: 17 }, end: { column: 23 } })
    expect(locate({ unit })).toMatchObject({ start: { line: 2, column: 8 }, end: { column: 11 } })
    expect(locate({ unit, segment: segmentOf(unit), side: 'source' })).toMatchObject({ start: { line: 2, column: 13 } })
    expect(locate({ unit: missing, segment: segmentOf(missing), side: 'target' })).toMatchObject({
      start: { line: 2, column: 8 },
    })
  })

  it('reads arrays as keys, leaves out what is no text', () => {
    const { document } = readI18next(utf8('{"a":["x",1,"y"],"n":null,"t":true}'), { file: 'en.json' })
    expect(rows(document).map(row => row[0])).toEqual(['a.0', 'a.2'])
  })

  it.each([
    ['locales/ru/common.json', 'ru'],
    ['C:\\app\\kk-KZ\\common.json', 'kk-KZ'],
    ['common.kk_Latn.json', 'kk-Latn'],
    ['src/translation.json', undefined],
  ])('takes the language of %s for %s', (path, expected) => {
    expect(languageOfPath(path)).toBe(expected)
  })

  it.each([
    ['i18next.not-an-object', '[1]'],
    ['json.duplicate-key', '{"a":"1","a":"2"}'],
    ['json.not-well-formed', '{"a":}'],
  ])('refuses with %s', (code, text) => {
    expect(failureOf(() => readI18next(utf8(text), { file: 'en.json' }))).toMatchObject({
      code,
      place: { file: 'en.json' },
    })
  })

  it('asks for the language when the path names none', () => {
    expect(failureOf(() => readI18next(utf8('{}'), { file: 'strings.json' }))).toMatchObject({
      code: 'i18next.no-language',
    })
    expect(readI18next(utf8('{}'), { file: 'strings.json', sourceLanguage: 'kk' }).document.sourceLanguage).toBe('kk')
  })
})

describe('writeI18next', () => {
  it('tells what JSON cannot hold', () => {
    const unit = (id: string, rest: Partial<Unit>): Unit => ({
      ...bareUnit,
      id,
      parts: [
        {
          kind: 'segment',
          id: 's1',
          source: [{ kind: 'text', text: 'a' }],
          target: [{ kind: 'text', text: 'б' }],
          state: 'translated',
        },
      ],
      ...rest,
    })
    const segment = (id: string, rest: Partial<Segment> = {}): Segment => ({
      kind: 'segment',
      id,
      source: [],
      state: 'initial',
      ...rest,
    })
    const document: Document = {
      sourceLanguage: language('en'),
      targetLanguage: language('ru'),
      files: [
        {
          kind: 'file',
          id: 'one',
          notes: [],
          children: [
            unit('a', {
              notes: [{ text: 'n' }],
              candidates: [{ ref: 's1', source: [], target: [] }],
              metadata: [{ category: 'c', meta: [] }],
            }),
            unit('a', {}),
            unit('b', {
              parts: [
                segment('s1', {
                  target: [
                    { kind: 'pc', id: 'c', data: '<b>', dataEnd: '</b>', children: [{ kind: 'text', text: 'x' }] },
                  ],
                  state: 'final',
                }),
                { kind: 'ignorable', source: [{ kind: 'text', text: ' ' }] },
                segment('s2'),
              ],
            }),
            unit('c', { parts: [segment('s1')] }),
          ],
        },
        {
          kind: 'file',
          id: 'two',
          notes: [],
          children: [{ kind: 'group', id: 'g', notes: [{ text: 'n' }], children: [unit('g.k', {})] }],
        },
      ],
    }
    const losses: string[] = []
    const written = writeI18next(document, { onLoss: (what, id) => losses.push(`${what} ${id}`) })
    expect(JSON.parse(decode(written))).toEqual({ one: { a: 'б', b: '<b>x</b> ' }, two: { g: { k: 'б' } } })
    expect(losses).toEqual([
      'notes a',
      'candidates a',
      'metadata a',
      'duplicate-keys a',
      'segmentation b',
      'states b',
      'untranslated b',
      'codes b',
      'untranslated c',
      'notes g',
    ])
  })
})
