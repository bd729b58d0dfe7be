/** Offsets in a segment's plain text → offsets in the file. */

import type { Place, Side, Span } from '../../model/index.ts'
import { findChild, type XmlElement, type XmlNode } from '../xml/index.ts'
import { value } from './attributes.ts'
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

/** One character of the plain text of an element, or a run of them that stands in the file as it is. */
interface Run extends Span {
  /** Offset in the plain text. */
  readonly at: number
  readonly length: number
  /** Characters and file units are one to one. */
  readonly isLiteral: boolean
}

function fileSpan(index: XliffIndex, element: XmlElement, start: number, end: number): Span {
  const runs = runsOf(index, element)
  const first = offsetIn(runs, start, false) ?? element.contentEnd
  const last = end > start ? (offsetIn(runs, end - 1, true) ?? element.contentEnd) : first
  return { start: first, end: Math.max(first, last) }
}

/** Where the character at `offset` begins, or (`isEnd`) ends. */
function offsetIn(runs: readonly Run[], offset: number, isEnd: boolean): number | undefined {
  const run = runs.find(({ at, length }) => offset >= at && offset < at + length)
  if (run === undefined) return undefined
  if (!run.isLiteral) return isEnd ? run.end : run.start
  return run.start + (offset - run.at) + (isEnd ? 1 : 0)
}

/** As `plainText` counts: a code is one character, a `pc` one before and one after, markers none, `cp` its character. */
function runsOf(index: XliffIndex, element: XmlElement): readonly Run[] {
  const runs: Run[] = []
  let at = 0
  const add = (start: number, end: number, length: number, isLiteral: boolean): void => {
    if (length > 0) runs.push({ at, length, start, end, isLiteral })
    at += length
  }
  const walk = (nodes: readonly XmlNode[]): void => {
    for (const node of nodes) {
      if (node.kind === 'text') {
        const start = node.isCdata ? node.start + '<![CDATA['.length : node.start
        const end = node.isCdata ? node.end - ']]>'.length : node.end
        addText(index.text.slice(start, end), start, node.isCdata, add)
      } else if (node.kind === 'element') walkElement(node)
    }
  }
  const walkElement = (node: XmlElement): void => {
    const { local, start, end, contentStart, contentEnd } = node
    if (local === 'mrk' || (index.version === '1.2' && isSegmentMark(node))) walk(node.children)
    else if (local === 'sm' || local === 'em') return
    else if (local === 'cp') add(start, end, String.fromCodePoint(codePointOf(node)).length, false)
    else if (local === 'pc' || local === 'g') {
      add(start, contentStart, 1, false)
      walk(node.children)
      add(contentEnd, end, 1, false)
    } else add(start, end, 1, false)
  }
  walk(element.children)
  return runs
}

function codePointOf(element: XmlElement): number {
  const number = Number.parseInt(value(element, 'hex') ?? '', 16)
  return number >= 0 && number <= 0x10ffff ? number : 0xfffc
}

/** Splits raw text at references and CRLF, which are several units for one character. */
function addText(
  raw: string,
  offset: number,
  isCdata: boolean,
  add: (start: number, end: number, length: number, isLiteral: boolean) => void,
): void {
  const special = isCdata ? /\r\n/g : /&[^;]*;|\r\n/g
  let from = 0
  for (const found of raw.matchAll(special)) {
    add(offset + from, offset + found.index, found.index - from, true)
    const length =
      /^&#(?:x0*[0-9A-Fa-f]{5,}|0*(?:6553[6-9]|655[4-9]\d|65[6-9]\d\d|6[6-9]\d{3}|[7-9]\d{4}|\d{6,}));$/.test(found[0])
        ? 2
        : 1
    add(offset + found.index, offset + found.index + found[0].length, length, false)
    from = found.index + found[0].length
  }
  add(offset + from, offset + raw.length, raw.length - from, true)
}
