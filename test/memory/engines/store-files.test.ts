import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { afterAll, expect, test } from 'vitest'
import { connect, prepareFile } from '../../../src/memory/engines/database.ts'
import { schema, sqliteEngine } from '../../../src/memory/engines/sqlite.ts'
import { openMemory } from '../../../src/memory/index.ts'
import { en, ru, unitOf } from '../units.ts'

const folder = mkdtempSync(join(tmpdir(), 'tilmash-store-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let count = 0
const fresh = (): string => join(folder, `${++count}.tmdb`)

async function filled(units: number): Promise<string> {
  const path = fresh()
  const memory = await openMemory({ engine: sqliteEngine(path) })
  await memory.add(
    Array.from({ length: units }, (_, i) => unitOf(`u${i}`, { en: `Text number ${i}`, ru: `Текст ${i}` })),
  )
  await memory.close()
  return path
}

/** A store whose header is changed by hand. */
function patched(path: string, change: (database: DatabaseSync) => void): string {
  const database = connect(path, false)
  change(database)
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  database.close()
  return path
}

const strange: readonly (readonly [string, () => string | Promise<string>])[] = [
  ['store.empty', () => written('')],
  ['store.not-a-store', () => written('this is not a database')],
  ['store.not-a-store', () => patchedNew(database => database.exec('PRAGMA application_id = 7'))],
  ['store.newer-schema', () => patchedNew(database => database.exec('PRAGMA user_version = 99'))],
  ['store.corrupt', async () => truncated(await filled(500))],
]

function written(text: string): string {
  const path = fresh()
  writeFileSync(path, text)
  return path
}

async function patchedNew(change: (database: DatabaseSync) => void): Promise<string> {
  return patched(await filled(1), change)
}

function truncated(path: string): string {
  truncateSync(path, Math.floor(statSync(path).size / 2))
  return path
}

test.each(strange)('refuses a strange file with %s, and does not touch it', async (code, make) => {
  const path = await make()
  const before = readFileSync(path)
  expect(() => sqliteEngine(path, 'shown.tmdb')).toThrow(
    expect.objectContaining({ code, place: expect.objectContaining({ file: 'shown.tmdb' }) }),
  )
  expect(readFileSync(path).equals(before)).toBe(true)
  expect(readdirSync(folder).filter(name => name.startsWith(`${count}.`))).toEqual([`${count}.tmdb`])
})

test('refuses a folder, and a log whose store is gone', () => {
  expect(() => sqliteEngine(folder)).toThrow(expect.objectContaining({ code: 'file.is-folder' }))
  const path = fresh()
  writeFileSync(`${path}-wal`, 'x')
  expect(() => sqliteEngine(path)).toThrow(expect.objectContaining({ code: 'store.log-without-store' }))
  expect(existsSync(path)).toBe(false)
})

test('damage met while reading is told in words', async () => {
  const path = await filled(3000)
  const bytes = readFileSync(path)
  bytes.fill(0xa5, 8192, bytes.length - 8192)
  writeFileSync(path, bytes)
  const memory = await openMemory({ engine: sqliteEngine(path, 'm.tmdb') })
  await expect(memory.lookup('Text number 7', { sourceLanguage: en, targetLanguage: ru })).rejects.toMatchObject({
    code: 'store.corrupt',
    place: { file: 'm.tmdb' },
  })
  await memory.close()
})

test('migrates an older schema after a backup, once', async () => {
  const path = await filled(5)
  const newer = {
    create: schema.create,
    migrations: [(database: DatabaseSync) => database.exec('ALTER TABLE unit ADD COLUMN extra TEXT')],
  }
  prepareFile(path, path, newer)
  prepareFile(path, path, newer)
  const database = connect(path, true)
  expect(database.prepare('SELECT count(*) AS units, count(extra) AS extra FROM unit').get()).toEqual({
    units: 5,
    extra: 0,
  })
  database.close()
  const backup = sqliteEngine(`${path}.schema-1.backup`)
  expect(await backup.state()).toMatchObject({ units: 5 })
  await backup.close()
  // What was migrated is now too new for the schema of today.
  expect(() => sqliteEngine(path)).toThrow(expect.objectContaining({ code: 'store.newer-schema' }))
})

test('a migration that fails leaves the store as it was', async () => {
  const path = await filled(5)
  const failing = {
    create: schema.create,
    migrations: [
      (database: DatabaseSync) => {
        database.exec('DROP TABLE meta')
        throw new Error('no')
      },
    ],
  }
  expect(() => prepareFile(path, path, failing)).toThrow('no')
  const engine = sqliteEngine(path)
  expect(await engine.state()).toMatchObject({ units: 5 })
  await engine.close()
})

test('a store in use leaves no log behind when it is closed', async () => {
  const path = await filled(3)
  const reader = await openMemory({ engine: sqliteEngine(path) })
  await reader.lookup('Text number 1', { sourceLanguage: en, targetLanguage: ru })
  await reader.close()
  expect(readdirSync(folder).filter(name => name.startsWith(`${count}.`))).toEqual([`${count}.tmdb`])
})

test('an index newer than a store put back from a backup is made anew', async () => {
  const path = await filled(2500)
  const backup = readFileSync(path)
  const saved = new Map<string, Uint8Array>()
  const indexFiles = {
    read: (language: string) => saved.get(language),
    write: (language: string, bytes: Uint8Array) => void saved.set(language, bytes),
  }
  const open = () => openMemory({ engine: sqliteEngine(path), indexFiles })
  const more = (name: string) =>
    Array.from({ length: 2500 }, (_, i) => unitOf(`${name}${i}`, { en: `${name} entry ${i}`, ru: 'x' }))
  const languages = { sourceLanguage: en, targetLanguage: ru, limit: 1 }
  const before = await open()
  await before.add(more('lost'))
  expect((await before.lookup('lost entry 7', languages))[0]?.id).toBe('lost7')
  await before.close()
  writeFileSync(path, backup)
  const after = await open()
  await after.add(more('other'))
  expect((await after.lookup('other entry 7', languages))[0]?.id).toBe('other7')
  expect(await after.lookup('lost entry 7', { ...languages, threshold: 0.9 })).toEqual([])
  await after.close()
})

test('the index is kept between runs and follows the store', async () => {
  const path = await filled(2500)
  const saved = new Map<string, Uint8Array>()
  const written: string[] = []
  const indexFiles = {
    read: (language: string) => saved.get(language),
    write: (language: string, bytes: Uint8Array) => {
      saved.set(language, bytes)
      written.push(language)
    },
  }
  const ask = async (query: string) => {
    const memory = await openMemory({ engine: sqliteEngine(path), indexFiles })
    const found = await memory.lookup(query, { sourceLanguage: en, targetLanguage: ru, limit: 1 })
    await memory.close()
    return found[0]?.id
  }
  expect(await ask('Text number 42')).toBe('u42')
  expect(written).toEqual(['en'])
  const memory = await openMemory({ engine: sqliteEngine(path), indexFiles })
  await memory.add([unitOf('new', { en: 'Quite another text', ru: 'x' })])
  await memory.remove(['u42'])
  await memory.close()
  expect(await ask('Quite another text')).toBe('new')
  expect(await ask('Text number 42')).not.toBe('u42')
  expect(written).toEqual(['en'])
  saved.set('en', saved.get('en')?.slice(0, 1000) ?? new Uint8Array())
  expect(await ask('Text number 43')).toBe('u43')
  expect(written).toEqual(['en', 'en'])
})
