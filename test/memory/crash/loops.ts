/**
 * Kills the tool with `kill -9` at random moments of an import, a confirmation and an export, again and again, and says what
 * was wrong afterwards: an acknowledged unit lost, a damaged store, a file that is neither its old nor its new self, remains
 * that stay, or a second run that ends elsewhere than one that nothing broke.
 */

import { spawn } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectReader } from '../../../src/memory/engines/database.ts'
import { sqliteEngine } from '../../../src/memory/engines/sqlite.ts'
import { openMemory } from '../../../src/memory/index.ts'
import { unitOf } from '../units.ts'

const root = new URL('../../..', import.meta.url).pathname

/** How the tool is started: the words before its own. */
export type Tool = readonly string[]

/** From the sources, as the tests do. */
export const sources: Tool = [join(root, 'src/cli.ts')]
/** As it is installed. */
export const bundle: Tool = [join(root, 'bin/tilmash.cjs')]

export interface CrashReport {
  /** Runs that were ended by the kill. */
  readonly killed: number
  /** Of those, runs whose result was there all the same: the kill came after the last write. */
  readonly complete: number
  readonly faults: readonly string[]
}

interface Ended {
  readonly isKilled: boolean
  readonly code: number | null
  readonly ms: number
}

/** A linear congruential generator: the same moments in every run, as far as the machine lets them. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function run(tool: Tool, words: readonly string[], folder: string, killAfterMs?: number): Promise<Ended> {
  const begun = performance.now()
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...tool, ...words], {
    cwd: folder,
    stdio: 'ignore',
  })
  const timer = killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      resolve({ isKilled: signal === 'SIGKILL', code, ms: performance.now() - begun })
    })
  })
}

interface Loop {
  /** Kills wanted. */
  readonly times: number
  readonly seed: number
  readonly tool: Tool
  readonly words: readonly string[]
  /** Puts the folder in the state before the run. */
  reset(folder: string, round: number): void
  /** What is there: the state before, the state after, or what is wrong. */
  judge(folder: string, round: number): Promise<'before' | 'after' | { readonly fault: string }>
}

