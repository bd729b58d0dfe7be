/** Content → elements of XLIFF 1.2. */

import type { Code, Content, Inline } from '../../model/index.ts'
import { escapeText } from '../xml/index.ts'
import { type AttributePlace, keptAttributes } from './kept-attributes.ts'
import { type MarkupAttributes, markup, startTag } from './markup.ts'
import { isWord12 } from './values-12.ts'
import { codeType2, markerType2, type RawTags } from './write-content-2.ts'

export interface ContentPlace12 extends AttributePlace {
  /** Prefix of the core elements with its colon, mostly empty. */
  readonly prefix: string
  rawTags?(inline: Inline): RawTags | undefined
}

/** @throws Failure `xml.illegal-character`: 1.2 has no way to write one. */
export function writeContent12(content: Content, place: ContentPlace12): string {
  return content.map(inline => writeInline(inline, place)).join('')
}

function writeInline(inline: Inline, place: ContentPlace12): string {
  const raw = place.rawTags?.(inline)
  const { prefix } = place
  if (raw !== undefined) {
    const inner = inline.kind === 'pc' || inline.kind === 'mrk' ? writeContent12(inline.children, place) : ''
    return raw.start + inner + raw.end
  }
  switch (inline.kind) {
    case 'text':
      return escapeText(inline.text)
    case 'cp':
      return escapeText(String.fromCodePoint(inline.codePoint))
    case 'ph':
      return code(inline, inline.data === undefined ? 'x' : 'ph', inline.data, [], place)
    case 'sc': {
      if (inline.isolated === true) return code(inline, 'it', inline.data ?? '', [['pos', 'open']], place)
      return code(
        inline,
        inline.data === undefined ? 'bx' : 'bpt',
        inline.data,
        [['rid', rid(inline) ?? inline.id]],
        place,
      )
    }
    case 'ec': {
      if (inline.isolated === true || inline.startRef === undefined) {
        return code(inline, 'it', inline.data ?? '', [['pos', 'close']], place)
      }
      return code(inline, inline.data === undefined ? 'ex' : 'ept', inline.data, [['rid', inline.startRef]], place)
    }
    case 'pc': {
      const inner = writeContent12(inline.children, place)
      if (inline.data === undefined && inline.dataEnd === undefined) {
        return `${startTag(`${prefix}g`, codeAttributes(inline, [], place, gNames, true))}${inner}</${prefix}g>`
      }
      // `g` has no room for the native code: a pair of codes says the same.
      const end: Code = { id: inline.id }
      return (
        code(inline, 'bpt', inline.data ?? '', [['rid', inline.id]], place) +
        inner +
        code(end, 'ept', inline.dataEnd ?? '', [['rid', inline.id]], place)
      )
    }
    case 'mrk':
      return markup(`${prefix}mrk`, markerAttributes(inline, place), writeContent12(inline.children, place))
    case 'sm':
    case 'em':
      // 1.2 marks stretches with `mrk` only; what overlaps cannot be marked.
      return ''
  }
}

function code(
  inline: Code,
  local: string,
  data: string | undefined,
  added: MarkupAttributes,
  place: ContentPlace12,
): string {
  const names = local === 'x' || local === 'bx' ? gNames : plainNames
  const attributes = codeAttributes(
    inline,
    added,
    place,
    local === 'ept' || local === 'ex' ? endNames : names,
    local !== 'x' && local !== 'ph',
  )
  return markup(`${place.prefix}${local}`, attributes, data === undefined ? '' : escapeText(data))
}

function rid(inline: Code): string | undefined {
  return inline.attributes?.find(({ name }) => name === 'rid')?.value
}

const gNames = new Set(['clone', 'xid', 'ts'])
const plainNames = new Set(['crc', 'assoc', 'xid', 'ts'])
const endNames = new Set(['crc', 'xid', 'ts'])

function codeAttributes(
  inline: Code,
  added: MarkupAttributes,
  place: ContentPlace12,
  names: ReadonlySet<string>,
  isPair: boolean,
): MarkupAttributes {
  return [
    ['id', inline.id],
    ...added,
    ...types(inline, isPair, names === endNames, place),
    ['equiv-text', inline.equiv],
    ...(inline.disp === undefined ? [] : own('disp', inline.disp, place)),
    ...keptAttributes(
      inline.attributes?.filter(({ name }) => !structure.has(name)),
      place,
      names,
    ),
  ]
}

/** What the kind and the ids of a code say. */
const structure = new Set(['rid', 'pos'])

/** `ctype`, which an end has not, and type and sub-type themselves where it says less than they do. */
function types(inline: Code, isPair: boolean, isEnd: boolean, place: ContentPlace12): MarkupAttributes {
  const written = isEnd ? undefined : ctype(inline, isPair)
  const said = (code: Pick<Code, 'type' | 'subType'>): string => JSON.stringify(codeType2(code))
  const isExact = said(written === undefined ? {} : { type: written }) === said(inline)
  const { type, subType } = inline
  return [
    ['ctype', written],
    ...(isExact || type === undefined ? [] : own('type', type, place)),
    ...(isExact || subType === undefined ? [] : own('subType', subType, place)),
  ]
}

/** An attribute of XLIFF 2 where it may be kept. */
function own(name: string, value: string, place: ContentPlace12): MarkupAttributes {
  const written = place.otherVersion?.(name)
  return written === undefined ? [] : [[written, value]]
}

/** Type and subType of XLIFF 2 → `ctype`; ours come back from `xliff12:` as they were. */
function ctype({ type, subType }: Code, isPair: boolean): string | undefined {
  if (type === undefined) return undefined
  const own = subType?.startsWith('xliff12:') ? subType.slice('xliff12:'.length) : (ctypes.get(subType ?? '') ?? type)
  return isWord12(isPair ? 'pairType' : 'placeholderType', own) ? own : `x-${own.replaceAll(/\s/g, '-')}`
}

const ctypes: ReadonlyMap<string, string> = new Map([
  ['xlf:b', 'bold'],
  ['xlf:i', 'italic'],
  ['xlf:u', 'underlined'],
  ['xlf:lb', 'lb'],
  ['xlf:pb', 'pb'],
])

function markerAttributes(inline: Extract<Inline, { kind: 'mrk' }>, place: ContentPlace12): MarkupAttributes {
  const type = inline.type ?? (inline.translate === 'no' ? 'protected' : 'generic')
  const plain = type.startsWith('xliff12:') ? type.slice('xliff12:'.length) : type
  const mtype = isWord12('mtype', plain) ? plain : `x-${plain.replaceAll(':', '-')}`
  const type2 = markerType2(inline.type) === markerType2(mtype) ? undefined : (inline.type ?? 'generic')
  const mid = inline.id === '' ? undefined : place.attribute({ name: 'tilmash:mid', value: inline.id })
  return [
    ['mtype', mtype],
    // `mid` belongs to segments: the schema looks for each one of a target in the cut source.
    ...(mid === undefined ? [] : [[mid, inline.id] as const]),
    ['comment', inline.value],
    ...(type2 === undefined ? [] : own('type', type2, place)),
    ...(inline.ref === undefined ? [] : own('ref', inline.ref, place)),
    ...(inline.translate === undefined || mtype === 'protected' ? [] : own('translate', inline.translate, place)),
    ...keptAttributes(inline.attributes, place, new Set(['ts'])),
  ]
}
