/** What an XLIFF version cannot say of a document: found by reading again what was written, so that nothing is overlooked. */

import { codeType2, markerType2 } from '../formats/xliff/index.ts'
import {
  type Attribute,
  type Candidate,
  type Code,
  type Content,
  type Document,
  type DocumentFile,
  type Group,
  type Ignorable,
  type Marker,
  type Note,
  plainText,
  type Segment,
  type StartMarker,
  type Unit,
  unitsIn,
  unitsOf,
} from '../model/index.ts'
import { canonical } from './canonical.ts'
import type { LossTeller } from './conversion-losses.ts'
import { bearersOf, lostAttributes, lostElements } from './kept-markup.ts'

export type XliffLoss =
  | 'xliff-ids'
  | 'xliff-codes'
  | 'xliff-markers'
  | 'xliff-states'
  | 'xliff-notes'
  | 'xliff-candidates'
  | 'xliff-metadata'
  | 'xliff-attributes'
  | 'xliff-texts'
  | 'xliff-names'
  | 'skeletons'
  | 'xliff-document-notes'

/** Tells each kind for each unit, group and file where the document that was read again differs, in their order. */
export function tellXliffLosses(before: Document, after: Document, tell: LossTeller): void {
  const again = unitsOf(after)
  for (const unit of unitsOf(before)) {
    const { value } = again.next()
    if (value === undefined) tell('xliff-texts', unit)
    else compareUnits(unit, value, (what, isSame) => isSame || tell(what, unit))
  }
  const { notes = [] } = before
  const isMoved = notes.length > 0 && after.notes === undefined
  if (isMoved) tell('xliff-document-notes')
  const files = before.files.map((file, i) =>
    isMoved && i === 0 ? { ...file, notes: [...notes, ...file.notes] } : file,
  )
  files.forEach((file, i) => {
    const other = after.files[i]
    if (other === undefined) return
    compareContainers(file, other, (what, isSame) => isSame || tell(what, unitsIn(file).next().value ?? undefined))
  })
  tellMarkupLosses({ ...before, files }, after, tell)
}

/** Modules, vendors' elements and attributes that `after` has not; without it all. */
export function tellMarkupLosses(before: Document, after: Document | undefined, tell: LossTeller): void {
  const others = after === undefined ? undefined : bearersOf(after)
  for (const bearer of bearersOf(before)) {
    // Other formats tell of notes and ignorables in words of their own.
    if ((bearer.kind === 'note' || bearer.kind === 'ignorable') && after === undefined) continue
    const other = others?.next().value ?? undefined
    for (const { name, span } of lostElements(bearer, other)) tell('elements', bearer.unit, { name }, span)
    for (const name of lostAttributes(bearer, other)) tell('attributes', bearer.unit, { name })
  }
}

type Compare = (what: XliffLoss, isSame: boolean) => void

function compareContainers(before: DocumentFile | Group, after: DocumentFile | Group, tell: Compare): void {
  const same = (of: (container: DocumentFile | Group) => unknown): boolean =>
    canonical(of(before)) === canonical(of(after))
  tell('xliff-ids', before.id === '' || same(({ id }) => id))
  tell(
    'xliff-notes',
    same(({ notes }) => notes.map(said)),
  )
  tell(
    'skeletons',
    same(container => (container.kind === 'file' ? skeletonOf(container) : '')),
  )
  tell(
    'xliff-names',
    before.kind === 'group'
      ? same(container => (container.kind === 'group' ? (container.name ?? '') : ''))
      : before.original === undefined || same(container => (container.kind === 'file' ? container.original : '')),
  )
  const groups = (container: DocumentFile | Group): readonly Group[] =>
    container.children.filter(child => child.kind === 'group')
  const others = groups(after)
  groups(before).forEach((group, i) => {
    const other = others[i]
    if (other !== undefined) compareContainers(group, other, tell)
  })
}

