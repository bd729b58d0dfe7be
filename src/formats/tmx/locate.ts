/** Offsets in the plain text of a `<seg>` → offsets in the file. */

import type { Span } from '../../model/index.ts'
import type { XmlElement, XmlNode } from '../xml/index.ts'

/** `start`, `end` count as `plainText` does; without `end` the rest of the segment is meant. */
export function segmentSpan(text: string, seg: XmlElement, start: number, end: number | undefined): Span {
  const runs = runsOf(text, seg)
  const from = offsetIn(runs, start, false) ?? seg.contentEnd
  const to = end === undefined ? seg.contentEnd : end > start ? (offsetIn(runs, end - 1, true) ?? seg.contentEnd) : from
  return { start: from, end: Math.max(from, to) }
}

interface Run extends Span {
  /** Offset in the plain text, and how many units it has there. */
  readonly at: number
  readonly length: number
  /** As many units in the file. */
  readonly isLiteral: boolean
}

function offsetIn(runs: readonly Run[], offset: number, isEnd: boolean): number | undefined {
  const run = runs.find(({ at, length }) => offset >= at && offset < at + length)
  if (run === undefined) return undefined
  if (!run.isLiteral) return isEnd ? run.end : run.start
  return run.start + offset - run.at + (isEnd ? 1 : 0)
}

function runsOf(text: string, seg: XmlElement): readonly Run[] {
  const runs: Run[] = []
  let at = 0
  const add = (start: number, end: number, length: number, isLiteral: boolean): void => {
    if (length > 0) runs.push({ at, length, start, end, isLiteral })
    at += length
  }
  const walk = (nodes: readonly XmlNode[]): void => {
    for (const node of nodes) {
      if (node.kind === 'text') addText(text, node.start, node.end, node.isCdata, add)
      else if (node.kind !== 'element') continue
      else if (node.local === 'hi') walk(node.children)
      else add(node.start, node.end, 1, false)
    }
  }
  walk(seg.children)
  return runs
}

/** References and CRLF are several units of the file for one of the text (or two, above U+FFFF). */
function addText(
  text: string,
  start: number,
  end: number,
  isCdata: boolean,
  add: (start: number, end: number, length: number, isLiteral: boolean) => void,
): void {
  let from = isCdata ? start + '<![CDATA['.length : start
  const last = isCdata ? end - ']]>'.length : end
  for (const found of text.slice(from, last).matchAll(isCdata ? /\r\n/g : /&[^;]*;|\r\n/g)) {
    const at = (isCdata ? start + '<![CDATA['.length : start) + found.index
    add(from, at, at - from, true)
    from = at + found[0].length
    add(at, from, isAstral(found[0]) ? 2 : 1, false)
  }
  add(from, last, last - from, true)
}

function isAstral(reference: string): boolean {
  const found = /^&#(?:x([0-9A-Fa-f]+)|([0-9]+));$/.exec(reference)
  if (found === null) return false
  return (found[1] === undefined ? Number.parseInt(found[2] ?? '', 10) : Number.parseInt(found[1], 16)) > 0xffff
}
