/** A Document → a fresh XLIFF 2 file. */

import {
  type Document,
  type DocumentFile,
  Failure,
  type ForeignElement,
  type Group,
  type Note,
  type Unit,
  unitsOf,
} from '../../model/index.ts'
import { escapeAttribute, escapeText } from '../xml/index.ts'
import { documentElement } from './foreign.ts'
import { freshPlace } from './fresh-place.ts'
import { type IdScope, idScope, uniqueIds } from './ids.ts'
import { block, holdBreaks, indent, type MarkupAttributes, markup, releaseBreaks } from './markup.ts'
import { coreUri, emptyGroupType, moduleUris, type XliffVersion } from './namespaces.ts'
import { pairedCodes, sharedHints } from './pairs.ts'
import type { Inherited } from './unit-2.ts'
import { structuralAttributes, type UnitPlace, unitChildren2, userType, writeNotes2 } from './write-unit-2.ts'

/** @throws Failure `xliff.no-target-language`, `xliff.no-units` */
export function writeXliff2(document: Document, version: Exclude<XliffVersion, '1.2'>): string {
  checkWritable(document)
  const place = freshPlace(version, document)
  const fileIds = idScope()
  const { notes = [], foreign = [] } = document
  const heads = [
    ...(version === '2.2' && notes.length > 0 ? [writeNotes2(notes, place)] : []),
    ...(version === '2.2' ? place.foreign(foreign.filter(isMetadata)) : []),
  ]
  const moved = version === '2.2' ? foreign.filter(element => !isMetadata(element)) : foreign
  const files = document.files.map((file, i) => {
    const first = i === 0 ? withElements(version === '2.2' ? file : withNotes(file, notes), moved) : file
    return writeFile2(first, fileIds.take(file.id, 'f'), place)
  })
  const attributes = structuralAttributes(document.attributes, place, name => name.includes(':'))
  const languages = [
    ` srcLang="${escapeAttribute(document.sourceLanguage)}"`,
    document.targetLanguage === undefined ? '' : ` trgLang="${escapeAttribute(document.targetLanguage)}"`,
  ].join('')
  const isIts = [moduleUris.its, moduleUris.itsm].some(uri => place.prefixes.has(uri))
  const hasItsVersion = attributes.some(([name]) => name === 'its:version')
  const its: MarkupAttributes = isIts && !hasItsVersion ? [[`${place.module('its').prefix}version`, '2.0']] : []
  const others = [...attributes, ...its].map(([name, text]) => ` ${name}="${escapeAttribute(String(text))}"`).join('')
  return releaseBreaks(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<xliff xmlns="${coreUri(version)}"${place.declarations()} version="${version}"${languages}${others}>`,
      ...[...heads, ...files].map(file => indent(file, '  ')),
      '</xliff>',
      '',
    ].join('\n'),
  )
}

function isMetadata({ uri }: ForeignElement): boolean {
  return uri === moduleUris.mda
}

/** Before 2.2 a document has no notes of its own: they go to its first file. */
function withNotes(file: DocumentFile, notes: readonly Note[]): DocumentFile {
  return notes.length === 0 ? file : { ...file, notes: [...notes, ...file.notes] }
}

/** What stands beside the files in other versions is kept in the first file, in an element of ours. */
function withElements(file: DocumentFile, elements: readonly ForeignElement[]): DocumentFile {
  if (elements.length === 0) return file
  const holder = { name: documentElement, uri: moduleUris.tilmash, attributes: [], children: elements }
  return { ...file, foreign: [holder, ...(file.foreign ?? [])] }
}

/** What no version can be written without. */
export function checkWritable(document: Document): void {
  let hasUnits = false
  for (const unit of unitsOf(document)) {
    hasUnits = true
    if (document.targetLanguage !== undefined) break
    if (unit.parts.some(part => part.target !== undefined)) {
      throw new Failure('xliff.no-target-language', { data: { unit: unit.id } })
    }
  }
  if (!hasUnits) throw new Failure('xliff.no-units')
}

/** A whole file element. */
export function writeFile2(file: DocumentFile, id: string, place: UnitPlace): string {
  const { skeleton } = file
  const inherited = inheritedHere(file.attributes, { translate: true, canResegment: true, preserveSpace: false })
  const scopes: Scopes = { units: idScope(), groups: idScope() }
  const heads = [
    ...writeSkeleton(skeleton, place),
    ...place.foreign(file.foreign),
    ...(file.notes.length === 0 ? [] : [writeNotes2(file.notes, place)]),
  ]
  const children = file.children.map(child => writeChild(child, place, inherited, scopes))
  return block(
    'file',
    [['id', id], ['original', file.original], ...structuralAttributes(file.attributes, place)],
    [...heads, ...(children.length === 0 ? [emptyGroup] : children)],
  )
}

const emptyGroup = block(
  'group',
  [
    ['id', 'none'],
    ['type', emptyGroupType],
  ],
  [],
)

function writeSkeleton(skeleton: DocumentFile['skeleton'], place: UnitPlace): readonly string[] {
  if (skeleton?.href !== undefined) return [block('skeleton', [['href', skeleton.href]], [])]
  const { text, content } = skeleton ?? {}
  if (content !== undefined) {
    const inner = content.map(child =>
      typeof child === 'string' ? holdBreaks(escapeText(child)) : place.foreign([child]).join(''),
    )
    return [markup('skeleton', [], inner.join(''))]
  }
  // Sections and comments without elements are text of the file that was read: only they have a `<`.
  return text === undefined || text.includes('<') ? [] : [markup('skeleton', [], holdBreaks(text))]
}

interface Scopes {
  readonly units: IdScope
  readonly groups: IdScope
}

function writeChild(child: Group | Unit, place: UnitPlace, inherited: Inherited, scopes: Scopes): string {
  return child.kind === 'unit'
    ? writeUnit2(child, place, inherited, scopes.units.take(child.id, 'u'))
    : writeGroup(child, place, inherited, scopes)
}

function writeGroup(group: Group, place: UnitPlace, inherited: Inherited, scopes: Scopes): string {
  const inside = inheritedHere(group.attributes, inherited)
  const type = group.attributes?.find(({ name }) => name === 'type' || name === 'restype')?.value
  return block(
    'group',
    [
      ['id', scopes.groups.take(group.id, 'g')],
      ['name', group.name],
      ['type', userType(type)],
      ...structuralAttributes(group.attributes, place),
    ],
    [
      ...place.foreign(group.foreign),
      ...(group.notes.length === 0 ? [] : [writeNotes2(group.notes, place)]),
      ...group.children.map(child => writeChild(child, place, inside, scopes)),
    ],
  )
}

/** A whole group, for a file that exists. */
export function writeGroup2(group: Group, place: UnitPlace, inherited: Inherited): string {
  return writeGroup(group, place, inherited, { units: idScope(), groups: idScope() })
}

/** A whole unit; only what differs from what is around it is written out. */
export function writeUnit2(given: Unit, place: UnitPlace, inherited: Inherited, id: string): string {
  const unit = uniqueIds(sharedHints(pairedCodes(given)))
  const attributes: MarkupAttributes = [
    ['id', id],
    ['name', unit.name ?? (id === unit.id ? undefined : unit.id)],
    ['type', userType(unit.type)],
    ['translate', difference(unit.translate, inherited.translate, ['yes', 'no'])],
    ['canResegment', difference(unit.canResegment, inherited.canResegment, ['yes', 'no'])],
    ['xml:space', difference(unit.preserveSpace, inherited.preserveSpace, ['preserve', 'default'])],
    ...structuralAttributes(
      unit.attributes,
      place,
      name => name !== 'translate' && name !== 'canResegment' && name !== 'xml:space',
    ),
  ]
  return block(`${place.prefix}unit`, attributes, unitChildren2(unit, place, unit.preserveSpace))
}

function difference(own: boolean, outer: boolean, words: readonly [yes: string, no: string]): string | undefined {
  return own === outer ? undefined : words[own ? 0 : 1]
}

export function inheritedHere(attributes: Group['attributes'], outer: Inherited): Inherited {
  const word = (name: string): string | undefined => attributes?.find(attribute => attribute.name === name)?.value
  const space = word('xml:space')
  return {
    translate: word('translate') === undefined ? outer.translate : word('translate') !== 'no',
    canResegment: word('canResegment') === undefined ? outer.canResegment : word('canResegment') !== 'no',
    preserveSpace: space === undefined ? outer.preserveSpace : space === 'preserve',
  }
}