/** What stands in a skeleton: its markup is written anew. */
function skeletonOf({ skeleton = {} }: DocumentFile): unknown {
  const { href, text, content } = skeleton
  return [href, content === undefined ? text : text?.replaceAll(/\s+xmlns(?::[^=]*)?="[^"]*"/g, '')]
}

/** What a note says; what else its tag says is told by name. */
function said({ text, category, priority, appliesTo }: Note): object {
  return { text, category, priority, appliesTo }
}

function compareUnits(before: Unit, after: Unit, tell: Compare): void {
  const same = (of: (unit: Unit) => unknown): boolean => canonical(of(before)) === canonical(of(after))
  tell('xliff-ids', same(unit => unit.id) && same(unit => segmentsAnd(unit, part => part.id)))
  tell(
    'xliff-texts',
    same(unit => texts(unit)),
  )
  tell(
    'xliff-codes',
    same(unit => contents(unit).map(codesOf)),
  )
  tell(
    'xliff-markers',
    same(unit => contents(unit).map(markersOf)),
  )
  tell(
    'xliff-states',
    same(unit => segmentsAnd(unit, ({ state, subState, canResegment }) => [state, subState ?? '', canResegment ?? ''])),
  )
  tell(
    'xliff-notes',
    same(unit => unit.notes.map(said)),
  )
  tell(
    'xliff-candidates',
    same(unit => unit.candidates.map(candidateOf)),
  )
  tell(
    'xliff-metadata',
    same(unit => unit.metadata.map(canonical).toSorted()),
  )
  tell(
    'xliff-attributes',
    same(unit => [(unit.type ?? '').replace(/^(?:xliff12:|x-)+/, ''), unit.translate, unit.canResegment]),
  )
}

/** What a candidate says, its codes aside: those are written in the words of the version. */
function candidateOf({
  source,
  target,
  id: _id,
  ref: _ref,
  foreign = [],
  attributes = [],
  ...fields
}: Candidate): object {
  const bearer = { kind: 'unit', foreign: [], attributes: [] } as const
  return {
    ...fields,
    texts: [plainText(source), plainText(target)],
    elements: lostElements({ ...bearer, foreign }, undefined).map(({ name }) => name.replace(/^.*:/, '')),
    attributes: lostAttributes({ ...bearer, attributes }, undefined),
  }
}

function segmentsAnd<Value>(unit: Unit, of: (segment: Segment) => Value): readonly Value[] {
  return unit.parts.flatMap(part => (part.kind === 'segment' ? [of(part)] : []))
}

/** All text of the unit, wherever its segments are cut; blanks between translated segments are the source's unless said. */
function texts(unit: Unit): readonly string[] {
  const hasTarget = unit.parts.some(part => part.kind === 'segment' && part.target !== undefined)
  const target = (part: Segment | Ignorable): Content =>
    part.target ?? (part.kind === 'ignorable' && hasTarget ? part.source : [])
  return [
    unit.parts.map(part => plainText(part.source)).join(''),
    unit.parts.map(part => plainText(target(part))).join(''),
  ]
}

function contents(unit: Unit): readonly Content[] {
  return unit.parts.flatMap(part => (part.kind === 'segment' ? [part.source, part.target ?? []] : []))
}

/** What is said of the codes of a content, in order. A pair around its children is a start and an end. */
function codesOf(content: Content): readonly object[] {
  return content.flatMap((inline): readonly object[] => {
    switch (inline.kind) {
      case 'pc': {
        const { dataEnd } = inline
        return [saidOfCode({ ...inline, kind: 'sc' }), ...codesOf(inline.children), { kind: 'ec', data: dataEnd ?? '' }]
      }
      case 'ec':
        return [inline.isolated === true ? saidOfCode(inline) : { kind: 'ec', data: inline.data ?? '' }]
      case 'ph':
      case 'sc':
        return [saidOfCode(inline)]
      case 'cp':
        return [{ kind: 'cp', codePoint: inline.codePoint }]
      case 'mrk':
        return codesOf(inline.children)
      default:
        return []
    }
  })
}

/** Ids and references are the writer's own; types are compared in the words of XLIFF 2. */
function saidOfCode({ kind, data, equiv, disp, attributes = [], ...code }: Code & { readonly kind: string }): object {
  return { kind, data: data ?? '', equiv, disp, ...codeType2(code), attributes: codeAttributes(attributes) }
}

/** `clone` of 1.2 is `canCopy`; `rid` and `pos` say what the kind of a code says. */
function codeAttributes(attributes: readonly Attribute[]): readonly string[] {
  const others = attributes.filter(({ name }) => name !== 'rid' && name !== 'pos')
  return others.map(({ name, value }) => `${name === 'clone' ? 'canCopy' : name}=${value}`).toSorted()
}

/** What is said of the markers of a content, in order. */
function markersOf(content: Content): readonly object[] {
  return content.flatMap((inline): readonly object[] => {
    switch (inline.kind) {
      case 'pc':
        return markersOf(inline.children)
      case 'mrk':
        return [saidOfMarker(inline), ...markersOf(inline.children)]
      case 'sm':
        return [saidOfMarker(inline)]
      case 'em':
        return [{ kind: 'em' }]
      default:
        return []
    }
  })
}

function saidOfMarker({ kind, type, value, translate, attributes = [] }: Marker | StartMarker): object {
  return { kind, type: markerType2(type) ?? 'generic', value, translate, attributes: codeAttributes(attributes) }
}
