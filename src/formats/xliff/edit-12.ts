/** Edits of the targets of a unit in an XLIFF 1.2 file, vendor flavours included. */

import type { State } from '../../model/index.ts'
import { present } from '../../text/present.ts'
import { findChild, type Splice, setAttribute, type XmlElement } from '../xml/index.ts'
import { value, valueOrEmpty } from './attributes.ts'
import { piecesOf, segmentMarks } from './content-12.ts'
import { placeIn } from './file-place.ts'
import type { XliffIndex } from './index-pass.ts'
import { vendorLock } from './locks-12.ts'
import { type MarkupAttributes, markup, startTag } from './markup.ts'
import { moduleUris } from './namespaces.ts'
import { rawTagsIn } from './raw-tags.ts'
import { vendorState, writeState12 } from './states-12.ts'
import { leadOf, placeTarget, type TargetChange } from './target-change.ts'
import { ownState } from './unit-12.ts'
import { writeContent12 } from './write-content-12.ts'

/** The edits of one unit, at least one: a target that is not there is made once for all of its segments, and has one state. */
export function edit12(index: XliffIndex, changes: readonly TargetChange[]): readonly Splice[] {
  const { unit } = present(changes[0])
  const target = findChild(unit, 'target')
  const common = changes.findLast(change => change.state !== undefined && !hasOwnState(index, change))
  const attributes = common?.state === undefined ? [] : newState(common.state, common.subState)
  const isUncut = target === undefined || segmentMarks(target).length === 0
  const fresh = isUncut ? changes.filter(({ content, found }) => content !== undefined && found.mid !== undefined) : []
  const splices = [
    ...freshTarget(index, fresh, target, attributes),
    ...changes.filter(change => !fresh.includes(change)).flatMap(change => textSplices(index, change, attributes)),
    ...changes.flatMap(change => [...ownStateSplices(index, change), ...lockSplices(index, change)]),
  ]
  if (common?.state === undefined) return splices
  if (target !== undefined) splices.push(...stateSplices(index, target, common.state, common.subState))
  return [...splices, ...approvedSplice(index, unit, common.state)]
}

/** True where a vendor's attribute or our own mark tells the state of the segment alone. */
function hasOwnState(index: XliffIndex, { unit, found }: TargetChange): boolean {
  return vendorState(unit, found.mid, index.flavour) !== undefined || markWithState(found) !== undefined
}

function markWithState({ mid, target }: TargetChange['found']): XmlElement | undefined {
  return mid !== undefined && ownState(target) !== undefined ? target : undefined
}

function ownStateSplices(index: XliffIndex, { unit, found, state, subState }: TargetChange): readonly Splice[] {
  if (state === undefined) return []
  const vendor = vendorState(unit, found.mid, index.flavour)
  const mark = markWithState(found)
  if (vendor === undefined) return mark === undefined ? [] : markSplices(index, mark, state, subState)
  // A value that says more than the state (“rejected”) stays until someone says otherwise.
  const isKept = subState === undefined || vendor.subState === undefined
  const same = vendor.value !== undefined && vendor.state === state && isKept
  return same ? [] : made(setAttribute(index.text, vendor.element, vendor.attribute, vendor.written[state]))
}

/** The splices that change something. */
function made(...splices: readonly (Splice | undefined)[]): readonly Splice[] {
  return splices.filter(one => one !== undefined)
}

function lockSplices(index: XliffIndex, { unit, found, isLocked }: TargetChange): readonly Splice[] {
  const lock = isLocked === undefined ? undefined : vendorLock(unit, found.mid, index.flavour)
  if (lock === undefined || isLocked === undefined || lock.isLocked === isLocked) return []
  return made(setAttribute(index.text, lock.element, lock.attribute, lock.written(isLocked)))
}

function newState(state: State, subState: string | null | undefined): MarkupAttributes {
  const written = writeState12(state, subState ?? undefined)
  return [
    ['state', written.state],
    ['state-qualifier', written.qualifier],
  ]
}

function stateSplices(
  index: XliffIndex,
  target: XmlElement,
  state: State,
  subState: string | null | undefined,
): readonly Splice[] {
  const written = writeState12(state, subState ?? undefined)
  const old = value(target, 'state')
  const isSame = old === written.state && subState === undefined
  return made(
    setAttribute(index.text, target, 'state', written.state),
    isSame ? undefined : setAttribute(index.text, target, 'state-qualifier', written.qualifier),
  )
}

