/**
 * XLIFF 2 as a table: what each element may hold and say. From the schemas of 2.0, 2.1 and 2.2 (core and modules).
 *
 * Content: `skeleton? @* notes? unit|group+` is a sequence; `@` is any element of another namespace; `#` allows text.
 * Attributes: `id!=nmtoken` is required; `@` allows attributes of other namespaces, `&` of modules only.
 */

import { moduleUris, xliff20Uri, xliff22Uri } from '../namespaces.ts'
import { type ValueCheck, valueChecks } from './values.ts'

/** A step of a sequence. */
export interface Step {
  readonly names: readonly string[]
  readonly min: number
  readonly max: number
}

export interface AttributeRule {
  readonly type: string
  readonly check: ValueCheck
  readonly isRequired: boolean
}

export interface ElementRule {
  readonly steps: readonly Step[]
  readonly hasText: boolean
  readonly attributes: ReadonlyMap<string, AttributeRule>
  readonly hasForeignAttributes: boolean
  readonly hasModuleAttributes: boolean
}

export interface Grammar {
  readonly elements: ReadonlyMap<string, ElementRule>
  /** Attributes of modules on elements of others, by `prefix:name`. */
  readonly moduleAttributes: ReadonlyMap<string, AttributeRule>
  /** Where a module's element may stand; others stand anywhere. */
  readonly parents: ReadonlyMap<string, readonly string[]>
  readonly coreUri: string
  /** Attributes nobody knows are warnings. */
  readonly isLax: boolean
  /** The name used in these tables, or undefined for what is none of ours. */
  nameOf(uri: string, local: string): string | undefined
}

const inline = '# cp|ph|pc|sc|ec|mrk|sm|em*'
const hints = 'canCopy=yesNo canDelete=yesNo canReorder=yesNoFirstNo copyOf=nmtoken'
const code = `${hints} disp=text equiv=text dataRef=nmtoken subFlows=nmtokens subType=userValue type=codeType &`
const span = `${hints} canOverlap=yesNo dir=direction disp=text equiv=text dataRef=nmtoken isolated=yesNo subFlows=nmtokens subType=userValue type=codeType &`
const annotation = 'id!=nmtoken translate=yesNo type=markerType ref=uri value=text @'
const structure = 'canResegment=yesNo translate=yesNo srcDir=direction trgDir=direction xml:space=space'

const core = (version: '2.0' | '2.2'): Readonly<Record<string, readonly [content: string, attributes: string]>> => ({
  xliff: [
    version === '2.2' ? 'notes? mda:metadata? file+' : 'file+',
    `version!=version${version === '2.2' ? '22' : '20'} srcLang!=language trgLang=language xml:space=space @`,
  ],
  file: ['skeleton? @* notes? unit|group+', `id!=nmtoken original=text ${structure} @`],
  skeleton: ['# @*', 'href=text'],
  group: ['@* notes? unit|group*', `id!=nmtoken name=text type=userValue ${structure} @`],
  unit: ['@* notes? originalData? segment|ignorable+', `id!=nmtoken name=text type=userValue ${structure} @`],
  segment: [
    'source target?',
    `id=nmtoken canResegment=yesNo state=state subState=text${version === '2.2' ? ' pgs:case=text' : ''}`,
  ],
  ignorable: ['source target?', 'id=nmtoken'],
  notes: ['note+', ''],
  note: ['#', `id=nmtoken appliesTo=side category=text priority=priority${version === '2.2' ? ' ref=uri' : ''} @`],
  originalData: ['data+', ''],
  data: ['# cp*', 'id!=nmtoken dir=direction xml:space=preserve'],
  source: [inline, 'xml:lang=language xml:space=space'],
  target: [inline, 'xml:lang=language xml:space=space order=positive'],
  cp: ['', 'hex!=hexBinary'],
  ph: ['', `id!=nmtoken ${code}`],
  pc: [
    inline,
    `id!=nmtoken ${hints} canOverlap=yesNo dispEnd=text dispStart=text equivEnd=text equivStart=text dataRefEnd=nmtoken dataRefStart=nmtoken subFlowsEnd=nmtokens subFlowsStart=nmtokens subType=userValue type=codeType dir=direction &`,
  ],
  sc: ['', `id!=nmtoken ${span}`],
  ec: ['', `id=nmtoken startRef=nmtoken ${span}`],
  mrk: [inline, annotation],
  sm: ['', annotation],
  em: ['', 'startRef!=nmtoken'],
})

