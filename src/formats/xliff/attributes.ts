/** Attributes sorted into those we name and those we only keep. */

import type { Attribute } from '../../model/index.ts'
import type { XmlElement } from '../xml/index.ts'
import { modelAttribute } from './prefixes.ts'

/** Value of an attribute by its name as written. */
export function value(element: XmlElement, name: string): string | undefined {
  for (const attribute of element.attributes) if (attribute.name === name) return attribute.value
  return undefined
}

/** The same, empty where there is none. */
export function valueOrEmpty(element: XmlElement, name: string): string {
  return value(element, name) ?? ''
}

/** `{ key: value }`, or nothing when there is no value: for optional fields. */
export function optional<K extends string, V>(key: K, given: V | undefined): { readonly [P in K]?: V } {
  if (given === undefined) return {}
  // Proof: one key, K, whose value is V.
  return { [key]: given } as { readonly [P in K]?: V }
}

/**
 * The attributes that are not among `known`, named as the model names them; declarations of namespaces are no attributes of
 * the content.
 */
export function otherAttributes(
  element: XmlElement,
  known: ReadonlySet<string>,
): { readonly attributes?: readonly Attribute[] } {
  const others: Attribute[] = []
  for (const { name, local, uri, value: text } of element.attributes) {
    if (name === 'xmlns' || name.startsWith('xmlns:')) continue
    const attribute = modelAttribute(name, local, uri, text)
    if (!known.has(attribute.name)) others.push(attribute)
  }
  return others.length === 0 ? {} : { attributes: others }
}
