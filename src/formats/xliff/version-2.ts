/** One version of XLIFF 2 → another: the same bytes but for the version, the namespace, and the few constructs that differ. */

import {
  type NamespaceScope,
  parseXml,
  type Splice,
  scanTag,
  setAttribute,
  splice,
  type XmlAttributes,
} from '../xml/index.ts'
import type { XliffFile } from './file.ts'
import { coreUri, moduleUris, type XliffVersion } from './namespaces.ts'

/**
 * The file in another version of XLIFF 2, modules, comments and unknown markup included; `targetLanguage` is added where the
 * file names none. Undefined when the file has what the goal has no place for (2.2: notes and metadata of the document, notes
 * of a resource, `pgs:case` of a segment): it must be written anew.
 */
export function inVersion2(
  file: XliffFile,
  version: Exclude<XliffVersion, '1.2'>,
  targetLanguage: string | undefined,
): Uint8Array | undefined {
  const { text, uri: from } = file.index
  const to = coreUri(version)
  const splices: Splice[] = []
  const stack: string[] = []
  let fits = true
  parseXml(
    text,
    { file: file.name },
    {
      open(element, attributes, start, _end, _isSelfClosing, scope) {
        const name = element.uri === from ? element.local : `${element.uri} ${element.local}`
        if (version !== '2.2') fits &&= hasPlaceBefore22(name, stack, attributes, scope)
        const change = { text, start, scope, from, to }
        if (stack.length === 0) splices.push(...rootSplices(change, version, targetLanguage))
        else if (from !== to) {
          if (declares(attributes, from)) splices.push(...namespaceSplices(change))
          if (name === 'note') splices.push(...noteSplices(change, version))
        }
        stack.push(name)
      },
      close() {
        stack.pop()
      },
    },
  )
  return fits ? file.index.encode(splice(text, splices)) : undefined
}

function declares(attributes: XmlAttributes, uri: string): boolean {
  return attributes.list().some(({ name, value }) => value === uri && name.startsWith('xmlns'))
}

function hasPlaceBefore22(
  name: string,
  stack: readonly string[],
  attributes: XmlAttributes,
  scope: NamespaceScope,
): boolean {
  if (name === 'notes') return stack.length > 1 && stack.at(-1) !== `${moduleUris.res} resourceItem`
  if (name === `${moduleUris.mda} metadata`) return stack.length > 1
  const pgs = name === 'segment' ? scope.attributePrefixOf(moduleUris.pgs) : undefined
  return pgs === undefined || attributes.get(`${pgs}:case`) === undefined
}

/** A start tag, and the core namespace before and after. */
interface Change {
  readonly text: string
  readonly start: number
  readonly scope: NamespaceScope
  readonly from: string
  readonly to: string
}

function rootSplices(change: Change, version: string, targetLanguage: string | undefined): readonly Splice[] {
  const tag = scanTag(change.text, change.start, change.scope)
  const hasTarget = tag.attributes.some(({ name }) => name === 'trgLang')
  return [
    ...namespaceSplices(change),
    setAttribute(change.text, tag, 'version', version),
    hasTarget ? undefined : setAttribute(change.text, tag, 'trgLang', targetLanguage),
  ].filter(one => one !== undefined)
}

function namespaceSplices({ text, start, scope, from, to }: Change): readonly Splice[] {
  if (from === to) return []
  return scanTag(text, start, scope)
    .attributes.filter(({ name, value }) => value === from && /^xmlns(?::|$)/.test(name))
    .map(({ valueStart, valueEnd }) => ({ start: valueStart, end: valueEnd, text: to }))
}

/** What a note is about: `ref` in 2.2, our own attribute before. */
function noteSplices({ text, start, scope }: Change, version: string): readonly Splice[] {
  const tag = scanTag(text, start, scope)
  const prefix = scope.attributePrefixOf(moduleUris.tilmash)
  const own = tag.attributes.find(({ name }) => prefix !== undefined && name === `${prefix}:ref`)
  const standard = tag.attributes.find(({ name }) => name === 'ref')
  if (version === '2.2') {
    if (own === undefined || standard !== undefined) return []
    return [{ start: own.start, end: own.start + own.name.length, text: 'ref' }]
  }
  if (standard === undefined || own !== undefined) return []
  const name = `${prefix ?? 'tilmash'}:ref`
  const declaration = prefix === undefined ? `xmlns:tilmash="${moduleUris.tilmash}" ` : ''
  return [{ start: standard.start, end: standard.start + standard.name.length, text: declaration + name }]
}
