/** A glossary: concepts, each with its terms in every language (TBX). */

import type { Language } from './language.ts'

/** TBX administrative status, in short words. */
export const termStatuses = ['preferred', 'admitted', 'deprecated', 'forbidden', 'proposed'] as const
/** What a glossary thinks of a term. */
export type TermStatus = (typeof termStatuses)[number]

/** One way to say a concept in one language. */
export interface Term {
  readonly language: Language
  readonly text: string
  readonly status: TermStatus
  readonly partOfSpeech?: string
  readonly type?: 'fullForm' | 'abbreviation' | 'acronym' | 'variant' | 'phrase'
  readonly note?: string
}

/** A notion with its terms in every language. */
export interface Concept {
  readonly id: string
  readonly subject?: string
  readonly definition?: string
  readonly note?: string
  /** The terms must stand unchanged in every language. */
  readonly doNotTranslate?: boolean
  readonly terms: readonly Term[]
}
