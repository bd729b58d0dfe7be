/** One edit of a bilingual file: sets and confirms a target; every other byte stays. */

import { editXliff, readXliff, rewriteXliff, type XliffFile } from '../formats/xliff/index.ts'
import {
  type Content,
  type Document,
  Failure,
  type Group,
  placeAt,
  plainText,
  type Segment,
  type State,
  segmentsOf,
  type Unit,
  unitsOf,
} from '../model/index.ts'
import { metadataCategory, rememberedOf, withRemembered } from './base.ts'
import { isOwnCandidate, isOwnNote } from './build-document.ts'
import { withKeptCodes } from './kept-codes.ts'
import { updateFile } from './update-file.ts'

export interface SegmentEdit {
  readonly unit: string
  /** May be left out where the unit has one segment only. */
  readonly segment?: string | undefined
  /**
   * New text; undefined confirms the target that is there. An empty text is an omission on purpose. Codes that may not be
   * deleted stay.
   */
  readonly target?: string | undefined
  /** Left out: it stays. */
  readonly state?: Exclude<State, 'initial'>
  /** Locks or unlocks the segment in a vendor's file. */
  readonly isLocked?: boolean
  /** Text the target must still have; otherwise the edit is a conflict. */
  readonly expectedTarget?: string | undefined
}

export interface EditedSegment {
  readonly file: string
  readonly unit: string
  readonly segment: string
  readonly source: string
  readonly target: string
  readonly state: State
}

/**
 * Edits one segment of a file through the common write path.
 * @throws Failure `edit.no-lock`, `edit.unknown-unit`, `edit.unknown-segment`, `edit.several-segments`, `edit.no-target`, `edit.conflict`
 */
export function editSegment(path: string, shown: string, edit: SegmentEdit): EditedSegment {
  let edited: EditedSegment | undefined
  updateFile(path, bytes => {
    if (bytes === undefined) throw new Failure('file.not-found', { place: placeAt(shown, 1, 1) })
    const file = readXliff(bytes, { file: shown })
    const { unit, segment } = find(file, edit)
    const target =
      edit.target === undefined
        ? segment.target
        : withKeptCodes(edit.target, segment, unit, references(file.index.text))
    edited = {
      file: shown,
      unit: unit.id,
      segment: segment.id,
      source: plainText(segment.source),
      target: plainText(target ?? []),
      state: edit.state ?? segment.state,
    }
    return editedBytes(file, unit, segment, edit, target)
  })
  if (edited === undefined) throw new RangeError('the change always runs')
  return edited
}

function find(file: XliffFile, edit: SegmentEdit): { unit: Unit; segment: Segment } {
  const units = [...unitsOf(file.document)].filter(({ id }) => id === edit.unit)
  const [unit] = units
  const fail = (code: string, place = placeAt(file.name, 1, 1)): Failure =>
    new Failure(code, { data: { unit: edit.unit, segment: edit.segment ?? '' }, place })
  if (unit === undefined) throw fail('edit.unknown-unit')
  const place = file.locateUnit(unit)
  if (units.length > 1) throw fail('edit.several-units', place)
  const segments = segmentsOf(unit)
  if (edit.segment === undefined && segments.length > 1) throw fail('edit.several-segments', place)
  const segment = edit.segment === undefined ? segments[0] : segments.find(({ id }) => id === edit.segment)
  if (segment === undefined) throw fail('edit.unknown-segment', place)
  const isConfirmed = edit.target === undefined && edit.state !== undefined
  if (isConfirmed && segment.target === undefined) throw fail('edit.no-target', place)
  const now = plainText(segment.target ?? [])
  if (edit.expectedTarget !== undefined && edit.expectedTarget !== now) throw fail('edit.conflict', place)
  return { unit, segment }
}

/** Does an attribute of the file point to this id: `#m1`, `t=m1`, `#u=1/m1`, `copyOf="1"`? */
function references(text: string): (id: string) => boolean {
  return id =>
    ['#', '=', '/'].some(before => text.includes(`${before}${id}"`) || text.includes(`${before}${id}'`)) ||
    text.includes(`copyOf="${id}"`) ||
    text.includes(`copyOf='${id}'`)
}

/** Our own files also move the base and drop what was said about the old source; in others only the target changes. */
function editedBytes(
  file: XliffFile,
  unit: Unit,
  segment: Segment,
  edit: SegmentEdit,
  target: Content | undefined,
): Uint8Array {
  if (!unit.metadata.some(({ category }) => category === metadataCategory)) {
    const { state, isLocked } = edit
    const change = {
      unit: unit.id,
      segment: segment.id,
      ...(state !== undefined && { state, subState: null }),
      ...(isLocked !== undefined && { isLocked }),
    }
    return editXliff(file, [{ ...change, ...(edit.target !== undefined && target !== undefined && { target }) }])
  }
  if (edit.isLocked !== undefined) {
    const data = { unit: unit.id, segment: segment.id }
    throw new Failure('edit.no-lock', { data, place: file.locateUnit(unit) ?? placeAt(file.name, 1, 1) })
  }
  const { subState: _gone, ...rest } = segment
  const confirmed: Segment = { ...rest, ...(target !== undefined && { target }), state: edit.state ?? 'translated' }
  const remembered = new Map(rememberedOf(unit)).set(segment.id, { base: plainText(segment.source) })
  const changed: Unit = {
    ...unit,
    notes: unit.notes.filter(note => !(note.ref === segment.id && isOwnNote(note))),
    candidates: unit.candidates.filter(candidate => !(candidate.ref === segment.id && isOwnCandidate(candidate))),
    metadata: withRemembered(unit.metadata, remembered),
    parts: unit.parts.map(part => (part === segment ? confirmed : part)),
  }
  return rewriteXliff(file, replaceUnits(file.document, new Map([[unit.id, changed]])))
}

/** The document with some units replaced, by id. */
export function replaceUnits(document: Document, changed: ReadonlyMap<string, Unit>): Document {
  const inside = (children: readonly (Group | Unit)[]): readonly (Group | Unit)[] =>
    children.map(child => {
      if (child.kind === 'unit') return changed.get(child.id) ?? child
      return { ...child, children: inside(child.children) }
    })
  return { ...document, files: document.files.map(file => ({ ...file, children: inside(file.children) })) }
}
