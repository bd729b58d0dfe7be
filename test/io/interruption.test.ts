import { spawn } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { uninterrupted } from '../../src/io/interruption.ts'
import { temporaryFolder } from '../commands/tilmash.ts'

const io = new URL('../../src/io/index.ts', import.meta.url).pathname

/** Runs a script that says “ready”, sends it a signal, and tells how it ended. */
async function interrupt(script: string, folder: string): Promise<{ signal: string | null; output: string }> {
  const path = join(folder, 'script.ts')
  writeFileSync(path, script)
  const child = spawn(process.execPath, [path], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.on('data', piece => {
    const isFirst = output === ''
    output += String(piece)
    if (isFirst) child.kill('SIGINT')
  })
  const signal = await new Promise<string | null>(resolve => child.on('close', (_, name) => resolve(name)))
  return { signal, output }
}

const busy = (ms: number): string => `const end = Date.now() + ${ms}; while (Date.now() < end);`

describe('Ctrl-C', () => {
  it('lets a write end, then ends the process, and leaves no lock and no temporary file', async () => {
    const folder = temporaryFolder()
    const script = `import { withLock, writeOut } from '${io}'
withLock('a.txt', () => { writeOut(1, 'ready\\n'); ${busy(600)} writeOut(1, 'written\\n') })
setTimeout(() => writeOut(1, 'went on\\n'), 300)`
    expect(await interrupt(script, folder)).toEqual({ signal: 'SIGINT', output: 'ready\nwritten\n' })
    expect(readdirSync(folder)).toEqual(['script.ts'])
  })

  it('ends a long computation at once, also after a write', async () => {
    const folder = temporaryFolder()
    const script = `import { setImmediate } from 'node:timers/promises'
import { replaceFile, writeOut } from '${io}'
replaceFile('a.txt', 'x')
await setImmediate()
await setImmediate()
writeOut(1, 'ready\\n')
${busy(20_000)}
writeOut(1, 'too late\\n')`
    expect(await interrupt(script, folder)).toEqual({ signal: 'SIGINT', output: 'ready\n' })
  }, 15_000)
})

describe('many writes in one turn', () => {
  it('share their handlers, and leave none behind', async () => {
    const before = process.listenerCount('SIGINT')
    for (let i = 0; i < 30; i++) uninterrupted(() => uninterrupted(() => i))
    expect(process.listenerCount('SIGINT')).toBe(before + 1)
    await new Promise(resolve => setImmediate(resolve))
    expect(process.listenerCount('SIGINT')).toBe(before)
  })
})
