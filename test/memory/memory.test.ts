import { describe, expect, test } from 'vitest'
import { type Memory, openMemory, penaltyAmounts, ramEngine } from '../../src/memory/index.ts'
import { type Content, type Language, language, plainText, type TranslationUnit } from '../../src/model/index.ts'
import { en, kk, ru, unitOf } from './units.ts'

const latin = language('kk-Latn')

async function memoryWith(units: readonly TranslationUnit[], penalty = 0): Promise<Memory> {
  const memory = await openMemory({ engine: ramEngine(), penalty })
  await memory.add(units)
  return memory
}

const pair = (sourceLanguage: Language = en, targetLanguage: Language = ru) => ({ sourceLanguage, targetLanguage })

test('finds exact before fuzzy, from any language to any other', async () => {
  const memory = await memoryWith([
    unitOf('a', { en: 'Open the file', ru: 'Откройте файл', kk: 'Файлды ашыңыз' }),
    unitOf('b', { en: 'Open the files', ru: 'Откройте файлы' }),
  ])
  const found = await memory.lookup('Open the file', pair())
  expect(found.map(match => [match.id, match.kind, match.score])).toEqual([
    ['a', 'exact', 1],
    ['b', 'fuzzy', (2 / 3 + 13 / 14) / 2],
  ])
  const back = await memory.lookup('Откройте файл', pair(ru, kk))
  expect(back.map(match => plainText(match.target))).toEqual(['Файлды ашыңыз'])
  expect(await memory.lookup('Файлды ашыңыз', pair(kk, en))).toHaveLength(1)
  expect(await memory.lookup('Open the file', pair(en, language('de')))).toEqual([])
})

test('what differs in case only is 99 %, white space at the ends is ignored but for score 1', async () => {
  const memory = await memoryWith([unitOf('a', { en: 'Open the file ', ru: 'x' })])
  const base = async (query: string) => (await memory.lookup(query, pair()))[0]?.base
  expect(await base('Open the file ')).toBe(1)
  expect(await base('Open the file')).toBe(0.99)
  expect(await base('OPEN THE FILE')).toBe(0.99)
})

describe('in context', () => {
  const units = [
    unitOf('a', { en: 'They left.', ru: 'Они ушли.' }, { previous: 'It was late.', next: 'Nobody saw them.' }),
    unitOf('b', { en: 'They left.', ru: 'Они уехали.' }, { previous: 'The train came.', next: 'Nobody saw them.' }),
    unitOf('c', { en: 'They left.', ru: 'Они вышли.' }),
  ]

  test('both neighbours equal are ICE; one is noted by its place', async () => {
    const memory = await memoryWith(units)
    const found = await memory.lookup('They left.', {
      ...pair(),
      previous: 'The train came.',
      next: 'Nobody saw them.',
    })
    expect(found.map(match => [match.id, match.kind, match.score])).toEqual([
      ['b', 'ice', 1],
      ['a', 'exact', 0.99],
      ['c', 'exact', 0.99],
    ])
    expect(found[1]?.penalties).toEqual([{ name: 'several-targets', amount: penaltyAmounts['several-targets'] }])
  })

  test('the id alone is context, too, however far down the unit would be', async () => {
    const many = Array.from({ length: 30 }, (_, i) => unitOf(`m${i}`, { en: 'They left.', ru: `Они ${i}` }))
    const memory = await memoryWith([...many, ...units])
    const found = await memory.lookup('They left.', { ...pair(), id: 'c', limit: 2 })
    expect(found.map(match => [match.id, match.kind])).toEqual([
      ['c', 'ice'],
      ['m0', 'exact'],
    ])
    expect((await memory.lookup('They left', { ...pair(), id: 'c', limit: 1 }))[0]?.kind).toBe('fuzzy')
  })
})

test.each([
  ['Page 3 of 9', 'Page 7 of 9', '9 беттің 7-беті', '9 беттің 3-беті'],
  ['It rose by 4.3%.', 'It rose by 5.1%.', '5,1 пайызға өсті.', '4,3 пайызға өсті.'],
])('puts other numbers in: %s', async (query, source, target, adapted) => {
  const memory = await memoryWith([unitOf('a', { en: source, kk: target })])
  const [match] = await memory.lookup(query, { ...pair(en, kk), threshold: 0.5 })
  expect(plainText(match?.target ?? [])).toBe(adapted)
  expect(match?.penalties).toEqual([{ name: 'number-adapted', amount: 0.01 }])
  expect(match?.score).toBeCloseTo((match?.base ?? 0) - 0.01, 12)
})

test.each([
  ['Page 3 of 9', 'Page 7 of 9', 'страница седьмая из 9'],
  ['Page 3 of 4', 'Page 7 of 7', '7 из 7'],
  ['Page 3 in 9', 'Page 7 of 9', 'страница 7 из 9'],
])('leaves the numbers where it cannot be sure: %s', async (query, source, target) => {
  const memory = await memoryWith([unitOf('a', { en: source, ru: target })])
  const [match] = await memory.lookup(query, { ...pair(), threshold: 0.5 })
  expect(plainText(match?.target ?? [])).toBe(target)
})

