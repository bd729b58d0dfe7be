/** XML read piece by piece, for files larger than memory. */

import type { Position } from '../../model/index.ts'
import { at } from '../../text/present.ts'
import { type Codec, codecOf, detectEncoding } from './decode.ts'
import { strictPass, type XmlHandler, type XmlOptions } from './events.ts'
import { type NamespaceScope, noNamespaces, type QualifiedName } from './names.ts'
import type { Scanner } from './scan.ts'
import { scanElement, type XmlElement } from './tree.ts'

export interface StreamHandler extends XmlHandler {
  /** True for an element to be handed over whole, as a tree, when it has ended. Inside it no further one is asked for. */
  capture?(name: QualifiedName): boolean
  /**
   * A captured element. Its spans count from the start of `source` (the element's own text); `offset` and `position` are where
   * that text begins in the whole decoded file.
   */
  captured?(element: XmlElement, source: string, offset: number, position: Position): void
}

export interface XmlStream {
  write(bytes: Uint8Array): void
  /** @throws Failure when the file ends too early. */
  end(): void
  /** Known after the first piece of some length; `utf-8` before. */
  readonly encoding: string
  /** Line, from one, of the last character read; inside an event, of the end of its tag. */
  line(): number
  /** Inside an event, the position of an offset in its tag. */
  position(offset: number): Position
}

/** Bytes decoded at a time; strings of this size are made and thrown away cheaply. More than `headBytes`, for the encoding. */
const roomBytes = 1 << 14
/** Bytes gathered before the encoding is decided. */
const headBytes = 1024

/**
 * Events and captured elements of a stream of bytes; memory holds one piece and the element being captured.
 * Offsets of events count in the whole decoded text.
 * @throws Failure as `decodeXml` and `parseXml` do, from `write` and `end`.
 */
export function xmlStream(options: XmlOptions, handler: StreamHandler): XmlStream {
  const { file } = options
  let codec: Codec | undefined
  /** Bytes not decoded yet: of the piece, and before them what could not be decoded without it. */
  const room = new Uint8Array(roomBytes)
  let filled = 0
  const pass: Scanner =
    handler.capture === undefined ? strictPass(options, handler) : capturingPass(options, handler, handler.capture)

  const decode = (isLast: boolean): void => {
    let from = 0
    if (codec === undefined) {
      const found = detectEncoding(room.subarray(0, filled), file)
      codec = codecOf(found, file)
      from = found.bomLength
    }
    const bytes = room.subarray(from, filled)
    const length = isLast ? bytes.length : codec.cut(bytes)
    const text = codec.decode(bytes.subarray(0, length), () => pass.position())
    room.copyWithin(0, from + length, filled)
    filled -= from + length
    pass.write(text)
  }

  return {
    line: () => pass.endLine,
    position: offset => pass.place(offset).start,
    get encoding() {
      return codec?.name ?? 'utf-8'
    },
    write(bytes) {
      for (let from = 0; from < bytes.length; ) {
        const taken = bytes.subarray(from, from + roomBytes - filled)
        room.set(taken, filled)
        filled += taken.length
        from += taken.length
        if (codec !== undefined || filled >= headBytes) decode(false)
      }
    },
    end() {
      if (codec === undefined || filled > 0) decode(true)
      pass.end()
    },
  }
}

/** A strict pass that holds each element asked for until it has ended. */
function capturingPass(
  options: XmlOptions,
  handler: StreamHandler,
  capture: (name: QualifiedName) => boolean,
): Scanner {
  let held = -1
  let depth = 0
  let captureDepth = 0
  let capturedScope = noNamespaces
  let position: Position = { line: 1, column: 1 }
  const scopes: NamespaceScope[] = [noNamespaces]
  const pass = strictPass(options, {
    ...handler,
    open(name, attributes, start, end, isSelfClosing, scope) {
      depth++
      if (held < 0 && capture(name)) {
        held = start
        pass.hold(start)
        captureDepth = depth
        capturedScope = at(scopes, scopes.length - 1)
        position = pass.place(start).start
      }
      scopes.push(scope)
      handler.open?.(name, attributes, start, end, isSelfClosing, scope)
    },
    close(name, start, end) {
      handler.close?.(name, start, end)
      scopes.pop()
      if (held >= 0 && depth === captureDepth) {
        const source = pass.slice(held, end)
        const element = scanElement(source, { start: 0, end: source.length }, capturedScope)
        const offset = held
        held = -1
        pass.release()
        handler.captured?.(element, source, offset, position)
      }
      depth--
    },
  })
  return pass
}
