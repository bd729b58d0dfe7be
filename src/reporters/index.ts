/** The report formats; the keys are the values of `--format` and `--report`. */

import { json, jsonl } from './json.ts'
import { pretty } from './pretty.ts'
import type { Reporter } from './report.ts'

export { type Paint, painter } from './paint.ts'
export type { Report, Reporter, Summary } from './report.ts'

// `as Reporter` states the type for declarations made file by file; the compiler holds each function to it.
export const reporters = {
  pretty: pretty as Reporter,
  json: json as Reporter,
  jsonl: jsonl as Reporter,
} as const

export type ReportFormat = keyof typeof reporters
