/** Small pieces of markup, escaped. */

import { escapeAttribute } from '../xml/index.ts'

/** Name and value in order; undefined ones are left out. */
export type MarkupAttributes = readonly (readonly [name: string, value: string | number | undefined])[]

export function startTag(name: string, attributes: MarkupAttributes = [], isEmpty = false): string {
  let tag = `<${name}`
  for (const [key, value] of attributes) {
    if (value !== undefined) tag += ` ${key}="${escapeAttribute(String(value))}"`
  }
  return `${tag}${isEmpty ? '/>' : '>'}`
}

/** `content` is markup already. */
export function markup(name: string, attributes: MarkupAttributes, content: string): string {
  return content === '' ? startTag(name, attributes, true) : `${startTag(name, attributes)}${content}</${name}>`
}

/** Lines of an element that holds only elements, each child indented by two blanks. */
export function block(name: string, attributes: MarkupAttributes, children: readonly string[]): string {
  if (children.length === 0) return startTag(name, attributes, true)
  return [startTag(name, attributes), ...children.map(child => indent(child, '  ')), `</${name}>`].join('\n')
}

/** Marks a line break that belongs to a text, so that {@link indent} leaves it alone. */
const heldBreak = '\uFDD0'

/** Text whose line breaks must not be indented. U+FDD0 is a noncharacter; one in the text itself is kept by doubling. */
export function holdBreaks(text: string): string {
  return text.replaceAll(heldBreak, heldBreak + heldBreak).replaceAll('\n', `${heldBreak}n`)
}

export function releaseBreaks(text: string): string {
  return text.replace(/\uFDD0(\uFDD0|n)/g, (_, kind: string) => (kind === 'n' ? '\n' : heldBreak))
}

export function indent(text: string, by: string): string {
  return by === '' ? text : by + text.replaceAll('\n', `\n${by}`)
}
