/** A finding is about the user's text: data, never a sentence. */

import type { MessageData } from './failure.ts'
import type { Language } from './language.ts'
import type { Place } from './place.ts'

/** From the gravest to the slightest. */
export const levels = ['error', 'warning', 'info'] as const
/** How grave a finding is. */
export type Level = (typeof levels)[number]

/** `family/name`. */
export type RuleId = `${string}/${string}`

/** Replaces plain-text offsets `[start, end)` of one side by `text`. `safe`: cannot change the meaning. */
export interface Fix {
  readonly side: Side
  readonly start: number
  readonly end: number
  readonly text: string
  readonly safe: boolean
}

/** The side of a pair a finding is about. */
export type Side = 'source' | 'target'

/** What a check says of one segment, before it has a place in a file. Offsets count in `plainText` of the side. */
export interface Flaw {
  readonly side: Side
  readonly start: number
  readonly end: number
  /** Values for the message. */
  readonly data?: MessageData
  /** Picks one of several sentences of the rule: message key `rule:variant`. */
  readonly variant?: string
  /** When this finding is weaker or stronger than its rule by default. */
  readonly level?: Level
  readonly related?: readonly RelatedPlace[]
  readonly fix?: Fix
}

/** Another place the finding is about; `label` is a message key. */
export interface RelatedPlace {
  readonly place: Place
  readonly label?: string
  readonly text?: string
}

/** Words of a text compared, in order; from the `diff` package. */
export interface WordChange {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** A fault of the text with its place. `rule` and `variant` pick the sentence, `data` fills it. */
export interface Finding {
  readonly rule: RuleId
  readonly variant?: string
  readonly level: Level
  readonly place: Place
  readonly unit?: string
  readonly segment?: string
  readonly language?: Language
  readonly data: MessageData
  readonly related: readonly RelatedPlace[]
  /** Stable over unrelated edits: rule + unit + hash of source and target. */
  readonly fingerprint: string
  /** The pair, for reporters that show it. */
  readonly source?: string
  readonly target?: string
  /** Offsets of the flaw in `source` or `target`, for the caret. */
  readonly side?: Side
  readonly start?: number
  readonly end?: number
  /** Old → new, for drift. */
  readonly changes?: readonly WordChange[]
  readonly fix?: Fix
}

/** What reporters and docs know of a rule. */
export interface RuleDescription {
  readonly id: RuleId
  readonly level: Level | 'off'
  /** ITS 2.0 localization quality issue type. */
  readonly its: string
  /** MQM error type, dotted path from its dimension. */
  readonly mqm: string
}
