/** Namespaces in XML: what a prefix means where it stands. */

import { valueAt } from '../../text/present.ts'

export const xmlUri = 'http://www.w3.org/XML/1998/namespace'
const xmlnsUri = 'http://www.w3.org/2000/xmlns/'

/** Put before an unbound prefix to make a URI no file can declare by accident. */
export const unboundUri = 'unbound:'

/** A name as written, and what it means. Attributes without prefix have no namespace: `uri` is empty. */
export interface QualifiedName {
  readonly name: string
  readonly prefix: string
  readonly local: string
  readonly uri: string
}

/** The prefixes bound at one place. Scopes are shared by all elements that declare nothing. */
export interface NamespaceScope {
  element(name: string): QualifiedName
  attribute(name: string): QualifiedName
  /** The scope inside an element that declares `bindings` (prefix, empty for the default namespace → URI). */
  declare(bindings: ReadonlyMap<string, string>): NamespaceScope
  /** A prefix bound to `uri` here (the empty one first), or undefined. */
  prefixOf(uri: string): string | undefined
  /** The same for an attribute, which a default namespace does not reach: never the empty prefix. */
  attributePrefixOf(uri: string): string | undefined
}

/** The scope outside the root: `xml` only. */
export const noNamespaces: NamespaceScope = scopeOf(
  new Map([
    ['', ''],
    ['xml', xmlUri],
    ['xmlns', xmlnsUri],
  ]),
)

function scopeOf(bindings: ReadonlyMap<string, string>): NamespaceScope {
  // Files use few names: each is split and resolved once a scope.
  const elements = new Map<string, QualifiedName>()
  const attributes = new Map<string, QualifiedName>()
  const resolve = (name: string, fallback: string): QualifiedName => {
    const colon = name.indexOf(':')
    if (colon < 0) return { name, prefix: '', local: name, uri: fallback }
    const prefix = name.slice(0, colon)
    return { name, prefix, local: name.slice(colon + 1), uri: bindings.get(prefix) ?? unboundUri + prefix }
  }
  return {
    element(name) {
      let found = elements.get(name)
      if (found === undefined) {
        found = resolve(name, valueAt(bindings, ''))
        if (elements.size < namesKept) elements.set(name, found)
      }
      return found
    },
    attribute(name) {
      let found = attributes.get(name)
      if (found === undefined) {
        found = resolve(name, name === 'xmlns' ? xmlnsUri : '')
        if (attributes.size < namesKept) attributes.set(name, found)
      }
      return found
    },
    declare: added => scopeOf(new Map([...bindings, ...added])),
    prefixOf(uri) {
      return bindings.get('') === uri ? '' : this.attributePrefixOf(uri)
    },
    attributePrefixOf(uri) {
      for (const [prefix, bound] of bindings) if (bound === uri && prefix !== '') return prefix
      return undefined
    },
  }
}

/** Names kept a scope; a hostile file may have any number of them. */
const namesKept = 4096

/** Prefix → URI of the `xmlns` attributes among `names`, or undefined when there are none. */
export function declaredBindings(
  attributes: Iterable<readonly [string, string]>,
): ReadonlyMap<string, string> | undefined {
  let bindings: Map<string, string> | undefined
  for (const [name, value] of attributes) {
    if (!name.startsWith('xmlns')) continue
    if (name === 'xmlns') bindings = (bindings ?? new Map()).set('', value.trim())
    else if (name.startsWith('xmlns:')) bindings = (bindings ?? new Map()).set(name.slice(6), value.trim())
  }
  return bindings
}

/** Why a declaration breaks “Namespaces in XML 1.0”, or undefined when it does not. */
export function namespaceFault(bindings: ReadonlyMap<string, string>): 'reserved' | 'empty' | undefined {
  for (const [prefix, uri] of bindings) {
    if (prefix === 'xmlns' || uri === xmlnsUri || (prefix === 'xml') !== (uri === xmlUri)) return 'reserved'
    if (prefix !== '' && uri === '') return 'empty'
  }
  return undefined
}

/** `a`, `p:a`; not `:a`, `a:`, `a:b:c`. */
export function isQualifiedName(name: string): boolean {
  const colon = name.indexOf(':')
  return colon < 0 || (colon > 0 && colon < name.length - 1 && name.indexOf(':', colon + 1) < 0)
}
