/** Reviewdog's diagnostic format, with suggestions where a fix is known. */

import type { Finding, Level, Position } from '../model/index.ts'
import { jsonPieces } from './json-pieces.ts'
import { replacement } from './replacement.ts'
import type { Report } from './report.ts'
import { repositoryPath } from './repository-path.ts'

const severities = { error: 'ERROR', warning: 'WARNING', info: 'INFO' } as const satisfies Record<Level, string>

export function* rdjson(report: Report): Generator<string> {
  const { error, warning } = report.summary
  yield* jsonPieces({
    source: { name: 'tilmash', url: 'https://www.npmjs.com/package/tilmash' },
    severity: error > 0 ? 'ERROR' : warning > 0 ? 'WARNING' : 'INFO',
    diagnostics: report.findings.values().map(finding => diagnostic(finding, report)),
  })
  yield '\n'
}

function diagnostic(finding: Finding, report: Report): Record<string, unknown> {
  const { rule, level, place } = finding
  const start = bytePosition(place.file, place.start, report)
  const end = bytePosition(place.file, place.end, report)
  // A suggestion without columns would replace the whole line.
  const text = start.column === undefined || end.column === undefined ? undefined : replacement(finding)
  return {
    message: report.messages.finding(finding),
    location: { path: repositoryPath(finding, report), range: { start, end } },
    severity: severities[level],
    code: { value: rule },
    ...(text !== undefined && { suggestions: [{ range: { start, end }, text }] }),
  }
}

const encoder = new TextEncoder()

/** The format counts columns in bytes of UTF-8, we in UTF-16 units; where the line cannot be seen, only its number is told. */
function bytePosition(
  file: string,
  { line, column }: Position,
  { lineOf }: Report,
): { readonly line: number; readonly column?: number } {
  const text = lineOf?.(file, line)
  if (text === undefined || column - 1 > text.length) return { line }
  return { line, column: encoder.encode(text.slice(0, column - 1)).length + 1 }
}
