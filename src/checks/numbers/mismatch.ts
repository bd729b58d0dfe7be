import { type SegmentCheck, targetFlaw } from '../check.ts'
import { comparisonOf } from './comparison.ts'

/** A number of the source is missing in the target, or another stands in its place. By value: 25,000 = 25 тыс. = 25 мың. */
export const numberMismatch: SegmentCheck = {
  description: { id: 'numbers/mismatch', level: 'error', its: 'numbers', mqm: 'accuracy/mistranslation/number' },
  scope: 'segment',
  *run(pair) {
    if (pair.isGarbled) return
    const { missing, extra, inWordsOnly } = comparisonOf(pair)
    if (missing.length === 0 && inWordsOnly.length === 0) return
    const { source, target } = pair
    const added = extra.filter(mention => !mention.spelled)
    for (const hidden of missing.length === 0 ? inWordsOnly : []) {
      const other = added.shift()
      if (other === undefined) return
      const data = {
        expected: source.text.slice(hidden.start, hidden.end),
        found: target.text.slice(other.start, other.end),
      }
      yield targetFlaw(other.start, other.end, { data, level: 'warning' })
    }
    for (const lost of missing) {
      const written = source.text.slice(lost.start, lost.end)
      // In words a number is easily turned ("two men" – «оба», "four years" – «четырёхлетие»): only against another number.
      // "1 file" – «%d файл»: the number is filled in.
      if (lost.value === 1 && target.placeholders.length > source.placeholders.length) continue
      if (lost.spelled && (extra.length === 0 || lost.value < 2)) continue
      const other = added.shift() ?? (lost.spelled ? extra[0] : undefined)
      if (other === undefined) {
        if (lost.spelled) continue
        yield targetFlaw(0, target.text.length, { variant: 'missing', data: { expected: written } })
      } else {
        const found = target.text.slice(other.start, other.end)
        yield targetFlaw(other.start, other.end, {
          data: { expected: written, found },
          ...(lost.spelled || other.spelled ? { level: 'warning' as const } : {}),
        })
      }
    }
  },
}
