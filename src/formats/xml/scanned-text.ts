/** The part of a text that a scanner has before it, and where in the file it stands. */

import { Failure, type MessageData, type Place, placeAt } from '../../model/index.ts'
import { isXmlCharacter, unit } from './characters.ts'

/**
 * ```
 *        base        at                      base + text.length
 * …read   |  held    | token being read  … |   not there yet
 * ```
 *
 * Lines are counted up to the token being read; what is in it is counted when it is over, or when someone asks.
 */
export class ScannedText {
  readonly #file: string
  /** The text at hand: from the token being read, or from what is held, on. */
  protected text = ''
  /** Offset of `text` in the whole. */
  protected base = 0
  /** In `text`: where the token being read begins. */
  protected at = 0
  protected line = 1
  /** Offset in the whole at which that line begins. */
  protected lineStart = 0
  /** End of a tag whose line breaks are not counted yet, else -1. */
  protected uncounted = -1
  #held = -1

  constructor(file: string) {
    this.#file = file
  }

  /** Keeps the text from `offset` on until {@link release}. */
  hold(offset: number): void {
    this.#held = offset
  }

  release(): void {
    this.#held = -1
  }

  /** What stands at offsets of the whole: of the token being heard, or of what is held. */
  slice(start: number, end: number): string {
    return this.text.slice(start - this.base, end - this.base)
  }

  /** Where the next character of the text will stand. */
  position(): { readonly line: number; readonly column: number } {
    const { line, lineStart } = this.#linesTo(this.text.length)
    return { line, column: this.base + this.text.length - lineStart + 1 }
  }

  /** Line of the end of the token being heard. */
  get endLine(): number {
    return this.uncounted < 0 ? this.line : this.#linesTo(this.uncounted).line
  }

  /** The place of an offset in the token being heard, or later. */
  place(offset: number): Place {
    const { line, lineStart } = this.#linesTo(offset - this.base)
    return placeAt(this.#file, line, offset - lineStart + 1)
  }

  /** @throws Failure, always; at a character XML does not allow, that is what is wrong. */
  fail(code: string, offset: number, data: MessageData = {}): never {
    const point = this.text.codePointAt(offset - this.base)
    const isStrange = point !== undefined && !isXmlCharacter(point)
    throw new Failure(isStrange ? 'xml.disallowed-character' : code, { data, place: this.place(offset) })
  }

  /** As {@link fail}; `at` counts in the text at hand. */
  protected failHere(code: string, at: number, data: MessageData = {}): never {
    return this.fail(code, this.base + at, data)
  }

  /** The place is that of the last character. */
  protected failAtEnd(code: string, data: MessageData = {}): never {
    const { line, column } = this.position()
    throw new Failure(code, { data, place: placeAt(this.#file, line, Math.max(1, column - 1)) })
  }

  protected extend(piece: string): void {
    const keep = this.#held >= 0 ? this.#held - this.base : this.at
    this.text = keep === this.text.length ? piece : this.text.slice(keep) + piece
    this.base += keep
    this.at -= keep
  }

  /** The line breaks before `end` are behind us. */
  protected countLines(end: number): void {
    const { line, lineStart } = this.#linesTo(end)
    this.line = line
    this.lineStart = lineStart
  }

  #linesTo(end: number): { readonly line: number; readonly lineStart: number } {
    const { text } = this
    let { line, lineStart } = this
    // What of the token is counted already lies before its last line.
    for (let i = Math.max(this.at, lineStart - this.base); i < end; i++) {
      const code = text.charCodeAt(i)
      if (code !== unit.lineFeed && code !== unit.carriageReturn) continue
      if (code === unit.carriageReturn && text.charCodeAt(i + 1) === unit.lineFeed) i++
      line++
      lineStart = this.base + i + 1
    }
    return { line, lineStart }
  }
}
