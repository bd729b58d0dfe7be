/** Reads TMX 1.1–1.4b, whole or in pieces. */

import {
  type Attribute,
  Failure,
  type Finding,
  type Language,
  type Place,
  placeAt,
  plainText,
  type Span,
  type TranslationUnit,
  type Variant,
} from '../../model/index.ts'
import { lineIndex } from '../../text/lines.ts'
import { formFinding } from '../finding.ts'
import { childElements, decodeXml, textOf, type XmlElement, type XmlStream, xmlStream } from '../xml/index.ts'
import { seenUnits } from './duplicates.ts'
import { readUnit, tmxLanguage, type UnitFault } from './unit.ts'

export interface TmxHeader {
  /** As written; 1.1 to 1.4 are read. */
  readonly version: string
  /** `*all*`: every variant may be the source. Undefined when the header names none. */
  readonly sourceLanguage?: Language | '*all*'
  /** All attributes of `<header>`, as written. */
  readonly attributes: readonly Attribute[]
  readonly notes: readonly string[]
  readonly properties: readonly Attribute[]
}

export interface Tmx {
  readonly header: TmxHeader
  readonly units: readonly TranslationUnit[]
  /** Rules `tmx/…`, in the order of the file. */
  readonly findings: readonly Finding[]
}

export interface StreamTmxOptions {
  /** Path as the user gave it. */
  readonly file: string
  /** Called once, before the first unit. */
  readonly onHeader?: (header: TmxHeader) => void
  /** What is odd but could be read: warnings with rules `tmx/…`. */
  readonly onFinding?: (finding: Finding) => void
}

/**
 * Reads a whole TMX file.
 * @throws Failure `tmx.not-tmx`, `tmx.no-body`, `xml.*`, `encoding.*`, with place.
 */
export function readTmx(bytes: Uint8Array, { file }: { readonly file: string }): Tmx {
  let header: TmxHeader | undefined
  let lines: ReturnType<typeof lineIndex> | undefined
  const findings: Finding[] = []
  const units: TranslationUnit[] = []
  const reader = tmxReader({
    file,
    onHeader: found => {
      header = found
    },
    onFinding: finding => findings.push(finding),
    onUnit: unit => units.push(unit),
    placeOf: ({ start, end }) => {
      lines ??= lineIndex(decodeXml(bytes, { file }).text)
      return lines.place(file, { start, end })
    },
  })
  reader.write(bytes)
  reader.end()
  return { header: header ?? emptyHeader, units, findings }
}

/**
 * Units of a file that comes in pieces; memory holds one piece and one unit (and 12 bytes an id).
 * **Nothing is sure before the end:** a file that is cut or broken later throws then, so the caller keeps what it was given
 * in one transaction and undoes it on an error.
 * @throws Failure as {@link readTmx}.
 */
export function* streamTmx(pieces: Iterable<Uint8Array>, options: StreamTmxOptions): Generator<TranslationUnit> {
  let batch: TranslationUnit[] = []
  const reader = tmxReader({ ...options, onUnit: unit => batch.push(unit) })
  for (const piece of pieces) {
    reader.write(piece)
    yield* batch
    batch = []
  }
  reader.end()
  yield* batch
}

/** As {@link streamTmx} for pieces that arrive later (a file stream); yields the units of each piece together. */
export async function* streamTmxAsync(
  pieces: AsyncIterable<Uint8Array>,
  options: StreamTmxOptions,
): AsyncGenerator<readonly TranslationUnit[]> {
  let batch: TranslationUnit[] = []
  const reader = tmxReader({ ...options, onUnit: unit => batch.push(unit) })
  for await (const piece of pieces) {
    reader.write(piece)
    if (batch.length > 0) yield batch
    batch = []
  }
  reader.end()
  if (batch.length > 0) yield batch
}

export interface TmxReaderOptions extends StreamTmxOptions {
  readonly onUnit: (unit: TranslationUnit, span: Span) => void
  /** Which `<seg>` each variant is from: its span in the whole text. */
  readonly onVariant?: (variant: Variant, seg: Span) => void
  /** Exact places, when the whole text is at hand; else lines only. */
  readonly placeOf?: (span: Span) => Place
}

