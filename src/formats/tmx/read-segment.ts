/** `<seg>` → Content; `code-words.ts` shows what becomes what. */

import {
  type Attribute,
  type Code,
  type Content,
  type Inline,
  type PairedCode,
  textContent,
} from '../../model/index.ts'
import { at } from '../../text/present.ts'
import { codePointType, tmxAttribute } from './code-words.ts'
import { attribute, type TmxElement, type TmxNode, textIn } from './element.ts'

/** Reads a `<seg>`. `onUnpaired` hears of each `bpt` or `ept` without partner; both are kept as isolated codes. */
export function readSegment(seg: TmxElement, onUnpaired: (element: TmxElement) => void): Content {
  if (seg.children.length === 0) return []
  const only = seg.children[0]
  if (seg.children.length === 1 && only?.kind === 'text') return textContent(only.text)
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
  readonly code: Code
  readonly element: TmxElement
  partner: FlatClose | undefined
  /** The nodes it stands among. */
  siblings: readonly Flat[] | undefined
  /** Its partner stands among them, too. */
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
  let next = 0
  let free = 1
  return () => {
    const id = ids[next++]
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
  if (element.local === 'hi') return { kind: 'marked', id, element, children: readNodes(element.children, ids) }
  const code = codeOf(element, id)
  switch (element.local) {
    case 'bpt':
      return { kind: 'open', i, code, element, partner: undefined, siblings: undefined, canNest: false }
    case 'it': {
      const kind = attribute(element, 'pos') === 'end' ? 'ec' : 'sc'
      return { kind: 'inline', inline: { kind, isolated: true, ...code } }
    }
    default:
      return { kind: 'inline', inline: codePoint(element) ?? { kind: 'ph', ...code } }
  }
}

function codePoint(element: TmxElement): Inline | undefined {
  if (attribute(element, 'type') !== codePointType) return undefined
  const [, hex] = /^U\+((?:10|[0-9A-F])?[0-9A-F]{4})$/.exec(dataOf(element).data ?? '') ?? []
  return hex === undefined ? undefined : { kind: 'cp', codePoint: Number.parseInt(hex, 16) }
}

type Draft<T> = { -readonly [Key in keyof T]: T[Key] }

function codeOf(element: TmxElement, id: string): Code {
  const { data, attributes } = dataOf(element)
  const code: Draft<Code> = { id }
  if (data !== undefined) code.data = data
  const type = attribute(element, 'type')
  if (type !== undefined) addType(code, type)
  let kept = attributes
  const x = attribute(element, 'x')
  if (x !== undefined && x !== id) kept = [...kept, { name: tmxAttribute.x, value: x }]
  const assoc = attribute(element, 'assoc')
  if (assoc !== undefined) kept = [...kept, { name: tmxAttribute.assoc, value: assoc }]
  if (element.local === 'ut') kept = [...kept, { name: tmxAttribute.element, value: 'ut' }]
  if (kept.length > 0) code.attributes = kept
  return code
}

/** TMX has one `type`; both of XLIFF 2 stand in it with a blank between: `fmt xlf:b`. */
function addType(code: Draft<Code>, type: string): void {
  const found = type.includes(' ') ? /^(\S*) (\S+:\S+)$/.exec(type) : null
  const [, own = type, subType] = found ?? []
  if (subType === undefined || own !== '') code.type = own
  if (subType !== undefined) code.subType = subType
}

/** The code itself. Text of a `<sub>` is part of it; where subs stand is kept as `start:end:type:datatype`. */
function dataOf(element: TmxElement): Data {
  const { children } = element
  const [first] = children
  if (first === undefined) return noData
  if (first.kind === 'text' && children.length === 1) return { data: first.text, attributes: noData.attributes }
  let data = ''
  const attributes: Attribute[] = []
  for (const node of children) {
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
  return { data, attributes }
}

const noData: Data = { attributes: [] }

/** Joins `open` … `close` of one `i`: a `pc` where they nest in one parent, `sc` and `ec` where they overlap or cross a marker. */
function nest(flat: readonly Flat[], onUnpaired: (element: TmxElement) => void): Content {
  joinPartners(flat, new Map())
  const build = (items: readonly Flat[]): Content => buildRange(items, 0, items.length, nestedPairs(items))
  const buildRange = (items: readonly Flat[], from: number, to: number, nested: NestedPairs): Content => {
    const content: Inline[] = []
    for (let k = from; k < to; k++) {
      const item = at(items, k)
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
        if (item.partner !== undefined) return { kind: 'sc', ...item.code }
        onUnpaired(item.element)
        return { kind: 'sc', ...item.code, isolated: true }
      case 'close': {
        const data = item.data.data === undefined ? {} : { data: item.data.data }
        const attributes = item.data.attributes.length === 0 ? {} : { attributes: item.data.attributes }
        const id = item.partner?.code.id
        if (id !== undefined) return { kind: 'ec', id, startRef: id, ...data, ...attributes }
        onUnpaired(item.element)
        return { kind: 'ec', id: `${item.i || '0'}-end`, isolated: true, ...data, ...attributes }
      }
    }
  }
  return build(flat)
}

/** Each `open` learns its `close`, and the other way round, wherever they stand. `open`: those without, by `i`. */
function joinPartners(items: readonly Flat[], open: Map<string, FlatOpen>): void {
  for (const item of items) {
    if (item.kind === 'marked') joinPartners(item.children, open)
    else if (item.kind === 'open') {
      item.siblings = items
      if (!open.has(item.i)) open.set(item.i, item)
    } else if (item.kind === 'close') {
      const start = open.get(item.i)
      if (start === undefined) continue
      open.delete(item.i)
      item.partner = start
      start.partner = item
      start.canNest = start.siblings === items
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
  const crossing: number[] = []
  for (let index = 0; index < items.length; index++) {
    const item = items[index]
    if (item?.kind === 'open' && item.canNest) stack.push(index)
    if (item?.kind !== 'close' || item.partner?.canNest !== true) continue
    const depth = stack.findLastIndex(begin => items[begin] === item.partner)
    const start = at(stack, depth)
    pairs[start] = index
    const inside = stack.slice(depth + 1)
    if (inside.length > 0) crossing.push(start, ...inside)
    stack.splice(depth, 1)
  }
  for (const start of crossing) pairs[start] = undefined
  return pairs
}

function marker(element: TmxElement, id: string, children: Content): Inline {
  const type = attribute(element, 'type')
  const x = attribute(element, 'x')
  const kept = x !== undefined && x !== id ? { attributes: [{ name: tmxAttribute.x, value: x }] } : {}
  return { kind: 'mrk', id, ...(type === undefined ? {} : { type }), ...kept, children }
}

function pairedCode(code: Code, close: Data, children: Content): Inline {
  const paired: Draft<PairedCode> = { kind: 'pc', ...code, children }
  if (close.data !== undefined) paired.dataEnd = close.data
  return paired
}
