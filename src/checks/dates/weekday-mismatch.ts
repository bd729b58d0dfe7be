import { type WeekdayMention, weekdayMentions } from '../../lexicon/weekdays.ts'
import { type SegmentCheck, targetFlaw } from '../check.ts'

/** A day of the week became another day. */
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
    if (inSource.length === 0) return
    const inTarget = weekdayMentions(target.masked, target.language)
    const lost = without(inSource, inTarget)
    for (const mention of without(inTarget, inSource)) {
      // «среда» is Wednesday and surroundings, «жұма» Friday and week: only against a day that is lost.
      const expected = lost.shift()
      if (expected === undefined) return
      yield targetFlaw(mention.start, mention.end, { data: { expected: expected.text, found: mention.text } })
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
