/** A Document → a fresh XLIFF 1.2 file (transitional schema). */

import type {
  Candidate,
  Content,
  Document,
  DocumentFile,
  Group,
  MetaGroup,
  Note,
  Segment,
  State,
  Unit,
} from '../../model/index.ts'
import { states } from '../../model/index.ts'
import { escapeAttribute, escapeText } from '../xml/index.ts'
import { block, holdBreaks, indent, type MarkupAttributes, markup, releaseBreaks } from './markup.ts'
import { moduleUris, xliff12Uri } from './namespaces.ts'
import { pairedCodes } from './pairs.ts'
import { writeState12 } from './states-12.ts'
import { wholeSegment } from './unit-12.ts'
import { isWord12 } from './values-12.ts'
import { checkWritable } from './write-2.ts'
import { type ContentPlace12, writeContent12 } from './write-content-12.ts'

const place: ContentPlace12 = { prefix: '', allows: name => /^(?:xml|tilmash):/.test(name) }

/** @throws Failure `xliff.no-target-language`, `xliff.no-units`, `xml.illegal-character` */
export function writeXliff12(document: Document): string {
  checkWritable(document)
  const files = document.files.map(file => writeFile(file, document))
  const body = files.map(file => indent(file, '  '))
  const own = body.some(file => file.includes(' tilmash:'))
    ? ` xmlns:tilmash="${escapeAttribute(moduleUris.tilmash)}"`
    : ''
  return releaseBreaks(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<xliff xmlns="${xliff12Uri}"${own} version="1.2">`,
      ...body,
      '</xliff>',
      '',
    ].join('\n'),
  )
}

const fileNames = new Set(['datatype', 'date', 'category', 'product-name', 'product-version', 'build-num', 'xml:space'])

function writeFile(file: DocumentFile, document: Document): string {
  const kept = keptAttributes(file.attributes, fileNames)
  const header = [
    ...(file.skeleton?.href === undefined
      ? []
      : [block('skl', [], [markup('external-file', [['href', file.skeleton.href]], '')])]),
    ...file.notes.map(writeNote),
  ]
  return block(
    'file',
    [
      ['original', file.original ?? file.id],
      ['source-language', document.sourceLanguage],
      ['target-language', document.targetLanguage],
      ['datatype', kept.some(([name]) => name === 'datatype') ? undefined : 'plaintext'],
      ...kept,
    ],
    [...(header.length === 0 ? [] : [block('header', [], header)]), block('body', [], file.children.map(writeChild))],
  )
}

function keptAttributes(
  attributes: Unit['attributes'],
  names: ReadonlySet<string>,
): readonly (readonly [string, string])[] {
  return (attributes ?? []).flatMap(({ name, value }) => (names.has(name) ? [[name, value] as const] : []))
}

const groupNames = new Set([
  'restype',
  'datatype',
  'translate',
  'xml:space',
  'extradata',
  'maxwidth',
  'minwidth',
  'size-unit',
])

function writeChild(child: Group | Unit): string {
  if (child.kind === 'unit') return writeUnit(child)
  return block(
    'group',
    [
      ['id', child.id === '' ? undefined : child.id],
      ['resname', child.name],
      ...keptAttributes(child.attributes, groupNames),
    ],
    [...child.notes.map(writeNote), ...child.children.map(writeChild)],
  )
}

const unitNames = new Set([
  'approved',
  'reformat',
  'datatype',
  'extradata',
  'extype',
  'help-id',
  'menu',
  'coord',
  'font',
  'css-style',
  'maxwidth',
  'minwidth',
  'size-unit',
  'maxheight',
  'minheight',
  'maxbytes',
  'minbytes',
  'charclass',
])

function restype(type: string | undefined): string | undefined {
  if (type === undefined) return undefined
  const own = type.startsWith('xliff12:') ? type.slice('xliff12:'.length) : type
  return isWord12('restype', own) ? own : `x-${own}`
}

function writeUnit(given: Unit): string {
  const unit = pairedCodes(given)
  const segments = unit.parts.filter(part => part.kind === 'segment')
  const isWhole = unit.parts.length === 1 && segments[0]?.id === wholeSegment
  const approved = unit.attributes?.some(({ name }) => name === 'approved') === true
  const attributes: MarkupAttributes = [
    ['id', unit.id],
    ['resname', unit.name],
    ['restype', restype(unit.type)],
    ['translate', unit.translate ? undefined : 'no'],
    ['xml:space', unit.preserveSpace || !isWhole || unit.parts.some(hasOddSpace) ? 'preserve' : undefined],
    ...keptAttributes(unit.attributes, unitNames).filter(([name]) => name !== 'approved' || approved),
  ]
  return block('trans-unit', attributes, [
    ...(isWhole && segments[0] !== undefined ? wholeTexts(segments[0]) : cutTexts(unit, segments)),
    ...unit.metadata.flatMap((group, i) => writeContext(group, `#${unit.id}${i === 0 ? '' : `#${i + 1}`}`)),
    ...unit.notes.map(writeNote),
    ...unit.candidates.map(candidate => writeAlternative(candidate, isWhole ? [] : segments)),
  ])
}

