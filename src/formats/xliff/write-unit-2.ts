/** A Unit and its pieces → markup of XLIFF 2, lines indented from the unit's own margin. */

import type {
  Candidate,
  Content,
  ForeignElement,
  Ignorable,
  MetaGroup,
  Note,
  Segment,
  Unit,
} from '../../model/index.ts'
import { escapeText, hasIllegalXmlCharacter } from '../xml/index.ts'
import { isNameToken } from './ids.ts'
import { type AttributePlace, keptAttributes } from './kept-attributes.ts'
import { block, holdBreaks, type MarkupAttributes, markup } from './markup.ts'
import { type ModulePrefix, moduleUris, type XliffVersion } from './namespaces.ts'
import { type ContentPlace, writeContent2, writeText2 } from './write-content-2.ts'

/** What is around the pieces: the version, and which namespaces have which prefixes. */
export interface UnitPlace extends AttributePlace {
  readonly version: XliffVersion
  /** Of the core elements, with its colon; mostly empty. */
  readonly prefix: string
  /**
   * The prefix of a module here, with its colon, and the declaration the element itself must carry when nothing around it
   * has one.
   */
  module(name: ModulePrefix): { readonly prefix: string; readonly declaration: MarkupAttributes }
  /** What a fresh file holds of other vocabularies: it may be pointed to. */
  readonly hasModules: boolean
  /**
   * Elements of other vocabularies as lines; in a file that exists they stand there already. `ids`: those of foreign elements
   * around, which are not to be used again.
   */
  foreign(list: readonly ForeignElement[] | undefined, ids?: Set<string>): readonly string[]
}

/** Original data of one unit or match while it is written: what is used gets an id. */
export interface DataTable {
  readonly ref: ContentPlace['dataRef']
  /** In order, only those used. */
  entries(): readonly (readonly [id: string, data: string])[]
  /** Those used that the file did not have. */
  added(): readonly (readonly [id: string, data: string])[]
  /** Old and new, used or not. */
  all(): readonly (readonly [id: string, data: string])[]
}

/** `existing`: data that stands in the file already and keeps its ids. */
export function dataTable(existing: ReadonlyMap<string, string> = new Map()): DataTable {
  const ids = new Map<string, string>()
  const byData = new Map<string, string>()
  for (const [id, data] of existing) {
    ids.set(id, data)
    if (!byData.has(data)) byData.set(data, id)
  }
  const used = new Set<string>()
  let number = 1
  return {
    ref({ data, dataRef }) {
      if (data === undefined) {
        if (dataRef === undefined || !ids.has(dataRef)) return undefined
        used.add(dataRef)
        return dataRef
      }
      let id = dataRef !== undefined && ids.get(dataRef) === data ? dataRef : byData.get(data)
      if (id === undefined) {
        id = dataRef !== undefined && isNameToken(dataRef) && !ids.has(dataRef) ? dataRef : undefined
        if (id === undefined) {
          while (ids.has(`d${number}`)) number++
          id = `d${number}`
        }
        ids.set(id, data)
        byData.set(data, id)
      }
      used.add(id)
      return id
    },
    entries: () => [...ids].filter(([id]) => used.has(id)),
    added: () => [...ids].filter(([id]) => !existing.has(id)),
    all: () => [...ids],
  }
}

export function contentPlace(place: UnitPlace, data: DataTable): ContentPlace {
  return {
    prefix: place.prefix,
    dataRef: code => data.ref(code),
    hasModules: place.hasModules,
    attribute: attribute => place.attribute(attribute),
  }
}