/** Half of the kills come at any moment, half in the last part, when the writing is. */
async function loop({ times, seed, tool, words, reset, judge }: Loop): Promise<CrashReport> {
  const random = seeded(seed)
  const faults: string[] = []
  let killed = 0
  let complete = 0
  const folder = mkdtempSync(join(tmpdir(), 'tilmash-crash-'))
  const emptied = (round: number): void => {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder)
    reset(folder, round)
  }
  try {
    emptied(0)
    await run(tool, words, folder)
    emptied(0)
    const unbroken = await run(tool, words, folder)
    if (unbroken.code !== 0) return { killed, complete, faults: [`the unbroken run ended with ${unbroken.code}`] }
    let { ms } = unbroken
    // Some end before they are killed.
    for (let round = 0; killed < times && round < times * 5; round++) {
      emptied(round)
      const share = random()
      const ended = await run(tool, words, folder, ms * (round % 2 === 0 ? share : 0.5 + share * 0.6))
      if (ended.isKilled) killed++
      const found = await judge(folder, round)
      if (typeof found === 'object') faults.push(`${round}: ${found.fault}`)
      else if (found === 'before' && ended.code === 0) faults.push(`${round}: acknowledged, and not there`)
      else if (found === 'after' && ended.isKilled) complete++
      const again = await run(tool, words, folder)
      const end = await judge(folder, round)
      // The machine has other work at times: the moments follow how long a run takes now.
      if (found === 'before') ms = 0.7 * ms + 0.3 * again.ms
      if (again.code !== 0 || end !== 'after')
        faults.push(`${round}: run again, it ends otherwise: ${JSON.stringify(end)}`)
      const remains = readdirSync(folder).filter(name => /growing|\.new$|\.tilmash-|\.lock$/.test(name))
      if (remains.length > 0) faults.push(`${round}: remains ${remains.join(' ')}`)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return { killed, complete, faults }
}

function tmxOf(from: number, to: number): string {
  const units = Array.from(
    { length: to - from },
    (_, i) =>
      `<tu tuid="u${from + i}"><tuv xml:lang="en"><seg>Text ${from + i} of the day</seg></tuv><tuv xml:lang="ru"><seg>Текст ${from + i} дня</seg></tuv></tu>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="en" datatype="plaintext"/><body>
${units.join('\n')}
</body></tmx>
`
}

const known = 300
const imported = 6000

/** A store of 300 units beside the test folders, made anew. */
async function knownStore(folder: string): Promise<string> {
  const path = join(folder, 'known.tmdb')
  const memory = await openMemory({ engine: sqliteEngine(path) })
  await memory.add(
    Array.from({ length: known }, (_, i) => unitOf(`old${i}`, { en: `Known ${i}`, ru: `Известно ${i}` })),
  )
  await memory.close()
  return path
}

/** Import into a store with acknowledged units, and every other time into one that is not there yet. */
export async function crashImports(times: number, seed: number, tool: Tool): Promise<CrashReport> {
  const aside = mkdtempSync(join(tmpdir(), 'tilmash-crash-store-'))
  const store = await knownStore(aside)
  const isNew = (round: number): boolean => round % 2 === 1
  const report = await loop({
    times,
    seed,
    tool,
    words: ['memory', 'import', 'new.tmx', '--memory', 'm.tmdb'],
    reset: (folder, round) => {
      writeFileSync(join(folder, 'new.tmx'), tmxOf(0, imported))
      if (!isNew(round)) copyFileSync(store, join(folder, 'm.tmdb'))
    },
    judge: async (folder, round) => {
      const path = join(folder, 'm.tmdb')
      if (!existsSync(path)) return isNew(round) ? 'before' : { fault: 'the store is gone' }
      const database = connectReader(path)
      const integrity = database.prepare('PRAGMA integrity_check').get()?.integrity_check
      database.close()
      if (integrity !== 'ok') return { fault: `integrity: ${integrity}` }
      const memory = await openMemory({ engine: sqliteEngine(path) })
      const ids: string[] = []
      for await (const { id } of memory.units()) ids.push(id)
      const count = await memory.count()
      await memory.close()
      const old = ids.filter(id => id.startsWith('old')).length
      if (count !== ids.length) return { fault: `${count} units counted, ${ids.length} there` }
      if (old !== (isNew(round) ? 0 : known)) return { fault: `${old} acknowledged units left` }
      const fresh = ids.length - old
      return fresh === imported
        ? 'after'
        : fresh === 0 && !isNew(round)
          ? 'before'
          : { fault: `half an import: ${fresh}` }
    },
  })
  rmSync(aside, { recursive: true, force: true })
  return report
}

function xliffOf(target: string): string {
  const units = Array.from(
    { length: 2000 },
    (_, i) =>
      `<unit id="u${i}"><segment id="s1" state="${i === 1000 && target !== '' ? 'translated' : 'initial'}"><source>Text ${i}.</source>${i === 1000 && target !== '' ? `<target>${target}</target>` : '<target>Текст.</target>'}</segment></unit>`,
  )
  return `<?xml version="1.0"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="ru"><file id="f1">
${units.join('\n')}
</file></xliff>
`
}

/** `before` and `after` are the whole file. */
function judgeFile(name: string, before: string | undefined, after: string): Loop['judge'] {
  return async folder => {
    const path = join(folder, name)
    const text = existsSync(path) ? readFileSync(path, 'utf8') : undefined
    if (text === after) return 'after'
    return text === before ? 'before' : { fault: `${name} is neither its old nor its new self` }
  }
}

/** `tilmash edit`: one segment confirmed in a file of 2,000. */
export function crashConfirmations(times: number, seed: number, tool: Tool): Promise<CrashReport> {
  return loop({
    times,
    seed,
    tool,
    words: ['edit', 'x.xlf', '--unit', 'u1000', '--segment', 's1', '--target', 'Новый текст.', '--state', 'translated'],
    reset: folder => writeFileSync(join(folder, 'x.xlf'), xliffOf('')),
    judge: judgeFile('x.xlf', xliffOf(''), xliffOf('Новый текст.')),
  })
}

/** `tilmash memory export -o`: over an older file. */
export async function crashExports(times: number, seed: number, tool: Tool): Promise<CrashReport> {
  const aside = mkdtempSync(join(tmpdir(), 'tilmash-crash-export-'))
  writeFileSync(join(aside, 'new.tmx'), tmxOf(0, imported))
  await run(tool, ['memory', 'import', 'new.tmx', '--memory', 'm.tmdb'], aside)
  const words = ['memory', 'export', '--memory', 'm.tmdb', '-o', 'out.tmx']
  await run(tool, words, aside)
  const after = readFileSync(join(aside, 'out.tmx'), 'utf8')
  const before = tmxOf(0, 10)
  const report = await loop({
    times,
    seed,
    tool,
    words,
    reset: folder => {
      copyFileSync(join(aside, 'm.tmdb'), join(folder, 'm.tmdb'))
      writeFileSync(join(folder, 'out.tmx'), before)
    },
    judge: judgeFile('out.tmx', before, after),
  })
  rmSync(aside, { recursive: true, force: true })
  return report
}
