/** Locks of vendors: a segment that no one is to change. */

import { attributeOf, type XmlElement } from '../xml/index.ts'
import { type Flavour, vendorUris } from './namespaces.ts'
import { sdlSegment } from './states-12.ts'

/** How a vendor locks: an attribute of the unit, or of the element that names the segment. */
interface VendorLocks {
  readonly attribute: string
  readonly uri: string
  readonly locked: string
  /** Undefined: the attribute goes. */
  readonly unlocked: string | undefined
}

const vendors: Partial<Record<Flavour, VendorLocks>> = {
  sdl: { attribute: 'locked', uri: '', locked: 'true', unlocked: 'false' },
  memoq: { attribute: 'locked', uri: vendorUris.memoq, locked: 'locked', unlocked: undefined },
  phrase: { attribute: 'locked', uri: vendorUris.phrase, locked: 'true', unlocked: 'false' },
}

export interface VendorLock {
  readonly element: XmlElement
  /** As written, with its prefix. */
  readonly attribute: string
  readonly isLocked: boolean
  /** The value that locks or unlocks; undefined: no attribute. */
  written(isLocked: boolean): string | undefined
}

/** Undefined for files of no vendor with locks, and where the vendor has no place for this segment. */
export function vendorLock(unit: XmlElement, mid: string | undefined, flavour: Flavour): VendorLock | undefined {
  const vendor = vendors[flavour]
  const element = flavour === 'sdl' ? sdlSegment(unit, mid) : unit
  if (vendor === undefined || element === undefined) return undefined
  const given = attributeOf(element, vendor.attribute, vendor.uri)
  const prefix = vendor.uri === '' ? '' : unit.scope.attributePrefixOf(vendor.uri)
  if (prefix === undefined) return undefined
  // A tool that writes "false" where its vendor leaves the attribute out is answered in its own words.
  const isPlain = given === 'true' || given === 'false'
  return {
    element,
    attribute: prefix === '' ? vendor.attribute : `${prefix}:${vendor.attribute}`,
    isLocked: given === 'true' || given === vendor.locked,
    written: isLocked => (isPlain ? String(isLocked) : isLocked ? vendor.locked : vendor.unlocked),
  }
}
