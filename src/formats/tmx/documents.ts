/** A TMX file as bilingual documents, one a pair of languages; and documents as translation units. */

import {
  type Content,
  type Document,
  type Finding,
  isSameLanguage,
  type Language,
  language,
  type MetaEntry,
  type MetaGroup,
  type Place,
  type Segment,
  type Span,
  type State,
  segmentsOf,
  type TranslationUnit,
  type Unit,
  unitsOf,
  type Variant,
} from '../../model/index.ts'
import { lineIndex } from '../../text/lines.ts'
import type { Location, Reading, ReadingOptions } from '../reading.ts'
import { decodeXml, noNamespaces, scanElement } from '../xml/index.ts'
import { segmentSpan } from './locate.ts'
import { type TmxHeader, tmxReader } from './read.ts'

/**
 * All pairs source → other language, in the order in which the languages appear. The source is that of the unit, of the
 * header, or of the options; with `*all*` and no option the first variant of the file.
 * @throws Failure as `readTmx`.
 */
export function readTmxDocuments(bytes: Uint8Array, options: ReadingOptions): readonly Reading[] {
  const { file } = options
  const { text } = decodeXml(bytes, { file })
  const lines = lineIndex(text)
  const findings: Finding[] = []
  const units: { readonly unit: TranslationUnit; readonly span: Span }[] = []
  const segs = new Map<Variant, Span>()
  let header: TmxHeader | undefined
  const reader = tmxReader({
    file,
    onHeader: found => {
      header = found
    },
    onFinding: finding => findings.push(finding),
    onUnit: (unit, span) => units.push({ unit, span }),
    onVariant: (variant, seg) => segs.set(variant, seg),
    placeOf: span => lines.place(file, span),
  })
  reader.write(bytes)
  reader.end()

  const source = sourceOf(header, units[0]?.unit, options)
  const pairs = new Map<Language, PairUnit[]>()
  for (const { unit, span } of units) {
    const own = sourceVariant(unit, source)
    if (own === undefined) continue
    const counts = new Map<Language, number>()
    for (const target of unit.variants) {
      if (target === own) continue
      const count = (counts.get(target.language) ?? 0) + 1
      counts.set(target.language, count)
      const list = pairs.get(target.language) ?? []
      list.push({ unit: documentUnit(unit, own, target, count), source: own, target, span })
      pairs.set(target.language, list)
    }
  }
  return [...pairs].map(([target, list]) => {
    const byUnit = new Map(list.map(each => [each.unit, each]))
    const locate = ({ unit, segment, side = 'source', start = 0, end }: Location): Place => {
      const pair = byUnit.get(unit)
      const seg = pair && segs.get(side === 'source' ? pair.source : pair.target)
      if (pair === undefined || segment === undefined || seg === undefined) {
        return lines.place(
          file,
          pair === undefined ? { start: 0, end: 0 } : { start: pair.span.start, end: pair.span.start },
        )
      }
      return lines.place(file, segmentSpan(text, scanElement(text, seg, noNamespaces), start, end))
    }
    const document: Document = {
      sourceLanguage: source,
      targetLanguage: target,
      files: [{ kind: 'file', id: 'f1', original: file, notes: [], children: list.map(each => each.unit) }],
    }
    return { document, findings, locate }
  })
}

interface PairUnit {
  readonly unit: Unit
  readonly source: Variant
  readonly target: Variant
  readonly span: Span
}

function sourceOf(
  header: TmxHeader | undefined,
  first: TranslationUnit | undefined,
  options: ReadingOptions,
): Language {
  if (options.sourceLanguage !== undefined) return language(options.sourceLanguage)
  const named = header?.sourceLanguage
  return named === undefined || named === '*all*' ? (first?.variants[0]?.language ?? language('en')) : named
}

/** The variant in the source language: the very tag, else one of the same language; the unit's own `srclang` first. */
function sourceVariant(unit: TranslationUnit, source: Language): Variant | undefined {
  const { variants } = unit
  return variants.find(each => each.language === source) ?? variants.find(each => isSameLanguage(each.language, source))
}

/** Category of the metadata that keeps what a unit of TMX has and a unit of a document has not. */
const category = 'tmx'
const fields = ['previous', 'next', 'origin', 'author', 'created', 'changed'] as const

