/** Rules of the ITS module of XLIFF 2.1 and 2.2. */

import { attributeOf, childElements, type XmlAttribute, type XmlElement, xmlUri } from '../../xml/index.ts'
import { moduleUris } from '../namespaces.ts'
import { attribute, type Check, shown } from './check.ts'

const { its, itsm } = moduleUris

export function checkIts(check: Check, root: XmlElement): void {
  if (!check.text.includes(its) && !check.text.includes(itsm)) return
  const walk = (element: XmlElement, hasVersion: boolean, unit: XmlElement | undefined): void => {
    const isBound =
      hasVersion ||
      attributeOf(element, 'version', its) !== undefined ||
      (element.uri === its && attribute(element, 'version') !== undefined)
    const opened = check.shell.open(element)
    const inside = opened.local === 'unit' && opened.uri === root.uri ? opened : unit
    checkElement(check, opened, isBound, inside)
    for (const child of childElements(opened)) walk(child, isBound, inside)
  }
  walk(root, false, undefined)
}

function checkElement(check: Check, element: XmlElement, isBound: boolean, unit: XmlElement | undefined): void {
  if (element.uri === its) checkRecord(check, element)
  const own = element.attributes.filter(({ uri }) => uri === its || uri === itsm)
  const [first] = own
  if (first === undefined) return
  if (!isBound) check.report('xliff/its:version', element, { attribute: first.name })
  const has = (local: string): boolean => own.some(one => one.local === local)
  for (const [one, others] of exclusive) {
    const clash = has(one) ? others.find(has) : undefined
    if (clash !== undefined)
      check.report('xliff/its:exclusive', element, { data: { one: `its:${one}`, other: `its:${clash}` } })
  }
  for (const [one, others] of dependent) {
    if (has(one) && !others.some(has))
      check.report('xliff/its:together', element, { data: { one: `its:${one}`, other: `its:${others[0]}` } })
  }
  if (has('taSource') !== has('taIdent'))
    check.report('xliff/its:together', element, { data: { one: 'its:taSource', other: 'its:taIdent' } })
  if (element.local === 'mrk' || element.local === 'sm') checkMarkerType(check, element, own)
  for (const name of ['locQualityIssuesRef', 'provenanceRecordsRef']) {
    const ref = attributeOf(element, name, its)
    if (ref === undefined || unit === undefined) continue
    if (!hasRecords(unit, ref)) check.report('xliff/reference:its', element, { data: { value: shown(ref) } })
  }
  const annotators = attributeOf(element, 'annotatorsRef', its)
  if (annotators !== undefined) checkAnnotators(check, element, annotators)
}

/** Attributes that stand in for each other. */
const exclusive: readonly (readonly [one: string, others: readonly string[]])[] = [
  [
    'locQualityIssuesRef',
    [
      'locQualityIssueType',
      'locQualityIssueComment',
      'locQualityIssueSeverity',
      'locQualityIssueProfileRef',
      'locQualityIssueEnabled',
    ],
  ],
  ['locQualityRatingScore', ['locQualityRatingVote']],
  ['taIdentRef', ['taSource', 'taIdent']],
  [
    'provenanceRecordsRef',
    [
      'org',
      'orgRef',
      'person',
      'personRef',
      'revOrg',
      'revOrgRef',
      'revPerson',
      'revPersonRef',
      'revTool',
      'revToolRef',
      'tool',
      'toolRef',
    ],
  ],
]

/** Attributes that say more of another, which must be there: one of those named. */
const dependent: readonly (readonly [one: string, others: readonly string[]])[] = [
  ['locQualityRatingScoreThreshold', ['locQualityRatingScore']],
  ['locQualityRatingVoteThreshold', ['locQualityRatingVote']],
  ['localeFilterType', ['localeFilterList']],
  ['locQualityIssueSeverity', ['locQualityIssueType', 'locQualityIssueComment']],
  ['locQualityIssueProfileRef', ['locQualityIssueType', 'locQualityIssueComment']],
  ['locQualityIssueEnabled', ['locQualityIssueType', 'locQualityIssueComment']],
]

/** Data categories that make a marker an ITS annotation. */
const needGeneric = new Set([
  'annotatorsRef',
  'locQualityIssuesRef',
  'locQualityRatingScore',
  'locQualityRatingVote',
  'taIdentRef',
  'taSource',
  'taIdent',
  'taClassRef',
  'lang',
  'mtConfidence',
  'provenanceRecordsRef',
  'allowedCharacters',
  'domains',
  'localeFilterList',
])

function checkMarkerType(check: Check, element: XmlElement, own: readonly XmlAttribute[]): void {
  const type = attribute(element, 'type')
  if (
    type === undefined ||
    type === 'its:generic' ||
    type === 'its:any' ||
    type === 'its:its' ||
    type === 'term' ||
    type === 'its:term-no'
  )
    return
  const found = own.find(({ local }) => needGeneric.has(local))
  if (found !== undefined)
    check.report('xliff/its:type', element, { attribute: 'type', data: { attribute: found.name, value: shown(type) } })
}

function hasRecords(unit: XmlElement, ref: string): boolean {
  const id = /^#(?:.*\/)?its=(.+)$/s.exec(ref)?.[1]
  if (id === undefined) return false
  const find = (element: XmlElement): boolean =>
    childElements(element).some(child => (child.uri === its && attributeOf(child, 'id', xmlUri) === id) || find(child))
  return find(unit)
}

function checkRecord(check: Check, element: XmlElement): void {
  const has = (local: string): boolean => element.attributes.some(one => one.local === local)
  if (element.local === 'locQualityIssue' && !has('locQualityIssueType') && !has('locQualityIssueComment')) {
    check.report('xliff/missing-attribute', element, { data: { attribute: 'locQualityIssueType' } })
  }
  if (
    element.local === 'provenanceRecord' &&
    !element.attributes.some(({ local }) => local !== 'version' && local !== 'xmlns')
  ) {
    check.report('xliff/missing-attribute', element, { data: { attribute: 'tool' } })
  }
}

/** ITS 2.0, section 5.7: `category|IRI`, blanks between, each category once. */
function checkAnnotators(check: Check, element: XmlElement, value: string): void {
  const seen = new Set<string>()
  for (const item of value.trim().split(/\s+/)) {
    const [category = '', iri] = item.split('|')
    if (!categories.has(category) || iri === undefined || iri === '') {
      check.report('xliff/its:annotators', element, { data: { value: shown(item) } })
      return
    }
    if (seen.has(category)) check.report('xliff/its:annotators-twice', element, { data: { value: shown(category) } })
    seen.add(category)
  }
}

const categories = new Set([
  'allowed-characters',
  'directionality',
  'domain',
  'elements-within-text',
  'external-resource',
  'id-value',
  'language-information',
  'locale-filter',
  'localization-note',
  'localization-quality-issue',
  'localization-quality-rating',
  'mt-confidence',
  'preserve-space',
  'provenance',
  'storage-size',
  'target-pointer',
  'terminology',
  'text-analysis',
  'translate',
])
