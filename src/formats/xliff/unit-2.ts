/** A unit of XLIFF 2: element → Unit. */

import {
  type Candidate,
  type Content,
  type Ignorable,
  type MetaEntry,
  type MetaGroup,
  type Note,
  type Segment,
  type State,
  states,
  type Unit,
} from '../../model/index.ts'
import { attributeOf, childElements, findChild, textOf, type XmlElement } from '../xml/index.ts'
import { optional, otherAttributes, value, valueOrEmpty } from './attributes.ts'
import { type OriginalData, readContent2, textWithCodePoints } from './content-2.ts'
import { foreignIn } from './foreign.ts'
import { moduleUris, xliff20Uri } from './namespaces.ts'

/** What a unit has from the groups and files around it. */
export interface Inherited {
  readonly translate: boolean
  readonly canResegment: boolean
  readonly preserveSpace: boolean
}

const unitKnown = new Set(['id', 'name', 'type', 'translate', 'canResegment', 'xml:space'])

export function readUnit2(element: XmlElement, inherited: Inherited): Unit {
  const data = originalDataOf(element)
  const matches = findChild(element, 'matches', moduleUris.mtc)
  const metadata = findChild(element, 'metadata', moduleUris.mda)
  return {
    kind: 'unit',
    id: valueOrEmpty(element, 'id'),
    ...optional('name', value(element, 'name')),
    ...optional('type', value(element, 'type')),
    ...inherit(element, inherited),
    notes: readNotes(findChild(element, 'notes')),
    candidates: matches === undefined ? [] : childElements(matches).map(readCandidate),
    metadata: metadata === undefined ? [] : readMetaGroups(metadata),
    parts: readParts(element, data),
    ...otherAttributes(element, unitKnown),
    ...foreignIn(
      childElements(element).filter(child => child.uri !== element.uri && child !== matches && child !== metadata),
      element.uri,
    ),
    span: { start: element.start, end: element.end },
  }
}

/** The element's own word, or that of what is around it. 1.2 has less to say: there the words of XLIFF 2 have a prefix. */
export function inherit(element: XmlElement, outer: Inherited): Inherited {
  const space = value(element, 'xml:space')
  const word = (name: string): string | undefined => value(element, name) ?? attributeOf(element, name, xliff20Uri)
  return {
    translate: yesNo(word('translate'), outer.translate),
    canResegment: yesNo(word('canResegment'), outer.canResegment),
    preserveSpace: space === undefined ? outer.preserveSpace : space === 'preserve',
  }
}

function yesNo(given: string | undefined, otherwise: boolean): boolean {
  return given === 'yes' ? true : given === 'no' ? false : otherwise
}

/** Original data of a unit or match by id. */
export function originalDataOf(element: XmlElement, uri: string = element.uri): OriginalData {
  const data = new Map<string, string>()
  const holder = findChild(element, 'originalData', uri)
  for (const entry of holder === undefined ? [] : childElements(holder)) {
    data.set(valueOrEmpty(entry, 'id'), textWithCodePoints(entry))
  }
  return data
}

function readParts(unit: XmlElement, data: OriginalData): readonly (Segment | Ignorable)[] {
  const elements = partElements(unit)
  const ids = segmentIds(unit)
  return elements.map((element, i) => {
    const source = findChild(element, 'source')
    const target = findChild(element, 'target')
    const order = target === undefined ? undefined : positive(value(target, 'order'))
    const content = {
      source: contentIn(source, data),
      ...optional('target', target === undefined ? undefined : readContent2(target, data)),
      ...optional('order', order),
    }
    const id = ids[i]
    if (id === undefined) return { kind: 'ignorable', ...optional('id', value(element, 'id')), ...content }
    const canResegment = value(element, 'canResegment')
    return {
      kind: 'segment',
      id,
      state: stateOf(value(element, 'state')),
      ...content,
      ...optional('subState', value(element, 'subState')),
      ...otherAttributes(element, segmentKnown),
      ...(canResegment === undefined ? {} : { canResegment: canResegment === 'yes' }),
      ...optional('sourceSpan', spanOf(source)),
      ...optional('targetSpan', spanOf(target)),
    }
  })
}

const segmentKnown = new Set(['id', 'state', 'subState', 'canResegment'])

/** Segments and ignorables of a unit, in order. */
export function partElements(unit: XmlElement): readonly XmlElement[] {
  return childElements(unit).filter(
    child => child.uri === unit.uri && (child.local === 'segment' || child.local === 'ignorable'),
  )
}

/**
 * Ids of the parts of a unit, undefined for ignorables. A segment may have none in the file: it is then called `s` + its
 * number among the segments, or `s` + the next number no other id of the unit uses.
 */
