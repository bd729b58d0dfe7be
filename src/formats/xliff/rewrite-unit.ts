/** A changed unit over its old element: equal pieces keep their bytes. */

import type { Ignorable, Segment, Unit } from '../../model/index.ts'
import { valueAt } from '../../text/present.ts'
import { childElements, type Splice, setAttribute, splice, type XmlElement } from '../xml/index.ts'
import { unitElement } from './document.ts'
import { isEqual } from './equal.ts'
import { lineEnd, placeIn, placeInside } from './file-place.ts'
import type { XliffIndex } from './index-pass.ts'
import { holdBreaks, indent, releaseBreaks } from './markup.ts'
import { moduleUris } from './namespaces.ts'
import { rawTagsIn } from './raw-tags.ts'
import { originalDataOf, partElements } from './unit-2.ts'
import {
  contentPlace,
  dataTable,
  hasMeta,
  type UnitPlace,
  userType,
  writeData2,
  writeMatches2,
  writeMetadata2,
  writeNotes2,
  writePart2,
} from './write-unit-2.ts'

/** A piece of the new unit: old bytes with what stood before them, or fresh markup. */
type Piece = { readonly old: XmlElement } | { readonly fresh: string }

export function rewriteUnit(index: XliffIndex, number: number, read: Unit, unit: Unit): string {
  const { text } = index
  const element = unitElement(index, number)
  const place = placeIn(element, index.version)
  const children = childElements(element)
  const parts = partElements(element)
  const data = dataTable(originalDataOf(element))
  const partPieces = unit.parts.map(part => {
    const old = equalPart(part, read, unit, parts)
    if (old !== undefined) return { old }
    const content = {
      ...contentPlace(place, data),
      rawTags: rawTagsIn(index, samePart(part, read, parts), originalDataOf(element)),
    }
    return { fresh: writePart2(part, place, content, unit.preserveSpace) }
  })
  const added = data.added()
  const pieces: Piece[] = []
  const others = children.filter(child => child.uri !== element.uri)
  for (const child of others) {
    const fresh = rewriteModule(child, read, unit, place, element.uri, text)
    if (fresh === undefined) pieces.push({ old: child })
    else if (fresh !== '') pieces.push({ fresh })
  }
  if (!others.some(isMetadata) && unit.metadata.some(hasMeta))
    pieces.push({ fresh: writeMetadata2(unit.metadata, place) })
  if (!others.some(isMatches) && unit.candidates.length > 0)
    pieces.push({ fresh: writeMatches2(unit.candidates, place) })
  const notes = children.find(child => child.local === 'notes' && child.uri === element.uri)
  if (notes !== undefined && isEqual(read.notes, unit.notes)) pieces.push({ old: notes })
  else if (unit.notes.length > 0) pieces.push({ fresh: writeNotes2(unit.notes, place) })
  const original = children.find(child => child.local === 'originalData' && child.uri === element.uri)
  if (original !== undefined && added.length === 0) pieces.push({ old: original })
  else if (data.all().length > 0) pieces.push({ fresh: writeData2(data.all(), place) })
  pieces.push(...partPieces)
  return assemble(index, element, children, pieces, tagSplices(text, element, read, unit))
}

function isMetadata(element: XmlElement): boolean {
  return element.local === 'metadata' && element.uri === moduleUris.mda
}

function isMatches(element: XmlElement): boolean {
  return element.local === 'matches' && element.uri === moduleUris.mtc
}

/** Undefined: keep its bytes; empty: it goes. Equal matches and groups inside keep theirs. */
function rewriteModule(
  child: XmlElement,
  read: Unit,
  unit: Unit,
  place: UnitPlace,
  coreUri: string,
  text: string,
): string | undefined {
  if (isMetadata(child)) {
    if (isEqual(read.metadata, unit.metadata)) return undefined
    const groups = unit.metadata.filter(hasMeta)
    if (groups.length === 0) return ''
    // Metadata holds nothing of the core: how that is called does not matter.
    const inside = placeIn(child, place.version)
    return mixed(child, 'metaGroup', read.metadata, groups, group => writeMetadata2([group], inside), text)
  }
  if (isMatches(child)) {
    if (isEqual(read.candidates, unit.candidates)) return undefined
    if (unit.candidates.length === 0) return ''
    const inside = placeInside(child, coreUri, place.version)
    if (inside === undefined) return writeMatches2(unit.candidates, place)
    return mixed(
      child,
      'match',
      read.candidates,
      unit.candidates,
      candidate => writeMatches2([candidate], inside),
      text,
    )
  }
  return undefined
}

