/** An XLIFF file that was read: its model, its bytes, and where each thing stands in them. */

import type { Document, Finding, Place, Side, Unit } from '../../model/index.ts'
import type { UnitReader } from './document.ts'
import type { XliffIndex } from './index-pass.ts'
import type { Flavour, XliffVersion } from './namespaces.ts'

/** Says which unit: the one read (also a changed copy of it: its `span` tells), or its id, with its file's id where needed. */
export type UnitReference = Unit | string | { readonly unit: string; readonly file: string }

/** A bilingual file as it was read, with the means to find and edit its parts. */
export interface XliffFile {
  /** As the user gave it. */
  readonly name: string
  readonly version: XliffVersion
  readonly flavour: Flavour
  /** In large files units are read when they are asked for, and again when long unused: compare them by id or value. */
  readonly document: Document
  /** What was read leniently. */
  readonly warnings: readonly Finding[]
  readonly bytes: Uint8Array
  /**
   * Where offsets `[start, end)` of a segment's `plainText` stand in the file; references, CDATA and codes are looked through.
   * A side that is not there gives the segment's place; undefined when the unit or segment was not in the file.
   */
  locate(unit: UnitReference, segment: string, side: Side, start: number, end: number): Place | undefined
  /** The start tag of a unit. */
  locateUnit(unit: UnitReference): Place | undefined
  /** For the writers beside this file; not for others. */
  readonly index: XliffIndex
  readonly reader: UnitReader
}
