/** The one strict pass: saxes, asked for well-formedness and events; namespaces, places and limits are ours. */

import { type SaxesOptions, SaxesParser } from 'saxes'
import { Failure, type Place, placeAt } from '../../model/index.ts'
import {
  isQualifiedName,
  type NamespaceScope,
  namespaceFault,
  noNamespaces,
  type QualifiedName,
  unboundUri,
} from './names.ts'

/**
 * What a file may have at most. Real files met: depth 65, 40 attributes. Deeper ones are made to overflow a stack.
 * File size is not limited.
 */
export const limits = { depth: 256, attributes: 512, nameLength: 1024 } as const

/** Attribute values by name as written. Made without prototype: `__proto__` is a name like any other. */
export type XmlAttributes = Readonly<Record<string, string>>

/** What one may hear of a file; leave out what you do not need, above all `text`, which costs most. */
export interface XmlHandler {
  /** `[start, end)` is the start tag. The scope is the one inside the element. */
  open?(
    name: QualifiedName,
    attributes: XmlAttributes,
    start: number,
    end: number,
    isSelfClosing: boolean,
    scope: NamespaceScope,
  ): void
  /** `[start, end)` is the end tag; for `<a/>` both are the end of the start tag. */
  close?(name: QualifiedName, start: number, end: number): void
  /** References resolved, line ends LF. CDATA comes as `isCdata`. */
  text?(text: string, isCdata: boolean): void
  comment?(text: string): void
  instruction?(target: string, body: string): void
  /** Once for each unbound prefix of a scope. */
  unbound?(prefix: string, place: Place): void
}

export interface XmlOptions {
  /** As the user gave it; for messages. */
  readonly file: string
}

/**
 * Reads a whole decoded text.
 * @throws Failure `xml.*` at the first thing that is not well-formed XML 1.0 with namespaces, or over a limit.
 */
export function parseXml(text: string, options: XmlOptions, handler: XmlHandler): void {
  const pass = strictPass(options, handler, () => ({ text, start: 0 }))
  pass.write(text)
  pass.end()
}

/** A running pass; `position` is where the next character stands. */
export interface StrictPass {
  write(text: string): void
  end(): void
  position(): { readonly line: number; readonly column: number }
}

/** The decoded text at hand: all of it, or in a stream what the pass may still look back at. */
export interface TextWindow {
  readonly text: string
  /** Offset of `text` in the whole. */
  readonly start: number
}

