/** Edits of a decoded text: everything outside them stays as it is. */

import type { Span } from '../../model/index.ts'
import { escapeAttribute } from './escape.ts'
import type { XmlElement } from './tree.ts'

/** `[start, end)` of the old text becomes `text`. */
export interface Splice extends Span {
  readonly text: string
}

/** All splices applied at once; offsets count in the old text, splices at one offset keep their order. They must not overlap. */
export function splice(text: string, splices: readonly Splice[]): string {
  const ordered = splices.toSorted((a, b) => a.start - b.start || a.end - b.end)
  const pieces: string[] = []
  let at = 0
  for (const { start, end, text: added } of ordered) {
    if (start < at) throw new RangeError(`splices overlap at ${start}`)
    pieces.push(text.slice(at, start), added)
    at = end
  }
  pieces.push(text.slice(at))
  return pieces.join('')
}

/**
 * The splice that gives an attribute its value, or removes it (`undefined`); quotes, order and blanks of the others stay.
 * Undefined when there is nothing to do. A new attribute goes behind the last one.
 */
export function setAttribute(
  text: string,
  element: XmlElement,
  name: string,
  value: string | undefined,
): Splice | undefined {
  const existing = element.attributes.find(attribute => attribute.name === name)
  if (existing === undefined) {
    if (value === undefined) return undefined
    const at = element.attributes.at(-1)?.end ?? element.start + 1 + element.name.length
    return { start: at, end: at, text: ` ${name}="${escapeAttribute(value)}"` }
  }
  if (existing.value === value) return undefined
  if (value !== undefined) {
    const escaped = escapeAttribute(value)
    const isApostrophe = text[existing.valueStart - 1] === "'"
    return {
      start: existing.valueStart,
      end: existing.valueEnd,
      text: isApostrophe ? escaped.replaceAll("'", '&apos;') : escaped,
    }
  }
  const before = text.slice(element.start, existing.start).trimEnd()
  return { start: element.start + before.length, end: existing.end, text: '' }
}
