/** Reading and replacing files: a file is its old or its new self at any moment, also after `kill -9`. */

import {
  closeSync,
  fchmodSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Failure, placeAt } from '../model/index.ts'
import { uninterrupted } from './interruption.ts'

/**
 * Bytes of a file.
 * @throws Failure `file.not-found`, `file.is-folder`, `file.forbidden`, `file.unreadable`, each with the path as given.
 */
export function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (error) {
    throw fileFailure(path, error)
  }
}

/** Bytes of a file, or undefined when there is none. */
export function readBytesIfAny(path: string): Uint8Array | undefined {
  try {
    return readBytes(path)
  } catch (error) {
    if (error instanceof Failure && error.code === 'file.not-found') return undefined
    throw error
  }
}

/** True for an existing folder. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}

const temporaryMark = '.tilmash-'

/** What a file is to hold; in pieces where it may be longer than a string can be. */
export type FileContent = Uint8Array | string | Iterable<string>

/**
 * Puts `content` in place of the file: temporary file beside it, fsync, rename, fsync of the folder. A link is followed,
 * the file's mode kept, missing folders are made. Remains of a killed process beside the file are cleared.
 */
export function replaceFile(path: string, content: FileContent): void {
  try {
    uninterrupted(() => writeInPlace(followLink(path), content))
  } catch (error) {
    throw error instanceof Failure ? error : writeFailure(path, error)
  }
}

function writeInPlace(goal: string, content: FileContent): void {
  const folder = dirname(goal)
  mkdirSync(folder, { recursive: true })
  clearRemains(folder, basename(goal))
  const temporary = join(folder, `.${basename(goal)}${temporaryMark}${process.pid}.tmp`)
  try {
    writeDurably(temporary, content, statSync(goal, { throwIfNoEntry: false })?.mode)
    renameSync(temporary, goal)
  } finally {
    rmSync(temporary, { force: true })
  }
  syncFolder(folder)
}

function followLink(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path // Not there yet.
  }
}

function writeDurably(path: string, content: FileContent, mode: number | undefined): void {
  const descriptor = openSync(path, 'w')
  try {
    if (mode !== undefined) fchmodSync(descriptor, mode & 0o7777)
    if (content instanceof Uint8Array) writeAll(descriptor, content)
    else for (const piece of typeof content === 'string' ? [content] : content) writeAll(descriptor, Buffer.from(piece))
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  let written = 0
  while (written < bytes.length) written += writeSync(descriptor, bytes, written, bytes.length - written)
}

function syncFolder(folder: string): void {
  if (process.platform === 'win32') return // Windows cannot open a folder; rename is durable enough there.
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

function clearRemains(folder: string, name: string): void {
  const prefix = `.${name}${temporaryMark}`
  for (const entry of readdirSync(folder)) {
    if (!entry.startsWith(prefix) || !entry.endsWith('.tmp')) continue
    const pid = Number(entry.slice(prefix.length, -'.tmp'.length))
    if (pid !== process.pid && !isRunning(pid)) rmSync(join(folder, entry), { force: true })
  }
}

/** True while a process of that number lives. */
export function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

function fileFailure(path: string, error: unknown): Failure {
  const codes = new Map([
    ['ENOENT', 'file.not-found'],
    ['ENOTDIR', 'file.not-found'],
    ['EISDIR', 'file.is-folder'],
    ['EACCES', 'file.forbidden'],
    ['EPERM', 'file.forbidden'],
  ])
  const code = codes.get(errorCode(error)) ?? 'file.unreadable'
  return new Failure(code, { data: { detail: errorCode(error) }, place: placeAt(path, 1, 1), cause: error })
}

function writeFailure(path: string, error: unknown): Failure {
  return new Failure('file.unwritable', {
    data: { detail: errorCode(error) },
    place: placeAt(path, 1, 1),
    cause: error,
  })
}
