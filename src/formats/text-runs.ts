/** Where the characters of a plain text stand in a file: offsets in the text → offsets in the file. */

import type { Span } from '../model/index.ts'
import type { XmlText } from './xml/index.ts'

/** One character of the plain text, or a run of them that stands in the file as it is. */
interface Run extends Span {
  /** Offset in the plain text. */
  readonly at: number
  readonly length: number
  /** Characters and file units are one to one. */
  readonly isLiteral: boolean
}

/** Filled in the order of the text. All offsets are UTF-16 code units. */
export class TextRuns {
  readonly #runs: Run[] = []
  #at = 0

  /** `length` units of the plain text stand at `start`…`end` of the file. */
  add(start: number, end: number, length: number, isLiteral = false): void {
    if (length > 0) this.#runs.push({ at: this.#at, length, start, end, isLiteral })
    this.#at += length
  }

  /** A text node of `file`. References and CRLF are several units of the file for one of the text (or two, above U+FFFF). */
  addText(file: string, { start, end, isCdata }: XmlText): void {
    const first = isCdata ? start + '<![CDATA['.length : start
    const last = isCdata ? end - ']]>'.length : end
    let from = first
    for (const found of file.slice(first, last).matchAll(isCdata ? /\r\n/g : /&[^;]*;|\r\n/g)) {
      const at = first + found.index
      this.add(from, at, at - from, true)
      from = at + found[0].length
      this.add(at, from, isAstral(found[0]) ? 2 : 1)
    }
    this.add(from, last, last - from, true)
  }

  /** What `start`…`end` of the text is in the file; what lies behind the text is at `behind`. */
  span(start: number, end: number, behind: number): Span {
    const first = this.#offsetOf(start, false) ?? behind
    const last = end > start ? (this.#offsetOf(end - 1, true) ?? behind) : first
    return { start: first, end: Math.max(first, last) }
  }

  /** Where the character at `offset` begins, or (`isEnd`) ends. */
  #offsetOf(offset: number, isEnd: boolean): number | undefined {
    const run = this.#runs.find(({ at, length }) => offset >= at && offset < at + length)
    if (run === undefined) return undefined
    if (!run.isLiteral) return isEnd ? run.end : run.start
    return run.start + offset - run.at + (isEnd ? 1 : 0)
  }
}

function isAstral(reference: string): boolean {
  const found = /^&#(?:x([0-9A-Fa-f]+)|([0-9]+));$/.exec(reference)
  if (found === null) return false
  return (found[1] === undefined ? Number.parseInt(found[2] ?? '', 10) : Number.parseInt(found[1], 16)) > 0xffff
}
