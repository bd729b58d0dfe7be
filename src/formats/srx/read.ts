/** Reads SRX 2.0, and 1.0 with a warning. Patterns are kept as written; the segmenter judges them. */

import {
  Failure,
  type Finding,
  type LanguageMap,
  type LanguageRule,
  type Place,
  type SegmentationRule,
  type SegmentationRules,
} from '../../model/index.ts'
import { type LineIndex, lineIndex } from '../../text/lines.ts'
import { formFinding } from '../finding.ts'
import {
  attributeOf,
  childElements,
  decodeXml,
  findChild,
  parseXmlTree,
  textOf,
  type XmlElement,
} from '../xml/index.ts'

export interface Srx {
  readonly rules: SegmentationRules
  /** `2.0` or `1.0`. */
  readonly version: string
  /** Rules `srx/…`. */
  readonly findings: readonly Finding[]
}

export const srxUri = 'http://www.lisa.org/srx20'

/**
 * Reads segmentation rules. Every rule and map knows its line.
 * @throws Failure `srx.not-srx`, `srx.missing-element`, `srx.missing-attribute`, `srx.unknown-rule` (a map names a rule that
 *   is not there), `srx.duplicate-rule`, `xml.*`, `encoding.*`, with place.
 */
export function readSrx(bytes: Uint8Array, { file }: { readonly file: string }): Srx {
  const { text } = decodeXml(bytes, { file })
  const root = parseXmlTree(text, { file })
  const source: Source = { file, text, lines: lineIndex(text) }
  if (root.local !== 'srx') throw fail(source, 'srx.not-srx', root, { found: root.name.slice(0, 60) })
  const version = attributeOf(root, 'version') ?? ''
  const header = findChild(root, 'header')
  const body = childOf(source, root, 'body')
  const languageRules = readLanguageRules(source, childOf(source, body, 'languagerules'))
  const names = new Set(languageRules.map(rule => rule.name))
  return {
    version,
    findings: findingsOf(source, root, version),
    rules: {
      cascade: header !== undefined && attributeOf(header, 'cascade') === 'yes',
      segmentSubflows: header === undefined || attributeOf(header, 'segmentsubflows') !== 'no',
      formatHandles: formatHandles(header),
      languageRules,
      languageMaps: readLanguageMaps(source, childOf(source, body, 'maprules'), names),
    },
  }
}

interface Source {
  readonly file: string
  readonly text: string
  readonly lines: LineIndex
}

function findingsOf(source: Source, root: XmlElement, version: string): readonly Finding[] {
  const place = placeOf(source, root)
  if (version !== '2.0') {
    return [formFinding({ rule: 'srx/version', level: 'warning', place, data: { version: version.slice(0, 20) } })]
  }
  if (root.uri === srxUri) return []
  return [formFinding({ rule: 'srx/namespace', level: 'warning', place, data: { expected: srxUri } })]
}

/** Defaults of SRX 2.0, section 2.2.2: an end code belongs to the segment before, the others do not. */
function formatHandles(header: XmlElement | undefined): SegmentationRules['formatHandles'] {
  const handles = new Map(
    (header === undefined ? [] : childElements(header))
      .filter(child => child.local === 'formathandle')
      .map(child => [attributeOf(child, 'type'), attributeOf(child, 'include')]),
  )
  return {
    start: handles.get('start') === 'yes',
    end: handles.get('end') !== 'no',
    isolated: handles.get('isolated') === 'yes',
  }
}

function readLanguageRules(source: Source, parent: XmlElement): readonly LanguageRule[] {
  const seen = new Set<string>()
  return childElements(parent)
    .filter(child => child.local === 'languagerule')
    .map(child => {
      const name = requiredAttribute(source, child, 'languagerulename')
      if (seen.has(name)) throw fail(source, 'srx.duplicate-rule', child, { name })
      seen.add(name)
      return { name, rules: readRules(source, child) }
    })
}

function readRules(source: Source, languageRule: XmlElement): readonly SegmentationRule[] {
  let id: string | undefined
  const rules: SegmentationRule[] = []
  for (const node of languageRule.children) {
    if (node.kind === 'comment') id = ruleComment.exec(source.text.slice(node.start, node.end))?.[1]
    if (node.kind !== 'element' || node.local !== 'rule') continue
    const [before, after] = [findChild(node, 'beforebreak'), findChild(node, 'afterbreak')]
    rules.push({
      isBreak: attributeOf(node, 'break') !== 'no',
      before: before === undefined ? '' : textOf(before),
      after: after === undefined ? '' : textOf(after),
      ...(id === undefined ? {} : { id }),
      line: source.lines.position((before ?? node).start).line,
    })
    id = undefined
  }
  return rules
}

/** SRX has no place for the name of a rule: it stands in a comment before it. */
const ruleComment = /^<!-- rule: (\S.*?) -->$/

/** SRX 1.0 has maps inside `<maprule>`. */
function readLanguageMaps(source: Source, parent: XmlElement, names: ReadonlySet<string>): readonly LanguageMap[] {
  return childElements(parent)
    .flatMap(child => (child.local === 'maprule' ? childElements(child) : [child]))
    .filter(child => child.local === 'languagemap')
    .map(child => {
      const pattern = requiredAttribute(source, child, 'languagepattern')
      const languageRule = requiredAttribute(source, child, 'languagerulename')
      if (!names.has(languageRule)) throw fail(source, 'srx.unknown-rule', child, { name: languageRule })
      return { pattern, languageRule, line: source.lines.position(child.start).line }
    })
}

function childOf(source: Source, parent: XmlElement, name: string): XmlElement {
  const child = findChild(parent, name)
  if (child === undefined) throw fail(source, 'srx.missing-element', parent, { element: name, parent: parent.name })
  return child
}

function requiredAttribute(source: Source, at: XmlElement, name: string): string {
  const value = attributeOf(at, name)
  if (value === undefined) throw fail(source, 'srx.missing-attribute', at, { attribute: name, element: at.name })
  return value
}

function fail(source: Source, code: string, at: XmlElement, data: Record<string, string>): Failure {
  return new Failure(code, { data, place: placeOf(source, at) })
}

function placeOf({ lines, file }: Source, at: XmlElement): Place {
  return lines.place(file, { start: at.start, end: at.contentStart })
}
