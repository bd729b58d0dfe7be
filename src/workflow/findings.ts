/** Findings as every report wants them: with a place, a fingerprint, and in order. */

import type { Pair } from '../checks/pair.ts'
import type { Document, Finding, Place, RelatedPlace, RuleId, Segment, Side, Unit } from '../model/index.ts'
import { sha256 } from '../text/hash.ts'
import type { PlacedFlaw } from './collect-flaws.ts'

/** What of a format's reading is needed here. */
export interface ReadDocument {
  readonly document: Document
  locate(location: {
    readonly unit: Unit
    readonly segment?: Segment
    readonly side?: Side
    readonly start?: number
    readonly end?: number
  }): Place
}

/** The finding of a flaw. `printOf` gives its fingerprint, see {@link pairFingerprints}. */
export function findingOf(
  { pair, flaw, level, others, active }: PlacedFlaw,
  reading: ReadDocument,
  printOf: (rule: RuleId, pair: Pair) => string,
): Finding {
  const { unit, segment } = pair
  const rule = active.check.description.id
  const related: readonly RelatedPlace[] = others.map(other => ({
    place: reading.locate({ unit: other.unit, segment: other.segment, side: 'target' }),
    text: other.target.text,
  }))
  return {
    rule,
    level,
    place: reading.locate({ unit, segment, side: flaw.side, start: flaw.start, end: flaw.end }),
    unit: unit.id,
    segment: segment.id,
    language: pair.targetLanguage,
    data: flaw.data ?? {},
    related: [...(flaw.related ?? []), ...related],
    fingerprint: printOf(rule, pair),
    source: pair.source.text,
    target: pair.target.text,
    side: flaw.side,
    start: flaw.start,
    end: flaw.end,
    ...(flaw.variant === undefined ? {} : { variant: flaw.variant }),
    ...(flaw.fix === undefined ? {} : { fix: flaw.fix }),
  }
}

/** Key of the baseline and of reports: rule, unit, and a hash of source and target; 32 hexadecimal digits. */
export function fingerprint(rule: RuleId, unit: string, source: string, target: string): string {
  return sha256(`${rule}\n${unit}\n${source.length}\n${source}\n${target}`).slice(0, 32)
}

/** Fingerprints of pairs that come in order: a rule may find a thousand faults in one long text, which is hashed once. */
export function pairFingerprints(): (rule: RuleId, pair: Pair) => string {
  const made = new Map<RuleId, string>()
  let last: Pair | undefined
  return (rule, pair) => {
    if (pair !== last) made.clear()
    last = pair
    const print = made.get(rule) ?? fingerprint(rule, pair.unit.id, pair.source.text, pair.target.text)
    made.set(rule, print)
    return print
  }
}

/** By file, place, rule: the order every report keeps. */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(
    (a, b) =>
      compare(a.place.file, b.place.file) ||
      a.place.start.line - b.place.start.line ||
      a.place.start.column - b.place.start.column ||
      compare(a.rule, b.rule) ||
      a.place.end.line - b.place.end.line ||
      a.place.end.column - b.place.end.column,
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
