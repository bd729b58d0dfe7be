/** Workflow commands of GitHub Actions: an annotation a finding. Text from data cannot begin a command of its own. */

import type { Finding, Level } from '../model/index.ts'
import { escapeTerminal } from '../text/escape.ts'
import type { Report } from './report.ts'
import { repositoryPath } from './repository-path.ts'

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<Level, string>

export function* github(report: Report): Generator<string> {
  for (const finding of report.findings) yield `${annotation(finding, report)}\n`
}

function annotation(finding: Finding, report: Report): string {
  const { level, place, rule } = finding
  const { start, end } = place
  const properties = {
    file: repositoryPath(finding, report),
    line: start.line,
    endLine: end.line,
    // GitHub wants columns only within one line.
    ...(start.line === end.line && { col: start.column, endColumn: end.column }),
    title: rule,
  }
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
  return `::${commands[level]} ${list.join(',')}::${escapeData(report.messages.finding(finding))}`
}

/** As actions/toolkit escapes: a line break in data would end the command. */
function escapeData(text: string): string {
  return escapeTerminal(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'))
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