export function strictPass(options: XmlOptions, handler: XmlHandler, window: () => TextWindow): StrictPass {
  const { file } = options
  const parserOptions = { xmlns: false, position: false } satisfies SaxesOptions
  const parser = new SaxesParser(parserOptions)
  const scopes: NamespaceScope[] = [noNamespaces]
  const names: QualifiedName[] = []
  /** Line of each open start tag, for “opened in line …”. */
  const lines: number[] = []
  let lastClosed = ''
  /** Of the next character, between pieces. */
  let column = 1
  const heardUnbound = new Set<string>()

  /** End of the last tag. */
  let lastEnd = 0

  const here = (): Place => placeAt(file, parser.line, Math.max(1, parser.columnIndex))
  /** `<` cannot stand inside a well-formed tag. */
  const tagStart = (end: number): number => {
    const { text, start } = window()
    return start + text.lastIndexOf('<', end - start - 1)
  }
  /** The place of an offset behind us: line breaks are counted back from here. */
  const placeBack = (offset: number): Place => {
    const { text, start } = window()
    const before = text.slice(Math.max(0, offset - start), parser.position - start)
    const breaks = before.match(/\r\n?|\n/g)?.length ?? 0
    let lineStart = offset - start
    while (lineStart > 0 && !/[\r\n]/.test(text[lineStart - 1] ?? '')) lineStart--
    return placeAt(file, Math.max(1, parser.line - breaks), offset - start - lineStart + 1)
  }
  const tagPlace = (end: number): Place => placeBack(tagStart(end))
  /** saxes reads on from a bare `&` to the next `;`, from stray text to the next `<`: the fault stands where it began. */
  const faultPlace = (code: string): Place => {
    if (code === 'xml.mismatched-tag' || code === 'xml.unmatched-end-tag') return tagPlace(parser.position)
    const { text, start } = window()
    const since = withoutMarked(text.slice(Math.max(0, lastEnd - start), parser.position - start))
    const found = code === 'xml.text-outside-root' ? since.search(/[^\s\uFEFF]/) : -1
    return found < 0 ? here() : placeBack(Math.max(lastEnd, start) + found)
  }
  /** Offset of an `&` since the last tag that begins no reference, or -1. */
  const bareAmpersand = (): number => {
    const { text, start } = window()
    const from = Math.max(0, lastEnd - start)
    const found = text
      .slice(from, parser.position - start)
      .search(/&(?!(?:#[0-9]+|#[xX][0-9A-Fa-f]+|[A-Za-z_:][\w.:-]*);)/)
    return found < 0 ? -1 : start + from + found
  }
  const fail = (code: string, data = {}, place = here()): never => {
    throw new Failure(code, { data, place })
  }
  const hearUnbound = (name: QualifiedName, end: number): void => {
    if (!name.uri.startsWith(unboundUri) || heardUnbound.has(name.prefix)) return
    heardUnbound.add(name.prefix)
    handler.unbound?.(name.prefix, tagPlace(end))
  }

  const checkVersion = (): void => {
    const { version } = parser.xmlDecl
    if (version !== undefined && version !== '1.0')
      throw new Failure('xml.version', { data: { version }, place: placeAt(file, 1, 1) })
  }

  // More than eight handlers turn the parser into a slow (dictionary) object, five times slower: only those wanted are set.
  parser.on('error', error => {
    const reason = reasonOf(error.message)
    const ampersand = maybeAmpersand.has(reason.code) ? bareAmpersand() : -1
    if (ampersand >= 0) throw new Failure('xml.bare-ampersand', { place: placeBack(ampersand) })
    const data = { ...reason.data, expected: lastClosed, opened: lines.at(-1) ?? 1 }
    throw new Failure(reason.code, { data, place: faultPlace(reason.code) })
  })
  parser.on('doctype', doctype => {
    // Parameter entities too: `%` can stand for a declaration of anything.
    if (/<!ENTITY|%/.test(doctype.slice(doctype.indexOf('[') + 1 || doctype.length))) fail('xml.entity-declaration')
  })
  parser.on('opentag', tag => {
    const end = parser.position
    const { attributes } = tag
    if (lastEnd === 0) checkVersion()
    let scope = scopes[scopes.length - 1] ?? noNamespaces
    let bindings: Map<string, string> | undefined
    let count = 0
    let prefixed = 0
    for (const name in attributes) {
      if (++count > limits.attributes) fail('xml.too-many-attributes', { limit: limits.attributes })
      if (name.length > limits.nameLength) fail('xml.name-too-long', { limit: limits.nameLength })
      if (name.startsWith('xmlns') && (name.length === 5 || name[5] === ':')) {
        bindings ??= new Map()
        bindings.set(name.slice(6), (attributes[name] ?? '').trim())
      }
      if (name.includes(':')) prefixed++
    }
    if (bindings !== undefined) {
      const fault = namespaceFault(bindings)
      if (fault !== undefined) fail(`xml.namespace-${fault}`, {}, tagPlace(end))
      scope = scope.declare(bindings)
    }
    if (tag.name.length > limits.nameLength) fail('xml.name-too-long', { limit: limits.nameLength })
    if (scopes.length > limits.depth) fail('xml.too-deep', { limit: limits.depth }, tagPlace(end))
    const name = scope.element(tag.name)
    if (name.prefix !== '' || tag.name.includes(':')) {
      if (name.prefix === 'xmlns') fail('xml.namespace-reserved', {}, tagPlace(end))
      if (!isQualifiedName(tag.name)) fail('xml.malformed-name', { name: tag.name }, tagPlace(end))
      hearUnbound(name, end)
    }
    if (prefixed > 0)
      checkPrefixed(
        attributes,
        scope,
        name => hearUnbound(name, end),
        name => fail('xml.malformed-name', { name }, tagPlace(end)),
        name => fail('xml.duplicate-attribute', { name }, tagPlace(end)),
      )
    scopes.push(scope)
    names.push(name)
    lines.push(parser.line)
    lastEnd = end
    handler.open?.(name, attributes, tagStart(end), end, tag.isSelfClosing, scope)
  })
  parser.on('closetag', tag => {
    const name = names.at(-1)
    // saxes tells of the element it closes before it complains that another was meant.
    scopes.pop()
    names.pop()
    lines.pop()
    lastClosed = tag.name
    const end = parser.position
    lastEnd = end
    if (name === undefined || handler.close === undefined) return
    handler.close(name, tag.isSelfClosing ? end : tagStart(end), end)
  })
  if (handler.text !== undefined) {
    parser.on('text', data => handler.text?.(data, false))
    parser.on('cdata', data => handler.text?.(data, true))
  }
  if (handler.comment !== undefined) parser.on('comment', data => handler.comment?.(data))
  if (handler.instruction !== undefined) {
    parser.on('processinginstruction', data => handler.instruction?.(data.target, data.body))
  }

  return {
    write: piece => {
      parser.write(piece)
      // saxes counts a piece twice once it is read: the column between pieces is counted here.
      const lineStart = Math.max(piece.lastIndexOf('\n'), piece.lastIndexOf('\r')) + 1
      column = lineStart > 0 ? piece.length - lineStart + 1 : column + piece.length
    },
    end: () => {
      parser.close()
    },
    position: () => ({ line: parser.line, column }),
  }
}

/** Comments, instructions, declarations and CDATA as blanks: what is in them is no fault. */
function withoutMarked(text: string): string {
  return text.replace(/<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>|<!DOCTYPE[^>[]*>/gs, found => ' '.repeat(found.length))
}

function checkPrefixed(
  attributes: XmlAttributes,
  scope: NamespaceScope,
  hear: (name: QualifiedName) => void,
  malformed: (name: string) => void,
  duplicate: (name: string) => void,
): void {
  const seen = new Set<string>()
  for (const raw in attributes) {
    if (!raw.includes(':')) continue
    if (!isQualifiedName(raw)) malformed(raw)
    const name = scope.attribute(raw)
    hear(name)
    const expanded = `${name.uri} ${name.local}`
    if (seen.has(expanded)) duplicate(raw)
    seen.add(expanded)
  }
}

interface Reason {
  readonly code: string
  readonly data: Readonly<Record<string, string | number>>
}

/** What saxes says, in our words; the rest keeps its English detail. */
function reasonOf(message: string): Reason {
  for (const [pattern, code] of reasons) {
    const found = pattern.exec(message)
    if (found !== null) return { code, data: found[1] === undefined ? {} : { name: found[1].slice(0, 100) } }
  }
  return { code: 'xml.not-well-formed', data: { detail: message.slice(0, 200) } }
}

/** What an `&` that begins no reference makes saxes say, sooner or later. */
const maybeAmpersand: ReadonlySet<string> = new Set([
  'xml.unclosed',
  'xml.unexpected-end',
  'xml.undefined-entity',
  'xml.bare-ampersand',
])

const reasons: readonly (readonly [RegExp, string])[] = [
  [/^unclosed tag: (.*)$/s, 'xml.unclosed'],
  [/^unexpected end\.$/, 'xml.unexpected-end'],
  [/^unexpected close tag\.$/, 'xml.mismatched-tag'],
  [/^unmatched closing tag: (.*)\.$/s, 'xml.unmatched-end-tag'],
  [/^duplicate attribute: (.*)\.$/s, 'xml.duplicate-attribute'],
  [/^undefined entity\.$/, 'xml.undefined-entity'],
  [/^(?:disallowed character in entity name|empty entity name)\.$/, 'xml.bare-ampersand'],
  [/^disallowed character\.$/, 'xml.disallowed-character'],
  [/^malformed character entity\.$/, 'xml.bad-character-reference'],
  [/^text data outside of root node\.$/, 'xml.text-outside-root'],
  [/^documents may contain only one root\.$/, 'xml.two-roots'],
  [/^document must contain a root element\.$/, 'xml.no-root'],
  [/^malformed comment\.$/, 'xml.malformed-comment'],
  [/"\]\]>" is disallowed/, 'xml.cdata-end'],
  [/XML declaration must (?:be|appear) at the start/i, 'xml.late-declaration'],
  [/^(?:unquoted attribute value|attribute without value)\.$/, 'xml.unquoted-attribute'],
  [/^disallowed character in (?:tag|attribute) name|^disallowed character in closing tag/, 'xml.bad-tag'],
  [/^(?:forward-slash in opening tag|incorrect syntax|weird empty close tag)/, 'xml.bad-tag'],
  [/^no whitespace between attributes/, 'xml.attributes-not-apart'],
  [
    /^(?:processing instruction without a target|disallowed character in processing instruction name)/,
    'xml.bad-instruction',
  ],
  [/^inappropriately located doctype/, 'xml.late-doctype'],
  [
    /XML declaration|^expected |^did not expect|^value |^version number|^encoding value|^standalone value|^whitespace required/,
    'xml.bad-declaration',
  ],
]
