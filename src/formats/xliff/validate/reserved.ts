/** Values of one's own and the prefix of the standard. */

import type { XmlElement } from '../../xml/index.ts'
import { attribute, type Check, shown } from './check.ts'

/** The prefix `xlf` belongs to the standard: of values of one's own it means nothing. */
export function checkReserved(check: Check, element: XmlElement, name: string): void {
  const value = attribute(element, name)
  if (value?.startsWith('xlf:') !== true) return
  check.report('xliff/attribute-value:reserved', element, {
    attribute: name,
    data: { attribute: name, value: shown(value) },
  })
}