/** The holder with its start tag as it was, old members by their bytes, new ones cut out of a fresh holder. */
function mixed<T>(
  holder: XmlElement,
  local: string,
  read: readonly T[],
  wanted: readonly T[],
  write: (member: T) => string,
  text: string,
): string {
  const elements = childElements(holder).filter(child => child.local === local)
  const used = new Set<number>()
  const members = wanted.map(member => {
    const at = read.findIndex((old, i) => !used.has(i) && isEqual(old, member))
    const element = elements[at]
    if (element !== undefined) {
      used.add(at)
      // Its own lines are not indented again: some of their breaks may be text.
      return `  ${holdBreaks(text.slice(element.start, element.end))}`
    }
    return write(member).split('\n').slice(1, -1).join('\n')
  })
  return [holdBreaks(opened(text.slice(holder.start, holder.contentStart))), ...members, `</${holder.name}>`].join('\n')
}

/** A start tag that something is to follow. */
export function opened(tag: string): string {
  return tag.endsWith('/>') ? `${tag.slice(0, -2)}>` : tag
}

/** The old element of a part that is equal to the new one; ignorables without id are found by what they say. */
function equalPart(
  part: Segment | Ignorable,
  read: Unit,
  unit: Unit,
  elements: readonly XmlElement[],
): XmlElement | undefined {
  const position = unit.parts.indexOf(part)
  const equal = (i: number): boolean => isEqual(read.parts[i], part)
  // The same place first: equal ignorables are many.
  const at = equal(position) ? position : read.parts.findIndex((_, i) => equal(i))
  return at < 0 ? undefined : elements[at]
}

function samePart(
  part: Segment | Ignorable,
  read: Unit,
  elements: readonly XmlElement[],
): readonly (XmlElement | undefined)[] {
  const at = read.parts.findIndex(old => old.kind === part.kind && old.id !== undefined && old.id === part.id)
  const element = elements[at]
  return element === undefined ? [] : childElements(element)
}

function tagSplices(text: string, element: XmlElement, read: Unit, unit: Unit): readonly Splice[] {
  const set = (name: string, isChanged: boolean, value: string | undefined): Splice | undefined =>
    isChanged ? setAttribute(text, element, name, value) : undefined
  return [
    set('name', read.name !== unit.name, unit.name),
    set('type', read.type !== unit.type, userType(unit.type)),
    set('translate', read.translate !== unit.translate, unit.translate ? 'yes' : 'no'),
    set('canResegment', read.canResegment !== unit.canResegment, unit.canResegment ? 'yes' : 'no'),
    set('xml:space', read.preserveSpace !== unit.preserveSpace, unit.preserveSpace ? 'preserve' : 'default'),
  ].filter(one => one !== undefined)
}

function assemble(
  index: XliffIndex,
  element: XmlElement,
  children: readonly XmlElement[],
  pieces: readonly Piece[],
  tag: readonly Splice[],
): string {
  const { text } = index
  const leads = new Map<XmlElement, string>()
  let behind = element.contentStart
  for (const child of children) {
    leads.set(child, text.slice(behind, child.start))
    behind = child.end
  }
  const [first = ''] = leads.values()
  const own = /(?:\r\n?|\n)([ \t]*)$/.exec(first)
  const end = lineEnd(text)
  const fresh = (markup: string): string => {
    const by = own?.[1] ?? ''
    const lines = indent(markup, by).slice(by.length)
    return releaseBreaks(own === null ? lines.replace(/\n */g, '') : lines.replaceAll('\n', end))
  }
  const margin = own === null ? '' : own[0]
  const body = pieces.map(piece =>
    'old' in piece
      ? valueAt(leads, piece.old) + text.slice(piece.old.start, piece.old.end)
      : margin + fresh(piece.fresh),
  )
  const startTag = splice(
    text.slice(element.start, element.contentStart),
    tag.map(one => ({ start: one.start - element.start, end: one.end - element.start, text: one.text })),
  )
  if (!element.isSelfClosing) return startTag + body.join('') + text.slice(behind, element.end)
  return body.length === 0 ? startTag : `${opened(startTag)}${body.join('')}</${element.name}>`
}
