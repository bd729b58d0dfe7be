/** A draft is the bilingual file as it would be if it were brought up to date. `sync` writes it, `check` compares with it. */

import type { Candidate, Content, Segment, State, Unit } from '../model/index.ts'
import type { Remembered } from './base.ts'

/** A segment as it stands in the file that was read. */
export interface OldSegment {
  readonly unit: Unit
  readonly segment: Segment
}

/** What became of the segment's source. `extra`: it has a target only. */
export type Change = 'kept' | 'moved' | 'changed' | 'split' | 'merged' | 'added' | 'extra'

/** One segment to be. Fields change while the draft is worked on; nobody else sees it before. */
export interface DraftSegment {
  id: string
  change: Change
  /** Offsets in the paragraph; equal for `extra`. */
  start: number
  end: number
  source: string
  /** Where it comes from, in order; the first gave the id. */
  olds: readonly OldSegment[]
  target: Content | undefined
  state: State
  subState: string | undefined
  remembered: Remembered
  /** Set when anything but the old segment's own words must be written. */
  isTouched: boolean
  /** What the published text says instead of the target. */
  inText: { readonly text: string; readonly start: number; readonly end: number } | undefined
  /** The published text has nothing for it. */
  isMissingInText: boolean
  /** What the memory offers for it, to stand in the unit. */
  candidates: readonly Candidate[]
}

export interface DraftUnit {
  readonly id: string
  /** Index of the source paragraph. */
  readonly paragraph: number
  /** The source paragraph. */
  readonly text: string
  readonly old: Unit | undefined
  /** True when the paragraph is the same to the letter as in the old unit. */
  readonly isSame: boolean
  segments: DraftSegment[]
}

export interface Draft {
  readonly units: readonly DraftUnit[]
  /** Old segments with a target that have no place any more. */
  readonly removed: readonly OldSegment[]
  /** Sentences of the published text without counterpart: offsets in its file. */
  extraInText: readonly { readonly text: string; readonly start: number; readonly end: number }[]
}
