/** What a reporter is given, and what it gives: findings in, text out; nothing is read or printed. */

import type { Messages } from '../messages/index.ts'
import type { Finding, RuleDescription, RuleId } from '../model/index.ts'

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
  /** A shown path as the repository has it, from its root; without it, paths are taken to be such already. */
  readonly repositoryPath?: (file: string) => string
  /** A line of a shown file as it stands now, counted from 1, for formats that count columns in bytes. */
  readonly lineOf?: (file: string, line: number) => string | undefined
  /** The page of a rule in the language of the messages, as Markdown. */
  readonly rulePage?: (rule: RuleId) => string | undefined
  /** Files that were written, for commands that write. */
  readonly written?: readonly string[]
}

/**
 * The report as text in pieces, about one for each finding: all of it may be longer than a string can be (half a gigabyte),
 * so whoever prints writes as he goes.
 */
export type ReportPieces = (report: Report) => Iterable<string>

/** The whole report as one string. */
export type Reporter = (report: Report) => string
