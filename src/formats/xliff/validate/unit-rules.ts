/** Prose rules of XLIFF 2 inside a unit: ids, codes and markers, editing hints, order, states, languages. */

import { attributeOf, childElements, type XmlElement, xmlUri } from '../../xml/index.ts'
import { attribute, type Check, shown } from './check.ts'
import { checkMarkers } from './marker-rules.ts'
import { checkPairs } from './pair-rules.ts'
import { checkReorder, checkSameSequence } from './reorder-rules.ts'
import { expectedValue } from './values.ts'
import { isCode, own, type Text, textOfPart } from './walk.ts'

export interface DocumentLanguages {
  readonly source: string | undefined
  readonly target: string | undefined
}

/** Where a unit stands. */
export interface UnitContext {
  readonly check: Check
  readonly unit: XmlElement
  readonly languages: DocumentLanguages
  /** Ids of the units of the file, for sub-flows. */
  readonly unitIds: ReadonlySet<string>
  /** `xml:space` that holds in the unit. */
  readonly space: string
  readonly version: string
}

export function checkUnit(context: UnitContext): void {
  const { check, unit } = context
  const parts = childElements(unit).filter(
    child => child.uri === unit.uri && (child.local === 'segment' || child.local === 'ignorable'),
  )
  if (!parts.some(part => part.local === 'segment')) check.report('xliff/missing-element:segment', unit)
  const texts = parts.flatMap(part => {
    const source = textOfPart(part, 'source', unit.uri)
    const target = textOfPart(part, 'target', unit.uri)
    return [source, target].filter(text => text !== undefined)
  })
  const data = own(unit, 'originalData')[0]
  checkDataIds(check, data)
  checkIds(check, parts, texts)
  for (const part of parts) checkPart(context, part)
  checkOrder(check, parts)
  for (const side of ['source', 'target'] as const) {
    const own = texts.filter(text => text.side === side)
    checkPairs(check, own)
    checkReorder(check, side === 'source' ? own : inTargetOrder(own, parts))
  }
  const sides = textsByPart(texts)
  for (const { source, target } of sides.values()) {
    if (source !== undefined && target !== undefined) checkSameSequence(check, source, target)
  }
  const known: KnownCodes = { sides, ...codesOf(texts), data: dataIds(data) }
  for (const text of texts) checkCodes(context, text, known)
  checkMarkers(check, unit, texts)
}

interface Sides {
  readonly source?: Text
  readonly target?: Text
}

/** What is asked of a unit's codes again and again. */
interface KnownCodes {
  readonly sides: ReadonlyMap<XmlElement, Sides>
  /** Codes by id, the first of each. */
  readonly byId: ReadonlyMap<string, XmlElement>
  /** Of all targets: see {@link deletionKey}. */
  readonly inTargets: ReadonlySet<string>
  readonly data: ReadonlySet<string>
}

function textsByPart(texts: readonly Text[]): ReadonlyMap<XmlElement, Sides> {
  const sides = new Map<XmlElement, Sides>()
  for (const text of texts) sides.set(text.part, { ...sides.get(text.part), [text.side]: text })
  return sides
}

