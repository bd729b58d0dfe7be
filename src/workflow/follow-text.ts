/** Holds the draft against the published translation: fills what is empty, notes where the two differ. */

import { type Bead, plainText, type Range, textContent } from '../model/index.ts'
import { textHash } from './base.ts'
import type { Draft, DraftSegment, DraftUnit } from './draft.ts'
import { confirm, extra, hasTarget, isEmptyOnPurpose, lowConfidence, merged } from './settle.ts'
import type { Sentence, StatementText } from './source-text.ts'
import { track } from './track.ts'

/** Pairs source sentences with target sentences; `paragraphs`: where a paragraph begins, on each side. */
export type PairSentences = (
  source: readonly string[],
  target: readonly string[],
  paragraphs: { readonly source: readonly number[]; readonly target: readonly number[] },
) => readonly Bead[]

export interface FollowTextOptions {
  readonly pair: PairSentences
  /** A new file also gets the sentences of the text that have no source. */
  readonly isNew: boolean
  /** Whose word counts where both have one. */
  readonly take: 'text' | 'xliff' | undefined
}

/** Below this a bead is marked for review. */
const leastConfidence = 0.5
const longestRun = 4

interface Slot {
  readonly unit: DraftUnit
  readonly segment: DraftSegment
}

/** Works the published translation into the draft. */
export function followText(draft: Draft, text: StatementText, options: FollowTextOptions): void {
  const slots = draft.units.flatMap(unit => unit.segments.map(segment => ({ unit, segment })))
  const { matched, free } = compare(slots, text, options)
  const extras: Sentence[] = []
  for (const { slots: empty, sentences } of gaps(slots, matched, text, free)) {
    for (const extra of fillGap(empty, sentences, text, options)) extras.push(extra)
  }
  draft.extraInText = extras.map(({ text: words, start, end }) => ({ text: words, start, end }))
}

interface Comparison {
  /** For each slot the sentences that stand for it. */
  readonly matched: ReadonlyMap<Slot, Range>
  /** Sentences no slot has. */
  readonly free: ReadonlySet<number>
}

function compare(slots: readonly Slot[], text: StatementText, options: FollowTextOptions): Comparison {
  const filled = slots.filter(({ segment }) => hasTarget(segment))
  const targets = filled.map(({ segment }) => plainText(segment.target ?? []))
  const steps = track(
    targets,
    text.sentences.map(sentence => sentence.text),
    {
      longestRun,
      join: range => joinSentences(text, text.sentences.slice(range.from, range.to)),
      joinOld: range => targets.slice(range.from, range.to).join(' '),
    },
  )
  const matched = new Map<Slot, Range>()
  const free = new Set<number>()
  for (const { kind, old, now } of steps) {
    if (kind === 'added') free.add(now.from)
    const touched = filled.slice(old.from, old.to)
    for (const slot of touched) if (now.to > now.from) matched.set(slot, now)
    const first = touched[0]
    if (first === undefined || kind === 'kept' || kind === 'moved') continue
    if (kind === 'removed') noteMissing(first.segment, options)
    else noteDifference(touched, now, text, options)
  }
  return { matched, free }
}

/** Sentences in a row, as they stand; over the end of a paragraph with one blank. */
function joinSentences(text: StatementText, sentences: readonly Sentence[]): string {
  return sentences.reduce((joined, sentence, index) => {
    const before = sentences[index - 1]
    if (before === undefined) return sentence.text
    const gap = text.plain.text.slice(before.end, sentence.start)
    return joined + (before.paragraph === sentence.paragraph && gap.trim() === '' ? gap : ' ') + sentence.text
  }, '')
}

function noteMissing(segment: DraftSegment, { take }: FollowTextOptions): void {
  if (take === 'xliff') decline(segment, '')
  segment.isMissingInText = segment.remembered.declined !== textHash('')
}

/** A run of slots (one, or several whose targets the text has as one sentence) differs from what the text says. */
function noteDifference(slots: readonly Slot[], now: Range, text: StatementText, { take }: FollowTextOptions): void {
  const segment = slots[0]?.segment
  if (segment === undefined) return
  const words = joinSentences(text, text.sentences.slice(now.from, now.to))
  if (words === slots.map(slot => plainText(slot.segment.target ?? [])).join(' ')) return
  if (take === 'text' && slots.length === 1) {
    segment.target = textContent(words)
    confirm(segment, 'translated')
    return
  }
  if (take === 'xliff') decline(segment, words)
  if (segment.remembered.declined === textHash(words)) return
  const start = text.sentences[now.from]?.start ?? 0
  segment.inText = { text: words, start, end: text.sentences[now.to - 1]?.end ?? start }
}

function decline(segment: DraftSegment, words: string): void {
  segment.remembered = { ...segment.remembered, declined: textHash(words) }
  segment.isTouched = true
}

interface Gap {
  readonly slots: readonly Slot[]
  readonly sentences: readonly number[]
}

