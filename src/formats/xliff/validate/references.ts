/**
 * Fragment identifiers (XLIFF 2, section 3): `#f=f1/u=u1/s1`, `#n=n1`, `#/f=f1/u=1/my=x1`. Parts go from file to group or unit to
 * one thing in it; each is a prefix and an NMTOKEN, or, for what stands in a source, an NMTOKEN alone.
 */

import { attributeOf, type XmlElement, xmlUri } from '../../xml/index.ts'
import { isNameToken } from '../ids.ts'
import { attribute, type Check, shown } from './check.ts'
import { descendants } from './walk.ts'

/** Prefixes of the core; those of modules; and of registered extensions (TBX, used in the standard's own examples). */
const containers = ['f', 'g', 'u']
const details = new Set(['n', 'd', 't', 's'])
const modulePrefixes = new Set(['mtc', 'gls', 'mda', 'res', 'slr', 'val', 'ctr', 'its', 'tbx'])

export interface FragmentScope {
  readonly root: XmlElement
  readonly file: XmlElement
  readonly unit: XmlElement
  /** Namespaces known under a prefix in this file: an extension's own prefix is one it has registered. */
}

/** Checks the `ref` of every marker and of every module element that has an IRI for reference. */
export function checkFragments(check: Check, file: XmlElement, unit: XmlElement | undefined, holder: XmlElement): void {
  for (const element of descendants(holder)) {
    if (element.uri !== holder.uri || (element.local !== 'mrk' && element.local !== 'sm')) continue
    const ref = attribute(element, 'ref')
    if (ref?.startsWith('#')) checkFragment(check, element, ref, file, unit)
  }
}

export function checkFragment(
  check: Check,
  at: XmlElement,
  ref: string,
  file: XmlElement,
  unit: XmlElement | undefined,
): void {
  const fault = fragmentFault(ref.slice(1), file, unit)
  if (fault !== undefined)
    check.report(`xliff/fragment-identifier:${fault}`, at, { attribute: 'ref', data: { value: shown(ref) } })
}

type FragmentFault = 'syntax' | 'prefix' | 'order' | 'missing'

function fragmentFault(fragment: string, file: XmlElement, unit: XmlElement | undefined): FragmentFault | undefined {
  const parts = fragment.replace(/^\//, '').split('/')
  let reached = -1
  let isDetailed = false
  let holder: XmlElement | undefined = unit ?? file
  for (const part of parts) {
    const found = /^(?:([^=]*)=)?(.*)$/s.exec(part)
    const prefix = found?.[1]
    const id = found?.[2] ?? ''
    if (!isNameToken(id) || (prefix !== undefined && !/^[A-Za-z][\w.-]*$/.test(prefix))) return 'syntax'
    const rank = prefix === undefined ? -1 : containers.indexOf(prefix)
    if (rank >= 0) {
      if (isDetailed || rank < reached) return 'order'
      reached = rank
      holder = containerOf(rank, id, file, holder)
      if (holder === undefined) return 'missing'
      continue
    }
    if (isDetailed) return prefix === undefined || details.has(prefix) ? 'syntax' : 'order'
    isDetailed = true
    if (prefix === undefined) {
      if (!hasInSource(holder, id)) return 'missing'
    } else if (details.has(prefix)) {
      if (!hasDetail(holder, prefix, id)) return 'missing'
    } else if (prefix.length < 2) return 'prefix'
    else if (!modulePrefixes.has(prefix)) return 'prefix'
    else if (!hasModuleId(holder, id)) return 'missing'
  }
  return undefined
}

function containerOf(
  rank: number,
  id: string,
  file: XmlElement,
  holder: XmlElement | undefined,
): XmlElement | undefined {
  // Another file of the document is looked for by the caller's root; here only this one is known.
  if (rank === 0) return attribute(file, 'id') === id ? file : holder
  const name = rank === 1 ? 'group' : 'unit'
  for (const element of descendants(file)) {
    if (element.local === name && element.uri === file.uri && attribute(element, 'id') === id) return element
  }
  return undefined
}

function hasInSource(holder: XmlElement, id: string): boolean {
  for (const element of descendants(holder)) {
    if (element.uri === holder.uri && attribute(element, 'id') === id) return true
  }
  return false
}

const detailNames: Readonly<Record<string, readonly string[]>> = { n: ['note'], d: ['data'], s: ['source'], t: [] }

function hasDetail(holder: XmlElement, prefix: string, id: string): boolean {
  const names = detailNames[prefix] ?? []
  for (const element of descendants(holder)) {
    if (attribute(element, 'id') === id && (names.length === 0 || names.includes(element.local))) return true
  }
  return false
}

function hasModuleId(holder: XmlElement, id: string): boolean {
  for (const element of descendants(holder)) {
    if (attribute(element, 'id') === id || attributeOf(element, 'id', xmlUri) === id) return true
  }
  return false
}

/** Ids of an extension's elements are unique within their file, group or unit. */
export function checkExtensionIds(check: Check, holder: XmlElement, isOurs: (uri: string) => boolean): void {
  const first = new Map<string, XmlElement>()
  const visit = (element: XmlElement): void => {
    for (const child of element.children) {
      if (child.kind !== 'element') continue
      if (child.uri === holder.uri) continue
      if (!isOurs(child.uri)) {
        const id = attribute(child, 'id') ?? attributeOf(child, 'id', xmlUri)
        const key = `${child.uri} ${id ?? ''}`
        const known = id === undefined ? undefined : first.get(key)
        if (known !== undefined) {
          check.report('xliff/duplicate-id', child, {
            attribute: 'id',
            related: known,
            data: { id: shown(id), scope: holder.local },
          })
        } else if (id !== undefined) first.set(key, child)
      }
      visit(child)
    }
  }
  visit(holder)
}
