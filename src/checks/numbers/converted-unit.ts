import { type SegmentCheck, targetFlaw } from '../check.ts'

/** Inches became centimetres, Fahrenheit Celsius: right more often than not, shown to be looked at. */
export const convertedUnit: SegmentCheck = {
  description: {
    id: 'numbers/converted-unit',
    level: 'info',
    its: 'locale-specific-content',
    mqm: 'locale-conventions/measurement-format',
  },
  scope: 'segment',
  *run(pair) {
    if (pair.isGarbled || pair.target.numbers.length === 0) return
    for (const { source, target } of pair.comparison.converted) {
      const expected = pair.source.text.slice(source.start, source.end)
      yield targetFlaw(target.start, target.end, {
        data: { expected, found: pair.target.text.slice(target.start, target.end) },
      })
    }
  },
}
