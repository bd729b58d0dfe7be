/** Content → the inside of a `<seg>`; `code-words.ts` shows what becomes what. */

import type { Attribute, Content, Inline } from '../../model/index.ts'
import { escapeAttribute, escapeText, hasIllegalXmlCharacter, legalXml } from '../xml/index.ts'
import { codePointType, tmxAttribute } from './code-words.ts'

/** The inside of a `<seg>`, on one line. Kinds of things it cannot hold are told to `onLoss` once each. */
export function writeSegment(content: Content, onLoss: (what: SegmentLoss) => void): string {
  const only = content[0]
  if (content.length === 1 && only?.kind === 'text' && !hasIllegalXmlCharacter(only.text)) return oneLine(only.text)
  const pairs = new Set<string>()
  collectPairs(content, new Set(), pairs)
  const numbers = new Map<string, number>()
  let next = 1
  const numberOf = (id: string): number => {
    const number = numbers.get(id) ?? next++
    numbers.set(id, number)
    return number
  }
  const write = (inline: Inline): string => {
    switch (inline.kind) {
      case 'text':
        return writeText(inline.text)
      case 'cp':
        return `<ph type="${codePointType}">${codePointName(inline.codePoint)}</ph>`
      case 'ph': {
        tellCodeLosses(inline, onLoss)
        const element = ownAttribute(inline, tmxAttribute.element) === 'ut' ? 'ut' : 'ph'
        const assoc = ownAttribute(inline, tmxAttribute.assoc)
        return codeElement(
          element,
          assoc === undefined ? '' : ` assoc="${escapeAttribute(assoc)}"`,
          inline,
          element === 'ph',
        )
      }
      case 'pc': {
        tellCodeLosses(inline, onLoss)
        const i = next++
        const close =
          inline.dataEnd === undefined ? `<ept i="${i}"/>` : `<ept i="${i}">${writeRaw(inline.dataEnd)}</ept>`
        return codeElement('bpt', ` i="${i}"`, inline) + inline.children.map(write).join('') + close
      }
      case 'sc':
        tellCodeLosses(inline, onLoss)
        return pairs.has(inline.id)
          ? codeElement('bpt', ` i="${numberOf(inline.id)}"`, inline)
          : codeElement('it', ' pos="begin"', inline)
      case 'ec': {
        tellCodeLosses(inline, onLoss)
        const start = inline.startRef
        if (start === undefined || !pairs.has(start)) return codeElement('it', ' pos="end"', inline)
        return codeElement('ept', ` i="${numberOf(start)}"`, inline, false, false)
      }
      case 'mrk': {
        if (inline.translate !== undefined || inline.ref !== undefined || inline.value !== undefined) onLoss('marker')
        const type = inline.type === undefined ? '' : ` type="${escapeAttribute(inline.type)}"`
        return `<hi x="${escapeAttribute(externalOfCode(inline))}"${type}>${inline.children.map(write).join('')}</hi>`
      }
      case 'sm':
      case 'em':
        onLoss('marker')
        return ''
    }
  }
  return content.map(write).join('')
}

/** `code`: equiv, disp, editing hints of a code; `marker`: meaning of a marker, or one that overlaps. */
export type SegmentLoss = 'code' | 'marker'

/** Ids of `sc` whose `ec` follows in the same content. */
function collectPairs(content: Content, open: Set<string>, pairs: Set<string>): void {
  for (const inline of content) {
    if (inline.kind === 'sc' && inline.isolated !== true) open.add(inline.id)
    else if (inline.kind === 'ec' && inline.isolated !== true) {
      if (inline.startRef !== undefined && open.has(inline.startRef)) pairs.add(inline.startRef)
    } else if (inline.kind === 'pc' || inline.kind === 'mrk') collectPairs(inline.children, open, pairs)
  }
}

type AnyCode = Exclude<Inline, { readonly kind: 'text' | 'cp' | 'mrk' | 'sm' | 'em' }>

function codeElement(name: string, first: string, code: AnyCode, hasType = true, hasX = true): string {
  const x = hasX ? ` x="${escapeAttribute(externalOfCode(code))}"` : ''
  const words = code.subType === undefined ? code.type : `${code.type ?? ''} ${code.subType}`
  const type = hasType && words !== undefined ? ` type="${escapeAttribute(words)}"` : ''
  const inside = code.data === undefined ? '' : writeData(code.data, code)
  return code.data === undefined ? `<${name}${first}${x}${type}/>` : `<${name}${first}${x}${type}>${inside}</${name}>`
}

function writeData(data: string, code: AnyCode): string {
  const subs = (code.attributes ?? []).filter(each => each.name === tmxAttribute.sub)
  let out = ''
  let at = 0
  for (const { value } of subs) {
    const [start, end, type = '', datatype = ''] = value.split(':')
    const [from, to] = [Number(start), Number(end)]
    if (!(from >= at && to >= from && to <= data.length)) continue
    const attributes =
      (datatype && ` datatype="${escapeAttribute(datatype)}"`) + (type && ` type="${escapeAttribute(type)}"`)
    out += `${writeRaw(data.slice(at, from))}<sub${attributes}>${writeRaw(data.slice(from, to))}</sub>`
    at = to
  }
  return out + writeRaw(data.slice(at))
}

/** Text where no element may stand; what XML cannot hold is left out. */
function writeRaw(text: string): string {
  return oneLine(legalXml(text))
}

function tellCodeLosses(code: AnyCode, onLoss: (what: SegmentLoss) => void): void {
  const foreign = code.attributes?.some(each => !each.name.startsWith('tmx:')) === true
  const isBroken = hasIllegalXmlCharacter(`${code.data ?? ''}${code.kind === 'pc' ? (code.dataEnd ?? '') : ''}`)
  if (code.equiv !== undefined || code.disp !== undefined || foreign || isBroken) onLoss('code')
}

function externalOfCode(code: { readonly id: string; readonly attributes?: readonly Attribute[] }): string {
  return ownAttribute(code, tmxAttribute.x) ?? code.id
}

function ownAttribute(code: { readonly attributes?: readonly Attribute[] }, name: string): string | undefined {
  return code.attributes?.find(each => each.name === name)?.value
}

function writeText(text: string): string {
  if (!hasIllegalXmlCharacter(text)) return oneLine(text)
  let out = ''
  for (const character of text) {
    out += hasIllegalXmlCharacter(character)
      ? `<ph type="${codePointType}">${codePointName(character.charCodeAt(0))}</ph>`
      : oneLine(character)
  }
  return out
}

/** A line break as a reference keeps a variant on its line, so that git shows and merges variants. */
function oneLine(text: string): string {
  return escapeText(text).replaceAll('\n', '&#10;')
}

function codePointName(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
}
