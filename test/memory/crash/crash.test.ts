import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { sqliteEngine } from '../../../src/memory/engines/sqlite.ts'
import { openMemory } from '../../../src/memory/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'tilmash-crash-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const writer = fileURLToPath(new URL('writer.ts', import.meta.url))
/** `TILMASH_CRASHES=1000` for the long run. */
const crashes = Number(process.env.TILMASH_CRASHES ?? 12)
const size = 40

function start(path: string, name: string, first: number, batches: number): ChildProcess {
  return spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', writer, path, name, first, batches, size].map(String),
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
}

/** Batches said to be durable before the process ended; it is killed `delayMs` after the first `acknowledged` ones. */
function run(child: ChildProcess, acknowledged: number, delayMs: number): Promise<{ said: number[]; errors: string }> {
  let output = ''
  let errors = ''
  let isDying = false
  child.stderr?.on('data', chunk => {
    errors += chunk
  })
  child.stdout?.on('data', chunk => {
    output += chunk
    if (isDying || output.split('\n').length <= acknowledged) return
    isDying = true
    setTimeout(() => child.kill('SIGKILL'), delayMs)
  })
  return new Promise(resolve => {
    child.on('close', () => resolve({ said: output.split('\n').slice(0, -1).map(Number), errors }))
  })
}

test(`${crashes} kills at random moments lose nothing that was acknowledged and leave no half of a batch`, async () => {
  const path = join(folder, 'killed.tmdb')
  const durable = new Set<number>()
  for (let crash = 0; crash < crashes; crash++) {
    const first = crash * 1000
    const { said, errors } = await run(start(path, 'w', first, 1000), 1 + (crash % 4), ((crash * 7919) % 97) / 9)
    expect(errors).toBe('')
    for (const batch of said) durable.add(batch)
    const database = new DatabaseSync(path)
    expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
    database.close()
    const memory = await openMemory({ engine: sqliteEngine(path) })
    const perBatch = new Map<number, number>()
    let units = 0
    for await (const unit of memory.units()) {
      const batch = Number(unit.id.split('-')[1])
      perBatch.set(batch, (perBatch.get(batch) ?? 0) + 1)
      units++
    }
    expect(await memory.count()).toBe(units)
    await memory.close()
    expect([...perBatch.values()].every(count => count === size)).toBe(true)
    for (const batch of durable) expect(perBatch.get(batch)).toBe(size)
  }
}, 600_000)

test('a store whose making was killed is made by the next one', async () => {
  for (let i = 0; i < 3; i++) {
    const path = join(folder, `young-${i}.tmdb`)
    const child = start(path, 'w', 0, 2)
    setTimeout(() => child.kill('SIGKILL'), 40 + i * 25)
    await run(child, 99, 0)
    const { errors } = await run(start(path, 'w', 0, 2), 99, 0)
    expect(errors).toBe('')
    expect(existsSync(path)).toBe(true)
    const memory = await openMemory({ engine: sqliteEngine(path) })
    expect(await memory.count()).toBe(2 * size)
    await memory.close()
  }
}, 60_000)

test('two writers at once: no update is lost, and neither hears that the store is locked', async () => {
  const path = join(folder, 'shared.tmdb')
  const both = await Promise.all(['a', 'b'].map(name => run(start(path, name, 0, 10), 99, 0)))
  expect(both.map(({ errors }) => errors)).toEqual(['', ''])
  const memory = await openMemory({ engine: sqliteEngine(path) })
  expect(await memory.count()).toBe(2 * 10 * size)
  await memory.close()
}, 60_000)
