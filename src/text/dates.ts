/** Days of months in running text: "September 12", «12 сентября», «12 қыркүйекте», 12.09.2016. */

import type { Language } from '../model/index.ts'
import { type MonthMention, monthMentions } from './months.ts'
import type { NumberMention } from './number-mention.ts'
import { numberMentions } from './numbers.ts'

export interface DateMention {
  readonly start: number
  readonly end: number
  /** Month × 100 + day; the year is a number of its own. */
  readonly value: number
  /** What else it may mean: 09/12 is the ninth of December or the twelfth of September. */
  readonly alternatives: readonly number[]
}

/** Between a day and its month: a blank, the ending of the day, "of". */
const dayBefore = /(?<!\d)(\d{1,2})(?:st|nd|rd|th|-?е|-?го|-?і|-?ы|-?ші|-?шы)?\s(?:(?:day\s)?of\s)?$/iu
const dayBehind = /^\.?\s(\d{1,2})(?:st|nd|rd|th)?(?![\d.,:]*\d|\s?%|\s?\p{Sc})/u

/** Dates with a day and a month, in order of the text, those in figures last. Months and numbers may be known already. */
export function dateMentions(
  text: string,
  language: Language,
  months: readonly MonthMention[] = monthMentions(text, language),
  numbers: readonly NumberMention[] = numberMentions(text, language),
): readonly DateMention[] {
  const found: DateMention[] = []
  for (const { start, end, month, weak } of months) {
    const before = dayBefore.exec(text.slice(Math.max(0, start - 16), start))
    // Only English has the day behind.
    const behind = before === null && language.startsWith('en') ? dayBehind.exec(text.slice(end, end + 8)) : null
    const day = Number(before?.[1] ?? behind?.[1] ?? 0)
    if (weak && before === null) continue
    if (day < 1 || day > 31) continue
    found.push({
      start: start - (before?.[0].length ?? 0),
      end: end + (behind?.[0].length ?? 0),
      value: month * 100 + day,
      alternatives: [],
    })
  }
  for (const { kind, start, end, value, alternatives } of numbers) {
    if (kind !== 'date') continue
    found.push({ start, end, value: value % 10_000, alternatives: alternatives.map(each => each % 10_000) })
  }
  return found
}
