/** Elements and attributes that a document bears beside what the model names, and which of them another lacks. */

import {
  type Attribute,
  type Document,
  type DocumentFile,
  type ForeignElement,
  type Group,
  type Note,
  segmentsOf,
  type Unit,
} from '../model/index.ts'
import { canonical } from './canonical.ts'

/** A document, file, group, unit, the segments or ignorables of a unit, or a note, with what is kept of its markup. */
export interface Bearer {
  readonly kind: 'xliff' | 'file' | 'group' | 'unit' | 'segment' | 'ignorable' | 'note'
  readonly unit?: Unit
  readonly attributes: readonly Attribute[]
  readonly foreign: readonly ForeignElement[]
}

/** The document, then each file, group and unit in order. */
export function* bearersOf(document: Document): Generator<Bearer> {
  yield { kind: 'xliff', ...marks(document) }
  for (const file of document.files) yield* bearersIn(file)
}

function* bearersIn(child: DocumentFile | Group | Unit): Generator<Bearer> {
  const { attributes, foreign } = marks(child)
  if (child.kind === 'unit') {
    yield { kind: 'unit', unit: child, attributes, foreign }
    const segments = segmentsOf(child).flatMap(segment => segment.attributes ?? [])
    yield { kind: 'segment', unit: child, attributes: segments, foreign: [] }
    const ids = child.parts.flatMap(({ kind, id }) => (kind === 'ignorable' && id !== undefined ? [id] : []))
    yield { kind: 'ignorable', unit: child, attributes: ids.map(id => ({ name: 'id', value: id })), foreign: [] }
    for (const note of child.notes) yield noteBearer(child, note)
    return
  }
  yield { kind: child.kind, attributes, foreign }
  for (const note of child.notes) yield noteBearer(undefined, note)
  for (const inner of child.children) yield* bearersIn(inner)
}

function noteBearer(unit: Unit | undefined, { id, attributes = [] }: Note): Bearer {
  const own = id === undefined ? [] : [{ name: 'id', value: id }]
  return { kind: 'note', ...(unit === undefined ? {} : { unit }), attributes: [...own, ...attributes], foreign: [] }
}

function marks({
  attributes = [],
  foreign = [],
}: Partial<Pick<Unit, 'attributes' | 'foreign'>>): Pick<Bearer, 'attributes' | 'foreign'> {
  return { attributes, foreign }
}

/** Elements of `before` that `after` has not, each as often as it is missing. */
export function lostElements(before: Bearer, after: Bearer | undefined): readonly ForeignElement[] {
  return missing(before.foreign, after?.foreign ?? [], elementKey)
}

/** Names of the attributes of `before` that `after` has not, or has with another value: `unit/@slr:sizeInfo`. */
export function lostAttributes(before: Bearer, after: Bearer | undefined): readonly string[] {
  const lost = missing(before.attributes, after?.attributes ?? [], attributeKey)
  return lost.map(({ name }) => `${before.kind}/@${name}`)
}

function missing<Item>(
  before: readonly Item[],
  after: readonly Item[],
  keyOf: (item: Item) => string,
): readonly Item[] {
  const left = after.map(keyOf)
  return before.filter(item => {
    const at = left.indexOf(keyOf(item))
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

function elementKey(element: ForeignElement): string {
  return canonical(plainElement(element))
}

/** Prefixes are the writer's own, and text of the core is of the version it stands in. */
function plainElement({ name, uri, attributes, children }: ForeignElement): unknown {
  return [
    localOf(name),
    uri.startsWith('urn:oasis:names:tc:xliff:document:2.') ? '2' : uri,
    attributes.map(attributeKey).toSorted(),
    children.map(child => (typeof child === 'string' ? child : plainElement(child))),
  ]
}

/** The type of a group has a name in each version. */
function attributeKey({ name, uri, value }: Attribute): string {
  if (name === 'type' || name === 'restype') return `type ${value.replace(/^(?:xliff12:|x-)+/, '')}`
  // What of 1.2 may not stand under its own name in XLIFF 2 stands under that of the namespace.
  const own = uri === undefined || uri === 'urn:oasis:names:tc:xliff:document:1.2' ? '' : uri
  return canonical([uri === undefined ? name : localOf(name), own, value])
}

function localOf(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
