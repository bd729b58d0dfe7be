/**
 * Writes TMX 1.4b for git: one unit with all its languages, a variant a line, sorted, no date of its own. Two people who add
 * different units change different lines.
 */

import type { Attribute, Language, TranslationUnit, Variant } from '../../model/index.ts'
import { isSameLanguage, plainText } from '../../model/index.ts'
import { encodeText, type TextEncoding } from '../plain/index.ts'
import { escapeAttribute, escapeText, legalXml } from '../xml/index.ts'
import { toTmxDate } from './dates.ts'
import { attributeSign, variantNote } from './unit.ts'
import { type SegmentLoss, writeSegment } from './write-segment.ts'

export interface WriteTmxOptions {
  /** `srclang` of the header; its variant comes first in every unit. */
  readonly sourceLanguage: Language | '*all*'
  /** Language of notes and properties. Default `en`. */
  readonly adminLanguage?: string
  readonly segmentationType?: 'sentence' | 'paragraph' | 'block' | 'phrase'
  readonly dataType?: string
  /** Notes and properties of the header. */
  readonly notes?: readonly string[]
  readonly properties?: readonly Attribute[]
  /** Default UTF-8; UTF-16 is written with its byte order mark. */
  readonly encoding?: TextEncoding
  /** Hears once of each kind of thing TMX cannot hold, with the unit's id. */
  readonly onLoss?: (what: SegmentLoss, unit: string) => void
}

/** All units, sorted by code points of the source text, then of the id. */
export function writeTmx(units: Iterable<TranslationUnit>, options: WriteTmxOptions): Uint8Array {
  const sorted = sortUnits(units, options.sourceLanguage)
  const encoding = options.encoding ?? 'utf-8'
  return encodeText([...writeTmxPieces(sorted, options)].join(''), encoding, encoding !== 'utf-8')
}

/** The file in pieces, units in the order given: for a store that yields them sorted. Text, to be encoded as `encoding` says. */
export function* writeTmxPieces(units: Iterable<TranslationUnit>, options: WriteTmxOptions): Generator<string> {
  yield headText(options)
  for (const unit of units) yield unitText(unit, options)
  yield '  </body>\n</tmx>\n'
}

/** By code points of the source text, then of the id: the order is the same on every machine and in every language. */
export function sortUnits(
  units: Iterable<TranslationUnit>,
  sourceLanguage: Language | '*all*',
): readonly TranslationUnit[] {
  return Array.from(units, unit => ({ unit, source: sourceText(unit, sourceLanguage) }))
    .sort((a, b) => compareCodePoints(a.source, b.source) || compareCodePoints(a.unit.id, b.unit.id))
    .map(({ unit }) => unit)
}

/** Order of Unicode code points; that of UTF-16 units differs above U+FFFF. */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)]
    if (x === y) continue
    // A surrogate stands for a code point above every other unit.
    const [xs, ys] = [x >= 0xd800 && x < 0xe000, y >= 0xd800 && y < 0xe000]
    return xs === ys ? x - y : xs ? 1 : -1
  }
  return a.length - b.length
}

function sourceText(unit: TranslationUnit, sourceLanguage: Language | '*all*'): string {
  const source = orderVariants(unit.variants, sourceLanguage)[0]
  return source === undefined ? '' : plainText(source.content)
}

/** The source first, then by tag; variants of one language keep their order. */
function orderVariants(variants: readonly Variant[], sourceLanguage: Language | '*all*'): readonly Variant[] {
  const rank = (variant: Variant): number => {
    if (sourceLanguage === '*all*') return 2
    return variant.language === sourceLanguage ? 0 : isSameLanguage(variant.language, sourceLanguage) ? 1 : 2
  }
  return variants.toSorted((a, b) => rank(a) - rank(b) || compareCodePoints(a.language, b.language))
}

