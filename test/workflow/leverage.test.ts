import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { validateXliff } from '../../src/formats/xliff/index.ts'
import { openMemory, ramEngine } from '../../src/memory/index.ts'
import {
  type Document,
  isEmptyContent,
  language,
  plainText,
  type Segment,
  segmentsOf,
  textContent,
  type Unit,
  unitsOf,
} from '../../src/model/index.ts'
import { analyzeDocument } from '../../src/workflow/analyze.ts'
import { bandOf } from '../../src/workflow/bands.ts'
import { leverageDocument } from '../../src/workflow/leverage.ts'
import { leverageFile } from '../../src/workflow/leverage-file.ts'
import { bareUnit } from '../formats/bare-unit.ts'

const en = language('en')
const ru = language('ru')
const kk = language('kk')

function segment(id: string, source: string, target?: string, state: Segment['state'] = 'initial'): Segment {
  return {
    kind: 'segment',
    id,
    source: textContent(source),
    ...(target === undefined ? {} : { target: textContent(target) }),
    state,
  }
}

function document(segments: readonly Segment[], targetLanguage = ru): Document {
  const unit: Unit = {
    ...bareUnit,
    id: 'u1',
    parts: segments,
  }
  return { sourceLanguage: en, targetLanguage, files: [{ kind: 'file', id: 'f1', notes: [], children: [unit] }] }
}

async function memories() {
  const memory = await openMemory({ engine: ramEngine() })
  const unit = (id: string, texts: readonly string[], more = {}) => ({
    id,
    variants: [en, ru, kk].flatMap((tag, i) =>
      texts[i] === undefined ? [] : { language: tag, content: textContent(texts[i]) },
    ),
    ...more,
  })
  await memory.add([
    unit('a', ['The talks failed.', 'Переговоры сорвались.', 'Келіссөз нәтижесіз аяқталды.'], {
      previous: 'It was late.',
      next: 'They left.',
    }),
    unit('b', ['They left.', 'Они ушли.', 'Олар кетіп қалды.']),
    unit('c', ['Two people were hurt near the city hall.', 'Двое пострадали у здания акимата.']),
  ])
  return [{ memory, file: 'memory.tmx', priority: 0 }]
}

const targets = (result: Document): readonly (string | undefined)[] =>
  [...unitsOf(result)].flatMap(unit =>
    segmentsOf(unit).map(({ target }) => (target === undefined ? undefined : plainText(target))),
  )

test.each([
  [ru, 'Переговоры сорвались.', 'Они ушли.'],
  [kk, 'Келіссөз нәтижесіз аяқталды.', 'Олар кетіп қалды.'],
])('fills what is sure in %s: in context as translated, exact as a draft', async (target, first, second) => {
  const source = document(
    [segment('s1', 'It was late.', 'x', 'final'), segment('s2', 'The talks failed.'), segment('s3', 'They left.')],
    target,
  )
  const result = await leverageDocument(source, await memories())
  expect(targets(result.document)).toEqual(['x', first, second])
  const [unit] = [...unitsOf(result.document)]
  expect(unit?.parts.map(part => part.kind === 'segment' && [part.state, part.subState])).toEqual([
    ['final', undefined],
    ['translated', undefined],
    ['initial', 'tilmash:exact-match'],
  ])
  expect(result.filled).toBe(2)
  expect(result.bands).toMatchObject({ ice: 1, exact: 1, new: 0 })
})

test('never touches a target, nor one left empty on purpose', async () => {
  const source = document([
    segment('s1', 'They left.', 'Они уехали.', 'initial'),
    segment('s2', 'They left.', '', 'final'),
    segment('s3', 'Nothing is known about this.'),
  ])
  const result = await leverageDocument(source, await memories())
  expect(result.document).toBe(source)
  expect(result.filled).toBe(0)
})

test('leaves alone what stands in the neighbour, and settles what it confirms', async () => {
  const context = [segment('s1', 'It was late.', 'x', 'final'), segment('s3', 'They left.', 'y', 'final')] as const
  const aside = { ...segment('s2', 'The talks failed.', ''), subState: 'tilmash:merged' }
  const source = document([context[0], aside, context[1]])
  expect((await leverageDocument(source, await memories())).document).toBe(source)
  const doubtful = { ...segment('s2', 'The talks failed.'), subState: 'tilmash:low-confidence' }
  const own = document([context[0], doubtful, context[1]])
  const [file] = own.files
  const [unit] = [...unitsOf(own)]
  const metadata = [{ category: 'tilmash', meta: [] }]
  const ours = { ...own, files: [{ ...(file ?? never()), children: [{ ...(unit ?? never()), metadata }] }] }
  const [after] = [...unitsOf((await leverageDocument(ours, await memories())).document)]
  expect(segmentsOf(after ?? never())[1]).toMatchObject({ state: 'translated' })
  expect(segmentsOf(after ?? never())[1]?.subState).toBeUndefined()
  expect(JSON.stringify(after?.metadata)).toContain('The talks failed.')
})

