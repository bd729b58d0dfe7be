/** Prose rules of XLIFF 2 inside a unit: ids, codes and markers, editing hints, order, states, languages. */

import { attributeOf, childElements, noNamespaces, scanTag, type XmlElement, xmlUri } from '../../xml/index.ts'
import { valueOrEmpty } from '../attributes.ts'
import { idTable } from '../id-table.ts'
import { attribute, type Check, shown } from './check.ts'
import { checkCodePoint, checkCodes, codesOf, type KnownCodes, textsByPart } from './code-rules.ts'
import { checkMarkers } from './marker-rules.ts'
import { checkPairs } from './pair-rules.ts'
import { checkReorder, checkSameSequence } from './reorder-rules.ts'
import { checkReserved } from './reserved.ts'
import { expectedValue } from './values.ts'
import { descendants, own, type Text, textOfPart } from './walk.ts'

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
  readonly unitIds: Pick<ReadonlySet<string>, 'has'>
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
  checkData(check, data)
  checkReserved(check, unit, 'type')
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

/** Targets as they follow one another in the translation. */
function inTargetOrder(texts: readonly Text[], parts: readonly XmlElement[]): readonly Text[] {
  const places = new Map(parts.map((part, i) => [part, i + 1]))
  const orderOf = (text: Text): number => Number(attribute(text.element, 'order') ?? places.get(text.part))
  return texts.toSorted((a, b) => orderOf(a) - orderOf(b))
}

export function dataIds(data: XmlElement | undefined): ReadonlySet<string> {
  return new Set(data === undefined ? [] : childElements(data).flatMap(entry => attribute(entry, 'id') ?? []))
}

/** Ids of original data, and the characters in it. */
export function checkData(check: Check, data: XmlElement | undefined): void {
  if (data === undefined) return
  checkUnique(check, own(data, 'data'), 'data')
  for (const element of descendants(data)) checkCodePoint(check, element)
}

/** As {@link checkUnique}, for the units of a file: of a million ids only numbers are kept. */
export function checkUniqueUnits(check: Check, units: Iterable<XmlElement>): Pick<ReadonlySet<string>, 'has'> {
  const tagAt = (start: number): XmlElement => scanTag(check.text, start, noNamespaces)
  const ids = idTable(start => valueOrEmpty(tagAt(start), 'id'))
  for (const unit of units) {
    const id = attribute(unit, 'id')
    const first = id === undefined ? undefined : ids.add(id, unit.start)
    if (id !== undefined && first !== undefined) reportDuplicate(check, unit, 'id', tagAt(first), id, 'file')
  }
  return { has: id => ids.find(id) !== undefined }
}

function reportDuplicate(
  check: Check,
  at: XmlElement,
  name: string,
  first: XmlElement,
  id: string,
  scope: string,
): void {
  check.report('xliff/duplicate-id', at, { attribute: name, related: first, data: { id: shown(id), scope } })
}

/** Each id once among `elements`. */
export function checkUnique(check: Check, elements: readonly XmlElement[], what: string, name: string = 'id'): void {
  const first = new Map<string, XmlElement>()
  for (const element of elements) {
    const id = attribute(element, name)
    if (id === undefined) continue
    const known = first.get(id)
    if (known === undefined) first.set(id, element)
    else reportDuplicate(check, element, name, known, id, what)
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
      if (earlier !== undefined) reportDuplicate(check, element, 'id', earlier, id, 'unit')
      else if (
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
  const value = attribute(part, 'subState')
  if (value !== undefined) {
    if (state === undefined) check.report('xliff/state:sub-state', part, { attribute: 'subState' })
    if (!/^[^\s:]+:[^\s:]+$/.test(value)) {
      check.report('xliff/attribute-value', part, {
        attribute: 'subState',
        data: { attribute: 'subState', value: shown(value), expected: expectedValue('userValue') },
      })
    }
    checkReserved(check, part, 'subState')
  }
  checkLanguage(check, source, languages.source, 'srcLang')
  if (target === undefined) {
    if (state !== undefined && state !== 'initial')
      check.report('xliff/state:no-target', part, { attribute: 'state', data: { state: shown(state) } })
    return
  }
  if (languages.target === undefined) check.report('xliff/language:no-target-language', target)
  checkLanguage(check, target, languages.target, 'trgLang')
  const expected = (source === undefined ? undefined : attributeOf(source, 'space', xmlUri)) ?? space
  const found = attributeOf(target, 'space', xmlUri) ?? space
  if (found !== expected) check.report('xliff/space', target, { data: { expected } })
}

/** `xml:lang` equals the document's language, or says it more closely (`en-ie` for `en`). */
export function checkLanguage(
  check: Check,
  element: XmlElement | undefined,
  language: string | undefined,
  name: string,
  level: 'error' | 'warning' = 'error',
): void {
  const given = element === undefined ? undefined : attributeOf(element, 'lang', xmlUri)
  if (element === undefined || given === undefined || language === undefined) return
  const [a, b] = [given.toLowerCase(), language.toLowerCase()]
  if (a === b || a.startsWith(`${b}-`)) return
  check.report('xliff/language', element, {
    attribute: 'xml:lang',
    level,
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
