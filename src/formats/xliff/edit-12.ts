/** One edit of a target in an XLIFF 1.2 file, vendor flavours included. */

import type { State } from '../../model/index.ts'
import { findChild, type Splice, setAttribute, type XmlElement } from '../xml/index.ts'
import { value } from './attributes.ts'
import { piecesOf, segmentMarks } from './content-12.ts'
import { placeIn } from './file-place.ts'
import type { XliffIndex } from './index-pass.ts'
import { type MarkupAttributes, markup, startTag } from './markup.ts'
import { moduleUris } from './namespaces.ts'
import { rawTagsIn } from './raw-tags.ts'
import { vendorState, writeState12 } from './states-12.ts'
import { leadOf, placeTarget, type TargetChange } from './target-change.ts'
import { ownState } from './unit-12.ts'
import { writeContent12 } from './write-content-12.ts'

export function edit12(index: XliffIndex, change: TargetChange): readonly Splice[] {
  const { unit, found, content, state } = change
  const target = findChild(unit, 'target')
  const isNew = target === undefined && content !== undefined
  const vendor = vendorState(unit, found.mid, index.flavour)
  const isVendor = index.flavour !== 'standard' && vendor !== undefined
  const attributes = isNew && state !== undefined && !isVendor ? newState(state, change.subState) : []
  const splices = [...textSplices(index, change, target, attributes)]
  if (state === undefined) return splices
  if (vendor !== undefined) {
    const same =
      vendor.value !== undefined && vendor.written[vendor.state] === vendor.written[state] && vendor.state === state
    const confirmed = same
      ? undefined
      : setAttribute(index.text, vendor.element, vendor.attribute, vendor.written[state])
    return confirmed === undefined ? splices : [...splices, confirmed]
  }
  const mark = found.mid === undefined ? undefined : found.target
  if (mark !== undefined && ownState(mark) !== undefined)
    return [...splices, ...markSplices(index, mark, state, change.subState)]
  if (target !== undefined) splices.push(...stateSplices(index, target, state, change.subState))
  return [...splices, ...approvedSplice(index, unit, state)]
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
  const splices = [
    setAttribute(index.text, target, 'state', written.state),
    isSame ? undefined : setAttribute(index.text, target, 'state-qualifier', written.qualifier),
  ]
  return splices.filter(one => one !== undefined)
}

/** Our own attributes on a mark, where the file has them. */
function markSplices(
  index: XliffIndex,
  mark: XmlElement,
  state: State,
  subState: string | null | undefined,
): readonly Splice[] {
  const prefix = mark.scope.prefixOf(moduleUris.tilmash) ?? 'tilmash'
  const old = ownState(mark)
  const kept = old?.state === state ? old.subState : undefined
  const splices = [
    setAttribute(index.text, mark, `${prefix}:state`, state),
    setAttribute(index.text, mark, `${prefix}:subState`, subState === undefined ? kept : (subState ?? undefined)),
  ]
  return splices.filter(one => one !== undefined)
}

/** `approved` says the same as a final state; it is corrected where it stands, never added. */
function approvedSplice(index: XliffIndex, unit: XmlElement, state: State): readonly Splice[] {
  const given = value(unit, 'approved')
  if (given === undefined) return []
  const one = setAttribute(index.text, unit, 'approved', state === 'final' || state === 'reviewed' ? 'yes' : 'no')
  return one === undefined ? [] : [one]
}

function textSplices(
  index: XliffIndex,
  change: TargetChange,
  target: XmlElement | undefined,
  attributes: MarkupAttributes,
): readonly Splice[] {
  const { unit, found, content } = change
  if (content === undefined) return []
  const file = placeIn(unit, index.version)
  const place = {
    prefix: file.prefix,
    allows: (name: string) => file.allows(name),
    rawTags: rawTagsIn(index, [found.target, found.source], new Map()),
  }
  const text = writeContent12(content, place)
  if (found.mid === undefined || found.target !== undefined) {
    if (found.target !== undefined) return placeTarget(index.text, change, text)
    const after = findChild(unit, 'seg-source') ?? found.source
    return [newTarget(index.text, after, `${file.prefix}target`, attributes, text)]
  }
  const cut = findChild(unit, 'seg-source')
  if (cut === undefined) return []
  const mark = startTag(`${file.prefix}mrk`, [
    ['mtype', 'seg'],
    ['mid', found.mid],
  ])
  const made = `${mark}${text}</${file.prefix}mrk>`
  if (target === undefined || segmentMarks(target).length === 0) {
    const inner = mirrored(index.text, cut, found.mid, text)
    if (target === undefined) return [newTarget(index.text, cut, `${file.prefix}target`, attributes, inner)]
    return placeTarget(index.text, { ...change, found: { ...found, target } }, inner)
  }
  return [{ ...insertionPoint(cut, target, found.mid), text: made }]
}

function newTarget(file: string, after: XmlElement, name: string, attributes: MarkupAttributes, text: string): Splice {
  return { start: after.end, end: after.end, text: leadOf(file, after.start) + markup(name, attributes, text) }
}

/** The cut source with the text of its marks left out, but for the one that is edited. */
function mirrored(file: string, cut: XmlElement, mid: string, text: string): string {
  let out = ''
  let at = cut.contentStart
  for (const mark of segmentMarks(cut)) {
    const inner = value(mark, 'mid') === mid ? text : ''
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
  const marks = new Map(segmentMarks(target).map(mark => [value(mark, 'mid') ?? '', mark]))
  let before: XmlElement | undefined
  for (const piece of piecesOf(cut)) {
    if (piece.kind !== 'segment') continue
    if (piece.mid === mid) break
    before = marks.get(piece.mid) ?? before
  }
  const at = before?.end ?? segmentMarks(target)[0]?.start ?? target.contentStart
  return { start: at, end: at }
}
