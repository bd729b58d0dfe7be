/** Checkstyle XML, which many CI servers read. */

import type { Finding } from '../model/index.ts'
import { escapeXml } from '../text/escape.ts'
import type { Report } from './report.ts'

export function* checkstyle(report: Report): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="10.0">\n'
  for (const [file, findings] of Map.groupBy(report.findings, ({ place }) => place.file)) {
    yield `  <file name="${escapeXml(file)}">\n`
    for (const finding of findings) yield `${errorElement(finding, report)}\n`
    yield '  </file>\n'
  }
  yield '</checkstyle>\n'
}

function errorElement(finding: Finding, { messages }: Report): string {
  const { level, place, rule } = finding
  const message = escapeXml(messages.finding(finding))
  return `    <error line="${place.start.line}" column="${place.start.column}" severity="${level}" message="${message}" source="tilmash.${rule}"/>`
}
