/** What a reporter is given, and what it gives: findings in, text out; nothing is read or printed. */

import type { Messages } from '../messages/index.ts'
import type { Finding, RuleDescription } from '../model/index.ts'

export interface Summary {
  readonly error: number
  readonly warning: number
  readonly info: number
  /** Units looked at. */
  readonly units: number
  readonly segments: number
}

/** All a reporter knows: the findings with their counts, and how to speak. */
export interface Report {
  /** Sorted by file, place, rule. */
  readonly findings: readonly Finding[]
  readonly summary: Summary
  /** At least the rules that occur. */
  readonly rules: readonly RuleDescription[]
  readonly messages: Messages
  /** Version of tilmash. */
  readonly version: string
  readonly hasColor: boolean
  /** Columns to write in. */
  readonly width: number
  /** Files that were written, for commands that write. */
  readonly written?: readonly string[]
}

/** The whole report as text. */
export type Reporter = (report: Report) => string
