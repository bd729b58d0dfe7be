import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { textContent } from '../../src/model/index.ts'
import { buildIndex } from '../../src/workflow/build-index.ts'
import { answers, openLookups } from '../../src/workflow/lookup-many.ts'
import { lookupInMemories, openMemoryFile } from '../../src/workflow/memory.ts'
import { en, ru, unitOf } from '../memory/units.ts'

const folder = mkdtempSync(join(tmpdir(), 'tilmash-threads-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const places = ['hall', 'square', 'station', 'bridge', 'airport']
const textOf = (i: number): string => `Some ${i % 97} people met near the ${places[i % places.length]} on day ${i}.`
const options = { sourceLanguage: en, targetLanguage: ru, threshold: 0.6, limit: 3 }
const questions = Array.from({ length: 3000 }, (_, i) => ({
  query: textContent(textOf(i * 7).replace('met', 'gathered')),
  options,
}))

async function store(name: string, units: number) {
  const path = join(folder, name)
  const memory = await openMemoryFile(path, { canCreate: true })
  await memory.add(Array.from({ length: units }, (_, i) => unitOf(`u${i}`, { en: textOf(i), ru: `Перевод ${i}` })))
  return [{ memory, file: name, priority: 0 }]
}

describe('many questions', () => {
  test('are answered by threads in their order, as one after the other', async () => {
    const memories = await store('threads.tmdb', 2500)
    const lookups = openLookups(memories, { threads: 2, leastUnits: 1, leastQuestions: 1 })
    const found = await Array.fromAsync(answers(lookups, questions))
    await lookups.close()
    expect(found).toHaveLength(questions.length)
    for (const i of [0, 1, 31, 32, 2047, 2048, 2999]) {
      expect(found[i]).toEqual(await lookupInMemories(memories, questions[i]?.query ?? '', options))
      expect(found[i]?.length).toBeGreaterThan(0)
    }
    for (const { memory } of memories) await memory.close()
  }, 60_000)

  test('a failure in a thread is the failure heard here, with its place', async () => {
    const memories = await store('damaged.tmdb', 2100)
    await memories[0]?.memory.prepare(en)
    const [opened] = memories
    if (opened === undefined) throw new RangeError('there is one')
    const path = join(folder, 'foreign.tmdb')
    writeFileSync(path, 'no store')
    const access = { path, penalty: 0, indexes: () => new Map() }
    const broken = [{ ...opened, memory: { ...opened.memory, store: access } }]
    const lookups = openLookups(broken, { threads: 2, leastUnits: 1, leastQuestions: 1 })
    await expect(lookups.ask(questions.slice(0, 3))).rejects.toMatchObject({
      code: 'store.not-a-store',
      place: { file: 'damaged.tmdb' },
    })
    await lookups.close()
    await opened.memory.close()
  }, 60_000)
})

test('an index made by threads is, byte for byte, the one made here', async () => {
  const [opened] = await store('built.tmdb', 4500)
  if (opened === undefined) throw new RangeError('there is one')
  await opened.memory.remove(['u17', 'u4000'])
  await opened.memory.prepare(en)
  await opened.memory.close()
  const path = join(folder, 'built.tmdb')
  const built = await buildIndex(path, en, [])
  expect(Buffer.compare(Buffer.from(built ?? new ArrayBuffer(0)), readFileSync(`${path}.en.index`))).toBe(0)
  expect(await buildIndex(join(folder, 'none', 'none.tmdb'), en, [])).toBeUndefined()
}, 60_000)
