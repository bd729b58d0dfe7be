/** TBX as its schemas and Schematron rules say: structure, dialect and style, data categories, ids and references. */

import { type Finding, language, type Place, type RuleId } from '../../model/index.ts'
import { lineIndex } from '../../text/lines.ts'
import { formFinding } from '../finding.ts'
import { structureFindings } from '../structure.ts'
import { attributeOf, childElements, decodeXml, parseXmlTree, textOf, type XmlElement } from '../xml/index.ts'
import { type Category, categories, type Level, modulesOf, moduleUris } from './categories.ts'
import { dcaGrammar, dctGrammar, martifGrammar } from './grammar.ts'
import { tbxUri } from './write.ts'

/**
 * All faults of a file: 2019 by its dialect and style, the older martif by its DTD.
 * @throws Failure `xml.*`, `encoding.*` where it is not well-formed.
 */
export function validateTbx(bytes: Uint8Array, { file }: { readonly file: string }): readonly Finding[] {
  const { text } = decodeXml(bytes, { file })
  const root = parseXmlTree(text, { file })
  const lines = lineIndex(text)
  const placeOf = (at: XmlElement): Place => lines.place(file, { start: at.start, end: at.contentStart })
  const findings: Finding[] = []
  const report: Report = (rule, at, data) => {
    findings.push(formFinding({ rule, place: placeOf(at), data }))
  }
  if (root.local === 'martif') {
    findings.push(...structureFindings(root, { ...martifGrammar, uri: root.uri }, 'tbx', placeOf))
    checkIds(root, false, report)
  } else if (root.local === 'tbx') {
    if (root.uri !== tbxUri) report('tbx/namespace', root, { expected: tbxUri })
    const isDct = attributeOf(root, 'style') === 'dct'
    findings.push(...structureFindings(root, { ...(isDct ? dctGrammar : dcaGrammar), uri: root.uri }, 'tbx', placeOf))
    const dialect = attributeOf(root, 'type') ?? ''
    if (!/^TBX-./.test(dialect)) report('tbx/dialect', root, { dialect: dialect.slice(0, 60) })
    checkCategories(root, dialect, isDct, report)
    checkIds(root, true, report)
  } else report('tbx/root', root, { found: root.name.slice(0, 60) })
  return findings.toSorted(
    (a, b) => a.place.start.line - b.place.start.line || a.place.start.column - b.place.start.column,
  )
}

type Report = (rule: RuleId, at: XmlElement, data: Readonly<Record<string, string>>) => void

const metaElements: ReadonlySet<string> = new Set([
  'admin',
  'descrip',
  'ref',
  'termNote',
  'transac',
  'transacNote',
  'xref',
])

/** Every data category: known in the dialect, at its level, with a value of its list. */
function checkCategories(root: XmlElement, dialect: string, isDct: boolean, report: Report): void {
  const modules = modulesOf(dialect)
  const walk = (at: XmlElement, level: Level | undefined): void => {
    const own = at.local === 'conceptEntry' || at.local === 'langSec' || at.local === 'termSec' ? at.local : level
    for (const child of childElements(at)) {
      const name = categoryName(child, root.uri, isDct)
      if (name !== undefined && own !== undefined && modules !== undefined) {
        checkCategory(child, name, own, modules, dialect, isDct, report)
      }
      walk(child, own)
    }
  }
  walk(root, undefined)
}

function categoryName(at: XmlElement, uri: string, isDct: boolean): string | undefined {
  if (isDct) return at.uri === uri ? undefined : at.local
  return at.uri === uri && metaElements.has(at.local) ? attributeOf(at, 'type') : undefined
}

function checkCategory(
  at: XmlElement,
  name: string,
  level: Level,
  modules: readonly string[],
  dialect: string,
  isDct: boolean,
  report: Report,
): void {
  const found = categories.get(name)
  const category: Category | undefined =
    found !== undefined && (isDct ? moduleUris.get(at.uri) === found.module : found.meta === at.local)
      ? found
      : undefined
  if (category === undefined || !modules.includes(category.module)) {
    report('tbx/category', at, { category: name.slice(0, 60), element: at.name, dialect })
    return
  }
  if (!category.levels.includes(level)) {
    report('tbx/category-level', at, { category: name, element: level, expected: category.levels.join(', ') })
  }
  const content = textOf(at).trim()
  if (category.values !== undefined && !category.values.includes(content)) {
    report('tbx/category-value', at, {
      category: name,
      value: content.slice(0, 60),
      expected: category.values.join(', '),
    })
  }
}

/** Ids unique and well made, targets that exist, dates and language tags. */
function checkIds(root: XmlElement, isNew: boolean, report: Report): void {
  const elements: XmlElement[] = []
  const collect = (at: XmlElement): void => {
    elements.push(at)
    for (const child of childElements(at)) collect(child)
  }
  collect(root)
  const ids = new Set<string>()
  for (const at of elements) {
    const id = attributeOf(at, 'id')
    if (id === undefined) continue
    if (ids.has(id)) report('tbx/duplicate-id', at, { id: id.slice(0, 100) })
    if (!/^[\p{L}_][\p{L}\p{M}\p{Nd}._·-]*$/u.test(id)) report('tbx/invalid-id', at, { id: id.slice(0, 100) })
    ids.add(id)
  }
  for (const at of elements) {
    const target = attributeOf(at, 'target')
    if (target !== undefined && isNew && !ids.has(target) && !/^https?:\/\/./.test(target)) {
      report('tbx/target', at, { target: target.slice(0, 100) })
    }
    if (isNew && at.local === 'date' && !isDate(textOf(at).trim())) {
      report('tbx/date', at, { value: textOf(at).trim().slice(0, 40) })
    }
    if (isNew) checkInlineCodes(at, report)
    const tag = at.attributes.find(each => each.name === 'xml:lang')?.value
    if (tag !== undefined && !isTag(tag)) report('tbx/invalid-language', at, { language: tag.slice(0, 60) })
  }
}

/** Codes of a text: a start with its end in the same text is not isolated and the end names it; a lone end has an id. */
function checkInlineCodes(parent: XmlElement, report: Report): void {
  const codes = childElements(parent).filter(child => child.local === 'sc' || child.local === 'ec')
  const firstStart = codes.findIndex(code => code.local === 'sc')
  const lastEnd = codes.findLastIndex(code => code.local === 'ec')
  codes.forEach((code, i) => {
    const isStart = code.local === 'sc'
    const hasPartner = isStart ? lastEnd > i : firstStart >= 0 && firstStart < i
    const isolated = attributeOf(code, 'isolated')
    const data = { element: code.name }
    if (hasPartner ? isolated === 'yes' : isolated === 'no') report('tbx/inline-isolated', code, data)
    if (!isStart && hasPartner && attributeOf(code, 'startRef') === undefined) report('tbx/inline-start', code, data)
    if (!isStart && !hasPartner && attributeOf(code, 'id') === undefined) report('tbx/inline-id', code, data)
  })
}

/** xsd:date. */
function isDate(text: string): boolean {
  return /^-?\d{4,}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:Z|[+-]\d\d:\d\d)?$/.test(text)
}

function isTag(tag: string): boolean {
  try {
    language(tag)
    return true
  } catch {
    // Failure `language.invalid-tag`.
    return false
  }
}
