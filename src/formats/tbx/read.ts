/** Reads TBX 2019 (`<tbx>`; Basic, Core, Min and other dialects, DCA and DCT) and the older `<martif>` into concepts. */

import {
  type Concept,
  Failure,
  type Finding,
  type Language,
  language,
  type Term,
  type TermStatus,
} from '../../model/index.ts'
import { lineIndex } from '../../text/lines.ts'
import { formFinding } from '../finding.ts'
import { uniqueNames } from '../unique-names.ts'
import { attributeOf, childElements, decodeXml, parseXmlTree, textOf, type XmlElement, xmlUri } from '../xml/index.ts'

export interface Tbx {
  readonly concepts: readonly Concept[]
  /** `TBX-Basic`, `TBX-Min`, …, or `martif` for the older form. */
  readonly dialect: string
  /** Rules `tbx/…`: what was left out or renamed. */
  readonly findings: readonly Finding[]
}

/**
 * Reads a glossary. What the model has no field for (sources, transactions, contexts, graphics) is left out.
 * @throws Failure `tbx.not-tbx`, `xml.*`, `encoding.*`, with place.
 */
export function readTbx(bytes: Uint8Array, { file }: { readonly file: string }): Tbx {
  const { text } = decodeXml(bytes, { file })
  const root = parseXmlTree(text, { file })
  const lines = lineIndex(text)
  const placeOf = (at: XmlElement) => lines.place(file, { start: at.start, end: at.contentStart })
  if (root.local !== 'tbx' && root.local !== 'martif') {
    throw new Failure('tbx.not-tbx', { data: { found: root.name.slice(0, 60) }, place: placeOf(root) })
  }
  const findings: Finding[] = []
  const warn: Warn = (rule, at, data = {}) => {
    findings.push(formFinding({ rule: `tbx/${rule}`, level: 'warning', place: placeOf(at), data }))
  }
  const names = uniqueNames()
  const concepts = entriesOf(root).flatMap((entry, number) => {
    const wanted = attributeOf(entry, 'id') ?? `c${number + 1}`
    if (names.has(wanted)) warn('duplicate-id', entry, { id: wanted.slice(0, 100) })
    const id = names.take(wanted)
    const concept = readConcept(entry, id, warn)
    if (concept.terms.length === 0) warn('no-term', entry, { id: id.slice(0, 100) })
    return concept.terms.length === 0 ? [] : [concept]
  })
  const dialect = root.local === 'martif' ? 'martif' : (attributeOf(root, 'type') ?? '')
  return { concepts, dialect, findings }
}

type Warn = (
  rule: 'duplicate-id' | 'no-term' | 'empty-term' | 'missing-language' | 'invalid-language',
  at: XmlElement,
  data?: Readonly<Record<string, string>>,
) => void

/** Notes that say what TBX-Basic has no category for; written as the first of each list. */
export const noteWords = {
  doNotTranslate: ['Do not translate.', 'Not translated.', 'Не переводить.', 'Не переводится.', 'Аударылмайды.'],
  forbidden: ['Forbidden.', 'Запрещено.', 'Тыйым салынған.'],
  proposed: ['Proposed.', 'Предложено.', 'Ұсынылған.'],
} as const

/** Elements of old and new names, wherever the header or back matter puts others around them. */
function entriesOf(root: XmlElement): readonly XmlElement[] {
  return childElements(root).flatMap(child =>
    child.local === 'conceptEntry' || child.local === 'termEntry' ? [child] : entriesOf(child),
  )
}

function readConcept(entry: XmlElement, id: string, warn: Warn): Concept {
  const sections = childElements(entry).filter(child => child.local === 'langSec' || child.local === 'langSet')
  const notes = notesOf(entry)
  const subject = categoryOf(entry, 'subjectField')
  const definition = categoryOf(entry, 'definition') ?? firstOf(sections, section => categoryOf(section, 'definition'))
  const isKept = notes.some(note => isWord('doNotTranslate', note))
  const note = notes.filter(each => !isWord('doNotTranslate', each)).join('\n')
  return {
    id,
    ...(subject === undefined ? {} : { subject }),
    ...(definition === undefined ? {} : { definition }),
    ...(note === '' ? {} : { note }),
    ...(isKept ? { doNotTranslate: true } : {}),
    terms: sections.flatMap(section => readSection(section, warn)),
  }
}

