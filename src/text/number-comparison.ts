/** The numbers of two texts compared by value: which are missing, which are new, which were converted to other units. */

import type { NumberMention } from './numbers.ts'

export interface NumberComparison {
  /** Numbers of the source the target has in no form. Weak ones are never here. */
  readonly missing: readonly NumberMention[]
  /** Numbers of the target the source has in no form. Weak ones are never here. */
  readonly extra: readonly NumberMention[]
  /** Numbers in figures the target has in words only, though it has extra figures: "1-0" against «6-0 … бір ұпай». */
  readonly inWordsOnly: readonly NumberMention[]
  readonly converted: readonly NumberExchange[]
  /** Numbers the source says oftener than the target, though all values are there: "at 2pm two vans" – «два автобуса». */
  readonly scarce: readonly NumberMention[]
  /** "millions of people" – «миллиарды людей»: magnitudes with no number of their own. */
  readonly magnitudes: readonly NumberExchange[]
}

export interface NumberExchange {
  readonly source: NumberMention
  readonly target: NumberMention
}

/** Order and repetition do not count: a year said twice in the source may be said once in the target. */
export function compareNumbers(
  source: readonly NumberMention[],
  target: readonly NumberMention[],
  months: MonthsOf = noMonths,
): NumberComparison {
  const inTarget = valueSet(target, months.target)
  const inSource = valueSet(source, months.source)
  let missing = source.filter(mention => !mention.weak && !isIn(mention, inTarget))
  let extra = target.filter(mention => !mention.weak && !isIn(mention, inSource))
  const converted: NumberExchange[] = []
  if (missing.length > 0 && extra.length > 0) {
    for (const lost of missing) {
      const match = extra.find(added => isConversion(lost, added) && !converted.some(pair => pair.target === added))
      if (match !== undefined) converted.push({ source: lost, target: match })
    }
    if (converted.length > 0) {
      const done = new Set<NumberMention>(converted.flatMap(pair => [pair.source, pair.target]))
      missing = missing.filter(mention => !done.has(mention))
      extra = extra.filter(mention => !done.has(mention))
    }
  }
  return {
    missing,
    extra,
    converted,
    inWordsOnly: wordsOnly(source, target, missing, extra),
    scarce: missing.length === 0 ? scarceIn(source, target, months.target) : [],
    magnitudes: exchangedMagnitudes(source, target),
  }
}

/** Numbers of the same value need as many in the target; only where one of them stands in figures. One is said without a number. */
function scarceIn(
  source: readonly NumberMention[],
  target: readonly NumberMention[],
  months: readonly number[],
): readonly NumberMention[] {
  const strong = source.filter(({ weak, value }) => !weak && value !== 1 && !isYear(value))
  // Long lists repeat what a translation sums up.
  if (strong.length < 2 || strong.length > 12) return []
  return strong.filter((mention, i) => {
    const group = strong.filter(other => mayMean(mention, other))
    if (group.length < 2 || group.every(({ spelled }) => spelled) || group.indexOf(mention) < group.length - 1)
      return false
    if (strong.indexOf(mention) !== i) return false
    const answers = target.reduce((sum, answer) => sum + answersOf(answer, group), 0)
    return answers + months.filter(month => group.some(({ value }) => value === month)).length < group.length
  })
}

/** A year said twice in the source may be said once in the target. */
function isYear(value: number): boolean {
  return value > 1000 && value < 2100
}

/** How many of the group one mention of the target may stand for: a date or a clock time says several numbers. */
function answersOf(answer: NumberMention, group: readonly NumberMention[]): number {
  const inParts = (answer.parts ?? []).filter(part => group.some(({ value }) => value === part)).length
  return Math.max(inParts, group.some(each => mayMean(each, answer)) ? 1 : 0)
}

function mayMean(a: NumberMention, b: NumberMention): boolean {
  return (
    a.value === b.value ||
    a.alternatives.includes(b.value) ||
    b.alternatives.includes(a.value) ||
    (b.parts ?? []).includes(a.value) ||
    (a.parts ?? []).includes(b.value)
  )
}

function exchangedMagnitudes(
  source: readonly NumberMention[],
  target: readonly NumberMention[],
): readonly NumberExchange[] {
  const lost = source.find(mention => isMagnitude(mention) && !isOfMagnitude(target, mention.value))
  if (lost === undefined) return []
  const added = target.find(
    mention =>
      isMagnitude(mention) && !isOfMagnitude(source, mention.value) && Math.max(mention.value, lost.value) >= 1000,
  )
  return added === undefined ? [] : [{ source: lost, target: added }]
}

/** "hundreds", «тысячи», «миллиондаған»: a scale with no number before it. */
function isMagnitude({ value, spelled, weak }: NumberMention): boolean {
  return spelled && weak && (value === 100 || value === 1e3 || value === 1e6 || value === 1e9 || value === 1e12)
}

/** Some number has this magnitude: 30 000 answers to "thousands". */
function isOfMagnitude(mentions: readonly NumberMention[], magnitude: number): boolean {
  return mentions.some(
    mention =>
      mention.value === magnitude ||
      (!isMagnitude(mention) &&
        mention.value > magnitude &&
        mention.value < magnitude * 1000 &&
        mention.value % magnitude === 0),
  )
}

