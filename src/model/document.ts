/** A document is what a file format gives us: files, groups, units, and in the units segments and ignorables (XLIFF 2). */

import type { Attribute, Content } from './content.ts'
import type { Language } from './language.ts'
import type { Span } from './place.ts'

/** XLIFF 2 segment states, in the order of work. */
export const states = ['initial', 'translated', 'reviewed', 'final'] as const
/** How far a segment is. */
export type State = (typeof states)[number]

/** One sentence, or a bead of sentences. `sourceSpan`, `targetSpan`: the elements in the decoded file, where it was read from one. */
export interface Segment {
  readonly kind: 'segment'
  readonly id: string
  readonly source: Content
  readonly target?: Content
  readonly state: State
  /** Always `prefix:value`. */
  readonly subState?: string
  readonly canResegment?: boolean
  /** XLIFF 2 `order` of the target among segments and ignorables, from one. */
  readonly order?: number
  /** What else its tag says (`pgs:case`). */
  readonly attributes?: readonly Attribute[]
  readonly sourceSpan?: Span
  readonly targetSpan?: Span
}

/** Text between segments: white space, or what no one translates. */
export interface Ignorable {
  readonly kind: 'ignorable'
  readonly id?: string
  readonly source: Content
  readonly target?: Content
  readonly order?: number
}

/** A remark for people, on a unit or one of its segments. */
export interface Note {
  readonly text: string
  readonly id?: string
  readonly category?: string
  readonly priority?: number
  readonly appliesTo?: 'source' | 'target'
  /** Id of the segment or marker it is about (XLIFF 2: fragment of `ref`). */
  readonly ref?: string
  readonly attributes?: readonly Attribute[]
}

/**
 * An element we keep but do not interpret, of a module, a vendor or another version: `name` as written, prefix included, and
 * its namespace. `span` is the element in the decoded file, where it is not inside another of its kind.
 */
export interface ForeignElement {
  readonly name: string
  readonly uri: string
  readonly attributes: readonly Attribute[]
  readonly children: readonly (string | ForeignElement)[]
  readonly span?: Span
}

/** A candidate translation (`mtc:match`, `alt-trans`). `ref` names the segment. Similarity and quality 0..1. */
export interface Candidate {
  readonly ref: string
  readonly source: Content
  readonly target: Content
  readonly id?: string
  readonly similarity?: number
  readonly matchQuality?: number
  readonly matchSuitability?: number
  readonly origin?: string
  readonly type?: string
  readonly subType?: string
  readonly attributes?: readonly Attribute[]
  readonly foreign?: readonly ForeignElement[]
}

/** One `mda:metaGroup`: a category and its values, in order. `ref` is the id of the segment where the group is about one. */
export interface MetaGroup {
  readonly category: string
  readonly id?: string
  readonly appliesTo?: string
  readonly meta: readonly MetaEntry[]
  readonly groups?: readonly MetaGroup[]
}

/** One value of a {@link MetaGroup}. */
export interface MetaEntry {
  readonly type: string
  readonly value: string
}

/** A paragraph of the source, the same unit in every language's file. */
export interface Unit {
  readonly kind: 'unit'
  readonly id: string
  readonly name?: string
  readonly type?: string
  readonly translate: boolean
  readonly canResegment: boolean
  readonly preserveSpace: boolean
  readonly notes: readonly Note[]
  readonly candidates: readonly Candidate[]
  readonly metadata: readonly MetaGroup[]
  readonly parts: readonly (Segment | Ignorable)[]
  /** What else its tag says (`srcDir`, `maxwidth`, `its:…`), as written. */
  readonly attributes?: readonly Attribute[]
  /** What else stands in it: modules, vendors' elements. */
  readonly foreign?: readonly ForeignElement[]
  /** The whole element in the decoded file. */
  readonly span?: Span
}

/** Units that belong together, such as a chapter. */
export interface Group {
  readonly kind: 'group'
  readonly id: string
  readonly name?: string
  readonly notes: readonly Note[]
  readonly attributes?: readonly Attribute[]
  readonly foreign?: readonly ForeignElement[]
  readonly children: readonly (Group | Unit)[]
}

/** `text` is markup as it stands; `content` the same where it has elements. */
export interface Skeleton {
  readonly href?: string
  readonly text?: string
  readonly content?: readonly (string | ForeignElement)[]
}

/** One original and its units. */
export interface DocumentFile {
  readonly kind: 'file'
  readonly id: string
  readonly original?: string
  readonly attributes?: readonly Attribute[]
  /** What is needed to make the original again: inside the file (`text`, as markup) or beside it. Never opened. */
  readonly skeleton?: Skeleton
  readonly notes: readonly Note[]
  readonly foreign?: readonly ForeignElement[]
  readonly children: readonly (Group | Unit)[]
}

/** A bilingual document, or a monolingual one when `targetLanguage` is absent. */
export interface Document {
  readonly sourceLanguage: Language
  readonly targetLanguage?: Language
  readonly files: readonly DocumentFile[]
  /** Notes of the whole document (XLIFF 2.2). */
  readonly notes?: readonly Note[]
  readonly attributes?: readonly Attribute[]
  readonly foreign?: readonly ForeignElement[]
}

/** All units in order, groups opened. */
export function* unitsOf(document: Document): Generator<Unit> {
  for (const file of document.files) yield* unitsIn(file)
}

/** All units of a file or group in order, groups opened. */
export function* unitsIn({ children }: DocumentFile | Group): Generator<Unit> {
  for (const child of children) {
    if (child.kind === 'unit') yield child
    else yield* unitsIn(child)
  }
}

/** The segments of a unit, ignorables left out. */
export function segmentsOf(unit: Unit): readonly Segment[] {
  return unit.parts.filter(part => part.kind === 'segment')
}
