import { type SegmentCheck, targetFlaw } from '../check.ts'

/** A month became another month. */
export const monthMismatch: SegmentCheck = {
  description: {
    id: 'dates/month-mismatch',
    level: 'warning',
    its: 'inconsistent-with-source',
    mqm: 'accuracy/mistranslation/date',
  },
  scope: 'segment',
  *run({ source, target, isGarbled }) {
    if (isGarbled || source.months.length === 0 || target.months.length === 0) return
    const inSource = new Set(source.months.map(mention => mention.month))
    const inTarget = new Set(target.months.map(mention => mention.month))
    const lost = source.months.filter(mention => !mention.weak && !inTarget.has(mention.month))
    for (const mention of target.months) {
      if (inSource.has(mention.month)) continue
      // «маусым» is June and season, «қазан» October and Kazan: only against a month that is surely lost.
      const expected = lost.shift()
      if (expected === undefined) return
      yield targetFlaw(mention.start, mention.end, {
        data: {
          expected: source.text.slice(expected.start, expected.end),
          found: target.text.slice(mention.start, mention.end),
        },
      })
    }
  },
}
