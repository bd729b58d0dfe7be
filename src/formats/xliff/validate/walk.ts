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
