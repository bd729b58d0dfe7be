/**
 * One strict pass over an XLIFF text that remembers where files, groups and units stand and refuses what could not be read
 * without loss: no version, no source, two sources, one id twice. Units are then read one by one from their spans.
 */

import { Failure, type Finding, type Place, type Span } from '../../model/index.ts'
import { type LineIndex, lineIndex } from '../../text/lines.ts'
import { present } from '../../text/present.ts'
import {
  type NamespaceScope,
  noNamespaces,
  parseXml,
  type QualifiedName,
  scanTag,
  type XmlAttributes,
  type XmlElement,
} from '../xml/index.ts'
import { valueOrEmpty } from './attributes.ts'
import { formatFinding } from './finding.ts'
import { type IdTable, idTable } from './id-table.ts'
import { inlineCheck } from './inline-check.ts'
import {
  coreUri,
  emptyGroupType,
  type Flavour,
  vendorUris,
  type XliffVersion,
  xliff12Uri,
  xliff20Uri,
  xliff22Uri,
  xliffVersions,
} from './namespaces.ts'
import { unitTable } from './unit-table.ts'

/** A file or group. `children` has units as their number, containers as `~number`. */
export interface Container {
  readonly kind: 'file' | 'group'
  /** Number of the container around it, -1 for a file. */
  readonly parent: number
  readonly start: number
  end: number
  /** Inside its own tag (1.2: inside `body`). */
  scope: NamespaceScope
  /** Around its tag. */
  readonly outerScope: NamespaceScope
  readonly children: number[]
  /** Elements in it that are no unit and no group: notes, skeleton, header, modules. */
  readonly heads: Span[]
  /** 1.2: the start tag of `body` ends here. */
  bodyStart: number
}

export interface XliffIndex {
  readonly name: string
  readonly text: string
  readonly version: XliffVersion
  /** Namespace of the core elements here; empty in a 1.2 file without one. */
  readonly uri: string
  readonly flavour: Flavour
  readonly root: Span & { readonly scope: NamespaceScope }
  /** Elements beside the files. */
  readonly rootHeads: readonly Span[]
  readonly containers: readonly Container[]
  /** Numbers of the files among the containers. */
  readonly files: readonly number[]
  readonly unitCount: number
  unitSpan(unit: number): Span
  /** Number of the container a unit stands in. */
  unitContainer(unit: number): number
  /** The unit with that id in the file that is container `file`. */
  unitById(file: number, id: string): number | undefined
  /** The unit that starts at `offset`. */
  unitAt(offset: number): number | undefined
  readonly warnings: readonly Finding[]
  /** Units read last, as trees; see `unitElement`. */
  readonly trees: Map<number, XmlElement>
  /** Made on first use. */
  readonly lines: LineIndex
  encode(text: string): Uint8Array
}

const levelOf = { root: 0, file: 1, body: 2, group: 3, unit: 4, segment: 5, text: 6, skip: 7 } as const
type Level = (typeof levelOf)[keyof typeof levelOf]

/** Warnings kept; a broken file may have one in every unit. */
const warningsKept = 1000

/**
 * @throws Failure `xml.*`, `xliff.not-xliff`, `xliff.no-version`, `xliff.unknown-version`, `xliff.unknown-namespace`,
 * `xliff.no-language`, `xliff.no-source`, `xliff.two-sources`, `xliff.no-id`, `xliff.duplicate-unit`, `xliff.no-file`
 */
