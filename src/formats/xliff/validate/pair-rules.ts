/** Start codes and end codes, start markers and end markers: each finds its partner, on its side of the unit. */

import type { XmlElement } from '../../xml/index.ts'
import { attribute, type Check, shown } from './check.ts'
import type { Text } from './walk.ts'

/** `texts`: the sources, or the targets, of one unit (or of a match), in order. */
export function checkPairs(check: Check, texts: readonly Text[]): void {
  const elements = texts.flatMap(text => text.inlines.map(({ element }) => element))
  checkCodes(check, elements)
  checkMarkers(check, elements)
}

function checkCodes(check: Check, elements: readonly XmlElement[]): void {
  const starts = new Map<string, XmlElement>()
  const ended = new Set<string>()
  for (const element of elements) {
    const isIsolated = attribute(element, 'isolated') === 'yes'
    if (element.local === 'sc') {
      const id = attribute(element, 'id')
      if (id !== undefined) starts.set(id, element)
    } else if (element.local === 'ec') {
      checkEndAttributes(check, element, isIsolated)
      const ref = attribute(element, 'startRef')
      if (ref === undefined) continue
      const start = starts.get(ref)
      if (start === undefined)
        check.report('xliff/unpaired-code:no-start', element, { attribute: 'startRef', data: { id: shown(ref) } })
      else if (attribute(start, 'isolated') === 'yes')
        check.report('xliff/unpaired-code:isolated', start, {
          attribute: 'isolated',
          related: element,
          data: { id: shown(ref) },
        })
      else if (ended.has(ref))
        check.report('xliff/unpaired-code:twice', element, { attribute: 'startRef', data: { id: shown(ref) } })
      else checkSameHints(check, start, element)
      ended.add(ref)
    }
  }
  for (const [id, start] of starts) {
    if (!ended.has(id) && attribute(start, 'isolated') !== 'yes')
      check.report('xliff/unpaired-code', start, { data: { id: shown(id) } })
  }
}

/** Isolated: `id` and no `startRef`; else the other way round, and no `dir`. */
function checkEndAttributes(check: Check, element: XmlElement, isIsolated: boolean): void {
  const hasId = attribute(element, 'id') !== undefined
  const hasRef = attribute(element, 'startRef') !== undefined
  if (isIsolated ? !hasId || hasRef : hasId || !hasRef) {
    check.report(isIsolated ? 'xliff/end-code:isolated' : 'xliff/end-code', element)
  }
  if (!isIsolated && attribute(element, 'dir') !== undefined)
    check.report('xliff/end-code:dir', element, { attribute: 'dir' })
}

function checkSameHints(check: Check, start: XmlElement, end: XmlElement): void {
  checkSameWords(check, start, end)
  for (const name of ['canCopy', 'canDelete', 'canReorder', 'canOverlap']) {
    const first = attribute(start, name) ?? 'yes'
    const second = attribute(end, name) ?? 'yes'
    const expected = first === 'firstNo' ? 'no' : first
    if (second !== expected) {
      check.report('xliff/editing-hint:pair', end, {
        attribute: name,
        related: start,
        data: { attribute: name, value: shown(second), expected },
      })
    }
  }
}

/** What both ends may say must be the same. */
function checkSameWords(check: Check, start: XmlElement, end: XmlElement): void {
  for (const name of ['type', 'subType', 'copyOf']) {
    const [first, second] = [attribute(start, name), attribute(end, name)]
    if (first === undefined || second === undefined || first === second) continue
    check.report('xliff/editing-hint:pair', end, {
      attribute: name,
      related: start,
      data: { attribute: name, value: shown(second), expected: shown(first) },
    })
  }
}

function checkMarkers(check: Check, elements: readonly XmlElement[]): void {
  const open = new Map<string, XmlElement>()
  for (const element of elements) {
    if (element.local === 'sm') open.set(attribute(element, 'id') ?? '', element)
    if (element.local !== 'em') continue
    const ref = attribute(element, 'startRef') ?? ''
    if (!open.delete(ref))
      check.report('xliff/unpaired-marker:no-start', element, { attribute: 'startRef', data: { id: shown(ref) } })
  }
  for (const [id, start] of open) check.report('xliff/unpaired-marker', start, { data: { id: shown(id) } })
}
