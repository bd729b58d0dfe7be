/**
 * i18next JSON ↔ XLIFF with one segment a unit, through the package `xliff`. The package forgets segments, markers, states,
 * notes and the order of number-like keys; so everything outside its safe subset is refused with the reason and the place,
 * and what it made is compared with what went in before anyone gets it.
 */

import { Failure, type Place, placeAt } from '../../model/index.ts'
import { lineIndex } from '../../text/lines.ts'
import { encodeText } from '../plain/index.ts'
import {
  attributeOf,
  childElements,
  decodeXml,
  hasIllegalXmlCharacter,
  parseXmlTree,
  textOf,
  type XmlElement,
} from '../xml/index.ts'
import { type I18nextEntry, readEntries } from './entries.ts'
import { type BridgeVersion, packageRead, packageWrite, type Resources, type XliffObject } from './xliff-package.ts'

export interface BridgeInput {
  readonly file: string
  readonly bytes: Uint8Array
}

export interface BridgeOptions {
  readonly version: BridgeVersion
  readonly sourceLanguage: string
  readonly targetLanguage?: string
  /** Id (2.x) or original (1.2) of the file. Default `translation`, the default namespace of i18next. */
  readonly namespace?: string
}

export interface Bridged {
  readonly sourceLanguage: string
  readonly targetLanguage?: string
  /** i18next JSON of each side; a unit without target has no key in `target`. */
  readonly source: Uint8Array
  readonly target?: Uint8Array
}

/**
 * XLIFF of one or two JSON files.
 * @throws Failure `bridge.key` (`__proto__`, empty, number-like in another place, no XML name), `bridge.value` (no string),
 *   `bridge.character`, `bridge.no-source`, `bridge.same-id`, `bridge.differs`, and what `readEntries` throws.
 */
