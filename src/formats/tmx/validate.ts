/** TMX 1.4b: structure by its DTD, and the rules of its prose. Reads in one pass; memory holds one unit. */

import type { Finding, Level, MessageData, Place, Position } from '../../model/index.ts'
import { lineIndex } from '../../text/lines.ts'
import { formFinding } from '../finding.ts'
import { checkStructure, type ElementRule, element, type Grammar } from '../grammar.ts'
import {
  childElements,
  type NamespaceScope,
  type QualifiedName,
  type XmlAttributes,
  type XmlElement,
  type XmlNode,
  xmlStream,
} from '../xml/index.ts'
import { isTmxDate } from './dates.ts'
import { seenUnits } from './duplicates.ts'
import { readSegment } from './read-segment.ts'
import { remembering } from './remembering.ts'
import { tmxLanguage } from './unit.ts'

const types = 'block|paragraph|sentence|phrase'
const dates = 'creationdate creationid changedate changeid'
const usage = 'datatype usagecount lastusagedate creationtool creationtoolversion'
const inside = 'bpt ept it ph hi ut'

const elements: readonly (readonly [string, ElementRule])[] = [
  ['tmx', element('header, body', 'version!=1.1|1.2|1.3|1.4')],
  [
    'header',
    element(
      '(note|prop|ude)*',
      `creationtool! creationtoolversion! segtype!=${types} o-tmf! adminlang! srclang! datatype! o-encoding ${dates}`,
    ),
  ],
  ['body', element('tu*', '')],
  ['note', element('#text', 'o-encoding xml:lang lang')],
  ['prop', element('#text', 'type! xml:lang o-encoding lang')],
  ['ude', element('map+', 'name! base')],
  ['map', element('', 'unicode! code ent subst')],
  ['tu', element('(note|prop)*, tuv+', `tuid o-encoding ${usage} ${dates} segtype=${types} o-tmf srclang`)],
  ['tuv', element('(note|prop)*, seg', `xml:lang lang o-encoding ${usage} ${dates} o-tmf`)],
  ['seg', element(`#text ${inside}`, '')],
  ['hi', element(`#text ${inside}`, 'x type')],
  ['sub', element(`#text ${inside}`, 'datatype type')],
  ['bpt', element('#text sub', 'i! x type')],
  ['ept', element('#text sub', 'i!')],
  ['it', element('#text sub', 'pos!=begin|end x type')],
  ['ph', element('#text sub', 'x assoc=p|f|b type')],
  ['ut', element('#text sub', 'x')],
]
const grammar: Grammar = { uri: '', elements: new Map(elements) }

/** All but header and units: they are checked one by one, here they only stand where they stand. */
const anything: ElementRule = { ...element('any', ''), attributes: new Map() }
const frameGrammar: Grammar = { uri: '', elements: new Map([...elements, ['header', anything], ['tu', anything]]) }

/**
 * All faults of a file, of its bytes or of the pieces they come in. Two units of one tuid, units with one language or none of the
 * source are warnings, the rest errors.
 * @throws Failure `xml.*`, `encoding.*` where it is not well-formed.
 */
export function validateTmx(
  bytes: Uint8Array | Iterable<Uint8Array>,
  { file }: { readonly file: string },
): readonly Finding[] {
  const findings: Finding[] = []
  const tell = (rule: string, place: Place, data: MessageData, level: Level = 'error'): void => {
    findings.push(formFinding({ rule: `tmx/${rule}`, level, place, data }))
  }
  const checks = prose()
  const open: FrameElement[] = []
  let root: FrameElement | undefined
  let isCapturing = false
  const stream = xmlStream(
    { file },
    {
      open(name, attributes, start, end, _isSelfClosing, scope) {
        if (isCapturing) return
        const place = { file, start: stream.position(start), end: stream.position(end) }
        const at = frameElement(name, attributes, scope, place)
        open.at(-1)?.children.push(at)
        root ??= at
        open.push(at)
      },
      close() {
        if (!isCapturing) open.pop()
      },
      text(text, isCdata) {
        if (isCapturing || open.length === 0 || text.trim() === '') return
        open.at(-1)?.children.push({ kind: 'text', text, isCdata, start: 0, end: 0 })
      },
      capture(name) {
        isCapturing = name.local === 'tu' || name.local === 'header'
        return isCapturing
      },
      captured(at, source, _offset, position) {
        isCapturing = false
        const lines = lineIndex(source)
        const placeOf = (where: XmlElement): Place => ({
          file,
          start: shifted(lines.position(where.start), position),
          end: shifted(lines.position(where.contentStart), position),
        })
        addCaptured(open.at(-1), at, placeOf(at))
        const report: Report = (rule, where, data, level) => tell(rule, placeOf(where), data, level)
        checkStructure(at, { ...grammar, uri: at.uri }, report)
        if (at.local === 'tu') checks.unit(at, report)
        else checks.header(at, report)
      },
    },
  )
  for (const piece of bytes instanceof Uint8Array ? [bytes] : bytes) stream.write(piece)
  stream.end()
  if (root !== undefined) {
    // Proof: every element of the frame was made below.
    const report: Report = (rule, where, data, level) => tell(rule, (where as FrameElement).place, data, level)
    if (root.local !== 'tmx') report('root', root, { found: root.name.slice(0, 60) })
    else checkStructure(root, { ...frameGrammar, uri: root.uri }, report)
  }
  return findings.toSorted(
    (a, b) => a.place.start.line - b.place.start.line || a.place.start.column - b.place.start.column,
  )
}

