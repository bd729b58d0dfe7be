/** `<seg>` → Content; `code-words.ts` shows what becomes what. */

import type { Attribute, Content, Inline, StartCode } from '../../model/index.ts'
import { codePointType, tmxAttribute } from './code-words.ts'
import { attribute, type TmxElement, type TmxNode, textIn } from './element.ts'

/** Reads a `<seg>`. `onUnpaired` hears of each `bpt` or `ept` without partner; both are kept as isolated codes. */
export function readSegment(seg: TmxElement, onUnpaired: (element: TmxElement) => void): Content {
  if (seg.children.length === 0) return []
  const only = seg.children[0]
  if (seg.children.length === 1 && only?.kind === 'text') return [{ kind: 'text', text: only.text }]
  const flat = readNodes(seg.children, claimIds(seg))
  return nest(flat, onUnpaired)
}

type Flat =
  | { readonly kind: 'inline'; readonly inline: Inline }
  | FlatOpen
  | FlatClose
  | { readonly kind: 'marked'; readonly id: string; readonly element: TmxElement; readonly children: readonly Flat[] }

interface FlatOpen {
  readonly kind: 'open'
  readonly i: string
  readonly code: StartCode
  readonly element: TmxElement
  partner: FlatClose | undefined
  /** Its partner stands in the same parent. */
  canNest: boolean
}

interface FlatClose {
  readonly kind: 'close'
  readonly i: string
  readonly data: Data
  readonly element: TmxElement
  partner: FlatOpen | undefined
}

interface Data {
  readonly data?: string
  readonly attributes: readonly Attribute[]
}

/** Gives the ids of the codes out, in the order in which they are read. */
type Ids = () => string

/** An id for every code: from `x` (or `i`) where that is still free, else the next free number. */
function claimIds(seg: TmxElement): Ids {
  const taken = new Set<string>()
  const codes = codeElements(seg, [])
  const ids = codes.map(element => {
    const id = attribute(element, 'x') ?? (element.local === 'bpt' ? attribute(element, 'i') : undefined)
    if (id === undefined || id === '' || taken.has(id)) return undefined
    taken.add(id)
    return id
  })
  let at = 0
  let free = 1
  return () => {
    const id = ids[at++]
    if (id !== undefined) return id
    while (taken.has(String(free))) free++
    return String(free++)
  }
}

/** All that get an id, in order; an `ept` has that of its `bpt`. */
function codeElements(parent: TmxElement, found: TmxElement[]): readonly TmxElement[] {
  for (const node of parent.children) {
    if (node.kind !== 'element' || node.local === 'ept') continue
    found.push(node)
    if (node.local === 'hi') codeElements(node, found)
  }
  return found
}

function readNodes(nodes: readonly TmxNode[], ids: Ids): readonly Flat[] {
  const flat: Flat[] = []
  for (const node of nodes) {
    if (node.kind === 'text') addText(flat, node.text)
    else if (node.kind === 'element') flat.push(readCode(node, ids))
  }
  return flat
}

function addText(flat: Flat[], text: string): void {
  if (text === '') return
  const last = flat.at(-1)
  const before = last?.kind === 'inline' && last.inline.kind === 'text' ? last.inline.text : ''
  if (before !== '') flat.pop()
  flat.push({ kind: 'inline', inline: { kind: 'text', text: before + text } })
}

function readCode(element: TmxElement, ids: Ids): Flat {
  const i = attribute(element, 'i') ?? ''
  if (element.local === 'ept') return { kind: 'close', i, data: dataOf(element), element, partner: undefined }
  const id = ids()
  const code = { id, ...codeFields(element, id) }
  switch (element.local) {
    case 'bpt':
      return { kind: 'open', i, code: { kind: 'sc', ...code }, element, partner: undefined, canNest: false }
    case 'hi':
      return { kind: 'marked', id, element, children: readNodes(element.children, ids) }
    case 'it':
      return {
        kind: 'inline',
        inline: { kind: attribute(element, 'pos') === 'end' ? 'ec' : 'sc', isolated: true, ...code },
      }
    default:
      return { kind: 'inline', inline: codePoint(element) ?? { kind: 'ph', ...code } }
  }
}

function codePoint(element: TmxElement): Inline | undefined {
  if (attribute(element, 'type') !== codePointType) return undefined
  const found = /^U\+([0-9A-F]{4,6})$/.exec(dataOf(element).data ?? '')
  return found === null ? undefined : { kind: 'cp', codePoint: Number.parseInt(found[1] ?? '', 16) }
}

function codeFields(element: TmxElement, id: string) {
  const { data, attributes } = dataOf(element)
  const x = attribute(element, 'x')
  const kept: Attribute[] = [...attributes]
  if (x !== undefined && x !== id) kept.push({ name: tmxAttribute.x, value: x })
  const assoc = attribute(element, 'assoc')
  if (assoc !== undefined) kept.push({ name: tmxAttribute.assoc, value: assoc })
  if (element.local === 'ut') kept.push({ name: tmxAttribute.element, value: 'ut' })
  return {
    ...(data === undefined ? {} : { data }),
    ...typeFields(attribute(element, 'type')),
    ...(kept.length === 0 ? {} : { attributes: kept }),
  }
}

