/** Elements that are not interpreted: element → ForeignElement → markup of a fresh file. */

import type { Attribute, ForeignElement } from '../../model/index.ts'
import { escapeText, unboundUri, type XmlElement } from '../xml/index.ts'
import { holdBreaks, type MarkupAttributes, markup } from './markup.ts'
import { moduleUris, xliff12Uri, xliff20Uri, xliff22Uri } from './namespaces.ts'
import { attributeUri, modelAttribute, type PrefixTable } from './prefixes.ts'

/**
 * `{ foreign }`, or nothing when there is none: for the optional field. `coreUri` is the namespace of the file's core: 1.2
 * has older ones and may have none.
 */
export function foreignIn(
  elements: readonly XmlElement[],
  coreUri: string,
): { readonly foreign?: readonly ForeignElement[] } {
  const foreign = elements.map(element => ({
    ...foreignElement(element, coreUri),
    span: { start: element.start, end: element.end },
  }))
  return foreign.length === 0 ? {} : { foreign }
}

function foreignElement({ name, uri, attributes, children }: XmlElement, coreUri: string): ForeignElement {
  return {
    name,
    uri: uri === coreUri && !isCore2(uri) ? xliff12Uri : uri,
    attributes: attributes.flatMap(each =>
      /^xmlns(?::|$)/.test(each.name) ? [] : [foreignAttribute(each.name, each.local, each.uri, each.value)],
    ),
    children: foreignContent({ children }, coreUri),
  }
}

/** What stands in an element of another vocabulary. */
export function foreignContent(
  { children }: Pick<XmlElement, 'children'>,
  coreUri: string,
): readonly (string | ForeignElement)[] {
  const content: (string | ForeignElement)[] = []
  for (const child of children) {
    const last = content.at(-1)
    if (child.kind === 'element') content.push(foreignElement(child, coreUri))
    else if (child.kind !== 'text') continue
    else if (typeof last === 'string') content[content.length - 1] = last + child.text
    else content.push(child.text)
  }
  return content
}

/** Inside a foreign element nothing is folded: a core attribute there keeps its namespace. */
function foreignAttribute(name: string, local: string, uri: string, value: string): Attribute {
  const made = modelAttribute(name, local, uri, value)
  return made.name === local && uri !== '' ? { name, value, uri } : made
}

/** Namespaces of the core of XLIFF 2: elements of theirs are of the version that is written. */
export function isCore2(uri: string): boolean {
  return uri === xliff20Uri || uri === xliff22Uri
}

/** What a fresh file knows when it writes foreign elements. */
export interface ForeignPlace {
  readonly prefixes: PrefixTable
  /** Namespace without prefix: that of the core. */
  readonly coreUri: string
}

/** XLIFF 2.2 only has elements of its core inside modules (notes of a resource). */
function hasPlaceInside({ uri }: ForeignElement, { coreUri }: ForeignPlace): boolean {
  return !(isCore2(uri) && coreUri === xliff20Uri)
}

/** One element with all inside it, white space as it was. */
export function writeForeign(element: ForeignElement, place: ForeignPlace): string {
  const children = element.children.map(child =>
    typeof child === 'string'
      ? holdBreaks(escapeText(child))
      : hasPlaceInside(child, place)
        ? writeForeign(child, place)
        : '',
  )
  return markup(elementName(element, place), attributesOf(element.attributes, place), children.join(''))
}

function elementName({ name, uri }: ForeignElement, { prefixes, coreUri }: ForeignPlace): string {
  const [prefix, local] = split(name)
  // Text of the core inside a module (notes of a resource in 2.2) is of the version that is written.
  const own = isCore2(uri) && isCore2(coreUri) ? coreUri : uri
  return own === coreUri ? local : `${prefixes.of(own, prefix)}:${local}`
}

function attributesOf(attributes: readonly Attribute[], { prefixes, coreUri }: ForeignPlace): MarkupAttributes {
  return attributes.flatMap(attribute => {
    const [prefix, local] = split(attribute.name)
    if (prefix === '' || prefix === 'xml') return [[attribute.name, attribute.value] as const]
    const uri = attributeUri(attribute)
    if (uri === coreUri) return [[local, attribute.value] as const]
    // Markup with a prefix that nothing declares is not written at all.
    return uri === undefined ? [] : [[`${prefixes.of(uri, prefix)}:${local}`, attribute.value] as const]
  })
}

function split(name: string): readonly [prefix: string, local: string] {
  const colon = name.indexOf(':')
  return colon < 0 ? ['', name] : [name.slice(0, colon), name.slice(colon + 1)]
}

/**
 * XLIFF 2 wants ids of foreign elements to be unique in their file, group or unit; 1.2 does not. A second one is kept under the
 * namespace of 1.2, where it is no id. `seen` has the ids of the holder.
 */
export function withUniqueId(element: ForeignElement, seen: Set<string>): ForeignElement {
  const attributes = element.attributes.map(attribute => {
    if (attribute.name !== 'id') return attribute
    const key = `${element.uri} ${attribute.value}`
    if (seen.has(key)) return { name: 'xliff12:id', value: attribute.value, uri: xliff12Uri }
    seen.add(key)
    return attribute
  })
  const children = element.children.map(child => (typeof child === 'string' ? child : withUniqueId(child, seen)))
  return { ...element, attributes, children }
}

/** True when all namespaces in it are known: markup with a prefix that nothing declares cannot be written anew. */
export function isWritable({ uri, attributes, children }: ForeignElement): boolean {
  return (
    !uri.startsWith(unboundUri) &&
    uri !== '' &&
    attributes.every(({ uri }) => uri === undefined || !uri.startsWith(unboundUri)) &&
    children.every(child => typeof child === 'string' || isWritable(child))
  )
}

/** Holds in the first file what stands beside the files in another version. */
export const documentElement = 'tilmash:document'

export function isDocumentElement({ local, uri }: XmlElement): boolean {
  return uri === moduleUris.tilmash && local === 'document'
}

/** A name without its prefix. */
export function localOf(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** Of XLIFF 1.2 itself, kept in a file of XLIFF 2. */
export function isOf12({ uri }: ForeignElement): boolean {
  return uri === xliff12Uri
}
