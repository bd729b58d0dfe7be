/** Rules of XLIFF 1.2: the transitional schema with its keys, and what its text says of pairs, ids and languages. */

import type { Level } from '../../../model/index.ts'
import { childElements, type XmlElement } from '../../xml/index.ts'
import { xliff12Uri } from '../namespaces.ts'
import { attribute, type Check, shown } from './check.ts'
import type { Grammar } from './grammar-2.ts'
import { grammar12 } from './grammar-12.ts'
import { checkStructure } from './structure.ts'
import { checkUnique, checkUniqueUnits } from './unit-rules.ts'
import { descendants, own } from './walk.ts'

export function checkDocument12(check: Check & { unit: string | undefined }, root: XmlElement): void {
  if (!/^urn:oasis:names:tc:xliff:document:1\.[0-2]$/.test(root.uri)) {
    check.report('xliff/namespace', root, {
      attribute: 'xmlns',
      data: { value: shown(root.uri), expected: xliff12Uri },
    })
  }
  const grammar = grammar12(root.uri)
  checkStructure(check, grammar, root, '')
  for (const file of own(root, 'file')) checkFile(check, grammar, file)
}

function checkFile(check: Check & { unit: string | undefined }, grammar: Grammar, file: XmlElement): void {
  const units = (): Iterable<XmlElement> => named(file, unitNames)
  const unitIds = checkUniqueUnits(check, units())
  checkUnique(check, [...named(file, groupNames)], 'file')
  const header = own(file, 'header')[0]
  const inHeader = header === undefined ? [] : [...descendants(header)]
  const keys: Keys = {
    tools: valuesOf(inHeader, 'tool', 'tool-id'),
    phases: valuesOf(inHeader, 'phase', 'phase-name'),
    units: unitIds,
    names: new Map(uniqueNames.map(([local, name]) => [local, { name, first: new Map() }])),
  }
  checkKey(check, file, 'tool-id', keys.tools)
  for (const element of descendants(file)) {
    if (element.uri === file.uri && !check.shell.isClosed(element)) checkKeys(check, element, keys)
  }
  for (const closed of units()) {
    if (closed.local !== 'trans-unit') continue
    const unit = check.shell.open(closed)
    check.unit = attribute(unit, 'id')
    checkStructure(check, grammar, unit, 'body')
    for (const element of [unit, ...descendants(unit)]) if (element.uri === file.uri) checkKeys(check, element, keys)
    checkUnit(check, unit)
  }
  check.unit = undefined
}

const unitNames: ReadonlySet<string> = new Set(['trans-unit', 'bin-unit'])
const groupNames: ReadonlySet<string> = new Set(['group'])

function* named(file: XmlElement, locals: ReadonlySet<string>): Generator<XmlElement> {
  for (const element of descendants(file)) if (element.uri === file.uri && locals.has(element.local)) yield element
}

/** What the elements of a file refer to, and names that are to be unique in it. */
interface Keys {
  readonly tools: ReadonlySet<string>
  readonly phases: ReadonlySet<string>
  readonly units: Pick<ReadonlySet<string>, 'has'>
  /** By element: the attribute, and the first element with each value. */
  readonly names: ReadonlyMap<string, { readonly name: string; readonly first: Map<string, XmlElement> }>
}

function checkKeys(check: Check, element: XmlElement, { tools, phases, units, names }: Keys): void {
  const { local } = element
  const unique = names.get(local)
  const value = unique === undefined ? undefined : attribute(element, unique.name)
  if (unique !== undefined && value !== undefined) {
    const first = unique.first.get(value)
    if (first === undefined) unique.first.set(value, element)
    else {
      const data = { id: shown(value), scope: 'file' }
      check.report('xliff/duplicate-id', element, { attribute: unique.name, related: first, data })
    }
  }
  if (local === 'phase' || local === 'alt-trans') checkKey(check, element, 'tool-id', tools)
  if (local === 'count' || local === 'trans-unit' || local === 'target') checkKey(check, element, 'phase-name', phases)
  if (inlineNames.has(local)) checkKey(check, element, 'xid', units, 'warning')
}

/** Keys of the schema: element, attribute. */
const uniqueNames = [
  ['context-group', 'name'],
  ['count-group', 'name'],
  ['phase', 'phase-name'],
  ['tool', 'tool-id'],
  ['external-file', 'uid'],
] as const

const inlineNames = new Set(['bpt', 'ept', 'it', 'ph', 'g', 'x', 'bx', 'ex', 'sub'])

function valuesOf(elements: readonly XmlElement[], local: string, name: string): ReadonlySet<string> {
  return new Set(elements.flatMap(element => (element.local === local ? (attribute(element, name) ?? []) : [])))
}

function checkKey(
  check: Check,
  element: XmlElement,
  name: string,
  keys: Pick<ReadonlySet<string>, 'has'>,
  level: Level = 'error',
): void {
  const ref = attribute(element, name)
  if (ref !== undefined && !keys.has(ref)) {
    check.report('xliff/reference:key', element, { attribute: name, level, data: { attribute: name, id: shown(ref) } })
  }
}

function checkUnit(check: Check, unit: XmlElement): void {
  const children = childElements(unit)
  const cut = children.find(({ local }) => local === 'seg-source')
  const target = children.find(({ local }) => local === 'target')
  const mids = new Set<string>()
  for (const mark of cut === undefined ? [] : own(cut, 'mrk')) {
    const mid = attribute(mark, 'mid')
    if (mid === undefined) continue
    if (mids.has(mid))
      check.report('xliff/duplicate-id', mark, { attribute: 'mid', data: { id: shown(mid), scope: 'seg-source' } })
    mids.add(mid)
  }
  const marked = target === undefined ? [] : own(target, 'mrk')
  for (const element of [...marked, ...own(unit, 'alt-trans')]) checkKey(check, element, 'mid', mids)
  for (const element of children) {
    if (element.local === 'source' || element.local === 'target' || element.local === 'seg-source')
      checkPairs(check, element)
  }
}

/** `ept` and `ex` name a `bpt` or `bx` of the same text by `rid`; by `id` where they have none. */
function checkPairs(check: Check, text: XmlElement): void {
  const elements = [...descendants(text)]
  for (const [start, end] of [
    ['bpt', 'ept'],
    ['bx', 'ex'],
  ] as const) {
    const starts = elements.filter(({ local }) => local === start)
    const rids = new Set<string>()
    for (const element of starts) {
      const rid = attribute(element, 'rid')
      if (rid === undefined) continue
      if (rids.has(rid))
        check.report('xliff/duplicate-id', element, { attribute: 'rid', data: { id: shown(rid), scope: text.local } })
      rids.add(rid)
    }
    const waiting = new Map<string, XmlElement>()
    for (const element of elements) {
      if (element.local === start) waiting.set(keyOf(element), element)
      if (element.local !== end) continue
      const rid = attribute(element, 'rid')
      if (rid !== undefined) checkKey(check, element, 'rid', rids)
      if (!waiting.delete(keyOf(element)) && rid === undefined) {
        check.report('xliff/unpaired-code:no-start', element, { level: 'warning', data: { id: keyOf(element) } })
      }
    }
    for (const element of waiting.values()) {
      check.report('xliff/unpaired-code', element, { level: 'warning', data: { id: keyOf(element) } })
    }
  }
}

function keyOf(element: XmlElement): string {
  return shown(attribute(element, 'rid') ?? attribute(element, 'id'))
}
