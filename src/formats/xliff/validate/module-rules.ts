/** Prose rules of the modules of XLIFF 2. */

import { attributeOf, childElements, type XmlElement } from '../../xml/index.ts'
import { moduleUris } from '../namespaces.ts'
import { attribute, type Check, shown } from './check.ts'
import { checkCode } from './code-rules.ts'
import type { Grammar } from './grammar-2.ts'
import { checkPairs } from './pair-rules.ts'
import { checkReserved } from './reserved.ts'
import { checkData, checkLanguage, checkUnique, type DocumentLanguages, dataIds } from './unit-rules.ts'
import { descendants, inlinesOf, isCode } from './walk.ts'

/** What a module's element needs to know of the place it stands in. */
export interface ModuleContext {
  readonly check: Check
  /** The file, group or unit it stands in. */
  readonly holder: XmlElement
  readonly languages: DocumentLanguages
  readonly version: string
  readonly grammar: Grammar
}

/** Checks the modules that are children of `holder`. */
export function checkModules(context: ModuleContext): void {
  const { check, holder } = context
  const seen = new Map<string, XmlElement>()
  for (const child of childElements(holder)) {
    const rule = moduleRules.get(child.uri)
    if (rule === undefined) continue
    const once = onlyOnce.has(child.local) ? seen.get(child.local) : undefined
    if (once !== undefined)
      check.report('xliff/unexpected-element:twice', child, { related: once, data: { parent: holder.name } })
    seen.set(child.local, child)
    rule(context, child)
  }
}

const onlyOnce = new Set(['matches', 'glossary', 'metadata', 'resourceData', 'profiles', 'validation'])

type ModuleRule = (context: ModuleContext, element: XmlElement) => void

function checkMatches({ check, holder, languages, version }: ModuleContext, matches: XmlElement): void {
  const all = childElements(matches)
  checkUnique(check, all, 'mtc:matches')
  for (const match of all) {
    const ref = attribute(match, 'ref')
    if (ref !== undefined && !pointsToText(check, holder, ref)) {
      check.report('xliff/reference:text', match, { attribute: 'ref', data: { value: shown(ref) } })
    }
    if (attribute(match, 'subType') !== undefined && attribute(match, 'type') === undefined) {
      check.report('xliff/sub-type', match, { attribute: 'subType' })
    }
    checkReserved(check, match, 'subType')
    const children = childElements(match)
    const data = children.find(child => child.local === 'originalData')
    checkData(check, data)
    for (const side of ['source', 'target'] as const) {
      const element = children.find(child => child.local === side && child.uri === holder.uri)
      if (element === undefined) continue
      // A match for reference may be in another language.
      if (side === 'source') checkLanguage(check, element, languages.source, 'srcLang')
      else if (attribute(match, 'reference') !== 'yes') checkLanguage(check, element, languages.target, 'trgLang')
      const inlines = inlinesOf(element)
      checkUnique(
        check,
        inlines.map(inline => inline.element),
        'mtc:match',
      )
      checkPairs(check, [{ side, element, part: match, inlines }])
      for (const inline of inlines) checkCode(check, inline.element, dataIds(data), version)
    }
  }
}

/** A segment, ignorable or something in a source of the unit: `#s1`, or the id alone. */
function pointsToText(check: Check, unit: XmlElement, ref: string): boolean {
  const id = ref.slice(Math.max(ref.lastIndexOf('#'), ref.lastIndexOf('/'), ref.lastIndexOf('=')) + 1)
  const locals = check.idsOf(unit).own.get(id)
  return locals !== undefined && [...locals].some(local => local !== 'note' && local !== 'data')
}

function checkGlossary({ check, holder }: ModuleContext, glossary: XmlElement): void {
  const entries = childElements(glossary)
  checkUnique(
    check,
    entries.flatMap(entry => [entry, ...childElements(entry).filter(child => child.local === 'translation')]),
    'gls:glossary',
  )
  for (const entry of entries) {
    const children = childElements(entry)
    if (!children.some(child => child.local === 'translation' || child.local === 'definition')) {
      check.report('xliff/missing-element', entry, { data: { expected: '<gls:translation>, <gls:definition>' } })
    }
    for (const element of [entry, ...children]) {
      const ref = attribute(element, 'ref')
      if (ref !== undefined && !pointsToText(check, holder, ref)) {
        check.report('xliff/reference:text', element, { attribute: 'ref', data: { value: shown(ref) } })
      }
    }
  }
}

