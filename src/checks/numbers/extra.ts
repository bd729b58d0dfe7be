import { type SegmentCheck, targetFlaw } from '../check.ts'

/** A number in figures that the source does not have. Often an explanation; sometimes a slip. */
export const extraNumber: SegmentCheck = {
  description: { id: 'numbers/extra', level: 'info', its: 'numbers', mqm: 'accuracy/addition' },
  scope: 'segment',
  *run(pair) {
    if (pair.isGarbled || pair.target.numbers.length === 0) return
    const { missing, extra, inWordsOnly } = pair.comparison
    // Beside a missing number it is told by numbers/mismatch.
    const told = missing.length === 0 ? inWordsOnly.length : missing.filter(mention => !mention.spelled).length
    for (const { start, end } of extra.filter(mention => !mention.spelled).slice(told)) {
      yield targetFlaw(start, end, { data: { found: pair.target.text.slice(start, end) } })
    }
  },
}
