/** SARIF 2.1.0 (OASIS) for code scanning: full rule descriptions, UTF-16 columns, relative URIs, stable fingerprints, fixes. */

import type { Finding, Level, Place, RuleDescription } from '../model/index.ts'
import { jsonPieces } from './json-pieces.ts'
import { replacement } from './replacement.ts'
import type { Report } from './report.ts'
import { repositoryPath } from './repository-path.ts'

const levelNames = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Level, string>

/** Where the pages of the rules can be read. */
const pages = 'https://www.npmjs.com/package/tilmash'

export function* sarif(report: Report): Generator<string> {
  const rules = rulesThatOccur(report)
  const index = new Map(rules.map(({ id }, position) => [id, position]))
  yield* jsonPieces({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'tilmash',
            version: report.version,
            semanticVersion: report.version,
            informationUri: 'https://www.npmjs.com/package/tilmash',
            rules: rules.map(rule => ruleRecord(rule, report)),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: report.messages.report('sarif.root') } } },
        automationDetails: { id: 'tilmash/check/' },
        results: report.findings.values().map(finding => resultRecord(finding, index.get(finding.rule) ?? 0, report)),
      },
    ],
  })
  yield '\n'
}

/** Described rules, and bare ones for findings whose rule came without a description. */
function rulesThatOccur({ findings, rules }: Report): readonly RuleDescription[] {
  const known = new Map(rules.map(rule => [rule.id, rule]))
  const ids = [...new Set(findings.map(({ rule }) => rule))].sort()
  return ids.map(
    id =>
      known.get(id) ?? {
        id,
        level: findings.find(({ rule }) => rule === id)?.level ?? 'warning',
        its: 'other',
        mqm: 'other',
      },
  )
}

function ruleRecord({ id, level, its, mqm }: RuleDescription, report: Report): Record<string, unknown> {
  const title = report.messages.ruleTitle(id)
  const page = report.rulePage?.(id)
  return {
    id,
    name: pascalCase(id),
    shortDescription: { text: title },
    fullDescription: { text: page === undefined ? title : firstSentences(page) },
    help: { text: page ?? title, markdown: page ?? title },
    helpUri: pages,
    defaultConfiguration: { level: level === 'off' ? 'none' : levelNames[level] },
    properties: {
      tags: ['translation', `its/${its}`, `mqm/${mqm}`],
      precision: 'high',
      'problem.severity': problemSeverity(level),
    },
  }
}

/** What the rule finds and why: the paragraphs of its page that are neither heading nor table, before the first example. */
function firstSentences(page: string): string {
  const paragraphs = (page.split(/^## /m)[0] ?? '')
    .split(/\n{2,}/)
    .map(paragraph => paragraph.trim())
    .filter(paragraph => paragraph !== '' && !/^[#|]/.test(paragraph))
  return paragraphs.join(' ').replaceAll(/\s+/g, ' ')
}

function problemSeverity(level: RuleDescription['level']): string {
  return level === 'error' ? 'error' : level === 'warning' ? 'warning' : 'recommendation'
}

/** `numbers/mismatch` → `NumbersMismatch`, as SARIF wants the names of rules. */
function pascalCase(id: string): string {
  return id.replace(/(?:^|[/-])([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

function resultRecord(finding: Finding, ruleIndex: number, report: Report): Record<string, unknown> {
  const { rule, level, place, related, fingerprint, unit, segment, language } = finding
  const logical = [unit, segment].filter(part => part !== undefined).join('/')
  return {
    ruleId: rule,
    ruleIndex,
    level: levelNames[level],
    message: { text: report.messages.finding(finding) },
    locations: [
      {
        physicalLocation: physicalLocation(place, report),
        ...(logical !== '' && { logicalLocations: [{ fullyQualifiedName: logical, kind: 'resource' }] }),
      },
    ],
    ...(related.length > 0 && {
      relatedLocations: related.map(({ place: where, text }, id) => ({
        id,
        physicalLocation: physicalLocation(where, report),
        ...(text !== undefined && { message: { text } }),
      })),
    }),
    ...fixRecord(finding, report),
    partialFingerprints: { 'tilmash/v1': fingerprint },
    ...(language !== undefined && { properties: { language } }),
  }
}

/** A safe fix as an edit of the file, where the place is just what is replaced. */
function fixRecord(finding: Finding, report: Report): Record<string, unknown> {
  const text = replacement(finding)
  if (text === undefined) return {}
  const { artifactLocation, region } = physicalLocation(finding.place, report)
  return {
    fixes: [
      { artifactChanges: [{ artifactLocation, replacements: [{ deletedRegion: region, insertedContent: { text } }] }] },
    ],
  }
}

function physicalLocation(place: Place, report: Report): Record<'artifactLocation' | 'region', unknown> {
  const { start, end } = place
  return {
    artifactLocation: artifactLocation(repositoryPath({ place }, report)),
    region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
  }
}

/** SARIF allows a base only for relative paths; a file outside the repository is named as a whole. */
function artifactLocation(path: string): Record<string, unknown> {
  const drive = /^[a-z]:\//i.test(path) ? '/' : ''
  if (drive !== '' || path.startsWith('/')) return { uri: `file://${drive}${encodeUri(path).replace('%3A', ':')}` }
  return { uri: encodeUri(path), uriBaseId: '%SRCROOT%' }
}

function encodeUri(file: string): string {
  return file.split('/').map(encodeURIComponent).join('/')
}
