/**
 * An element of a TMX file, as little of it as units need: made from events while a file streams by, since a tree with the
 * span of every attribute takes longer than all the rest. Every `XmlElement` is one too.
 */

import { extended } from './short-list.ts'

export interface TmxElement {
  readonly kind: 'element'
  readonly local: string
  readonly attributes: readonly { readonly name: string; readonly value: string }[]
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
  readonly parent: OpenElement | undefined
  children: readonly TmxNode[]
  end: number
  /** Line of the end of its start tag. */
  readonly line: number
}

const nothing: readonly TmxNode[] = []

/** An element that begins, as the last child of its parent. */
export function openElement(
  parent: OpenElement | undefined,
  local: string,
  attributes: TmxElement['attributes'],
  start: number,
  end: number,
  line: number,
): OpenElement {
  const element = { kind: 'element', parent, local, attributes, children: nothing, start, end, line } as const
  if (parent !== undefined) parent.children = extended(parent.children, element)
  return element
}

export function attribute(element: TmxElement, name: string): string | undefined {
  for (const each of element.attributes) if (each.name === name) return each.value
  return undefined
}

export function isDeclaration(name: string): boolean {
  return name.startsWith('xmlns') && (name.length === 5 || name[5] === ':')
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
