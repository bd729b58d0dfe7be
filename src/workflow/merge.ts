/** Brings a translator's file back: units by id, targets by source, nothing overwritten silently. */

import { join } from 'node:path'
import { readXliff, rewriteXliff, type XliffFile } from '../formats/xliff/index.ts'
import {
  type Document,
  Failure,
  type Finding,
  isEmptyContent,
  isSameLanguage,
  type Language,
  type Level,
  type MessageData,
  placeAt,
  plainText,
  type RuleId,
  type Segment,
  segmentsOf,
  states,
  type Unit,
  unitsOf,
} from '../model/index.ts'
import { metadataCategory, type Remembered, rememberedOf, textHash, withRemembered } from './base.ts'
import { isOwnCandidate, isOwnNote } from './build-document.ts'
import { replaceUnits } from './edit.ts'
import { fingerprint } from './findings.ts'
import { sourceOf } from './follow-source.ts'
import { type Project, type ProjectDocument, workingTree } from './project.ts'
import { sourceChanged } from './settle.ts'
import { updateFile } from './update-file.ts'

export interface MergeResult {
  /** Bilingual file of the project that the returned one belongs to. */
  readonly file: string
  /** Segments whose target or state was taken over. */
  readonly merged: number
  readonly unchanged: number
  /** Conflicts and what could not be mapped, placed in the returned file. */
  readonly findings: readonly Finding[]
  readonly isWritten: boolean
}

/** A returned unit that says `target-hash` of what it was exported with can be checked for changes since. */
export const exportedHash = 'exported-target'

/**
 * Merges one returned file into the project.
 * @throws Failure `merge.no-counterpart` when no bilingual file of the project has its units
 */
export function mergeReturned(project: Project, bytes: Uint8Array, name: string): MergeResult {
  const returned = readXliff(bytes, { file: name })
  const goal = findCounterpart(project, returned)
  let result: Omit<MergeResult, 'file' | 'isWritten'> = { merged: 0, unchanged: 0, findings: [] }
  const isWritten = updateFile(join(project.root, goal.path), now => {
    if (now === undefined) throw new Failure('file.not-found', { place: placeAt(goal.path, 1, 1) })
    const own = readXliff(now, { file: goal.path })
    const merge = mergeUnits(own.document, returned, goal.language)
    result = merge
    return merge.merged === 0 ? undefined : rewriteXliff(own, merge.document)
  })
  return { file: goal.path, ...result, isWritten }
}

interface Counterpart {
  readonly document: ProjectDocument
  readonly language: Language
  readonly path: string
}

/** The bilingual file that shares the most unit ids, of the returned file's language. */
function findCounterpart(project: Project, returned: XliffFile): Counterpart {
  const ids = new Set([...unitsOf(returned.document)].map(({ id }) => id))
  const read = workingTree(project)
  let best: { counterpart: Counterpart; shared: number } | undefined
  for (const document of project.documents) {
    for (const language of project.config.targetLanguages) {
      const wanted = returned.document.targetLanguage
      if (wanted !== undefined && !isSameLanguage(wanted, language)) continue
      const path = document.xliff(language)
      const bytes = read(path)
      if (bytes === undefined) continue
      const own = readXliff(bytes, { file: path })
      const shared = [...unitsOf(own.document)].filter(({ id }) => ids.has(id)).length
      if (shared > (best?.shared ?? 0)) best = { counterpart: { document, language, path }, shared }
    }
  }
  if (best === undefined) throw new Failure('merge.no-counterpart', { place: placeAt(returned.name, 1, 1) })
  return best.counterpart
}

interface MergedDocument {
  readonly document: Document
  readonly merged: number
  readonly unchanged: number
  readonly findings: readonly Finding[]
}

function mergeUnits(own: Document, returned: XliffFile, language: Language): MergedDocument {
  const ownUnits = new Map([...unitsOf(own)].map(unit => [unit.id, unit]))
  const changed = new Map<string, Unit>()
  const findings: Finding[] = []
  let merged = 0
  let unchanged = 0
  for (const unit of unitsOf(returned.document)) {
    const report: Report = (rule, level, segment, data) =>
      findings.push(findingAt(returned, unit, segment, language, rule, level, data))
    const before = ownUnits.get(unit.id)
    if (before === undefined) {
      report('merge/unknown-unit', 'warning', segmentsOf(unit)[0], { unit: unit.id })
      continue
    }
    const outcome = hasSameSegments(before, unit)
      ? takeTargets(before, unit, report)
      : takeSegmentation(before, unit, report)
    merged += outcome.merged
    unchanged += outcome.unchanged
    if (outcome.unit !== before) changed.set(unit.id, outcome.unit)
  }
  return { document: replaceUnits(own, changed), merged, unchanged, findings }
}

type Report = (rule: RuleId, level: Level, segment: Segment | undefined, data: MessageData) => void

interface Outcome {
  readonly unit: Unit
  readonly merged: number
  readonly unchanged: number
}

function hasSameSegments(own: Unit, returned: Unit): boolean {
  const a = segmentsOf(own)
  const b = segmentsOf(returned)
  return a.length === b.length && a.every(({ id }, index) => id === b[index]?.id)
}

