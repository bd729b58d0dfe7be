/** SRX 2.0 as its schema and its prose say; 1.0 as its DTD says. */

import type { Finding, Place } from '../../model/index.ts'
import { lineIndex } from '../../text/lines.ts'
import { formFinding } from '../finding.ts'
import { element, type Grammar } from '../grammar.ts'
import { structureFindings } from '../structure.ts'
import { attributeOf, childElements, decodeXml, findChild, parseXmlTree, type XmlElement } from '../xml/index.ts'
import { srxUri } from './read.ts'

/** srx20.xsd. `mixed` without type in before- and afterbreak means text alone. */
const grammar20: Grammar = {
  uri: srxUri,
  foreignIn: new Set(['header']),
  elements: new Map([
    ['srx', element('header, body', 'version!=2.0')],
    ['header', element('formathandle*', 'segmentsubflows!=yes|no cascade!=yes|no')],
    ['formathandle', element('', 'type!=start|end|isolated include!=yes|no')],
    ['body', element('languagerules, maprules', '')],
    ['languagerules', element('languagerule+', '')],
    ['languagerule', element('rule+', 'languagerulename!')],
    ['rule', element('beforebreak?, afterbreak?', 'break=yes|no')],
    ['beforebreak', element('#text', '')],
    ['afterbreak', element('#text', '')],
    ['maprules', element('languagemap+', '')],
    ['languagemap', element('', 'languagepattern! languagerulename!')],
  ]),
}

/** srx.dtd of 1.0; many files of that version already have maps outside `maprule` and the attributes of 2.0. */
const grammar10: Grammar = {
  uri: '',
  foreignIn: new Set(['header']),
  elements: new Map([
    ...grammar20.elements,
    ['srx', element('header, body', 'version!=1.0')],
    ['header', element('formathandle*', 'segmentsubflows!=yes|no cascade=yes|no')],
    ['body', element('languagerules?, maprules?', '')],
    ['maprules', element('(maprule|languagemap)+', '')],
    ['maprule', element('languagemap+', 'maprulename!')],
  ]),
}

/**
 * All faults of a file: structure, a map that names no rule, two rules of one name, two handles of one type, an old version.
 * Patterns are not judged here.
 * @throws Failure `xml.*`, `encoding.*` where it is not well-formed.
 */
export function validateSrx(bytes: Uint8Array, { file }: { readonly file: string }): readonly Finding[] {
  const { text } = decodeXml(bytes, { file })
  const root = parseXmlTree(text, { file })
  const lines = lineIndex(text)
  const placeOf = (at: XmlElement): Place => lines.place(file, { start: at.start, end: at.contentStart })
  if (root.local !== 'srx') {
    return [formFinding({ rule: 'srx/root', place: placeOf(root), data: { found: root.name.slice(0, 60) } })]
  }
  const version = attributeOf(root, 'version') ?? ''
  const isOld = version === '1.0'
  const findings: Finding[] = []
  if (isOld)
    findings.push(formFinding({ rule: 'srx/version', level: 'warning', place: placeOf(root), data: { version } }))
  if (!isOld && root.uri !== srxUri) {
    findings.push(formFinding({ rule: 'srx/namespace', place: placeOf(root), data: { expected: srxUri } }))
  }
  const grammar = isOld ? grammar10 : grammar20
  findings.push(...structureFindings(root, { ...grammar, uri: root.uri }, 'srx', placeOf))
  findings.push(...references(root, placeOf))
  return findings
}

function references(root: XmlElement, placeOf: (at: XmlElement) => Place): readonly Finding[] {
  const findings: Finding[] = []
  const report = (rule: 'duplicate-handle' | 'duplicate-rule' | 'unknown-rule', at: XmlElement, name: string): void => {
    findings.push(formFinding({ rule: `srx/${rule}`, place: placeOf(at), data: { name: name.slice(0, 100) } }))
  }
  const unique = (elements: readonly XmlElement[], attribute: string, rule: 'duplicate-handle' | 'duplicate-rule') => {
    const seen = new Set<string>()
    for (const each of elements) {
      const name = attributeOf(each, attribute)
      if (name === undefined) continue
      if (seen.has(name)) report(rule, each, name)
      seen.add(name)
    }
    return seen
  }
  const header = findChild(root, 'header')
  const body = findChild(root, 'body')
  if (header !== undefined) unique(named(header, 'formathandle'), 'type', 'duplicate-handle')
  const rules = body && findChild(body, 'languagerules')
  const maps = body && findChild(body, 'maprules')
  const names =
    rules === undefined ? new Set<string>() : unique(named(rules, 'languagerule'), 'languagerulename', 'duplicate-rule')
  const list =
    maps === undefined
      ? []
      : [...named(maps, 'languagemap'), ...named(maps, 'maprule').flatMap(each => named(each, 'languagemap'))]
  for (const map of list) {
    const name = attributeOf(map, 'languagerulename')
    if (name !== undefined && !names.has(name)) report('unknown-rule', map, name)
  }
  return findings
}

function named(parent: XmlElement, name: string): readonly XmlElement[] {
  return childElements(parent).filter(child => child.local === name)
}
