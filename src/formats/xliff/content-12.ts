/** Content of XLIFF 1.2: elements → Content, and the segmentation that `mrk mtype="seg"` marks. */

import type { Content, Inline } from '../../model/index.ts'
import { attributeOf, textOf, type XmlElement, type XmlNode } from '../xml/index.ts'
import { optional, otherAttributes, value, valueOrEmpty } from './attributes.ts'
import { moduleUris, xliff20Uri } from './namespaces.ts'

const codeKnown = new Set(['id', 'ctype', 'equiv-text', 'type', 'subType', 'disp'])
const markerKnown = new Set(['mid', 'mtype', 'comment', 'tilmash:mid', 'translate', 'type', 'ref'])

/** What stands in a source, target, g or mrk. */
export function readContent12(nodes: readonly XmlNode[]): Content {
  const content: Inline[] = []
  for (const node of nodes) {
    if (node.kind === 'text') addText(content, node.text)
    else if (node.kind === 'element') content.push(readInline(node))
  }
  return content
}

function addText(content: Inline[], text: string): void {
  const last = content.at(-1)
  if (last?.kind === 'text') content[content.length - 1] = { kind: 'text', text: last.text + text }
  else if (text !== '') content.push({ kind: 'text', text })
}

/**
 * | 1.2 | Content | data |
 * |---|---|---|
 * | `g` | pc | |
 * | `x`, `ph`, `it` without side | ph | the native code between the tags |
 * | `bx`, `bpt`, `it pos="open"` | sc | |
 * | `ex`, `ept`, `it pos="close"` | ec | |
 * | `mrk` | mrk | |
 */
function readInline(element: XmlElement): Inline {
  const { local } = element
  const data = textOf(element)
  // What only XLIFF 2 says of a code stands beside it in its namespace.
  const own = (name: string): string | undefined => attributeOf(element, name, xliff20Uri)
  const code = {
    id: valueOrEmpty(element, 'id'),
    ...optional('type', own('type') ?? value(element, 'ctype')),
    ...optional('subType', own('subType')),
    ...optional('equiv', value(element, 'equiv-text')),
    ...optional('disp', own('disp')),
    ...otherAttributes(element, codeKnown),
  }
  const native =
    local === 'x' || local === 'bx' || local === 'ex' ? {} : optional('data', data === '' ? undefined : data)
  const position = local === 'it' ? value(element, 'pos') : undefined
  if (local === 'g') return { kind: 'pc', ...code, children: readContent12(element.children) }
  if (local === 'mrk') return { kind: 'mrk', ...marker(element), children: readContent12(element.children) }
  if (local === 'bx' || local === 'bpt') return { kind: 'sc', ...code, ...native }
  if (local === 'ex' || local === 'ept')
    return { kind: 'ec', ...code, ...native, startRef: value(element, 'rid') ?? code.id }
  if (position === 'open' || position === 'begin') return { kind: 'sc', ...code, ...native, isolated: true }
  if (position === 'close' || position === 'end') return { kind: 'ec', ...code, ...native, isolated: true }
  return { kind: 'ph', ...code, ...native }
}

function marker(element: XmlElement): { id: string } {
  const own = (name: string): string | undefined => attributeOf(element, name, xliff20Uri)
  const mtype = value(element, 'mtype')
  const translate = mtype === 'protected' ? 'no' : own('translate')
  return {
    id: value(element, 'mid') ?? attributeOf(element, 'mid', moduleUris.tilmash) ?? '',
    ...optional('type', own('type') ?? mtype),
    ...optional('ref', own('ref')),
    ...optional('value', value(element, 'comment')),
    ...(translate === 'yes' || translate === 'no' ? { translate } : {}),
    ...otherAttributes(element, markerKnown),
  }
}

/** A stretch of a segmented source or target. */
export type Piece =
  | { readonly kind: 'segment'; readonly mid: string; readonly element: XmlElement }
  | { readonly kind: 'between'; readonly content: Content }

export function isSegmentMark(element: XmlElement): boolean {
  return element.local === 'mrk' && value(element, 'mtype') === 'seg'
}

/** The `mrk mtype="seg"` inside, at any depth, in order; none inside another. */
export function segmentMarks(element: XmlElement): readonly XmlElement[] {
  const found: XmlElement[] = []
  for (const child of element.children) {
    if (child.kind !== 'element') continue
    if (isSegmentMark(child)) found.push(child)
    else found.push(...segmentMarks(child))
  }
  return found
}

/**
 * Segments and what stands between them. A `g` around segments is cut open: its tags become `sc` and `ec`.
 * ```
 * <g id="1"><mrk …>A.</mrk> <mrk …>B.</mrk></g>  →  sc | A. | ␣ | B. | ec
 * ```
 */
export function piecesOf(element: XmlElement): readonly Piece[] {
  const pieces: Piece[] = []
  let between: Inline[] = []
  const flush = (): void => {
    if (between.length > 0) pieces.push({ kind: 'between', content: between })
    between = []
  }
  const walk = (parent: XmlElement): void => {
    for (const child of parent.children) {
      if (child.kind === 'text') addText(between, child.text)
      else if (child.kind !== 'element') continue
      else if (isSegmentMark(child)) {
        flush()
        pieces.push({ kind: 'segment', mid: valueOrEmpty(child, 'mid'), element: child })
      } else if (segmentMarks(child).length > 0) {
        const inline = readInline(child)
        if (inline.kind === 'pc') {
          const { kind: _kind, children: _children, ...code } = inline
          between.push({ kind: 'sc', ...code })
          walk(child)
          between.push({ kind: 'ec', id: code.id, startRef: code.id })
        } else walk(child)
      } else between.push(readInline(child))
    }
  }
  walk(element)
  flush()
  return pieces
}
