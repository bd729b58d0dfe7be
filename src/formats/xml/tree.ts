/** One element as a tree with spans, read from a text that a strict pass has accepted. */

import type { Place, Span } from '../../model/index.ts'
import { isBlank, unit } from './characters.ts'
import { parseXml, type XmlOptions } from './events.ts'
import { declaredBindings, type NamespaceScope, noNamespaces, type QualifiedName } from './names.ts'
import { resolveAttribute, resolveText, unixLines } from './resolve.ts'

export interface XmlAttribute extends QualifiedName, Span {
  /** References resolved, white space as XML 1.0 section 3.3.3 says. */
  readonly value: string
  /** Between the quotes. */
  readonly valueStart: number
  readonly valueEnd: number
}

/** `start`–`end` is the whole element, `contentStart`–`contentEnd` what stands between its tags (empty for `<a/>`). */
export interface XmlElement extends QualifiedName, Span {
  readonly kind: 'element'
  readonly attributes: readonly XmlAttribute[]
  readonly children: readonly XmlNode[]
  readonly contentStart: number
  readonly contentEnd: number
  readonly isSelfClosing: boolean
  /** The prefixes bound inside. */
  readonly scope: NamespaceScope
}

/** A run of characters, or one CDATA section (`isCdata`; the span then covers its marks). Line ends are LF. */
export interface XmlText extends Span {
  readonly kind: 'text'
  readonly text: string
  readonly isCdata: boolean
}

export interface XmlComment extends Span {
  readonly kind: 'comment'
}

export interface XmlInstruction extends Span {
  readonly kind: 'instruction'
}

export type XmlNode = XmlElement | XmlText | XmlComment | XmlInstruction

/**
 * The root of a whole text, after a strict pass over it.
 * @throws Failure `xml.*`
 */
export function parseXmlTree(
  text: string,
  options: XmlOptions & { readonly onUnbound?: (prefix: string, place: Place) => void },
): XmlElement {
  let start = -1
  let end = 0
  parseXml(text, options, {
    open: (_name, _attributes, tagStart) => {
      if (start < 0) start = tagStart
    },
    close: (_name, _start, tagEnd) => {
      end = tagEnd
    },
    ...(options.onUnbound === undefined ? {} : { unbound: options.onUnbound }),
  })
  return scanElement(text, { start, end }, noNamespaces)
}

/** Only the start tag at `start`: an element without children that ends where the tag does. `scope` is the one around it. */
export function scanTag(text: string, start: number, scope: NamespaceScope): XmlElement {
  const { element, isSelfClosing } = scanStartTag(text, start, scope)
  return closed(element, element.contentStart, element.contentStart, isSelfClosing)
}

interface OpenElement extends QualifiedName {
  readonly start: number
  readonly attributes: readonly XmlAttribute[]
  readonly contentStart: number
  readonly scope: NamespaceScope
  readonly children: XmlNode[]
}

/**
 * Reads the element at `span` (from its `<` to behind its last `>`). `scope` is the one around it. An element for whose start
 * `endOf` tells an end is not read further than its start tag: it has no children, and blanks around it are left out.
 */
export function scanElement(
  text: string,
  span: Span,
  scope: NamespaceScope,
  endOf?: (start: number) => number | undefined,
): XmlElement {
  const open: OpenElement[] = []
  let at = span.start
  let shut: ShutKind | undefined
  for (;;) {
    const parent = open.at(-1)
    const next = text.indexOf('<', at)
    if (parent !== undefined && next > at && !(endOf !== undefined && isBlankRun(text, at, next))) {
      parent.children.push(textNode(text, at, next))
    }
    const second = text.charCodeAt(next + 1)
    if (second === unit.slash) {
      const end = text.indexOf('>', next) + 1
      const element = closed(open.pop(), next, end, false)
      const above = open.at(-1)
      if (above === undefined) return element
      above.children.push(element)
      at = end
    } else if (second === unit.bang || second === unit.question) {
      const node = markedNode(text, next)
      parent?.children.push(node)
      at = node.end
    } else {
      const started = scanStartTag(text, next, parent?.scope ?? scope)
      at = started.element.contentStart
      const skippedTo = endOf?.(next)
      if (skippedTo !== undefined) {
        at = skippedTo
        shut = shutKind(text, started.element, shut)
        const element = new ShutElement(shut, started.element.start, at)
        if (parent === undefined) return element
        parent.children.push(element)
      } else if (started.isSelfClosing) {
        const element = closed(started.element, at, at, true)
        if (parent === undefined) return element
        parent.children.push(element)
      } else {
        open.push(started.element)
      }
    }
  }
}

const nothing: readonly XmlNode[] = []

/** What skipped elements of one name have in common. */
interface ShutKind extends Pick<XmlElement, 'name' | 'prefix' | 'local' | 'uri' | 'scope'> {
  readonly source: string
}

/** An element whose inside was skipped: a million of them stay in memory, so its attributes are read from the text each time. */
class ShutElement implements XmlElement {
  readonly #kind: ShutKind
  readonly start: number
  readonly end: number

  constructor(kind: ShutKind, start: number, end: number) {
    this.#kind = kind
    this.start = start
    this.end = end
  }

  get kind(): 'element' {
    return 'element'
  }

  get name(): string {
    return this.#kind.name
  }

  get prefix(): string {
    return this.#kind.prefix
  }

  get local(): string {
    return this.#kind.local
  }

  get uri(): string {
    return this.#kind.uri
  }

  get scope(): NamespaceScope {
    return this.#kind.scope
  }

