/** What reading a file for its segments gives, whatever its format. */

import type { Document, Finding, Place, Segment, Side, Span, Unit } from '../model/index.ts'

/** A stretch of one side of a segment; offsets count in `plainText` of the side. Without them the whole side is meant. */
export interface Location {
  readonly unit: Unit
  /** Without a segment the unit is meant. */
  readonly segment?: Segment
  readonly side?: Side
  readonly start?: number
  readonly end?: number
}

export interface Reading {
  readonly document: Document
  /** What was odd but could be read. */
  readonly findings: readonly Finding[]
  /** Where the stretch stands in the file. `unit` and `segment` are the very objects of {@link document}. */
  locate(location: Location): Place
  /** The place of a stretch of the decoded file, where the document tells stretches. */
  placeOf?(span: Span): Place
  /** What the file has and the document has no place for: a file that is written anew lacks it. */
  unread?(): readonly Unread[]
}

export interface Unread {
  readonly kind: 'element' | 'attribute' | 'comment'
  /** As written; of an attribute with its element: `target/@phase-name`. Empty for comments and processing instructions. */
  readonly name: string
  /** Start tag of the element. */
  readonly span: Span
  /** Id of the unit it stands in. */
  readonly unit?: string
}

export interface ReadingOptions {
  /** Path as the user gave it. */
  readonly file: string
  /** Languages for formats that do not name them. */
  readonly sourceLanguage?: string
  readonly targetLanguage?: string
  /** Bytes of the file that holds the source, for formats with one language a file (i18next JSON). */
  readonly sourceBytes?: Uint8Array
  /** Path of that file, for messages about it. */
  readonly sourceFile?: string
}
