/** Draft → Document: units that nobody touched are the very objects that were read, so that their bytes stay. */

import {
  type Candidate,
  type Document,
  type Ignorable,
  type Language,
  type Note,
  plainText,
  type Segment,
  textContent,
  type Unit,
} from '../model/index.ts'
import { score } from '../text/similarity.ts'
import { type Remembered, withRemembered } from './base.ts'
import type { Draft, DraftSegment, DraftUnit } from './draft.ts'
import { isDrifted } from './settle.ts'

export interface BuildOptions {
  readonly sourceLanguage: Language
  readonly targetLanguage: Language
  /** The document the draft was made from; its file's id and name stay. */
  readonly old: Document | undefined
  /** Name of the source text. */
  readonly original: string
  /** Text of the note on a changed segment. */
  readonly sourceWas: (base: string) => string
}

/** Category of the note that tells the old source. */
const noteCategory = 'tilmash-source'
/** Origin of the candidate that carries the old pair. */
const candidateOrigin = 'tilmash:previous-version'

/** A note of ours that tells the old source. */
export function isOwnNote({ category }: Note): boolean {
  return category === noteCategory
}

/** A candidate of ours that carries the old pair. */
export function isOwnCandidate({ origin }: Candidate): boolean {
  return origin === candidateOrigin
}

/** The document as the draft has it. */
export function buildDocument(draft: Draft, options: BuildOptions): Document {
  const { sourceLanguage, targetLanguage, old, original } = options
  const children = draft.units.map(unit => buildUnit(unit, options))
  const file = old?.files[0]
  return {
    sourceLanguage,
    targetLanguage,
    files: [file === undefined ? { kind: 'file', id: 'f1', original, notes: [], children } : { ...file, children }],
  }
}

/** True when the unit must be written anew. */
function isTouched(unit: DraftUnit): boolean {
  return !unit.isSame || unit.segments.some(segment => segment.isTouched)
}

function buildUnit(draft: DraftUnit, options: BuildOptions): Unit {
  const { old, id } = draft
  if (old !== undefined && !isTouched(draft)) return old
  const segments = draft.segments.map(buildSegment)
  const ids = new Set(segments.map(segment => segment.id))
  const ours = new Set(draft.segments.filter(segment => segment.isTouched).map(segment => segment.id))
  const isOthers = (ref: string | undefined): boolean => ref === undefined || (ids.has(ref) && !ours.has(ref))
  const drifted = draft.segments.filter(segment => segment.isTouched && isDrifted(segment))
  return {
    ...(old ?? { kind: 'unit', translate: true, canResegment: true, preserveSpace: true }),
    id,
    notes: [
      ...(old?.notes ?? []).filter(note => isOthers(note.ref) || (!isOwnNote(note) && ids.has(note.ref ?? ''))),
      ...drifted.map((segment): Note => noteOf(segment, options.sourceWas)),
    ],
    candidates: [
      ...(old?.candidates ?? []).filter(
        candidate => isOthers(candidate.ref) || (!isOwnCandidate(candidate) && ids.has(candidate.ref)),
      ),
      ...drifted.map(segment => candidateOf(segment, options.sourceLanguage)),
      ...draft.segments.flatMap(segment => segment.candidates),
    ],
    metadata: withRemembered(old?.metadata ?? [], rememberedBySegment(draft)),
    parts: withGaps(draft, segments),
  }
}

function buildSegment(draft: DraftSegment): Segment {
  const old = draft.olds[0]?.segment
  if (old !== undefined && !draft.isTouched && old.id === draft.id) return old
  const isSameSource = old !== undefined && plainText(old.source) === draft.source
  return {
    kind: 'segment',
    id: draft.id,
    source: isSameSource ? old.source : textContent(draft.source),
    ...(draft.target !== undefined && { target: draft.target }),
    state: draft.state,
    ...(draft.subState !== undefined && { subState: draft.subState }),
  }
}

function noteOf(segment: DraftSegment, sourceWas: BuildOptions['sourceWas']): Note {
  return {
    text: sourceWas(segment.remembered.base ?? ''),
    category: noteCategory,
    appliesTo: 'source',
    ref: segment.id,
  }
}

/** The pair as it was confirmed. */
function candidateOf(segment: DraftSegment, sourceLanguage: Language): Candidate {
  const base = segment.remembered.base ?? ''
  return {
    ref: segment.id,
    source: textContent(base),
    target: segment.target ?? [],
    similarity: score(base, segment.source, sourceLanguage).base,
    origin: candidateOrigin,
  }
}

function rememberedBySegment(draft: DraftUnit): ReadonlyMap<string, Remembered> {
  return new Map(draft.segments.map(({ id, remembered }) => [id, remembered]))
}

/** Segments with the text between them as ignorables; kept ignorables stay as they are. */
function withGaps(draft: DraftUnit, segments: readonly Segment[]): readonly (Segment | Ignorable)[] {
  const gaps = new GapIds(draft.old)
  const parts: (Segment | Ignorable)[] = []
  let end = 0
  for (const [index, { start, end: segmentEnd }] of draft.segments.entries()) {
    const segment = segments[index]
    if (start > end) parts.push(gaps.make(draft.text.slice(end, start)))
    if (segment !== undefined) parts.push(segment)
    end = segmentEnd
  }
  if (end < draft.text.length) parts.push(gaps.make(draft.text.slice(end)))
  return parts
}

/** Ignorables `i1`, `i2`, …: those of the old unit are used again in their order while their text is the same. */
class GapIds {
  private readonly olds: Ignorable[]
  private last: number

  constructor(unit: Unit | undefined) {
    this.olds = (unit?.parts ?? []).filter(part => part.kind === 'ignorable')
    this.last = Math.max(0, ...this.olds.map(({ id }) => Number(/^i(\d+)$/.exec(id ?? '')?.[1] ?? 0)))
  }

  make(text: string): Ignorable {
    const index = this.olds.findIndex(({ source }) => plainText(source) === text)
    const [old] = index < 0 ? [] : this.olds.splice(index, 1)
    return old ?? { kind: 'ignorable', id: `i${++this.last}`, source: textContent(text) }
  }
}
