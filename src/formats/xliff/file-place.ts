/** What markup written into an existing file may use: its prefixes, its line ends. */

import type { NamespaceScope, XmlElement } from '../xml/index.ts'
import { unboundUri } from '../xml/index.ts'
import { moduleUris, type XliffVersion } from './namespaces.ts'
import { attributeUri } from './prefixes.ts'
import type { UnitPlace } from './write-unit-2.ts'

/** The place inside `element`, which is of the core namespace. */
export function placeIn(element: XmlElement, version: XliffVersion): UnitPlace {
  const { scope, prefix } = element
  return placeOf(scope, prefix === '' ? '' : `${prefix}:`, version)
}

/**
 * The same inside an element of a module, which may declare prefixes of its own; undefined where it leaves the core without
 * one.
 */
export function placeInside(element: XmlElement, coreUri: string, version: XliffVersion): UnitPlace | undefined {
  const core = element.scope.prefixOf(coreUri)
  return core === undefined ? undefined : placeOf(element.scope, core === '' ? '' : `${core}:`, version)
}

function placeOf(scope: NamespaceScope, prefix: string, version: XliffVersion): UnitPlace {
  return {
    version,
    prefix,
    module(name) {
      const uri = moduleUris[name]
      const bound = scope.prefixOf(uri)
      // Ours is of attributes, which a default namespace does not reach.
      if (bound === '' && name !== 'tilmash') return { prefix: '', declaration: [] }
      if (bound !== undefined && bound !== '') return { prefix: `${bound}:`, declaration: [] }
      return { prefix: `${name}:`, declaration: [[`xmlns:${name}`, uri]] }
    },
    hasModules: true,
    foreign: () => [],
    attribute(given) {
      const { name } = given
      const uri = attributeUri(given) ?? scope.attribute(name).uri
      if (scope.attribute(name).uri === uri) return uri.startsWith(unboundUri) ? undefined : name
      const prefix = scope.attributePrefixOf(uri)
      return prefix === undefined ? undefined : `${prefix}:${name.slice(name.indexOf(':') + 1)}`
    },
  }
}

/** The line end of a text: that of its first line. */
export function lineEnd(text: string): '\n' | '\r\n' {
  const at = text.indexOf('\n')
  return at > 0 && text[at - 1] === '\r' ? '\r\n' : '\n'
}