test('adds candidates once', async () => {
  const source = document([segment('s1', 'Three people were hurt near the city hall.')])
  const once = await leverageDocument(source, await memories())
  const [unit] = [...unitsOf(once.document)]
  expect(unit?.candidates).toHaveLength(1)
  expect(unit?.candidates[0]).toMatchObject({ ref: 's1', origin: 'tilmash:memory', id: 'c' })
  expect(isEmptyContent(segmentsOf(unit ?? never())[0]?.target)).toBe(true)
  const twice = await leverageDocument(once.document, await memories())
  expect(twice.document).toBe(once.document)
})

test('repeats what the document itself says, unless it says two things', async () => {
  const agreed = document([segment('s1', 'Stop it.', 'Хватит.', 'translated'), segment('s2', 'Stop it.')])
  expect(targets((await leverageDocument(agreed, [])).document)).toEqual(['Хватит.', 'Хватит.'])
  const torn = document([
    segment('s1', 'Stop it.', 'Хватит.', 'translated'),
    segment('s2', 'Stop it.', 'Прекратите.', 'translated'),
    segment('s3', 'Stop it.'),
  ])
  const result = await leverageDocument(torn, [])
  expect(targets(result.document)).toEqual(['Хватит.', 'Прекратите.', undefined])
  expect([...unitsOf(result.document)][0]?.candidates).toHaveLength(2)
})

test('counts segments, words and characters of each band', async () => {
  const source = document([
    segment('s1', 'It was late.'),
    segment('s2', 'The talks failed.'),
    segment('s3', 'They left.'),
    segment('s4', 'They left.'),
    segment('s5', 'they  left.'),
    segment('s6', 'Three people were hurt near the city hall.'),
  ])
  const { bands, total } = await analyzeDocument(source, await memories(), { targetLanguage: ru })
  expect(bands).toMatchObject({
    ice: { segments: 1, words: 3, characters: 15 },
    exact: { segments: 1, words: 2 },
    repetitions: { segments: 2, words: 4 },
    '85-94': { segments: 1, words: 8 },
    new: { segments: 1, words: 3 },
  })
  expect(total).toMatchObject({ segments: 6, words: 20 })
  expect(total.weightedWords).toBe(9.3)
  const dear = await analyzeDocument(source, await memories(), { targetLanguage: ru, rates: { ice: 1, '85-94': 0.5 } })
  expect(dear.bands).toMatchObject({
    ice: { weightedWords: 3 },
    '85-94': { weightedWords: 4 },
    new: { weightedWords: 3 },
  })
  expect(dear.total.weightedWords).toBe(11.5)
})

function never(): never {
  throw new Error('there is a unit')
}

