/** GitLab's code quality report. */

import type { Level } from '../model/index.ts'
import { jsonPieces } from './json-pieces.ts'
import type { Report } from './report.ts'
import { repositoryPath } from './repository-path.ts'

const severities = { error: 'major', warning: 'minor', info: 'info' } as const satisfies Record<Level, string>

export function* gitlab(report: Report): Generator<string> {
  const { findings, messages } = report
  const seen = new Map<string, number>()
  const list = findings.values().map(finding => {
    const { rule, level, place, fingerprint } = finding
    // GitLab drops equal fingerprints: the second finding of a kind on one segment gets a number.
    const count = (seen.get(fingerprint) ?? 0) + 1
    seen.set(fingerprint, count)
    return {
      description: messages.finding(finding),
      check_name: rule,
      fingerprint: count === 1 ? fingerprint : `${fingerprint}-${count}`,
      severity: severities[level],
      location: { path: repositoryPath(finding, report), lines: { begin: place.start.line, end: place.end.line } },
    }
  })
  yield* jsonPieces(list)
  yield '\n'
}
