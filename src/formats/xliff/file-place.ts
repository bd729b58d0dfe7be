/** What markup written into an existing file may use: its prefixes, its line ends. */

import type { XmlElement } from '../xml/index.ts'
import { unboundUri } from '../xml/index.ts'
import { moduleUris, type XliffVersion } from './namespaces.ts'
import type { UnitPlace } from './write-unit-2.ts'

/** The place inside `element`, which is of the core namespace. */
export function placeIn(element: XmlElement, version: XliffVersion): UnitPlace {
  const { scope, prefix } = element
  return {
    version,
    prefix: prefix === '' ? '' : `${prefix}:`,
    module(name) {
      const uri = moduleUris[name]
      const bound = scope.prefixOf(uri)
      if (bound !== undefined && bound !== '') return { prefix: `${bound}:`, declaration: [] }
      return { prefix: `${name}:`, declaration: [[`xmlns:${name}`, uri]] }
    },
    allows: name => !scope.attribute(name).uri.startsWith(unboundUri),
  }
}

/** The line end of a text: that of its first line. */
export function lineEnd(text: string): '\n' | '\r\n' {
  const at = text.indexOf('\n')
  return at > 0 && text[at - 1] === '\r' ? '\r\n' : '\n'
}
