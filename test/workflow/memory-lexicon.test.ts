import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeTmx } from '../../src/formats/tmx/index.ts'
import { learn } from '../../src/lexicon/learned.ts'
import type { PairCounts } from '../../src/lexicon/pair-counts.ts'
import { sqliteEngine } from '../../src/memory/engines/sqlite.ts'
import { type Memory, openMemory } from '../../src/memory/index.ts'
import { language, type TranslationUnit, textContent } from '../../src/model/index.ts'
import { memoryCounts } from '../../src/workflow/memory-lexicon.ts'
import { temporaryFolder, tilmash } from '../commands/tilmash.ts'

const en = language('en')
const kk = language('kk')

const pair = (id: string, source: string, target: string): TranslationUnit => ({
  id,
  variants: [
    { language: en, content: textContent(source) },
    { language: kk, content: textContent(target) },
  ],
})

/** Units in which `gizmo` goes with «құбыр», among others. */
const units = (count: number, start = 0): readonly TranslationUnit[] =>
  Array.from({ length: count }, (_, i) =>
    (start + i) % 10 === 0
      ? pair(`u${start + i}`, `The gizmo number ${start + i} arrived`, `Құбыр келді ${start + i}`)
      : pair(`u${start + i}`, `Nothing of note ${start + i} happened`, `Ештеңе болған жоқ ${start + i}`),
  )

const known = (counts: PairCounts): readonly [pairs: number, gizmo: number, links: readonly string[]] => {
  const { pairs, source } = counts.count({
    sourceLanguage: en,
    targetLanguage: kk,
    sourceStems: ['gizmo'],
    targetStems: ['құбыр'],
  })
  const lexicon = learn([], {
    sourceLanguage: en,
    targetLanguage: kk,
    witness: 'memory',
    background: 100,
    sourceStems: new Set(['gizmo']),
    targetStems: new Set(['құбыр', 'болған']),
    counts,
  })
  return [pairs, source[0] ?? 0, lexicon.lookup('gizmo').map(({ target }) => target)]
}

async function store(folder: string): Promise<{ path: string; memory: Memory }> {
  const path = join(folder, 'm.tmdb')
  return { path, memory: await openMemory({ engine: sqliteEngine(path) }) }
}

describe('the lexicon of a store', () => {
  it('stands beside it and follows what is added, changed and deleted', async () => {
    const { path, memory } = await store(temporaryFolder())
    await memory.add(units(40))
    expect(known(memoryCounts(path))).toEqual([40, 4, ['құбыр']])
    expect(existsSync(`${path}.lexicon`)).toBe(true)
    await memory.add([pair('u0', 'Nothing', 'Ештеңе'), ...units(4, 40)])
    await memory.remove(['u1', 'u2'])
    const fresh = known(memoryCounts(path))
    expect(fresh).toEqual([42, 4, ['құбыр']])
    rmSync(`${path}.lexicon`)
    expect(known(memoryCounts(path))).toEqual(fresh)
    await memory.close()
  })

  it('is made again when it is damaged, of another store, or ahead of a store put back from a backup', async () => {
    const folder = temporaryFolder()
    const { path, memory } = await store(folder)
    await memory.add(units(40))
    await memory.close()
    copyFileSync(path, join(folder, 'backup'))
    memoryCounts(path)
    const kept = readFileSync(`${path}.lexicon`)

    kept[kept.length - 9] = (kept[kept.length - 9] ?? 0) ^ 1
    writeFileSync(`${path}.lexicon`, kept)
    expect(known(memoryCounts(path))).toEqual([40, 4, ['құбыр']])

    writeFileSync(`${path}.lexicon`, 'not ours')
    expect(known(memoryCounts(path))).toEqual([40, 4, ['құбыр']])

    const later = await openMemory({ engine: sqliteEngine(path) })
    await later.add(units(8, 40))
    await later.close()
    expect(known(memoryCounts(path))).toEqual([48, 5, ['құбыр']])
    copyFileSync(join(folder, 'backup'), path)
    const other = await openMemory({ engine: sqliteEngine(path) })
    await other.add(Array.from({ length: 8 }, (_, i) => pair(`other${i}`, `Something else ${i}`, `Басқа ${i}`)))
    await other.close()
    expect(known(memoryCounts(path))).toEqual([48, 4, ['құбыр']])
  })

  it('is not written when asked not to', async () => {
    const { path, memory } = await store(temporaryFolder())
    await memory.add(units(8))
    expect(known(memoryCounts(path, { isReadOnly: true }))[0]).toBe(8)
    expect(existsSync(`${path}.lexicon`)).toBe(false)
    await memory.close()
  })

  it('stays whole when several processes make it at once', async () => {
    const folder = temporaryFolder()
    const { path, memory } = await store(folder)
    await memory.add(units(2000))
    await memory.close()
    const module = new URL('../../src/workflow/memory-lexicon.ts', import.meta.url).href
    const script = `
      import { spawn } from 'node:child_process'
      const work = \`import { memoryCounts } from ${JSON.stringify(module)}; for (let i = 0; i < 5; i++) memoryCounts(process.argv[1])\`
      const runs = [1, 2, 3].map(() => new Promise(resolve => spawn(process.execPath, ['--no-warnings', '--input-type=module', '-e', work, process.argv[1]], { stdio: 'inherit' }).on('exit', resolve)))
      process.exit(Math.max(...(await Promise.all(runs))))`
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', script, path], { encoding: 'utf8' })
    expect([run.status, run.stderr]).toEqual([0, ''])
    expect(known(memoryCounts(path))[0]).toBe(2000)
    expect(readdirSync(folder).filter(name => name.includes('.tmp'))).toEqual([])
  })
})

