/** Content → elements of XLIFF 1.2. */

import type { Code, Content, Inline } from '../../model/index.ts'
import { escapeText } from '../xml/index.ts'
import { keptAttributes } from './kept-attributes.ts'
import { type MarkupAttributes, markup, startTag } from './markup.ts'
import { isWord12 } from './values-12.ts'
import type { RawTags } from './write-content-2.ts'

export interface ContentPlace12 {
  /** Prefix of the core elements with its colon, mostly empty. */
  readonly prefix: string
  allows(name: string): boolean
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
    default:
      return inline satisfies never
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
    ...(names === endNames ? [] : ([['ctype', ctype(inline, isPair)]] as const)),
    ['equiv-text', names === endNames ? undefined : inline.equiv],
    ...keptAttributes(inline.attributes, place, names),
  ]
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
  const own = type.startsWith('xliff12:') ? type.slice('xliff12:'.length) : type
  return [
    ['mtype', isWord12('mtype', own) ? own : `x-${own.replaceAll(':', '-')}`],
    // `mid` belongs to segments: the schema looks for each one of a target in the cut source.
    ['tilmash:mid', inline.id === '' || !place.allows('tilmash:mid') ? undefined : inline.id],
    ['comment', inline.value],
    ...keptAttributes(inline.attributes, place, new Set(['ts'])),
  ]
}
