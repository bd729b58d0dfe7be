/** A change of one target, and where its text goes. */

import type { Content, State } from '../../model/index.ts'
import type { Splice, XmlElement } from '../xml/index.ts'
import { value } from './attributes.ts'
import type { SegmentElements } from './locate.ts'
import { markup } from './markup.ts'

/** One edit with the elements it is about; `content` undefined: the target's text stays. */
export interface TargetChange {
  readonly unit: XmlElement
  readonly found: SegmentElements
  readonly content: Content | undefined
  readonly state: State | undefined
  readonly subState: string | null | undefined
  /** The vendor's lock; undefined: it stays. */
  readonly isLocked: boolean | undefined
}

/**
 * Puts `text` between the target's tags, or makes a target behind the source. `xml:space` of the two must be the same: a new
 * target takes that of its source, an old one keeps its own.
 */
export function placeTarget(file: string, { found }: TargetChange, text: string): readonly Splice[] {
  const { source, target } = found
  if (target === undefined) {
    const name = `${source.name.slice(0, source.name.length - source.local.length)}target`
    const made = markup(name, [['xml:space', value(source, 'xml:space')]], text)
    return [{ start: source.end, end: source.end, text: leadOf(file, source.start) + made }]
  }
  if (!target.isSelfClosing) return [{ start: target.contentStart, end: target.contentEnd, text }]
  return text === '' ? [] : [{ start: target.end - 2, end: target.end, text: `>${text}</${target.name}>` }]
}

/** The white space before an element, when it begins a line of its own. */
export function leadOf(text: string, start: number): string {
  return /(?:\r\n?|\n)[ \t]*$/.exec(text.slice(Math.max(0, start - 200), start))?.[0] ?? ''
}
