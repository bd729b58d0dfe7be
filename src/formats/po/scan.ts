/** Where every string of a PO file stands: `msgctxt`, `msgid`, `msgid_plural`, `msgstr`, `msgstr[n]`, each over several lines. */

import type { Span } from '../../model/index.ts'

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
  /** From the first keyword to the end of the last string. */
  readonly span: Span
}

/** Entries in the order of the file; obsolete ones (`#~`) are left out. The syntax has been judged before. */
export function scanEntries(text: string): readonly PoEntry[] {
  const entries: PoEntry[] = []
  let fields = new Map<string, Span[]>()
  let current: Span[] | undefined
  const finish = (): void => {
    const entry = entryOf(text, fields)
    if (entry !== undefined) entries.push(entry)
    fields = new Map()
    current = undefined
  }
  for (const { start, end } of linesOf(text)) {
    const line = text.slice(start, end)
    const found = /^[ \t]*(?:(msgctxt|msgid_plural|msgid|msgstr(?:\[\d{1,3}\])?)[ \t]*)?"/.exec(line)
    if (found === null) {
      if (/^[ \t]*#~/.test(line)) finish()
      continue
    }
    const keyword = found[1]
    if (keyword !== undefined) {
      const isNew = (keyword === 'msgctxt' || keyword === 'msgid') && fields.has('msgid')
      if (isNew) finish()
      current = []
      fields.set(keyword, current)
    }
    const close = line.lastIndexOf('"')
    current?.push({ start: start + found[0].length, end: start + Math.max(close, found[0].length) })
  }
  finish()
  return entries
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

function entryOf(text: string, fields: ReadonlyMap<string, readonly Span[]>): PoEntry | undefined {
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
  return { ...(context && { context }), id, ...(plural && { plural }), translations, span }
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
