/** How far each document is in each language. */

import { isEmptyContent, type Language, type State } from '../model/index.ts'
import { words } from '../text/words.ts'
import type { OpenDocument, OpenEdition } from './editions.ts'

export interface EditionStatus {
  readonly document: string
  readonly language: Language
  readonly units: number
  readonly segments: number
  /** Words of the source. */
  readonly words: number
  /** Segments by state; `empty`: of those, how many have no target. */
  readonly states: Readonly<Record<State | 'empty', number>>
}

/** Counts the bilingual file as it would be after `sync`. */
export function statusOf({ document }: OpenDocument, { language, draft }: OpenEdition): EditionStatus {
  const segments = draft.units.flatMap(unit => unit.segments).filter(({ change }) => change !== 'extra')
  const states: Record<State | 'empty', number> = { initial: 0, translated: 0, reviewed: 0, final: 0, empty: 0 }
  for (const { state, target } of segments) {
    states[state]++
    if (isEmptyContent(target)) states.empty++
  }
  return {
    document: document.source,
    language,
    units: draft.units.length,
    segments: segments.length,
    words: segments.reduce((sum, { source }) => sum + words(source).length, 0),
    states,
  }
}
