/** A trans-unit of XLIFF 1.2: element → Unit. */

import {
  type Candidate,
  type Content,
  type Ignorable,
  type MetaGroup,
  type Note,
  type Segment,
  states,
  type Unit,
} from '../../model/index.ts'
import { at } from '../../text/present.ts'
import { attributeOf, childElements, findChild, textOf, type XmlElement } from '../xml/index.ts'
import { optional, otherAttributes, value, valueOrEmpty } from './attributes.ts'
import { type Piece, piecesOf, readContent12, segmentMarks } from './content-12.ts'
import { isEqual } from './equal.ts'
import { foreignIn } from './foreign.ts'
import { type Flavour, moduleUris, xliff20Uri } from './namespaces.ts'
import { readState12, type StateReading, vendorState } from './states-12.ts'
import { type Inherited, inherit, percent, readMetaGroups, spanOf } from './unit-2.ts'

/** The id of the only segment of a unit that is not cut into segments. */
export const wholeSegment = 's1'

const unitKnown = new Set(['id', 'resname', 'restype', 'translate', 'xml:space', 'canResegment'])

export function readUnit12(element: XmlElement, inherited: Inherited, flavour: Flavour): Unit {
  const parts = readParts(element, flavour)
  const ids = parts.flatMap(part => (part.kind === 'segment' ? [part.id] : []))
  const segments = new Set(ids)
  return {
    kind: 'unit',
    id: valueOrEmpty(element, 'id'),
    ...optional('name', value(element, 'resname')),
    ...optional('type', value(element, 'restype')),
    ...inherit(element, inherited),
    notes: readNotes12(childElements(element)),
    candidates: childElements(element)
      .filter(child => child.local === 'alt-trans' && child.uri === element.uri)
      .map(child => readAlternative(child, at(ids, 0), segments, element)),
    metadata: [...readContexts(element), ...childElements(element).filter(isMetadata).flatMap(readMetaGroups)],
    parts,
    ...otherAttributes(element, unitKnown),
    ...foreignIn(
      childElements(element).filter(child => !isMetadata(child) && !isRead(child, element)),
      element.uri,
    ),
    span: { start: element.start, end: element.end },
  }
}

/** What a context group has no room for is written as the metadata of XLIFF 2. */
function isMetadata({ local, uri }: XmlElement): boolean {
  return local === 'metadata' && uri === moduleUris.mda
}

const readNames = new Set(['source', 'seg-source', 'target', 'note', 'alt-trans'])

function isRead(child: XmlElement, unit: XmlElement): boolean {
  return (child.uri === unit.uri && readNames.has(child.local)) || isContexts(child, unit)
}

/** A context group that says no more than metadata can hold. */
function isContexts(child: XmlElement, { uri }: XmlElement): boolean {
  return (
    child.uri === uri &&
    child.local === 'context-group' &&
    child.attributes.every(({ name }) => name === 'name' || name === 'purpose') &&
    childElements(child).every(context => context.attributes.every(({ name }) => name === 'context-type'))
  )
}

/** Nothing in what is not there. */
function contentIn(element: XmlElement | undefined): Content {
  return element === undefined ? [] : readContent12(element.children)
}

/** The parts of a unit that are cut into segments, or undefined when it is one segment. */
export function segmentation12(unit: XmlElement): readonly Piece[] | undefined {
  const cut = findChild(unit, 'seg-source')
  if (cut === undefined || segmentMarks(cut).length === 0) return undefined
  const target = findChild(unit, 'target')
  // A target with text but without marks belongs to the whole unit: cutting the source would lose it.
  if (target !== undefined && segmentMarks(target).length === 0 && !isBlank(target)) return undefined
  return piecesOf(cut)
}

function isBlank(element: XmlElement): boolean {
  return childElements(element).length === 0 && textOf(element).trim() === ''
}

function readParts(unit: XmlElement, flavour: Flavour): readonly (Segment | Ignorable)[] {
  const source = findChild(unit, 'source')
  const target = findChild(unit, 'target')
  const pieces = segmentation12(unit)
  if (pieces === undefined) {
    return [
      {
        kind: 'segment',
        id: wholeSegment,
        source: contentIn(source),
        ...optional('target', target === undefined ? undefined : readContent12(target.children)),
        ...((target === undefined ? ownState(source) : undefined) ?? stateOf(unit, target, undefined, flavour)),
        ...resegmentOf(source),
        ...optional('sourceSpan', spanOf(source)),
        ...optional('targetSpan', spanOf(target)),
      },
    ]
  }
  const targets = targetPieces(target)
  const moved = movedTargets(pieces, targets)
  const betweens = moved?.betweens ?? betweenTargets(pieces, targets)
  return pieces.map((piece, i) => {
    const order = moved?.orders.get(i)
    if (piece.kind === 'between') {
      return {
        kind: 'ignorable',
        source: piece.content,
        ...optional('target', betweens.get(i)),
        ...optional('order', order),
      }
    }
    const own = targets.segments.get(piece.mid)
    return {
      kind: 'segment',
      id: piece.mid,
      source: readContent12(piece.element.children),
      ...optional('target', own === undefined ? undefined : readContent12(own.children)),
      ...optional('order', own === undefined ? undefined : order),
      ...(ownState(own ?? piece.element) ?? stateOf(unit, own === undefined ? undefined : target, piece.mid, flavour)),
      ...resegmentOf(piece.element),
      sourceSpan: { start: piece.element.start, end: piece.element.end },
      ...optional('targetSpan', own === undefined ? undefined : { start: own.start, end: own.end }),
    }
  })
}

