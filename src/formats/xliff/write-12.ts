/** A Document → a fresh XLIFF 1.2 file (transitional schema). */

import type { Content, Document, DocumentFile, ForeignElement, Group, Segment, State, Unit } from '../../model/index.ts'
import { states } from '../../model/index.ts'
import { at } from '../../text/present.ts'
import { escapeAttribute } from '../xml/index.ts'
import { isOf12, localOf } from './foreign.ts'
import { type FreshPlace, freshPlace } from './fresh-place.ts'
import { keptAttributes } from './kept-attributes.ts'
import { block, holdBreaks, indent, type MarkupAttributes, markup, releaseBreaks } from './markup.ts'
import { fileNames, groupNames, rootNames, unitNames } from './names-12.ts'
import { xliff12Uri } from './namespaces.ts'
import { pairedCodes } from './pairs.ts'
import { writeState12 } from './states-12.ts'
import type { Inherited } from './unit-2.ts'
import { wholeSegment } from './unit-12.ts'
import { isWord12 } from './values-12.ts'
import { checkWritable, inheritedHere } from './write-2.ts'
import { inOrder, isContext, text, writeAlternative, writeContext, writeNote } from './write-about-12.ts'
import { writeContent12 } from './write-content-12.ts'
import { hasMeta, writeMetadata2 } from './write-unit-2.ts'

