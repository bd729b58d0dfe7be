/** The one strict pass: the scanner's tokens as events, with namespaces. */

import type { Place } from '../../model/index.ts'
import type { XmlName } from './name-cache.ts'
import { type NamespaceScope, namespaceFault, noNamespaces, type QualifiedName, unboundUri } from './names.ts'
import { resolveText, unixLines } from './resolve.ts'
import { Scanner } from './scan.ts'
import type { TagAttributes, XmlAttributes } from './start-tag.ts'

/** What one may hear of a file; leave out what you do not need. */
export interface XmlHandler {
  /** `[start, end)` is the start tag. The attributes are good only until this returns. The scope is the one inside the element. */
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
  /** Inside the root. References resolved, line ends LF. CDATA comes as `isCdata`. */
  text?(text: string, isCdata: boolean): void
  /** Asked before each text, where true saves making it. */
  ignoresText?(): boolean
  comment?(text: string): void
  instruction?(target: string, body: string): void
  /** Once for each unbound prefix of the file. */
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
  const pass = strictPass(options, handler)
  pass.write(text)
  pass.end()
}

/** A running pass: text goes in piece by piece, events come out. */
export function strictPass({ file }: XmlOptions, handler: XmlHandler): Scanner {
  const scopes: NamespaceScope[] = []
  const names: QualifiedName[] = []
  let scope = noNamespaces
  const heardUnbound = new Set<string>()
  const hearUnbound = (name: QualifiedName, start: number): void => {
    if (!name.uri.startsWith(unboundUri) || heardUnbound.has(name.prefix)) return
    heardUnbound.add(name.prefix)
    handler.unbound?.(name.prefix, scanner.place(start))
  }
  const checkPrefixed = (attributes: TagAttributes, start: number): void => {
    let first: QualifiedName | undefined
    let seen: Set<string> | undefined
    for (let i = 0; i < attributes.size; i++) {
      const raw = attributes.rawName(i)
      if (raw?.hasColon !== true) continue
      if (!raw.isQualified) scanner.fail('xml.malformed-name', start, { name: raw.text })
      const name = scope.attribute(raw.text)
      hearUnbound(name, start)
      if (first === undefined) {
        first = name
        continue
      }
      seen ??= new Set([expanded(first)])
      if (seen.has(expanded(name))) scanner.fail('xml.duplicate-attribute', start, { name: raw.text })
      seen.add(expanded(name))
    }
  }
  const declare = (bindings: ReadonlyMap<string, string>, start: number): void => {
    const fault = namespaceFault(bindings)
    if (fault !== undefined) scanner.fail(`xml.namespace-${fault}`, start)
    scope = scope.declare(bindings)
  }
  const qualified = (name: XmlName, start: number): QualifiedName => {
    if (name.scope !== scope || name.meaning === undefined) {
      name.scope = scope
      name.meaning = scope.element(name.text)
    }
    const { meaning } = name
    if (name.hasColon) {
      if (meaning.prefix === 'xmlns') scanner.fail('xml.namespace-reserved', start)
      if (!name.isQualified) scanner.fail('xml.malformed-name', start, { name: name.text })
      hearUnbound(meaning, start)
    }
    return meaning
  }
  const scanner: Scanner = new Scanner(file, {
    startTag(raw, start, end, isSelfClosing) {
      const { attributes } = scanner
      scopes.push(scope)
      const bindings = attributes.declarations()
      if (bindings !== undefined) declare(bindings, start)
      const name = qualified(raw, start)
      if (attributes.hasColon) checkPrefixed(attributes, start)
      names.push(name)
      handler.open?.(name, attributes, start, end, isSelfClosing, scope)
    },
    endTag(start, end) {
      // Proof: the scanner tells of no end without a start before it, which put both in.
      const name = names.pop() as QualifiedName
      scope = scopes.pop() as NamespaceScope
      handler.close?.(name, start, end)
    },
    text(start, end, isPlain) {
      if (handler.text === undefined || handler.ignoresText?.() === true) return
      const raw = scanner.slice(start, end)
      handler.text(isPlain ? raw : resolveText(raw), false)
    },
    cdata(start, end) {
      if (handler.text === undefined || handler.ignoresText?.() === true) return
      handler.text(unixLines(scanner.slice(start, end)), true)
    },
    comment(start, end) {
      handler.comment?.(unixLines(scanner.slice(start, end)))
    },
    instruction(start, nameEnd, end) {
      if (handler.instruction === undefined) return
      const body = unixLines(scanner.slice(nameEnd, end)).replace(/^[ \t\n]+/, '')
      handler.instruction(scanner.slice(start, nameEnd), body)
    },
  })
  return scanner
}

function expanded({ uri, local }: QualifiedName): string {
  return `${uri} ${local}`
}
