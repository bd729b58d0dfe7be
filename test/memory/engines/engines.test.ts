import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { ramEngine } from '../../../src/memory/engines/ram.ts'
import { sqliteEngine } from '../../../src/memory/engines/sqlite.ts'
import { type Engine, unitKey, type Write } from '../../../src/memory/index.ts'
import type { TranslationUnit } from '../../../src/model/index.ts'
import { unitOf } from '../units.ts'

const folder = mkdtempSync(join(tmpdir(), 'tilmash-engines-'))
let count = 0
const engines: Readonly<Record<string, () => Engine>> = {
  ram: () => ramEngine(),
  sqlite: () => sqliteEngine(join(folder, `${++count}.tmdb`)),
}

const open: Engine[] = []
afterEach(async () => {
  for (const engine of open.splice(0)) await engine.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const put = (unit: TranslationUnit): Write => ({ kind: 'put', unit, key: unitKey(unit) })
const write = (engine: Engine, ...batch: readonly Write[]) =>
  engine.transaction(transaction => transaction.write(batch))

describe.each(Object.entries(engines))('the engine %s', (_name, make) => {
  const start = (): Engine => {
    const engine = make()
    open.push(engine)
    return engine
  }

  test('gives units back as they were put, in the order asked', async () => {
    const engine = start()
    const a = unitOf(
      'a',
      { en: 'Stop \ud800 here', ru: 'Стоп\u0000', kk: 'Тоқта 🙂' },
      { notes: ['x'], state: 'final' },
    )
    const b = unitOf('b', { en: 'Go' })
    expect(await write(engine, put(a), put(b))).toEqual(['added', 'added'])
    expect((await engine.get(['b', 'none', 'a'])).map(each => each?.unit)).toEqual([b, undefined, a])
    expect((await engine.bySequence([2, 9, 1])).map(each => each?.unit.id)).toEqual(['b', undefined, 'a'])
    expect(await engine.state()).toMatchObject({ change: 2, units: 2 })
  })

  test('says what each write met', async () => {
    const engine = start()
    const a = unitOf('a', { en: 'Stop', ru: 'Стой' })
    const outcomes = [
      await write(engine, put(a), put(a)),
      await write(engine, put(unitOf('b', { en: 'Stop', ru: 'Стой' }))),
      await write(engine, put(unitOf('a', { en: 'Stop', ru: 'Стоять' }))),
      await write(engine, put(unitOf('b', { en: 'Stop', ru: 'Стой' }))),
      await write(engine, { kind: 'delete', id: 'a' }, { kind: 'delete', id: 'a' }, { kind: 'delete', id: 'none' }),
      await write(engine, put(a)),
    ]
    expect(outcomes).toEqual([
      ['added', 'same'],
      ['duplicate'],
      ['changed'],
      ['added'],
      ['deleted', 'absent', 'absent'],
      ['duplicate'],
    ])
  })

  test('an older change does not win over a newer one', async () => {
    const engine = start()
    const at = (text: string, changed: string) => unitOf('a', { en: 'Stop', ru: text }, { changed })
    await write(engine, put(at('new', '2026-02-01T00:00:00Z')))
    expect(await write(engine, put(at('old', '2026-01-01T00:00:00Z')))).toEqual(['same'])
    expect(await write(engine, put(at('newer', '2026-03-01T00:00:00Z')))).toEqual(['changed'])
  })

  test('a deleted unit stays as a tombstone, keeps its sequence when it comes back, and moves the cursor', async () => {
    const engine = start()
    const a = unitOf('a', { en: 'Stop' })
    await write(engine, put(a), put(unitOf('b', { en: 'Go' })))
    await write(engine, { kind: 'delete', id: 'a' })
    const changes = await engine.changes(0, 10)
    expect(changes.map(each => [each.unit.id, each.change, each.version, each.isDeleted])).toEqual([
      ['b', 2, 1, false],
      ['a', 3, 2, true],
    ])
    expect(await engine.state()).toMatchObject({ change: 3, units: 1 })
    expect(await engine.list(undefined, 10)).toHaveLength(1)
    await write(engine, put(a))
    expect((await engine.get(['a']))[0]).toMatchObject({ sequence: 1, version: 3, change: 4 })
    expect((await engine.changes(3, 10)).map(each => each.unit.id)).toEqual(['a'])
    expect((await engine.changes(0, 1)).map(each => each.unit.id)).toEqual(['b'])
  })

  test('lists ids in the order of their code points, in pages', async () => {
    const engine = start()
    const ids = ['😀', 'я', 'a', '\uff5e', 'A', 'қ', 'a1']
    await write(engine, ...ids.map((id, i) => put(unitOf(id, { en: `text ${i}` }))))
    const pages: string[] = []
    for (let after: string | undefined; ; after = pages.at(-1)) {
      const page = await engine.list(after, 2)
      if (page.length === 0) break
      pages.push(...page.map(each => each.unit.id))
    }
    expect(pages).toEqual(['A', 'a', 'a1', 'я', 'қ', '\uff5e', '😀'])
  })

  test('a transaction is seen whole or not at all', async () => {
    const engine = start()
    await write(engine, put(unitOf('a', { en: 'Stop' })))
    const failed = engine.transaction(async transaction => {
      await transaction.write([put(unitOf('b', { en: 'Go' })), put(unitOf('a', { en: 'Halt' }))])
      await transaction.write([{ kind: 'delete', id: 'a' }])
      expect((await engine.get(['a', 'b'])).map(each => each?.unit.variants.length)).toEqual([1, undefined])
      throw new Error('no')
    })
    await expect(failed).rejects.toThrow('no')
    expect(await engine.state()).toMatchObject({ change: 1, units: 1 })
    expect((await engine.get(['a']))[0]).toMatchObject({ version: 1 })
    await write(engine, put(unitOf('b', { en: 'Go' })))
    expect((await engine.get(['b']))[0]).toMatchObject({ sequence: 2, change: 2 })
  })

  test('transactions wait for one another', async () => {
    const engine = start()
    const slow = engine.transaction(async transaction => {
      await transaction.write([put(unitOf('a', { en: 'one' }))])
      await new Promise(resolve => setTimeout(resolve, 20))
      await transaction.write([put(unitOf('b', { en: 'two' }))])
    })
    const quick = write(engine, put(unitOf('c', { en: 'three' })))
    await Promise.all([slow, quick])
    expect((await engine.changes(0, 10)).map(each => each.unit.id)).toEqual(['a', 'b', 'c'])
  })
})

test('the engines agree on any run of writes', async () => {
  const text = fc.constantFrom('Stop', 'Go', 'Тоқта', 'Стой')
  const step = fc.oneof(
    fc.record({ kind: fc.constant('put' as const), id: fc.constantFrom('a', 'b', 'c'), text }),
    fc.record({ kind: fc.constant('delete' as const), id: fc.constantFrom('a', 'b', 'c'), text }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(step, { maxLength: 5 }), { maxLength: 6 }), async batches => {
      const results = []
      for (const make of Object.values(engines)) {
        const engine = make()
        const log: unknown[] = []
        for (const batch of batches) {
          const writes = batch.map(
            (one): Write =>
              one.kind === 'put' ? put(unitOf(one.id, { en: one.text })) : { kind: 'delete', id: one.id },
          )
          log.push(await write(engine, ...writes))
        }
        const { change, units } = await engine.state()
        log.push(change, units, await engine.changes(0, 100), await engine.list(undefined, 100))
        await engine.close()
        results.push(log)
      }
      expect(results[1]).toEqual(results[0])
    }),
    { numRuns: 30 },
  )
})
