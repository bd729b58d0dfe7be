/** The findings as one JSON document; see `schemas/check.schema.json`. */

import type { Messages } from '../messages/index.ts'
import type { Finding } from '../model/index.ts'
import { toJson } from '../text/escape.ts'
import { jsonPieces } from './json-pieces.ts'
import type { Report } from './report.ts'

export function* json({ findings, summary, messages, written }: Report): Generator<string> {
  const list = findings.values().map(finding => findingRecord(finding, messages))
  yield* jsonPieces({ findings: list, summary, written })
  yield '\n'
}

/** A finding a line; the summary is the last line. */
export function* jsonl({ findings, summary, messages }: Report): Generator<string> {
  for (const finding of findings) yield `${toJson(findingRecord(finding, messages))}\n`
  yield `${toJson({ summary })}\n`
}

/** One finding with its sentence. Absent fields are null, so that every record has the same keys. */
function findingRecord(finding: Finding, messages: Messages): Record<string, unknown> {
  const { rule, level, place, unit, segment, language, data, related, fingerprint, changes } = finding
  return {
    rule,
    level,
    file: place.file,
    line: place.start.line,
    column: place.start.column,
    endLine: place.end.line,
    endColumn: place.end.column,
    unit: unit ?? null,
    segment: segment ?? null,
    language: language ?? null,
    message: messages.finding(finding),
    data,
    related: related.map(({ place: where, text }) => ({
      file: where.file,
      line: where.start.line,
      column: where.start.column,
      ...(text !== undefined && { text }),
    })),
    fingerprint,
    ...(changes !== undefined && { changes }),
  }
}