function wordsOnly(
  source: readonly NumberMention[],
  target: readonly NumberMention[],
  missing: readonly NumberMention[],
  extra: readonly NumberMention[],
): readonly NumberMention[] {
  const isBeside = extra.some(mention => !mention.spelled)
  if (!isBeside && !source.some(isOfScore)) return []
  const figures = valueSet(
    target.filter(mention => !mention.spelled && !extra.includes(mention)),
    [],
  )
  const isHidden = (mention: NumberMention): boolean =>
    !mention.spelled && !mention.weak && !missing.includes(mention) && !isIn(mention, figures)
  // Half of a score is never put in words: "5&4" – «5 және» with a «төрт» elsewhere.
  return source.filter(
    (mention, i) => isHidden(mention) && (isBeside || (isOfScore(mention) && hasPartner(source, i, isHidden))),
  )
}

function isOfScore({ kind }: NumberMention): boolean {
  return kind === 'score' || kind === 'range'
}

/** The other half of the score is there in figures. */
function hasPartner(
  source: readonly NumberMention[],
  i: number,
  isHidden: (mention: NumberMention) => boolean,
): boolean {
  return [source[i - 1], source[i + 1]].some(
    other => other !== undefined && isOfScore(other) && !other.weak && !isHidden(other),
  )
}

/** Months named in words: a date in figures may answer to them. Values 1..12. */
export interface MonthsOf {
  readonly source: readonly number[]
  readonly target: readonly number[]
}

const noMonths: MonthsOf = { source: [], target: [] }

interface Values {
  /** Every value some mention may stand for. Rounded to 9 digits: 0.1 + 0.2 is 0.3. */
  readonly said: ReadonlySet<number>
  /** "200 billion" without its scale: 200 may answer to it, «200 млн» may not. */
  readonly unscaled: ReadonlySet<number>
}

function valueSet(mentions: readonly NumberMention[], months: readonly number[]): Values {
  const values = new Set<number>(months)
  const unscaled = new Set<number>()
  for (const mention of mentions) {
    add(values, mention.value)
    for (const value of mention.alternatives) add(isWithoutScale(value, mention) ? unscaled : values, value)
    for (const value of mention.parts ?? []) add(values, value)
    // Half and quarter answer to 50 and 25 %.
    if (mention.value === 0.5 || mention.value === 0.25) add(values, mention.value * 100)
    if (mention.value === 50 || mention.value === 25) add(values, mention.value / 100)
    if (mention.weak && mention.unit === undefined && mention.kind === 'roman') add(values, mention.value)
  }
  return { said: values, unscaled }
}

/** 200 of 200 billion, 25 of 25 thousand. */
function isWithoutScale(alternative: number, { value }: NumberMention): boolean {
  const scale = Math.round(value / alternative)
  return scale === 1e3 || scale === 1e6 || scale === 1e9 || scale === 1e12
}

function add(values: Set<number>, value: number): void {
  values.add(round(value))
}

function round(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(9))
}

function isIn(mention: NumberMention, { said, unscaled }: Values): boolean {
  const { alternatives, parts = [] } = mention
  if (said.has(round(mention.value)) || unscaled.has(round(mention.value))) return true
  if (alternatives.some(value => said.has(round(value)))) return true
  if (alternatives.some(value => unscaled.has(round(value)) && !isWithoutScale(value, mention))) return true
  // 2 and 4 of "2.4 million" are no numbers of their own.
  if (mention.kind !== 'range' && alternatives.some(value => isWithoutScale(value, mention))) return false
  return parts.length > 0 && parts.every(part => said.has(round(part)) || unscaled.has(round(part)))
}

/** Factor from a unit of the source to one of the target. Temperature is handled apart. */
const conversions: readonly (readonly [from: string, to: string, factor: number])[] = [
  ['inch', 'cm', 2.54],
  ['inch', 'mm', 25.4],
  ['foot', 'm', 0.3048],
  ['foot', 'cm', 30.48],
  ['yard', 'm', 0.9144],
  ['mile', 'km', 1.609],
  ['mph', 'km', 1.609],
  ['mile', 'm', 1609],
  ['lb', 'kg', 0.4536],
  ['oz', 'g', 28.35],
  ['stone', 'kg', 6.35],
  ['gallon', 'l', 3.785],
  ['acre', 'ha', 0.4047],
  ['hour', 'minute', 60],
  ['day', 'hour', 24],
  ['week', 'day', 7],
  ['month', 'year', 1 / 12],
  ['year', 'month', 12],
]

/** True when `target` is `source` in other units, rounded by at most 8 %. */
export function isConversion(source: NumberMention, target: NumberMention): boolean {
  const near = (expected: number): boolean =>
    Math.abs(target.value - expected) <= Math.max(Math.abs(expected) * 0.08, 0.6)
  if (source.unit === 'degree' || source.unit === 'fahrenheit' || target.unit === 'celsius') {
    const celsius = ((source.value - 32) * 5) / 9
    if (Math.abs(target.value - Math.abs(celsius)) <= 1.5) return true
    const difference = (source.value * 5) / 9
    if (Math.abs(target.value - difference) <= 0.8) return true
  }
  for (const [from, to, factor] of conversions) {
    const isUnit = (unit: string | undefined, name: string): boolean =>
      unit === name || (unit === undefined && source.kind === 'range')
    if (
      isUnit(source.unit, from) &&
      (target.unit === to || target.unit === undefined || target.kind === 'range') &&
      near(source.value * factor)
    )
      return true
    if (source.unit === to && target.unit === from && near(source.value / factor)) return true
  }
  return false
}