export function i18nextToXliff(
  source: BridgeInput,
  target: BridgeInput | undefined,
  options: BridgeOptions,
): Uint8Array {
  const { version, sourceLanguage, targetLanguage, namespace = 'translation' } = options
  const sources = safeEntries(source, version)
  const targets = target === undefined ? [] : safeEntries(target, version)
  const known = new Set(sources.map(keyOf))
  const extra = targets.find(entry => !known.has(keyOf(entry)))
  if (target !== undefined && extra !== undefined) throw entryFailure('bridge.no-source', target, extra)
  const byKey = new Map(targets.map(entry => [keyOf(entry), entry.text]))
  const pairs = sources.map(entry => ({ path: entry.path, source: entry.text, target: byKey.get(keyOf(entry)) }))
  const value: XliffObject = {
    sourceLanguage,
    ...(targetLanguage === undefined ? {} : { targetLanguage }),
    resources: { [namespace]: resourcesOf(pairs) },
  }
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n${packageWrite(value, version)}\n`
  const [again = {}] = Object.values(packageRead(text, version === '1.2').resources)
  if (!isSame(readPairs(text, source.file), pairs) || !isSame(pairsOf(again, []), pairs)) {
    throw new Failure('bridge.differs', { place: placeAt(source.file, 1, 1) })
  }
  return encodeText(text)
}

/**
 * i18next JSON of an XLIFF file.
 * @throws Failure `bridge.several-segments`, `bridge.inline`, `bridge.state`, `bridge.note`, `bridge.element`,
 *   `bridge.attribute`, `bridge.key`, `bridge.same-id`, `bridge.several-files`, `bridge.not-xliff`, `bridge.differs`, `xml.*`.
 */
export function xliffToI18next(bytes: Uint8Array, { file }: { readonly file: string }): Bridged {
  const { text } = decodeXml(bytes, { file })
  const pairs = readPairs(text, file)
  const value = packageRead(text, /^1\./.test(attributeOf(parseXmlTree(text, { file }), 'version') ?? ''))
  const [resources = {}] = Object.values(value.resources)
  if (!isSame(pairsOf(resources, []), pairs)) throw new Failure('bridge.differs', { place: placeAt(file, 1, 1) })
  const { sourceLanguage, targetLanguage } = value
  const json = (side: 'source' | 'target'): Uint8Array =>
    encodeText(`${JSON.stringify(valuesOf(resources, side), undefined, 2)}\n`)
  return {
    sourceLanguage,
    source: json('source'),
    ...(targetLanguage === undefined ? {} : { targetLanguage, target: json('target') }),
  }
}

interface BridgePair {
  readonly path: readonly string[]
  readonly source: string
  readonly target: string | undefined
}

// ------------------------------------------------------------------------------------------------------------------ JSON

function safeEntries(input: BridgeInput, version: BridgeVersion): readonly I18nextEntry[] {
  const { entries, skipped, text } = readEntries(input.bytes, input.file)
  const [wrong] = skipped
  if (wrong !== undefined) {
    throw new Failure('bridge.value', {
      data: { key: wrong.join('.').slice(0, 100) },
      place: placeAt(input.file, 1, 1),
    })
  }
  const lines = lineIndex(text)
  const ids = new Set<string>()
  for (const entry of entries) {
    const place = lines.place(input.file, entry.keySpan)
    for (const key of entry.path) checkKey(key, version, place)
    // XLIFF 2: ids of units are unique in the whole file, and the package writes the last key only.
    const id = entry.path.at(-1) ?? ''
    if (version !== '1.2' && ids.has(id))
      throw new Failure('bridge.same-id', { data: { key: id.slice(0, 100) }, place })
    ids.add(id)
    if (hasIllegalXmlCharacter(entry.text) || entry.text.includes('\r'))
      throw new Failure('bridge.character', { place })
  }
  const wandering = wanderingKey(entries)
  if (wandering !== undefined) {
    throw new Failure('bridge.key', {
      data: { key: wandering.path.at(-1) ?? '' },
      place: lines.place(input.file, wandering.keySpan),
    })
  }
  return entries
}

function checkKey(key: string, version: BridgeVersion | undefined, place: Place): void {
  const isName = version === undefined || version === '1.2' || /^[\p{L}\p{M}\p{Nd}._:-]+$/u.test(key)
  if (key === '__proto__' || key === '' || !isName)
    throw new Failure('bridge.key', { data: { key: key.slice(0, 100) }, place })
}

/** JavaScript moves keys like `1` before all others: the first entry that would not keep its place. */
function wanderingKey(entries: readonly I18nextEntry[]): I18nextEntry | undefined {
  const ordered = pairsOf(resourcesOf(entries.map(({ path, text }) => ({ path, source: text, target: undefined }))), [])
  return entries.find((entry, i) => keyOf(entry) !== keyOf(ordered[i] ?? { path: [] }))
}

function keyOf(entry: { readonly path: readonly string[] }): string {
  return JSON.stringify(entry.path)
}

function entryFailure(code: string, input: BridgeInput, entry: I18nextEntry): Failure {
  const { text } = readEntries(input.bytes, input.file)
  const place = lineIndex(text).place(input.file, entry.keySpan)
  return new Failure(code, { data: { key: entry.path.join('.').slice(0, 100) }, place })
}

/** Keys have been checked: none of them reaches a prototype. */
function resourcesOf(pairs: readonly BridgePair[]): Resources {
  const root: Resources = {}
  for (const { path, source, target } of pairs) {
    let parent = root
    for (const key of path.slice(0, -1)) {
      const group = Object.hasOwn(parent, key) ? parent[key] : undefined
      const units = group?.groupUnits ?? {}
      if (group === undefined) parent[key] = { groupUnits: units }
      parent = units
    }
    parent[path.at(-1) ?? ''] = target === undefined ? { source } : { source, target }
  }
  return root
}

function pairsOf(resources: Resources, prefix: readonly string[]): readonly BridgePair[] {
  return Object.entries(resources).flatMap(([key, resource]): readonly BridgePair[] => {
    const path = [...prefix, key]
    if (resource.groupUnits !== undefined) return pairsOf(resource.groupUnits, path)
    const { source, target } = resource
    return [{ path, source: String(source ?? ''), target: typeof target === 'string' ? target : undefined }]
  })
}

function valuesOf(resources: Resources, side: 'source' | 'target'): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const [key, resource] of Object.entries(resources)) {
    const value = resource.groupUnits === undefined ? resource[side] : valuesOf(resource.groupUnits, side)
    if (value !== undefined) values[key] = value
  }
  return values
}

function isSame(a: readonly BridgePair[], b: readonly BridgePair[]): boolean {
  const text = (pairs: readonly BridgePair[]): string =>
    JSON.stringify(pairs.map(({ path, source, target }) => [path, source, target ?? null]))
  return text(a) === text(b)
}

// ----------------------------------------------------------------------------------------------------------------- XLIFF

/** The pairs of a file that has nothing but what the package keeps; else the failure says what and where. */
function readPairs(text: string, file: string): readonly BridgePair[] {
  const root = parseXmlTree(text, { file })
  const lines = lineIndex(text)
  const fail = (code: string, at: XmlElement, data: Readonly<Record<string, string>> = {}): Failure =>
    new Failure(code, { data, place: lines.place(file, { start: at.start, end: at.contentStart }) })
  if (root.local !== 'xliff') throw fail('bridge.not-xliff', root, { found: root.name.slice(0, 60) })
  const isOld = attributeOf(root, 'version') === '1.2'
  const files = childElements(root)
  const [only, second] = files
  if (second !== undefined) throw fail('bridge.several-files', second)
  if (only === undefined) return []
  const walk = (parent: XmlElement, path: readonly string[]): readonly BridgePair[] => {
    const seen = new Set<string>()
    return childElements(parent).flatMap((child): readonly BridgePair[] => {
      const isUnit = child.local === (isOld ? 'trans-unit' : 'unit')
      if (!isUnit && child.local !== 'group') throw fail(elementCode(child), child, { element: child.name })
      checkAttributes(child, fail)
      const id = attributeOf(child, 'id') ?? ''
      const place = lines.place(file, { start: child.start, end: child.contentStart })
      checkKey(id, undefined, place)
      if (seen.has(id)) throw fail('bridge.same-id', child, { key: id.slice(0, 100) })
      seen.add(id)
      return isUnit ? [readUnit(child, [...path, id], isOld, fail)] : walk(child, [...path, id])
    })
  }
  const bodies = isOld ? childElements(only) : [only]
  const other = bodies.find(body => isOld && body.local !== 'body')
  if (other !== undefined) throw fail('bridge.element', other, { element: other.name })
  return bodies.flatMap(body => walk(body, []))
}

type Fail = (code: string, at: XmlElement, data?: Readonly<Record<string, string>>) => Failure

/** Attributes whose loss changes nothing: names that repeat the id, and white space, which JSON keeps anyway. */
const harmless: ReadonlySet<string> = new Set(['id', 'xml:space', 'datatype'])

function checkAttributes(at: XmlElement, fail: Fail): void {
  const id = attributeOf(at, 'id')
  for (const { name, value, prefix } of at.attributes) {
    if (harmless.has(name) || prefix === 'xmlns' || ((name === 'name' || name === 'resname') && value === id)) continue
    throw fail(/state|approved/i.test(name) ? 'bridge.state' : 'bridge.attribute', at, {
      attribute: name,
      element: at.name,
    })
  }
}

function readUnit(unit: XmlElement, path: readonly string[], isOld: boolean, fail: Fail): BridgePair {
  const children = childElements(unit)
  const segments = isOld ? [unit] : children.filter(child => child.local === 'segment' || child.local === 'ignorable')
  const foreign = isOld ? undefined : children.find(child => child.local !== 'segment' && child.local !== 'ignorable')
  if (foreign !== undefined) throw fail(elementCode(foreign), foreign, { element: foreign.name })
  const [segment, next] = segments
  if (segment === undefined || next !== undefined || segment.local === 'ignorable')
    throw fail('bridge.several-segments', next ?? unit)
  if (!isOld) checkAttributes(segment, fail)
  const sides = childElements(segment)
  const odd = sides.find(child => child.local !== 'source' && child.local !== 'target')
  if (odd !== undefined) throw fail(elementCode(odd), odd, { element: odd.name })
  for (const side of sides) {
    checkAttributes(side, fail)
    if (side.children.some(child => child.kind !== 'text' || child.isCdata)) throw fail('bridge.inline', side)
  }
  const text = (name: string): string | undefined => {
    const side = sides.find(child => child.local === name)
    return side && textOf(side)
  }
  return { path, source: text('source') ?? '', target: text('target') }
}

function elementCode(at: XmlElement): string {
  return at.local === 'note' || at.local === 'notes' ? 'bridge.note' : 'bridge.element'
}
