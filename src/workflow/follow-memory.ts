/** Fills empty targets of a draft from the memory, and adds what is near as candidates. */

import type { LookupOptions } from '../memory/index.ts'
import type { Candidate, Language, Match } from '../model/index.ts'
import type { Draft, DraftSegment } from './draft.ts'
import { neighbours } from './learn.ts'
import { confirm, hasTarget, isEmptyOnPurpose } from './settle.ts'
import type { StatementText } from './source-text.ts'

/** Sub-state of a target that the memory has for the same sentence elsewhere: someone should look at it. */
export const exactMatch = 'tilmash:exact-match'
/** Origin of candidates from the memory. */
export const memoryOrigin = 'tilmash:memory'

/** Asks all memories of the project. */
export type Lookup = (query: string, options: LookupOptions) => Promise<readonly Match[]>

/** True when the memory has something to fill. */
export function hasEmptyTargets(draft: Draft): boolean {
  return draft.units.some(({ segments }) => segments.some(isOpen))
}

function isOpen(segment: DraftSegment): boolean {
  return !hasTarget(segment) && !isEmptyOnPurpose(segment) && segment.source !== ''
}

/**
 * A match in context (ICE) is taken as translated; one out of context, if the memory knows only one translation, is taken
 * in state initial. Candidates are added where a segment is new; a human's target is never touched.
 */
export async function followMemory(
  draft: Draft,
  source: StatementText,
  lookup: Lookup,
  targetLanguage: Language,
): Promise<void> {
  for (const unit of draft.units) {
    for (const segment of unit.segments) {
      if (!isOpen(segment)) continue
      const matches = await lookup(segment.source, {
        sourceLanguage: source.language,
        targetLanguage,
        ...neighbours(source, unit, segment),
      })
      take(segment, matches)
    }
  }
}

function take(segment: DraftSegment, matches: readonly Match[]): void {
  const [best] = matches
  if (best === undefined) return
  const isDoubtful = best.penalties.some(({ name }) => name === 'several-targets')
  if (best.kind === 'ice' || (best.kind === 'exact' && best.base === 1 && !isDoubtful)) {
    segment.target = best.target
    segment.isTouched = true
    if (best.kind === 'ice') confirm(segment, 'translated')
    else segment.subState = exactMatch
  } else if (segment.isTouched) {
    segment.candidates = matches.map(match => candidateOf(segment, match))
  }
}

function candidateOf(segment: DraftSegment, { source, target, base, score, id }: Match): Candidate {
  return { ref: segment.id, source, target, similarity: base, matchSuitability: score, origin: memoryOrigin, id }
}
