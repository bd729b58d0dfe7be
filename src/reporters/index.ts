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
import type { Reporter } from './report.ts'
import { sarif } from './sarif.ts'

export { type Paint, painter } from './paint.ts'
export type { Report, Reporter, Summary } from './report.ts'

// `as Reporter` states the type for declarations made file by file; the compiler holds each function to it.
/** Every report format by its name. */
export const reporters = {
  pretty: pretty as Reporter,
  json: json as Reporter,
  jsonl: jsonl as Reporter,
  sarif: sarif as Reporter,
  junit: junit as Reporter,
  github: github as Reporter,
  gitlab: gitlab as Reporter,
  checkstyle: checkstyle as Reporter,
  rdjson: rdjson as Reporter,
  markdown: markdown as Reporter,
  html: html as Reporter,
} as const

/** A value of `--format` and `--report`. */
export type ReportFormat = keyof typeof reporters
