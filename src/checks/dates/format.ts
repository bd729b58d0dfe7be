import { type SegmentCheck, targetFlaw } from '../check.ts'

/** A date in the order or signs of another language: 9/25/2018 in a Russian or Kazakh text. */
export const dateFormat: SegmentCheck = {
  description: { id: 'dates/format', level: 'info', its: 'locale-violation', mqm: 'locale-conventions/date-format' },
  scope: 'segment',
  *run(pair) {
    if (!pair.targetIs('ru', 'kk', 'kk-Latn')) return
    for (const match of pair.target.masked.matchAll(/(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\d/])/g)) {
      const [written, first = '', second = '', year = ''] = match
      const isMonthFirst = Number(second) > 12 || pair.source.text.includes(written)
      const [day, month] = isMonthFirst ? [second, first] : [first, second]
      const expected = `${day.padStart(2, '0')}.${month.padStart(2, '0')}.${year}`
      const start = match.index
      const end = start + written.length
      yield targetFlaw(start, end, {
        data: { found: written, expected },
        fix: { side: 'target', start, end, text: expected, safe: false },
      })
    }
  },
}
