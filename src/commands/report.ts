/** Prints findings in the wanted format and says which exit code they mean. */

import { resolve } from 'node:path'
import { replaceFile } from '../io/files.ts'
import type { Messages } from '../messages/index.ts'
import { Failure, type Finding, formatPlace, type Level, levels, type RuleDescription } from '../model/index.ts'
import { version } from '../model/version.ts'
import { type Report, type ReportFormat, reporters } from '../reporters/index.ts'
import { escapeLine } from '../text/escape.ts'
import type { ExitCode, Invocation, OptionShape } from './command.ts'

export const failOnOption: OptionShape = {
  name: 'fail-on',
  value: 'LEVEL',
  choices: [...levels, 'never'],
  summary: 'option.fail-on',
}

export const reportOption: OptionShape = {
  name: 'report',
  value: 'FORMAT=FILE',
  isRepeatable: true,
  summary: 'option.report',
}

export const reportFormats: readonly string[] = Object.keys(reporters)

export interface Outcome {
  readonly findings: readonly Finding[]
  /** Those to show, where some are only counted. */
  readonly shown?: readonly Finding[]
  readonly rules: readonly RuleDescription[]
  readonly units: number
  readonly segments: number
  readonly written?: readonly string[]
  /** From the config; the option wins. */
  readonly failOn?: Level | 'never'
}

/** Writes the report to stdout, others to their files, and gives the exit code. */
export function printReport(invocation: Invocation, outcome: Outcome): ExitCode {
  const { findings, rules, units, segments, written } = outcome
  const count = (level: Level): number => findings.filter(finding => finding.level === level).length
  const report: Report = {
    findings,
    summary: { error: count('error'), warning: count('warning'), info: count('info'), units, segments },
    rules,
    messages: invocation.messages,
    version,
    hasColor: invocation.hasColor,
    width: invocation.width,
    ...(written !== undefined && { written }),
  }
  for (const each of invocation.options('report')) writeReport(invocation, each, report)
  invocation.write(reporterOf(invocation.format)({ ...report, findings: outcome.shown ?? findings }))
  return exitCode(invocation, report, outcome.failOn ?? 'error')
}

/** `file:line:column: message`, for what is only told in passing. */
export function findingLine(finding: Finding, messages: Messages): string {
  return escapeLine(`${formatPlace(finding.place)}: ${messages.finding(finding)}`)
}

function writeReport({ folder }: Invocation, value: string, report: Report): void {
  const [format = '', ...rest] = value.split('=')
  const file = rest.join('=')
  if (!Object.hasOwn(reporters, format) || file === '') {
    throw new Failure('usage.not-a-choice', {
      data: { option: '--report', value, choices: reportFormats.map(name => `${name}=FILE`).join(', ') },
    })
  }
  replaceFile(resolve(folder, file), reporterOf(format)({ ...report, hasColor: false }))
}

function reporterOf(format: string): (report: Report) => string {
  // Proof: the option's choices, and the test above, are the keys of the registry.
  return reporters[format as ReportFormat]
}

function exitCode({ option }: Invocation, { summary }: Report, configured: Level | 'never'): ExitCode {
  const most = option('max-warnings')
  if (most !== undefined) {
    if (!/^\d+$/.test(most)) {
      throw new Failure('usage.not-a-number', {
        data: { option: '--max-warnings', value: most, least: 0, most: 1_000_000 },
      })
    }
    if (summary.warning > Number(most)) return 1
  }
  const failOn = [...levels, 'never' as const].find(level => level === option('fail-on')) ?? configured
  if (failOn === 'never') return 0
  const failing = levels.slice(0, levels.indexOf(failOn) + 1)
  return failing.some(level => summary[level] > 0) ? 1 : 0
}
