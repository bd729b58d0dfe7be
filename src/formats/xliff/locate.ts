/** Offsets in a segment's plain text → offsets in the file. */

import type { Place, Side, Span } from '../../model/index.ts'
import { TextRuns } from '../text-runs.ts'
import { findChild, type XmlElement, type XmlNode } from '../xml/index.ts'
import { value, valueOrEmpty } from './attributes.ts'
import { isSegmentMark, segmentMarks } from './content-12.ts'
import { unitElement } from './document.ts'
import type { UnitReference } from './file.ts'
import type { XliffIndex } from './index-pass.ts'
import { partElements, segmentIds } from './unit-2.ts'
import { segmentation12, wholeSegment } from './unit-12.ts'

/** The number of a unit, by its span, its id, or its id within a file; undefined when it was not in the file. */
export function findUnit(
  index: XliffIndex,
  reference: UnitReference,
  ids: (file: number) => string,
): number | undefined {
  if (typeof reference === 'object' && 'span' in reference && reference.span !== undefined) {
    return index.unitAt(reference.span.start)
  }
  const id = typeof reference === 'string' ? reference : 'unit' in reference ? reference.unit : reference.id
  const file = typeof reference === 'object' && 'file' in reference ? reference.file : undefined
  for (const number of index.files) {
    if (file !== undefined && ids(number) !== file) continue
    const found = index.unitById(number, id)
    if (found !== undefined) return found
  }
  return undefined
}

/** The elements of a segment in a unit's tree. 1.2: `holder` is the trans-unit, source and target the `mrk` where cut. */
export interface SegmentElements {
  readonly holder: XmlElement
  readonly source: XmlElement
  readonly target: XmlElement | undefined
  /** 1.2, cut into segments: its `mid`. */
  readonly mid?: string
}

export function segmentElements(index: XliffIndex, unit: XmlElement, segment: string): SegmentElements | undefined {
  if (index.version !== '1.2') {
    const position = segmentIds(unit).indexOf(segment)
    const holder = partElements(unit)[position]
    const source = holder === undefined ? undefined : findChild(holder, 'source')
    if (holder === undefined || source === undefined) return undefined
    return { holder, source, target: findChild(holder, 'target') }
  }
  const target = findChild(unit, 'target')
  const pieces = segmentation12(unit)
  if (pieces === undefined) {
    const source = findChild(unit, 'source')
    // The only segment of a trans-unit may also be called by the unit's id: it has none of its own.
    const isMeant = segment === wholeSegment || segment === value(unit, 'id')
    return isMeant && source !== undefined ? { holder: unit, source, target } : undefined
  }
  const piece = pieces.find(candidate => candidate.kind === 'segment' && candidate.mid === segment)
  if (piece?.kind !== 'segment') return undefined
  const mark = target === undefined ? undefined : segmentMarks(target).find(mrk => value(mrk, 'mid') === segment)
  return { holder: unit, source: piece.element, target: mark, mid: segment }
}

export function locateInUnit(
  index: XliffIndex,
  unitNumber: number,
  segment: string,
  side: Side,
  start: number,
  end: number,
): Place | undefined {
  const elements = segmentElements(index, unitElement(index, unitNumber), segment)
  if (elements === undefined) return undefined
  const element = side === 'source' ? elements.source : elements.target
  const span =
    element === undefined
      ? { start: elements.source.start, end: elements.source.end }
      : fileSpan(index, element, start, Math.max(start, end))
  return index.lines.place(index.name, span)
}

/** Counts as `plainText` does: a code is one character, a `pc` one before and one after, markers none, `cp` its character. */
function fileSpan(index: XliffIndex, element: XmlElement, start: number, end: number): Span {
  const runs = new TextRuns()
  const walk = (nodes: readonly XmlNode[]): void => {
    for (const node of nodes) {
      if (node.kind === 'text') runs.addText(index.text, node)
      else if (node.kind === 'element') walkElement(node)
    }
  }
  const walkElement = (node: XmlElement): void => {
    const { local } = node
    if (local === 'mrk' || (index.version === '1.2' && isSegmentMark(node))) walk(node.children)
    else if (local === 'sm' || local === 'em') return
    else if (local === 'cp') runs.add(node.start, node.end, String.fromCodePoint(codePointOf(node)).length)
    else if (local === 'pc' || local === 'g') {
      runs.add(node.start, node.contentStart, 1)
      walk(node.children)
      runs.add(node.contentEnd, node.end, 1)
    } else runs.add(node.start, node.end, 1)
  }
  walk(element.children)
  return runs.span(start, end, element.contentEnd)
}

function codePointOf(element: XmlElement): number {
  const number = Number.parseInt(valueOrEmpty(element, 'hex'), 16)
  return number >= 0 && number <= 0x10ffff ? number : 0xfffc
}
