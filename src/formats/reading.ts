/** What reading a file for its segments gives, whatever its format. */

import type { Document, Finding, Place, Segment, Side, Unit } from '../model/index.ts'

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
