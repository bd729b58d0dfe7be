/** A `<tu>` as a translation unit of the model. */

import {
  type Attribute,
  type Language,
  language,
  plainText,
  states,
  type TranslationUnit,
  type Variant,
} from '../../model/index.ts'
import { sha256 } from '../../text/hash.ts'
import { valueAt } from '../../text/present.ts'
import { attribute, isDeclaration, type TmxElement, textIn } from './element.ts'
import { readSegment } from './read-segment.ts'
import { extended } from './short-list.ts'

/** What is wrong with one unit; the name is the rule `tmx/…`. `element` is where. */
export interface UnitFault {
  readonly rule: UnitRule
  readonly element: TmxElement
  readonly data?: Readonly<Record<string, string | number>>
}

export type UnitRule =
  | 'no-variant'
  | 'single-variant'
  | 'missing-language'
  | 'invalid-language'
  | 'missing-segment'
  | 'unpaired-code'

/** Props of our own, and what other tools call the same. */
const previousTypes: readonly string[] = ['x-previous', 'x-context-pre', 'prev']
const nextTypes: readonly string[] = ['x-next', 'x-context-post', 'next']

/** Attributes of a tu or tuv that are not part of the model's fields keep their name behind this sign in `properties`. */
export const attributeSign = '@'
/** A note of a tuv among the properties of its variant. */
export const variantNote = '@note'

const unitFields: ReadonlySet<string> = new Set([
  'tuid',
  'creationdate',
  'changedate',
  'creationid',
  'xml:lang',
  'lang',
])

const variantFields: ReadonlySet<string> = new Set(['xml:lang', 'lang'])

/** What reading a unit asks of its reader. */
export interface UnitReader {
  fault(fault: UnitFault): void
  /** {@link tmxLanguage}, which asks the platform: slow, and a file uses few. */
  language(tag: string): Language | undefined
  /** `fromTmxDate`, with the same string for the same date. */
  date(text: string): string
  /** Hears which `<seg>` each variant is from. */
  readonly variant?: ((variant: Variant, seg: TmxElement) => void) | undefined
}

type Draft = { -readonly [Key in keyof TranslationUnit]: TranslationUnit[Key] }

/** Reads a `<tu>`; undefined when it has no variant that can be kept. */
export function readUnit(tu: TmxElement, reader: UnitReader): TranslationUnit | undefined {
  let variants: readonly Variant[] = []
  let notes: readonly string[] = []
  let properties = attributeProperties(tu, unitFields)
  const own: { [Field in OwnField]?: string } = {}
  for (const child of tu.children) {
    if (child.kind !== 'element') continue
    if (child.local === 'tuv') {
      const variant = readVariant(child, reader)
      if (variant !== undefined) variants = extended(variants, variant)
    } else if (child.local === 'note') notes = extended(notes, textIn(child))
    else if (child.local === 'prop') {
      const prop = property(child)
      const field = fieldOf(prop)
      if (field === undefined || own[field] !== undefined) properties = extended(properties, prop)
      else own[field] = field === 'previous' || field === 'next' ? withoutSeg(prop.value) : prop.value
    }
  }
  const [first] = variants
  if (first === undefined) {
    reader.fault({ rule: 'no-variant', element: tu })
    return undefined
  }
  if (variants.length === 1) reader.fault({ rule: 'single-variant', element: tu, data: { language: first.language } })
  const unit: Draft = { id: attribute(tu, 'tuid') || contentId(variants), variants }
  const { previous, next, origin } = own
  if (previous !== undefined) unit.previous = previous
  if (next !== undefined) unit.next = next
  if (origin !== undefined) unit.origin = origin
  const state = own.state === undefined ? undefined : states.find(known => known === own.state)
  if (state !== undefined) unit.state = state
  const author = attribute(tu, 'creationid')
  if (author) unit.author = author
  const created = attribute(tu, 'creationdate')
  if (created) unit.created = reader.date(created)
  const changed = attribute(tu, 'changedate')
  if (changed) unit.changed = reader.date(changed)
  if (notes.length > 0) unit.notes = notes
  if (properties.length > 0) unit.properties = properties
  return unit
}

/** Id of a unit without tuid: hash of its languages and texts, so that the same unit gets the same id in every file. */
export function contentId(variants: readonly Variant[]): string {
  const parts = variants.map(variant => `${variant.language}\u0000${plainText(variant.content)}`)
  return `t${sha256(parts.join('\u0001')).slice(0, 16)}`
}

/** BCP 47 tag of a variant: `ru_RU`, `RU` and `ru-ru` are read too. */
export function tmxLanguage(tag: string): Language | undefined {
  try {
    return language(tag.trim().replaceAll('_', '-'))
  } catch {
    // Failure `language.invalid-tag`: told by the caller, with its place.
    return undefined
  }
}

function readVariant(tuv: TmxElement, reader: UnitReader): Variant | undefined {
  const tag = attribute(tuv, 'xml:lang') ?? attribute(tuv, 'lang')
  let properties = attributeProperties(tuv, variantFields)
  let seg: TmxElement | undefined
  for (const child of tuv.children) {
    if (child.kind !== 'element') continue
    if (child.local === 'seg') seg ??= child
    else if (child.local === 'prop') properties = extended(properties, property(child))
    else if (child.local === 'note') properties = extended(properties, { name: variantNote, value: textIn(child) })
  }
  if (tag === undefined) reader.fault({ rule: 'missing-language', element: tuv })
  if (seg === undefined) reader.fault({ rule: 'missing-segment', element: tuv })
  if (tag === undefined || seg === undefined) return undefined
  const known = reader.language(tag)
  if (known === undefined) {
    reader.fault({ rule: 'invalid-language', element: tuv, data: { language: tag.slice(0, 60) } })
    return undefined
  }
  const content = readSegment(seg, element => {
    const data = { element: element.local, number: attribute(element, 'i') ?? '' }
    reader.fault({ rule: 'unpaired-code', element, data })
  })
  const variant: Variant =
    properties.length === 0 ? { language: known, content } : { language: known, content, properties }
  reader.variant?.(variant, seg)
  return variant
}

/** Attributes that are no field of the model. */
function attributeProperties(element: TmxElement, fields: ReadonlySet<string>): readonly Attribute[] {
  let properties: readonly Attribute[] = []
  for (const { name, value } of element.attributes) {
    if (!fields.has(name) && !isDeclaration(name)) {
      properties = extended(properties, { name: attributeSign + name, value })
    }
  }
  return properties
}

function property(prop: TmxElement): Attribute {
  return { name: attribute(prop, 'type') ?? '', value: textIn(prop) }
}

type OwnField = 'previous' | 'next' | 'origin' | 'state'

function fieldOf({ name, value }: Attribute): OwnField | undefined {
  if (previousTypes.includes(name)) return 'previous'
  if (nextTypes.includes(name)) return 'next'
  if (name === 'x-origin') return 'origin'
  return name === 'x-state' && states.some(state => state === value) ? 'state' : undefined
}

/** Some tools put the neighbour's whole `<seg>` in the property, as text; plain ones are kept as they are. */
function withoutSeg(value: string): string {
  const [, inside] = /^<seg>([^<>]*)<\/seg>$/.exec(value) ?? []
  return inside === undefined
    ? value
    : inside.replace(/&(?:lt|gt|quot|apos|amp);/g, reference => valueAt(entities, reference))
}

const entities: ReadonlyMap<string, string> = new Map([
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&apos;', "'"],
  ['&amp;', '&'],
])