/** @throws Failure `xliff.no-target-language`, `xliff.no-units`, `xml.illegal-character` */
export function writeXliff12(document: Document): string {
  checkWritable(document)
  const place = freshPlace('1.2', document)
  const { notes = [], foreign = [] } = document
  const files = document.files.map((file, i) =>
    // 1.2 has no notes of a whole document: they go to its first file.
    writeFile(i === 0 ? { ...file, notes: [...notes, ...file.notes] } : file, i + 1, document, place),
  )
  const heads = place.foreign(foreign.filter(element => !isOf12(element)))
  const attributes = keptAttributes(document.attributes, place, rootNames)
  const others = attributes.map(([name, text]) => ` ${name}="${escapeAttribute(String(text))}"`).join('')
  return releaseBreaks(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<xliff xmlns="${xliff12Uri}"${place.declarations()} version="1.2"${others}>`,
      ...[...heads, ...files].map(each => indent(each, '  ')),
      '</xliff>',
      '',
    ].join('\n'),
  )
}

function writeFile(file: DocumentFile, number: number, document: Document, place: FreshPlace): string {
  const kept = keptAttributes(file.attributes, place, fileNames)
  const foreign = file.foreign ?? []
  const [phases, others] = [foreign.filter(isPhaseGroup), foreign.filter(each => !isPhaseGroup(each))]
  const header = [
    ...writeSkeleton(file.skeleton),
    ...place.foreign(phases),
    ...place.foreign(others.filter(isOf12).filter(({ name }) => !isBinary(name))),
    ...file.notes.map(note => writeNote(note)),
    ...place.foreign(others.filter(element => !isOf12(element))),
  ]
  const binary = place.foreign(others.filter(element => isOf12(element) && isBinary(element.name)))
  return block(
    'file',
    [
      ['original', file.original ?? file.id],
      ['source-language', document.sourceLanguage],
      ['target-language', document.targetLanguage],
      ['datatype', kept.some(([name]) => name === 'datatype') ? undefined : 'plaintext'],
      ...(file.id === `f${number}` ? [] : [[place.otherVersion('id'), file.id] as const]),
      ...kept,
    ],
    [
      ...(header.length === 0 ? [] : [block('header', [], header)]),
      block(
        'body',
        [],
        [...file.children.map(child => writeChild(child, place, inheritedHere(file.attributes, fresh))), ...binary],
      ),
    ],
  )
}

const fresh: Inherited = { translate: true, canResegment: true, preserveSpace: false }

function isPhaseGroup(element: ForeignElement): boolean {
  return isOf12(element) && localOf(element.name) === 'phase-group'
}

function isBinary(name: string): boolean {
  return localOf(name) === 'bin-unit'
}

/** A skeleton in the file is text here: markup in it has no place. */
function writeSkeleton(skeleton: DocumentFile['skeleton']): readonly string[] {
  const { href, text } = skeleton ?? {}
  if (href !== undefined) return [block('skl', [], [markup('external-file', [['href', href]], '')])]
  if (text === undefined || text.includes('<')) return []
  return [block('skl', [], [markup('internal-file', [], holdBreaks(text))])]
}

function writeChild(child: Group | Unit, place: FreshPlace, inherited: Inherited): string {
  if (child.kind === 'unit') return writeUnit(child, place, inherited)
  const inside = inheritedHere(child.attributes, inherited)
  const { attributes = [], foreign = [] } = child
  const type = attributes.find(({ name }) => name === 'type' || name === 'restype')?.value
  const own = foreign.filter(element => isOf12(element) && !isBinary(element.name))
  return block(
    'group',
    [
      ['id', child.id === '' ? undefined : child.id],
      ['resname', child.name],
      ['restype', restype(type)],
      ...keptAttributes(
        attributes.filter(({ name }) => name !== 'type' && name !== 'restype'),
        place,
        groupNames,
      ),
    ],
    [
      ...place.foreign(inOrder(own, groupOrder)),
      ...child.notes.map(note => writeNote(note)),
      ...place.foreign(foreign.filter(element => !isOf12(element))),
      ...child.children.map(each => writeChild(each, place, inside)),
      ...place.foreign(foreign.filter(element => isOf12(element) && isBinary(element.name))),
    ],
  )
}

const groupOrder = ['context-group', 'count-group', 'prop-group']
function restype(type: string | undefined): string | undefined {
  if (type === undefined) return undefined
  const own = type.startsWith('xliff12:') ? type.slice('xliff12:'.length) : type
  return isWord12('restype', own) ? own : `x-${own}`
}

function writeUnit(given: Unit, place: FreshPlace, inherited: Inherited): string {
  const unit = pairedCodes(given)
  const segments = unit.parts.filter(part => part.kind === 'segment')
  const isWhole = unit.parts.length === 1 && segments[0]?.id === wholeSegment
  const { foreign = [] } = unit
  const isPreserved =
    unit.preserveSpace || !isWhole || unit.parts.some(part => hasOddSpace(part, place)) || inherited.preserveSpace
  const attributes: MarkupAttributes = [
    ['id', unit.id],
    ['resname', unit.name],
    ['restype', restype(unit.type)],
    ['translate', difference(unit.translate, inherited.translate)],
    ['xml:space', isPreserved ? 'preserve' : undefined],
    ...(unit.canResegment === inherited.canResegment
      ? []
      : [[place.otherVersion('canResegment'), difference(unit.canResegment, inherited.canResegment)] as const]),
    ...keptAttributes(
      unit.attributes?.filter(({ name }) => name !== 'translate' && name !== 'canResegment' && name !== 'xml:space'),
      place,
      unitNames,
    ),
  ]
  const metadata = unit.metadata.filter(hasMeta)
  const contexts = metadata.filter(isContext)
  const others = metadata.filter(group => !isContext(group))
  return block('trans-unit', attributes, [
    ...(isWhole && segments[0] !== undefined ? wholeTexts(segments[0], place) : cutTexts(unit, segments, place)),
    ...contexts.map((group, i) => writeContext(group, `#${unit.id}${i === 0 ? '' : `#${i + 1}`}`)),
    ...place.foreign(foreign.filter(isOf12)),
    ...unit.notes.map(note => writeNote(note)),
    ...unit.candidates.map(candidate => writeAlternative(candidate, isWhole ? [] : segments, place)),
    ...(others.length === 0 ? [] : [writeMetadata2(others, place)]),
    ...place.foreign(foreign.filter(element => !isOf12(element))),
  ])
}

function difference(own: boolean, outer: boolean): string | undefined {
  return own === outer ? undefined : own ? 'yes' : 'no'
}

