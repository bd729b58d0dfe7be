/** The one path by which a bilingual file is written: what was read is compared again under the lock before it is replaced. */

import { readBytesIfAny, replaceFile, withLock } from '../io/index.ts'
import { Failure, placeAt } from '../model/index.ts'

/**
 * Replaces the file by what `change` makes of its bytes as they are now, under the lock. `change` gets undefined where
 * there is no file, and gives undefined when there is nothing to write.
 * @returns true when the file was written
 */
export function updateFile(
  path: string,
  change: (bytes: Uint8Array | undefined) => Uint8Array | string | undefined,
): boolean {
  return withLock(path, () => {
    const bytes = readBytesIfAny(path)
    const next = change(bytes)
    if (next === undefined || isEqual(bytes, next)) return false
    replaceFile(path, next)
    return true
  })
}

/**
 * Writes `next` if the file still is what was read.
 * @throws Failure `edit.file-changed` when another process has written it meanwhile; nothing is lost then, run again
 */
export function replaceUnchanged(path: string, read: Uint8Array | undefined, next: Uint8Array | string): boolean {
  return updateFile(path, now => {
    if (!isEqual(read, now ?? undefined)) throw new Failure('edit.file-changed', { place: placeAt(path, 1, 1) })
    return next
  })
}

function isEqual(a: Uint8Array | undefined, b: Uint8Array | string | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return Buffer.compare(a, typeof b === 'string' ? Buffer.from(b, 'utf8') : b) === 0
}
