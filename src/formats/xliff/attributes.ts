/** Attributes sorted into those we name and those we only keep. */

import type { Attribute } from '../../model/index.ts'
import type { XmlElement } from '../xml/index.ts'

/** Value of an attribute by its name as written. */
export function value(element: XmlElement, name: string): string | undefined {
  for (const attribute of element.attributes) if (attribute.name === name) return attribute.value
  return undefined
}

/** `{ key: value }`, or nothing when there is no value: for optional fields. */
export function optional<K extends string, V>(key: K, given: V | undefined): { readonly [P in K]?: V } {
  if (given === undefined) return {}
  // Proof: one key, K, whose value is V.
  return { [key]: given } as { readonly [P in K]?: V }
}

/** The attributes that are not among `known`; declarations of namespaces are no attributes of the content. */
export function otherAttributes(
  element: XmlElement,
  known: ReadonlySet<string>,
): { readonly attributes?: readonly Attribute[] } {
  const others: Attribute[] = []
  for (const { name, value: text } of element.attributes) {
    if (known.has(name) || name === 'xmlns' || name.startsWith('xmlns:')) continue
    others.push({ name, value: text })
  }
  return others.length === 0 ? {} : { attributes: others }
}