/** Our own attributes on a mark that has them. */
function markSplices(
  index: XliffIndex,
  mark: XmlElement,
  state: State,
  subState: string | null | undefined,
): readonly Splice[] {
  const { prefix } = present(mark.attributes.find(({ uri }) => uri === moduleUris.tilmash))
  const old = ownState(mark)
  const kept = old?.state === state ? old.subState : undefined
  return made(
    setAttribute(index.text, mark, `${prefix}:state`, state),
    setAttribute(index.text, mark, `${prefix}:subState`, subState === undefined ? kept : (subState ?? undefined)),
  )
}

/** `approved` says the same as a final state; it is corrected where it stands, never added. */
function approvedSplice(index: XliffIndex, unit: XmlElement, state: State): readonly Splice[] {
  const given = value(unit, 'approved')
  if (given === undefined) return []
  return made(setAttribute(index.text, unit, 'approved', state === 'final' || state === 'reviewed' ? 'yes' : 'no'))
}

/** The target of a cut unit that has none, or one without marks: the cut source with these texts in its marks. */
function freshTarget(
  index: XliffIndex,
  changes: readonly TargetChange[],
  target: XmlElement | undefined,
  attributes: MarkupAttributes,
): readonly Splice[] {
  const [first] = changes
  const cut = first === undefined ? undefined : findChild(first.unit, 'seg-source')
  if (first === undefined || cut === undefined) return []
  const texts = new Map(changes.map(change => [change.found.mid, textOfChange(index, change)]))
  const inner = mirrored(index.text, cut, texts)
  if (target !== undefined) return placeTarget(index.text, { ...first, found: { ...first.found, target } }, inner)
  return [newTarget(index.text, cut, `${placeIn(first.unit, index.version).prefix}target`, attributes, inner)]
}

/** The text of a target or mark that is there, or one made for it: a mark in a target that has others. */
function textSplices(index: XliffIndex, change: TargetChange, attributes: MarkupAttributes): readonly Splice[] {
  const { unit, found, content } = change
  if (content === undefined) return []
  const text = textOfChange(index, change)
  if (found.target !== undefined) return placeTarget(index.text, change, text)
  const { prefix } = placeIn(unit, index.version)
  const cut = findChild(unit, 'seg-source')
  if (found.mid === undefined) return [newTarget(index.text, cut ?? found.source, `${prefix}target`, attributes, text)]
  const mark = startTag(`${prefix}mrk`, [
    ['mtype', 'seg'],
    ['mid', found.mid],
  ])
  return [
    {
      ...insertionPoint(present(cut), present(findChild(unit, 'target')), found.mid),
      text: `${mark}${text}</${prefix}mrk>`,
    },
  ]
}

function textOfChange(index: XliffIndex, { unit, found, content = [] }: TargetChange): string {
  const place = placeIn(unit, index.version)
  return writeContent12(content, { ...place, rawTags: rawTagsIn(index, [found.target, found.source], new Map()) })
}

function newTarget(file: string, after: XmlElement, name: string, attributes: MarkupAttributes, text: string): Splice {
  return { start: after.end, end: after.end, text: leadOf(file, after.start) + markup(name, attributes, text) }
}

/** The cut source with these texts in its marks, by `mid`; the others are left empty. */
function mirrored(file: string, cut: XmlElement, texts: ReadonlyMap<string | undefined, string>): string {
  let out = ''
  let at = cut.contentStart
  for (const mark of segmentMarks(cut)) {
    const inner = texts.get(valueOrEmpty(mark, 'mid')) ?? ''
    const isClosed = mark.isSelfClosing
    out +=
      isClosed && inner !== '' ? file.slice(at, mark.end - 2) : file.slice(at, isClosed ? mark.end : mark.contentStart)
    if (isClosed) out += inner === '' ? '' : `>${inner}</${mark.name}>`
    else out += inner + file.slice(mark.contentEnd, mark.end)
    at = mark.end
  }
  return out + file.slice(at, cut.contentEnd)
}

/** Behind the mark of the nearest segment before it that the target has, else before the first mark. */
function insertionPoint(cut: XmlElement, target: XmlElement, mid: string): { start: number; end: number } {
  const marks = segmentMarks(target)
  const byMid = new Map(marks.map(mark => [valueOrEmpty(mark, 'mid'), mark]))
  let at = present(marks[0]).start
  for (const piece of piecesOf(cut)) {
    if (piece.kind !== 'segment') continue
    if (piece.mid === mid) break
    at = byMid.get(piece.mid)?.end ?? at
  }
  return { start: at, end: at }
}