function hasOddSpace(part: Unit['parts'][number]): boolean {
  const odd = (content: Content | undefined): boolean =>
    /[\t\n\r]| {2}|^ | $/.test(content === undefined ? '' : writeContent12(content, place))
  return odd(part.source) || odd(part.target)
}

function text(content: Content): string {
  return holdBreaks(writeContent12(content, place))
}

function stateAttributes(state: State, subState: string | undefined): MarkupAttributes {
  const written = writeState12(state, subState)
  return [
    ['state', written.state],
    ['state-qualifier', written.qualifier],
  ]
}

function wholeTexts(segment: Segment): readonly string[] {
  const target = segment.target ?? (segment.state === 'initial' ? undefined : [])
  return [
    markup('source', [], text(segment.source)),
    ...(target === undefined ? [] : [markup('target', stateAttributes(segment.state, segment.subState), text(target))]),
  ]
}

/**
 * Source whole and cut, target cut. The target's state is the earliest of its segments; each mark tells its own as well, since
 * 1.2 has no state for a part.
 */
function cutTexts(unit: Unit, segments: readonly Segment[]): readonly string[] {
  const whole = unit.parts.map(part => text(part.source)).join('')
  const cut = unit.parts
    .map(part => (part.kind === 'segment' ? mark(part.id, part.source, []) : text(part.source)))
    .join('')
  const translated = segments.filter(({ target, state }) => target !== undefined || state !== 'initial')
  if (translated.length === 0) return [markup('source', [], whole), markup('seg-source', [], cut)]
  const earliest = states.find(state => segments.some(segment => segment.state === state)) ?? 'initial'
  const isOneState = segments.every(segment => segment.state === earliest && segment.subState === undefined)
  const target = inTargetOrder(unit.parts)
    .map(part => {
      if (part.kind === 'ignorable') return text(part.target ?? (isBetween(unit.parts, part) ? part.source : []))
      if (part.target === undefined && part.state === 'initial') return ''
      const own: MarkupAttributes = isOneState
        ? []
        : [
            ['tilmash:state', part.state],
            ['tilmash:subState', part.subState],
          ]
      return mark(part.id, part.target ?? [], own)
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
    .map((part, i) => ({ part, order: part.order ?? i + 1, i }))
    .toSorted((a, b) => a.order - b.order || a.i - b.i)
    .map(({ part }) => part)
}

function mark(mid: string, content: Content, attributes: MarkupAttributes): string {
  const tag = [['mtype', 'seg'], ['mid', mid], ...attributes] as const
  return markup('mrk', tag, text(content))
}

function writeNote(note: Note): string {
  const ref = note.ref === undefined ? '' : `#${note.ref}`
  const from = `${note.category ?? ''}${ref}`
  return markup(
    'note',
    [
      ['from', from === '' ? undefined : from],
      ['priority', note.priority],
      ['annotates', note.appliesTo],
    ],
    holdBreaks(escapeText(note.text)),
  )
}

/** The name of a context group is unique in its file: the unit's id makes it so. */
function writeContext(group: MetaGroup, suffix: string): readonly string[] {
  const entries = [...flatMeta(group)]
  if (entries.length === 0) return []
  const contexts = entries.map(({ type, value }) =>
    markup(
      'context',
      [['context-type', isWord12('contextType', type) ? type : `x-${type.replaceAll(/\s/g, '-')}`]],
      holdBreaks(escapeText(value)),
    ),
  )
  return [block('context-group', [['name', `${group.category}${suffix}`]], contexts)]
}

function* flatMeta(group: MetaGroup): Generator<MetaGroup['meta'][number]> {
  yield* group.meta
  for (const inner of group.groups ?? []) yield* flatMeta(inner)
}

/** `segments`: those that have a `mrk`; a candidate may also be for a part of one, which 1.2 cannot say. */
function writeAlternative(candidate: Candidate, segments: readonly Segment[]): string {
  const { ref, similarity, matchQuality, origin, subType } = candidate
  const quality = similarity ?? matchQuality
  const kind = subType?.startsWith('xliff12:') ? subType.slice('xliff12:'.length) : undefined
  return block(
    'alt-trans',
    [
      ['mid', segments.some(({ id }) => id === ref) ? ref : undefined],
      ['match-quality', quality === undefined ? undefined : `${Math.round(quality * 1e8) / 1e6}%`],
      ['origin', origin],
      ['alttranstype', kind ?? (subType === 'tilmash:previous-version' ? 'previous-version' : undefined)],
    ],
    [markup('source', [], text(candidate.source)), markup('target', [], text(candidate.target))],
  )
}
