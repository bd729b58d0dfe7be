/** JUnit XML: a suite for each file, a case for each unit with findings; errors and warnings fail, notes are output. */

import type { Finding } from '../model/index.ts'
import { escapeXml } from '../text/escape.ts'
import type { Report } from './report.ts'

export function* junit(report: Report): Generator<string> {
  const suites = [...Map.groupBy(report.findings, ({ place }) => place.file)].map(([file, findings]) =>
    suiteOf(file, findings),
  )
  const { units } = report.summary
  const failing = suites.reduce((sum, { failures }) => sum + failures, 0)
  yield '<?xml version="1.0" encoding="UTF-8"?>\n'
  yield `<testsuites name="tilmash" tests="${Math.max(units, failing)}" failures="${failing}" errors="0" time="0">\n`
  for (const suite of suites) yield* suiteElement(suite, report)
  if (suites.length === 0) yield `${emptySuite(units)}\n`
  yield '</testsuites>\n'
}

interface Suite {
  readonly file: string
  /** Findings by the name of their case. */
  readonly cases: ReadonlyMap<string, readonly Finding[]>
  readonly failures: number
}

function suiteOf(file: string, findings: readonly Finding[]): Suite {
  const cases = Map.groupBy(
    findings,
    ({ unit, segment }) => [unit, segment].filter(part => part !== undefined).join(' ') || 'file',
  )
  return {
    file,
    cases,
    failures: cases
      .values()
      .filter(list => list.some(isFailure))
      .toArray().length,
  }
}

/** A report without findings still says that something was looked at. */
function emptySuite(units: number): string {
  return `  <testsuite name="tilmash" tests="${units}" failures="0" errors="0" skipped="0" time="0"><testcase name="all units" classname="tilmash" time="0"/></testsuite>`
}

function isFailure({ level }: Finding): boolean {
  return level !== 'info'
}

function* suiteElement({ file, cases, failures }: Suite, report: Report): Generator<string> {
  yield `  <testsuite name="${escapeXml(file)}" tests="${cases.size}" failures="${failures}" errors="0" skipped="0" time="0">\n`
  for (const [name, findings] of cases) yield `${testCase(file, name, findings, report)}\n`
  yield '  </testsuite>\n'
}

function testCase(file: string, name: string, findings: readonly Finding[], { messages }: Report): string {
  const line = ({ level, rule, place, ...rest }: Finding): string =>
    `${place.file}:${place.start.line}:${place.start.column}: ${level}: ${messages.finding({ rule, ...rest })} (${rule})`
  const failing = findings.filter(isFailure)
  const notes = findings.filter(finding => !isFailure(finding))
  const [first] = failing
  return [
    `    <testcase name="${escapeXml(name)}" classname="${escapeXml(file)}" time="0">`,
    ...(first === undefined
      ? []
      : [
          `      <failure message="${escapeXml(messages.finding(first))}" type="${escapeXml(first.rule)}">${escapeXml(failing.map(line).join('\n'))}</failure>`,
        ]),
    ...(notes.length === 0 ? [] : [`      <system-out>${escapeXml(notes.map(line).join('\n'))}</system-out>`]),
    '    </testcase>',
  ].join('\n')
}