function checkMetadata({ check }: ModuleContext, metadata: XmlElement): void {
  const groups = [...descendants(metadata)].filter(({ local, uri }) => local === 'metaGroup' && uri === metadata.uri)
  checkUnique(check, [metadata, ...groups], 'mda:metadata')
}

function checkResourceData({ check, languages }: ModuleContext, data: XmlElement): void {
  const children = childElements(data)
  checkUnique(check, children, 'res:resourceData')
  for (const child of children) {
    if (child.local === 'resourceItemRef') {
      const ref = attribute(child, 'ref')
      if (ref !== undefined && !check.shell.resourceIds.has(ref))
        check.report('xliff/reference:resource', child, {
          attribute: 'ref',
          level: 'warning',
          data: { id: shown(ref) },
        })
    }
    if (child.local !== 'resourceItem') continue
    const sides = childElements(child)
    const source = sides.find(side => side.local === 'source')
    const target = sides.find(side => side.local === 'target')
    if (
      attribute(child, 'mimeType') === undefined &&
      ![source, target].every(side => side !== undefined && childElements(side).length > 0)
    ) {
      check.report('xliff/missing-attribute', child, { data: { attribute: 'mimeType' } })
    }
    checkLanguage(check, source, languages.source, 'srcLang')
    // The suite of the standard has a valid file with another language here.
    checkLanguage(check, target, languages.target, 'trgLang', 'warning')
    for (const side of [source, target]) if (side !== undefined) checkContentOrReference(check, side)
  }
}

/** `href` or content: one of them, not both. */
export function checkContentOrReference(check: Check, element: XmlElement): void {
  const hasContent = element.children.some(
    child => child.kind === 'element' || (child.kind === 'text' && child.text.trim() !== ''),
  )
  const hasReference = attribute(element, 'href') !== undefined
  if (hasContent === hasReference) check.report(hasContent ? 'xliff/content:both' : 'xliff/content:neither', element)
}

function checkValidation({ check, holder }: ModuleContext, validation: XmlElement): void {
  for (const rule of childElements(validation)) {
    const named = ['isPresent', 'isNotPresent', 'startsWith', 'endsWith'].filter(
      name => attribute(rule, name) !== undefined,
    )
    const custom = rule.attributes.some(({ prefix }) => prefix !== '' && prefix !== 'xmlns')
    if (named.length > 1 || (named.length === 0 && !custom) || (named.length === 1 && custom))
      check.report('xliff/validation:one', rule)
    if (attribute(rule, 'occurs') !== undefined && attribute(rule, 'isPresent') === undefined) {
      // 2.0 has an example of `occurs` with `isNotPresent`.
      const level = attribute(rule, 'isNotPresent') === undefined ? 'error' : 'warning'
      check.report('xliff/validation:occurs', rule, { attribute: 'occurs', level })
    }
    const exists = attribute(rule, 'existsInSource')
    if (exists === 'yes' && !(named.length === 1 && named[0] !== 'isNotPresent'))
      check.report('xliff/validation:source', rule, { attribute: 'existsInSource' })
    if (attribute(rule, 'disabled') === 'yes' && holder.local === 'file')
      check.report('xliff/validation:disabled', rule, { attribute: 'disabled' })
  }
}

/** XLIFF 2.0, section 5.6: what a revision is of, and what of it changed. */
function checkChangeTrack(context: ModuleContext, track: XmlElement): void {
  const { check, holder } = context
  for (const revisions of childElements(track)) {
    const appliesTo = attribute(revisions, 'appliesTo') ?? ''
    const ref = attribute(revisions, 'ref')
    const { own } = check.idsOf(holder)
    const several = [...own.values()].filter(locals => locals.has(appliesTo)).length > 1
    if (ref === undefined ? several : !own.has(ref)) {
      check.report('xliff/reference:revision', revisions, {
        attribute: ref === undefined ? 'appliesTo' : 'ref',
        data: { id: shown(ref), target: shown(appliesTo) },
      })
    }
    const properties = new Set(context.grammar.elements.get(appliesTo)?.attributes.keys() ?? [])
    const versions = childElements(revisions).flatMap(revision => attribute(revision, 'version') ?? [])
    const currentVersion = attribute(revisions, 'currentVersion')
    if (currentVersion !== undefined && !versions.includes(currentVersion)) {
      check.report('xliff/reference:version', revisions, {
        attribute: 'currentVersion',
        data: { id: shown(currentVersion) },
      })
    }
    for (const revision of childElements(revisions)) checkRevision(check, revision, properties)
  }
}

