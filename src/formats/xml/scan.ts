/**
 * XML 1.0 read strictly, piece by piece: every rule of well-formedness but those of namespaces. It is one state machine, where a
 * state is a token: text, a tag, a comment. A token that ends in a later piece is read again from its start, but only when at
 * least as much has come as there was, so that a token of any length costs no more than twice its reading.
 *
 * Nothing is made for what nobody asks: an event is two offsets, an attribute a span, a name an object made once.
 */

import { at } from '../../text/present.ts'
import { isBlank, isNameStart, isXmlCharacter, kind, kindOf, pointAt, unit } from './characters.ts'
import { limits } from './limits.ts'
import { type NameCache, nameCache, nameEnd, standsAt, type XmlName } from './name-cache.ts'
import { type Ending, readDeclaration, readDoctype } from './prolog.ts'
import { predefined } from './resolve.ts'
import { ScannedText } from './scanned-text.ts'
import { TagAttributes } from './start-tag.ts'

/** Hears the tokens. Offsets count in the whole text; {@link ScannedText.slice} gives what stands there. */
export interface ScanListener {
  /** The attributes are the scanner's `attributes`. */
  startTag(name: XmlName, start: number, end: number, isSelfClosing: boolean): void
  /** After `startTag` for `<a/>`, too: there both offsets are its end. */
  endTag(start: number, end: number): void
  /** `isPlain`: nothing in it must be resolved. */
  text(start: number, end: number, isPlain: boolean): void
  cdata(start: number, end: number): void
  comment(start: number, end: number): void
  /** `nameEnd` is where the target ends. */
  instruction(start: number, nameEnd: number, end: number): void
}

/** Returned by the readers of tokens for one that does not end in the text at hand. */
const unfinished = -1

export class Scanner extends ScannedText {
  readonly attributes: TagAttributes = new TagAttributes()
  /** Open elements, the innermost last. */
  readonly open: XmlName[] = []

  readonly #listener: ScanListener
  readonly #names: NameCache = nameCache()
  /** Line of the end of each open start tag. */
  readonly #openLines: number[] = []
  /** Length from which on an unfinished token is tried again. */
  #enough = 0
  #tagCount = 0
  #hasRoot = false
  #hasDoctype = false
  #isRootClosed = false
  /** Offset of the first character that is no byte order mark. */
  #begin = 0
  #isPlainValue = true
  #duplicate: XmlName | undefined

  constructor(file: string, listener: ScanListener) {
    super(file)
    this.#listener = listener
  }

  /** A piece does not end between the halves of a surrogate pair. */
  write(piece: string): void {
    this.extend(piece)
    if (this.text.length - this.at >= this.#enough) this.#read(false)
  }

  /** @throws Failure when the document is not whole. */
  end(): void {
    this.#read(true)
    if (!this.#hasRoot) this.failAtEnd('xml.no-root')
    if (this.open.length > 0 || this.at < this.text.length) this.#failUnfinished()
  }

  #failUnfinished(): never {
    const inner = this.open.at(-1)
    if (inner === undefined) return this.failAtEnd('xml.unexpected-end')
    const opened = at(this.#openLines, this.#openLines.length - 1)
    return this.failAtEnd('xml.unclosed', { name: shown(inner), opened })
  }

  #read(isLast: boolean): void {
    const { length } = this.text
    while (this.at < length) {
      const isMarkup = this.text.charCodeAt(this.at) === unit.less
      const end = isMarkup ? this.#markup() : this.open.length > 0 ? this.#characters() : this.#outside(isLast)
      if (end === unfinished) {
        this.#enough = isLast ? 0 : 2 * (length - this.at)
        return
      }
      this.at = end
    }
    this.#enough = 0
  }

  /** Text in an element: up to the next `<`. The hottest loop of all. */
  #characters(): number {
    const text = this.text
    const { length } = text
    let i = this.at
    let line = this.line
    let lineStart = this.lineStart
    let isPlain = true
    while (i < length) {
      const code = text.charCodeAt(i)
      // Proof of `as`: the table has every unit.
      if (((kindOf[code] as number) & kind.textStop) === 0) i++
      else if (code === unit.less) {
        this.line = line
        this.lineStart = lineStart
        this.#listener.text(this.base + this.at, this.base + i, isPlain)
        return i
      } else if (code === unit.lineFeed) {
        line++
        lineStart = this.base + ++i
      } else if (code === unit.ampersand) {
        isPlain = false
        i = this.#reference(i)
        if (i === unfinished) return unfinished
      } else if (code === unit.carriageReturn) {
        isPlain = false
        i++
        if (text.charCodeAt(i) === unit.lineFeed) continue
        line++
        lineStart = this.base + i
      } else if (code === unit.rightBracket) {
        if (text.startsWith(']]>', i)) this.failHere('xml.cdata-end', i + 2)
        i++
      } else i = this.#special(i)
    }
    return unfinished
  }

