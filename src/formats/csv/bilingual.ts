/**
 * A bilingual document as a table: a row a segment.
 *
 * ```
 * unit,segment,state,en,ru,note
 * u1,s1,translated,Welcome.,Добро пожаловать.,
 * ```
 *
 * A document of several files has a column `file` before them. Only the language columns are needed; `en,ru` alone is read too. White space of one blank between two segments of a unit
 * is not written; any other text between segments is a row with the state `ignorable`, and an empty row of that state says
 * that two segments touch.
 */

import {
  type Content,
  type Document,
  type DocumentFile,
  Failure,
  type Ignorable,
  type Language,
  type Note,
  type Segment,
  type State,
  states,
  type Unit,
} from '../../model/index.ts'
import { type LineIndex, lineIndex } from '../../text/lines.ts'
import type { Location, Reading, ReadingOptions } from '../reading.ts'
import { type UniqueNames, uniqueNames } from '../unique-names.ts'
import { contentWithCodes, readCodes } from './codes.ts'
import { type Column, readTable, type Table } from './columns.ts'
import { type Cell, cellOffset, type Row } from './table.ts'

/** Word in the column `state` for text between segments. */
export const ignorable = 'ignorable'
const blank: Content = [{ kind: 'text', text: ' ' }]

/**
 * The first language column is the source and the next one the target, unless the options name others.
 * @throws Failure `csv.*`, `plain.*`, with place.
 */
export function readBilingualCsv(bytes: Uint8Array, options: ReadingOptions): Reading {
  const { file } = options
  const table = readTable(bytes, file)
  const [source, target] = languageColumns(table, options)
  const lines = lineIndex(table.text)
  const cells = new Map<Segment, { readonly source: Cell; readonly target: Cell | undefined; readonly row: Row }>()
  const rowsOf = new Map<Unit, Row>()
  const units = new Map<string, Unit[]>()
  for (const group of groupRows(table)) {
    const parts: (Segment | Ignorable)[] = []
    const notes: Note[] = []
    let isJoined = false
    group.rows.forEach((row, position) => {
      const id = cellText(table, row, 'segment') || `s${position + 1}`
      const part = readPart(table, row, id, source, target, lines, file)
      const last = parts.at(-1)
      if (part.kind === ignorable && isNothing(part)) {
        isJoined = true
        return
      }
      if (part.kind === 'segment' && last?.kind === 'segment' && !isJoined) parts.push(gapAfter(last))
      isJoined = false
      parts.push(part)
      if (part.kind === 'segment') {
        const cell = (column: Column | undefined): Cell | undefined => row.cells[column?.index ?? -1]
        cells.set(part, { source: cell(source) ?? emptyCell(row), target: cell(target), row })
      }
      notes.push(...readNotes(table, row, group.rows.length > 1 ? id : undefined))
    })
    const unit = unitOf(group.id, parts, notes)
    const first = group.rows[0]
    if (first !== undefined) rowsOf.set(unit, first)
    const inFile = units.get(group.file) ?? []
    inFile.push(unit)
    units.set(group.file, inFile)
  }
  const locate = ({ unit, segment, side = 'source', start = 0, end }: Location) => {
    const found = segment === undefined ? undefined : cells.get(segment)
    if (found === undefined) return lines.place(file, rowsOf.get(unit) ?? { start: 0, end: 0 })
    const cell = (side === 'source' ? found.source : found.target) ?? emptyCell(found.row)
    const content = side === 'source' ? segment?.source : segment?.target
    const hasCodes = content?.some(inline => inline.kind !== 'text') === true
    if (hasCodes) return lines.place(file, cell)
    const from = cellOffset(table.text, cell, start)
    const to = end === undefined ? cell.end : cellOffset(table.text, cell, end)
    return lines.place(file, { start: from, end: Math.max(from, to) })
  }
  return { document: documentOf(source, target, file, units), findings: [], locate }
}

/** A row that says only that two segments touch. */
function isNothing(part: Ignorable): boolean {
  return part.source.length === 0 && part.target === undefined
}

function gapAfter(segment: Segment): Ignorable {
  return { kind: ignorable, source: blank, ...(segment.target === undefined ? {} : { target: blank }) }
}

interface RowGroup {
  readonly id: string
  readonly file: string
  readonly rows: readonly Row[]
}

/**
 * Rows of one unit stand together under its name; without a name each row is a unit. Another file, or a segment that the unit
 * has already, begins the next unit.
 */
