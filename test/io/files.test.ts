import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { confine, isFolder, isRunning, readBytes, readBytesIfAny, replaceFile, withLock } from '../../src/io/index.ts'
import { Failure } from '../../src/model/index.ts'
import { temporaryFolder } from '../commands/tilmash.ts'

/** A process that has ended long ago. */
const deadPid = 2 ** 22 - 3

function failureOf(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (error instanceof Failure) return error.code
    throw error
  }
  return ''
}

describe('replacing a file', () => {
  it('takes its content in pieces, and leaves the old one when making them fails', () => {
    const folder = temporaryFolder()
    const path = join(folder, 'a.txt')
    replaceFile(path, ['бір ', '', '\u{1F600}', '\n'])
    expect(readFileSync(path, 'utf8')).toBe('бір \u{1F600}\n')
    const broken = function* (): Generator<string> {
      yield 'half'
      throw new RangeError('no more')
    }
    expect(() => replaceFile(path, broken())).toThrow()
    expect(readFileSync(path, 'utf8')).toBe('бір \u{1F600}\n')
    expect(readdirSync(folder)).toEqual(['a.txt'])
  })

  it('puts the new bytes in place, keeps the mode, makes folders and leaves nothing beside it', () => {
    const folder = temporaryFolder()
    const path = join(folder, 'a', 'b', 'мәтін.txt')
    replaceFile(path, 'бір\n')
    chmodSync(path, 0o640)
    replaceFile(path, new TextEncoder().encode('екі\n'))
    expect(readFileSync(path, 'utf8')).toBe('екі\n')
    expect(statSync(path).mode & 0o777).toBe(0o640)
    expect(readdirSync(join(folder, 'a', 'b'))).toEqual(['мәтін.txt'])
  })

  it('follows a link and leaves it a link', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'real.txt'), 'old')
    symlinkSync(join(folder, 'real.txt'), join(folder, 'link.txt'))
    replaceFile(join(folder, 'link.txt'), 'new')
    expect(readFileSync(join(folder, 'real.txt'), 'utf8')).toBe('new')
  })

  it('clears what a killed process has left, not what a living one is writing', () => {
    const folder = temporaryFolder()
    const dead = join(folder, `.a.txt.tilmash-${deadPid}.tmp`)
    const living = join(folder, `.a.txt.tilmash-${process.ppid}.tmp`)
    writeFileSync(dead, '')
    writeFileSync(living, '')
    replaceFile(join(folder, 'a.txt'), 'x')
    expect([existsSync(dead), existsSync(living)]).toEqual([false, true])
  })

  it('fails in words where a folder stands in its place', () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'a.txt'))
    expect(failureOf(() => replaceFile(join(folder, 'a.txt'), 'x'))).toBe('file.unwritable')
  })
})

describe('reading a file', () => {
  it('tells a missing file from a folder', () => {
    const folder = temporaryFolder()
    expect(failureOf(() => readBytes(join(folder, 'none')))).toBe('file.not-found')
    expect(failureOf(() => readBytes(folder))).toBe('file.is-folder')
    expect(readBytesIfAny(join(folder, 'none'))).toBeUndefined()
    expect(failureOf(() => readBytesIfAny(folder))).toBe('file.is-folder')
    expect([isFolder(folder), isFolder(join(folder, 'none'))]).toEqual([true, false])
  })
})

describe('a lock', () => {
  it('is gone after the work, also when the work throws', () => {
    const folder = temporaryFolder()
    const path = join(folder, 'a.txt')
    expect(withLock(path, () => readdirSync(folder))).toEqual(['.a.txt.tilmash-lock'])
    expect(() =>
      withLock(path, () => {
        throw new RangeError('x')
      }),
    ).toThrow(RangeError)
    expect(readdirSync(folder)).toEqual([])
  })

  it('of a dead process is taken over', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, '.a.txt.tilmash-lock'), String(deadPid))
    expect(withLock(join(folder, 'a.txt'), () => 'done')).toBe('done')
    expect(readdirSync(folder)).toEqual([])
  })

  it('that names no one is taken over when it is old: its maker was killed before it could say its name', () => {
    const folder = temporaryFolder()
    const lock = join(folder, '.a.txt.tilmash-lock')
    writeFileSync(lock, '')
    utimesSync(lock, 1, 1)
    expect(withLock(join(folder, 'a.txt'), () => 'done')).toBe('done')
    expect(readdirSync(folder)).toEqual([])
  })

  it('knows who lives', () => {
    expect([isRunning(process.pid), isRunning(deadPid), isRunning(0), isRunning(Number.NaN)]).toEqual([
      true,
      false,
      false,
      false,
    ])
  })
})

describe('confined paths', () => {
  it.each(['../outside.txt', '/etc/passwd', 'a/../../b', 'C:\\x', 'a\\..\\b', 'x\u0000y', ''])('%j', path => {
    const folder = temporaryFolder()
    if (path === '') expect(confine(folder, path)).toBe(folder)
    else expect(failureOf(() => confine(folder, path))).toBe('path.outside-project')
  })

  it('do not lead out through a link', () => {
    const folder = temporaryFolder()
    symlinkSync(temporaryFolder(), join(folder, 'link'))
    expect(failureOf(() => confine(folder, 'link/new.txt'))).toBe('path.outside-project')
    expect(confine(folder, 'memory/new.txt')).toBe(join(folder, 'memory/new.txt'))
  })
})
