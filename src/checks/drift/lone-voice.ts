/** What a vote over the languages of one span is given and what it tells. */

import type { Language } from '../../model/index.ts'

export interface LanguageText {
  readonly language: Language
  readonly text: string
}

/** What one language says otherwise than the rest. */
export interface LoneVoice {
  readonly kind: 'number' | 'date' | 'month' | 'weekday' | 'name'
  /** The language that stands alone; the source language when the translations agree against it. */
  readonly language: Language
  /** In that language's text; the whole text when its number is missing. */
  readonly start: number
  readonly end: number
  /** What it says, '' when it says nothing. */
  readonly found: string
  /** What another language says. */
  readonly expected: string
  readonly expectedLanguage: Language
}
