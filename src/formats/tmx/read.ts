/** Reads TMX 1.1–1.4b, whole or in pieces. */

import {
  type Attribute,
  Failure,
  type Finding,
  type Language,
  type MessageData,
  type Place,
  placeAt,
  plainText,
  type Span,
  type TranslationUnit,
  type Variant,
} from '../../model/index.ts'
import { lineIndex } from '../../text/lines.ts'
import { ownCopy } from '../../text/own-copy.ts'
import { formFinding } from '../finding.ts'
import { decodeXml, type XmlStream, xmlStream } from '../xml/index.ts'
import { fromTmxDate } from './dates.ts'
import { hash32, seenUnits } from './duplicates.ts'
import {
  attribute,
  elementsIn,
  isDeclaration,
  type OpenElement,
  openElement,
  type TmxElement,
  textIn,
} from './element.ts'
import { remembering } from './remembering.ts'
import { extended } from './short-list.ts'
import { readUnit, tmxLanguage, type UnitReader } from './unit.ts'

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
  let header = emptyHeader
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
  return { header, units, findings }
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
    for (const unit of batch) yield unit
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
  const { file, onUnit, onHeader, onVariant, placeOf } = options
  const seen = seenUnits()
  /** The innermost open element of the header or unit that is being read. */
  let current: OpenElement | undefined
  let version = ''
  let isRoot = true
  let hasHeader = false
  let hasBody = false
  /** Exact where the whole text is at hand; else the line of an element that is being read. */
  const placeOfElement = (element: TmxElement): Place =>
    placeOf?.({ start: element.start, end: element.end }) ??
    // Proof: what is told of here was made by `openElement`.
    placeAt(file, (element as OpenElement).line, 1)
  const report = (rule: string, element: TmxElement, data: MessageData = {}): void => {
    options.onFinding?.(formFinding({ rule: `tmx/${rule}`, level: 'warning', place: placeOfElement(element), data }))
  }
  const unitReader: UnitReader = {
    fault: ({ rule, element, data }) => report(rule, element, data),
    language: remembering(tmxLanguage),
    date: remembering(fromTmxDate),
    variant: onVariant && ((variant, seg) => onVariant(variant, { start: seg.start, end: seg.end })),
  }
  /** Numbers given to units whose id was taken: the same in every reading of the file. */
  const numbers = new Map<string, number>()
  const renamed = (unit: TranslationUnit, content: number): TranslationUnit => {
    let number = numbers.get(unit.id) ?? 2
    while (seen.add(`${unit.id}-${number}`, content) !== 'new') number++
    numbers.set(ownCopy(unit.id), number + 1)
    return { ...unit, id: `${unit.id}-${number}` }
  }
  const finish = (element: TmxElement): void => {
    if (element.local === 'header') {
      hasHeader = true
      const header = headerOf(element, version)
      if (header.sourceLanguage === undefined) report('source-language', element)
      onHeader?.(header)
      return
    }
    const unit = readUnit(element, unitReader)
    if (unit === undefined) return
    const content = contentHash(unit)
    const state = seen.add(unit.id, content)
    const span = { start: element.start, end: element.end }
    if (state === 'new') onUnit(unit, span)
    else {
      report(state === 'same' ? 'duplicate-unit' : 'duplicate-tuid', element, { id: ownCopy(unit.id) })
      if (state === 'other') onUnit(renamed(unit, content), span)
    }
  }
  const begin = (element: OpenElement): void => {
    isRoot = false
    if (element.local !== 'tmx') {
      throw new Failure('tmx.not-tmx', { data: { found: element.local.slice(0, 60) }, place: placeOfElement(element) })
    }
    version = attribute(element, 'version') ?? ''
    if (!/^1\.[1-4]$/.test(version)) report('version', element, { version: version.slice(0, 20) })
  }
  const stream: XmlStream = xmlStream(
    { file },
    {
      open(name, attributes, start, end) {
        const { local } = name
        const parent = current
        if (parent === undefined && local === 'body' && !isRoot) {
          hasBody = true
          if (!hasHeader) onHeader?.({ ...emptyHeader, version })
        } else if (parent !== undefined || isRoot || local === 'tu' || local === 'header') {
          const element = openElement(parent, local, attributes.list(), start, end, stream.line())
          if (isRoot) begin(element)
          else current = element
        }
      },
      // Between the elements of a unit there is only layout.
      ignoresText: () => current === undefined || current.local === 'tu' || current.local === 'tuv',
      text(text) {
        // Proof: where nothing is read, text is ignored.
        const element = current as OpenElement
        element.children = extended(element.children, { kind: 'text', text })
      },
      close(name, _start, end) {
        const element = current
        if (element !== undefined) {
          element.end = end
          current = element.parent
          if (current === undefined) finish(element)
        } else if (name.local === 'tmx' && !hasBody) throw new Failure('tmx.no-body', { place: placeAt(file, 1, 1) })
      },
    },
  )
  return stream
}

const emptyHeader: TmxHeader = { version: '', attributes: [], notes: [], properties: [] }

function headerOf(element: TmxElement, version: string): TmxHeader {
  const attributes = element.attributes.filter(({ name }) => !isDeclaration(name))
  const srclang = attributes.find(each => each.name === 'srclang')?.value.trim()
  const known = srclang === undefined ? undefined : srclang.toLowerCase() === '*all*' ? '*all*' : tmxLanguage(srclang)
  const children = elementsIn(element)
  return {
    version,
    ...(known === undefined ? {} : { sourceLanguage: known }),
    attributes,
    notes: children.filter(child => child.local === 'note').map(textIn),
    properties: children
      .filter(child => child.local === 'prop')
      .map(child => ({ name: attribute(child, 'type') ?? '', value: textIn(child) })),
  }
}

/** What makes two units of one id the same: languages and texts, as a hash. */
function contentHash(unit: TranslationUnit): number {
  let hash = 0
  for (const { language, content } of unit.variants) hash = hash32(plainText(content), hash32(language, hash))
  return hash
}
