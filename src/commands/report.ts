/** Prints findings in the wanted format and says which exit code they mean. */

import { existsSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { readBytesIfAny, replaceFile } from '../io/files.ts'
import { packageFile } from '../io/package.ts'
import type { Messages } from '../messages/index.ts'
import { Failure, type Finding, formatPlace, type Level, levels, type RuleDescription } from '../model/index.ts'
import { version } from '../model/version.ts'
import { type Report, type ReportFormat, type ReportPieces, reportPieces } from '../reporters/index.ts'
import { batches } from '../text/batches.ts'
import { escapeLine } from '../text/escape.ts'
import { findProjectRoot } from '../workflow/project-root.ts'
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

export const reportFormats: readonly string[] = Object.keys(reportPieces)

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
    ...filesAt(baseOf(invocation)),
    rulePage: rule => rulePage(rule, invocation.messages.language),
    ...(written !== undefined && { written }),
  }
  for (const each of invocation.options('report')) writeReport(invocation, each, report)
  const shown = { ...report, findings: outcome.shown ?? findings }
  for (const text of batches(piecesOf(invocation.format)(shown))) invocation.write(text)
  return exitCode(invocation, report, outcome.failOn ?? 'error')
}

/** Paths are shown from here: of given files where the command was called, of a project its root. */
function baseOf({ arguments: files, folder }: Invocation): string {
  return files.length > 0 ? folder : (findProjectRoot(folder) ?? folder)
}

/** What reporters ask of the files; nothing is read before they ask. */
function filesAt(base: string): Pick<Report, 'repositoryPath' | 'lineOf'> {
  let root: string | undefined
  let last: { readonly file: string; readonly lines: readonly string[] } | undefined
  return {
    repositoryPath: file => {
      root ??= repositoryRoot(base) ?? base
      const path = relative(root, resolve(base, file))
      return path.startsWith('..') || isAbsolute(path) ? file : path.split(sep).join('/')
    },
    lineOf: (file, line) => {
      if (last?.file !== file) last = { file, lines: linesOf(resolve(base, file)) }
      return last.lines[line - 1]
    },
  }
}

/** The page the package ships, in English where it is not translated. */
function rulePage(rule: string, language: string): string | undefined {
  if (!/^[a-z0-9]+\/[a-z0-9-]+$/.test(rule)) return undefined
  const bytes =
    readBytesIfAny(packageFile('docs', 'rules', `${rule}.${language}.md`)) ??
    readBytesIfAny(packageFile('docs', 'rules', `${rule}.md`))
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes)
}

function repositoryRoot(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder
  const parent = dirname(folder)
  return parent === folder ? undefined : repositoryRoot(parent)
}

/** None of a file that is gone or is not UTF-8: columns in bytes would be wrong there. */
function linesOf(path: string): readonly string[] {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readBytesIfAny(path)).split(/\r\n|\r|\n/)
  } catch {
    return []
  }
}

/** `file:line:column: message`, for what is only told in passing. */
export function findingLine(finding: Finding, messages: Messages): string {
  return escapeLine(`${formatPlace(finding.place)}: ${messages.finding(finding)}`)
}

function writeReport({ folder }: Invocation, value: string, report: Report): void {
  const [format = '', ...rest] = value.split('=')
  const file = rest.join('=')
  if (!Object.hasOwn(reportPieces, format) || file === '') {
    throw new Failure('usage.not-a-choice', {
      data: { option: '--report', value, choices: reportFormats.map(name => `${name}=FILE`).join(', ') },
    })
  }
  replaceFile(resolve(folder, file), batches(piecesOf(format)({ ...report, hasColor: false })))
}

function piecesOf(format: string): ReportPieces {
  // Proof: the option's choices, and the test above, are the keys of the registry.
  return reportPieces[format as ReportFormat]
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
