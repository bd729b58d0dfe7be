import { type WeekdayMention, weekdayMentions } from '../../lexicon/weekdays.ts'
import { type SegmentCheck, targetFlaw } from '../check.ts'

/** A day of the week became another day, or stands where the source names none. */
export const weekdayMismatch: SegmentCheck = {
  description: {
    id: 'dates/weekday-mismatch',
    level: 'warning',
    its: 'inconsistent-with-source',
    mqm: 'accuracy/mistranslation/date',
  },
  scope: 'segment',
  *run({ source, target, isGarbled }) {
    if (isGarbled) return
    const inSource = weekdayMentions(source.masked, source.language)
    if (inSource.length === 0 && source.words.length < 3) return
    const inTarget = weekdayMentions(target.masked, target.language)
    if (inTarget.length === 0) return
    const lost = without(inSource, inTarget)
    for (const { start, end, text, weak, day } of without(inTarget, inSource)) {
      // «среда» is Wednesday and surroundings, «жұма» Friday and week: only against a day that is lost.
      const expected = lost.shift()
      if (expected !== undefined) yield targetFlaw(start, end, { data: { expected: expected.text, found: text } })
      else if (!weak && !inSource.some(other => other.day === day))
        yield targetFlaw(start, end, {
          variant: 'added',
          data: { found: text },
          // "At the weekend" – «в субботу и воскресенье».
          ...(/week/i.test(source.text) ? { level: 'info' as const } : {}),
        })
    }
  },
}

/** Mentions that are left when each of `others` has taken one of its day. */
function without(mentions: readonly WeekdayMention[], others: readonly WeekdayMention[]): WeekdayMention[] {
  const left = others.map(({ day }) => day)
  return mentions.filter(({ day }) => {
    const at = left.indexOf(day)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}
