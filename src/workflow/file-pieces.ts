/** Files larger than memory, and their failures. */

import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { readBytes } from '../io/index.ts'
import { Failure, placeAt } from '../model/index.ts'

/** Pieces are kept in memory for as long as the next is not asked for: all are read into one place. */
const pieceBytes = 1 << 18

/**
 * The bytes of a file, piece by piece; a piece is good until the next is asked for.
 * @throws Failure `file.*`, with the path as the user gave it (`file`)
 */
export function* filePieces(path: string, file: string, onBytes?: (bytes: number) => void): Generator<Uint8Array> {
  const descriptor = openToRead(path, file)
  try {
    const piece = new Uint8Array(pieceBytes)
    for (let bytes = 0; ; ) {
      const length = readSync(descriptor, piece, 0, piece.length, null)
      if (length === 0) return
      yield piece.subarray(0, length)
      bytes += length
      onBytes?.(bytes)
    }
  } finally {
    closeSync(descriptor)
  }
}

/** Reading a folder or a file that is not there fails as `readBytes` fails, with the path as the user gave it. */
function openToRead(path: string, file: string): number {
  try {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) readBytes(path)
    return openSync(path, 'r')
  } catch (error) {
    throw shownAs(file, error, () => readBytes(path))
  }
}

/** The failure with the path as the user gave it; `again` makes a failure of an error that is none. */
export function shownAs(file: string, error: unknown, again: () => unknown = () => undefined): unknown {
  if (error instanceof Failure)
    return new Failure(error.code, { data: error.data, place: placeAt(file, 1, 1), cause: error })
  try {
    again()
  } catch (failure) {
    if (failure instanceof Failure) return shownAs(file, failure)
  }
  return error
}
