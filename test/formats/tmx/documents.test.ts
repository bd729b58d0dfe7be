import { describe, expect, it } from 'vitest'
import { fromTmxDate, isTmxDate, toTmxDate } from '../../../src/formats/tmx/dates.ts'
import { seenUnits } from '../../../src/formats/tmx/duplicates.ts'
import {
  documentUnits,
  readTmxDocuments,
  withTmxTypes,
  withXliffTypes,
  writeTmx,
} from '../../../src/formats/tmx/index.ts'
import {
  type Content,
  type Document,
  language,
  type TranslationUnit,
  type Unit,
  unitsOf,
} from '../../../src/model/index.ts'

const file = 'a.tmx'
const [en, ru, kk] = [language('en'), language('ru'), language('kk')]
const text = (value: string): Content => [{ kind: 'text', text: value }]
const full: TranslationUnit = {
  id: 'u1',
  variants: [
    { language: en, content: text('One'), properties: [{ name: 'p', value: 'source' }] },
    { language: kk, content: text('Бір'), properties: [{ name: '@creationdate', value: '20220114T093000Z' }] },
  ],
  previous: 'before',
  next: '',
  origin: 'statement',
  author: 'A',
  created: '2022-01-14T09:30:00Z',
  changed: '2022-01-15T09:30:00Z',
  state: 'final',
  notes: ['note'],
  properties: [{ name: 'x: y', value: 'v' }],
}

describe('readTmxDocuments and documentUnits', () => {
  it('give back units with all they have', () => {
    const [reading] = readTmxDocuments(writeTmx([full], { sourceLanguage: en }), { file })
    if (reading === undefined) throw new Error('no pair')
    const losses: string[] = []
    expect(documentUnits(reading.document, what => losses.push(what))).toEqual([full])
    expect(losses).toEqual([])
  })

  it('make a document of each pair, and keep apart variants of one language', () => {
    const unit: TranslationUnit = {
      id: 'u',
      variants: [
        { language: en, content: text('a') },
        { language: language('en-GB'), content: text('a!') },
        { language: ru, content: text('б') },
        { language: ru, content: text('в') },
      ],
    }
    const readings = readTmxDocuments(writeTmx([unit], { sourceLanguage: en }), { file })
    const ids = readings.map(({ document }) => [document.targetLanguage, [...unitsOf(document)].map(each => each.id)])
    expect(ids).toEqual([
      ['en-GB', ['u']],
      ['ru', ['u', 'u-2']],
    ])
  })

  it('take the first language as source where the header says *all*, and leave out units without it', () => {
    const units: readonly TranslationUnit[] = [
      {
        id: '1',
        variants: [
          { language: ru, content: text('а') },
          { language: kk, content: text('ә') },
        ],
      },
      {
        id: '2',
        variants: [
          { language: en, content: text('b') },
          { language: kk, content: text('в') },
        ],
      },
    ]
    const readings = readTmxDocuments(writeTmx(units, { sourceLanguage: '*all*' }), { file })
    expect(
      readings.map(({ document }) => [document.sourceLanguage, document.targetLanguage, [...unitsOf(document)].length]),
    ).toEqual([['en', 'kk', 1]])
  })

  it('tell what a memory cannot hold', () => {
    const unit: Unit = {
      kind: 'unit',
      id: 'u',
      translate: true,
      canResegment: true,
      preserveSpace: false,
      notes: [{ text: 'n', ref: 's2', priority: 1 }],
      candidates: [{ ref: 's1', source: [], target: [] }],
      metadata: [{ category: 'other', meta: [] }],
      parts: [
        { kind: 'segment', id: 's1', source: text('a'), target: text('б'), state: 'translated', subState: 'x:y' },
        { kind: 'ignorable', source: text(' ') },
        { kind: 'segment', id: 's2', source: text('c'), target: text('г'), state: 'reviewed' },
        { kind: 'segment', id: 's3', source: text('d'), state: 'initial' },
      ],
    }
    const document: Document = {
      sourceLanguage: en,
      targetLanguage: ru,
      files: [
        { kind: 'file', id: 'f', notes: [], children: [{ kind: 'group', id: 'g', notes: [], children: [unit] }] },
      ],
    }
    const losses: string[] = []
    expect(documentUnits(document, what => losses.push(what))).toMatchObject([
      { id: 'u/s1' },
      { id: 'u/s2', state: 'reviewed', notes: ['n'] },
    ])
    expect(losses).toEqual([
      'structure',
      'untranslated',
      'ignorables',
      'candidates',
      'metadata',
      'note-attributes',
      'sub-states',
    ])
    const { targetLanguage: _, ...monolingual } = document
    expect(documentUnits(monolingual)).toEqual([])
  })
})

describe('types of codes', () => {
  it('go to XLIFF 2 and back', () => {
    const content: Content = [
      { kind: 'ph', id: '1', type: 'lb' },
      {
        kind: 'pc',
        id: '2',
        type: 'bold',
        children: [
          { kind: 'sc', id: '3', type: 'own' },
          { kind: 'ec', id: '4' },
        ],
      },
      { kind: 'mrk', id: '5', type: 'term', children: [{ kind: 'ph', id: '6', type: 'fmt', subType: 'my:x' }] },
      { kind: 'cp', codePoint: 7 },
    ]
    const there = withXliffTypes(content)
    expect(there).toMatchObject([{ type: 'fmt', subType: 'xlf:lb' }, { type: 'fmt', subType: 'xlf:b' }, {}, {}])
    expect(withTmxTypes(there)).toEqual(content)
    expect(withTmxTypes([{ kind: 'ph', id: '1', type: 'other', subType: 'xliff12:own' }])).toEqual([
      { kind: 'ph', id: '1', type: 'own' },
    ])
  })
})

describe('dates', () => {
  it('go to the model and back; what is none stays', () => {
    expect(fromTmxDate('20220114T093000Z')).toBe('2022-01-14T09:30:00Z')
    expect(toTmxDate('2022-01-14T09:30:00.123Z')).toBe('20220114T093000Z')
    expect([fromTmxDate('yesterday'), toTmxDate('yesterday')]).toEqual(['yesterday', 'yesterday'])
    expect(['20220114T093000Z', '20221314T093000Z', '2022-01-14'].map(isTmxDate)).toEqual([true, false, false])
  })
})

describe('seenUnits', () => {
  it('tells new, same and other among many', () => {
    const seen = seenUnits()
    const states = Array.from({ length: 20_000 }, (_, i) => seen.add(`unit ${i}`, i))
    expect(new Set(states)).toEqual(new Set(['new']))
    expect(seen.add('unit 77', 77)).toBe('same')
    expect(seen.add('unit 19999', -1)).toBe('other')
    expect(seen.add('', 0)).toBe('new')
  })
})