/** The one reader: pieces in, units out. */
export function tmxReader(options: TmxReaderOptions): XmlStream {
  const { file, onUnit, onHeader, onFinding = () => {} } = options
  const seen = seenUnits()
  let version = ''
  let isRoot = true
  let hasHeader = false
  let hasBody = false
  const report = (
    fault: UnitFault | { rule: string; element: XmlElement; data?: UnitFault['data'] },
    place: Place,
  ): void => {
    const { rule, data = {} } = fault
    onFinding(formFinding({ rule: `tmx/${rule}`, level: 'warning', place, data }))
  }
  const readHeader = (element: XmlElement, place: Place): void => {
    hasHeader = true
    const header = headerOf(element, version)
    if (header.sourceLanguage === undefined) report({ rule: 'source-language', element }, place)
    onHeader?.(header)
  }
  return xmlStream(
    { file },
    {
      open(name, attributes, start, end) {
        if (isRoot) {
          isRoot = false
          if (name.local !== 'tmx') {
            const place = options.placeOf?.({ start, end }) ?? placeAt(file, 1, 1)
            throw new Failure('tmx.not-tmx', { data: { found: name.name.slice(0, 60) }, place })
          }
          version = attributes.version ?? ''
          if (/^1\.[1-4]$/.test(version)) return
          const place = options.placeOf?.({ start, end }) ?? placeAt(file, 1, 1)
          onFinding(
            formFinding({ rule: 'tmx/version', level: 'warning', place, data: { version: version.slice(0, 20) } }),
          )
        } else if (name.local === 'body') {
          hasBody = true
          if (!hasHeader) onHeader?.({ ...emptyHeader, version })
        }
      },
      capture: name => name.local === 'tu' || name.local === 'header',
      captured(element, source, offset, line) {
        const placeOf = (inner: XmlElement): Place =>
          options.placeOf?.({ start: offset + inner.start, end: offset + inner.end }) ??
          linePlace(file, element, inner, source, line)
        if (element.local === 'header') {
          readHeader(element, placeOf(element))
          return
        }
        const unit = readUnit(
          element,
          fault => report(fault, placeOf(fault.element)),
          options.onVariant &&
            ((variant, seg) => options.onVariant?.(variant, { start: offset + seg.start, end: offset + seg.end })),
        )
        if (unit === undefined) return
        const content = contentKey(unit)
        const state = seen.add(unit.id, content)
        const span = { start: offset + element.start, end: offset + element.end }
        if (state === 'new') onUnit(unit, span)
        else {
          report(
            { rule: state === 'same' ? 'duplicate-unit' : 'duplicate-tuid', element, data: { id: unit.id } },
            placeOf(element),
          )
          if (state === 'other') onUnit(renamed(unit, content, seen.add), span)
        }
      },
      close(name) {
        if (name.local === 'tmx' && !hasBody) throw new Failure('tmx.no-body', { place: placeAt(file, 1, 1) })
      },
    },
  )
}

const emptyHeader: TmxHeader = { version: '', attributes: [], notes: [], properties: [] }

function headerOf(element: XmlElement, version: string): TmxHeader {
  const attributes = element.attributes.map(({ name, value }) => ({ name, value }))
  const srclang = attributes.find(each => each.name === 'srclang')?.value.trim()
  const known = srclang === undefined ? undefined : srclang.toLowerCase() === '*all*' ? '*all*' : tmxLanguage(srclang)
  const children = childElements(element)
  return {
    version,
    ...(known === undefined ? {} : { sourceLanguage: known }),
    attributes,
    notes: children.filter(child => child.local === 'note').map(textOf),
    properties: children
      .filter(child => child.local === 'prop')
      .map(child => ({ name: child.attributes.find(each => each.name === 'type')?.value ?? '', value: textOf(child) })),
  }
}

/** What makes two units of one id the same. */
function contentKey(unit: TranslationUnit): string {
  return unit.variants.map(variant => `${variant.language}\u0000${plainText(variant.content)}`).join('\u0001')
}

/** A second unit of an id keeps its text under an id of its own: the same in every reading of the file. */
function renamed(
  unit: TranslationUnit,
  content: string,
  add: (id: string, content: string) => string,
): TranslationUnit {
  let number = 2
  let id = `${unit.id}-${number}`
  while (add(id, content) !== 'new') id = `${unit.id}-${++number}`
  return { ...unit, id }
}

/** Line of an element inside a captured one; the column is not known while reading in pieces. */
function linePlace(file: string, outer: XmlElement, inner: XmlElement, source: string, line: number): Place {
  const lines = lineIndex(source)
  const first = line - lines.position(outer.contentStart).line + 1
  const { line: inside, column } = lines.position(inner.start)
  return placeAt(file, first + inside - 1, inside === 1 ? 1 : column)
}
