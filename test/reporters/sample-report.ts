/** A report with one finding of each kind, and texts that try to break out of every medium. */

import { loadMessages, type UiLanguage } from '../../src/messages/index.ts'
import { type Finding, type Level, language } from '../../src/model/index.ts'
import type { Report } from '../../src/reporters/index.ts'
import { diffWords, formatWordDiff } from '../../src/text/word-diff.ts'

const place = (file: string, line: number, column: number, endColumn: number): Finding['place'] => ({
  file,
  start: { line, column },
  end: { line, column: endColumn },
})

export const hostile =
  '\u001B[2J<script>alert(1)</script>\n::error::x ##[group] "\' & ]]> @someone [a](b) | \u202Egnp.exe'

const changes = diffWords('grew from 3 to 13 percent', 'grew from 3 to 14 percent')

export const findings: readonly Finding[] = [
  {
    rule: 'drift/source-changed',
    level: 'error',
    place: place('memory/ru.xlf', 4, 9, 20),
    unit: 'u1',
    segment: 's1',
    language: language('ru'),
    data: { diff: formatWordDiff(changes) },
    related: [{ place: place('memory/en.txt', 2, 1, 9), text: 'grew from 3 to 14 percent' }],
    fingerprint: '0123456789abcdef',
    source: 'grew from 3 to 14 percent',
    target: 'вырос с 3 до 13 процентов',
    changes,
  },
  {
    rule: 'completeness/missing-segment',
    variant: 'in-text',
    level: 'warning',
    place: place('memory/en.txt', 7, 3, 8),
    unit: 'u2',
    language: language('kk'),
    data: { text: hostile, file: 'kk.txt' },
    related: [],
    fingerprint: 'fedcba9876543210',
    source: hostile,
    target: 'Қалаларды мародерлік толқыны шарпыды.',
    side: 'target',
    start: 0,
    end: 9,
  },
  {
    rule: 'accuracy/negation',
    level: 'info',
    place: place('memory/ru.xlf', 9, 1, 1),
    data: {},
    related: [],
    fingerprint: '00ff00ff00ff00ff',
  },
]

export async function sampleReport(change: Partial<Report> = {}, uiLanguage: UiLanguage = 'en'): Promise<Report> {
  const shown = change.findings ?? findings
  const count = (level: Level): number => shown.filter(finding => finding.level === level).length
  return {
    findings: shown,
    summary: { error: count('error'), warning: count('warning'), info: count('info'), units: 3, segments: 5 },
    rules: [
      { id: 'drift/source-changed', level: 'error', its: 'inconsistent-with-source', mqm: 'accuracy/mistranslation' },
    ],
    messages: await loadMessages(uiLanguage),
    version: '0.0.0',
    hasColor: false,
    width: 80,
    ...change,
  }
}
