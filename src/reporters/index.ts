/** The report formats; the keys are the values of `--format` and `--report`. */

import { checkstyle } from './checkstyle.ts'
import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import { html } from './html.ts'
import { json, jsonl } from './json.ts'
import { junit } from './junit.ts'
import { markdown } from './markdown.ts'
import { pretty } from './pretty.ts'
import { rdjson } from './rdjson.ts'
import type { Report, Reporter, ReportPieces } from './report.ts'
import { sarif } from './sarif.ts'

export { type Paint, painter } from './paint.ts'
export type { Report, Reporter, ReportPieces, Summary } from './report.ts'

// `as ReportPieces` states the type for declarations made file by file; the compiler holds each function to it.
/** Every report format by its name, in pieces. */
export const reportPieces = {
  pretty: pretty as ReportPieces,
  json: json as ReportPieces,
  jsonl: jsonl as ReportPieces,
  sarif: sarif as ReportPieces,
  junit: junit as ReportPieces,
  github: github as ReportPieces,
  gitlab: gitlab as ReportPieces,
  checkstyle: checkstyle as ReportPieces,
  rdjson: rdjson as ReportPieces,
  markdown: markdown as ReportPieces,
  html: html as ReportPieces,
} as const

/** A value of `--format` and `--report`. */
export type ReportFormat = keyof typeof reportPieces

// Proof: the keys are those of the entries.
/** Every report format by its name, as one string. */
export const reporters = Object.fromEntries(
  Object.entries(reportPieces).map(([format, pieces]) => [format, (report: Report) => [...pieces(report)].join('')]),
) as Readonly<Record<ReportFormat, Reporter>>
