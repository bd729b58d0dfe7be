/** Prose rules about inline codes: references, sub-types, editing hints, copies, code points. */

import type { XmlElement } from '../../xml/index.ts'
import { attribute, type Check, shown } from './check.ts'
import { isCode, type Text } from './walk.ts'

export interface Sides {
  readonly source?: Text
  readonly target?: Text
}

/** What is asked of a unit's codes again and again. */
export interface KnownCodes {
  readonly sides: ReadonlyMap<XmlElement, Sides>
  /** Codes by id, the first of each. */
  readonly byId: ReadonlyMap<string, XmlElement>
  /** Of all targets: see {@link deletionKey}. */
  readonly inTargets: ReadonlySet<string>
  readonly data: ReadonlySet<string>
}

export function textsByPart(texts: readonly Text[]): ReadonlyMap<XmlElement, Sides> {
  const sides = new Map<XmlElement, Sides>()
  for (const text of texts) sides.set(text.part, { ...sides.get(text.part), [text.side]: text })
  return sides
}

/** @see KnownCodes */
export function codesOf(texts: readonly Text[]): Pick<KnownCodes, 'byId' | 'inTargets'> {
  const byId = new Map<string, XmlElement>()
  const inTargets = new Set<string>()
  for (const { side, inlines } of texts) {
    for (const { element } of inlines) {
      if (!isCode(element)) continue
      const id = attribute(element, 'id')
      if (id !== undefined && !byId.has(id)) byId.set(id, element)
      if (side === 'target') inTargets.add(deletionKey(element))
    }
  }
  return { byId, inTargets }
}

/** A code is known by its id, the end of a pair by its start. */
function deletionKey(element: XmlElement): string {
  const id = attribute(element, 'id')
  return id !== undefined ? `id ${id}` : `start ${attribute(element, 'startRef') ?? ''}`
}

/** What codes refer to around their unit. */
export interface CodeContext {
  readonly check: Check
  /** Ids of the units of the file, for sub-flows. */
  readonly unitIds: Pick<ReadonlySet<string>, 'has'>
  readonly version: string
}

export function checkCodes({ check, unitIds, version }: CodeContext, text: Text, known: KnownCodes): void {
  const state = attribute(text.part, 'state')
  for (const { element } of text.inlines) {
    checkCodePoint(check, element)
    checkCode(check, element, known.data, version)
    for (const name of ['subFlows', 'subFlowsStart', 'subFlowsEnd']) {
      for (const id of (attribute(element, name) ?? '').split(/\s+/)) {
        if (id === '' || unitIds.has(id)) continue
        check.report('xliff/reference:sub-flow', element, { attribute: name, data: { id: shown(id) } })
      }
    }
    checkCopy(check, element, known)
    if (text.side === 'source' && attribute(element, 'canDelete') === 'no' && isCode(element)) {
      checkDeleted(check, element, known.sides.get(text.part)?.target, known, state)
    }
  }
}

/** What holds for a code wherever it stands, in a match too. */
export function checkCode(check: Check, element: XmlElement, data: ReadonlySet<string>, version: string): void {
  if (!isCode(element)) return
  for (const name of ['dataRef', 'dataRefStart', 'dataRefEnd']) {
    const ref = attribute(element, name)
    if (ref !== undefined && !data.has(ref))
      check.report('xliff/reference:data', element, { attribute: name, data: { id: shown(ref) } })
  }
  for (const [one, other] of pairedAttributes) {
    const [a, b] = [attribute(element, one), attribute(element, other)]
    if ((a === undefined) !== (b === undefined)) {
      // The text of 2.0 does not say so of `equiv`.
      const level = one === 'equivStart' && version === '2.0' ? 'warning' : 'error'
      check.report('xliff/code:pair', element, {
        attribute: a === undefined ? other : one,
        data: { one, other },
        level,
      })
    }
  }
  const type = attribute(element, 'type')
  const subType = attribute(element, 'subType')
  if (subType !== undefined && type === undefined) check.report('xliff/sub-type', element, { attribute: 'subType' })
  const expected = subType === undefined ? undefined : subTypes.get(subType)
  if (subType?.startsWith('xlf:') && type !== undefined && type !== expected) {
    check.report('xliff/sub-type:mismatch', element, {
      attribute: 'subType',
      data: { value: shown(subType), type: shown(type) },
    })
  }
  const canReorder = attribute(element, 'canReorder')
  if (canReorder === 'no' || canReorder === 'firstNo') {
    if (attribute(element, 'canCopy') !== 'no' || attribute(element, 'canDelete') !== 'no') {
      check.report('xliff/editing-hint:reorder', element, { attribute: 'canReorder', data: { value: canReorder } })
    }
  }
}