export function indexXliff(
  text: string,
  options: { readonly file: string; readonly encode: (text: string) => Uint8Array },
): XliffIndex {
  const name = options.file
  const containers: Container[] = []
  const files: number[] = []
  const rootHeads: Span[] = []
  const ids: IdTable[] = []
  const idOf = (unit: number): string => {
    return valueOrEmpty(scanTag(text, units.span(unit).start, noNamespaces), 'id')
  }
  const units = unitTable()
  const warnings: Finding[] = []
  let lines: LineIndex | undefined
  const placeOf = (span: Span): Place => {
    lines ??= lineIndex(text)
    return lines.place(name, span)
  }
  // Told with its type, so that the compiler knows what holds behind a call.
  const fail: (code: string, span: Span, data?: Record<string, string | number>) => never = (code, span, data = {}) => {
    throw new Failure(code, { data, place: placeOf(span) })
  }
  const warn = (finding: Finding): void => {
    if (warnings.length < warningsKept) warnings.push(finding)
  }

  /** Of the open elements; none before the root. */
  const stack: Level[] = []
  let version: XliffVersion = '2.1'
  let uri = ''
  let root: Span & { readonly scope: NamespaceScope } = { start: 0, end: 0, scope: noNamespaces }
  let flavour: Flavour = 'standard'
  let current = -1
  let fileNumber = -1
  let unitId = ''
  let unitStart: Span = { start: 0, end: 0 }
  let sources = 0
  let headStart = -1
  const inline = inlineCheck((rule, span, data) => {
    // The unit is what a reader looks for; the code stands beside it.
    const related = [{ place: placeOf(span) }]
    warn(formatFinding(rule, { level: 'warning', place: placeOf(unitStart), unit: unitId, data, related }))
  })

  const openRoot = (element: QualifiedName, attributes: XmlAttributes, span: Span, scope: NamespaceScope): void => {
    if (element.local !== 'xliff') fail('xliff.not-xliff', span, { name: element.name })
    const given = attributes.get('version')
    if (given === undefined) fail('xliff.no-version', span)
    const found = supportedVersion(given)
    if (found === undefined)
      fail('xliff.unknown-version', span, { version: given, supported: xliffVersions.join(', ') })
    version = found
    uri = element.uri
    if (!isNamespaceOf(version, uri)) {
      if (uri !== '' || version !== '1.2') {
        fail('xliff.unknown-namespace', span, { namespace: uri, expected: coreUri(version) })
      }
      warn(
        formatFinding('xliff/no-namespace', { level: 'warning', place: placeOf(span), data: { expected: xliff12Uri } }),
      )
    }
    if (version !== '1.2' && attributes.get('srcLang') === undefined)
      fail('xliff.no-language', span, { attribute: 'srcLang' })
    root = { ...span, scope }
    flavour = flavourOf(attributes)
  }

  const openContainer = (
    kind: 'file' | 'group',
    attributes: XmlAttributes,
    span: Span,
    scope: NamespaceScope,
  ): void => {
    const number = containers.length
    if (kind === 'file') {
      if (version === '1.2' && attributes.get('source-language') === undefined) {
        fail('xliff.no-language', span, { attribute: 'source-language' })
      }
      if (flavour === 'standard') flavour = flavourOf(attributes)
      files.push(number)
      fileNumber = number
      ids[number] = idTable(idOf)
    } else if (attributes.get('type') !== emptyGroupType) {
      containers[current]?.children.push(~number)
    }
    containers.push({
      kind,
      parent: kind === 'file' ? -1 : current,
      start: span.start,
      end: 0,
      scope,
      outerScope: containers[current]?.scope ?? root.scope,
      children: [],
      heads: [],
      bodyStart: kind === 'file' ? -1 : span.end,
    })
    current = number
  }

  const openUnit = (attributes: XmlAttributes, span: Span): void => {
    const id = attributes.get('id')
    if (id === undefined) fail('xliff.no-id', span)
    unitId = id
    unitStart = span
    sources = 0
    const number = units.add(span.start, current)
    const first = ids[fileNumber]?.add(unitId, number)
    if (first !== undefined) {
      const line = placeOf(units.span(first)).start.line
      fail('xliff.duplicate-unit', span, { id: unitId.slice(0, 100), line })
    }
    containers[current]?.children.push(number)
  }

  parseXml(
    text,
    { file: name },
    {
      open(element, attributes, start, end, _isSelfClosing, scope) {
        const level = stack[stack.length - 1]
        let next: Level = levelOf.skip
        if (level === undefined) {
          openRoot(element, attributes, { start, end }, scope)
          next = levelOf.root
        } else if (level === levelOf.skip) {
          // Not ours: kept as bytes.
        } else if (level === levelOf.text) {
          inline.open(element.local, attributes, start, end)
          next = levelOf.text
        } else if (element.uri === uri) {
          next = nextLevel(level, element.local, version)
          if (next === levelOf.file || next === levelOf.group) {
            const kind = next === levelOf.file ? 'file' : 'group'
            openContainer(kind, attributes, { start, end }, scope)
          } else if (next === levelOf.unit) {
            openUnit(attributes, { start, end })
          } else if (next === levelOf.body) {
            const container = present(containers[current])
            container.scope = scope
            container.bodyStart = end
          } else if (next === levelOf.segment) sources = 0
          else if (next === levelOf.text) {
            if (element.local === 'source' && ++sources > 1) fail('xliff.two-sources', { start, end }, { unit: unitId })
            inline.begin(element.local)
          }
        }
        if (
          next === levelOf.skip &&
          headStart < 0 &&
          (level === levelOf.root || level === levelOf.file || level === levelOf.body || level === levelOf.group)
        ) {
          headStart = start
        }
        stack.push(next)
      },
      close(_element, _start, end) {
        const level = stack.pop()
        const above = stack[stack.length - 1]
        if (level === levelOf.skip) {
          if (above !== levelOf.skip && headStart >= 0) {
            const heads = containers[current]?.heads ?? rootHeads
            heads.push({ start: headStart, end })
            headStart = -1
          }
        } else if (level === levelOf.text) {
          if (above === levelOf.text) inline.close()
          else inline.finish(version === '1.2')
        } else if (level === levelOf.segment) {
          if (sources === 0) fail('xliff.no-source', unitStart, { unit: unitId })
        } else if (level === levelOf.unit) {
          if (version === '1.2' && sources === 0) fail('xliff.no-source', unitStart, { unit: unitId })
          units.end(end)
          inline.finishUnit()
        } else if (level === levelOf.file || level === levelOf.group) {
          const container = present(containers[current])
          container.end = end
          current = container.parent
        } else if (level === levelOf.root) root = { ...root, end }
      },
      unbound(prefix, place) {
        warn(formatFinding('xliff/unbound-prefix', { level: 'warning', place, data: { prefix } }))
      },
    },
  )
  if (files.length === 0) fail('xliff.no-file', root)

  return {
    name,
    text,
    version,
    uri,
    flavour,
    root,
    rootHeads,
    containers,
    files,
    unitCount: units.count,
    unitSpan: units.span,
    unitContainer: units.container,
    unitById: (file, id) => ids[file]?.find(id),
    unitAt: units.at,
    warnings,
    trees: new Map(),
    get lines() {
      lines ??= lineIndex(text)
      return lines
    },
    encode: options.encode,
  }
}

