/** The languages of one project against each other: which of them stands alone with its number, date, month, day or name? */

import { weekdayMentions } from '../../lexicon/weekdays.ts'
import { dateMentions } from '../../text/dates.ts'
import { type MonthMention, monthMentions } from '../../text/months.ts'
import { isConversion } from '../../text/number-comparison.ts'
import type { NumberMention } from '../../text/number-mention.ts'
import { numberMentions } from '../../text/numbers.ts'
import type { ProjectCheck } from '../check.ts'
import { nameVoices } from './lone-names.ts'
import type { LanguageText, LoneVoice } from './lone-voice.ts'

/** Two languages agree and the third does not, or the translations agree against the source. Run on the smallest common span. */
export const acrossLanguages: ProjectCheck = {
  description: {
    id: 'drift/across-languages',
    level: 'warning',
    its: 'inconsistent-with-source',
    mqm: 'accuracy/mistranslation',
  },
  scope: 'project',
}

/**
 * Votes over the texts of one span, source first; none where fewer than three languages speak. Numbers in figures (spelled-out
 * ones may answer but not accuse), dates, months and days of the week by value, names by sound. A date is told once, not
 * again as a number and a month.
 */
export function loneVoices(texts: readonly LanguageText[]): readonly LoneVoice[] {
  if (texts.length < 3) return []
  const read = texts.map(readText)
  const dates = voicesOf('date', read.map(datesOf))
  const parts = [...voicesOf('number', read.map(numbersOf)), ...voicesOf('month', read.map(monthsOf))]
  return [
    ...dates,
    ...parts.filter(voice => !dates.some(date => date.language === voice.language)),
    ...voicesOf('weekday', texts.map(weekdaysOf)),
    ...nameVoices(texts),
  ]
}

// Values --------------------------------------------------------------------------------------------------------------

interface ReadText extends LanguageText {
  readonly numbers: readonly NumberMention[]
  readonly months: readonly MonthMention[]
}

function readText({ text, language }: LanguageText): ReadText {
  return { text, language, numbers: numberMentions(text, language), months: monthMentions(text, language) }
}

interface Claim {
  readonly value: number
  readonly start: number
  readonly end: number
  readonly mention?: NumberMention
}

interface Claims extends LanguageText {
  /** What it surely says. */
  readonly sure: readonly Claim[]
  /** Every value it may be said to mean. */
  readonly possible: ReadonlySet<number>
  readonly mentions?: readonly NumberMention[]
}

function numbersOf(text: ReadText): Claims {
  const { numbers: mentions, months } = text
  const possible = new Set<number>(months.map(mention => mention.month))
  for (const { value, alternatives, parts = [] } of mentions)
    for (const one of [value, ...alternatives, ...parts]) possible.add(one)
  // `%1` is a place for a number, not one.
  const sure = mentions.filter(
    ({ weak, spelled, kind, start }) =>
      !weak && !spelled && kind !== 'date' && kind !== 'time' && text.text[start - 1] !== '%',
  )
  return { ...text, mentions, possible, sure: sure.map(mention => ({ ...mention, mention })) }
}

/** A day of a month, in figures or by name; the month alone is the vote on months. */
function datesOf(text: ReadText): Claims {
  const dates = dateMentions(text.text, text.language, text.months, text.numbers)
  return { ...text, sure: dates, possible: new Set(dates.flatMap(date => [date.value, ...date.alternatives])) }
}

function monthsOf(text: ReadText): Claims {
  const { months: mentions } = text
  const claims = mentions.map(({ month, start, end }) => ({ value: month, start, end }))
  const numeric = text.numbers.flatMap(mention => mention.parts ?? [])
  return {
    ...text,
    sure: claims.filter((_, i) => mentions[i]?.weak === false),
    possible: new Set([...claims.map(claim => claim.value), ...numeric]),
  }
}

function weekdaysOf(text: LanguageText): Claims {
  const claims = weekdayMentions(text.text, text.language).map(({ day, start, end }) => ({ value: day, start, end }))
  return { ...text, sure: claims, possible: new Set(claims.map(claim => claim.value)) }
}

function voicesOf(kind: Exclude<LoneVoice['kind'], 'name'>, sides: readonly Claims[]): readonly LoneVoice[] {
  const found: LoneVoice[] = []
  for (const side of sides) {
    const others = sides.filter(other => other !== side)
    const [first] = others
    if (first === undefined) continue
    // All others agree on a value this side does not know.
    const claim = first.sure.find(
      each => !isSaid(each, side) && others.every(other => other === first || isSaid(each, other)),
    )
    if (claim === undefined) continue
    const own = side.sure.find(mine => others.every(other => !isSaid(mine, other)))
    if (own === undefined && isSilenceUsual(kind, claim)) continue
    found.push({
      kind,
      language: side.language,
      start: own?.start ?? 0,
      end: own?.end ?? side.text.length,
      found: own === undefined ? '' : side.text.slice(own.start, own.end),
      expected: first.text.slice(claim.start, claim.end),
      expectedLanguage: first.language,
    })
  }
  return found
}

function isSaid({ value, mention }: Claim, { possible, mentions = [] }: Claims): boolean {
  if (possible.has(value)) return true
  if (mention === undefined) return false
  // «0800 555 111»: where a number ends in a row of figures is anyone's guess.
  const { parts } = mention
  if (parts !== undefined && parts.length > 1 && Number(parts.join('')) === value) {
    if (parts.every(part => possible.has(part))) return true
  }
  return mentions.some(
    other =>
      isConversion(mention, other) ||
      isConversion(other, mention) ||
      (mention.kind === 'cardinal' && (other.parts ?? []).includes(value)),
  )
}

/**
 * News give the day of the week or the month in one language and leave it out in the other, as the score of a match, or say
 * «сутки» for 24 hours.
 */
function isSilenceUsual(kind: LoneVoice['kind'], { mention }: Claim): boolean {
  return kind === 'month' || kind === 'weekday' || mention?.kind === 'score' || mention?.unit === 'hour'
}
