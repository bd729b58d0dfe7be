/** Dates, clock times, versions and fractions: figures joined by points, colons and slashes. */

import { at, type NumberMention, plain } from './number-mention.ts'

const isoDate = /(\d{4})-(\d{2})-(\d{2})(?!\d)/y
const dotted = /\d{1,4}(?:\.\d{1,4}){2,}(?![\d])/y
const slashDate = /(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?!\d)/y
const slashFraction = /(\d{1,3})\/(\d{1,3})(?![\d/])/y
// U+2236 is the colon of typographers.
const clock = /([01]?\d|2[0-4])[:\u2236]([0-5]\d)(?:[:\u2236][0-5]\d)?(?![\d:\u2236])/y

/** 2018-09-25, 9/25/2018, 25.09.2018, 1.2.3, 2/3. */
export function readDate(text: string, start: number): NumberMention | undefined {
  const iso = at(isoDate, text, start)
  if (iso !== undefined) return dateMention(start, iso[0], Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const slash = at(slashDate, text, start)
  if (slash !== undefined)
    return dateMention(start, slash[0], fullYear(Number(slash[3])), Number(slash[1]), Number(slash[2]))
  const dots = at(dotted, text, start)
  if (dots !== undefined) {
    const numbers = dots[0].split('.')
    const [first = '', second = '', third = ''] = numbers
    const isDate =
      numbers.length === 3 && Number(first) <= 31 && Number(second) <= 12 && (third.length === 4 || third.length === 2)
    if (isDate) return dateMention(start, dots[0], fullYear(Number(third)), Number(second), Number(first))
    if (numbers.slice(1).every(part => part.length === 3))
      return plain(start, start + dots[0].length, Number(numbers.join('')))
    const value = numbers.slice(0, 5).reduce((sum, part) => sum * 1000 + Number(part), 0)
    return { ...plain(start, start + dots[0].length, value), kind: 'version', parts: numbers.map(Number) }
  }
  const fraction = at(slashFraction, text, start)
  if (fraction !== undefined) {
    const [above, below] = [Number(fraction[1]), Number(fraction[2])]
    const value = below === 0 ? 0 : above / below
    // Around the clock: languages have words for it.
    const isIdiom = above === 24 && below === 7
    return {
      ...plain(start, start + fraction[0].length, value),
      kind: 'fraction',
      parts: above === 1 ? [below] : [above, below],
      weak: isIdiom,
    }
  }
  return undefined
}

/** 18 → 2018, 86 → 1986. */
function fullYear(year: number): number {
  if (year >= 100) return year
  return year < 50 ? 2000 + year : 1900 + year
}

function dateMention(start: number, written: string, year: number, month: number, day: number): NumberMention {
  const value = year * 10_000 + month * 100 + day
  // 10/12/2018: the order of day and month is the writer's secret.
  return {
    ...plain(start, start + written.length, value),
    kind: 'date',
    alternatives: month !== day ? [year * 10_000 + day * 100 + month] : [],
    parts: [day, month, year],
  }
}

/** 15:30, by hours: 15.5. */
export function readClock(text: string, start: number): NumberMention | undefined {
  const match = at(clock, text, start)
  if (match === undefined) return undefined
  const [hours, minutes] = [Number(match[1]), Number(match[2])]
  return {
    ...plain(start, start + match[0].length, hours + minutes / 60),
    kind: 'time',
    parts: minutes === 0 ? [hours] : [hours, minutes],
    alternatives:
      hours >= 1 && hours <= 12
        ? [hours === 12 ? minutes / 60 : hours + 12 + minutes / 60]
        : [hours - 12 + minutes / 60],
  }
}
