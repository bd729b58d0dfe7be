/** What markup of a file that is written anew may use: every namespace, declared at the root. */

import { type Document, type DocumentFile, type Group, unitsOf } from '../../model/index.ts'
import { escapeAttribute } from '../xml/index.ts'
import { type ForeignPlace, isWritable, withUniqueId, writeForeign } from './foreign.ts'
import { coreUri, moduleUris, type XliffVersion, xliff12Uri, xliff20Uri } from './namespaces.ts'
import { attributeUri, prefixTable } from './prefixes.ts'
import type { UnitPlace } from './write-unit-2.ts'

export interface FreshPlace extends UnitPlace, ForeignPlace {
  otherVersion(name: string): string
  /** The declarations of all namespaces used until now. */
  declarations(): string
}

/** Attributes that point to elements of modules. */
const needsModule = new Set(['slr:sizeInfoRef', 'its:locQualityIssuesRef', 'its:provenanceRecordsRef'])

/** A place where every namespace has one prefix. What points to modules is left out where the document has none. */
export function freshPlace(version: XliffVersion, document: Document): FreshPlace {
  const prefixes = prefixTable()
  const core = coreUri(version)
  const hasModules = hasForeign(document)
  // XLIFF 2 allows the language and the white space of a text in few places, all of which say so themselves.
  const xmlName = (name: string): string =>
    version === '1.2' || (name !== 'xml:lang' && name !== 'xml:space')
      ? name
      : `${prefixes.of(xliff12Uri)}:${name.slice(4)}`
  const place: FreshPlace = {
    version,
    prefix: '',
    prefixes,
    coreUri: core,
    hasModules,
    module: name => ({ prefix: `${prefixes.of(moduleUris[name])}:`, declaration: [] }),
    attribute(given) {
      const colon = given.name.indexOf(':')
      if (given.name.startsWith('xml:')) return xmlName(given.name)
      const uri = attributeUri(given)
      if (uri === undefined || (!hasModules && needsModule.has(given.name))) return undefined
      return `${prefixes.of(uri, given.name.slice(0, colon))}:${given.name.slice(colon + 1)}`
    },
    otherVersion: name => `${prefixes.of(version === '1.2' ? xliff20Uri : xliff12Uri)}:${name}`,
    foreign: (list, ids = new Set()) =>
      (list ?? [])
        .filter(element => hasPlace(element.uri, version) && isWritable(element))
        .map(element => writeForeign(version === '1.2' ? element : withUniqueId(element, ids), place)),
    declarations: () =>
      prefixes
        .declared()
        .map(([prefix, uri]) => ` xmlns:${prefix}="${escapeAttribute(uri)}"`)
        .join(''),
  }
  return place
}

/** Elements of the core of the version that is written stand where its schema wants them, not among foreign ones. */
function hasPlace(uri: string, version: XliffVersion): boolean {
  return version === '1.2' || !uri.startsWith('urn:oasis:names:tc:xliff:document:2.')
}

function hasForeign(document: Document): boolean {
  if (document.foreign !== undefined) return true
  const inContainer = (container: DocumentFile | Group): boolean =>
    container.foreign !== undefined || container.children.some(child => child.kind === 'group' && inContainer(child))
  if (document.files.some(inContainer)) return true
  for (const { foreign } of unitsOf(document)) if (foreign !== undefined) return true
  return false
}