function headText(options: WriteTmxOptions): string {
  const encoding = (options.encoding ?? 'utf-8') === 'utf-8' ? 'UTF-8' : 'UTF-16'
  const attributes = [
    ['creationtool', 'tilmash'],
    ['creationtoolversion', '1'],
    ['segtype', options.segmentationType ?? 'sentence'],
    ['o-tmf', 'tilmash'],
    ['adminlang', options.adminLanguage ?? 'en'],
    ['srclang', options.sourceLanguage],
    ['datatype', options.dataType ?? 'plaintext'],
  ] as const
  const header = attributes.map(([name, value]) => ` ${name}="${attributeText(value)}"`).join('')
  const inside = [...(options.notes ?? []).map(noteText), ...(options.properties ?? []).map(propertyText)]
  const close = inside.length === 0 ? '/>\n' : `>\n${inside.map(line => `    ${line}\n`).join('')}  </header>\n`
  return `<?xml version="1.0" encoding="${encoding}"?>\n<tmx version="1.4">\n  <header${header}${close}  <body>\n`
}

function unitText(unit: TranslationUnit, options: WriteTmxOptions): string {
  const { properties = [], notes = [] } = unit
  const dates = [
    ['creationdate', unit.created === undefined ? undefined : toTmxDate(unit.created)],
    ['creationid', unit.author],
    ['changedate', unit.changed === undefined ? undefined : toTmxDate(unit.changed)],
  ] as const
  const own = dates.map(([name, value]) => (value === undefined ? '' : ` ${name}="${attributeText(value)}"`)).join('')
  const fields = [
    ['x-state', unit.state],
    ['x-origin', unit.origin],
    ['x-previous', unit.previous],
    ['x-next', unit.next],
  ] as const
  const lines = [
    ...notes.map(noteText),
    ...fields.flatMap(([name, value]) => (value === undefined ? [] : [propertyText({ name, value })])),
    ...properties.filter(each => !each.name.startsWith(attributeSign)).map(propertyText),
    ...orderVariants(unit.variants, options.sourceLanguage).map(variant => variantText(variant, unit.id, options)),
  ]
  const body = lines.map(line => `      ${line}\n`).join('')
  return `    <tu tuid="${attributeText(unit.id)}"${own}${attributesText(properties)}>\n${body}    </tu>\n`
}

function variantText(variant: Variant, id: string, options: WriteTmxOptions): string {
  const { properties = [] } = variant
  const inside = properties
    .filter(each => !each.name.startsWith(attributeSign) || each.name === variantNote)
    .map(each => (each.name === variantNote ? noteText(each.value) : propertyText(each)))
  const seg = writeSegment(variant.content, what => options.onLoss?.(what, id))
  return `<tuv xml:lang="${variant.language}"${attributesText(properties)}>${inside.join('')}<seg>${seg}</seg></tuv>`
}

/** What the DTD allows on a tu or tuv beside the fields of the model. */
const unitAttributes: ReadonlySet<string> = new Set([
  'o-encoding',
  'datatype',
  'usagecount',
  'lastusagedate',
  'creationtool',
  'creationtoolversion',
  'creationdate',
  'creationid',
  'changedate',
  'changeid',
  'segtype',
  'o-tmf',
  'srclang',
])

function attributesText(properties: readonly Attribute[]): string {
  return properties
    .map(({ name, value }) => {
      const own = name.slice(attributeSign.length)
      return name.startsWith(attributeSign) && unitAttributes.has(own) ? ` ${own}="${attributeText(value)}"` : ''
    })
    .join('')
}

function propertyText({ name, value }: Attribute): string {
  return `<prop type="${attributeText(name)}">${lineText(value)}</prop>`
}

function noteText(text: string): string {
  return `<note>${lineText(text)}</note>`
}

/** Ids, notes and properties from other formats may hold what XML cannot: it is left out there; texts keep it as a code. */
function lineText(text: string): string {
  return escapeText(legalXml(text)).replaceAll('\n', '&#10;')
}

function attributeText(value: string): string {
  return escapeAttribute(legalXml(value))
}