/** A position in a text that begins at `begin`. */
function shifted({ line, column }: Position, begin: Position): Position {
  return { line: begin.line + line - 1, column: line === 1 ? begin.column + column - 1 : column }
}

/** A unit after a unit says nothing new about the frame, and there may be millions. */
function addCaptured(parent: FrameElement | undefined, at: XmlElement, place: Place): void {
  const last = parent?.children.at(-1)
  const isRepeated = last?.kind === 'element' && last.local === 'tu' && at.local === 'tu' && last.uri === at.uri
  if (parent === undefined || (isRepeated && parent.local === 'body')) return
  const element: FrameElement = { ...at, children: [], attributes: [], place }
  parent.children.push(element)
}

type Report = (rule: string, at: XmlElement, data: MessageData, level?: Level) => void

/** An element outside the units, with the place of its start tag. */
type FrameElement = XmlElement & { readonly children: XmlNode[]; readonly place: Place }

function frameElement(
  name: QualifiedName,
  attributes: XmlAttributes,
  scope: NamespaceScope,
  place: Place,
): FrameElement {
  const none = { start: 0, end: 0, valueStart: 0, valueEnd: 0 }
  return {
    kind: 'element',
    ...name,
    attributes: attributes.list().map(({ name: raw, value }) => ({ ...scope.attribute(raw), value, ...none })),
    children: [],
    start: 0,
    contentStart: 0,
    contentEnd: 0,
    end: 0,
    isSelfClosing: false,
    scope,
    place,
  }
}

const dateAttributes: readonly string[] = ['creationdate', 'changedate', 'lastusagedate']

/** What the specification says in words; remembers the header's language and the ids. */
function prose() {
  const seen = seenUnits()
  const isLanguage = remembering(tag => tmxLanguage(tag) !== undefined)
  let headerLanguage = '*all*'
  const common = (at: XmlElement, report: Report): void => {
    for (const { name, value } of at.attributes) {
      const data = { element: at.name, attribute: name, value: value.slice(0, 60) }
      if (dateAttributes.includes(name) && !isTmxDate(value)) report('date', at, data)
      if (name === 'usagecount' && !/^\d+$/.test(value)) report('number', at, data)
      const isTag = name === 'xml:lang' || name === 'lang' || name === 'adminlang'
      if (isTag && !isLanguage(value)) report('invalid-language', at, { language: value.slice(0, 60) })
      if (name === 'srclang' && value.toLowerCase() !== '*all*' && !isLanguage(value)) {
        report('source-language', at, { language: value.slice(0, 60) })
      }
    }
    for (const child of childElements(at)) {
      if (child.local !== 'seg') common(child, report)
    }
  }
  return {
    header(at: XmlElement, report: Report): void {
      headerLanguage = attribute(at, 'srclang') ?? '*all*'
      common(at, report)
      for (const ude of childElements(at)) {
        if (ude.local !== 'ude' || attribute(ude, 'base') !== undefined) continue
        if (childElements(ude).some(map => attribute(map, 'code') !== undefined)) {
          report('missing-attribute', ude, { element: ude.name, attribute: 'base' })
        }
      }
    },
    unit(at: XmlElement, report: Report): void {
      common(at, report)
      const variants = childElements(at).filter(child => child.local === 'tuv')
      const tags = variants.flatMap(tuv => attribute(tuv, 'xml:lang') ?? attribute(tuv, 'lang') ?? [])
      for (const tuv of variants) {
        if (attribute(tuv, 'xml:lang') === undefined && attribute(tuv, 'lang') === undefined) {
          report('missing-language', tuv, {})
        }
        for (const seg of childElements(tuv)) if (seg.local === 'seg') checkCodes(seg, report)
      }
      if (variants.length === 1) report('single-variant', at, { language: tags[0] ?? '' }, 'warning')
      const source = attribute(at, 'srclang') ?? headerLanguage
      if (
        variants.length > 1 &&
        source.toLowerCase() !== '*all*' &&
        !tags.some(tag => primary(tag) === primary(source))
      ) {
        report('source-variant', at, { language: source.slice(0, 60) }, 'warning')
      }
      const id = attribute(at, 'tuid')
      if (id !== undefined && seen.add(id, 0) !== 'new')
        report('duplicate-tuid', at, { id: id.slice(0, 100) }, 'warning')
    },
  }
}

function checkCodes(seg: XmlElement, report: Report): void {
  readSegment(seg, code => {
    // Proof: it hands back elements of the tree it was given.
    const at = code as XmlElement
    report('unpaired-code', at, { element: at.local, number: attribute(at, 'i') ?? '' })
  })
  const seen = new Set<string>()
  const walk = (parent: XmlElement): void => {
    for (const child of childElements(parent)) {
      const i = child.local === 'bpt' ? attribute(child, 'i') : undefined
      if (i !== undefined && seen.has(i)) report('duplicate-code', child, { number: i.slice(0, 40) })
      if (i !== undefined) seen.add(i)
      if (child.local === 'hi') walk(child)
    }
  }
  walk(seg)
}

function primary(tag: string): string {
  return tag.toLowerCase().replace(/[-_].*$/s, '')
}

function attribute(at: XmlElement, name: string): string | undefined {
  return at.attributes.find(each => each.name === name)?.value
}
