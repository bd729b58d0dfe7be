import { type SegmentCheck, targetFlaw } from '../check.ts'

/** A month became another month, or stands where the source names none. */
export const monthMismatch: SegmentCheck = {
  description: {
    id: 'dates/month-mismatch',
    level: 'warning',
    its: 'inconsistent-with-source',
    mqm: 'accuracy/mistranslation/date',
  },
  scope: 'segment',
  *run({ source, target, isGarbled }) {
    // A label that names no month is not asked what its translation names.
    if (isGarbled || (source.months.length === 0 && source.words.length < 4) || target.months.length === 0) return
    const inSource = new Set(source.months.map(mention => mention.month))
    const inTarget = new Set(target.months.map(mention => mention.month))
    const lost = source.months.filter(mention => !mention.weak && !inTarget.has(mention.month))
    for (const { month, weak, start, end } of target.months) {
      if (inSource.has(month)) continue
      const found = target.text.slice(start, end)
      // «маусым» is June and season, «қазан» October and Kazan: only against a month that is surely lost.
      const expected = lost.shift()
      if (expected !== undefined)
        yield targetFlaw(start, end, { data: { expected: source.text.slice(expected.start, expected.end), found } })
      else if (!isSaid(month) && !isName(found) && !(weak && otherMeaning(month).test(source.lower)))
        yield targetFlaw(start, end, {
          variant: 'added',
          ...(weak || isDayGiven(start) ? { level: 'info' as const } : {}),
          data: { found },
        })
    }

    /** «Цезарь Август», «Санта-Марта»: Russian and Kazakh write months small. */
    function isName(word: string): boolean {
      return (
        /^\p{Script=Cyrillic}/u.test(word) &&
        word !== word.toLowerCase() &&
        !/^\P{L}*$/u.test(target.text.split(word)[0] ?? '')
      )
    }

    /** "in 1836" – «11 сентября 1836 года»: told more exactly. */
    function isDayGiven(at: number): boolean {
      return /\d{1,2}(?:-\p{L}+)? $/u.test(target.text.slice(Math.max(0, at - 8), at)) && source.months.length === 0
    }

    /** 9/25/2018, 25.09, and "may" written small. */
    function isSaid(month: number): boolean {
      return (
        source.numbers.some(({ value, parts }) => value === month || parts?.includes(month)) ||
        (month === 5 && source.lower.includes('may')) ||
        (month === 3 && source.lower.includes('march'))
      )
    }
  },
}

/** What a month's name may mean beside the month, as English says it: «маусым», «қазан», «наурыз»; of others nothing is known. */
function otherMeaning(month: number): RegExp {
  return otherMeanings.get(month) ?? /^/
}

const otherMeanings: ReadonlyMap<number, RegExp> = new Map([
  [3, /na[uw]r[yı]z|nowruz|navruz|spring/],
  [6, /season|term/],
  [10, /kazan|cauldron|boiler|kettle|pots?\b/],
])