describe('the lexicon of a TMX file', () => {
  const tmx = (list: readonly TranslationUnit[]): Uint8Array => writeTmx(list, { sourceLanguage: en })

  it('of a small file is counted each time, with nothing kept', () => {
    const folder = temporaryFolder()
    const path = join(folder, 'm.tmx')
    writeFileSync(path, tmx(units(40)))
    expect(known(memoryCounts(path, { cacheFolder: join(folder, '.tilmash') }))).toEqual([40, 4, ['құбыр']])
    expect(readdirSync(folder)).toEqual(['m.tmx'])
  })

  it('of a large one is kept in the folder for such things, and follows the file', () => {
    const folder = temporaryFolder()
    const path = join(folder, 'm.tmx')
    const cacheFolder = join(folder, '.tilmash')
    const many = units(12_000)
    writeFileSync(path, tmx(many))
    expect(statSync(path).size).toBeGreaterThan(2_000_000)
    expect(known(memoryCounts(path, { cacheFolder }))).toEqual([12_000, 1200, ['құбыр']])
    const [kept = ''] = readdirSync(cacheFolder)
    expect(kept).toMatch(/^m\.tmx-.*\.lexicon$/)
    expect(known(memoryCounts(path, { cacheFolder }))).toEqual([12_000, 1200, ['құбыр']])

    const next = [...many.slice(1), pair('u1', 'Two gizmos', 'Екі құбыр'), ...units(8, 12_000)]
    writeFileSync(path, tmx(next.filter(({ id }, i) => id !== 'u1' || i > 0)))
    const fresh = known(memoryCounts(path, { cacheFolder }))
    rmSync(cacheFolder, { recursive: true })
    expect(known(memoryCounts(path, { cacheFolder }))).toEqual(fresh)
    expect(readdirSync(cacheFolder)).toEqual([kept])
  })
})

describe('tilmash align --memory', () => {
  const text = (lines: readonly string[]): string => `${lines.join('\n')}\n`
  // Without the memory nothing tells which of the two strange lines is missing in the translation.
  const source = text(['Gizmo zwick bl.', 'Blorp fn.'])
  const target = text(['Құбыр.'])

  const beads = (folder: string, ...words: readonly string[]): unknown => {
    const { code, stdout, stderr } = tilmash(
      ['align', 'a.txt', 'b.txt', '--source-language', 'en', '--target-language', 'kk', '--format', 'json', ...words],
      { folder },
    )
    expect([code, stderr]).toEqual([0, ''])
    // Proof: the command's own output.
    return (JSON.parse(stdout) as { beads: { source: unknown; target: unknown }[] }).beads.map(each => [
      each.source,
      each.target,
    ])
  }

  it('learns from TMX and from a store', async () => {
    const folder = temporaryFolder()
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'a.txt'), source)
    writeFileSync(join(folder, 'b.txt'), target)
    writeFileSync(join(folder, 'm.tmx'), writeTmx(units(80), { sourceLanguage: en }))
    const { memory } = await store(folder)
    await memory.add(units(80))
    await memory.close()
    const learned = [
      [
        [0, 1],
        [0, 1],
      ],
      [
        [1, 2],
        [1, 1],
      ],
    ]
    expect(beads(folder)).not.toEqual(learned)
    expect(beads(folder, '--memory', 'm.tmx')).toEqual(learned)
    expect(beads(folder, '--memory', 'm.tmdb')).toEqual(learned)
    expect(beads(folder, '--memory', 'm.tmdb')).toEqual(learned)
    expect(readdirSync(folder).sort()).toEqual(['a.txt', 'b.txt', 'm.tmdb', 'm.tmdb.lexicon', 'm.tmx'])
  })
})