function hasOddSpace(part: Unit['parts'][number], place: FreshPlace): boolean {
  const odd = (content: Content | undefined): boolean =>
    /[\t\n\r]| {2}|^ | $/.test(content === undefined ? '' : writeContent12(content, place))
  return odd(part.source) || odd(part.target)
}

function stateAttributes(state: State, subState: string | undefined): MarkupAttributes {
  const written = writeState12(state, subState)
  return [
    ['state', written.state],
    ['state-qualifier', written.qualifier],
  ]
}

function wholeTexts(segment: Segment, place: FreshPlace): readonly string[] {
  const target = segment.target ?? (segment.state === 'initial' ? undefined : [])
  return [
    markup('source', hints(segment, place), text(segment.source, place)),
    ...(target === undefined
      ? []
      : [markup('target', stateAttributes(segment.state, segment.subState), text(target, place))]),
  ]
}

/** What 1.2 has no word for: may the segment be cut, and the sub-state of one that has no target to bear it. */
function hints({ canResegment, target, state, subState }: Segment, place: FreshPlace): MarkupAttributes {
  const isUntouched = target === undefined && state === 'initial' && subState !== undefined
  return [
    ...(canResegment === undefined ? [] : [[place.otherVersion('canResegment'), canResegment ? 'yes' : 'no'] as const]),
    ...(isUntouched ? ownState(state, subState, place) : []),
  ]
}

function ownState(state: State, subState: string | undefined, place: FreshPlace): MarkupAttributes {
  const { prefix } = place.module('tilmash')
  return [
    [`${prefix}state`, state],
    [`${prefix}subState`, subState],
  ]
}

/**
 * Source whole and cut, target cut. The target's state is the earliest of its segments; each mark tells its own as well, since
 * 1.2 has no state for a part.
 */
function cutTexts(unit: Unit, segments: readonly Segment[], place: FreshPlace): readonly string[] {
  const whole = unit.parts.map(part => text(part.source, place)).join('')
  const cut = unit.parts
    .map(part =>
      part.kind === 'segment' ? mark(part.id, part.source, hints(part, place), place) : text(part.source, place),
    )
    .join('')
  const translated = segments.filter(({ target, state }) => target !== undefined || state !== 'initial')
  if (translated.length === 0) return [markup('source', [], whole), markup('seg-source', [], cut)]
  const present = states.filter(state => segments.some(segment => segment.state === state))
  const earliest = at(present, 0)
  const isOneState = segments.every(segment => segment.state === earliest && segment.subState === undefined)
  const target = inTargetOrder(unit.parts)
    .map(part => {
      if (part.kind === 'ignorable') return text(part.target ?? (isBetween(unit.parts, part) ? part.source : []), place)
      if (part.target === undefined && part.state === 'initial') return ''
      const own = isOneState ? [] : ownState(part.state, part.subState, place)
      return mark(part.id, part.target ?? [], own, place)
    })
    .join('')
  return [
    markup('source', [], whole),
    markup('seg-source', [], cut),
    markup('target', stateAttributes(earliest, undefined), target),
  ]
}

/** Blanks stand between two translations, not beside one that is not there; codes stand in any case. */
function isBetween(parts: Unit['parts'], part: Unit['parts'][number]): boolean {
  if (part.source.some(one => one.kind !== 'text')) return true
  const at = parts.indexOf(part)
  const before = parts.slice(0, at).findLast(one => one.kind === 'segment')
  const after = parts.slice(at).find(one => one.kind === 'segment')
  return [before, after].every(one => one === undefined || one.target !== undefined || one.state !== 'initial')
}

/** `order` says where a part stands in the target; those without keep their own place. */
function inTargetOrder(parts: Unit['parts']): Unit['parts'] {
  if (parts.every(part => part.order === undefined)) return parts
  return parts
    .map((part, i) => ({ part, order: part.order ?? i + 1 }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ part }) => part)
}

function mark(mid: string, content: Content, attributes: MarkupAttributes, place: FreshPlace): string {
  const tag = [['mtype', 'seg'], ['mid', mid], ...attributes] as const
  return markup('mrk', tag, text(content, place))
}
