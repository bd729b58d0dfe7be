/** Stretches of a paragraph that are whole segments in every language. */

import type { DraftSegment, DraftUnit } from './draft.ts'

/** A stretch of the source that is a run of whole segments in every language; none shorter is. Offsets in the paragraph. */
export interface CommonSpan {
  readonly start: number
  readonly end: number
  /** Segments of each edition, in the order of the editions. */
  readonly segments: readonly (readonly DraftSegment[])[]
}

/** The spans of one paragraph, given its unit in each edition. Cuts where every language has the end of a segment. */
export function* commonSpans(units: readonly (DraftUnit | undefined)[]): Generator<CommonSpan> {
  const lists = units.map(unit => (unit?.segments ?? []).filter(({ change }) => change !== 'extra'))
  const [first = []] = lists
  const cuts = first.map(({ end }) => end).filter(end => lists.every(list => list.some(segment => segment.end === end)))
  let from = 0
  for (const end of cuts) {
    const segments = lists.map(list => list.filter(segment => segment.start >= from && segment.end <= end))
    const start = segments[0]?.[0]?.start ?? from
    yield { start, end, segments }
    from = end
  }
}
