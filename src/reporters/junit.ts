/** JUnit XML: a suite for each file, a case for each unit with findings; errors and warnings fail, notes are output. */

import type { Finding } from '../model/index.ts'
import { escapeXml } from '../text/escape.ts'
import type { Report } from './report.ts'

export function junit(report: Report): string {
  const byFile = Map.groupBy(report.findings, ({ place }) => place.file)
  const suites = [...byFile].map(([file, findings]) => suite(file, findings, report))
  const { units, error, warning } = report.summary
  const failing = countFailing([...byFile.values()])
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="tilmash" tests="${Math.max(units, failing)}" failures="${failing}" errors="0" time="0">`,
    ...suites,
    ...(suites.length === 0 ? [emptySuite(units)] : []),
    '</testsuites>',
    '',
  ].join('\n')

  function countFailing(groups: readonly (readonly Finding[])[]): number {
    return error + warning === 0
      ? 0
      : groups.reduce((sum, group) => sum + casesOf(group).filter(([, list]) => list.some(isFailure)).length, 0)
  }
}

/** A report without findings still says that something was looked at. */
function emptySuite(units: number): string {
  return `  <testsuite name="tilmash" tests="${units}" failures="0" errors="0" skipped="0" time="0"><testcase name="all units" classname="tilmash" time="0"/></testsuite>`
}

function casesOf(findings: readonly Finding[]): readonly (readonly [string, readonly Finding[]])[] {
  return [
    ...Map.groupBy(
      findings,
      ({ unit, segment }) => [unit, segment].filter(part => part !== undefined).join(' ') || 'file',
    ),
  ]
}

function isFailure({ level }: Finding): boolean {
  return level !== 'info'
}

function suite(file: string, findings: readonly Finding[], report: Report): string {
  const cases = casesOf(findings)
  const failures = cases.filter(([, list]) => list.some(isFailure)).length
  return [
    `  <testsuite name="${escapeXml(file)}" tests="${cases.length}" failures="${failures}" errors="0" skipped="0" time="0">`,
    ...cases.map(([name, list]) => testCase(file, name, list, report)),
    '  </testsuite>',
  ].join('\n')
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