test.each([
  ['from-alignment', { properties: [{ name: 'x-alignment-confidence', value: '0.9' }] }, {}],
  ['machine-translation', { origin: 'mt:some' }, {}],
  ['age', { changed: '2019-01-01T00:00:00Z' }, { oldBefore: '2021-01-01' }],
  ['language-variant', {}, { targetLanguage: language('ru-KZ') }],
] as const)('takes the penalty %s', async (name, more, options) => {
  const unit = unitOf('a', { en: 'Stop', 'ru-RU': 'Стой' }, more)
  const [match] = await (await memoryWith([unit])).lookup('Stop', { ...pair(), ...options })
  expect(match?.penalties).toEqual([{ name, amount: penaltyAmounts[name] }])
  expect(match?.score).toBeCloseTo(1 - penaltyAmounts[name], 12)
})

test('a less trusted memory takes its own penalty', async () => {
  const [match] = await (await memoryWith([unitOf('a', { en: 'Stop', ru: 'Стой' })], 0.1)).lookup('Stop', pair())
  expect(match).toMatchObject({ score: 0.9, base: 1, penalties: [{ name: 'memory-priority', amount: 0.1 }] })
})

test('codes count by kind and place, not by id', async () => {
  const bold = (id: string, data: string): Content => [
    { kind: 'text', text: 'Press ' },
    { kind: 'pc', id, data, children: [{ kind: 'text', text: 'OK' }] },
    { kind: 'text', text: ' now' },
  ]
  const memory = await memoryWith([
    {
      id: 'a',
      variants: [
        { language: en, content: bold('1', '<b>') },
        { language: ru, content: bold('1', '<b>') },
      ],
    },
  ])
  expect((await memory.lookup(bold('7', '<b>'), pair()))[0]).toMatchObject({ kind: 'exact', penalties: [] })
  expect((await memory.lookup(bold('1', '<i>'), pair()))[0]?.penalties).toEqual([
    { name: 'codes-differ', amount: 0.02 },
  ])
  expect((await memory.lookup('Press OK now', pair()))[0]).toMatchObject({ kind: 'fuzzy' })
})

test('Kazakh is found across its two alphabets, with a penalty', async () => {
  const memory = await memoryWith([unitOf('a', { kk: 'Қазақстан халқы', ru: 'Народ Казахстана' })])
  const [match] = await memory.lookup('Qazaqstan halqy', pair(latin, ru))
  expect(match).toMatchObject({ kind: 'exact', base: 1, score: 0.95, penalties: [{ name: 'language-variant' }] })
  const [back] = await memory.lookup('Народ Казахстана', pair(ru, latin))
  expect(plainText(back?.target ?? [])).toBe('Qazaqstan halqy')
  expect(await memory.lookup('Qazaqstan halqy', pair(kk, ru))).toEqual([])
})

test('more languages than bits are all found', async () => {
  const tags = Array.from(
    { length: 40 },
    (_, i) => `x${String.fromCharCode(97 + (i % 26))}${String.fromCharCode(97 + Math.floor(i / 26))}`,
  )
  const memory = await memoryWith(tags.map((tag, i) => unitOf(tag, { en: `Stop ${i}`, [tag]: 'x' })))
  const found = await memory.lookup('Stop 39', { ...pair(en, language(tags.at(-1) ?? '')), threshold: 0.4, limit: 1 })
  expect(found.map(match => match.id)).toEqual([tags.at(-1)])
})

test('units without an id get the same one everywhere; changes and removals are seen at once', async () => {
  const memory = await memoryWith([unitOf('', { en: 'Stop', ru: 'Стой' })])
  const other = await memoryWith([unitOf('', { en: 'Stop', ru: 'Стой' })])
  const [match] = await memory.lookup('Stop', pair())
  expect((await other.lookup('Stop', pair()))[0]?.id).toBe(match?.id)
  await memory.add([unitOf(match?.id ?? '', { en: 'Stop', ru: 'Стоп' })])
  expect((await memory.lookup('Stop', pair())).map(each => plainText(each.target))).toEqual(['Стоп'])
  await memory.remove([match?.id ?? ''])
  expect(await memory.lookup('Stop', pair())).toEqual([])
  expect(await memory.count()).toBe(0)
  expect(await memory.get(match?.id ?? '')).toBeUndefined()
})

test('orders by words when asked', async () => {
  const memory = await memoryWith([
    unitOf('a', { en: 'a b c extraordinarily', ru: '1' }),
    unitOf('b', { en: 'a b x d', ru: '2' }),
  ])
  const found = await memory.lookup('a b c d', { ...pair(), by: 'words', threshold: 0.75 })
  expect(found.map(match => [match.words, match.base < 0.75])).toEqual([
    [0.75, false],
    [0.75, true],
  ])
})