/**
 * What stands between the segments of the target, by the place of the piece of the source it belongs to. Where the target
 * lacks segments, one stretch stands for several: it goes to the one that says the same, else to the first.
 */
function betweenTargets(pieces: readonly Piece[], targets: TargetPieces): ReadonlyMap<number, Content> {
  const found = new Map<number, Content>()
  let previous = ''
  let stretch: { readonly place: number; readonly content: Content }[] = []
  const settle = (): void => {
    const content = targets.between.get(previous)
    const own = stretch.find(one => isEqual(one.content, content)) ?? stretch[0]
    if (content !== undefined && own !== undefined) found.set(own.place, content)
    stretch = []
  }
  pieces.forEach((piece, i) => {
    if (piece.kind === 'between') stretch.push({ place: i, content: piece.content })
    else if (targets.segments.has(piece.mid)) {
      settle()
      previous = piece.mid
    }
  })
  settle()
  return found
}

/**
 * Where the segments of the target stand in another order than those of the source: the place of each part in the target,
 * counted as `order` is, where it differs from its own. What stands between them is taken one by one.
 */
function movedTargets(
  pieces: readonly Piece[],
  { sequence }: TargetPieces,
): { readonly betweens: ReadonlyMap<number, Content>; readonly orders: ReadonlyMap<number, number> } | undefined {
  const placeOf = new Map(pieces.flatMap((piece, i) => (piece.kind === 'segment' ? [[piece.mid, i] as const] : [])))
  const places = sequence.flatMap(piece => (piece.kind === 'segment' ? (placeOf.get(piece.mid) ?? []) : []))
  if (places.slice(1).every((place, i) => place > at(places, i))) return undefined
  const gaps = pieces.flatMap((piece, i) => (piece.kind === 'between' ? [i] : []))
  const betweens = new Map<number, Content>()
  const arrangement: number[] = []
  const filled = new Set<number>()
  for (const piece of sequence) {
    const place = piece.kind === 'segment' ? placeOf.get(piece.mid) : gaps.shift()
    if (place === undefined || filled.has(place)) continue
    if (piece.kind === 'between') betweens.set(place, piece.content)
    arrangement.push(place)
    filled.add(place)
  }
  // Parts without a target keep their own place; the others share the places that are left.
  const free = pieces.map((_, i) => i).filter(i => filled.has(i))
  const orders = new Map<number, number>()
  arrangement.forEach((place, k) => {
    const own = at(free, k)
    if (own !== place) orders.set(place, own + 1)
  })
  return { betweens, orders }
}

interface TargetPieces {
  readonly sequence: readonly Piece[]
  readonly segments: ReadonlyMap<string, XmlElement>
  readonly between: ReadonlyMap<string, Content>
}

/** A target's segments by `mid`, and what follows each (or, with the empty key, comes first). */
function targetPieces(target: XmlElement | undefined): TargetPieces {
  const segments = new Map<string, XmlElement>()
  const between = new Map<string, Content>()
  const sequence = target === undefined ? [] : piecesOf(target)
  let previous = ''
  for (const piece of sequence) {
    if (piece.kind === 'between') between.set(previous, piece.content)
    else {
      if (!segments.has(piece.mid)) segments.set(piece.mid, piece.element)
      previous = piece.mid
    }
  }
  return { sequence, segments, between }
}

/** May the segment be cut? Said on its source or mark, in the words of XLIFF 2. */
function resegmentOf(element: XmlElement | undefined): { readonly canResegment?: boolean } {
  const given = element && attributeOf(element, 'canResegment', xliff20Uri)
  return given === undefined ? {} : { canResegment: given === 'yes' }
}

/** The state we write on a mark, since 1.2 has none for a part of a target. */
export function ownState(mark: XmlElement | undefined): StateReading | undefined {
  const given = mark === undefined ? undefined : attributeOf(mark, 'state', moduleUris.tilmash)
  const state = states.find(known => known === given)
  if (mark === undefined || state === undefined) return undefined
  return { state, ...optional('subState', attributeOf(mark, 'subState', moduleUris.tilmash)) }
}

