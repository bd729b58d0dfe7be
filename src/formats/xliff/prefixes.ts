/** Which prefix means which namespace, in what is read and in what is written. */

import type { Attribute } from '../../model/index.ts'
import { unboundUri, xmlUri } from '../xml/index.ts'
import { moduleUris, xliff12Uri, xliff20Uri, xliff22Uri } from './namespaces.ts'

/** Prefixes of namespaces we know, as the standard and we use them. */
const knownUris: Readonly<Record<string, string>> = {
  ...moduleUris,
  ctr: 'urn:oasis:names:tc:xliff:changetracking:2.0',
  /** What one version of XLIFF has and the other not goes there under the namespace of its own. */
  xliff12: xliff12Uri,
  xliff2: xliff20Uri,
}
const knownPrefixes = new Map(Object.entries(knownUris).map(([prefix, uri]) => [uri, prefix]))

/** Core namespaces: an attribute of another version that is kept in this one is read as if it had no prefix. */
const coreUris = new Set([xliff12Uri, xliff20Uri, xliff22Uri])

/** Of 1.2; XLIFF 2 has them in few places, and there they are kept under the namespace of 1.2 elsewhere. */
const xmlNames = new Set(['lang', 'space'])

/** An attribute as the model names it: modules by their usual prefix, XLIFF's own without, others with their namespace. */
export function modelAttribute(name: string, local: string, uri: string, value: string): Attribute {
  if (uri === '' || uri === xmlUri) return { name, value }
  if (coreUris.has(uri)) return { name: xmlNames.has(local) ? `xml:${local}` : local, value }
  const known = knownPrefixes.get(uri)
  return known === undefined ? { name, value, uri } : { name: `${known}:${local}`, value }
}

/** The namespace of a prefixed attribute of the model; undefined where nobody knows it. */
export function attributeUri({ name, uri }: Attribute): string | undefined {
  if (uri !== undefined) return uri.startsWith(unboundUri) ? undefined : uri
  const prefix = name.slice(0, Math.max(name.indexOf(':'), 0))
  return Object.hasOwn(knownUris, prefix) ? knownUris[prefix] : undefined
}

/** Prefixes of a fresh file, given out as they are used and declared at its root. */
export interface PrefixTable {
  /** The prefix for a namespace; `wanted` is taken where it is free. */
  of(uri: string, wanted?: string): string
  has(uri: string): boolean
  /** Prefix and namespace: those of modules first, in the order of the standard, then the others as they were first used. */
  declared(): readonly (readonly [prefix: string, uri: string])[]
}

export function prefixTable(): PrefixTable {
  const prefixes = new Map<string, string>()
  const taken = new Set<string>(['xml', 'xmlns'])
  return {
    of(uri, wanted = '') {
      const known = prefixes.get(uri)
      if (known !== undefined) return known
      const own = knownPrefixes.get(uri)
      let prefix = own ?? wanted
      for (let number = 1; prefix === '' || taken.has(prefix) || isReserved(prefix, own); number++)
        prefix = `ns${number}`
      taken.add(prefix)
      prefixes.set(uri, prefix)
      return prefix
    },
    has: uri => prefixes.has(uri),
    declared() {
      const others = [...prefixes]
        .filter(([uri]) => !knownPrefixes.has(uri))
        .map(([uri, prefix]) => [prefix, uri] as const)
      return [...Object.entries(knownUris).filter(([, uri]) => prefixes.has(uri)), ...others]
    },
  }
}

/** A usual prefix of a module is kept for it. */
function isReserved(prefix: string, own: string | undefined): boolean {
  return own !== prefix && Object.hasOwn(knownUris, prefix)
}
