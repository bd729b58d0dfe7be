/** Edits of single targets: the bytes outside a target and its state stay as they are. */

import { type Content, Failure, type State } from '../../model/index.ts'
import { present } from '../../text/present.ts'
import { type Splice, splice, type XmlElement } from '../xml/index.ts'
import { type Alternatives, alternativeSplices } from './alternatives-12.ts'
import { readContent2 } from './content-2.ts'
import { readContent12 } from './content-12.ts'
import { unitElement } from './document.ts'
import { edit2 } from './edit-2.ts'
import { edit12 } from './edit-12.ts'
import { isEqual } from './equal.ts'
import type { XliffFile } from './file.ts'
import type { XliffIndex } from './index-pass.ts'
import { findUnit, type SegmentElements, segmentElements } from './locate.ts'
import { vendorLock } from './locks-12.ts'
import type { TargetChange } from './target-change.ts'
import { originalDataOf } from './unit-2.ts'

/** One change of one segment; what is not named stays as it is. */
export interface XliffEdit {
  readonly unit: string
  /** May be left out when the unit has one segment. */
  readonly segment?: string
  /** Needed when several files have the unit's id. */
  readonly fileId?: string
  /** Left out: the target stays, only the state changes. */
  readonly target?: Content
  /** What the target is thought to be; `null`: there is none. Left out: anything. */
  readonly expectedTarget?: Content | null
  readonly state?: State
  /** `null` removes it. Left out, it goes when the state changes. */
  readonly subState?: string | null
  /** Locks or unlocks the segment in a vendor's file. */
  readonly isLocked?: boolean
}

/**
 * The file with the edits done; equal edits give equal bytes. A target that is not there is made, an equal one is left alone.
 * Vendor files get the vendor's own confirmation value. 1.2 cut into segments: the `mrk` of that segment only; segments of one
 * target share its state, and the last one told counts. `alternatives` are candidates to be added to units of a 1.2 file (in
 * 2.x `rewriteXliff` adds them).
 * @throws Failure `edit.no-unit`, `edit.no-segment`, `edit.conflict`, `edit.no-target`, `edit.no-lock`,
 * `xliff.no-target-language`, `xml.illegal-character`
 */
export function editXliff(
  file: XliffFile,
  edits: readonly XliffEdit[],
  alternatives: readonly Alternatives[] = [],
): Uint8Array {
  const { index } = file
  const changes = merged(edits).map(edit => changeOf(file, edit))
  const is12 = index.version === '1.2'
  if (!is12 && alternatives.length > 0) throw new RangeError('alternatives are of XLIFF 1.2')
  const splices = [
    ...(is12 ? byUnit(changes).flatMap(one => edit12(index, one)) : changes.flatMap(change => edit2(index, change))),
    ...alternatives.flatMap(({ candidates, ...one }) =>
      alternativeSplices(index, unitElement(index, numberOf(file, one)), candidates),
    ),
  ]
  return splices.length === 0 ? file.bytes : index.encode(splice(index.text, joined(splices)))
}

function byUnit(changes: readonly TargetChange[]): readonly (readonly TargetChange[])[] {
  return [...Map.groupBy(changes, ({ unit }) => unit.start).values()]
}

/** Two edits of one segment become one: the later word counts, the earlier expectation. */
function merged(edits: readonly XliffEdit[]): readonly XliffEdit[] {
  const byPlace = new Map<string, XliffEdit>()
  for (const edit of edits) {
    const key = JSON.stringify([edit.fileId ?? '', edit.unit, edit.segment ?? ''])
    const earlier = byPlace.get(key)
    const expected = earlier?.expectedTarget
    byPlace.set(key, { ...earlier, ...edit, ...(expected === undefined ? {} : { expectedTarget: expected }) })
  }
  return [...byPlace.values()]
}

/** Two segments of one vendor's unit may ask for the same attribute: the last asked for counts. */
function joined(splices: readonly Splice[]): readonly Splice[] {
  const bySpan = new Map<string, Splice>()
  for (const one of splices) {
    // Insertions at one offset are different attributes, unless they are the same.
    const key = one.end > one.start ? `${one.start} ${one.end}` : `${one.start} ${one.text}`
    bySpan.set(key, one)
  }
  return [...bySpan.values()]
}

function numberOf(file: XliffFile, { unit, fileId }: Pick<XliffEdit, 'unit' | 'fileId'>): number {
  const { index } = file
  const reference = fileId === undefined ? unit : { unit, file: fileId }
  const number = findUnit(
    index,
    reference,
    container => present(file.document.files[index.files.indexOf(container)]).id,
  )
  if (number === undefined) throw new Failure('edit.no-unit', { data: { unit } })
  return number
}

function changeOf(file: XliffFile, edit: XliffEdit): TargetChange {
  const { index } = file
  const number = numberOf(file, edit)
  const read = file.reader.unit(number)
  const segments = read.parts.filter(part => part.kind === 'segment')
  const segment = edit.segment ?? (segments.length === 1 ? segments[0]?.id : undefined)
  const unit = unitElement(index, number)
  const found = segment === undefined ? undefined : segmentElements(index, unit, segment)
  const data = { unit: edit.unit, segment: segment ?? '' }
  if (found === undefined) {
    throw new Failure('edit.no-segment', {
      data,
      place: index.lines.place(index.name, { start: unit.start, end: unit.start }),
    })
  }
  const { start, end } = found.target ?? found.source
  const place = index.lines.place(index.name, { start, end })
  const current = targetContent(index, unit, found)
  if (edit.expectedTarget !== undefined && !isEqual(current ?? null, edit.expectedTarget)) {
    throw new Failure('edit.conflict', { data, place })
  }
  const content = edit.target !== undefined && !isEqual(current, edit.target) ? edit.target : undefined
  if (current === undefined && content === undefined && edit.state !== undefined && edit.state !== 'initial') {
    throw new Failure('edit.no-target', { data, place })
  }
  if (
    current === undefined &&
    content !== undefined &&
    index.version !== '1.2' &&
    file.document.targetLanguage === undefined
  ) {
    throw new Failure('xliff.no-target-language', { data: { unit: edit.unit }, place })
  }
  if (edit.isLocked !== undefined && vendorLock(unit, found.mid, index.flavour) === undefined) {
    throw new Failure('edit.no-lock', { data, place })
  }
  return { unit, found, content, state: edit.state, subState: edit.subState, isLocked: edit.isLocked }
}

function targetContent(index: XliffIndex, unit: XmlElement, { target }: SegmentElements): Content | undefined {
  if (target === undefined) return undefined
  return index.version === '1.2' ? readContent12(target.children) : readContent2(target, originalDataOf(unit))
}
