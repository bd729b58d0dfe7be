/** Attributes that came with a code and go with it. */

import type { Attribute } from '../../model/index.ts'
import type { MarkupAttributes } from './markup.ts'

/** XLIFF 1.2 says `clone`, XLIFF 2 `canCopy`. */
const twins = new Map([
  ['clone', 'canCopy'],
  ['canCopy', 'clone'],
])

/** Of the attributes kept with a code: those of `names`, under the name the version has, and foreign ones whose prefix is known here. */
export function keptAttributes(
  attributes: readonly Attribute[] | undefined,
  place: { allows(name: string): boolean },
  names: ReadonlySet<string>,
): MarkupAttributes {
  const out: [string, string][] = []
  for (const { name, value } of attributes ?? []) {
    const twin = twins.get(name)
    if (name.indexOf(':') > 0 ? place.allows(name) : names.has(name)) out.push([name, value])
    else if (twin !== undefined && names.has(twin)) out.push([twin, value])
  }
  return out
}