  /** Behind a character that is no ordinary one: a surrogate pair, one behind them, or a fault. */
  #special(offset: number): number {
    const point = pointAt(this.text, offset)
    if (!isXmlCharacter(point)) this.failHere('xml.disallowed-character', offset)
    return offset + (point > 0xffff ? 2 : 1)
  }

  /** Before and behind the root: blanks. */
  #outside(isLast: boolean): number {
    const text = this.text
    let i = this.at
    if (this.base + i === 0 && text.charCodeAt(0) === unit.byteOrderMark) this.#begin = ++i
    while (isBlank(text.charCodeAt(i))) i++
    if (i < text.length && text.charCodeAt(i) !== unit.less) this.failHere('xml.text-outside-root', i)
    // A CR at the end may be half of a line break.
    if (i === text.length && !isLast) i = text.charCodeAt(i - 1) === unit.carriageReturn ? i - 1 : i
    this.countLines(i)
    return i === this.at ? unfinished : i
  }

  /** Behind a reference at `start`. */
  #reference(start: number): number {
    const text = this.text
    if (text.charCodeAt(start + 1) === unit.hash) return this.#characterReference(start)
    const end = nameEnd(text, start + 1)
    if (end === text.length)
      return end - start > limits.nameLength ? this.failHere('xml.bare-ampersand', start) : unfinished
    const isName = text.charCodeAt(end) === unit.semicolon && isNameStart(pointAt(text, start + 1))
    if (!isName) this.failHere('xml.bare-ampersand', start)
    if (!predefined.has(text.slice(start + 1, end))) this.failHere('xml.undefined-entity', end)
    return end + 1
  }

  #characterReference(start: number): number {
    const text = this.text
    let end = start + 2
    for (;;) {
      const code = text.charCodeAt(end)
      if (code === unit.semicolon) break
      if (Number.isNaN(code)) return unfinished
      if (isBlank(code) || code === unit.less || code === unit.ampersand) this.failHere('xml.bare-ampersand', start)
      end++
    }
    const found = /^(?:x([0-9A-Fa-f]+)|([0-9]+))$/.exec(text.slice(start + 2, end))
    const [, hex, decimal = ''] = found ?? []
    const point = hex === undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16)
    if (!isXmlCharacter(point)) this.failHere('xml.bad-character-reference', end)
    return end + 1
  }

  /** A token that begins with `<`. */
  #markup(): number {
    const text = this.text
    const start = this.at
    const code = text.charCodeAt(start + 1)
    if (code === unit.slash) return this.#endTag(start)
    if (isNameStart(code) || code >= 128) return this.#startTag(start)
    if (code === unit.bang) return this.#declaration(start)
    if (code === unit.question) return this.#instruction(start)
    return Number.isNaN(code) ? unfinished : this.failHere('xml.bad-tag', start + 1)
  }

  #startTag(start: number): number {
    const text = this.text
    const { attributes } = this
    if (!isNameStart(pointAt(text, start + 1))) this.failHere('xml.bad-tag', start + 1)
    this.#names.trim()
    const name = this.#nameAt(start + 1)
    if (name === undefined) return unfinished
    const end = start + 1 + name.text.length
    if (this.#isRootClosed) this.failHere('xml.two-roots', end)
    this.#hasRoot = true
    attributes.clear(text)
    this.#tagCount++
    let hasBreak = false
    let i = end
    for (;;) {
      const gapStart = i
      let code = text.charCodeAt(i)
      while (isBlank(code)) {
        hasBreak ||= code !== 32
        code = text.charCodeAt(++i)
      }
      if (code === unit.greater) return this.#finishStartTag(name, i + 1, false, hasBreak)
      if (code === unit.slash) {
        if (i + 1 === text.length) return unfinished
        if (text.charCodeAt(i + 1) !== unit.greater) this.failHere('xml.bad-tag', i + 1)
        return this.#finishStartTag(name, i + 2, true, hasBreak)
      }
      if (Number.isNaN(code)) return unfinished
      if (!isNameStart(code < 128 ? code : pointAt(text, i))) this.failHere('xml.bad-tag', i)
      if (i === gapStart) this.failHere('xml.attributes-not-apart', i)
      if (attributes.size === limits.attributes) {
        this.failHere('xml.too-many-attributes', i, { limit: limits.attributes })
      }
      const attribute = this.#nameAt(i)
      if (attribute === undefined) return unfinished
      i += attribute.text.length
      code = text.charCodeAt(i)
      while (isBlank(code)) {
        hasBreak ||= code !== 32
        code = text.charCodeAt(++i)
      }
      if (Number.isNaN(code)) return unfinished
      if (code !== unit.equals) {
        // What is no name goes on as one: `a\u0007=`, `a!`.
        const isBare = code === unit.greater || isBlank(text.charCodeAt(i - 1))
        this.failHere(isBare ? 'xml.unquoted-attribute' : 'xml.bad-tag', i)
      }
      code = text.charCodeAt(++i)
      while (isBlank(code)) {
        hasBreak ||= code !== 32
        code = text.charCodeAt(++i)
      }
      if (Number.isNaN(code)) return unfinished
      if (code !== unit.quotation && code !== unit.apostrophe) this.failHere('xml.unquoted-attribute', i)
      const valueStart = i + 1
      const valueEnd = this.#attributeValue(valueStart, code)
      if (valueEnd === unfinished) return unfinished
      const isPlain = this.#isPlainValue
      hasBreak ||= !isPlain
      if (attribute.tag === this.#tagCount) this.#duplicate ??= attribute
      attribute.tag = this.#tagCount
      attributes.add(attribute, valueStart, valueEnd, isPlain)
      i = valueEnd + 1
    }
  }

  /** Offset of the quote that ends a value; {@link Scanner.#isPlainValue} tells whether it must be resolved. */
  #attributeValue(start: number, quote: number): number {
    const text = this.text
    const { length } = text
    let i = start
    this.#isPlainValue = true
    while (i < length) {
      const code = text.charCodeAt(i)
      // Proof of `as`: the table has every unit.
      if (((kindOf[code] as number) & kind.valueStop) === 0) i++
      else if (code === quote) return i
      else if (code === unit.ampersand) {
        this.#isPlainValue = false
        i = this.#reference(i)
        if (i === unfinished) return unfinished
      } else if (isBlank(code)) {
        this.#isPlainValue = false
        i++
      } else if (code === unit.less) this.failHere('xml.disallowed-character', i)
      else i = this.#special(i)
    }
    return unfinished
  }

  #finishStartTag(name: XmlName, end: number, isSelfClosing: boolean, hasBreak: boolean): number {
    const offset = this.base + end
    const start = this.base + this.at
    if (this.#duplicate !== undefined) {
      this.failHere('xml.duplicate-attribute', end - 1, { name: shown(this.#duplicate) })
    }
    if (this.open.length >= limits.depth) this.fail('xml.too-deep', start, { limit: limits.depth })
    if (hasBreak) this.uncounted = end
    this.open.push(name)
    this.#openLines.push(this.endLine)
    this.#listener.startTag(name, start, offset, isSelfClosing)
    if (isSelfClosing) this.#close(offset, offset)
    if (hasBreak) {
      this.countLines(end)
      this.uncounted = -1
    }
    return end
  }

  #close(start: number, end: number): void {
    this.open.pop()
    this.#openLines.pop()
    if (this.open.length === 0) this.#isRootClosed = true
    this.#listener.endTag(start, end)
  }

  #endTag(start: number): number {
    const text = this.text
    const open = this.open[this.open.length - 1]
    if (open === undefined || !standsAt(text, start + 2, open)) return this.#oddEndTag(start)
    const end = start + 2 + open.text.length
    if (text.charCodeAt(end) !== unit.greater) return this.#oddEndTag(start)
    this.#close(this.base + start, this.base + end + 1)
    return end + 1
  }

  /** An end tag with blanks in it, one that does not match, or no end tag at all. */
  #oddEndTag(start: number): number {
    const text = this.text
    const end = nameEnd(text, start + 2)
    let i = end
    while (isBlank(text.charCodeAt(i))) i++
    if (i === text.length) return i === end ? this.#unfinishedName(start + 2) : unfinished
    if (text.charCodeAt(i) !== unit.greater || end === start + 2) this.failHere('xml.bad-tag', i)
    const name = text.slice(start + 2, end)
    const open = this.open.at(-1)
    if (open === undefined) this.failHere('xml.unmatched-end-tag', start, { name: name.slice(0, 100) })
    else if (open.text !== name) this.failHere('xml.mismatched-tag', start, { expected: open.text })
    this.countLines(i + 1)
    this.#close(this.base + start, this.base + i + 1)
    return i + 1
  }

  /** `<!`: a comment, CDATA, the document type. */
  #declaration(start: number): number {
    const text = this.text
    if (text.startsWith('--', start + 2)) return this.#comment(start)
    if (text.startsWith('[CDATA[', start + 2)) return this.#cdata(start)
    const isDoctype = text.startsWith('DOCTYPE', start + 2)
    // The fault shows at the seventh character, where no word fits any more.
    const shows = start + 8
    if (shows >= text.length) return unfinished
    if (!isDoctype) this.failHere('xml.bad-tag', shows)
    if (this.#hasDoctype || this.#hasRoot) this.failHere('xml.late-doctype', shows)
    const end = this.#ending(readDoctype(text, shows + 1))
    this.#hasDoctype = end !== unfinished
    return end
  }

  #comment(start: number): number {
    const text = this.text
    const end = text.indexOf('--', start + 4)
    if (end < 0 || end + 2 === text.length) return unfinished
    if (text.charCodeAt(end + 2) !== unit.greater) this.failHere('xml.malformed-comment', end + 2)
    this.#checkCharacters(start, end)
    this.countLines(end)
    this.#listener.comment(this.base + start + 4, this.base + end)
    return end + 3
  }

  #cdata(start: number): number {
    const text = this.text
    if (this.open.length === 0) this.failHere('xml.text-outside-root', start)
    const end = text.indexOf(']]>', start + 9)
    if (end < 0) return unfinished
    this.#checkCharacters(start, end)
    this.countLines(end)
    this.#listener.cdata(this.base + start + 9, this.base + end)
    return end + 3
  }

  #instruction(start: number): number {
    const text = this.text
    const nameStart = start + 2
    if (nameStart === text.length) return unfinished
    if (!isNameStart(pointAt(text, nameStart))) this.failHere('xml.bad-instruction', nameStart)
    const end = nameEnd(text, nameStart)
    if (end === text.length) return this.#unfinishedName(nameStart)
    const code = text.charCodeAt(end)
    if (code !== unit.question && !isBlank(code)) this.failHere('xml.bad-instruction', end)
    const name = text.slice(nameStart, end)
    if (name === 'xml') {
      if (this.base + start > this.#begin) this.failHere('xml.late-declaration', end)
      return this.#ending(readDeclaration(text, end))
    }
    const close = text.indexOf('?>', end)
    if (close < 0) return unfinished
    if (name.toLowerCase() === 'xml') this.failHere('xml.late-declaration', close + 1)
    this.#checkCharacters(end, close)
    this.countLines(close)
    this.#listener.instruction(this.base + nameStart, this.base + end, this.base + close)
    return close + 2
  }

  #ending({ end, fault, data }: Ending): number {
    if (end === unfinished) return unfinished
    if (fault !== undefined) this.failHere(fault, end, data)
    this.#checkCharacters(this.at, end)
    this.countLines(end)
    return end
  }

  /** Undefined for a name that may go on in the next piece. */
  #nameAt(start: number): XmlName | undefined {
    const name = this.#names.at(this.text, start)
    if (name.text.length > limits.nameLength) this.#failNameTooLong(start)
    return start + name.text.length === this.text.length ? undefined : name
  }

  #unfinishedName(start: number): typeof unfinished {
    if (this.text.length - start > limits.nameLength) this.#failNameTooLong(start)
    return unfinished
  }

  #failNameTooLong(start: number): never {
    return this.failHere('xml.name-too-long', start, { limit: limits.nameLength })
  }

  /** Refuses what no XML may hold, in comments and the like. */
  #checkCharacters(start: number, end: number): void {
    const text = this.text
    let i = start
    while (i < end) {
      const code = text.charCodeAt(i)
      i = (code >= 32 && code < unit.surrogates) || isBlank(code) ? i + 1 : this.#special(i)
    }
  }
}

/** A name as a message shows it. */
function shown(name: XmlName): string {
  return name.text.slice(0, 100)
}