function codesOf(texts: readonly Text[]): Pick<KnownCodes, 'byId' | 'inTargets'> {
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

/** Targets as they follow one another in the translation. */
function inTargetOrder(texts: readonly Text[], parts: readonly XmlElement[]): readonly Text[] {
  const places = new Map(parts.map((part, i) => [part, i + 1]))
  const orderOf = (text: Text): number => Number(attribute(text.element, 'order') ?? places.get(text.part))
  return texts.toSorted((a, b) => orderOf(a) - orderOf(b))
}

export function dataIds(data: XmlElement | undefined): ReadonlySet<string> {
  return new Set(data === undefined ? [] : childElements(data).flatMap(entry => attribute(entry, 'id') ?? []))
}

export function checkDataIds(check: Check, data: XmlElement | undefined): void {
  if (data !== undefined) checkUnique(check, own(data, 'data'), 'data')
}

/** Each id once among `elements`. */
export function checkUnique(check: Check, elements: readonly XmlElement[], what: string, name: string = 'id'): void {
  const first = new Map<string, XmlElement>()
  for (const element of elements) {
    const id = attribute(element, name)
    if (id === undefined) continue
    const known = first.get(id)
    if (known === undefined) first.set(id, element)
    else
      check.report('xliff/duplicate-id', element, {
        attribute: name,
        related: known,
        data: { id: shown(id), scope: what },
      })
  }
}

function kindKey(element: XmlElement): string {
  return `${element.local} ${attribute(element, 'id') ?? ''}`
}

/**
 * Segments, ignorables and the inline elements of sources have unique ids in the unit; an inline element of a target has
 * the id of its like in the sibling source, or one of its own.
 */
function checkIds(check: Check, parts: readonly XmlElement[], texts: readonly Text[]): void {
  const sources = texts.filter(text => text.side === 'source')
  const elements = [...parts, ...sources.flatMap(text => text.inlines.map(({ element }) => element))]
  checkUnique(
    check,
    elements.toSorted((a, b) => a.start - b.start),
    'unit',
  )
  const holders = new Map<string, XmlElement>()
  for (const element of elements) {
    const id = attribute(element, 'id')
    if (id !== undefined && !holders.has(id)) holders.set(id, element)
  }
  const inTargets = new Map<string, XmlElement>()
  const kinds = new Map(sources.map(text => [text.part, new Set(text.inlines.map(({ element }) => kindKey(element)))]))
  for (const text of texts) {
    if (text.side !== 'target') continue
    const alike = kinds.get(text.part)
    for (const { element } of text.inlines) {
      const id = attribute(element, 'id')
      if (id === undefined) continue
      const earlier = inTargets.get(id)
      const holder = holders.get(id)
      const like = alike?.has(kindKey(element))
      if (earlier !== undefined) {
        check.report('xliff/duplicate-id', element, {
          attribute: 'id',
          related: earlier,
          data: { id: shown(id), scope: 'unit' },
        })
      } else if (
        holder !== undefined &&
        like !== true &&
        (holder.local !== element.local || holder.local === 'segment' || holder.local === 'ignorable')
      ) {
        check.report('xliff/duplicate-id:target', element, {
          attribute: 'id',
          related: holder,
          data: { id: shown(id) },
        })
      }
      inTargets.set(id, element)
    }
  }
}

function checkPart({ check, languages, space }: UnitContext, part: XmlElement): void {
  const source = own(part, 'source')[0]
  const target = own(part, 'target')[0]
  const state = attribute(part, 'state')
  if (attribute(part, 'subState') !== undefined) {
    if (state === undefined) check.report('xliff/state:sub-state', part, { attribute: 'subState' })
    const value = attribute(part, 'subState') ?? ''
    if (!/^[^\s:]+:[^\s:]+$/.test(value)) {
      check.report('xliff/attribute-value', part, {
        attribute: 'subState',
        data: { attribute: 'subState', value: shown(value), expected: expectedValue('userValue') },
      })
    }
  }
  if (target === undefined) {
    if (state !== undefined && state !== 'initial')
      check.report('xliff/state:no-target', part, { attribute: 'state', data: { state: shown(state) } })
    return
  }
  if (languages.target === undefined) check.report('xliff/language:no-target-language', target)
  checkLanguage(check, source, languages.source, 'srcLang')
  checkLanguage(check, target, languages.target, 'trgLang')
  const [first, second] = [source, target].map(
    element => (element === undefined ? undefined : attributeOf(element, 'space', xmlUri)) ?? space,
  )
  if (first !== second) check.report('xliff/space', target, { data: { expected: first ?? '' } })
}

/** `xml:lang` equals the document's language, or says it more closely (`en-ie` for `en`). */
export function checkLanguage(
  check: Check,
  element: XmlElement | undefined,
  language: string | undefined,
  name: string,
): void {
  const given = element === undefined ? undefined : attributeOf(element, 'lang', xmlUri)
  if (element === undefined || given === undefined || language === undefined) return
  const [a, b] = [given.toLowerCase(), language.toLowerCase()]
  if (a === b || a.startsWith(`${b}-`)) return
  check.report('xliff/language', element, {
    attribute: 'xml:lang',
    data: { value: shown(given), expected: shown(language), attribute: name },
  })
}

/** Positions of targets: from 1 to the number of parts, each once, the implied ones counted. */
function checkOrder(check: Check, parts: readonly XmlElement[]): void {
  const targets = parts.map(part => own(part, 'target')[0])
  if (!targets.some(target => target !== undefined && attribute(target, 'order') !== undefined)) return
  const places = new Map<number, XmlElement>()
  targets.forEach((target, i) => {
    if (target === undefined) return
    const given = attribute(target, 'order')
    const order = given === undefined ? i + 1 : Number(given)
    if (order > parts.length)
      check.report('xliff/order:range', target, { attribute: 'order', data: { order, last: parts.length } })
    const taken = places.get(order)
    if (taken !== undefined) {
      check.report('xliff/order', target, { attribute: 'order', related: taken, data: { order } })
    }
    places.set(order, target)
  })
}

function checkCodes({ check, unitIds, version }: UnitContext, text: Text, known: KnownCodes): void {
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
  if (code > 0x10ffff || (isLegalXml && !isDiscouraged)) {
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