function supportedVersion(given: string): XliffVersion | undefined {
  // 1.0 and 1.1 differ from 1.2 in what they lack.
  if (given === '1.0' || given === '1.1') return '1.2'
  return xliffVersions.find(version => version === given)
}

function isNamespaceOf(version: XliffVersion, uri: string): boolean {
  if (version === '1.2') return /^urn:oasis:names:tc:xliff:document:1\.[0-2]$/.test(uri)
  // 2.2 allows `version` 2.0 and 2.1 in its namespace; some tools write 2.2 in the old one.
  return uri === xliff20Uri || uri === xliff22Uri
}

function flavourOf(attributes: XmlAttributes): Flavour {
  for (const { name, value } of attributes.list()) {
    if (!name.startsWith('xmlns:')) continue
    for (const [flavour, uri] of Object.entries(vendorUris)) {
      // Proof: the keys of `vendorUris` are flavours.
      if (value === uri) return flavour as Flavour
    }
  }
  return 'standard'
}

function nextLevel(
  level: Exclude<Level, typeof levelOf.text | typeof levelOf.skip>,
  local: string,
  version: XliffVersion,
): Level {
  switch (level) {
    case levelOf.root:
      return local === 'file' ? levelOf.file : levelOf.skip
    case levelOf.file:
      if (version === '1.2') return local === 'body' ? levelOf.body : levelOf.skip
      return local === 'unit' ? levelOf.unit : local === 'group' ? levelOf.group : levelOf.skip
    case levelOf.body:
    case levelOf.group:
      if (local === 'group') return levelOf.group
      return local === (version === '1.2' ? 'trans-unit' : 'unit') ? levelOf.unit : levelOf.skip
    case levelOf.unit:
      if (version === '1.2')
        return local === 'source' || local === 'target' || local === 'seg-source' ? levelOf.text : levelOf.skip
      return local === 'segment' || local === 'ignorable' ? levelOf.segment : levelOf.skip
    case levelOf.segment:
      return local === 'source' || local === 'target' ? levelOf.text : levelOf.skip
  }
}
