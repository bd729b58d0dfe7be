/** What is missing and what has drifted, told by source, bilingual file, published text and memory together. */

import { classifyRevision } from '../lexicon/revision.ts'
import {
  type Finding,
  type Language,
  type Level,
  type MessageData,
  type Place,
  plainText,
  type RelatedPlace,
  type RuleId,
  type Side,
  type Unit,
  type WordChange,
} from '../model/index.ts'
import { diffWords, formatWordDiff } from '../text/word-diff.ts'
import type { Draft, DraftSegment, DraftUnit, OldSegment } from './draft.ts'
import { fingerprint } from './findings.ts'
import { hasTarget, isDrifted } from './settle.ts'
import type { StatementText } from './source-text.ts'

/** Where things stand in a bilingual file; undefined for what is not in it. */
export interface BilingualPlaces {
  locate(unit: Unit, segment: string, side: Side, start: number, end: number): Place | undefined
}

export interface ProjectEdition {
  readonly language: Language
  readonly source: StatementText
  readonly text: StatementText | undefined
  /** The bilingual file on disk; undefined when there is none yet. */
  readonly xliff: BilingualPlaces | undefined
  readonly draft: Draft
}

/** Findings of the rules that need more than one file, in the order of the source. */
export function* projectFindings(edition: ProjectEdition): Generator<Finding> {
  for (const unit of edition.draft.units) {
    for (const segment of unit.segments) yield* segmentFindings(edition, unit, segment)
  }
  for (const old of edition.draft.removed) yield removedFinding(edition, old)
  for (const sentence of edition.draft.extraInText) {
    const place = edition.text?.place(sentence.start, sentence.end)
    if (place !== undefined) {
      yield finding(edition, 'completeness/extra-segment', 'warning', place, {
        variant: 'in-text',
        data: { text: sentence.text },
        target: sentence.text,
      })
    }
  }
}

function* segmentFindings(edition: ProjectEdition, unit: DraftUnit, segment: DraftSegment): Generator<Finding> {
  const pair = { unit: unit.id, segment: segment.id, source: segment.source, target: targetOf(segment) }
  if (segment.change === 'extra') {
    const place = bilingualPlace(edition, segment, 'target') ?? sourcePlace(edition, unit, segment)
    yield finding(edition, 'completeness/extra-segment', 'warning', place, { ...pair, data: { text: pair.target } })
    return
  }
  if (segment.change === 'added' && edition.xliff !== undefined) {
    const data = { text: segment.source }
    yield finding(edition, 'completeness/missing-segment', 'error', sourcePlace(edition, unit, segment), {
      ...pair,
      data,
    })
  } else if (segment.isMissingInText) {
    const data = { text: segment.source, file: edition.text?.file ?? '' }
    const place = sourcePlace(edition, unit, segment)
    yield finding(edition, 'completeness/missing-segment', 'error', place, { ...pair, variant: 'in-text', data })
  }
  if (isDrifted(segment)) {
    yield sourceChange(edition, unit, segment)
  }
  if (segment.inText !== undefined && edition.text !== undefined) {
    const changes = diffWords(pair.target, segment.inText.text)
    const textPlace = edition.text.place(segment.inText.start, segment.inText.end)
    const place = bilingualPlace(edition, segment, 'target') ?? textPlace
    const related = [{ place: textPlace, text: segment.inText.text }]
    const data = { diff: formatWordDiff(changes), file: edition.text.file }
    yield finding(edition, 'drift/target-changed', 'warning', place, { ...pair, data, related, changes })
  }
}

/** Says what kind of change it is. New marks around the same words ask for a look, not for a new translation: a warning. */
function sourceChange(edition: ProjectEdition, unit: DraftUnit, segment: DraftSegment): Finding {
  const { source } = segment
  const base = segment.remembered.base ?? ''
  const changes = diffWords(base, source)
  const { kind, isHarmless } = classifyRevision(base, source, edition.source.language)
  const here = sourcePlace(edition, unit, segment)
  const place = bilingualPlace(edition, segment, 'source') ?? here
  return finding(edition, 'drift/source-changed', isHarmless ? 'warning' : 'error', place, {
    unit: unit.id,
    segment: segment.id,
    source,
    target: targetOf(segment),
    variant: kind,
    data: { kind, diff: formatWordDiff(changes) },
    related: [{ place: here, text: source }],
    changes,
  })
}

function removedFinding(edition: ProjectEdition, { unit, segment }: OldSegment): Finding {
  const source = plainText(segment.source)
  const target = plainText(segment.target ?? [])
  const place = edition.xliff?.locate(unit, segment.id, 'source', 0, source.length) ?? edition.source.place(0, 0)
  const data = { text: source }
  return finding(edition, 'completeness/extra-segment', 'warning', place, {
    variant: 'removed',
    unit: unit.id,
    segment: segment.id,
    source,
    target,
    data,
  })
}

function targetOf(segment: DraftSegment): string {
  return hasTarget(segment) ? plainText(segment.target ?? []) : ''
}

/** Place of the sentence in the source text. */
export function sourcePlace(edition: Pick<ProjectEdition, 'source'>, unit: DraftUnit, segment: DraftSegment): Place {
  const start = edition.source.paragraphs[unit.paragraph]?.start ?? 0
  return edition.source.place(start + segment.start, start + segment.end)
}

function bilingualPlace(edition: ProjectEdition, segment: DraftSegment, side: Side): Place | undefined {
  const old = segment.olds[0]
  if (old === undefined) return undefined
  const length = plainText((side === 'source' ? old.segment.source : old.segment.target) ?? []).length
  return edition.xliff?.locate(old.unit, old.segment.id, side, 0, length)
}

interface Details {
  readonly variant?: string
  readonly unit?: string
  readonly segment?: string
  readonly source?: string
  readonly target?: string
  readonly data: MessageData
  readonly related?: readonly RelatedPlace[]
  readonly changes?: readonly WordChange[]
}

function finding(
  { language }: ProjectEdition,
  rule: RuleId,
  level: Level,
  place: Place,
  { related = [], ...details }: Details,
): Finding {
  const { unit = '', source = '', target = '' } = details
  return { rule, level, place, language, related, ...details, fingerprint: fingerprint(rule, unit, source, target) }
}