function readSection(section: XmlElement, warn: Warn): readonly Term[] {
  const tag = attributeOf(section, 'lang', xmlUri) ?? attributeOf(section, 'lang')
  if (tag === undefined) {
    warn('missing-language', section)
    return []
  }
  const known = tryLanguage(tag)
  if (known === undefined) {
    warn('invalid-language', section, { language: tag.slice(0, 60) })
    return []
  }
  return childElements(section)
    .filter(child => child.local === 'termSec' || child.local === 'tig' || child.local === 'ntig')
    .flatMap(child => readTerm(child, known, warn))
}

function readTerm(section: XmlElement, tag: Language, warn: Warn): readonly Term[] {
  const inner = childElements(section).find(child => child.local === 'termGrp') ?? section
  const term = childElements(inner).find(child => child.local === 'term')
  const text = term === undefined ? '' : oneLine(textOf(term))
  if (text === '') {
    warn('empty-term', section)
    return []
  }
  const category = (name: string): string | undefined => categoryOf(inner, name) ?? categoryOf(section, name)
  const notes = notesOf(section)
  const status = statusOf(category('administrativeStatus') ?? category('normativeAuthorization'), notes)
  const partOfSpeech = category('partOfSpeech')
  const type = typeOf(category('termType'))
  const note = notes.filter(each => !isWord('forbidden', each) && !isWord('proposed', each)).join('\n')
  return [
    {
      language: tag,
      text,
      status,
      ...(partOfSpeech === undefined ? {} : { partOfSpeech }),
      ...(type === undefined ? {} : { type }),
      ...(note === '' ? {} : { note }),
    },
  ]
}

/** Value of a data category: `<descrip type="name">` (DCA) or `<any:name>` (DCT), alone or in a `…Grp`. */
function categoryOf(parent: XmlElement, name: string): string | undefined {
  for (const child of childElements(parent)) {
    const isMeta = child.local === 'descrip' || child.local === 'termNote' || child.local === 'admin'
    if (isMeta ? attributeOf(child, 'type') === name : child.local === name) return oneLine(textOf(child)) || undefined
    const isGroup = child.local === 'descripGrp' || child.local === 'termNoteGrp' || child.local === 'adminGrp'
    const inside = isGroup ? categoryOf(child, name) : undefined
    if (inside !== undefined) return inside
  }
  return undefined
}

function notesOf(parent: XmlElement): readonly string[] {
  return childElements(parent)
    .filter(child => child.local === 'note')
    .map(note => oneLine(textOf(note)))
    .filter(text => text !== '')
}

function isWord(meaning: keyof typeof noteWords, note: string): boolean {
  return noteWords[meaning].some(word => word.toLowerCase() === note.toLowerCase())
}

/** ISO 30042 picklist; `regulated`, `standardized`, `legal` terms are the ones to use. */
function statusOf(value: string | undefined, notes: readonly string[]): TermStatus {
  if (notes.some(note => isWord('forbidden', note))) return 'forbidden'
  if (notes.some(note => isWord('proposed', note))) return 'proposed'
  switch (value?.toLowerCase().replace(/term(?:-admn-sts)?$/, '')) {
    case 'admitted':
      return 'admitted'
    case 'deprecated':
    case 'superseded':
      return 'deprecated'
    case 'forbidden':
    case 'prohibited':
      return 'forbidden'
    case 'proposed':
      return 'proposed'
    default:
      return 'preferred'
  }
}

function typeOf(value: string | undefined): Term['type'] {
  switch (value) {
    case 'fullForm':
    case 'abbreviation':
    case 'acronym':
    case 'variant':
    case 'phrase':
      return value
    case 'initialism':
      return 'abbreviation'
    case 'shortForm':
      return 'variant'
    default:
      return undefined
  }
}

function tryLanguage(tag: string): Language | undefined {
  try {
    return language(tag.trim().replaceAll('_', '-'))
  } catch {
    // Failure `language.invalid-tag`: told by the caller, with its place.
    return undefined
  }
}

/** White space in TBX files is layout: terms and notes are often broken over lines. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function firstOf<Item, Value>(items: readonly Item[], find: (item: Item) => Value | undefined): Value | undefined {
  for (const item of items) {
    const value = find(item)
    if (value !== undefined) return value
  }
  return undefined
}