/** TMX has one `type`; both of XLIFF 2 stand in it with a blank between: `fmt xlf:b`. */
function typeFields(type: string | undefined): { readonly type?: string; readonly subType?: string } {
  if (type === undefined) return {}
  const found = /^(\S*) (\S+:\S+)$/.exec(type)
  if (found === null) return { type }
  return { ...(found[1] === '' ? {} : { type: found[1] ?? '' }), subType: found[2] ?? '' }
}

/** The code itself. Text of a `<sub>` is part of it; where subs stand is kept as `start:end:type:datatype`. */
function dataOf(element: TmxElement): Data {
  let data = ''
  const attributes: Attribute[] = []
  for (const node of element.children) {
    if (node.kind === 'text') data += node.text
    else if (node.kind === 'element') {
      const text = textIn(node)
      if (node.local === 'sub') {
        const end = data.length + text.length
        const fields = [data.length, end, attribute(node, 'type') ?? '', attribute(node, 'datatype') ?? '']
        attributes.push({ name: tmxAttribute.sub, value: fields.join(':') })
      }
      data += text
    }
  }
  return element.children.length === 0 ? { attributes } : { data, attributes }
}

/** Joins `open` … `close` of one `i`: a `pc` where they nest in one parent, `sc` and `ec` where they overlap or cross a marker. */
function nest(flat: readonly Flat[], onUnpaired: (element: TmxElement) => void): Content {
  joinPartners(flat, new Map())
  const build = (items: readonly Flat[]): Content => buildRange(items, 0, items.length, nestedPairs(items))
  const buildRange = (items: readonly Flat[], from: number, to: number, nested: NestedPairs): Content => {
    const content: Inline[] = []
    for (let k = from; k < to; k++) {
      const item = items[k]
      if (item === undefined) continue
      const end = nested[k]
      const close = end === undefined ? undefined : items[end]
      if (item.kind === 'open' && close?.kind === 'close' && end !== undefined) {
        content.push(pairedCode(item.code, close.data, buildRange(items, k + 1, end, nested)))
        k = end
      } else content.push(single(item))
    }
    return content
  }
  const single = (item: Flat): Inline => {
    switch (item.kind) {
      case 'inline':
        return item.inline
      case 'marked':
        return marker(item.element, item.id, build(item.children))
      case 'open':
        if (item.partner !== undefined) return item.code
        onUnpaired(item.element)
        return { ...item.code, isolated: true }
      case 'close': {
        const data = item.data.data === undefined ? {} : { data: item.data.data }
        const attributes = item.data.attributes.length === 0 ? {} : { attributes: item.data.attributes }
        const id = item.partner?.code.id
        if (id !== undefined) return { kind: 'ec', id, startRef: id, ...data, ...attributes }
        onUnpaired(item.element)
        return { kind: 'ec', id: `${item.i || '0'}-end`, isolated: true, ...data, ...attributes }
      }
      default:
        return item satisfies never
    }
  }
  return build(flat)
}

/** Each `open` learns its `close`, and the other way round, wherever they stand. `open`: those without, by `i`, and their parents. */
function joinPartners(items: readonly Flat[], open: Map<string, readonly [FlatOpen, parent: readonly Flat[]]>): void {
  for (const item of items) {
    if (item.kind === 'marked') joinPartners(item.children, open)
    else if (item.kind === 'open' && !open.has(item.i)) open.set(item.i, [item, items])
    else if (item.kind === 'close') {
      const [start, parent] = open.get(item.i) ?? []
      if (start === undefined) continue
      open.delete(item.i)
      item.partner = start
      start.partner = item
      start.canNest = parent === items
    }
  }
}

/** Above it a segment was made to hurt: its codes stay a flat list of `sc` and `ec`. Real segments met have below 100. */
const mostNestedCodes = 1000

/** Where the pair that begins at an index ends. */
type NestedPairs = readonly (number | undefined)[]

/** Indices of the pairs of one parent that cross no other. A pair crosses when it closes while others are open in it. */
function nestedPairs(items: readonly Flat[]): NestedPairs {
  const pairs: (number | undefined)[] = []
  let count = 0
  for (const { kind } of items) if (kind === 'open' || kind === 'close') count++
  if (count === 0 || count > mostNestedCodes) return pairs
  const stack: number[] = []
  const crossing = new Set<number>()
  items.forEach((item, index) => {
    if (item.kind === 'open' && item.canNest) stack.push(index)
    if (item.kind !== 'close' || item.partner?.canNest !== true) return
    const { partner } = item
    const depth = stack.findLastIndex(at => items[at] === partner)
    const [start = 0, ...inside] = stack.splice(depth)
    for (const inner of inside) {
      crossing.add(inner).add(start)
      stack.push(inner)
    }
    pairs[start] = index
  })
  for (const start of crossing) pairs[start] = undefined
  return pairs
}

function marker(element: TmxElement, id: string, children: Content): Inline {
  const type = attribute(element, 'type')
  const x = attribute(element, 'x')
  const kept = x !== undefined && x !== id ? { attributes: [{ name: tmxAttribute.x, value: x }] } : {}
  return { kind: 'mrk', id, ...(type === undefined ? {} : { type }), ...kept, children }
}

function pairedCode(open: StartCode, close: Data, children: Content): Inline {
  const { kind: _, ...code } = open
  const dataEnd = close.data === undefined ? {} : { dataEnd: close.data }
  return { kind: 'pc', ...code, ...dataEnd, children }
}
