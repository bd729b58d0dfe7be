/** What the columns of a table mean: its first row names them. */

import { Failure, type Language, language } from '../../model/index.ts'
import { lineIndex } from '../../text/lines.ts'
import { decodeText } from '../plain/index.ts'
import { type Cell, type Delimiter, delimiterOf, type Row, readRows } from './table.ts'

export type ColumnRole = 'file' | 'unit' | 'segment' | 'state' | 'status' | 'note' | 'codes' | 'other'

export interface Column {
  readonly name: string
  readonly index: number
  /** Set when the name is a language tag. */
  readonly language?: Language
  readonly role: ColumnRole | 'language'
}

export interface Table {
  readonly text: string
  readonly delimiter: Delimiter
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
}

/** Names in lower case. `id` is an identifier, never Indonesian (write `id-ID`). */
const roles: ReadonlyMap<string, ColumnRole> = new Map<string, ColumnRole>([
  ['file', 'file'],
  ['unit', 'unit'],
  ['id', 'unit'],
  ['key', 'unit'],
  ['segment', 'segment'],
  ['state', 'state'],
  ['status', 'status'],
  ['note', 'note'],
  ['comment', 'note'],
  ['codes', 'codes'],
])

/**
 * Reads a table whose first row names languages.
 * @throws Failure `csv.empty`, `csv.no-language`, `csv.duplicate-language`, `csv.too-many-cells`, and what `decodeText` and `readRows` throw.
 */
export function readTable(bytes: Uint8Array, file: string): Table {
  const { text } = decodeText(bytes, { file })
  const delimiter = delimiterOf(text)
  const [head, ...rows] = readRows(text, delimiter, file)
  if (head === undefined) throw new Failure('csv.empty', { place: placeOf(text, file, { start: 0, end: 0 }) })
  const columns = head.cells.map((cell, index) => columnOf(cell, index))
  const languages = columns.filter(column => column.language !== undefined)
  if (languages.length === 0) throw new Failure('csv.no-language', { place: placeOf(text, file, head) })
  for (const { language: tag = '', index } of languages) {
    const first = languages.find(column => column.language === tag)
    if (first?.index === index) continue
    throw new Failure('csv.duplicate-language', {
      data: { language: tag },
      place: placeOf(text, file, head.cells[index] ?? head),
    })
  }
  for (const row of rows) {
    const extra = row.cells[columns.length]
    if (extra === undefined || row.cells.slice(columns.length).every(cell => cell.text === '')) continue
    const data = { found: row.cells.length, expected: columns.length }
    throw new Failure('csv.too-many-cells', { data, place: placeOf(text, file, extra) })
  }
  return { text, delimiter, columns, rows }
}

/** True when the first line of a text names a language and at least one more column. */
export function looksLikeTable(firstLine: string): boolean {
  const delimiter = delimiterOf(firstLine)
  if (!firstLine.includes(delimiter)) return false
  const names = firstLine.split(delimiter).map(name => name.trim().replaceAll('"', ''))
  return names.some(name => languageOf(name) !== undefined)
}

function columnOf(cell: Cell, index: number): Column {
  const name = cell.text.trim()
  const role = roles.get(name.toLowerCase())
  if (role !== undefined) return { name, index, role }
  const tag = languageOf(name)
  return tag === undefined ? { name, index, role: 'other' } : { name, index, role: 'language', language: tag }
}

/** Two or three letters first: longer words (`context`) are BCP 47 in form but mean no language here. */
function languageOf(name: string): Language | undefined {
  const tag = name.replaceAll('_', '-')
  if (!/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(tag)) return undefined
  try {
    return language(tag)
  } catch {
    // Failure `language.invalid-tag`: a column of another kind.
    return undefined
  }
}

function placeOf(text: string, file: string, span: { start: number; end: number }) {
  return lineIndex(text).place(file, span)
}