const modules = (version: '2.0' | '2.2'): Readonly<Record<string, readonly [content: string, attributes: string]>> => ({
  'mtc:matches': ['mtc:match+', ''],
  'mtc:match': [
    'mda:metadata? originalData? source target @*',
    'id=nmtoken matchQuality=percent matchSuitability=percent origin=text ref!=uri reference=yesNo similarity=percent subType=userValue type=matchType @',
  ],
  'gls:glossary': ['gls:glossEntry+', ''],
  'gls:glossEntry': ['gls:term gls:translation* gls:definition? @*', 'id=nmtoken ref=uri @'],
  'gls:term': ['#', 'source=text @'],
  'gls:translation': ['#', 'id=nmtoken ref=uri source=text @'],
  'gls:definition': ['#', 'source=text @'],
  'mda:metadata': ['mda:metaGroup+', 'id=nmtoken'],
  'mda:metaGroup': ['mda:metaGroup|mda:meta+', 'id=nmtoken category=text appliesTo=metaSide'],
  'mda:meta': ['#', 'type!=text'],
  'res:resourceData': ['res:resourceItemRef* res:resourceItem*', ''],
  'res:resourceItemRef': ['', 'id=nmtoken ref!=nmtoken @'],
  'res:resourceItem': [
    version === '2.2' ? 'notes? res:source? res:target? res:reference*' : 'res:source? res:target? res:reference*',
    'mimeType=text id=nmtoken context=yesNo @',
  ],
  'res:source': ['@*', 'href=text xml:lang=language @'],
  'res:target': ['@*', 'href=text xml:lang=language @'],
  'res:reference': ['', 'href!=text xml:lang=language @'],
  'slr:profiles': ['slr:normalization? @*', 'generalProfile=text storageProfile=text'],
  'slr:normalization': ['', 'general=normalization storage=normalization'],
  'slr:data': ['@*', 'profile!=text @'],
  'val:validation': ['val:rule+', '@'],
  'val:rule': [
    '',
    'isPresent=text occurs=positive isNotPresent=text startsWith=text endsWith=text existsInSource=yesNo caseSensitive=yesNo normalization=normalization disabled=yesNo @',
  ],
  'ctr:changeTrack': ['ctr:revisions+', ''],
  'ctr:revisions': ['ctr:revision+', 'appliesTo!=nmtoken ref=nmtoken currentVersion=nmtoken @'],
  'ctr:revision': ['ctr:item+', 'author=text datetime=text version=nmtoken @'],
  'ctr:item': ['#', 'property!=text @'],
  'its:locQualityIssues': ['its:locQualityIssue+', 'xml:id!=nmtoken version=itsVersion'],
  'its:locQualityIssue': [
    '',
    'version=itsVersion locQualityIssueType=issueType locQualityIssueComment=text locQualityIssueSeverity=percent locQualityIssueProfileRef=uri locQualityIssueEnabled=yesNo',
  ],
  'its:provenanceRecords': ['its:provenanceRecord+', 'xml:id!=nmtoken version=itsVersion'],
  'its:provenanceRecord': [
    '',
    'version=itsVersion org=text orgRef=uri person=text personRef=uri revOrg=text revOrgRef=uri revPerson=text revPersonRef=uri revTool=text revToolRef=uri tool=text toolRef=uri',
  ],
})

