/** The languages of one project against each other: which of them stands alone with its number, month or day? */

import { weekdayMentions } from '../../lexicon/weekdays.ts'
import type { Language } from '../../model/index.ts'
import { monthMentions } from '../../text/months.ts'
import { numberMentions } from '../../text/numbers.ts'
import type { ProjectCheck } from '../check.ts'

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

export interface LanguageText {
  readonly language: Language
  readonly text: string
}

/** What one language says otherwise than the rest. */
export interface LoneVoice {
  readonly kind: 'number' | 'month' | 'weekday'
  /** The language that stands alone; the source language when the translations agree against it. */
  readonly language: Language
  /** In that language's text; the whole text when its number is missing. */
  readonly start: number
  readonly end: number
  /** What it says, '' when it says nothing. */
  readonly found: string
  /** What another language says. */
  readonly expected: string
  readonly expectedLanguage: Language
}

/**
 * Votes over the texts of one span, source first. Only where at least three languages speak; numbers in figures (spelled-out
 * ones may answer but not accuse), months and days of the week by name.
 */
export function loneVoices(texts: readonly LanguageText[]): readonly LoneVoice[] {
  if (texts.length < 3) return []
  return [
    ...voicesOf('number', texts.map(numbersOf)),
    ...voicesOf('month', texts.map(monthsOf)),
    ...voicesOf('weekday', texts.map(weekdaysOf)),
  ]
}

interface Claim {
  readonly value: number
  readonly start: number
  readonly end: number
}

interface Claims extends LanguageText {
  /** What it surely says. */
  readonly sure: readonly Claim[]
  /** Every value it may be said to mean. */
  readonly possible: ReadonlySet<number>
}

function numbersOf(text: LanguageText): Claims {
  const mentions = numberMentions(text.text, text.language)
  const months = monthMentions(text.text, text.language)
  const possible = new Set<number>(months.map(mention => mention.month))
  for (const { value, alternatives, parts = [] } of mentions)
    for (const one of [value, ...alternatives, ...parts]) possible.add(one)
  const sure = mentions.filter(
    mention => !mention.weak && !mention.spelled && mention.kind !== 'date' && mention.kind !== 'time',
  )
  return { ...text, sure, possible }
}

function monthsOf(text: LanguageText): Claims {
  const mentions = monthMentions(text.text, text.language)
  const claims = mentions.map(({ month, start, end }) => ({ value: month, start, end }))
  const numeric = numberMentions(text.text, text.language).flatMap(mention => mention.parts ?? [])
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

function voicesOf(kind: LoneVoice['kind'], sides: readonly Claims[]): readonly LoneVoice[] {
  const found: LoneVoice[] = []
  for (const side of sides) {
    const others = sides.filter(other => other !== side)
    // All others agree on a value this side does not know.
    for (const claim of others[0]?.sure ?? []) {
      const [first] = others
      if (
        first === undefined ||
        side.possible.has(claim.value) ||
        !others.every(other => other.possible.has(claim.value))
      )
        continue
      const own = side.sure.find(mine => others.every(other => !other.possible.has(mine.value)))
      found.push({
        kind,
        language: side.language,
        start: own?.start ?? 0,
        end: own?.end ?? side.text.length,
        found: own === undefined ? '' : side.text.slice(own.start, own.end),
        expected: first.text.slice(claim.start, claim.end),
        expectedLanguage: first.language,
      })
      break
    }
  }
  return found
}
