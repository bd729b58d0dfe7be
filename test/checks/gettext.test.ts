/** What a message of gettext says of itself: its flags, its place in the code, that it is only a guess. */

import { describe, expect, it } from 'vitest'
import { readPo } from '../../src/formats/po/read.ts'
import { checkDocument } from '../../src/workflow/check-document.ts'
import { check, documentOf, findings, type TestPair } from './checking.ts'

const gettext = (meta: Readonly<Record<string, string>>): NonNullable<TestPair['metadata']> => [
  { category: 'gettext', meta: Object.entries(meta).map(([type, value]) => ({ type, value })) },
]

describe('a fuzzy message', () => {
  const pair = { source: 'Open %s', target: 'Открыть' }
  const fuzzy = documentOf([{ ...pair, state: 'initial', subState: 'gettext:fuzzy' }], 'ru')
  const rule = { only: ['placeholder/mismatch'] }

  it('harms no one: its faults are infos', () => {
    expect(check(fuzzy, rule).findings.map(({ level }) => level)).toEqual(['info'])
    expect(check(documentOf([pair], 'ru'), rule).findings.map(({ level }) => level)).toEqual(['error'])
  })

  it('keeps a level set by hand', () => {
    const { findings: list } = check(fuzzy, { ...rule, rules: { 'placeholder/mismatch': 'warning' } })
    expect(list.map(({ level }) => level)).toEqual(['warning'])
  })
})

describe('flags', () => {
  it.each<[flags: string, source: string, target: string, count: number]>([
    ['c-format', 'File %s', 'Файл', 1],
    ['c-format', 'Use {name}', 'Имя', 0],
    ['c-format', 'a pathetic %sattack on %s', 'на %2$s жалкая %1$sатака', 0],
    ['no-c-format', 'Save 50 %s', 'Сохранить 50 %', 0],
    ['no-c-format', 'Use {name}', 'Имя', 1],
    ['python-brace-format', 'Use {name}', 'Имя', 1],
    ['python-brace-format', 'Up to %s', 'До', 0],
    ['python-format, python-brace-format', 'Use {name} as %s', 'Имя', 2],
    ['kde-format', 'Open %1', 'Открыть', 1],
    ['sh-format', 'Use $HOME and #{name}', 'Имя', 1],
    ['scheme-format', 'Use {name}', 'Имя', 1],
    ['', 'Use {name} as %s', 'Имя', 2],
  ])('%s: «%s» – «%s» has %i placeholders too few', (flags, source, target, count) => {
    const document = documentOf([{ source, target, metadata: gettext({ flags }) }], 'ru')
    expect(check(document, { only: ['placeholder/mismatch'] }).findings).toHaveLength(count)
  })
})

describe('messages that name their line of code', () => {
  const dialogue = (i: number): TestPair => ({
    source: `The knight came home on day ${i} of the war.`,
    target: `Рыцарь вернулся домой в день ${i} этой войны.`,
    metadata: gettext({ reference: `scene.cfg:${i}` }),
  })
  const doubtful: TestPair = {
    source: 'The king will not raise the price of bread before the end of the year.',
    target: 'Король повысит цену на хлеб до конца года.',
  }

  it('are a catalogue, be they sentences: weak signs stay infos', () => {
    const pairs = [...Array.from({ length: 60 }, (_, i) => dialogue(i)), doubtful]
    expect(check(documentOf(pairs, 'ru'), { only: ['accuracy'] }).findings.map(({ level }) => level)).toEqual(['info'])
  })
})

describe('a month the source does not name', () => {
  const level = (source: string, target: string): string | undefined =>
    findings('dates/month-mismatch', 'ru', [source, target])[0]?.level

  it.each([
    ['The office closed early.', 'Контора закрылась в апреле.', 'warning'],
    ['It lasted from 1836 on.', 'Он длился с 11 сентября 1836 года.', 'info'],
    ['Caesar Augustus came.', 'Пришёл Цезарь Август.', undefined],
  ])('«%s» – «%s» is %s', (source, target, expected) => {
    expect(level(source, target)).toBe(expected)
  })
})

it('reads «Language: Russian» as no language, and takes the one of the name', () => {
  const text = 'msgid ""\nmsgstr "Language: Russian\\n"\n\nmsgid "3 files"\nmsgstr "три файла"\n'
  const reading = readPo(new TextEncoder().encode(text), { file: 'ru.po' })
  expect(reading.document.targetLanguage).toBe('ru')
  expect(checkDocument(reading, { file: 'ru.po', only: ['numbers/mismatch'] }).findings).toEqual([])
})

describe('what is quoted from the source', () => {
  it.each([
    ['characters/mojibake', '???LINES MISSING', '???СТРОКИ ПРОПУЩЕНЫ'],
    ['punctuation/unpaired-bracket', 'Search (see the manual of &name;)', 'Поиск (см. руководство &name;)'],
    ['punctuation/unpaired-quote', '`', '«'],
    ['punctuation/unpaired-quote', 'No main element (id = "%s")', 'Нет главного элемента (id="%s")'],
    ['completeness/empty-target', 'by ', ' '],
  ])('%s leaves «%s» – «%s» alone', (rule, source, target) => {
    expect(findings(rule, 'ru', [source, target])).toEqual([])
  })

  it.each([
    ['characters/mojibake', 'Lines are missing', 'С???ки пропущены'],
    ['punctuation/unpaired-bracket', 'Search (see the manual)', 'Поиск (см. руководство'],
    ['punctuation/unpaired-quote', 'No main element (id = "%s")', 'Нет главного элемента (id="%s)'],
    ['completeness/empty-target', 'Save', ' '],
    ['completeness/empty-target', 'Roger Larsson', ' '],
  ])('%s tells «%s» – «%s»', (rule, source, target) => {
    expect(findings(rule, 'ru', [source, target])).toHaveLength(1)
  })
})