const moduleAttributes =
  'fs:fs=htmlElement fs:subFs=text slr:equivStorage=sizes slr:sizeInfo=sizes slr:sizeInfoRef=nmtoken slr:sizeRestriction=sizeRestriction slr:storageRestriction=storageRestriction ' +
  'its:version=itsVersion its:allowedCharacters=text its:annotatorsRef=text its:localeFilterList=text its:localeFilterType=filterType ' +
  'its:locQualityIssueComment=text its:locQualityIssueEnabled=yesNo its:locQualityIssueProfileRef=uri its:locQualityIssuesRef=uri its:locQualityIssueSeverity=percent its:locQualityIssueType=issueType ' +
  'its:locQualityRatingProfileRef=uri its:locQualityRatingScore=percent its:locQualityRatingScoreThreshold=percent its:locQualityRatingVote=integer its:locQualityRatingVoteThreshold=integer its:mtConfidence=ratio ' +
  'its:org=text its:orgRef=uri its:person=text its:personRef=uri its:provenanceRecordsRef=uri its:revOrg=text its:revOrgRef=uri its:revPerson=text its:revPersonRef=uri its:revTool=text its:revToolRef=uri ' +
  'its:taClassRef=uri its:taConfidence=ratio its:taIdent=text its:taIdentRef=uri its:taSource=text its:termConfidence=ratio its:tool=text its:toolRef=uri ' +
  'itsm:domains=text itsm:lang=language pgs:switch=text pgs:case=text'

const parents: ReadonlyMap<string, readonly string[]> = new Map([
  ['mtc:matches', ['unit']],
  ['gls:glossary', ['unit']],
  ['res:resourceData', ['file', 'group', 'unit']],
  ['slr:profiles', ['file']],
  ['slr:data', ['file', 'group', 'unit']],
  ['val:validation', ['file', 'group', 'unit']],
])

/** 2.1 has a change tracking of its own; only that of 2.0 has a schema here. */
const changeTrackingUri = 'urn:oasis:names:tc:xliff:changetracking:2.0'

function grammarOf(version: '2.0' | '2.2'): Grammar {
  const coreUri = version === '2.2' ? xliff22Uri : xliff20Uri
  const prefixes = new Map<string, string>([
    ...Object.entries(moduleUris).map(([prefix, uri]) => [uri, prefix] as const),
    [changeTrackingUri, 'ctr'],
  ])
  prefixes.delete(moduleUris.tilmash)
  const elements = Object.entries({ ...core(version), ...modules(version) })
  return {
    elements: new Map(elements.map(([name, [content, attributes]]) => [name, elementRule(content, attributes)])),
    moduleAttributes: attributeRules(moduleAttributes),
    parents,
    coreUri,
    isLax: false,
    nameOf(uri, local) {
      if (uri === coreUri) return local
      const prefix = prefixes.get(uri)
      return prefix === undefined ? undefined : `${prefix}:${local}`
    },
  }
}

/** Content and attributes in the notation at the head of the file. */
export function elementRule(content: string, attributes: string): ElementRule {
  const words = content.split(' ').filter(word => word !== '')
  return {
    steps: words.filter(word => word !== '#').map(stepOf),
    hasText: words.includes('#'),
    attributes: attributeRules(attributes),
    hasForeignAttributes: attributes.split(' ').includes('@'),
    hasModuleAttributes: /(?:^| )[@&](?: |$)/.test(attributes),
  }
}

function stepOf(word: string): Step {
  const sign = /[?*+]$/.exec(word)?.[0] ?? ''
  const names = word.slice(0, word.length - sign.length).split('|')
  return {
    names,
    min: sign === '?' || sign === '*' ? 0 : 1,
    max: sign === '*' || sign === '+' ? Number.POSITIVE_INFINITY : 1,
  }
}

function attributeRules(attributes: string): ReadonlyMap<string, AttributeRule> {
  const rules = new Map<string, AttributeRule>()
  for (const word of attributes.split(' ')) {
    const found = /^([^!=]+)(!?)=(\w+)$/.exec(word)
    if (found === null) continue
    const [, name = '', sign, type = 'text'] = found
    const check = valueChecks[type]
    if (check === undefined) throw new RangeError(`no value type ${type}`)
    rules.set(name, { type, check, isRequired: sign === '!' })
  }
  return rules
}

/** By the namespace of the core. */
export const grammars2: ReadonlyMap<string, Grammar> = new Map([
  [xliff20Uri, grammarOf('2.0')],
  [xliff22Uri, grammarOf('2.2')],
])
