/** Codes as the file writes them, so that a rewritten text keeps the tags nobody changed. */

import type { Inline } from '../../model/index.ts'
import { at } from '../../text/present.ts'
import type { XmlElement } from '../xml/index.ts'
import { type OriginalData, readContent2 } from './content-2.ts'
import { readContent12 } from './content-12.ts'
import { isEqual } from './equal.ts'
import type { XliffIndex } from './index-pass.ts'
import type { RawTags } from './write-content-2.ts'

/** Looks codes up in `elements`, first ones first. */
export function rawTagsIn(
  index: XliffIndex,
  elements: readonly (XmlElement | undefined)[],
  data: OriginalData,
): (inline: Inline) => RawTags | undefined {
  const known = new Map<string, { readonly inline: unknown; readonly tags: RawTags }[]>()
  const walk = (element: XmlElement): void => {
    for (const child of element.children) {
      if (child.kind !== 'element') continue
      const inline = readOne(index, child, data)
      const key = keyOf(inline)
      const list = known.get(key)
      const entry = { inline: withoutChildren(inline), tags: tagsOf(index.text, child, inline) }
      if (list === undefined) known.set(key, [entry])
      else list.push(entry)
      if (inline.kind === 'pc' || inline.kind === 'mrk') walk(child)
    }
  }
  for (const element of elements) if (element !== undefined) walk(element)
  return inline => {
    if (inline.kind === 'text') return undefined
    const wanted = withoutChildren(inline)
    const hasChildren = (inline.kind === 'pc' || inline.kind === 'mrk') && inline.children.length > 0
    return known
      .get(keyOf(inline))
      ?.find(({ inline: own, tags }) => isEqual(own, wanted) && !(hasChildren && tags.end === ''))?.tags
  }
}

function readOne(index: XliffIndex, element: XmlElement, data: OriginalData): Inline {
  const holder: XmlElement = { ...element, children: [element] }
  return at(index.version === '1.2' ? readContent12(holder.children) : readContent2(holder, data), 0)
}

function keyOf(inline: Inline): string {
  return `${inline.kind} ${'id' in inline ? inline.id : ''}`
}

function withoutChildren(inline: Inline): unknown {
  return inline.kind === 'pc' || inline.kind === 'mrk' ? { ...inline, children: undefined } : inline
}

function tagsOf(text: string, element: XmlElement, inline: Inline): RawTags {
  const { start, end, contentStart, contentEnd, isSelfClosing } = element
  const isPair = (inline.kind === 'pc' || inline.kind === 'mrk') && !isSelfClosing
  return isPair
    ? { start: text.slice(start, contentStart), end: text.slice(contentEnd, end) }
    : { start: text.slice(start, end), end: '' }
}