const pairedAttributes = [
  ['dataRefStart', 'dataRefEnd'],
  ['subFlowsStart', 'subFlowsEnd'],
  ['equivStart', 'equivEnd'],
] as const

/** Sub-types the standard gives, with their type. */
const subTypes: ReadonlyMap<string, string> = new Map([
  ['xlf:lb', 'fmt'],
  ['xlf:pb', 'fmt'],
  ['xlf:b', 'fmt'],
  ['xlf:i', 'fmt'],
  ['xlf:u', 'fmt'],
  ['xlf:var', 'ui'],
])

export function checkCodePoint(check: Check, element: XmlElement): void {
  const hex = element.local === 'cp' ? attribute(element, 'hex') : undefined
  if (hex === undefined || !/^[0-9A-Fa-f]+$/.test(hex)) return
  // Canonical hexBinary of a code point: two bytes, or three.
  const isCanonical = hex.length === 4 || hex.length === 6
  const code = Number.parseInt(hex, 16)
  const isLegalXml =
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  // C1 controls and DEL are legal but discouraged; the standard's own check lets them be written so.
  const isDiscouraged = code >= 0x7f && code <= 0x9f && code !== 0x85
  if (!isCanonical) check.report('xliff/code-point:length', element, { attribute: 'hex', data: { value: shown(hex) } })
  else if (code > 0x10ffff || (isLegalXml && !isDiscouraged)) {
    check.report('xliff/code-point', element, { attribute: 'hex', data: { value: shown(hex) } })
  }
}

function checkCopy(check: Check, element: XmlElement, { byId }: KnownCodes): void {
  const ref = attribute(element, 'copyOf')
  if (ref === undefined) return
  const data = { id: shown(ref) }
  const found = byId.get(ref)
  const base = found === element ? undefined : found
  if (base === undefined) check.report('xliff/reference:copy', element, { attribute: 'copyOf', data })
  else if (attribute(base, 'canCopy') === 'no') {
    check.report('xliff/copy-of:forbidden', element, { attribute: 'copyOf', related: base, data })
  }
  if (hasData(element) || (base !== undefined && hasData(base))) {
    check.report('xliff/copy-of:data', element, { attribute: 'copyOf', data })
  }
}

function hasData(element: XmlElement): boolean {
  return ['dataRef', 'dataRefStart', 'dataRefEnd'].some(name => attribute(element, name) !== undefined)
}

/**
 * A code that may not be deleted is missing in the target, and in the other targets of the unit: an error once the segment
 * is final, until then a warning. Without a state it is an error too: no one is going to work on it.
 */
function checkDeleted(
  check: Check,
  element: XmlElement,
  target: Text | undefined,
  { inTargets }: KnownCodes,
  state: string | undefined,
): void {
  if (target === undefined || inTargets.has(deletionKey(element))) return
  const level = state === undefined || state === 'final' ? 'error' : 'warning'
  const data = { id: shown(attribute(element, 'id') ?? attribute(element, 'startRef')) }
  check.report('xliff/editing-hint:deleted', element, { level, data, related: target.element })
}
