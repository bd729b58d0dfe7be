/** Checkstyle XML, which many CI servers read. */

import type { Finding } from '../model/index.ts'
import { escapeXml } from '../text/escape.ts'
import type { Report } from './report.ts'

export function checkstyle(report: Report): string {
  const files = [...Map.groupBy(report.findings, ({ place }) => place.file)].map(([file, findings]) =>
    [`  <file name="${escapeXml(file)}">`, ...findings.map(finding => errorElement(finding, report)), '  </file>'].join(
      '\n',
    ),
  )
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<checkstyle version="10.0">', ...files, '</checkstyle>', ''].join(
    '\n',
  )
}

function errorElement(finding: Finding, { messages }: Report): string {
  const { level, place, rule } = finding
  const message = escapeXml(messages.finding(finding))
  return `    <error line="${place.start.line}" column="${place.start.column}" severity="${level}" message="${message}" source="tilmash.${rule}"/>`
}