  get isSelfClosing(): boolean {
    return this.contentStart === this.end
  }

  /** Its own scope stands in for the one around it: it declares the same again. */
  get #tag(): OpenElement {
    return scanStartTag(this.#kind.source, this.start, this.scope).element
  }

  get attributes(): XmlElement['attributes'] {
    return this.#tag.attributes
  }

  get contentStart(): number {
    return this.#tag.contentStart
  }

  get children(): readonly XmlNode[] {
    return nothing
  }

  get contentEnd(): number {
    return this.contentStart
  }
}

/** The kind of an element; that of the one before it where nothing differs. */
function shutKind(source: string, { name, prefix, local, uri, scope }: OpenElement, last?: ShutKind): ShutKind {
  return last?.name === name && last.scope === scope ? last : { source, name, prefix, local, uri, scope }
}

/** True for an element whose inside {@link scanElement} was told to skip. */
export function isShut(element: XmlElement): boolean {
  return element instanceof ShutElement
}

function closed(open: OpenElement | undefined, contentEnd: number, end: number, isSelfClosing: boolean): XmlElement {
  if (open === undefined) throw new RangeError('the span does not begin at a start tag')
  const { name, prefix, local, uri, start, attributes, contentStart, scope, children } = open
  return {
    kind: 'element',
    name,
    prefix,
    local,
    uri,
    attributes,
    children,
    start,
    contentStart,
    contentEnd,
    end,
    isSelfClosing,
    scope,
  }
}

function textNode(text: string, start: number, end: number): XmlText {
  return { kind: 'text', text: resolveText(text.slice(start, end)), isCdata: false, start, end }
}

/** CDATA, comment or processing instruction at `start`. */
function markedNode(text: string, start: number): XmlText | XmlComment | XmlInstruction {
  if (text.startsWith('<![CDATA[', start)) {
    const close = text.indexOf(']]>', start)
    return { kind: 'text', text: unixLines(text.slice(start + 9, close)), isCdata: true, start, end: close + 3 }
  }
  if (text.startsWith('<!--', start)) return { kind: 'comment', start, end: text.indexOf('-->', start + 4) + 3 }
  return { kind: 'instruction', start, end: text.indexOf('?>', start) + 2 }
}

function scanStartTag(
  text: string,
  start: number,
  outer: NamespaceScope,
): { readonly element: OpenElement; readonly isSelfClosing: boolean } {
  let at = start + 1
  while (!endsName(text.charCodeAt(at))) at++
  const name = text.slice(start + 1, at)
  const raw: { name: string; value: string; start: number; end: number; valueStart: number; valueEnd: number }[] = []
  for (;;) {
    while (isBlank(text.charCodeAt(at))) at++
    const code = text.charCodeAt(at)
    if (code === unit.greater || code === unit.slash) break
    const nameStart = at
    while (!endsName(text.charCodeAt(at))) at++
    const attributeName = text.slice(nameStart, at)
    while (text.charCodeAt(at) !== unit.quotation && text.charCodeAt(at) !== unit.apostrophe) at++
    const valueStart = at + 1
    const valueEnd = text.indexOf(text.charCodeAt(at) === unit.quotation ? '"' : "'", valueStart)
    at = valueEnd + 1
    const value = resolveAttribute(text.slice(valueStart, valueEnd))
    raw.push({ name: attributeName, value, start: nameStart, end: at, valueStart, valueEnd })
  }
  const isSelfClosing = text.charCodeAt(at) === unit.slash
  const bindings = declaredBindings(raw.map(attribute => [attribute.name, attribute.value]))
  const scope = bindings === undefined ? outer : outer.declare(bindings)
  const attributes = raw.map(({ name: attributeName, ...rest }) => {
    const { prefix, local, uri } = scope.attribute(attributeName)
    return { name: attributeName, prefix, local, uri, ...rest }
  })
  const { prefix, local, uri } = scope.element(name)
  const contentStart = at + (isSelfClosing ? 2 : 1)
  return { element: { name, prefix, local, uri, start, attributes, contentStart, scope, children: [] }, isSelfClosing }
}

function isBlankRun(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (!isBlank(text.charCodeAt(i))) return false
  return true
}

function endsName(code: number): boolean {
  return isBlank(code) || code === unit.equals || code === unit.greater || code === unit.slash || Number.isNaN(code)
}

/** Value of an attribute without prefix, or of `{uri}local`. */
export function attributeOf(element: XmlElement, local: string, uri = ''): string | undefined {
  for (const attribute of element.attributes)
    if (attribute.local === local && attribute.uri === uri) return attribute.value
  return undefined
}

/** The children themselves where all are elements: of a million no second list is made. */
export function childElements({ children }: XmlElement): readonly XmlElement[] {
  return children.every(isElement) ? children : children.filter(isElement)
}

function isElement(node: XmlNode): node is XmlElement {
  return node.kind === 'element'
}

/** First child of that name in the namespace `uri`, by default that of the element itself. */
export function findChild(element: XmlElement, local: string, uri: string = element.uri): XmlElement | undefined {
  for (const child of element.children) {
    if (child.kind === 'element' && child.local === local && child.uri === uri) return child
  }
  return undefined
}

/** All character data inside, in order; CDATA, comments and tags resolved. Depth is limited by the strict pass. */
export function textOf(element: XmlElement): string {
  let text = ''
  for (const child of element.children) {
    if (child.kind === 'text') text += child.text
    else if (child.kind === 'element') text += textOf(child)
  }
  return text
}
