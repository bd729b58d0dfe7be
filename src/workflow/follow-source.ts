/** Carries the segments of a bilingual file over to the source as it is today: a draft. */

import { type Content, type Document, plainText, type Segment, type Unit, unitsOf } from '../model/index.ts'
import { type Remembered, rememberedOf } from './base.ts'
import type { Change, Draft, DraftSegment, DraftUnit, OldSegment } from './draft.ts'
import { mintUnitId } from './identity.ts'
import { type StatementText, sliceOf } from './source-text.ts'
import { type Step, track } from './track.ts'

/** Longest run of sentences that was one segment, or becomes one. */
const longestRun = 4

/**
 * Carries the segments of the old file over to the source as it is today.
 * @param idsOfOthers ids the paragraphs have in the other languages' files, where they are known
 * @param taken ids that no new unit may get
 */
export function followSource(
  source: StatementText,
  old: Document | undefined,
  idsOfOthers: readonly (string | undefined)[],
  taken: ReadonlySet<string>,
): Draft {
  const units = old === undefined ? [] : [...unitsOf(old)]
  const pairs = followParagraphs(source, units)
  const used = new Set([...taken, ...units.map(({ id }) => id)])
  const given = new Set(pairs.flatMap(pair => (pair === undefined ? [] : [pair.unit.id])))
  const drafts = source.paragraphs.map((paragraph, index): DraftUnit => {
    const pair = pairs[index]
    const other = idsOfOthers[index]
    const id = pair?.unit.id ?? (other !== undefined && !given.has(other) ? other : mintUnitId(paragraph.text, used))
    used.add(id)
    given.add(id)
    const segments = pair?.isSame === true ? keptSegments(pair.unit) : []
    return { id, paragraph: index, text: paragraph.text, old: pair?.unit, isSame: pair?.isSame === true, segments }
  })
  const removed = followSentences(source, units, drafts)
  return { units: drafts, removed, extraInText: [] }
}

interface UnitPair {
  readonly unit: Unit
  readonly isSame: boolean
}

/** For each paragraph the unit it continues. */
export function followParagraphs(source: StatementText, units: readonly Unit[]): readonly (UnitPair | undefined)[] {
  const pairs = new Array<UnitPair | undefined>(source.paragraphs.length)
  const steps = track(
    units.map(sourceOf),
    source.paragraphs.map(({ text }) => text),
    { longestRun: 1, join: () => undefined, joinOld: () => undefined },
  )
  for (const { kind, old, now } of steps) {
    const unit = units[old.from]
    if (unit === undefined || old.to === old.from || now.to === now.from) continue
    pairs[now.from] = { unit, isSame: kind === 'kept' || kind === 'moved' }
  }
  return pairs
}

/** The paragraph a unit was made from. */
export function sourceOf(unit: Unit): string {
  return unit.parts.map(part => plainText(part.source)).join('')
}

/** Segments of a unit whose paragraph has not changed. */
function keptSegments(unit: Unit): DraftSegment[] {
  const remembered = rememberedOf(unit)
  const drafts: DraftSegment[] = []
  let offset = 0
  for (const part of unit.parts) {
    const text = plainText(part.source)
    if (part.kind === 'segment') {
      const change = isExtra(part) ? 'extra' : 'kept'
      drafts.push(draftOf(part.id, change, offset, text, [{ unit, segment: part }], remembered.get(part.id) ?? {}))
    }
    offset += text.length
  }
  return drafts
}

/** A segment with a target and no source (`tilmash:extra`). */
function isExtra(segment: Segment): boolean {
  return segment.source.length === 0 && segment.target !== undefined && segment.target.length > 0
}

function draftOf(
  id: string,
  change: Change,
  start: number,
  source: string,
  olds: readonly OldSegment[],
  remembered: Remembered,
): DraftSegment {
  const first = olds[0]?.segment
  return {
    id,
    change,
    start,
    end: start + source.length,
    source,
    olds,
    target: first?.target,
    state: first?.state ?? 'initial',
    subState: first?.subState,
    remembered,
    isTouched: first === undefined,
    inText: undefined,
    isMissingInText: false,
    candidates: [],
  }
}

/** Fills the units whose paragraphs changed, sentence by sentence. Returns the old segments without a place. */
function followSentences(
  source: StatementText,
  units: readonly Unit[],
  drafts: readonly DraftUnit[],
): readonly OldSegment[] {
  const same = new Set(drafts.filter(({ isSame }) => isSame).map(({ old }) => old))
  const olds = units.filter(unit => !same.has(unit)).flatMap(unit => segmentsWithUnit(unit))
  const open = drafts.filter(({ isSame }) => !isSame)
  const sentences = open.flatMap(({ paragraph }) => rangeIndices(source.paragraphs[paragraph]?.sentences))
  const steps = track(
    olds.map(({ segment }) => plainText(segment.source)),
    sentences.map(index => source.sentences[index]?.text ?? ''),
    {
      longestRun,
      join: range => sliceOf(source, { from: sentences[range.from] ?? 0, to: (sentences[range.to - 1] ?? 0) + 1 }),
      joinOld: range => joinedSource(olds.slice(range.from, range.to)),
    },
  )
  const makers = new Map(open.map(draft => [draft.paragraph, segmentMaker(draft, source)]))
  const removed: OldSegment[] = []
  for (const step of steps) {
    const from = olds.slice(step.old.from, step.old.to)
    if (step.kind === 'removed') {
      for (const segment of from) removed.push(segment)
      continue
    }
    const first = sentences[step.now.from] ?? 0
    const paragraph = source.sentences[first]?.paragraph ?? 0
    makers.get(paragraph)?.(step, from, first)
  }
  for (const draft of open) placeExtras(draft)
  return removed.filter(({ segment }) => segment.target !== undefined && segment.target.length > 0)
}

