/** What a memory holds and what it answers. */

import type { Attribute, Content } from './content.ts'
import type { State } from './document.ts'
import type { Language } from './language.ts'

/** One language of a translation unit (TMX tuv). */
export interface Variant {
  readonly language: Language
  readonly content: Content
  readonly properties?: readonly Attribute[]
}

/** A sentence in two or more languages (TMX tu). */
export interface TranslationUnit {
  /** Stable: minted once, kept through TMX and store. */
  readonly id: string
  readonly variants: readonly Variant[]
  /** Source text of the neighbours, for ICE. */
  readonly previous?: string
  readonly next?: string
  readonly origin?: string
  readonly author?: string
  /** ISO 8601, UTC. */
  readonly created?: string
  readonly changed?: string
  readonly state?: State
  readonly notes?: readonly string[]
  readonly properties?: readonly Attribute[]
}

/** Everything that can lower a match. */
export const penalties = [
  'codes-differ',
  'number-adapted',
  'several-targets',
  'from-alignment',
  'machine-translation',
  'memory-priority',
  'language-variant',
  'age',
] as const

/** One reason why a match counts less than its text says. */
export interface Penalty {
  readonly name: (typeof penalties)[number]
  /** 0..1, taken from the base. */
  readonly amount: number
}

/** One answer of the memory. `base` = (words + characters) / 2, see docs on scoring; `score` = base − penalties. */
export interface Match {
  readonly kind: 'ice' | 'exact' | 'fuzzy'
  readonly score: number
  readonly base: number
  readonly words: number
  readonly characters: number
  readonly source: Content
  readonly target: Content
  /** Of the translation unit. */
  readonly id: string
  readonly origin?: string
  readonly penalties: readonly Penalty[]
}
