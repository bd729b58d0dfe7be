import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readXliff } from '../../src/formats/xliff/index.ts'
import { plainText, segmentsOf, unitsOf } from '../../src/model/index.ts'
import { sampleProject } from './sample-project.ts'

const cli = new URL('../../src/cli.ts', import.meta.url).pathname

function start(
  words: readonly string[],
  cwd: string,
): { readonly pid: number; readonly ended: Promise<number | null> } {
  const child = spawn(process.execPath, [cli, ...words], { cwd, stdio: 'ignore' })
  return { pid: child.pid ?? 0, ended: new Promise(resolve => child.on('exit', code => resolve(code))) }
}

function targets(path: string): readonly string[] {
  const { document } = readXliff(readFileSync(path), { file: path })
  return [...unitsOf(document)].flatMap(segmentsOf).map(({ target }) => plainText(target ?? []))
}

const units = 8

function smallFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tilmash-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const body = Array.from(
    { length: units },
    (_, n) =>
      `    <unit id="u${n}">\n      <segment id="s1">\n        <source>Sentence ${n}.</source>\n      </segment>\n    </unit>\n`,
  )
  writeFileSync(
    join(folder, 'ru.xlf'),
    `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="ru">\n  <file id="f1">\n${body.join('')}  </file>\n</xliff>\n`,
  )
  return folder
}

describe('two writers of one file', () => {
  it('both arrive when they edit at the same time', async () => {
    const folder = smallFile()
    const edits = Array.from({ length: units }, (_, n) =>
      start(['edit', 'ru.xlf', '--unit', `u${n}`, '--target', `Предложение ${n}.`], folder),
    )
    expect(await Promise.all(edits.map(({ ended }) => ended))).toEqual(edits.map(() => 0))
    expect(targets(join(folder, 'ru.xlf'))).toEqual(edits.map((_, n) => `Предложение ${n}.`))
    expect(readdirSync(folder)).toEqual(['ru.xlf'])
  })

  it('one is told of the conflict when both change the same target knowingly', async () => {
    const folder = smallFile()
    const words = (target: string): string[] => [
      'edit',
      'ru.xlf',
      '--unit',
      'u0',
      '--target',
      target,
      '--expected-target',
      '',
    ]
    const edits = [start(words('Первый.'), folder), start(words('Второй.'), folder)]
    const codes = await Promise.all(edits.map(({ ended }) => ended))
    expect(codes.toSorted()).toEqual([0, 2])
    expect(targets(join(folder, 'ru.xlf'))[0]).toBe(codes[0] === 0 ? 'Первый.' : 'Второй.')
  })
})

describe('a killed sync', () => {
  it('leaves every file its old or its new self, and the next one finishes the work', async () => {
    const project = sampleProject()
    project.replace('en.txt', 'has grown from 3 to 13 percent', 'has grown from 3 to 14 percent')
    const files = ['memory/memory.tmx', 'memory/statement/ru.xlf', 'memory/statement/kk.xlf']
    const old = files.map(project.read)
    const whole = sampleProject()
    whole.replace('en.txt', 'has grown from 3 to 13 percent', 'has grown from 3 to 14 percent')
    await whole.sync()
    const fresh = files.map(whole.read)
    for (let delayMs = 150; delayMs < 650; delayMs += 50) {
      for (const [index, file] of files.entries()) project.write(file, old[index] ?? '')
      const { pid, ended } = start(['sync'], project.root)
      await new Promise(resolve => setTimeout(resolve, delayMs))
      try {
        process.kill(pid, 'SIGKILL')
      } catch {
        // It was faster.
      }
      await ended
      for (const [index, file] of files.entries()) expect([old[index], fresh[index]]).toContain(project.read(file))
      await project.sync()
      expect(files.map(project.read)).toEqual(fresh)
    }
    const remains = readdirSync(join(project.root, 'memory'), { recursive: true, encoding: 'utf8' }).filter(name =>
      name.endsWith('.tmp'),
    )
    expect(remains.filter(name => existsSync(join(project.root, 'memory', name)))).toEqual([])
  }, 60_000)
})
