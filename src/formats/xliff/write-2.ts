/** A Document → a fresh XLIFF 2 file. */

import { type Document, type DocumentFile, Failure, type Group, type Unit, unitsOf } from '../../model/index.ts'
import { escapeAttribute } from '../xml/index.ts'
import { type IdScope, idScope, uniqueIds } from './ids.ts'
import { block, holdBreaks, indent, type MarkupAttributes, markup, releaseBreaks } from './markup.ts'
import { coreUri, type ModulePrefix, moduleUris, type XliffVersion } from './namespaces.ts'
import { pairedCodes } from './pairs.ts'
import type { Inherited } from './unit-2.ts'
import {
  freshPlace,
  structuralAttributes,
  type UnitPlace,
  unitChildren2,
  userType,
  writeNotes2,
} from './write-unit-2.ts'

/** @throws Failure `xliff.no-target-language`, `xliff.no-units` */
export function writeXliff2(document: Document, version: Exclude<XliffVersion, '1.2'>): string {
  checkWritable(document)
  const used = new Set<ModulePrefix>()
  const place = freshPlace(version, used)
  const fileIds = idScope()
  const files = document.files
    .filter(file => file.children.length > 0)
    .map(file => writeFile2(file, fileIds.take(file.id, 'f'), place))
  const declared = Object.keys(moduleUris)
    // Proof: the keys of `moduleUris` are module prefixes.
    .filter(name => used.has(name as ModulePrefix) && name !== 'its')
    .map(name => ` xmlns:${name}="${moduleUris[name as ModulePrefix]}"`)
    .join('')
  const languages = [
    ` srcLang="${escapeAttribute(document.sourceLanguage)}"`,
    document.targetLanguage === undefined ? '' : ` trgLang="${escapeAttribute(document.targetLanguage)}"`,
  ].join('')
  const its = used.has('its') || used.has('itsm') ? ` xmlns:its="${moduleUris.its}" its:version="2.0"` : ''
  return releaseBreaks(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<xliff xmlns="${coreUri(version)}"${declared} version="${version}"${languages}${its}>`,
      ...files.map(file => indent(file, '  ')),
      '</xliff>',
      '',
    ].join('\n'),
  )
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
  const heads = [...writeSkeleton(skeleton), ...(file.notes.length === 0 ? [] : [writeNotes2(file.notes, place)])]
  return block(
    'file',
    [['id', id], ['original', file.original], ...structuralAttributes(file.attributes, place)],
    [...heads, ...file.children.map(child => writeChild(child, place, inherited, scopes))],
  )
}

/** Markup of other vocabularies inside a skeleton has prefixes this file does not declare: it cannot be written. */
function writeSkeleton(skeleton: DocumentFile['skeleton']): readonly string[] {
  if (skeleton?.href !== undefined) return [block('skeleton', [['href', skeleton.href]], [])]
  if (skeleton?.text === undefined || skeleton.text.includes('<')) return []
  return [markup('skeleton', [], holdBreaks(skeleton.text))]
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
  const unit = uniqueIds(pairedCodes(given))
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

function inheritedHere(attributes: Group['attributes'], outer: Inherited): Inherited {
  const word = (name: string): string | undefined => attributes?.find(attribute => attribute.name === name)?.value
  const space = word('xml:space')
  return {
    translate: word('translate') === undefined ? outer.translate : word('translate') !== 'no',
    canResegment: word('canResegment') === undefined ? outer.canResegment : word('canResegment') !== 'no',
    preserveSpace: space === undefined ? outer.preserveSpace : space === 'preserve',
  }
}
