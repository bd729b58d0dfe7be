/** Writes a bilingual document as a table; `bilingual.ts` shows its shape. */

import {
  type Document,
  type Ignorable,
  plainText,
  type Segment,
  type Unit,
  unitsIn,
  unitsOf,
} from '../../model/index.ts'
import { encodeText } from '../plain/index.ts'
import { ignorable } from './bilingual.ts'
import { bareText, codeTable } from './codes.ts'
import { type Delimiter, writeRow } from './table.ts'

/** What a table cannot hold of a document. */
export type CsvLoss =
  | 'candidates'
  | 'metadata'
  | 'note-attributes'
  | 'sub-states'
  | 'unit-attributes'
  | 'groups'
  | 'file-notes'

export interface WriteCsvOptions {
  readonly delimiter?: Delimiter
  /** Hears of each kind of loss, with the unit's id; the same kind may come more than once. */
  readonly onLoss?: (what: CsvLoss, unit: string) => void
}

/** The document as a table in UTF-8, safe for spreadsheets (see `table.ts`). The same document gives the same bytes. */
export function writeBilingualCsv(document: Document, options: WriteCsvOptions = {}): Uint8Array {
  const { delimiter = ',', onLoss = () => {} } = options
  const units = [...unitsOf(document)]
  for (const file of document.files) {
    if (file.notes.length > 0) onLoss('file-notes', file.id)
    if (file.children.some(child => child.kind === 'group')) onLoss('groups', file.id)
  }
  for (const unit of units) tellLosses(unit, onLoss)
  const hasFiles = document.files.length > 1
  const rows = document.files.flatMap(file =>
    [...unitsIn(file)].flatMap(unit => rowsOfUnit(unit).map(row => ({ ...row, file: file.id }))),
  )
  const noteCount = rows.reduce((most, row) => Math.max(most, row.notes.length), 0)
  const hasCodes = rows.some(row => row.codes !== '')
  const { sourceLanguage, targetLanguage } = document
  const head = [
    ...(hasFiles ? ['file'] : []),
    ...['unit', 'segment', 'state', sourceLanguage, ...(targetLanguage === undefined ? [] : [targetLanguage])],
    ...(hasCodes ? ['codes'] : []),
    ...Array.from({ length: noteCount }, () => 'note'),
  ]
  const lines = rows.map(row => {
    const notes = Array.from({ length: noteCount }, (_, i) => row.notes[i] ?? '')
    const target = targetLanguage === undefined ? [] : [row.target]
    return writeRow(
      [
        ...(hasFiles ? [row.file] : []),
        row.unit,
        row.segment,
        row.state,
        row.source,
        ...target,
        ...(hasCodes ? [row.codes] : []),
        ...notes,
      ],
      delimiter,
    )
  })
  return encodeText(writeRow(head, delimiter) + lines.join(''))
}

interface TextRow {
  readonly unit: string
  readonly segment: string
  readonly state: string
  readonly source: string
  readonly target: string
  readonly codes: string
  readonly notes: readonly string[]
}

function rowsOfUnit(unit: Unit): readonly TextRow[] {
  const { parts } = unit
  const first = parts.find(part => part.kind === 'segment')
  const ids = new Set(parts.flatMap(part => (part.kind === 'segment' ? [part.id] : [])))
  return parts.flatMap((part, position): TextRow[] => {
    if (part.kind === ignorable && isPlainGap(parts, position)) return []
    const table = codeTable([bareText(part.source), bareText(part.target ?? [])])
    const source = table.write(part.source)
    const target = table.write(part.target ?? [])
    const codes = table.entries.length === 0 ? '' : JSON.stringify(table.entries)
    const common = { unit: unit.id, source, target, codes }
    if (part.kind === ignorable) return [{ ...common, segment: '', state: ignorable, notes: [] }]
    const notes = unit.notes.filter(note => {
      const isOwn = note.ref === part.id
      return isOwn || (part === first && !ids.has(note.ref ?? ''))
    })
    const row = { ...common, segment: part.id, state: part.state, notes: notes.map(note => note.text) }
    const touches = parts[position + 1]?.kind === 'segment'
    return touches ? [row, { ...nothing, unit: unit.id, state: ignorable }] : [row]
  })
}

const nothing = { segment: '', source: '', target: '', codes: '', notes: [] } as const

/** One blank between two segments, the target's the same or none: not written, since reading puts it there again. */
function isPlainGap(parts: readonly (Segment | Ignorable)[], position: number): boolean {
  const part = parts[position]
  const isBetween = parts[position - 1]?.kind === 'segment' && parts[position + 1]?.kind === 'segment'
  if (part === undefined || !isBetween || plainText(part.source) !== ' ') return false
  return part.target === undefined || plainText(part.target) === ' '
}

function tellLosses(unit: Unit, onLoss: (what: CsvLoss, unit: string) => void): void {
  if (unit.candidates.length > 0) onLoss('candidates', unit.id)
  if (unit.metadata.length > 0) onLoss('metadata', unit.id)
  // White space of a cell is exact, and a row can be cut again: the settings for both say nothing more here.
  if (!unit.translate || unit.name !== undefined || unit.type !== undefined) onLoss('unit-attributes', unit.id)
  const hasAttributes = unit.notes.some(note => {
    const { text: _text, ref: _ref, ...rest } = note
    return Object.keys(rest).length > 0
  })
  if (hasAttributes) onLoss('note-attributes', unit.id)
  const isMarked = unit.parts.some(
    part =>
      part.kind === 'segment' &&
      (part.subState !== undefined || part.order !== undefined || part.canResegment !== undefined),
  )
  if (isMarked) onLoss('sub-states', unit.id)
}
