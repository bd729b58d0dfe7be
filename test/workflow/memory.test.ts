import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readTmx, writeTmx } from '../../src/formats/tmx/index.ts'
import { isSameUnit } from '../../src/memory/index.ts'
import { type Finding, plainText, type TranslationUnit } from '../../src/model/index.ts'
import {
  checkMemory,
  exportMemory,
  importMemory,
  lookupInMemories,
  lookupLine,
  memoryStats,
  mergeFiles,
  openMemoryFile,
  openProjectMemories,
  searchMemories,
} from '../../src/workflow/memory.ts'
import { openProject } from '../../src/workflow/project.ts'
import { en, kk, ru, unitOf } from '../memory/units.ts'

const root = mkdtempSync(join(tmpdir(), 'tilmash-memory-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
let count = 0

/** A folder of its own for each test, with some files. */
function folderWith(files: Readonly<Record<string, string | Uint8Array>>) {
  const folder = join(root, String(++count))
  mkdirSync(folder)
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return {
    file: (name: string) => ({ path: join(folder, name), file: name }),
    names: () => readdirSync(folder).sort(),
    read: (name: string) => readFileSync(join(folder, name)),
  }
}

const tmx = (...units: readonly TranslationUnit[]): Uint8Array => writeTmx(units, { sourceLanguage: en })
const units = [
  unitOf('a', { en: 'The talks failed.', ru: 'Переговоры сорвались.', kk: 'Келіссөз нәтижесіз аяқталды.' }),
  unitOf('b', { en: 'They left the building.', ru: 'Они покинули здание.' }, { state: 'reviewed' }),
]

const xliff = `<?xml version="1.0"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="kk">
<file id="f1"><unit id="u1"><segment id="s1" state="final"><source>It rained.</source><target>Жаңбыр жауды.</target></segment>
<segment id="s2" state="translated"><source>We went home.</source><target>Үйге қайттық.</target></segment>
<segment id="s3"><source>Nothing yet.</source></segment></unit></file></xliff>
`
const po = `msgid ""
msgstr "Language: ru\\n"

msgid "Open"
msgstr "Открыть"

msgid "Close"
msgstr ""
`

describe.each(['memory.tmx', 'memory.tmdb'])('importing into %s', goal => {
  test('takes TMX, XLIFF, CSV and PO at once, and nothing new the second time', async () => {
    const { file, names, read } = folderWith({
      'a.tmx': tmx(...units),
      'b.xlf': xliff,
      'c.csv': 'en,ru\nGo,Иди\n',
      'd.po': po,
    })
    const files = ['a.tmx', 'b.xlf', 'c.csv', 'd.po'].map(file)
    const first = await importMemory(file(goal), files, { sourceLanguage: en })
    expect(first).toMatchObject({ added: 6, isWritten: true, findings: [] })
    const bytes = read(goal)
    expect(await importMemory(file(goal), files, { sourceLanguage: en })).toMatchObject({
      added: 0,
      changed: 0,
      isWritten: false,
    })
    if (goal.endsWith('.tmx')) expect(read(goal).equals(bytes)).toBe(true)
    expect(names()).toEqual(['a.tmx', 'b.xlf', 'c.csv', 'd.po', goal])
    const memory = await openMemoryFile(file(goal).path)
    const [match] = await memory.lookup('We went home.', {
      sourceLanguage: en,
      targetLanguage: kk,
      previous: 'It rained.',
      next: 'Nothing yet.',
    })
    expect(match).toMatchObject({ kind: 'ice', score: 1, origin: 'b.xlf' })
    await memory.close()
  })

  test('leaves nothing behind when one of the files is broken', async () => {
    const whole = tmx(...units)
    const { file, names } = folderWith({ 'a.tmx': whole, 'b.tmx': whole.slice(0, whole.length - 40) })
    await expect(importMemory(file(goal), ['a.tmx', 'b.tmx'].map(file))).rejects.toMatchObject({
      code: expect.stringMatching(/^xml\./),
      place: { file: 'b.tmx' },
    })
    expect(names()).toEqual(['a.tmx', 'b.tmx'])
    await importMemory(file(goal), [file('a.tmx')])
    await expect(importMemory(file(goal), ['b.tmx'].map(file))).rejects.toMatchObject({ place: { file: 'b.tmx' } })
    const memory = await openMemoryFile(file(goal).path)
    expect(await memory.count()).toBe(2)
    await memory.close()
  })

  test('an import that is called off leaves nothing', async () => {
    const many = Array.from({ length: 2500 }, (_, i) => unitOf(`u${i}`, { en: `Text ${i}`, ru: `Текст ${i}` }))
    const { file, names } = folderWith({ 'a.tmx': tmx(...many) })
    const controller = new AbortController()
    const seen: number[] = []
    const onProgress = (count: number): void => {
      seen.push(count)
      controller.abort()
    }
    const stopped = importMemory(file(goal), [file('a.tmx')], { onProgress, signal: controller.signal })
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' })
    expect(seen).toEqual([1000])
    expect(names()).toEqual(['a.tmx'])
  })

  test('exports the same bytes from whatever order', async () => {
    const { file } = folderWith({
      'a.tmx': tmx(...units),
      'b.tmx': tmx(...units.toReversed()),
      'c.csv': 'en,ru\nGo,Иди\n',
    })
    const exported: string[] = []
    for (const [i, files] of [
      ['a.tmx', 'c.csv'],
      ['c.csv', 'b.tmx', 'a.tmx'],
    ].entries()) {
      const target = { ...file(goal), path: file(`${i}${goal}`).path }
      await importMemory(target, files.map(file))
      const memory = await openMemoryFile(target.path)
      exported.push(new TextDecoder().decode(await exportMemory(memory, en)))
      await memory.close()
    }
    expect(exported[1]).toBe(exported[0])
    const back = readTmx(new TextEncoder().encode(exported[0]), { file: 'x' }).units.slice(1)
    expect(back.every((unit, i) => isSameUnit(unit, units[i] ?? unit))).toBe(true)
    // The store and the text of it say the same.
    writeFileSync(file('back.tmx').path, exported[0] ?? '')
    expect(await importMemory(file(`0${goal}`), [file('back.tmx')])).toMatchObject({ isWritten: false })
  })
})

test.each([
  ['notes.docx', 'memory.unknown-format'],
  ['none.tmx', 'file.not-found'],
  ['.', 'memory.unknown-format'],
])('says what is wrong with %s', async (name, code) => {
  const { file } = folderWith({ 'notes.docx': 'PK' })
  await expect(importMemory(file('m.tmdb'), [file(name)])).rejects.toMatchObject({ code, place: { file: name } })
})

test('a memory is a .tmx or .tmdb file that is there', async () => {
  const { file } = folderWith({ 'a.txt': 'x' })
  await expect(openMemoryFile(file('a.txt').path, { file: 'a.txt' })).rejects.toMatchObject({
    code: 'memory.unknown-file',
  })
  for (const name of ['none.tmx', 'none.tmdb']) {
    await expect(openMemoryFile(file(name).path, { file: name })).rejects.toMatchObject({
      code: 'file.not-found',
      place: { file: name },
    })
  }
})

test('a large TMX file is kept as a store in the cache, made again when the file changes', async () => {
  const long = 'word '.repeat(400)
  const many = Array.from({ length: 1100 }, (_, i) => unitOf(`u${i}`, { en: `${long}${i}`, ru: `слово ${i}` }))
  const { file, names } = folderWith({ 'a.tmx': tmx(...many) })
  const cacheFolder = file('cache').path
  const open = () => openMemoryFile(file('a.tmx').path, { file: 'a.tmx', cacheFolder })
  const first = await open()
  expect(await first.count()).toBe(1100)
  await first.close()
  const stores = readdirSync(cacheFolder).filter(name => name.endsWith('.tmdb'))
  expect(stores).toHaveLength(1)
  // A damaged cache is no one's loss.
  writeFileSync(join(cacheFolder, stores[0] ?? ''), 'broken')
  const again = await open()
  expect(await again.count()).toBe(1100)
  await again.close()
  writeFileSync(file('a.tmx').path, tmx(...many.slice(1)))
  const changed = await open()
  expect(await changed.count()).toBe(1099)
  await changed.close()
  expect(readdirSync(cacheFolder).filter(name => name.endsWith('.tmdb'))).toHaveLength(1)
  expect(names()).toEqual(['a.tmx', 'cache'])
})

test('opens the memories of a project that are there, the most trusted first', async () => {
  const { file } = folderWith({
    'tilmash.config.json': JSON.stringify({
      sourceLanguage: 'en',
      targetLanguages: ['ru'],
      memories: ['a.tmx', { path: 'b.tmdb', priority: 2, penalty: 0.1 }, 'none.tmx'],
    }),
    'a.tmx': tmx(...units),
  })
  await importMemory(file('b.tmdb'), [file('a.tmx')])
  const memories = await openProjectMemories(openProject(file('.').path))
  expect(memories.map(each => [each.file, each.priority])).toEqual([
    ['b.tmdb', 2],
    ['a.tmx', 0],
  ])
  const [best] = await lookupInMemories(memories, 'The talks failed.', { sourceLanguage: en, targetLanguage: ru })
  expect(best?.score).toBe(1)
  for (const { memory } of memories) await memory.close()
})

async function opened(...all: readonly TranslationUnit[]) {
  const { file } = folderWith({ 'm.tmx': tmx(...all) })
  return { memory: await openMemoryFile(file('m.tmx').path, { file: 'm.tmx' }), file: 'm.tmx', priority: 0 }
}

test('asks several memories, each pair once, the better trusted first', async () => {
  const [unit, other] = units
  if (unit === undefined || other === undefined) throw new Error('there are two')
  const first = await opened(unit)
  const { file } = folderWith({
    'n.tmx': tmx(unit, unitOf('c', { en: 'The talks failed.', ru: 'Переговоры провалились.' })),
  })
  const second = { memory: await openMemoryFile(file('n.tmx').path, { penalty: 0.05 }), file: 'n.tmx', priority: 0 }
  const found = await lookupInMemories([second, first], 'The talks failed.', { sourceLanguage: en, targetLanguage: ru })
  expect(found.map(match => [plainText(match.target), match.score])).toEqual([
    ['Переговоры сорвались.', 1],
    ['Переговоры провалились.', 0.94],
  ])
  expect(lookupLine('The talks failed.', found.slice(0, 1))).toEqual({
    query: 'The talks failed.',
    matches: [
      {
        kind: 'exact',
        score: 1,
        base: 1,
        words: 1,
        characters: 1,
        source: 'The talks failed.',
        target: 'Переговоры сорвались.',
        id: 'a',
        penalties: [],
      },
    ],
  })
})

test.each([
  [en, 'leaving buildings', [], 0],
  [en, 'BUILDING', ['b'], 1],
  [ru, 'покинул зданиями', ['b'], 1],
  [ru, 'переговорами', ['a'], 1],
  [kk, 'келіссөздерді', ['a'], 1],
  [kk, '%%', [], 0],
])('searches words in %s in any form: %s', async (language, text, ids, marked) => {
  const found = await searchMemories([await opened(...units)], text, { language })
  expect(found.map(each => each.unit.id)).toEqual(ids)
  expect(found[0]?.spans.length ?? 0).toBeGreaterThanOrEqual(marked)
})

test('shows phrases before scattered words', async () => {
  const memory = await opened(
    unitOf('a', { en: 'hall of the old city', ru: 'x' }),
    unitOf('b', { en: 'the city hall burned', ru: 'y' }),
  )
  const found = await searchMemories([memory], 'city halls', { language: en })
  expect(found.map(each => each.unit.id)).toEqual(['b', 'a'])
  expect(found[0]?.spans).toEqual([
    { start: 4, end: 8 },
    { start: 9, end: 13 },
  ])
})

test('finds the longest pieces of a sentence when no unit has all of it', async () => {
  const memory = await opened(
    unitOf('a', { en: 'We call on all sides to stop the violence at once.', kk: 'x' }),
    unitOf('b', { en: 'All sides to the talks left.', kk: 'y' }),
    unitOf('c', { en: 'Stop the bus.', kk: 'z' }),
  )
  const sentence = 'Today the union asks all sides to stop the violence in the streets.'
  const found = await searchMemories([memory], sentence, { language: en })
  expect(found.map(({ unit, spans }) => [unit.id, spans])).toEqual([
    ['a', [{ start: 11, end: 41 }]],
    ['b', [{ start: 0, end: 12 }]],
  ])
})

test('counts units, words and states', async () => {
  const stats = await memoryStats(await opened(...units))
  expect(stats).toEqual({
    file: 'm.tmx',
    units: 2,
    languages: [
      { language: en, variants: 2, words: 7 },
      { language: ru, variants: 2, words: 5 },
      { language: kk, variants: 1, words: 3 },
    ],
    states: { none: 1, reviewed: 1 },
    withContext: 0,
  })
})

const rules = (findings: readonly Finding[]) => findings.map(({ rule, unit, language }) => [rule, unit, language])

test('finds what spoils a memory', async () => {
  const long = 'Мы не поддерживаем насилие и призываем всех участников к мирному диалогу сегодня.'
  const { file } = folderWith({
    'm.tmx': tmx(
      unitOf('1', { en: 'Good morning, friends.', ru: 'Доброе утро, друзья.', kk: 'Қайырлы таң, достар.' }),
      unitOf('2', { en: 'Good morning, friends.', ru: 'Доброе утро, друзья.', kk: 'Қайырлы таң, достар.' }),
      unitOf('3', { en: 'Good morning, friends.', ru: 'С добрым утром, друзья.' }),
      unitOf('4', { en: 'Stop here.', ru: '  ' }),
      unitOf('5', { en: 'please wait here', ru: 'please wait here' }),
      unitOf('6', { en: 'Wait for the next train.', ru: 'Wait for another train' }),
      unitOf('7', { en: 'We call on everyone to have a dialogue today and tomorrow, always in peace.', kk: long }),
      unitOf('8', { en: 'We thank you.', ru: 'Сізге үлкен рақмет айтамыз.' }),
      unitOf(
        '9',
        { en: 'A fine pair.', ru: 'Хорошая пара.' },
        {
          properties: [{ name: 'x-alignment-confidence', value: '0.31' }],
        },
      ),
      unitOf('10', { en: 'Telegram', ru: 'Telegram' }),
    ),
  })
  const { findings, units: counted } = await checkMemory(file('m.tmx').path, { file: 'm.tmx', sourceLanguage: en })
  expect(counted).toBe(10)
  expect(rules(findings).sort()).toEqual([
    ['memory/conflicting-targets', '3', ru],
    ['memory/duplicate', '2', undefined],
    ['memory/empty', '4', ru],
    ['memory/same-as-source', '5', ru],
    ['memory/suspicious-pair', '9', ru],
    ['memory/wrong-language', '7', kk],
    ['memory/wrong-language', '8', ru],
    ['memory/wrong-script', '6', ru],
  ])
  const lines = new TextDecoder().decode(readFileSync(file('m.tmx').path)).split('\n')
  for (const { place, unit } of findings) {
    expect(lines[place.start.line - 1]?.slice(place.start.column - 1)).toMatch(new RegExp(`^<tu tuid="${unit}"`))
  }
})

test('checks a store as well', async () => {
  const { file } = folderWith({ 'a.tmx': tmx(unitOf('1', { en: 'Stop here.', ru: '' }), ...units) })
  await importMemory(file('m.tmdb'), [file('a.tmx')])
  const { findings } = await checkMemory(file('m.tmdb').path, { file: 'm.tmdb' })
  expect(rules(findings)).toEqual([['memory/empty', '1', ru]])
})

describe('merging TMX', () => {
  const merge = (
    base: readonly TranslationUnit[],
    ours: readonly TranslationUnit[],
    theirs: readonly TranslationUnit[],
  ) => {
    const version = (file: string, all: readonly TranslationUnit[]) => ({
      bytes: all.length === 0 ? new Uint8Array() : tmx(...all),
      file,
    })
    const { bytes, conflicts } = mergeFiles(version('base', base), version('ours.tmx', ours), version('theirs', theirs))
    return { units: readTmx(bytes, { file: 'x' }).units, conflicts, bytes }
  }
  const a = unitOf('a', { en: 'One', ru: 'Один' })
  const b = unitOf('b', { en: 'Two', ru: 'Два' })

  test('takes what either side added, changed or deleted', () => {
    const changed = unitOf('a', { en: 'One', ru: 'Раз' })
    const c = unitOf('c', { en: 'Three', ru: 'Три' })
    const d = unitOf('d', { en: 'Four', ru: 'Четыре' })
    const result = merge([a, b], [changed, b, c], [a, d])
    expect(result.conflicts).toEqual([])
    expect(result.units).toEqual([d, changed, c])
    expect(merge([], [a], [b]).units.map(unit => unit.id)).toEqual(['a', 'b'])
  })

  test('joins changes of different languages of one unit', () => {
    const ours = unitOf('a', { en: 'One', kk: 'Бір', ru: 'Один' })
    const theirs = unitOf('a', { en: 'One', ru: 'Раз' }, { state: 'final' })
    expect(merge([a], [ours], [theirs])).toMatchObject({
      conflicts: [],
      units: [unitOf('a', { en: 'One', kk: 'Бір', ru: 'Раз' }, { state: 'final' })],
    })
  })

  test('reports what both changed, and loses neither', () => {
    const result = merge([a], [unitOf('a', { en: 'One', ru: 'Раз' })], [unitOf('a', { en: 'One', ru: 'Единица' })])
    expect(result.conflicts).toMatchObject([
      { rule: 'memory/merge-conflict', unit: 'a', language: ru, data: { ours: 'Раз', theirs: 'Единица' } },
    ])
    expect(new TextDecoder().decode(result.bytes)).toContain('Единица')
    expect(merge([a, b], [b], [unitOf('a', { en: 'One', ru: 'Раз' }), b])).toMatchObject({
      conflicts: [{ variant: 'deleted', unit: 'a' }],
      units: [{ id: 'a' }, { id: 'b' }],
    })
  })
})

test('merges XLIFF where only one side touched a target', () => {
  const version = (file: string, first: string, second: string) => ({
    file,
    bytes: new TextEncoder().encode(xliff.replace('Жаңбыр жауды.', first).replace('Үйге қайттық.', second)),
  })
  const base = version('base', 'Бір', 'Екі')
  const clean = mergeFiles(base, version('ours.xlf', 'Бір!', 'Екі'), version('theirs', 'Бір', 'Екі!'))
  expect(clean.conflicts).toEqual([])
  expect(new TextDecoder().decode(clean.bytes)).toBe(new TextDecoder().decode(version('', 'Бір!', 'Екі!').bytes))
  const torn = mergeFiles(base, version('ours.xlf', 'Бір!', 'Екі'), version('theirs', 'Бір?', 'Екі'))
  expect(torn.conflicts).toMatchObject([{ unit: 'u1', segment: 's1', data: { ours: 'Бір!', theirs: 'Бір?' } }])
  expect(new TextDecoder().decode(torn.bytes)).toContain('Бір!')
})
