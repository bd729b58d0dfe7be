/** `<seg>` → Content; `code-words.ts` shows what becomes what. */

import type { Attribute, Content, Inline, StartCode } from '../../model/index.ts'
import { codePointType, tmxAttribute } from './code-words.ts'
import { attribute, type TmxElement, type TmxNode, textIn } from './element.ts'

/** Reads a `<seg>`. `onUnpaired` hears of each `bpt` or `ept` without partner; both are kept as isolated codes. */
export function readSegment(seg: TmxElement, onUnpaired: (element: TmxElement) => void): Content {
  if (seg.children.length === 0) return []
  const only = seg.children[0]
  if (seg.children.length === 1 && only?.kind === 'text') return [{ kind: 'text', text: only.text }]
  const ids = claimIds(seg)
  const flat = readNodes(seg.children, ids)
  return nest(flat, onUnpaired)
}

type Flat =
  | { readonly kind: 'inline'; readonly inline: Inline }
  | { readonly kind: 'open'; readonly i: string; readonly code: StartCode; readonly element: TmxElement }
  | { readonly kind: 'close'; readonly i: string; readonly data: Data; readonly element: TmxElement }
  | { readonly kind: 'marked'; readonly id: string; readonly element: TmxElement; readonly children: readonly Flat[] }

interface Data {
  readonly data?: string
  readonly attributes: readonly Attribute[]
}

type Ids = ReadonlyMap<TmxElement, string>

/** An id for every code: from `x` (or `i`) where that is still free, else the next free number. */
function claimIds(seg: TmxElement): Ids {
  const ids = new Map<TmxElement, string>()
  const taken = new Set<string>()
  const codes = codeElements(seg)
  for (const element of codes) {
    const id = attribute(element, 'x') ?? (element.local === 'bpt' ? attribute(element, 'i') : undefined)
    if (id === undefined || id === '' || taken.has(id)) continue
    taken.add(id)
    ids.set(element, id)
  }
  let next = 1
  for (const element of codes) {
    if (ids.has(element)) continue
    while (taken.has(String(next))) next++
    taken.add(String(next))
    ids.set(element, String(next))
  }
  return ids
}

function codeElements(parent: TmxElement): readonly TmxElement[] {
  return parent.children.flatMap(node => {
    if (node.kind !== 'element' || node.local === 'ept') return []
    return node.local === 'hi' ? [node, ...codeElements(node)] : [node]
  })
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
  const id = ids.get(element) ?? ''
  const i = attribute(element, 'i') ?? ''
  const code = { id, ...codeFields(element, id) }
  switch (element.local) {
    case 'bpt':
      return { kind: 'open', i, code: { kind: 'sc', ...code }, element }
    case 'ept':
      return { kind: 'close', i, data: dataOf(element), element }
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
  const partners = partnersIn(flat)
  const build = (items: readonly Flat[]): Content => {
    const nested = nestedPairs(items, partners)
    return buildRange(items, 0, items.length, nested)
  }
  const buildRange = (
    items: readonly Flat[],
    from: number,
    to: number,
    nested: ReadonlyMap<number, number>,
  ): Content => {
    const content: Inline[] = []
    for (let k = from; k < to; k++) {
      const item = items[k]
      if (item === undefined) continue
      const end = nested.get(k)
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
        if (partners.has(item)) return item.code
        onUnpaired(item.element)
        return { ...item.code, isolated: true }
      case 'close': {
        const data = item.data.data === undefined ? {} : { data: item.data.data }
        const attributes = item.data.attributes.length === 0 ? {} : { attributes: item.data.attributes }
        const open = partners.get(item)
        if (open?.kind === 'open')
          return { kind: 'ec', id: open.code.id, startRef: open.code.id, ...data, ...attributes }
        onUnpaired(item.element)
        return { kind: 'ec', id: `${item.i || '0'}-end`, isolated: true, ...data, ...attributes }
      }
      default:
        return item satisfies never
    }
  }
  return build(flat)
}

/** Each `open` and its `close`, and the other way round, wherever they stand. */
function partnersIn(flat: readonly Flat[]): ReadonlyMap<Flat, Flat> {
  const partners = new Map<Flat, Flat>()
  const open = new Map<string, Flat>()
  const walk = (items: readonly Flat[]): void => {
    for (const item of items) {
      if (item.kind === 'marked') walk(item.children)
      else if (item.kind === 'open' && !open.has(item.i)) open.set(item.i, item)
      else if (item.kind === 'close') {
        const start = open.get(item.i)
        if (start === undefined) continue
        open.delete(item.i)
        partners.set(start, item).set(item, start)
      }
    }
  }
  walk(flat)
  return partners
}

/** Above it a segment was made to hurt: its codes stay a flat list of `sc` and `ec`. Real segments met have below 100. */
const mostNestedCodes = 1000

/** Indices of the pairs of one parent that cross no other, start → end. A pair crosses when it closes while others are open in it. */
function nestedPairs(items: readonly Flat[], partners: ReadonlyMap<Flat, Flat>): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>()
  const codes = items.filter(item => item.kind === 'open' || item.kind === 'close')
  if (codes.length === 0 || codes.length > mostNestedCodes) return pairs
  const indexOf = new Map(items.map((item, index) => [item, index]))
  const stack: number[] = []
  const crossing = new Set<number>()
  items.forEach((item, index) => {
    const partner = partners.get(item)
    const other = partner === undefined ? undefined : indexOf.get(partner)
    if (other === undefined) return
    if (item.kind === 'open') {
      stack.push(index)
      return
    }
    const depth = stack.lastIndexOf(other)
    for (const inner of stack.splice(depth).slice(1)) {
      crossing.add(inner).add(other)
      stack.push(inner)
    }
    pairs.set(other, index)
  })
  for (const start of crossing) pairs.delete(start)
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
