/** XML read piece by piece, for files larger than memory. */

import { type Codec, codecOf, detectEncoding } from './decode.ts'
import { strictPass, type XmlHandler, type XmlOptions } from './events.ts'
import { type NamespaceScope, noNamespaces, type QualifiedName } from './names.ts'
import { scanElement, type XmlElement } from './tree.ts'

export interface StreamHandler extends XmlHandler {
  /** True for an element to be handed over whole, as a tree, when it has ended. Inside it no further one is asked for. */
  capture?(name: QualifiedName): boolean
  /**
   * A captured element. Its spans count from the start of `source` (the element's own text); `offset` is where that text
   * begins in the whole decoded file, `line` the line of its start tag's end.
   */
  captured?(element: XmlElement, source: string, offset: number, line: number): void
}

export interface XmlStream {
  write(bytes: Uint8Array): void
  /** @throws Failure when the file ends too early. */
  end(): void
  /** Known after the first piece. */
  readonly encoding: string
  /** Line, from one, of the last character read; inside an event, of the end of its tag. */
  line(): number
}

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
  let carry: Uint8Array = new Uint8Array(0)
  /** Decoded text from `windowStart` on: the current piece, and before it what a tag or captured element still needs. */
  let window = ''
  let windowStart = 0
  let held = -1
  let depth = 0
  let captureDepth = 0
  let capturedScope: NamespaceScope | undefined
  let capturedLine = 1

  let lastScope: NamespaceScope | undefined
  const scopes: (NamespaceScope | undefined)[] = []
  const pass = strictPass(
    options,
    {
      ...handler,
      open(name, attributes, start, end, isSelfClosing, scope) {
        depth++
        if (held < 0 && handler.capture?.(name) === true) {
          held = start
          captureDepth = depth
          capturedScope = lastScope
          capturedLine = pass.position().line
        }
        scopes.push(lastScope)
        lastScope = scope
        handler.open?.(name, attributes, start, end, isSelfClosing, scope)
      },
      close(name, start, end) {
        handler.close?.(name, start, end)
        lastScope = scopes.pop()
        if (held >= 0 && depth === captureDepth) {
          const source = window.slice(held - windowStart, end - windowStart)
          const element = scanElement(source, { start: 0, end: source.length }, capturedScope ?? noNamespaces)
          const offset = held
          held = -1
          handler.captured?.(element, source, offset, capturedLine)
        }
        depth--
      },
    },
    () => ({ text: window, start: windowStart }),
  )

  const feed = (bytes: Uint8Array, isLast: boolean): void => {
    if (codec === undefined) {
      const found = detectEncoding(bytes, file)
      codec = codecOf(found, file)
      bytes = bytes.subarray(found.bomLength)
    }
    const tail = isLast ? 0 : codec.tail(bytes)
    const text = codec.decode(tail === 0 ? bytes : bytes.subarray(0, bytes.length - tail), pass.position())
    carry = bytes.slice(bytes.length - tail)
    // Kept: what is being captured, or the unfinished tag at the end of the piece.
    const keepFrom = held >= 0 ? held : windowStart + Math.max(0, window.lastIndexOf('<'))
    window = window.slice(keepFrom - windowStart) + text
    windowStart = keepFrom
    pass.write(text)
  }

  return {
    line: () => pass.position().line,
    get encoding() {
      return codec?.name ?? 'utf-8'
    },
    write(bytes) {
      const joined = carry.length === 0 ? bytes : joinBytes(carry, bytes)
      if (codec === undefined && joined.length < headBytes) carry = joined.slice()
      else feed(joined, false)
    },
    end() {
      if (codec === undefined || carry.length > 0) feed(carry, true)
      pass.end()
    },
  }
}

function joinBytes(a: Uint8Array, b: Uint8Array): Uint8Array {
  const joined = new Uint8Array(a.length + b.length)
  joined.set(a)
  joined.set(b, a.length)
  return joined
}
