/**
 * The strings of a PO file with their places: `msgctxt`, `msgid`, `msgid_plural`, `msgstr`, `msgstr[n]`, each over several lines.
 *
 * gettext-parser was measured first: it tells no places, keeps only the last of two equal entries, and takes 30 ms to load
 * (a bare node starts in 50). It is the oracle of the tests instead.
 */

import { Failure, placeAt, type Span } from '../../model/index.ts'
import { lineIndex } from '../../text/lines.ts'

/** A string in quotes, or several on lines that follow each other. */
export interface PoString {
  readonly text: string
  /** Without the quotes, in order. */
  readonly pieces: readonly Span[]
}

export interface PoEntry {
  readonly context?: PoString
  readonly id: PoString
  readonly plural?: PoString
  /** By plural index; one without plural. */
  readonly translations: readonly PoString[]
  readonly comments: PoComments
  /** From the first keyword to the end of the last string. */
  readonly span: Span
}

/** Comments before an entry, several lines joined by line breaks. */
export interface PoComments {
  readonly translator: string
  readonly extracted: string
  readonly references: string
  readonly flags: readonly string[]
}

/**
 * Entries in the order of the file; obsolete ones (`#~`) are left out.
 * @throws Failure `po.not-well-formed` at the line and column where something else stands than a keyword, a string, or a comment.
 */
export function scanEntries(text: string, file: string): readonly PoEntry[] {
  const entries: PoEntry[] = []
  let fields = new Map<string, Span[]>()
  let comments: string[] = []
  let current: Span[] | undefined
  const finish = (): void => {
    if (fields.size === 0) return
    if (!fields.has('msgstr') && !fields.has('msgstr[0]')) {
      const at = fields.get('msgid')?.[0]?.start ?? 0
      const place = lineIndex(text).place(file, { start: at, end: at })
      throw new Failure('po.not-well-formed', { place })
    }
    const entry = entryOf(text, fields, comments)
    if (entry !== undefined) entries.push(entry)
    fields = new Map()
    comments = []
    current = undefined
  }
  linesOf(text).forEach(({ start, end }, number) => {
    const line = text.slice(start, end)
    const fail = (column: number): Failure =>
      new Failure('po.not-well-formed', { place: placeAt(file, number + 1, column) })
    const comment = /^[ \t]*#(.*)$/.exec(line)
    if (comment !== null) {
      if (fields.has('msgstr') || fields.has('msgstr[0]')) finish()
      comments.push(comment[1] ?? '')
      return
    }
    if (line.trim() === '') return
    const keyword = /^[ \t]*(msgctxt|msgid_plural|msgid|msgstr(?:\[\d{1,3}\])?)?[ \t]*/.exec(line)
    const open = keyword?.[0].length ?? 0
    const name = keyword?.[1]
    if (line[open] !== '"') throw fail(open + 1)
    const close = endOfString(line, open)
    if (close < 0 || line.slice(close + 1).trim() !== '') throw fail(close < 0 ? line.length + 1 : close + 2)
    if (name !== undefined) {
      const isNew = name === 'msgctxt' || name === 'msgid' ? fields.has('msgid') : false
      if (isNew) finish()
      const needsId = name !== 'msgid' && name !== 'msgctxt'
      if (fields.has(name) || (needsId && !fields.has('msgid'))) throw fail(1)
      current = []
      fields.set(name, current)
    }
    if (current === undefined) throw fail(open + 1)
    current.push({ start: start + open + 1, end: start + close })
  })
  finish()
  return entries
}

/** Index of the quote that ends the string, or −1. */
function endOfString(line: string, open: number): number {
  let at = open + 1
  while (at < line.length && line[at] !== '"') at += line[at] === '\\' ? 2 : 1
  return at < line.length ? at : -1
}

/** Where the UTF-16 unit `index` of a decoded string stands in the file; the end of the last piece for its length. */
export function offsetInString(text: string, string: PoString, index: number): number {
  let left = index
  for (const { start, end } of string.pieces) {
    let at = start
    while (at < end) {
      const length = escapeLength(text, at)
      if (left === 0) return at
      left--
      at += length
    }
  }
  return string.pieces.at(-1)?.end ?? 0
}

function entryOf(
  text: string,
  fields: ReadonlyMap<string, readonly Span[]>,
  comments: readonly string[],
): PoEntry | undefined {
  const string = (keyword: string): PoString | undefined => {
    const pieces = fields.get(keyword)
    return pieces && { text: pieces.map(piece => decodeEscapes(text.slice(piece.start, piece.end))).join(''), pieces }
  }
  const id = string('msgid')
  if (id === undefined) return undefined
  const translations: PoString[] = []
  const only = string('msgstr')
  if (only !== undefined) translations.push(only)
  for (let i = 0; fields.has(`msgstr[${i}]`); i++) translations.push(string(`msgstr[${i}]`) ?? only ?? id)
  const context = string('msgctxt')
  const plural = string('msgid_plural')
  const all = [...fields.values()].flat()
  const span = { start: (all[0]?.start ?? 1) - 1, end: (all.at(-1)?.end ?? 0) + 1 }
  return {
    ...(context && { context }),
    id,
    ...(plural && { plural }),
    translations,
    comments: commentsOf(comments),
    span,
  }
}

/** `# ` is a translator's, `#.` a developer's, `#:` a reference, `#,` flags; `#|` (previous msgid) and `#~` are left out. */
function commentsOf(lines: readonly string[]): PoComments {
  const withSign = (sign: string): readonly string[] =>
    lines.filter(line => line.startsWith(sign)).map(line => line.slice(1).trim())
  return {
    translator: lines
      .filter(line => !/^[.:,|~]/.test(line))
      .map(line => line.trim())
      .filter(line => line !== '')
      .join('\n'),
    extracted: withSign('.').join('\n'),
    references: withSign(':').join('\n'),
    flags: withSign(',')
      .flatMap(line => line.split(',').map(flag => flag.trim()))
      .filter(flag => flag !== ''),
  }
}

function linesOf(text: string): readonly Span[] {
  const lines: Span[] = []
  const lineEnd = /\r\n?|\n/g
  let start = 0
  for (let found = lineEnd.exec(text); found !== null; found = lineEnd.exec(text)) {
    lines.push({ start, end: found.index })
    start = lineEnd.lastIndex
  }
  lines.push({ start, end: text.length })
  return lines
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['b', '\b'],
  ['f', '\f'],
  ['v', '\v'],
  ['a', '\u0007'],
])

/** C escapes, as gettext reads them: `\n`, `\"`, `\\`, `\x41`, `\101`. */
function decodeEscapes(raw: string): string {
  if (!raw.includes('\\')) return raw
  let out = ''
  for (let at = 0; at < raw.length; ) {
    const length = escapeLength(raw, at)
    out += length === 1 ? raw[at] : escapedCharacter(raw.slice(at + 1, at + length))
    at += length
  }
  return out
}

function escapedCharacter(code: string): string {
  if (/^x[0-9A-Fa-f]+$/.test(code)) return String.fromCharCode(Number.parseInt(code.slice(1), 16) & 0xff)
  if (/^[0-7]+$/.test(code)) return String.fromCharCode(Number.parseInt(code, 8) & 0xff)
  return escapes.get(code) ?? code
}

function escapeLength(text: string, at: number): number {
  if (text[at] !== '\\') return 1
  const rest = text.slice(at + 1, at + 4)
  const found = /^(?:x[0-9A-Fa-f]{1,2}|[0-7]{1,3})/.exec(rest)
  return 1 + (found?.[0].length ?? 1)
}