export function segmentIds(unit: XmlElement): readonly (string | undefined)[] {
  const parts = partElements(unit)
  const taken = new Set(parts.flatMap(part => value(part, 'id') ?? []))
  let number = 0
  let free = 1
  return parts.map(part => {
    if (part.local === 'ignorable') return undefined
    number++
    const own = value(part, 'id')
    if (own !== undefined) return own
    // Once a number was taken, those up to it are not tried again.
    let made = number
    if (taken.has(`s${made}`)) {
      made = Math.max(made, free)
      while (taken.has(`s${made}`)) made++
      free = made + 1
    }
    taken.add(`s${made}`)
    return `s${made}`
  })
}

function stateOf(given: string | undefined): State {
  return states.find(state => state === given) ?? 'initial'
}

function positive(given: string | undefined): number | undefined {
  return given !== undefined && /^[0-9]{1,9}$/.test(given) ? Number(given) : undefined
}

export function spanOf(element: XmlElement | undefined): { start: number; end: number } | undefined {
  return element === undefined ? undefined : { start: element.start, end: element.end }
}

const noteKnown = new Set(['id', 'category', 'priority', 'appliesTo', 'ref', 'tilmash:ref'])

/** The notes in a `notes` element. `tilmash:ref` is read as `ref`. */
export function readNotes(notes: XmlElement | undefined): readonly Note[] {
  if (notes === undefined) return []
  return childElements(notes).map(note => {
    const appliesTo = value(note, 'appliesTo')
    const ref = value(note, 'ref') ?? attributeOf(note, 'ref', moduleUris.tilmash)
    return {
      text: textOf(note),
      ...optional('id', value(note, 'id')),
      ...optional('category', value(note, 'category')),
      ...optional('priority', positive(value(note, 'priority'))),
      ...(appliesTo === 'source' || appliesTo === 'target' ? { appliesTo } : {}),
      ...optional('ref', ref === undefined ? undefined : fragmentId(ref)),
      ...otherAttributes(note, noteKnown),
    }
  })
}

/** The id a fragment identifier ends in: `#s1`, `#f=f1/u=u1/s1` → `s1`. */
export function fragmentId(ref: string): string {
  return ref.slice(Math.max(ref.lastIndexOf('#'), ref.lastIndexOf('/')) + 1)
}

/** Nothing in what is not there. */
function contentIn(element: XmlElement | undefined, data: OriginalData): Content {
  return element === undefined ? [] : readContent2(element, data)
}

function readCandidate(match: XmlElement): Candidate {
  const children = childElements(match)
  const source = children.find(child => child.local === 'source')
  const target = children.find(child => child.local === 'target')
  const uri = source?.uri ?? match.uri
  const data = originalDataOf(match, uri)
  const others = children.filter(
    child => child !== source && child !== target && !(child.local === 'originalData' && child.uri === uri),
  )
  return {
    ref: fragmentId(valueOrEmpty(match, 'ref')),
    source: contentIn(source, data),
    target: contentIn(target, data),
    ...optional('id', value(match, 'id')),
    ...optional('similarity', percent(value(match, 'similarity'))),
    ...optional('matchQuality', percent(value(match, 'matchQuality'))),
    ...optional('matchSuitability', percent(value(match, 'matchSuitability'))),
    ...optional('origin', value(match, 'origin')),
    ...optional('type', value(match, 'type')),
    ...optional('subType', value(match, 'subType')),
    ...otherAttributes(match, candidateKnown),
    ...foreignIn(others, uri),
  }
}

const candidateKnown = new Set([
  'ref',
  'id',
  'similarity',
  'matchQuality',
  'matchSuitability',
  'origin',
  'type',
  'subType',
])

/** 0–100 in the file, 0..1 inside. */
export function percent(given: string | undefined): number | undefined {
  return given !== undefined && /^[0-9]{1,3}(?:\.[0-9]{1,15})?$/.test(given) ? Number(given) / 100 : undefined
}

/** The groups in `mda:metadata` or in a group. */
export function readMetaGroups(holder: XmlElement): readonly MetaGroup[] {
  return childElements(holder)
    .filter(child => child.local === 'metaGroup')
    .map(group => {
      const meta: MetaEntry[] = childElements(group)
        .filter(child => child.local === 'meta')
        .map(entry => ({ type: valueOrEmpty(entry, 'type'), value: textOf(entry) }))
      const groups = readMetaGroups(group)
      return {
        category: valueOrEmpty(group, 'category'),
        ...optional('id', value(group, 'id')),
        ...optional('appliesTo', value(group, 'appliesTo')),
        meta,
        ...(groups.length === 0 ? {} : { groups }),
      }
    })
}
