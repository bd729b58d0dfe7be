/** States of XLIFF 1.2 and of vendors ↔ the four states of XLIFF 2. */

import type { State } from '../../model/index.ts'
import { attributeOf, childElements, type XmlElement } from '../xml/index.ts'
import { value } from './attributes.ts'
import { type Flavour, vendorUris } from './namespaces.ts'

/** A state as read. `subState` keeps what the four states do not say. */
export interface StateReading {
  readonly state: State
  readonly subState?: string
}

/** XLIFF 1.2, section 2.5 `state`, in the order of its list. */
const states12: ReadonlyMap<string, State> = new Map([
  ['new', 'initial'],
  ['needs-translation', 'initial'],
  ['needs-adaptation', 'initial'],
  ['needs-l10n', 'initial'],
  ['needs-review-adaptation', 'translated'],
  ['needs-review-l10n', 'translated'],
  ['needs-review-translation', 'translated'],
  ['translated', 'translated'],
  ['signed-off', 'reviewed'],
  ['final', 'final'],
  // Names of XLIFF 2 met in 1.2 files.
  ['initial', 'initial'],
  ['reviewed', 'reviewed'],
])

/** What we write in 1.2. */
export const written12: Readonly<Record<State, string>> = {
  initial: 'needs-translation',
  translated: 'translated',
  reviewed: 'signed-off',
  final: 'final',
}

/** `subState` prefix for 1.2 values: `xliff12:needs-l10n`, `xliff12:new/leveraged-tm`. */
const prefix12 = 'xliff12:'

/** The state of a trans-unit's target: `state` and `state-qualifier`, else `approved`, else whether there is a target. */
export function readState12(unit: XmlElement, target: XmlElement | undefined): StateReading {
  const state = target === undefined ? undefined : value(target, 'state')
  const qualifier = target === undefined ? undefined : value(target, 'state-qualifier')
  if (state === undefined) {
    const isApproved = value(unit, 'approved') === 'yes' && target !== undefined
    const own: State = isApproved ? 'final' : 'initial'
    return { state: own, ...subState12('', qualifier) }
  }
  const known = states12.get(state)
  const plain = known !== undefined && (written12[known] === state || state === known)
  return { state: known ?? 'initial', ...subState12(plain ? '' : state, qualifier) }
}

function subState12(state: string, qualifier: string | undefined): { subState?: string } {
  if (state === '' && qualifier === undefined) return {}
  // Ours, written into 1.2 as `x-tilmash:source-changed`.
  if (state === '' && qualifier !== undefined && /^x-[^\s:]+:[^\s:]+$/.test(qualifier))
    return { subState: qualifier.slice(2) }
  const text = qualifier === undefined ? state : `${state}/${qualifier}`
  return { subState: prefix12 + text.replaceAll(/[\s:]/g, '-') }
}

/** The attributes of a 1.2 target for a state. A sub-state kept from 1.2 comes back as it was when it still fits. */
export function writeState12(
  state: State,
  subState: string | undefined,
): { state: string; qualifier: string | undefined } {
  const plain = written12[state]
  if (subState === undefined) return { state: plain, qualifier: undefined }
  if (!subState.startsWith(prefix12)) return { state: plain, qualifier: `x-${subState}` }
  const [own = '', qualifier] = subState.slice(prefix12.length).split('/')
  const fits = own !== '' && (states12.get(own) ?? 'initial') === state
  return { state: fits ? own : plain, qualifier }
}

/** How a vendor tells a segment's state: an attribute of the unit, or of an element that names the segment. */
interface VendorStates {
  readonly attribute: string
  readonly uri: string
  readonly read: ReadonlyMap<string, State>
  readonly write: Readonly<Record<State, string>>
}

/** Values as the tools write them; what we do not know reads as initial and is kept. */
const vendors: Partial<Record<Flavour, VendorStates>> = {
  sdl: {
    attribute: 'conf',
    uri: '',
    read: new Map<string, State>([
      ['Draft', 'initial'],
      ['Translated', 'translated'],
      ['RejectedTranslation', 'initial'],
      ['ApprovedTranslation', 'reviewed'],
      ['RejectedSignOff', 'translated'],
      ['ApprovedSignOff', 'final'],
    ]),
    write: { initial: 'Draft', translated: 'Translated', reviewed: 'ApprovedTranslation', final: 'ApprovedSignOff' },
  },
  memoq: {
    attribute: 'status',
    uri: vendorUris.memoq,
    read: new Map<string, State>([
      ['NotStarted', 'initial'],
      ['PartiallyEdited', 'initial'],
      ['Pretranslated', 'initial'],
      ['ManuallyConfirmed', 'translated'],
      ['Reviewer1Confirmed', 'reviewed'],
      ['Reviewer2Confirmed', 'reviewed'],
      ['Proofread', 'final'],
      ['Rejected', 'initial'],
    ]),
    write: {
      initial: 'PartiallyEdited',
      translated: 'ManuallyConfirmed',
      reviewed: 'Reviewer1Confirmed',
      final: 'Proofread',
    },
  },
  phrase: {
    attribute: 'confirmed',
    uri: vendorUris.phrase,
    read: new Map<string, State>([
      ['0', 'initial'],
      ['1', 'translated'],
    ]),
    write: { initial: '0', translated: '1', reviewed: '1', final: '1' },
  },
}

/** The element and attribute that hold a segment's state in a vendor file; `value` undefined when it says nothing. */
export interface VendorState extends StateReading {
  readonly element: XmlElement
  /** As written, with its prefix. */
  readonly attribute: string
  readonly value: string | undefined
  readonly written: Readonly<Record<State, string>>
}

/** Undefined for files of no vendor, and where the vendor has no place for this segment. */
export function vendorState(unit: XmlElement, mid: string | undefined, flavour: Flavour): VendorState | undefined {
  const vendor = vendors[flavour]
  if (vendor === undefined) return undefined
  const element = flavour === 'sdl' ? sdlSegment(unit, mid) : unit
  if (element === undefined) return undefined
  const given = attributeOf(element, vendor.attribute, vendor.uri)
  const prefix = vendor.uri === '' ? '' : unit.scope.attributePrefixOf(vendor.uri)
  if (prefix === undefined) return undefined
  const state = vendor.read.get(given ?? '') ?? 'initial'
  const isPlain = given === undefined || vendor.write[state] === given || flavour === 'phrase'
  return {
    element,
    attribute: prefix === '' ? vendor.attribute : `${prefix}:${vendor.attribute}`,
    value: given,
    written: vendor.write,
    state,
    ...(isPlain ? {} : { subState: `${flavour}:${given}` }),
  }
}

/** `sdl:seg-defs/sdl:seg` with the segment's id. */
export function sdlSegment(unit: XmlElement, mid: string | undefined): XmlElement | undefined {
  const definitions = childElements(unit).find(child => child.local === 'seg-defs' && child.uri === vendorUris.sdl)
  if (definitions === undefined) return undefined
  const segments = childElements(definitions)
  return mid === undefined && segments.length === 1
    ? segments[0]
    : segments.find(segment => value(segment, 'id') === mid)
}
