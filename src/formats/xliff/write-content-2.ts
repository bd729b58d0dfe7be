/** Content → elements of XLIFF 2. */

import type { Code, Content, Inline, PairedCode } from '../../model/index.ts'
import { escapeText } from '../xml/index.ts'
import { type AttributePlace, keptAttributes } from './kept-attributes.ts'
import { type MarkupAttributes, startTag } from './markup.ts'

/** What content needs to know of the place it is written to. */
export interface ContentPlace extends AttributePlace {
  /** Prefix of the core elements with its colon, mostly empty. */
  readonly prefix: string
  /** The id of the original data of a code, or undefined when it has none there. */
  dataRef(code: { readonly data?: string; readonly dataRef?: string }): string | undefined
  /** May a marker point to an element of a module? */
  readonly hasModules: boolean
  /** The tags of a code as the file has them, when it has the very same code. */
  rawTags?(inline: Inline): RawTags | undefined
}

export interface RawTags {
  readonly start: string
  readonly end: string
}

/** No line is added or broken: white space is text. */
export function writeContent2(content: Content, place: ContentPlace): string {
  return content.map(inline => writeInline(inline, place)).join('')
}

function writeInline(inline: Inline, place: ContentPlace): string {
  const { prefix } = place
  const raw = place.rawTags?.(inline)
  if (raw !== undefined) {
    const inner = inline.kind === 'pc' || inline.kind === 'mrk' ? writeContent2(inline.children, place) : ''
    return raw.start + inner + raw.end
  }
  switch (inline.kind) {
    case 'text':
      return writeText2(inline.text, prefix)
    case 'cp':
      return codePoint(inline.codePoint, prefix)
    case 'ph':
      return startTag(`${prefix}ph`, codeAttributes(inline, place, [['id', inline.id]]), true)
    case 'sc':
      return startTag(
        `${prefix}sc`,
        codeAttributes(inline, place, [['id', inline.id], isolated(inline.isolated)]),
        true,
      )
    case 'ec': {
      const own = inline.startRef === inline.id ? undefined : inline.id
      const attributes: MarkupAttributes = [['id', own], ['startRef', inline.startRef], isolated(inline.isolated)]
      return startTag(`${prefix}ec`, codeAttributes(inline, place, attributes), true)
    }
    case 'pc': {
      const inner = writeContent2(inline.children, place)
      return `${startTag(`${prefix}pc`, pairAttributes(inline, place))}${inner}</${prefix}pc>`
    }
    case 'mrk': {
      const inner = writeContent2(inline.children, place)
      return `${startTag(`${prefix}mrk`, annotationAttributes(inline, place))}${inner}</${prefix}mrk>`
    }
    case 'sm':
      return startTag(`${prefix}sm`, annotationAttributes(inline, place), true)
    case 'em':
      return startTag(`${prefix}em`, [['startRef', inline.startRef]], true)
  }
}

function isolated(given: boolean | undefined): readonly [string, string | undefined] {
  return ['isolated', given === true ? 'yes' : undefined]
}

/** What XML cannot hold, a lone surrogate too, becomes `<cp hex="001A"/>`. */
export function writeText2(text: string, prefix: string): string {
  let out = ''
  let from = 0
  for (const found of text.matchAll(notXml)) {
    out += escapeText(text.slice(from, found.index)) + codePoint(found[0].charCodeAt(0), prefix)
    from = found.index + found[0].length
  }
  return out + escapeText(text.slice(from))
}

const notXml =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

function codePoint(code: number, prefix: string): string {
  return `<${prefix}cp hex="${code.toString(16).toUpperCase().padStart(4, '0')}"/>`
}

/** 1.2 `ctype` values that are no types of XLIFF 2 ↔ type and subType there (its section 4.3.1.31 and its table of `xlf:` sub-types). */
const typesOf12: ReadonlyMap<string, readonly [type: string, subType: string]> = new Map([
  ['bold', ['fmt', 'xlf:b']],
  ['italic', ['fmt', 'xlf:i']],
  ['underlined', ['fmt', 'xlf:u']],
  ['lb', ['fmt', 'xlf:lb']],
  ['pb', ['fmt', 'xlf:pb']],
])
const types2 = new Set(['fmt', 'ui', 'quote', 'link', 'image', 'other'])

function typeAttributes(code: Code): MarkupAttributes {
  const { type, subType } = codeType2(code)
  return [
    ['type', type],
    ['subType', subType],
  ]
}

