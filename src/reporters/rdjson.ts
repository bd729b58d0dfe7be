/** Reviewdog's diagnostic format, with suggestions where a fix is known. */

import type { Finding, Level } from '../model/index.ts'
import { toJson } from '../text/escape.ts'
import type { Report } from './report.ts'

const severities = { error: 'ERROR', warning: 'WARNING', info: 'INFO' } as const satisfies Record<Level, string>

export function rdjson(report: Report): string {
  return `${toJson(
    {
      source: { name: 'tilmash', url: 'https://www.npmjs.com/package/tilmash' },
      diagnostics: report.findings.map(finding => diagnostic(finding, report)),
    },
    2,
  )}\n`
}

function diagnostic(finding: Finding, { messages }: Report): Record<string, unknown> {
  const { rule, level, place, fix, start, end, side } = finding
  const range = { start: place.start, end: place.end }
  // The place covers just the text to be replaced when the fix is about the very stretch that is marked.
  const isSameSpan = fix !== undefined && fix.side === side && fix.start === start && fix.end === end
  return {
    message: messages.finding(finding),
    location: { path: place.file, range },
    severity: severities[level],
    code: { value: rule },
    ...(isSameSpan && { suggestions: [{ range, text: escapeForXml(fix.text, place.file) }] }),
  }
}

/** A suggestion is put into the file as it stands. */
function escapeForXml(text: string, file: string): string {
  return /\.(xlf|xliff|sdlxliff|mxliff|tmx)$/i.test(file) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;') : text
}