/** Empty slots and free sentences that stand between the same neighbours. */
function gaps(
  slots: readonly Slot[],
  matched: ReadonlyMap<Slot, Range>,
  text: StatementText,
  free: ReadonlySet<number>,
): readonly Gap[] {
  const found: Gap[] = []
  let empty: Slot[] = []
  let next = 0
  const close = (before: number): void => {
    const sentences: number[] = []
    for (; next < before; next++) if (free.has(next)) sentences.push(next)
    if (empty.length + sentences.length > 0) found.push({ slots: empty, sentences })
    empty = []
  }
  for (const slot of slots) {
    const range = matched.get(slot)
    // A sentence that moved to the front opens no gap behind it.
    if (range !== undefined && range.from >= next) {
      close(range.from)
      next = Math.max(next, range.to)
    } else if (!hasTarget(slot.segment) && !isEmptyOnPurpose(slot.segment) && slot.segment.source !== '') {
      empty.push(slot)
    }
  }
  close(text.sentences.length)
  return found
}

/** Pairs one gap. Returns the sentences that found no source. */
function fillGap(
  slots: readonly Slot[],
  sentences: readonly number[],
  text: StatementText,
  options: FollowTextOptions,
): readonly Sentence[] {
  const words = sentences.flatMap(index => text.sentences[index] ?? [])
  if (slots.length === 0 || words.length === 0) {
    for (const { segment } of slots) segment.isMissingInText = true
    return words
  }
  const beads = options.pair(
    slots.map(({ segment }) => segment.source),
    words.map(word => word.text),
    {
      source: starts(slots.map(({ unit }) => unit.paragraph)),
      target: starts(words.map(({ paragraph }) => paragraph)),
    },
  )
  const extras: Sentence[] = []
  for (const bead of beads) {
    const from = slots.slice(bead.source.from, bead.source.to)
    const to = words.slice(bead.target.from, bead.target.to)
    if (to.length === 0) for (const { segment } of from) segment.isMissingInText = true
    else if (from.length > 0) fill(from, to, text, bead)
    else if (options.isNew || options.take === 'text') addExtra(slots, bead, to)
    else extras.push(...to)
  }
  return extras
}

/** Indices at which a new paragraph begins. */
function starts(paragraphs: readonly number[]): readonly number[] {
  return paragraphs.flatMap((paragraph, index) => (paragraph === paragraphs[index - 1] ? [] : [index]))
}

/** Gives the text to the unit with the larger share of the source; in other units it is marked as merged. */
function fill(slots: readonly Slot[], words: readonly Sentence[], text: StatementText, bead: Bead): void {
  const byUnit = [...Map.groupBy(slots, ({ unit }) => unit)]
  const share = (group: readonly Slot[]): number => group.reduce((sum, { segment }) => sum + segment.source.length, 0)
  const largest = byUnit.reduce((best, each) => (share(each[1]) > share(best[1]) ? each : best))
  for (const [unit, group] of byUnit) {
    const segment = joinSegments(unit, group)
    const isFilled = unit === largest[0]
    segment.target = isFilled ? textContent(joinSentences(text, words)) : []
    confirm(segment, 'translated')
    if (!isFilled) segment.subState = merged
    else if (bead.confidence < leastConfidence) segment.subState = lowConfidence
  }
}

/** Makes one segment of neighbours in a unit; the first id wins. */
function joinSegments(unit: DraftUnit, group: readonly Slot[]): DraftSegment {
  const [first, ...rest] = group.map(({ segment }) => segment)
  if (first === undefined) throw new RangeError('a group has at least one slot')
  const last = rest.at(-1)
  if (last !== undefined) {
    first.source = unit.text.slice(first.start, last.end)
    first.end = last.end
    first.isTouched = true
    unit.segments = unit.segments.filter(each => !rest.includes(each))
  }
  return first
}

/** A sentence of the text without source: `<source/>` with the target, behind the slot it follows. */
function addExtra(slots: readonly Slot[], bead: Bead, words: readonly Sentence[]): void {
  const before = slots[bead.source.from - 1] ?? slots[0]
  if (before === undefined) return
  const { unit } = before
  const index = slots[bead.source.from - 1] === undefined ? -1 : unit.segments.indexOf(before.segment)
  const at = index < 0 ? 0 : before.segment.end
  for (const [offset, word] of words.entries()) {
    unit.segments.splice(index + 1 + offset, 0, {
      id: nextId(unit),
      change: 'extra',
      start: at,
      end: at,
      source: '',
      olds: [],
      target: textContent(word.text),
      state: 'translated',
      subState: extra,
      remembered: {},
      isTouched: true,
      inText: undefined,
      isMissingInText: false,
      candidates: [],
    })
  }
}

function nextId(unit: DraftUnit): string {
  const numbers = unit.segments.map(({ id }) => Number(/^s(\d+)$/.exec(id)?.[1] ?? 0))
  return `s${Math.max(0, ...numbers) + 1}`
}