/** Segment by segment, where the translator kept the segmentation. */
function takeTargets(own: Unit, returned: Unit, report: Report): Outcome {
  const remembered = new Map(rememberedOf(own))
  const exported = exportedTargets(returned)
  const settled = new Set<string>()
  let unchanged = 0
  const parts = own.parts.map(part => {
    const back = part.kind === 'segment' ? segmentsOf(returned).find(({ id }) => id === part.id) : undefined
    if (part.kind !== 'segment' || back === undefined) return part
    if (isSameTarget(part, back) && rank(back) <= rank(part)) {
      unchanged++
      return part
    }
    if (isEmptyContent(back.target) && !isEmptyContent(part.target)) {
      report('merge/emptied', 'warning', back, { target: plainText(part.target ?? []) })
      return part
    }
    if (isConflict(part, back, exported.get(part.id))) {
      report('merge/conflict', 'error', back, {
        ours: plainText(part.target ?? []),
        theirs: plainText(back.target ?? []),
      })
      return part
    }
    settled.add(part.id)
    return takeOne(part, back, remembered, report)
  })
  if (settled.size === 0) return { unit: own, merged: 0, unchanged }
  return {
    unit: { ...cleared(own, settled), metadata: withRemembered(own.metadata, remembered), parts },
    merged: settled.size,
    unchanged,
  }
}

/** The target comes from the file; the base never does: it moves only when the translator saw today's source. */
function takeOne(own: Segment, back: Segment, remembered: Map<string, Remembered>, report: Report): Segment {
  const { subState: _gone, ...rest } = own
  const target = back.target ?? []
  const source = plainText(own.source)
  if (plainText(back.source) !== source) {
    report('merge/source-changed', 'warning', back, { theirs: plainText(back.source), ours: source })
    const before = remembered.get(own.id) ?? {}
    remembered.set(own.id, { base: plainText(back.source), ...(before.state !== undefined && { state: before.state }) })
    return { ...rest, target, state: 'initial', subState: sourceChanged }
  }
  remembered.set(own.id, { base: source })
  return { ...rest, target, state: back.state === 'initial' && !isEmptyContent(target) ? 'translated' : back.state }
}

/**
 * Both sides changed the target: the file says which target it was exported with, or, where a tool has dropped that, ours
 * has been reviewed since.
 */
function isConflict(own: Segment, back: Segment, exported: string | undefined): boolean {
  const ours = plainText(own.target ?? [])
  if (ours === '' || isSameTarget(own, back)) return false
  if (exported !== undefined) return exported !== textHash(ours)
  return rank(own) >= states.indexOf('reviewed') && rank(back) < rank(own)
}

function exportedTargets(unit: Unit): ReadonlyMap<string, string> {
  const groups = unit.metadata.find(({ category }) => category === metadataCategory)?.groups ?? []
  const entries = groups.flatMap(({ category, meta }) => {
    const hash = meta.find(({ type }) => type === exportedHash)?.value
    return hash === undefined ? [] : [[category, hash] as const]
  })
  return new Map(entries)
}

/** The translator cut the unit otherwise: taken as a whole when the source is the same and nobody forbade it. */
function takeSegmentation(own: Unit, returned: Unit, report: Report): Outcome {
  const first = segmentsOf(returned)[0]
  if (sourceOf(own) !== sourceOf(returned) || !own.canResegment) {
    report('merge/segmentation', 'error', first, { unit: own.id })
    return { unit: own, merged: 0, unchanged: 0 }
  }
  const reviewed = segmentsOf(own).find(segment => rank(segment) >= states.indexOf('reviewed'))
  if (reviewed !== undefined && !segmentsOf(returned).some(back => isSameTarget(reviewed, back))) {
    report('merge/conflict', 'error', first, {
      ours: plainText(reviewed.target ?? []),
      theirs: plainText(first?.target ?? []),
    })
    return { unit: own, merged: 0, unchanged: 0 }
  }
  const bases = segmentsOf(returned).flatMap(segment =>
    isEmptyContent(segment.target) ? [] : [[segment.id, { base: plainText(segment.source) }] as const],
  )
  const gone = new Set([...segmentsOf(own), ...segmentsOf(returned)].map(({ id }) => id))
  const parts = returned.parts.map(part =>
    part.kind === 'segment' && part.state === 'initial' && !isEmptyContent(part.target)
      ? { ...part, state: 'translated' as const }
      : part,
  )
  const unit: Unit = { ...cleared(own, gone), metadata: withRemembered(own.metadata, new Map(bases)), parts }
  return { unit, merged: segmentsOf(returned).length, unchanged: 0 }
}

/** The unit without our notes and candidates about the segments. */
function cleared(unit: Unit, segments: ReadonlySet<string>): Unit {
  return {
    ...unit,
    notes: unit.notes.filter(note => !(isOwnNote(note) && segments.has(note.ref ?? ''))),
    candidates: unit.candidates.filter(candidate => !(isOwnCandidate(candidate) && segments.has(candidate.ref))),
  }
}

function isSameTarget(a: Segment, b: Segment): boolean {
  return plainText(a.target ?? []) === plainText(b.target ?? [])
}

function rank({ state }: Segment): number {
  return states.indexOf(state)
}

function findingAt(
  file: XliffFile,
  unit: Unit,
  segment: Segment | undefined,
  language: Language,
  rule: RuleId,
  level: Level,
  data: MessageData,
): Finding {
  const target = plainText(segment?.target ?? [])
  const place =
    (segment && file.locate(unit, segment.id, 'target', 0, target.length)) ??
    file.locateUnit(unit) ??
    placeAt(file.name, 1, 1)
  return {
    rule,
    level,
    place,
    unit: unit.id,
    ...(segment !== undefined && { segment: segment.id }),
    language,
    data,
    related: [],
    fingerprint: fingerprint(rule, unit.id, plainText(segment?.source ?? []), target),
  }
}
