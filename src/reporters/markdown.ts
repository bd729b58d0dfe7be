/** Markdown for a job summary or a comment on a pull request. */

import type { Finding } from '../model/index.ts'
import { escapeLine } from '../text/escape.ts'
import type { Report } from './report.ts'

/** A comment of a pull request holds 65,536 characters; the first findings matter most. */
const mostRows = 200

export function* markdown(report: Report): Generator<string> {
  const { findings, summary, messages } = report
  const counts = (['error', 'warning', 'info'] as const).map(level =>
    messages.report(`count.${level}`, { count: summary[level] }),
  )
  const head = `**tilmash**: ${messages.report('segments-checked', { count: summary.segments })}; ${counts.join(', ')}`
  yield `${head}\n`
  if (findings.length === 0) return
  const columns = (['place', 'level', 'message', 'rule'] as const).map(name => messages.report(`column.${name}`))
  const rows = findings.slice(0, mostRows).map(finding => row(finding, report))
  const rest = findings.length - rows.length
  yield [
    '',
    `| ${columns.join(' | ')} |`,
    `| ${columns.map(() => '---').join(' | ')} |`,
    ...rows,
    ...(rest > 0 ? ['', messages.report('more-findings', { count: rest })] : []),
    '',
  ].join('\n')
}

function row(finding: Finding, { messages }: Report): string {
  const { place, level, rule } = finding
  const where = `${escapeCell(place.file)}:${place.start.line}:${place.start.column}`
  return `| ${where} | ${messages.report(`level.${level}`)} | ${escapeCell(messages.finding(finding))} | ${rule} |`
}

/** No markup, no mention, no link, no table cell from data. */
function escapeCell(text: string): string {
  return escapeLine(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[\\`*_{}[\]()#+!|~>]/g, character => `\\${character}`)
    .replaceAll('@', '&#64;')
    .replaceAll('://', ':&#47;&#47;')
}
