/** Text files too large for memory, read as pieces of text that end with a line where they can. */

import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { decodeText } from '../formats/plain/index.ts'
import { readBytes } from '../io/index.ts'
import { Failure, type Position, placeAt } from '../model/index.ts'

export interface TextPiecesOptions {
  /** Path as the user gave it, for messages. */
  readonly file: string
  /** Bytes of one piece; a mebibyte when not given. */
  readonly pieceBytes?: number
  /** Is told how many bytes of the file have been decoded. */
  readonly onBytes?: (bytes: number) => void
}

/** Size of a regular file; 0 for what is none, such as a pipe, or cannot be asked. */
export function fileBytes(path: string): number {
  try {
    const found = statSync(path)
    return found.isFile() ? found.size : 0
  } catch {
    return 0 // Whoever reads the file will say why.
  }
}

/**
 * Decodes a file as `readPlain` does, piece by piece; the byte order mark is no part of the text. Joined, the pieces are the
 * whole text. A line longer than a piece is given in parts, none of which ends inside a character or a CRLF.
 * @throws Failure as `readPlain` does, at the first byte that cannot be read; `file.*`.
 */
export function* textPieces(
  path: string,
  { file, pieceBytes = 1 << 20, onBytes }: TextPiecesOptions,
): Generator<string, void, undefined> {
  let here: Position = { line: 1, column: 1 }
  let decoded = 0
  for (const { bytes, lead } of bytePieces(path, pieceBytes)) {
    const text = decodePiece(bytes, lead, here, file)
    here = positionAfter(here, text)
    decoded += bytes.length
    onBytes?.(decoded)
    yield text
  }
}

interface BytePiece {
  readonly bytes: Uint8Array
  /** Units of text that do not belong to the file: see {@link bytePieces}. */
  readonly lead: number
}

type Width = 1 | 2

/**
 * A later piece must not be judged by its first bytes: in UTF-8 it begins with a blank that {@link decodePiece} takes off
 * again, in UTF-16 with the mark of the file.
 */
function* bytePieces(path: string, pieceBytes: number): Generator<BytePiece, void, undefined> {
  const descriptor = openFile(path)
  try {
    const prefix = 2
    const buffer = new Uint8Array(prefix + 2 * Math.max(16, pieceBytes))
    let end = prefix
    let isFirst = true
    let mark: readonly number[] = []
    for (;;) {
      const read = readInto(descriptor, buffer, end, path)
      end += read
      if (isFirst) mark = markOf(buffer.subarray(prefix, end))
      const isUtf16 = mark.length > 0
      const cut = read === 0 ? end : cutOf(buffer, prefix, end, isUtf16 ? 2 : 1, mark[0] === 0xff)
      if (cut > prefix) {
        if (isFirst) yield { bytes: buffer.subarray(prefix, cut), lead: 0 }
        else {
          buffer.set(isUtf16 ? mark : [0x20], isUtf16 ? 0 : 1)
          yield { bytes: buffer.subarray(isUtf16 ? 0 : 1, cut), lead: isUtf16 ? 0 : 1 }
        }
        isFirst = false
      }
      buffer.copyWithin(prefix, cut, end)
      end = prefix + end - cut
      if (read === 0) return
    }
  } finally {
    closeSync(descriptor)
  }
}

function openFile(path: string): number {
  try {
    return openSync(path, 'r')
  } catch (error) {
    readBytes(path) // Fails in the words of all other files.
    throw error
  }
}

function readInto(descriptor: number, buffer: Uint8Array, from: number, path: string): number {
  try {
    return readSync(descriptor, buffer, from, Math.min(buffer.length - from, buffer.length >> 1), null)
  } catch (error) {
    const detail = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw new Failure('file.unreadable', { data: { detail }, place: placeAt(path, 1, 1), cause: error })
  }
}

function markOf(bytes: Uint8Array): readonly number[] {
  const [first, second] = bytes
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) ? [first, second] : []
}

/** Behind the last line feed, else behind the last whole character that is no CR; `from` when there is none. */
function cutOf(buffer: Uint8Array, from: number, end: number, width: Width, isLittleEndian: boolean): number {
  const feed = width === 1 ? buffer.lastIndexOf(0x0a, end - 1) : lastFeed16(buffer, from, end, isLittleEndian)
  if (feed >= from) return feed + width
  let cut = width === 1 ? wholeUtf8(buffer, from, end) : wholeUtf16(buffer, from, end, isLittleEndian)
  if (cut - width >= from && unitAt(buffer, cut - width, width, isLittleEndian) === 0x0d) cut -= width
  return cut
}

function unitAt(buffer: Uint8Array, i: number, width: Width, isLittleEndian: boolean): number {
  const [first = 0, second = 0] = [buffer[i], buffer[i + 1]]
  if (width === 1) return first
  return isLittleEndian ? first | (second << 8) : (first << 8) | second
}

function lastFeed16(buffer: Uint8Array, from: number, end: number, isLittleEndian: boolean): number {
  for (let i = end - ((end - from) % 2) - 2; i >= from; i -= 2) {
    if (unitAt(buffer, i, 2, isLittleEndian) === 0x0a) return i
  }
  return -1
}

/** A sequence that is cut off at the end waits for the next piece; what is no sequence at all is left to the decoder. */
function wholeUtf8(buffer: Uint8Array, from: number, end: number): number {
  for (let i = end - 1; i >= from && end - i <= 3; i--) {
    const byte = buffer[i] ?? 0
    if ((byte & 0xc0) === 0x80) continue
    const length = byte < 0xc0 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4
    return i + length > end ? i : end
  }
  return end
}

function wholeUtf16(buffer: Uint8Array, from: number, end: number, isLittleEndian: boolean): number {
  const even = end - ((end - from) % 2)
  const isHigh = even - 2 >= from && (unitAt(buffer, even - 2, 2, isLittleEndian) & 0xfc00) === 0xd800
  return isHigh ? even - 2 : even
}

function decodePiece(bytes: Uint8Array, lead: number, here: Position, file: string): string {
  try {
    return decodeText(bytes, { file }).text.slice(lead)
  } catch (error) {
    if (!(error instanceof Failure) || error.place === undefined) throw error
    const { line, column } = error.place.start
    const place =
      line === 1
        ? placeAt(file, here.line, here.column + column - 1 - lead)
        : placeAt(file, here.line + line - 1, column)
    throw new Failure(error.code, { data: error.data, place, cause: error })
  }
}

/** Lines end at LF, CR or CRLF; no piece ends between CR and LF. */
function positionAfter({ line, column }: Position, text: string): Position {
  let lines = 0
  let start = -1
  const hasReturns = text.includes('\r')
  const lineEnd = /\r\n?|\n/g
  if (hasReturns) {
    for (let found = lineEnd.exec(text); found !== null; found = lineEnd.exec(text)) {
      lines++
      start = lineEnd.lastIndex
    }
  } else {
    for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      lines++
      start = i + 1
    }
  }
  return lines === 0 ? { line, column: column + text.length } : { line: line + lines, column: text.length - start + 1 }
}