/** Type and sub-type of a code in the words of XLIFF 2, whichever version it was read from. */
export function codeType2({ type, subType }: Pick<Code, 'type' | 'subType'>): Pick<Code, 'type' | 'subType'> {
  if (type === undefined) return {}
  if (types2.has(type)) return subType === undefined ? { type } : { type, subType }
  const [known, own] = typesOf12.get(type) ?? ['other', `xliff12:${type.replaceAll(/[\s:]/g, '-')}`]
  return { type: known, subType: subType ?? own }
}

/** Codes may have attributes of modules, not of others; what the file has on a code already stays. */
function modulesOnly(place: ContentPlace): AttributePlace {
  const isFresh = place.rawTags === undefined
  return { attribute: given => (isFresh && given.uri !== undefined ? undefined : place.attribute(given)) }
}

function codeAttributes(code: Code, place: ContentPlace, first: MarkupAttributes): MarkupAttributes {
  return [
    ...first,
    ['dataRef', place.dataRef(code)],
    ...typeAttributes(code),
    ['equiv', code.equiv],
    ['disp', code.disp],
    ...keptAttributes(code.attributes, modulesOnly(place), codeAttributeNames),
  ]
}

/** What both ends may say stands at both: the end is empty where only the start has it. */
function pairAttributes(code: PairedCode, place: ContentPlace): MarkupAttributes {
  const others = keptAttributes(code.attributes, modulesOnly(place), pairAttributeNames)
  const refs = pairedRefs(dataOf(code.data, code.dataRef), dataOf(code.dataEnd, code.dataRefEnd), place)
  const hasEnd = others.some(([name]) => name === 'equivEnd')
  return [
    ['id', code.id],
    ['dataRefStart', refs?.[0]],
    ['dataRefEnd', refs?.[1]],
    ...typeAttributes(code),
    ['equivStart', code.equiv ?? (hasEnd ? '' : undefined)],
    ['equivEnd', code.equiv === undefined || hasEnd ? undefined : ''],
    ['dispStart', code.disp],
    ...others,
  ]
}

type DataHolder = Parameters<ContentPlace['dataRef']>[0]

/** Original data of both ends, or of none. */
function pairedRefs(start: DataHolder, end: DataHolder, place: ContentPlace): readonly [string, string] | undefined {
  const [first, last] = [place.dataRef(start), place.dataRef(end)]
  if (first === undefined && last === undefined) return undefined
  const [a, b] = [first ?? place.dataRef({ data: '' }), last ?? place.dataRef({ data: '' })]
  return a === undefined || b === undefined ? undefined : [a, b]
}

/** No data at all is empty data, where the other end has some. */
function dataOf(
  data: string | undefined,
  dataRef: string | undefined,
): { readonly data?: string; readonly dataRef?: string } {
  if (data === undefined && dataRef === undefined) return {}
  return { ...(data === undefined ? {} : { data }), ...(dataRef === undefined ? {} : { dataRef }) }
}

/** The type of a marker as XLIFF 2 allows it; `protected` of 1.2 is `translate="no"` there. */
export function markerType2(type: string | undefined): string | undefined {
  const isKnown = type === undefined || /^(?:generic|comment|term|[^\s:]+:[^\s:]+)$/.test(type)
  if (isKnown || type === 'protected') return isKnown ? type : undefined
  return `xliff12:${type.replaceAll(/[\s:]/g, '-')}`
}

function annotationAttributes(inline: Extract<Inline, { kind: 'mrk' | 'sm' }>, place: ContentPlace): MarkupAttributes {
  return [
    ['id', inline.id],
    ['translate', inline.translate],
    ['type', markerType2(inline.type)],
    ['ref', !place.hasModules && pointsToModule(inline.ref) ? undefined : inline.ref],
    ['value', inline.value],
    ...keptAttributes(inline.attributes, place, new Set()),
  ]
}

/** Where there are no modules but matches and metadata, what points to another points to nothing. */
function pointsToModule(ref: string | undefined): boolean {
  return ref !== undefined && /^#(?:[^=]*=[^/]*\/)*[A-Za-z]{2,}=/.test(ref)
}

const codeAttributeNames = new Set(['canCopy', 'canDelete', 'canReorder', 'canOverlap', 'copyOf', 'subFlows', 'dir'])
const pairAttributeNames = new Set([
  'canCopy',
  'canDelete',
  'canReorder',
  'canOverlap',
  'copyOf',
  'subFlowsStart',
  'subFlowsEnd',
  'equivEnd',
  'dispEnd',
  'dir',
])