function groupRows(table: Table): readonly RowGroup[] {
  const groups: { id: string; file: string; name: string; segments: Set<string>; rows: Row[] }[] = []
  const names = new Map<string, UniqueNames>()
  table.rows.forEach((row, number) => {
    const name = cellText(table, row, 'unit')
    const file = cellText(table, row, 'file')
    const segment = cellText(table, row, 'segment')
    const last = groups.at(-1)
    if (name !== '' && last?.name === name && last.file === file && (segment === '' || !last.segments.has(segment))) {
      last.rows.push(row)
      last.segments.add(segment)
      return
    }
    const inFile = names.get(file) ?? uniqueNames()
    names.set(file, inFile)
    const id = inFile.take(name || `u${number + 1}`)
    groups.push({ id, file, name, segments: new Set([segment]), rows: [row] })
  })
  return groups
}

function languageColumns(table: Table, options: ReadingOptions): readonly [Column, Column | undefined] {
  const languages = table.columns.filter(column => column.language !== undefined)
  const named = (tag: string | undefined): Column | undefined =>
    tag === undefined ? undefined : languages.find(column => column.language === tag)
  const source = named(options.sourceLanguage) ?? languages.find(column => column.language !== options.targetLanguage)
  const fallback = languages.find(column => column !== source)
  const target = options.targetLanguage === undefined ? fallback : named(options.targetLanguage)
  if (source === undefined) {
    throw new Failure('csv.no-language', { place: lineIndex(table.text).place(options.file, { start: 0, end: 0 }) })
  }
  return [source, target]
}

function readPart(
  table: Table,
  row: Row,
  id: string,
  source: Column,
  target: Column | undefined,
  lines: LineIndex,
  file: string,
): Segment | Ignorable {
  const codesCell = row.cells[table.columns.find(column => column.role === 'codes')?.index ?? -1]
  const codes = codesCell === undefined ? [] : readCodes(codesCell.text, lines.place(file, codesCell))
  const content = (column: Column): Content => contentWithCodes(row.cells[column.index]?.text ?? '', codes)
  const word = cellText(table, row, 'state').toLowerCase()
  const targetContent = target === undefined ? [] : content(target)
  if (word === ignorable) {
    return {
      kind: ignorable,
      source: content(source),
      ...(targetContent.length === 0 ? {} : { target: targetContent }),
    }
  }
  const known = states.find(state => state === word)
  // An empty cell is no target, but for a state that needs one: that target was left empty on purpose.
  const hasTarget = targetContent.length > 0 || (known !== undefined && known !== 'initial')
  const state: State = known ?? (hasTarget ? 'translated' : 'initial')
  return { kind: 'segment', id, source: content(source), state, ...(hasTarget ? { target: targetContent } : {}) }
}

function readNotes(table: Table, row: Row, ref: string | undefined): readonly Note[] {
  return table.columns
    .filter(column => column.role === 'note')
    .flatMap(({ index }) => {
      const text = row.cells[index]?.text ?? ''
      return text === '' ? [] : [ref === undefined ? { text } : { text, ref }]
    })
}

function unitOf(id: string, parts: readonly (Segment | Ignorable)[], notes: readonly Note[]): Unit {
  return {
    kind: 'unit',
    id,
    translate: true,
    canResegment: true,
    preserveSpace: false,
    notes,
    candidates: [],
    metadata: [],
    parts,
  }
}

function documentOf(
  source: Column,
  target: Column | undefined,
  file: string,
  units: ReadonlyMap<string, readonly Unit[]>,
): Document {
  // Proof: columns found by languageColumns have a language.
  const tag = (column: Column): Language => column.language as Language
  const files = [...units].map(([name, children]): DocumentFile => {
    const names = name === '' ? { id: 'f1', original: file } : { id: name, original: name }
    return { kind: 'file', ...names, notes: [], children }
  })
  return {
    sourceLanguage: tag(source),
    ...(target === undefined ? {} : { targetLanguage: tag(target) }),
    files: files.length > 0 ? files : [{ kind: 'file', id: 'f1', original: file, notes: [], children: [] }],
  }
}

function cellText(table: Table, row: Row, role: Column['role']): string {
  const column = table.columns.find(each => each.role === role)
  return column === undefined ? '' : (row.cells[column.index]?.text ?? '').trim()
}

function emptyCell(row: Row): Cell {
  return { text: '', start: row.end, end: row.end }
}
