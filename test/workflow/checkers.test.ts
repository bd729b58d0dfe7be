import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { threadFile, threadPool } from '../../src/io/threads.ts'
import { type Concept, type Document, placeAt, textContent } from '../../src/model/index.ts'
import { checkDocument } from '../../src/workflow/check-document.ts'
import { openCheckers } from '../../src/workflow/checkers.ts'
import type { ReadDocument } from '../../src/workflow/findings.ts'
import type { Seen } from '../../src/workflow/look-at-pairs.ts'
import { concept, documentOf, type TestPair } from '../checks/checking.ts'
import { temporaryFolder } from '../commands/tilmash.ts'

const kinds: readonly ((i: number) => TestPair)[] = [
  i => ({
    source: `The ministry opened ${i} schools in the north.`,
    target: `Министерство открыло ${i} школ на севере.`,
  }),
  i => ({ source: `The ministry opened ${i} schools.`, target: `министерство  открыло ${i + 1} школ` }),
  () => ({ source: 'Open "file" now', target: 'Откройте «файл» сейчас' }),
  i => ({ source: `Open "${i}" again`, target: `Откройте "файл" ${i}` }),
  i => ({ source: `Not translated at all, number ${i}.`, target: undefined }),
  i => ({ source: `Save ${i % 3} changes before closing?`, target: `Сохранить изменения перед закрытием ${i % 2}?` }),
  i => ({ source: 'Hello %s', target: i % 2 === 0 ? 'Привет %s' : 'Привет', id: `item${i}_one` }),
  i => ({
    source: `The president did not visit Paris on day ${i}.`,
    target: `Президент посетил Лондон ${i}.`,
    notes: [{ category: 'tilmash-ignore', text: 'names/*: meant so' }],
  }),
  i => ({
    source: [
      { kind: 'pc', id: '1', children: textContent('bold') },
      { kind: 'text', text: ` word ${i}` },
    ],
    target: textContent(`слово ${i}`),
  }),
]

function largeDocument(pairs: number): Document {
  const rows = Array.from({ length: pairs }, (_, i) => kinds[(i * 7) % kinds.length]?.(i) ?? { source: '' })
  return documentOf(rows, 'ru')
}

function reading(document: Document): ReadDocument {
  return {
    document,
    // Many findings share a place: their order must not hang on who was ready first.
    locate: ({ unit, start }) => placeAt('x.xlf', unit.id.length, (start ?? 0) + 1),
  }
}

const large = reading(largeDocument(2500))

describe('checks by several threads', () => {
  it.each([
    ['by default', {}],
    ['with a glossary and a preset', { terms: [concept('ministry', 'ведомство', 'ru')], preset: 'strict' as const }],
    ['with one rule alone', { only: ['consistency/same-source'] }],
    ['with words of a memory', { rules: { 'spelling/unknown-word': 'warning' as const }, vocabulary: ['школ'] }],
    [
      'with a baseline',
      { baseline: new Set([checkDocument(large, { file: 'x.xlf' }).findings[5]?.fingerprint ?? '']) },
    ],
  ])(
    'find the same in the same order %s',
    async (_, options) => {
      const checkers = openCheckers(options, { threads: 3 })
      const found = await checkers.check(large, 'x.xlf')
      await checkers.close()
      const expected = checkDocument(large, { ...options, file: 'x.xlf' })
      expect(found.findings.length).toBeGreaterThan(100)
      expect(found).toEqual(expected)
    },
    60_000,
  )

  it('check one document after the other, also a small one and one without targets', async () => {
    const checkers = openCheckers({}, { threads: 2 })
    const { targetLanguage: _none, ...monolingual } = largeDocument(3)
    for (const each of [reading(largeDocument(3)), large, reading(monolingual), reading(documentOf([], 'kk'))])
      expect(await checkers.check(each, 'x.xlf')).toEqual(checkDocument(each, { file: 'x.xlf' }))
    await checkers.close()
  }, 60_000)

  it('take what the others have seen', async () => {
    const file = join(temporaryFolder(), 'thread.cjs')
    const seen = '{ flaws: [], concerned: new Map(), sentences: 0 }'
    writeFileSync(
      file,
      `const { parentPort } = require('node:worker_threads')
parentPort.on('message', ({ number }) => parentPort.postMessage({ kind: 'output', number, output: ${seen} }))`,
    )
    const checkers = openCheckers({}, { threads: 3, file })
    const { findings } = await checkers.check(large, 'x.xlf')
    await checkers.close()
    expect(findings.length).toBeLessThan(checkDocument(large, { file: 'x.xlf' }).findings.length)
  }, 60_000)

  it('are made by the thread that is shipped', async () => {
    const folder = join(import.meta.dirname, '../../src/workflow')
    const pool = threadPool<string, Seen>(threadFile(folder, 'check-thread'), { file: '' }, 1)
    const [unit] = documentOf([{ source: 'Two  files.', target: 'Два  файла' }], 'ru').files[0]?.children ?? []
    const seen = await pool.run(
      JSON.stringify({ languages: { source: 'en', target: 'ru' }, units: [{ unit, file: 'f' }] }),
    )
    await pool.close()
    expect(seen.flaws.length).toBeGreaterThan(0)
  }, 60_000)

  it.each([
    ['at once', 'process.exit(3)'],
    ['at the first question', "require('node:worker_threads').parentPort.on('message', () => process.exit(3))"],
    ['by a fault', "require('node:worker_threads').parentPort.on('message', () => { throw new Error('no') })"],
  ])(
    'are done by this one alone when the others die %s',
    async (_, script) => {
      const file = join(temporaryFolder(), 'thread.cjs')
      writeFileSync(file, script)
      const checkers = openCheckers({}, { threads: 3, file })
      expect(await checkers.check(large, 'x.xlf')).toEqual(checkDocument(large, { file: 'x.xlf' }))
      expect((await checkers.check(large, 'x.xlf')).segments).toBe(2500)
      await checkers.close()
    },
    60_000,
  )

  it('are done by this one alone where options cannot be copied', async () => {
    const rules = { 'limits/max-length': { max: 20, note: () => 'why' } }
    const checkers = openCheckers({ rules }, { threads: 2 })
    expect(await checkers.check(large, 'x.xlf')).toEqual(checkDocument(large, { file: 'x.xlf', rules }))
    await checkers.close()
  }, 60_000)

  it('fail as one thread does, and do not wait for ever', async () => {
    // A concept without terms: no reader of ours makes one.
    const terms = [{ id: 'broken' }] as unknown as readonly Concept[]
    expect(() => checkDocument(large, { file: 'x.xlf', terms })).toThrow(TypeError)
    const checkers = openCheckers({ terms }, { threads: 2 })
    await expect(checkers.check(large, 'x.xlf')).rejects.toThrow(TypeError)
    await checkers.close()
  }, 60_000)
})