/** A segment or ignorable. */
export function writePart2(
  part: Segment | Ignorable,
  place: UnitPlace,
  content: ContentPlace,
  isPreserved: boolean,
): string {
  const { prefix } = place
  const needsTarget = part.kind === 'segment' && part.state !== 'initial'
  const target = part.target ?? (needsTarget ? [] : undefined)
  const space = spaceOf([part.source, target ?? []], isPreserved)
  const children = [side(`${prefix}source`, part.source, space, content)]
  if (target !== undefined) children.push(side(`${prefix}target`, target, [...space, ['order', part.order]], content))
  if (part.kind === 'ignorable') return block(`${prefix}ignorable`, [['id', part.id]], children)
  const { canResegment, state, subState } = part
  const isStateWritten = target !== undefined || subState !== undefined
  return block(
    `${prefix}segment`,
    [
      ['id', part.id],
      ['canResegment', canResegment === undefined ? undefined : canResegment ? 'yes' : 'no'],
      ['state', isStateWritten ? state : undefined],
      ['subState', subState],
      ...keptAttributes(
        part.attributes?.filter(({ name }) => place.version === '2.2' && name === 'pgs:case'),
        place,
        noNames,
      ),
    ],
    children,
  )
}

function side(name: string, given: Content, attributes: MarkupAttributes, place: ContentPlace): string {
  return markup(name, attributes, holdBreaks(writeContent2(given, place)))
}

/** `xml:space` for a source and its target: the standard wants the same on both. */
function spaceOf(sides: readonly Content[], isPreserved: boolean): MarkupAttributes {
  return !isPreserved && sides.some(needsPreserve) ? [['xml:space', 'preserve']] : []
}

/** True for white space that a reader may normalise: runs, tabs, line breaks, blanks at the ends of a text. */
export function needsPreserve(content: Content): boolean {
  const text = flatText(content)
  return text !== ' ' && /[\t\n\r]| {2}|^ | $/.test(text)
}

function flatText(content: Content): string {
  let text = ''
  for (const inline of content) {
    if (inline.kind === 'text') text += inline.text
    else if (inline.kind === 'pc' || inline.kind === 'mrk') text += flatText(inline.children)
    else text += '\uFFFC'
  }
  return text
}

const noNames: ReadonlySet<string> = new Set()

export function writeNotes2(notes: readonly Note[], place: UnitPlace): string {
  return block(
    `${place.prefix}notes`,
    [],
    notes.map(note => writeNote2(note, place)),
  )
}

export function writeNote2(note: Note, place: UnitPlace): string {
  const ref = note.ref === undefined ? undefined : `#${note.ref}`
  const own = ref === undefined || place.version === '2.2' ? undefined : place.module('tilmash')
  const known: MarkupAttributes = [
    ['id', note.id],
    ['appliesTo', note.appliesTo],
    ['category', note.category],
    ['priority', note.priority],
  ]
  const refs: MarkupAttributes = own === undefined ? [['ref', ref]] : [...own.declaration, [`${own.prefix}ref`, ref]]
  const kept = keptAttributes(note.attributes, place, noNames)
  return markup(`${place.prefix}note`, [...known, ...refs, ...kept], holdBreaks(plainXml(note.text)))
}

/** `note` and `meta` hold text only: a character that XML cannot hold is left out. */
function plainXml(text: string): string {
  return escapeText(hasIllegalXmlCharacter(text) ? text.replace(illegal, '') : text)
}

const illegal =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

export function writeData2(entries: readonly (readonly [string, string])[], place: UnitPlace): string {
  const { prefix } = place
  return block(
    `${prefix}originalData`,
    [],
    entries.map(([id, data]) => markup(`${prefix}data`, [['id', id]], holdBreaks(writeText2(data, prefix)))),
  )
}

export function writeMatches2(
  candidates: readonly Candidate[],
  place: UnitPlace,
  ids: Set<string> = new Set(),
): string {
  const mtc = place.module('mtc')
  return block(
    `${mtc.prefix}matches`,
    mtc.declaration,
    candidates.map(candidate => writeMatch2(candidate, place, mtc.prefix, ids)),
  )
}

