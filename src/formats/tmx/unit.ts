/** A `<tu>` as a translation unit of the model. */

import {
  type Attribute,
  type Language,
  language,
  plainText,
  type State,
  states,
  type TranslationUnit,
  type Variant,
} from '../../model/index.ts'
import { sha256 } from '../../text/hash.ts'
import { childElements, textOf, type XmlElement } from '../xml/index.ts'
import { fromTmxDate } from './dates.ts'
import { readSegment } from './segment.ts'

/** What is wrong with one unit; the name is the rule `tmx/…`. `element` is where. */
export interface UnitFault {
  readonly rule: UnitRule
  readonly element: XmlElement
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

/** Reads a `<tu>`; undefined when it has no variant that can be kept. `onVariant` hears which `<seg>` each variant is from. */
export function readUnit(
  tu: XmlElement,
  onFault: (fault: UnitFault) => void,
  onVariant: (variant: Variant, seg: XmlElement) => void = () => {},
): TranslationUnit | undefined {
  const children = childElements(tu)
  const variants = children.flatMap(child => (child.local === 'tuv' ? readVariant(child, onFault, onVariant) : []))
  if (variants.length === 0) onFault({ rule: 'no-variant', element: tu })
  if (variants.length === 0) return undefined
  if (variants.length === 1)
    onFault({ rule: 'single-variant', element: tu, data: { language: variants[0]?.language ?? '' } })
  const notes = children.filter(child => child.local === 'note').map(textOf)
  const props = children.filter(child => child.local === 'prop').map(property)
  const own = new Map<string, string>()
  const properties: Attribute[] = tu.attributes
    .filter(each => !unitFields.has(each.name) && each.prefix !== 'xmlns')
    .map(({ name, value }) => ({ name: attributeSign + name, value }))
  for (const prop of props) {
    const field = fieldOf(prop)
    if (field === undefined || own.has(field)) properties.push(prop)
    else own.set(field, field === 'previous' || field === 'next' ? withoutSeg(prop.value) : prop.value)
  }
  const tuid = attribute(tu, 'tuid')
  const dates = { created: attribute(tu, 'creationdate'), changed: attribute(tu, 'changedate') }
  const author = attribute(tu, 'creationid')
  // Proof: fieldOf names `state` only for a word of `states`.
  const state = own.get('state') as State | undefined
  return {
    id: tuid === undefined || tuid === '' ? contentId(variants) : tuid,
    variants,
    ...optional('previous', own.get('previous')),
    ...optional('next', own.get('next')),
    ...optional('origin', own.get('origin')),
    ...optional('author', author || undefined),
    ...optional('created', dates.created ? fromTmxDate(dates.created) : undefined),
    ...optional('changed', dates.changed ? fromTmxDate(dates.changed) : undefined),
    ...optional('state', state),
    ...(notes.length === 0 ? {} : { notes }),
    ...(properties.length === 0 ? {} : { properties }),
  }
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

function readVariant(
  tuv: XmlElement,
  onFault: (fault: UnitFault) => void,
  onVariant: (variant: Variant, seg: XmlElement) => void,
): readonly Variant[] {
  const tag = attribute(tuv, 'xml:lang') ?? attribute(tuv, 'lang')
  const seg = childElements(tuv).find(child => child.local === 'seg')
  if (tag === undefined) onFault({ rule: 'missing-language', element: tuv })
  if (seg === undefined) onFault({ rule: 'missing-segment', element: tuv })
  if (tag === undefined || seg === undefined) return []
  const known = tmxLanguage(tag)
  if (known === undefined) {
    onFault({ rule: 'invalid-language', element: tuv, data: { language: tag.slice(0, 60) } })
    return []
  }
  const content = readSegment(seg, element =>
    onFault({
      rule: 'unpaired-code',
      element,
      data: { element: element.local, number: attribute(element, 'i') ?? '' },
    }),
  )
  const properties = [
    ...tuv.attributes
      .filter(each => each.name !== 'xml:lang' && each.name !== 'lang' && each.prefix !== 'xmlns')
      .map(({ name, value }) => ({ name: attributeSign + name, value })),
    ...childElements(tuv).flatMap(child =>
      child.local === 'prop'
        ? [property(child)]
        : child.local === 'note'
          ? [{ name: variantNote, value: textOf(child) }]
          : [],
    ),
  ]
  const variant = { language: known, content, ...(properties.length === 0 ? {} : { properties }) }
  onVariant(variant, seg)
  return [variant]
}

function property(prop: XmlElement): Attribute {
  return { name: attribute(prop, 'type') ?? '', value: textOf(prop) }
}

function fieldOf({ name, value }: Attribute): 'previous' | 'next' | 'origin' | 'state' | undefined {
  if (previousTypes.includes(name)) return 'previous'
  if (nextTypes.includes(name)) return 'next'
  if (name === 'x-origin') return 'origin'
  return name === 'x-state' && states.some(state => state === value) ? 'state' : undefined
}

/** Some tools put the neighbour's whole `<seg>` in the property, as text; plain ones are kept as they are. */
function withoutSeg(value: string): string {
  const found = /^<seg>([^<>]*)<\/seg>$/.exec(value)
  return found === null
    ? value
    : (found[1] ?? '').replace(/&(lt|gt|quot|apos|amp);/g, (_, name) => entities.get(name) ?? '')
}

const entities: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['amp', '&'],
])

function optional<Name extends string, Value>(name: Name, value: Value | undefined): Partial<Record<Name, Value>> {
  // Proof: one key, `name`, with a value of the named type.
  return value === undefined ? {} : ({ [name]: value } as Partial<Record<Name, Value>>)
}

function attribute(element: XmlElement, name: string): string | undefined {
  return element.attributes.find(each => each.name === name)?.value
}