function checkRevision(check: Check, revision: XmlElement, properties: ReadonlySet<string>): void {
  const seen = new Set<string>()
  for (const item of childElements(revision)) {
    const property = attribute(item, 'property')
    if (property === undefined) continue
    if (property !== 'content' && !property.includes(':') && properties.size > 0 && !properties.has(property)) {
      check.report('xliff/reference:property', item, { attribute: 'property', data: { value: shown(property) } })
    }
    // One revision tells of each property once.
    if (seen.has(property))
      check.report('xliff/duplicate-property', item, { attribute: 'property', data: { value: shown(property) } })
    seen.add(property)
  }
}

function checkSizeData({ check }: ModuleContext, data: XmlElement): void {
  if (data.local === 'data') checkUnique(check, [...descendants(data)], 'slr:data')
  if (data.local !== 'profiles') return
  for (const [name, expected] of standardProfiles) {
    const value = attribute(data, name)
    if (value?.startsWith('xliff:') === true && !expected.some(known => known === value)) {
      check.report('xliff/attribute-value', data, {
        attribute: name,
        data: { attribute: name, value: shown(value), expected: expected.join(' | ') },
      })
    }
  }
}

/** Profiles of the standard; others have a prefix of their own. */
const standardProfiles = [
  ['generalProfile', ['xliff:codepoints']],
  ['storageProfile', ['xliff:utf8', 'xliff:utf16', 'xliff:utf32']],
] as const

/** What an inline code takes to store is said of codes only. */
const storingCodes = new Set(['pc', 'sc', 'ec', 'ph'])

const moduleRules: ReadonlyMap<string, ModuleRule> = new Map([
  [moduleUris.mtc, checkMatches],
  [moduleUris.gls, checkGlossary],
  [moduleUris.mda, checkMetadata],
  [moduleUris.res, checkResourceData],
  [moduleUris.val, checkValidation],
  [moduleUris.slr, checkSizeData],
  ['urn:oasis:names:tc:xliff:changetracking:2.0', checkChangeTrack],
])

/** Attributes of format style and size restriction, on any element. */
export function checkModuleAttributes(check: Check, element: XmlElement): void {
  const has = (local: string, uri: string): boolean => attributeOf(element, local, uri) !== undefined
  const hasFs = has('fs', moduleUris.fs)
  const hasSubFs = has('subFs', moduleUris.fs)
  const subFs = attributeOf(element, 'subFs', moduleUris.fs)
  if (subFs !== undefined && !subFs.includes(',')) {
    check.report('xliff/attribute-value', element, {
      attribute: 'fs:subFs',
      data: { attribute: 'fs:subFs', value: shown(subFs), expected: 'name,value' },
    })
  }
  if (hasSubFs && !hasFs) check.report('xliff/format-style', element)
  const isJoined = element.local === 'ec' && isCode(element) && attribute(element, 'isolated') !== 'yes'
  if (isJoined && (hasFs || hasSubFs)) check.report('xliff/format-style:end-code', element)
  if (
    isJoined &&
    (has('sizeInfo', moduleUris.slr) || has('sizeInfoRef', moduleUris.slr) || has('equivStorage', moduleUris.slr))
  ) {
    check.report('xliff/size:end-code', element)
  }
  if (has('equivStorage', moduleUris.slr) && !storingCodes.has(element.local)) {
    const attribute = 'slr:equivStorage'
    check.report('xliff/unexpected-attribute', element, { attribute, data: { attribute } })
  }
  const sizeRef = attributeOf(element, 'sizeInfoRef', moduleUris.slr)
  if (sizeRef !== undefined && !check.shell.sizeIds.has(sizeRef)) {
    check.report('xliff/reference:size', element, { data: { id: shown(sizeRef) } })
  }
  if (has('sizeInfo', moduleUris.slr) && has('sizeInfoRef', moduleUris.slr)) check.report('xliff/size:both', element)
}
