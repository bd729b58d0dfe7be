/** For people at a terminal: grouped by file, the segment pair with a caret, word diff for drift, a closing line. */

import type { Finding, Level, WordChange } from '../model/index.ts'
import { escapeLine } from '../text/escape.ts'
import { displayWidth, truncate } from '../text/width.ts'
import { type Paint, painter } from './paint.ts'
import type { Report } from './report.ts'

export function* pretty(report: Report): Generator<string> {
  const paint = painter(report.hasColor)
  for (const [file, findings] of Map.groupBy(report.findings, ({ place }) => place.file)) {
    yield `${paint.bold(escapeLine(file))}\n`
    for (const finding of findings) yield `${findingBlock(finding, report, paint)}\n`
    yield '\n'
  }
  yield `${closingLine(report, paint)}\n`
}

function findingBlock(finding: Finding, report: Report, paint: Paint): string {
  const { messages, width } = report
  const { start } = finding.place
  const head = `  ${paint.dim(`${start.line}:${start.column}`)}  ${levelWord(finding.level, report, paint)}  ${escapeLine(messages.finding(finding))}  ${paint.dim(finding.rule)}`
  const lines = [head]
  const where = whereLine(finding, width - 6)
  if (where !== '') lines.push(paint.dim(`      ${where}`))
  lines.push(...pairLines(finding, width, paint))
  return lines.join('\n')
}

/** Language, unit and segment; the id of a unit, which in PO is a text, is cut so that the line fits. */
function whereLine({ language, unit = '', segment = '' }: Finding, room: number): string {
  const rest = [language ?? '', segment].map(escapeLine)
  const taken = rest.reduce((sum, part) => sum + displayWidth(part) + 3, 0)
  const [first = '', last = ''] = rest
  const shown = truncate(escapeLine(unit), Math.max(20, room - taken))
  return [first, shown, last].filter(part => part !== '').join(' · ')
}

function levelWord(level: Level, { messages }: Report, paint: Paint): string {
  const word = messages.report(`level.${level}`)
  if (level === 'error') return paint.red(word)
  return level === 'warning' ? paint.yellow(word) : paint.cyan(word)
}

/** The two sides; the one the finding is about has a caret under the span, or the word diff where there is one. */
function pairLines(finding: Finding, width: number, paint: Paint): readonly string[] {
  if (finding.changes !== undefined) return [`      ${diffLine(finding.changes, paint)}`]
  const lines: string[] = []
  for (const side of ['source', 'target'] as const) {
    const text = finding[side]
    if (text === undefined || text === '') continue
    const isMarked = finding.side === side && finding.start !== undefined && finding.end !== undefined
    const from = isMarked ? (finding.start ?? 0) : 0
    const window = windowAround(text, from, finding.end ?? from, width - 10)
    lines.push(`      ${paint.dim(side === 'source' ? '│' : '┃')} ${window.text}`)
    if (isMarked && finding.end !== finding.start) {
      lines.push(`        ${' '.repeat(window.before)}${paint.red('~'.repeat(Math.max(1, window.marked)))}`)
    }
  }
  return lines
}

/** A stretch of the text that shows the span, with its columns. */
function windowAround(
  text: string,
  start: number,
  end: number,
  room: number,
): { text: string; before: number; marked: number } {
  const shown = Math.max(20, room)
  const from = displayWidth(escapeLine(text.slice(0, end))) <= shown ? 0 : Math.max(0, start - Math.floor(shown / 3))
  const lead = from > 0 ? '…' : ''
  const before = displayWidth(lead + escapeLine(text.slice(from, start)))
  const marked = displayWidth(escapeLine(text.slice(start, end)))
  return {
    text: truncate(lead + escapeLine(text.slice(from)), shown),
    before,
    marked: Math.min(marked, Math.max(0, shown - before)),
  }
}

function diffLine(changes: readonly WordChange[], paint: Paint): string {
  return changes
    .map(({ kind, text }) => {
      const shown = escapeLine(text)
      if (kind === 'removed') return paint.removed(shown)
      return kind === 'added' ? paint.added(shown) : shown
    })
    .join('')
}

function closingLine({ findings, summary, messages }: Report, paint: Paint): string {
  const counts = [messages.report('segments-checked', { count: summary.segments })]
  const isClean = findings.length === 0 && summary.error + summary.warning + summary.info === 0
  if (isClean) return `${paint.green('✓')} ${counts[0]}: ${messages.report('nothing-found')}`
  for (const level of ['error', 'warning', 'info'] as const) {
    if (summary[level] > 0) counts.push(messages.report(`count.${level}`, { count: summary[level] }))
  }
  return `${summary.error > 0 ? paint.red('✗') : paint.yellow('!')} ${counts.join(', ')}`
}