function segmentsWithUnit(unit: Unit): OldSegment[] {
  return unit.parts.flatMap(part => (part.kind === 'segment' && !isExtra(part) ? [{ unit, segment: part }] : []))
}

function rangeIndices(range: { readonly from: number; readonly to: number } | undefined): readonly number[] {
  return range === undefined ? [] : Array.from({ length: range.to - range.from }, (_, index) => range.from + index)
}

/** Source of neighbours in one unit, with what stands between them; undefined over a unit's end. */
function joinedSource(olds: readonly OldSegment[]): string | undefined {
  const unit = olds[0]?.unit
  if (unit === undefined || olds.some(old => old.unit !== unit)) return undefined
  return joinParts(unit, olds, part => part.source)
}

/** The stretch of the unit's parts from the first to the last of `olds`. */
function joinParts(unit: Unit, olds: readonly OldSegment[], side: (part: Unit['parts'][number]) => Content): string {
  const first = olds[0]?.segment
  const last = olds.at(-1)?.segment
  const from = first === undefined ? 0 : unit.parts.indexOf(first)
  const to = last === undefined ? 0 : unit.parts.indexOf(last)
  return unit.parts
    .slice(from, to + 1)
    .map(part => plainText(side(part)))
    .join('')
}

type MakeSegment = (step: Step, olds: readonly OldSegment[], firstSentence: number) => void

/** Adds segments to one unit; ids of the unit's own segments stay, others and new ones get the next free number. */
function segmentMaker(draft: DraftUnit, source: StatementText): MakeSegment {
  const paragraph = source.paragraphs[draft.paragraph]
  const free = freeIds(draft.old)
  const used = new Set<string>()
  return (step, olds, firstSentence) => {
    const unit = olds[0]?.unit
    const remembered = unit === undefined ? undefined : rememberedOf(unit)
    const isJoined = step.kind === 'kept' || step.kind === 'moved' || step.kind === 'merged' || step.kind === 'changed'
    const runs = isJoined ? [{ from: step.now.from, to: step.now.to }] : singles(step.now)
    for (const [part, run] of runs.entries()) {
      const from = part === 0 ? olds : []
      const firstOld = from[0]
      const keepsId = firstOld !== undefined && firstOld.unit === draft.old && !used.has(firstOld.segment.id)
      const id = keepsId ? firstOld.segment.id : free()
      used.add(id)
      const at = firstSentence + run.from - step.now.from
      const text = sliceOf(source, { from: at, to: at + run.to - run.from }) ?? ''
      const start = (source.sentences[at]?.start ?? 0) - (paragraph?.start ?? 0)
      const memory = firstOld === undefined ? {} : (remembered?.get(firstOld.segment.id) ?? {})
      const segment = draftOf(id, step.kind === 'removed' ? 'changed' : step.kind, start, text, from, memory)
      if (step.kind === 'merged') mergeTargets(segment, from, remembered ?? new Map())
      if (part > 0) segment.change = 'split'
      draft.segments.push(segment)
    }
  }
}

function singles(range: { readonly from: number; readonly to: number }): { from: number; to: number }[] {
  return rangeIndices(range).map(index => ({ from: index, to: index + 1 }))
}

/** The first id wins; the targets are joined as they stood, the earliest state holds. */
function mergeTargets(
  segment: DraftSegment,
  olds: readonly OldSegment[],
  remembered: ReadonlyMap<string, Remembered>,
): void {
  const filled = olds.filter(old => old.segment.target !== undefined && old.segment.target.length > 0)
  segment.target = filled.flatMap(
    (old, index): Content => [
      ...(index === 0 ? [] : [{ kind: 'text', text: ' ' } as const]),
      ...(old.segment.target ?? []),
    ],
  )
  const order = ['initial', 'translated', 'reviewed', 'final'] as const
  segment.state = order.find(state => olds.some(old => old.segment.state === state)) ?? 'initial'
  const bases = olds.map(old => remembered.get(old.segment.id)?.base ?? plainText(old.segment.source))
  if (filled.length > 0) segment.remembered = { ...segment.remembered, base: bases.join(' ') }
}

/** Ids `s1`, `s2`, … that the unit has never used, as far as it remembers. */
function freeIds(old: Unit | undefined): () => string {
  const ids = old === undefined ? [] : [...old.parts.map(part => part.id ?? ''), ...rememberedOf(old).keys()]
  let last = Math.max(0, ...ids.map(id => Number(/^s(\d+)$/.exec(id)?.[1] ?? 0)))
  return () => `s${++last}`
}

/** Extra segments of a changed unit go behind the segment they stood behind. */
function placeExtras(draft: DraftUnit): void {
  const { old } = draft
  if (old === undefined) return
  let previous: string | undefined
  for (const part of old.parts) {
    if (part.kind !== 'segment') continue
    if (isExtra(part)) {
      const index = draft.segments.findIndex(({ id }) => id === previous)
      const at = draft.segments[index]?.end ?? 0
      const extra = draftOf(
        part.id,
        'extra',
        at,
        '',
        [{ unit: old, segment: part }],
        rememberedOf(old).get(part.id) ?? {},
      )
      draft.segments.splice(index + 1, 0, extra)
    }
    previous = part.id
  }
}