function stateOf(
  unit: XmlElement,
  target: XmlElement | undefined,
  mid: string | undefined,
  flavour: Flavour,
): StateReading {
  const vendor = vendorState(unit, mid, flavour)
  if (vendor === undefined) return readState12(unit, target)
  return { state: vendor.state, ...optional('subState', vendor.subState) }
}

const noteKnown = new Set(['from', 'priority', 'annotates'])

/** `from` is the category; ours may name a segment behind a `#`. */
export function readNotes12(elements: readonly XmlElement[]): readonly Note[] {
  return elements
    .filter(element => element.local === 'note')
    .map(note => {
      const [category = '', ref] = valueOrEmpty(note, 'from').split('#')
      const annotates = value(note, 'annotates')
      const priority = value(note, 'priority')
      return {
        text: textOf(note),
        ...(category === '' ? {} : { category }),
        ...(ref === undefined || ref === '' ? {} : { ref }),
        ...(priority !== undefined && /^[0-9]{1,2}$/.test(priority) ? { priority: Number(priority) } : {}),
        ...(annotates === 'source' || annotates === 'target' ? { appliesTo: annotates } : {}),
        ...otherAttributes(note, noteKnown),
      }
    })
}

function readAlternative(
  element: XmlElement,
  first: string,
  segments: ReadonlySet<string>,
  unit: XmlElement,
): Candidate {
  const source = findChild(element, 'source') ?? findChild(unit, 'source')
  const target = findChild(element, 'target')
  const quality = matchQuality(value(element, 'match-quality'))
  const mid = value(element, 'mid')
  const kind = value(element, 'alttranstype')
  const own = (name: string): string | undefined => attributeOf(element, name, moduleUris.mtc)
  const type = own('type')
  return {
    ref: mid !== undefined && segments.has(mid) ? mid : first,
    source: contentIn(source),
    target: contentIn(target),
    ...optional('id', own('id')),
    ...optional('similarity', own('matchQuality') === undefined ? quality : percent(own('similarity'))),
    ...optional('matchQuality', percent(own('matchQuality'))),
    ...optional('matchSuitability', percent(own('matchSuitability'))),
    ...optional('origin', value(element, 'origin')),
    ...(type === undefined ? kindOf(kind) : { type, ...optional('subType', own('subType')) }),
    ...otherAttributes(element, alternativeKnown),
    ...foreignIn(
      childElements(element).filter(child => child !== source && child !== target),
      unit.uri,
    ),
  }
}

/** What `alttranstype` says; a proposal is what a candidate is anyway. */
function kindOf(kind: string | undefined): { readonly type?: string; readonly subType?: string } {
  if (kind === undefined || kind === 'proposal') return {}
  return { type: 'other', subType: `xliff12:${kind.replaceAll(/[\s:]/g, '-')}` }
}

const alternativeKnown = new Set([
  'mid',
  'match-quality',
  'origin',
  'alttranstype',
  'mtc:id',
  'mtc:similarity',
  'mtc:matchQuality',
  'mtc:matchSuitability',
  'mtc:type',
  'mtc:subType',
])

/** `85`, `85%`, `0.85` all mean 0.85; 1 means all. */
function matchQuality(given: string | undefined): number | undefined {
  const found = /^\s*([0-9]{1,3}(?:\.[0-9]{1,12})?)\s*(%?)\s*$/.exec(given ?? '')
  if (found === null) return undefined
  const number = Number(found[1])
  const ratio = found[2] === '%' || number > 1 ? number / 100 : number
  return ratio <= 1 ? ratio : undefined
}

/** Metadata of a context group's `purpose`. */
export const purposeType = 'xliff12:purpose'
/** The category of a context group without a name. */
export const namelessContexts = 'context-group'

/** Context groups as metadata; a type of one's own has `x-` before it in 1.2. */
function readContexts(unit: XmlElement): readonly MetaGroup[] {
  return childElements(unit)
    .filter(child => isContexts(child, unit))
    .map(group => {
      const purpose = value(group, 'purpose')
      return {
        category: withoutUnit(value(group, 'name'), valueOrEmpty(unit, 'id')) ?? namelessContexts,
        meta: [
          ...(purpose === undefined ? [] : [{ type: purposeType, value: purpose }]),
          ...childElements(group).map(context => ({
            type: valueOrEmpty(context, 'context-type').replace(/^x-/, ''),
            value: textOf(context),
          })),
        ],
      }
    })
}

/** We write `category#unit`, for names of context groups are unique in a file. */
function withoutUnit(name: string | undefined, unit: string): string | undefined {
  const start = name === undefined ? -1 : name.lastIndexOf(`#${unit}`)
  if (name === undefined || start < 0) return name
  return /^(?:#[0-9]{1,6})?$/.test(name.slice(start + 1 + unit.length)) ? name.slice(0, start) : name
}
