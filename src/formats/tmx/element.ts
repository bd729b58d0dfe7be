/**
 * An element of a TMX file, as little of it as units need: made from events while a file streams by, since a tree with the
 * span of every attribute takes longer than all the rest. Every `XmlElement` is one too.
 */

import type { XmlAttributes } from '../xml/index.ts'

export interface TmxElement {
  readonly kind: 'element'
  readonly local: string
  /** As the events give them, or as a tree has them. */
  readonly attributes: XmlAttributes | readonly { readonly name: string; readonly value: string }[]
  readonly children: readonly TmxNode[]
  /** The element in the whole decoded text. */
  readonly start: number
  readonly end: number
}

export type TmxNode =
  | TmxElement
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'comment' | 'instruction' }

/** An element that is still open. */
export interface OpenElement extends TmxElement {
  readonly children: TmxNode[]
  end: number
  /** Line of the end of its start tag. */
  readonly line: number
}

export function attribute(element: TmxElement, name: string): string | undefined {
  const { attributes } = element
  if (!isList(attributes)) return attributes[name]
  for (const each of attributes) if (each.name === name) return each.value
  return undefined
}

/** Each attribute in order; namespace declarations left out. */
export function eachAttribute(element: TmxElement, hear: (name: string, value: string) => void): void {
  const { attributes } = element
  if (isList(attributes)) {
    for (const { name, value } of attributes) if (!isDeclaration(name)) hear(name, value)
  } else {
    for (const name in attributes) if (!isDeclaration(name)) hear(name, attributes[name] ?? '')
  }
}

function isDeclaration(name: string): boolean {
  return name.startsWith('xmlns') && (name.length === 5 || name[5] === ':')
}

function isList(
  attributes: TmxElement['attributes'],
): attributes is readonly { readonly name: string; readonly value: string }[] {
  return Array.isArray(attributes)
}

export function elementsIn(element: TmxElement): readonly TmxElement[] {
  return element.children.filter(child => child.kind === 'element')
}

/** All text inside, in order. */
export function textIn(element: TmxElement): string {
  let text = ''
  for (const child of element.children) {
    if (child.kind === 'text') text += child.text
    else if (child.kind === 'element') text += textIn(child)
  }
  return text
}
