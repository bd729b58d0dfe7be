/** Offsets in the plain text of a `<seg>` → offsets in the file. */

import type { Span } from '../../model/index.ts'
import { TextRuns } from '../text-runs.ts'
import type { XmlElement, XmlNode } from '../xml/index.ts'

/** `start`, `end` count as `plainText` does; without `end` the rest of the segment is meant. */
export function segmentSpan(text: string, seg: XmlElement, start: number, end: number | undefined): Span {
  const runs = new TextRuns()
  const walk = (nodes: readonly XmlNode[]): void => {
    for (const node of nodes) {
      if (node.kind === 'text') runs.addText(text, node)
      else if (node.kind !== 'element') continue
      else if (node.local === 'hi') walk(node.children)
      else runs.add(node.start, node.end, 1)
    }
  }
  walk(seg.children)
  const span = runs.span(start, end ?? start, seg.contentEnd)
  return end === undefined ? { start: span.start, end: seg.contentEnd } : span
}
