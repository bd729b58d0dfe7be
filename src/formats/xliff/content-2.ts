/** Content of XLIFF 2: elements → Content. */

import { CODE_CHARACTER, type Content, type Inline } from '../../model/index.ts'
import { textOf, type XmlElement } from '../xml/index.ts'
import { optional, otherAttributes, value, valueOrEmpty } from './attributes.ts'

/** Original data of a unit by id. */
export type OriginalData = ReadonlyMap<string, string>

const startNames = { equiv: 'equiv', disp: 'disp', dataRef: 'dataRef' } as const
const pairNames = { equiv: 'equivStart', disp: 'dispStart', dataRef: 'dataRefStart' } as const

const codeKnown = new Set(['id', 'type', 'subType', 'equiv', 'disp', 'dataRef', 'startRef', 'isolated'])
const pairKnown = new Set(['id', 'type', 'subType', 'equivStart', 'dispStart', 'dataRefStart', 'dataRefEnd'])
/** An empty `equivEnd` only keeps `equivStart` company. */
const pairKnownEmpty = new Set([...pairKnown, 'equivEnd'])
const markerKnown = new Set(['id', 'type', 'ref', 'value', 'translate'])

/** What stands in a source, target, pc or mrk. Depth is limited by the strict pass. */
export function readContent2(element: XmlElement, data: OriginalData): Content {
  const content: Inline[] = []
  let text = ''
  const flush = (): void => {
    if (text !== '') content.push({ kind: 'text', text })
    text = ''
  }
  for (const child of element.children) {
    if (child.kind === 'text') text += child.text
    else if (child.kind === 'element') {
      flush()
      content.push(readInline(child, data))
    }
  }
  flush()
  return content
}

function readInline(element: XmlElement, data: OriginalData): Inline {
  switch (element.local) {
    case 'pc': {
      const dataRefEnd = value(element, 'dataRefEnd')
      return {
        kind: 'pc',
        ...code(element, data, pairNames, value(element, 'equivEnd') === '' ? pairKnownEmpty : pairKnown),
        ...optional('dataRefEnd', dataRefEnd),
        ...optional('dataEnd', dataRefEnd === undefined ? undefined : data.get(dataRefEnd)),
        children: readContent2(element, data),
      }
    }
    case 'sc':
      return { kind: 'sc', ...code(element, data, startNames, codeKnown), ...isolated(element) }
    case 'ec': {
      const startRef = value(element, 'startRef')
      const own = code(element, data, startNames, codeKnown)
      // An `ec` with `startRef` may have no id: it is known by its start.
      return {
        kind: 'ec',
        ...own,
        id: own.id === '' ? (startRef ?? '') : own.id,
        ...optional('startRef', startRef),
        ...isolated(element),
      }
    }
    case 'mrk':
      return { kind: 'mrk', ...annotation(element), children: readContent2(element, data) }
    case 'sm':
      return { kind: 'sm', ...annotation(element) }
    case 'em':
      return { kind: 'em', startRef: valueOrEmpty(element, 'startRef') }
    case 'cp':
      return codePoint(element)
    case 'ph':
      return { kind: 'ph', ...code(element, data, startNames, codeKnown) }
    default:
      // Not XLIFF: shown as a code; its bytes stay as long as nobody rewrites the text around it.
      return { kind: 'ph', id: valueOrEmpty(element, 'id'), data: textOf(element), equiv: CODE_CHARACTER }
  }
}

function code(
  element: XmlElement,
  data: OriginalData,
  names: typeof startNames | typeof pairNames,
  known: ReadonlySet<string>,
): { id: string } {
  const dataRef = value(element, names.dataRef)
  return {
    id: valueOrEmpty(element, 'id'),
    ...optional('data', dataRef === undefined ? undefined : data.get(dataRef)),
    ...optional('equiv', value(element, names.equiv)),
    ...optional('disp', value(element, names.disp)),
    ...optional('type', value(element, 'type')),
    ...optional('subType', value(element, 'subType')),
    ...optional('dataRef', dataRef),
    ...otherAttributes(element, known),
  }
}

function isolated(element: XmlElement): { isolated?: boolean } {
  const given = value(element, 'isolated')
  return given === undefined ? {} : { isolated: given === 'yes' }
}

function annotation(element: XmlElement): { id: string } {
  const translate = value(element, 'translate')
  return {
    id: valueOrEmpty(element, 'id'),
    ...optional('type', value(element, 'type')),
    ...optional('ref', value(element, 'ref')),
    ...optional('value', value(element, 'value')),
    ...(translate === 'yes' || translate === 'no' ? { translate } : {}),
    ...otherAttributes(element, markerKnown),
  }
}

function codePoint(element: XmlElement): Inline {
  const hex = valueOrEmpty(element, 'hex')
  const number = /^[0-9A-Fa-f]{1,8}$/.test(hex) ? Number.parseInt(hex, 16) : Number.NaN
  return number <= 0x10ffff ? { kind: 'cp', codePoint: number } : { kind: 'ph', id: '', data: hex }
}

/** The text of an element that may hold `cp`, as original data does. */
export function textWithCodePoints(element: XmlElement): string {
  let text = ''
  for (const child of element.children) {
    if (child.kind === 'text') text += child.text
    else if (child.kind === 'element') {
      const point = child.local === 'cp' ? codePoint(child) : undefined
      text += point?.kind === 'cp' ? String.fromCodePoint(point.codePoint) : textOf(child)
    }
  }
  return text
}