describe('a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tilmash-leverage-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const version2 = `<?xml version="1.0"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="ru">
<file id="f1"><unit id="u1"><segment id="s1"><source>They left.</source></segment>
  <segment id="s2"><source>Three people were hurt near the city hall.</source></segment></unit></file>
<file id="f2"><unit id="u1"><segment id="s1" state="final"><source>Stop.</source><target>Стой.</target></segment></unit></file></xliff>
`
  const version12 = `<?xml version="1.0"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
<file original="a" source-language="en" target-language="ru" datatype="plaintext"><body>
<trans-unit id="1"><source>They left.</source></trans-unit>
<trans-unit id="2"><source>Three people were hurt near the city hall.</source></trans-unit></body></file></xliff>
`

  test.each([
    ['2.0', version2],
    ['1.2', version12],
  ])('of XLIFF %s is filled in place, once', async (name, xliff) => {
    const path = join(folder, `${name}.xlf`)
    writeFileSync(path, xliff)
    const result = await leverageFile(path, 'x.xlf', await memories())
    expect(result).toMatchObject({ file: 'x.xlf', filled: 1, offered: 1, isWritten: true })
    const text = readFileSync(path, 'utf8')
    expect(text).toContain('Они ушли.')
    expect(text).toContain('Двое пострадали')
    expect(await leverageFile(path, 'x.xlf', await memories())).toMatchObject({ filled: 0, isWritten: false })
    expect(readFileSync(path, 'utf8')).toBe(text)
  })

  const header = `<?xml version="1.0"?>\r\n<x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:1.2" version="1.2">\r\n`
  let count = 0
  const near = 'Three people were hurt near the city hall.'

  async function leveraged(units: string): Promise<{ before: string; after: string; result: unknown }> {
    const path = join(folder, `prefixed-${++count}.xlf`)
    const file = `<x:file original="a" source-language="en" target-language="ru" datatype="plaintext"><x:body>`
    const before = `${header}${file}\r\n${units}\r\n</x:body></x:file></x:xliff>`
    writeFileSync(path, before)
    const result = await leverageFile(path, 'x.xlf', await memories())
    const after = readFileSync(path, 'utf8')
    expect(await leverageFile(path, 'x.xlf', await memories())).toMatchObject({ filled: 0, isWritten: false })
    expect(validateXliff(readFileSync(path), { file: 'x.xlf' })).toEqual([])
    return { before, after, result }
  }

  test('of XLIFF 1.2 gets its candidates behind its notes, in its own prefix, line ends and margin', async () => {
    const unit = `    <x:trans-unit id='2'>\r\n      <x:source>${near}</x:source>\r\n      <x:note>n</x:note>\r\n    </x:trans-unit>`
    const { before, after } = await leveraged(unit)
    const added = [
      '      <x:alt-trans match-quality="89%" origin="tilmash:memory">',
      '        <x:source>Two people were hurt near the city hall.</x:source>',
      '        <x:target>Двое пострадали у здания акимата.</x:target>',
      '      </x:alt-trans>\r\n',
    ].join('\r\n')
    expect(after).toContain(added)
    expect(after.replace(added, '')).toBe(before)
  })

  const mark = (id: number, text: string): string => `<x:mrk mtype="seg" mid="${id}">${text}</x:mrk>`

  test('of XLIFF 1.2, cut into segments, gets one target for all of them, and candidates that name theirs', async () => {
    const cut = `${mark(1, 'They left.')} ${mark(2, near)} ${mark(3, 'The talks failed.')}`
    const { after, result } = await leveraged(
      `<x:trans-unit id="1"><x:source>They left. ${near} The talks failed.</x:source><x:seg-source>${cut}</x:seg-source></x:trans-unit>`,
    )
    expect(after).toContain(
      `<x:target state="needs-translation">${mark(1, 'Они ушли.')} ${mark(2, '')} ${mark(3, 'Переговоры сорвались.')}</x:target><x:alt-trans mid="2" match-quality="89%" origin="tilmash:memory">`,
    )
    expect(result).toMatchObject({ filled: 2, offered: 1 })
  })

  test('of XLIFF 1.2 offers what would change the state of a finished neighbour', async () => {
    const cut = `${mark(1, 'Wait.')} ${mark(2, 'They left.')}`
    const target = `<x:target state="translated">${mark(1, 'Ждите.')}</x:target>`
    const { after, result } = await leveraged(
      `<x:trans-unit id="1"><x:source>Wait. They left.</x:source><x:seg-source>${cut}</x:seg-source>${target}</x:trans-unit>`,
    )
    expect(after).toContain(
      `${target}<x:alt-trans mid="2" match-quality="100%" origin="tilmash:memory"><x:source>They left.</x:source><x:target>Они ушли.</x:target></x:alt-trans>`,
    )
    expect(result).toMatchObject({ filled: 0, offered: 1 })
  })

  test('that is not there is told by the name given', async () => {
    const failed = leverageFile(join(folder, 'none.xlf'), 'none.xlf', [])
    await expect(failed).rejects.toMatchObject({ code: 'file.not-found', place: { file: 'none.xlf' } })
  })
})

test.each([
  [{ kind: 'ice', base: 1 }, 'ice'],
  [{ kind: 'exact', base: 1 }, 'exact'],
  [{ kind: 'fuzzy', base: 0.99 }, '95-99'],
  [{ kind: 'fuzzy', base: 0.85 }, '85-94'],
  [{ kind: 'fuzzy', base: 0.8499 }, '75-84'],
  [{ kind: 'fuzzy', base: 0.74 }, '50-74'],
  [{ kind: 'fuzzy', base: 0.49 }, 'new'],
  [undefined, 'new'],
] as const)('puts %j into its band', (match, band) => {
  expect(bandOf(match)).toBe(band)
})
