/**
 * Rows and cells of CSV (RFC 4180) and TSV, with places; and their writing, safe for spreadsheets.
 *
 * A cell that a spreadsheet would run as a formula (after blanks and quotes it begins with `= + - @`, a tab or a line break)
 * is written with one apostrophe before it, and read without:
 *
 * ```
 * -5 °C      →  '-5 °C
 * '-5 °C     →  ''-5 °C      an apostrophe before such a text gets one more, so that reading is exact
 * 'tis       →  'tis         all others are untouched
 * ```
 */

import { Failure, type Span } from '../../model/index.ts'
import { lineIndex } from '../../text/lines.ts'

export interface Cell extends Span {
  /** Decoded: without quotes and without the apostrophe of neutralised formulas. */
  readonly text: string
}

export interface Row extends Span {
  readonly cells: readonly Cell[]
}

export type Delimiter = ',' | ';' | '\t'

/**
 * Reads all rows; empty lines are none.
 * @throws Failure `csv.unclosed-quote`, `csv.text-after-quote` with place.
 */
export function readRows(text: string, delimiter: Delimiter, file: string): readonly Row[] {
  const fail = (code: string, offset: number): Failure =>
    new Failure(code, { place: lineIndex(text).place(file, { start: offset, end: offset }) })
  const rows: Row[] = []
  let at = 0
  while (at < text.length) {
    const start = at
    const cells: Cell[] = []
    for (;;) {
      const cell = text[at] === '"' ? quotedCell(text, at, delimiter, fail) : bareCell(text, at, delimiter)
      cells.push(cell)
      at = cell.end
      if (text[at] !== delimiter) break
      at++
    }
    const end = at
    if (text[at] === '\r') at++
    if (text[at] === '\n') at++
    if (end > start) rows.push({ cells, start, end })
  }
  return rows
}

/** The delimiter of a first row: the one of `,`, `;`, tab that stands in it most often outside quotes; `,` when none does. */
export function delimiterOf(text: string): Delimiter {
  const counts = new Map<string, number>()
  let isQuoted = false
  for (const character of text.slice(0, 4096)) {
    if (character === '"') isQuoted = !isQuoted
    else if (!isQuoted && (character === '\n' || character === '\r')) break
    else if (!isQuoted) counts.set(character, (counts.get(character) ?? 0) + 1)
  }
  const candidates: readonly Delimiter[] = ['\t', ',', ';']
  const best = candidates.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))[0] ?? ','
  return counts.has(best) ? best : ','
}

/** One row with its line end. CSV ends lines with CRLF as RFC 4180 says, TSV with LF. */
export function writeRow(cells: readonly string[], delimiter: Delimiter): string {
  return cells.map(cell => writeCell(cell, delimiter)).join(delimiter) + (delimiter === '\t' ? '\n' : '\r\n')
}

function writeCell(text: string, delimiter: Delimiter): string {
  const safe = neutralised(text)
  return safe.includes('"') || safe.includes(delimiter) || /[\r\n]|^\s|\s$/.test(safe)
    ? `"${safe.replaceAll('"', '""')}"`
    : safe
}

/** Excel and LibreOffice also take the full-width signs for formulas. */
const formula = /^'*[\s"]*[=+\-@\t\r\n＝＋－＠]/

function neutralised(text: string): string {
  return formula.test(text) ? `'${text}` : text
}

/** How many characters of a cell were put there by {@link neutralised}: 0 or 1. */
function neutralLength(text: string): number {
  return text.startsWith("'") && formula.test(text) ? 1 : 0
}

function bareCell(text: string, start: number, delimiter: Delimiter): Cell {
  let end = start
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end++
  const raw = text.slice(start, end)
  return { text: raw.slice(neutralLength(raw)), start, end }
}

function quotedCell(
  text: string,
  start: number,
  delimiter: Delimiter,
  fail: (code: string, offset: number) => Failure,
): Cell {
  let close = text.indexOf('"', start + 1)
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
  if (close < 0) throw fail('csv.unclosed-quote', start)
  const next = text[close + 1]
  if (next !== undefined && next !== delimiter && next !== '\n' && next !== '\r') {
    throw fail('csv.text-after-quote', close + 1)
  }
  const decoded = text.slice(start + 1, close).replaceAll('""', '"')
  return { text: decoded.slice(neutralLength(decoded)), start, end: close + 1 }
}

/** Where the UTF-16 unit `index` of a cell's text stands in the file. */
export function cellOffset(text: string, cell: Cell, index: number): number {
  if (text[cell.start] !== '"') return cell.end - cell.text.length + index
  const decoded = text.slice(cell.start + 1, cell.end - 1).replaceAll('""', '"')
  let at = cell.start + 1
  for (let left = index + neutralLength(decoded); left > 0 && at < cell.end - 1; left--) {
    at += text.startsWith('""', at) ? 2 : 1
  }
  return at
}
