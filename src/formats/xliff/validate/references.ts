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
const details = new Set(['n', 'd', 't'])
const modulePrefixes = new Set(['mtc', 'gls', 'mda', 'res', 'slr', 'val', 'ctr', 'its', 'tbx'])

/** Elements of the core whose `ref` may be a fragment identifier. */
const referring = new Set(['mrk', 'sm', 'note'])

/** Checks the `ref` of every marker and note of a unit. */
export function checkFragments(check: Check, file: XmlElement, unit: XmlElement): void {
  for (const element of descendants(unit)) {
    if (element.uri !== unit.uri || !referring.has(element.local)) continue
    const ref = attribute(element, 'ref')
    if (ref?.startsWith('#')) checkFragment(check, element, ref, file, unit)
  }
}

function checkFragment(check: Check, at: XmlElement, ref: string, file: XmlElement, unit: XmlElement): void {
  const fault = fragmentFault(check, ref.slice(1), file, unit)
  if (fault !== undefined)
    check.report(`xliff/fragment-identifier:${fault}`, at, { attribute: 'ref', data: { value: shown(ref) } })
}

type FragmentFault = 'syntax' | 'prefix' | 'order' | 'missing'

function fragmentFault(check: Check, fragment: string, file: XmlElement, unit: XmlElement): FragmentFault | undefined {
  const parts = fragment.replace(/^\//, '').split('/')
  let reached = -1
  let isDetailed = false
  let holder = unit
  for (const part of parts) {
    const equals = part.indexOf('=')
    const prefix = equals < 0 ? undefined : part.slice(0, equals)
    const id = part.slice(equals + 1)
    if (!isNameToken(id) || (prefix !== undefined && !/^[A-Za-z][\w.-]*$/.test(prefix))) return 'syntax'
    const rank = prefix === undefined ? -1 : containers.indexOf(prefix)
    if (rank >= 0) {
      if (isDetailed || rank <= reached) return 'order'
      reached = rank
      const next = containerOf(check, rank, id, file, holder)
      if (next === undefined) return 'missing'
      holder = next
      continue
    }
    if (isDetailed) return prefix === undefined || details.has(prefix) ? 'syntax' : 'order'
    isDetailed = true
    const { own, any } = check.idsOf(holder)
    if (prefix !== undefined && !details.has(prefix)) {
      if (prefix.length < 2 || !modulePrefixes.has(prefix)) return 'prefix'
      if (!any.has(id)) return 'missing'
      continue
    }
    const names = detailNames.get(prefix ?? '')
    const locals = own.get(id)
    if (locals === undefined || (names !== undefined && !names.some(name => locals.has(name)))) return 'missing'
  }
  return undefined
}

/** Where the path goes on; the file itself for containers that are somewhere in it. */
function containerOf(
  check: Check,
  rank: number,
  id: string,
  file: XmlElement,
  holder: XmlElement,
): XmlElement | undefined {
  // Another file of the document is not looked into.
  if (rank === 0) return attribute(file, 'id') === id ? file : holder
  return check.containerOf(file, rank === 1 ? 'group' : 'unit', id)
}

const detailNames: ReadonlyMap<string, readonly string[]> = new Map([
  ['n', ['note']],
  ['d', ['data']],
])

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
