/** Ways through a tree. */

import { childElements, type XmlElement } from '../../xml/index.ts'

/** All elements inside, in order; not the element itself. */
export function* descendants(element: XmlElement): Generator<XmlElement> {
  for (const child of element.children) {
    if (child.kind !== 'element') continue
    yield child
    yield* descendants(child)
  }
}

/** Children of the element's own namespace with that name. */
export function own(element: XmlElement, local: string): readonly XmlElement[] {
  return childElements(element).filter(child => child.local === local && child.uri === element.uri)
}

/** A source or target of a unit, with what is around it. */
export interface Text {
  readonly side: 'source' | 'target'
  readonly element: XmlElement
  /** The segment or ignorable. */
  readonly part: XmlElement
  /** The inline elements, in order. */
  readonly inlines: readonly InlineElement[]
}

export interface InlineElement {
  readonly element: XmlElement
  /** Inline elements around it, outermost first. */
  readonly around: readonly XmlElement[]
}

export function textOfPart(part: XmlElement, side: 'source' | 'target', uri: string): Text | undefined {
  const element = childElements(part).find(child => child.local === side && child.uri === uri)
  return element === undefined ? undefined : { side, element, part, inlines: inlinesOf(element) }
}

export function inlinesOf(element: XmlElement): readonly InlineElement[] {
  const found: InlineElement[] = []
  const walk = (parent: XmlElement, around: readonly XmlElement[]): void => {
    for (const child of parent.children) {
      if (child.kind !== 'element') continue
      found.push({ element: child, around })
      walk(child, [...around, child])
    }
  }
  walk(element, [])
  return found
}

export function isCode(element: XmlElement): boolean {
  return element.local === 'ph' || element.local === 'pc' || element.local === 'sc' || element.local === 'ec'
}

/** The ids inside an element: of its own namespace with the elements that have them, and of any (`xml:id` too). */
export interface InnerIds {
  readonly own: ReadonlyMap<string, ReadonlySet<string>>
  readonly any: ReadonlySet<string>
}

/** Looks through each element once, however often it is asked; `open` gives the whole of a closed one. */
export function idLookup(open: (element: XmlElement) => XmlElement): (holder: XmlElement) => InnerIds {
  const known = new WeakMap<XmlElement, InnerIds>()
  return holder => {
    const found = known.get(holder)
    if (found !== undefined) return found
    const own = new Map<string, Set<string>>()
    const any = new Set<string>()
    for (const element of descendants(open(holder))) {
      for (const { name, value } of element.attributes) {
        if (name === 'xml:id') any.add(value)
        if (name !== 'id') continue
        any.add(value)
        if (element.uri !== holder.uri) continue
        const locals = own.get(value)
        if (locals === undefined) own.set(value, new Set([element.local]))
        else locals.add(element.local)
      }
    }
    const made = { own, any }
    known.set(holder, made)
    return made
  }
}

/** Finds groups and units by id; each file is looked through once. */
export function containerLookup(): (file: XmlElement, local: 'group' | 'unit', id: string) => XmlElement | undefined {
  const known = new WeakMap<XmlElement, ReadonlyMap<string, XmlElement>>()
  return (file, local, id) => {
    let byId = known.get(file)
    if (byId === undefined) {
      const made = new Map<string, XmlElement>()
      for (const element of descendants(file)) {
        if (element.uri !== file.uri || (element.local !== 'group' && element.local !== 'unit')) continue
        const own = element.attributes.find(({ name }) => name === 'id')
        if (own !== undefined && !made.has(`${element.local} ${own.value}`))
          made.set(`${element.local} ${own.value}`, element)
      }
      byId = made
      known.set(file, made)
    }
    return byId.get(`${local} ${id}`)
  }
}
