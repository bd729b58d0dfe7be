import type { Unit } from '../../model/index.ts'
import { numberOption, type SegmentCheck, wholeTarget } from '../check.ts'

/** The target is longer than the place it is for: limit from the unit's note or metadata, or the rule's option `max`. */
export const maxLength: SegmentCheck = {
  description: { id: 'limits/max-length', level: 'error', its: 'length', mqm: 'design/length' },
  scope: 'segment',
  defaults: { max: 0 },
  *run(pair, { options }) {
    const limit = limitOf(pair.unit) ?? numberOption(options, 'max', 0)
    if (limit <= 0 || pair.target.text.length <= limit) return
    // Counted as a person counts: an accent or an emoji is no letter more.
    const length = [...graphemes().segment(pair.target.text)].length
    if (length > limit) yield wholeTarget(pair, { data: { max: limit, length } })
  },
}

let segmenter: Intl.Segmenter | undefined

/** Made when a limit is passed at all: making it takes as long as starting Node. */
function graphemes(): Intl.Segmenter {
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' })
  return segmenter
}

/** "max length: 30", "maxLength=30", a metadata entry `max-length` or `maxwidth` in characters. */
function limitOf(unit: Unit): number | undefined {
  for (const group of unit.metadata) {
    for (const { type, value } of group.meta) {
      if (/^(?:max-?length|max-?width|size-?restriction)$/i.test(type) && /^\d{1,6}$/.test(value)) return Number(value)
    }
  }
  for (const note of unit.notes) {
    const found = /\bmax(?:imum)?[ -]?(?:length|len|chars?)\s{0,3}[:=]?\s{0,3}(\d{1,6})\b/i.exec(
      note.text.slice(0, 500),
    )?.[1]
    if (found !== undefined) return Number(found)
  }
  return undefined
}
