/** A lock file covers the moment of writing, so that two processes never write one file at once. */

import {
  closeSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Failure, placeAt } from '../model/index.ts'
import { isRunning } from './files.ts'
import { uninterrupted } from './interruption.ts'

const waitMs = 20
/** Guessed: a write takes milliseconds; who waits longer than this wants to be told. */
const patienceMs = 10_000

/**
 * Runs `work` while holding the lock of `path`. A lock left by a process that no longer lives is taken over.
 * @throws Failure `file.locked` when another process holds it for longer than ten seconds.
 */
export function withLock<T>(path: string, work: () => T): T {
  const lock = join(dirname(path), `.${basename(path)}.tilmash-lock`)
  return uninterrupted(() => {
    acquire(path, lock)
    try {
      return work()
    } finally {
      rmSync(lock, { force: true })
    }
  })
}

function acquire(path: string, lock: string): void {
  for (let waited = 0; !tryCreate(path, lock); waited += waitMs) {
    if (takeOverDead(lock)) continue
    if (waited >= patienceMs) throw new Failure('file.locked', { place: placeAt(path, 1, 1), data: { lock } })
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, waitMs)
  }
}

/**
 * The lock appears with its owner in it: one that was made empty and filled after would be no one's when its maker is killed
 * in between. The file it is linked from has the name of the write's own temporary file, so its remains are cleared as those.
 */
function tryCreate(path: string, lock: string): boolean {
  const own = join(dirname(path), `.${basename(path)}.tilmash-${process.pid}.tmp`)
  try {
    writeFileSync(own, String(process.pid))
    linkSync(own, lock)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EEXIST' ? false : createWithoutLink(lock)
  } finally {
    rmSync(own, { force: true })
  }
}

/** Not every file system has links. */
function createWithoutLink(lock: string): boolean {
  let descriptor: number
  try {
    descriptor = openSync(lock, 'wx')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw new Failure('file.unwritable', { place: placeAt(lock, 1, 1), data: { detail: '' }, cause: error })
  }
  writeSync(descriptor, String(process.pid))
  closeSync(descriptor)
  return true
}

/**
 * Moves a dead process's lock away. The rename succeeds for one of several who try; should it have caught a fresh lock
 * that another process made meanwhile, the name is put back at once.
 */
function takeOverDead(lock: string): boolean {
  const owner = ownerOf(lock)
  if (owner === undefined ? !isAbandoned(lock) : isRunning(owner)) return false
  const aside = `${lock}-${process.pid}`
  try {
    renameSync(lock, aside)
  } catch {
    return false // Someone was faster.
  }
  const caught = ownerOf(aside)
  if (caught !== undefined && caught !== owner && isRunning(caught)) {
    renameSync(aside, lock)
    return false
  }
  rmSync(aside, { force: true })
  return true
}

/** Its owner is written a moment after the lock is made; guessed: so late, never. */
const abandonedMs = 2000

function isAbandoned(lock: string): boolean {
  const stats = statSync(lock, { throwIfNoEntry: false })
  return stats !== undefined && stats.size === 0 && Date.now() - stats.mtimeMs > abandonedMs
}

/** The process that holds the lock; undefined while it is just being written or already gone. */
function ownerOf(lock: string): number | undefined {
  try {
    const text = readFileSync(lock, 'utf8')
    return text === '' ? undefined : Number(text)
  } catch {
    return undefined
  }
}