function writeMatch2(candidate: Candidate, place: UnitPlace, prefix: string, ids: Set<string>): string {
  const data = dataTable()
  const content = contentPlace(place, data)
  const space = spaceOf([candidate.source, candidate.target], false)
  const sides = [
    side(`${place.prefix}source`, candidate.source, space, content),
    side(`${place.prefix}target`, candidate.target, space, content),
  ]
  const entries = data.entries()
  const { id, similarity, matchQuality, matchSuitability, origin, type, subType, foreign = [] } = candidate
  const metadata = foreign.filter(({ uri }) => uri === moduleUris.mda)
  const others = foreign.filter(({ uri }) => uri !== moduleUris.mda)
  return block(
    `${prefix}match`,
    [
      ['id', id],
      ['ref', `#${candidate.ref}`],
      ['similarity', percentOf(similarity)],
      ['matchQuality', percentOf(matchQuality)],
      ['matchSuitability', percentOf(matchSuitability)],
      ['origin', origin],
      ['type', type ?? (subType === undefined ? undefined : 'other')],
      ['subType', subType],
      ...keptAttributes(candidate.attributes, place, candidateNames),
    ],
    [
      ...place.foreign(metadata, ids),
      ...(entries.length === 0 ? [] : [writeData2(entries, place)]),
      ...sides,
      ...place.foreign(others, ids),
    ],
  )
}

const candidateNames = new Set(['reference'])

/** 0..1 → 0–100; six decimals are more than any tool tells. */
export function percentOf(ratio: number | undefined): string | undefined {
  return ratio === undefined ? undefined : String(Math.round(ratio * 1e8) / 1e6)
}

export function writeMetadata2(groups: readonly MetaGroup[], place: UnitPlace): string {
  const mda = place.module('mda')
  const writeGroup = (group: MetaGroup): string =>
    block(
      `${mda.prefix}metaGroup`,
      [
        ['id', group.id],
        ['category', group.category],
        ['appliesTo', group.appliesTo],
      ],
      [
        ...group.meta.map(({ type, value }) =>
          markup(`${mda.prefix}meta`, [['type', type]], holdBreaks(plainXml(value))),
        ),
        ...(group.groups ?? []).map(writeGroup),
      ],
    )
  return block(`${mda.prefix}metadata`, mda.declaration, groups.filter(hasMeta).map(writeGroup))
}

/** The schema allows no group without content. */
export function hasMeta(group: MetaGroup): boolean {
  return group.meta.length > 0 || (group.groups ?? []).some(hasMeta)
}

/** `type` of a unit or group is `prefix:value` in XLIFF 2. */
export function userType(type: string | undefined): string | undefined {
  if (type === undefined || /^[^\s:]+:[^\s:]+$/.test(type)) return type
  const value = type.replaceAll(/[\s:]/g, '-')
  return value === '' ? undefined : `xliff12:${value}`
}

/** Attributes of units, groups and files that XLIFF 2 has besides those with a field of their own. */
export const structuralNames: ReadonlySet<string> = new Set([
  'translate',
  'canResegment',
  'srcDir',
  'trgDir',
  'xml:space',
])
/** Those with a field of their own; what `type` and `restype` say is written as `type`. */
const fieldNames: ReadonlySet<string> = new Set(['type', 'restype'])

export function structuralAttributes(
  attributes: Unit['attributes'],
  place: UnitPlace,
  isOwn: (name: string) => boolean = () => true,
): MarkupAttributes {
  const others = (attributes ?? []).filter(({ name }) => !fieldNames.has(name) && isOwn(name))
  return keptAttributes(others, place, structuralNames)
}

/** Whole units: modules, notes, original data, parts, in the order of the schema. */
export function unitChildren2(unit: Unit, place: UnitPlace, isPreserved: boolean): readonly string[] {
  const data = dataTable()
  const content = contentPlace(place, data)
  const parts = unit.parts.map(part => writePart2(part, place, content, isPreserved))
  if (!unit.parts.some(part => part.kind === 'segment')) {
    parts.push(block(`${place.prefix}segment`, [], [markup(`${place.prefix}source`, [], '')]))
  }
  const entries = data.entries()
  const ids = new Set<string>()
  return [
    ...(unit.metadata.some(hasMeta) ? [writeMetadata2(unit.metadata, place)] : []),
    ...(unit.candidates.length > 0 ? [writeMatches2(unit.candidates, place, ids)] : []),
    ...place.foreign(unit.foreign, ids),
    ...(unit.notes.length > 0 ? [writeNotes2(unit.notes, place)] : []),
    ...(entries.length > 0 ? [writeData2(entries, place)] : []),
    ...parts,
  ]
}
