/** Attributes that came with a code and go with it. */

import type { Attribute } from '../../model/index.ts'
import type { MarkupAttributes } from './markup.ts'

/** XLIFF 1.2 says `clone`, XLIFF 2 `canCopy`. */
const twins = new Map([
  ['clone', 'canCopy'],
  ['canCopy', 'clone'],
])

/** What may be said of an attribute where it is written. */
export interface AttributePlace {
  /** The name of a prefixed attribute there, or undefined where it may not stand. */
  attribute(attribute: Attribute): string | undefined
  /** The same for an attribute of the other version of XLIFF; without it such attributes are left out. */
  otherVersion?(name: string): string | undefined
}

/**
 * Of the attributes kept with an element: those of `names`, under the name the version has, those of the other version that
 * may be kept, and foreign ones.
 */
export function keptAttributes(
  attributes: readonly Attribute[] | undefined,
  place: AttributePlace,
  names: ReadonlySet<string>,
): MarkupAttributes {
  return (attributes ?? []).flatMap(attribute => {
    const name = keptName(attribute, place, names)
    return name === undefined ? [] : [[name, attribute.value] as const]
  })
}

function keptName(attribute: Attribute, place: AttributePlace, names: ReadonlySet<string>): string | undefined {
  const { name } = attribute
  if (names.has(name)) return name
  if (name.indexOf(':') > 0) return place.attribute(attribute)
  const twin = twins.get(name)
  return twin !== undefined && names.has(twin) ? twin : place.otherVersion?.(name)
}