function documentUnit(unit: TranslationUnit, source: Variant, target: Variant, count: number): Unit {
  const properties = (prefix: string, list: Variant['properties']): readonly MetaEntry[] =>
    (list ?? []).map(({ name, value }) => ({ type: `${prefix}:${name}`, value }))
  const meta: readonly MetaEntry[] = [
    ...fields.flatMap(field => {
      const value = unit[field]
      return value === undefined ? [] : [{ type: field, value }]
    }),
    ...properties('unit', unit.properties),
    ...properties('source', source.properties),
    ...properties('target', target.properties),
  ]
  const metadata: readonly MetaGroup[] = meta.length === 0 ? [] : [{ category, meta }]
  const segment: Segment = {
    kind: 'segment',
    id: 's1',
    source: source.content,
    target: target.content,
    state: unit.state ?? 'translated',
  }
  return {
    kind: 'unit',
    id: count === 1 ? unit.id : `${unit.id}-${count}`,
    translate: true,
    canResegment: true,
    preserveSpace: true,
    notes: (unit.notes ?? []).map(text => ({ text })),
    candidates: [],
    metadata,
    parts: [segment],
  }
}

/** What a memory cannot hold of a document. */
export type TmxDocumentLoss =
  | 'untranslated'
  | 'ignorables'
  | 'candidates'
  | 'metadata'
  | 'note-attributes'
  | 'sub-states'
  | 'structure'

/**
 * Each translated segment as a translation unit. The id is the unit's
 * where it has one segment, else `unit/segment`.
 */
export function documentUnits(
  document: Document,
  onLoss: (what: TmxDocumentLoss, unit: string) => void = () => {},
): readonly TranslationUnit[] {
  const { sourceLanguage, targetLanguage } = document
  if (targetLanguage === undefined) return []
  const hasGroups = document.files.some(file => file.children.some(child => child.kind === 'group'))
  const [first] = document.files
  if (first && (hasGroups || document.files.length > 1)) onLoss('structure', first.id)
  const units = [...unitsOf(document)].flatMap(unit => {
    tellLosses(unit, onLoss)
    const segments = segmentsOf(unit)
    return segments.flatMap(segment => {
      if (segment.target === undefined) return []
      const id = segments.length === 1 ? unit.id : `${unit.id}/${segment.id}`
      return [translationUnit(unit, segment, segment.target, id, sourceLanguage, targetLanguage)]
    })
  })
  return units
}

function translationUnit(
  unit: Unit,
  segment: Segment,
  target: Content,
  id: string,
  sourceLanguage: Language,
  targetLanguage: Language,
): TranslationUnit {
  const kept = new Map<string, string>()
  const properties = new Map<string, { readonly name: string; readonly value: string }[]>()
  for (const { type, value } of unit.metadata.find(group => group.category === category)?.meta ?? []) {
    const colon = type.indexOf(':')
    if (colon < 0) kept.set(type, value)
    else {
      const owner = type.slice(0, colon)
      properties.set(owner, [...(properties.get(owner) ?? []), { name: type.slice(colon + 1), value }])
    }
  }
  const own = (owner: string): object => {
    const list = properties.get(owner)
    return list === undefined ? {} : { properties: list }
  }
  const notes = unit.notes.filter(note => note.ref === undefined || note.ref === segment.id).map(note => note.text)
  const state: State = segment.state
  return {
    id,
    variants: [
      { language: sourceLanguage, content: segment.source, ...own('source') },
      { language: targetLanguage, content: target, ...own('target') },
    ],
    ...Object.fromEntries(fields.flatMap(field => (kept.has(field) ? [[field, kept.get(field)]] : []))),
    ...(state === 'translated' ? {} : { state }),
    ...(notes.length === 0 ? {} : { notes }),
    ...own('unit'),
  }
}

function tellLosses(unit: Unit, onLoss: (what: TmxDocumentLoss, unit: string) => void): void {
  const segments = segmentsOf(unit)
  if (segments.some(segment => segment.target === undefined)) onLoss('untranslated', unit.id)
  if (unit.parts.some(part => part.kind === 'ignorable')) onLoss('ignorables', unit.id)
  if (unit.candidates.length > 0) onLoss('candidates', unit.id)
  if (unit.metadata.some(group => group.category !== category)) onLoss('metadata', unit.id)
  const hasAttributes = unit.notes.some(({ text: _text, ref: _ref, ...rest }) => Object.keys(rest).length > 0)
  if (hasAttributes) onLoss('note-attributes', unit.id)
  if (segments.some(segment => segment.subState !== undefined)) onLoss('sub-states', unit.id)
}
