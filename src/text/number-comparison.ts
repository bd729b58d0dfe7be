/** The numbers of two texts compared by value: which are missing, which are new, which were converted to other units. */

import type { NumberMention } from './numbers.ts'

export interface NumberComparison {
  /** Numbers of the source the target has in no form. Weak ones are never here. */
  readonly missing: readonly NumberMention[]
  /** Numbers of the target the source has in no form. Weak ones are never here. */
  readonly extra: readonly NumberMention[]
  /** Numbers in figures the target has in words only, though it has extra figures: "1-0" against «6-0 … бір ұпай». */
  readonly inWordsOnly: readonly NumberMention[]
  readonly converted: readonly { readonly source: NumberMention; readonly target: NumberMention }[]
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
  const converted: { source: NumberMention; target: NumberMention }[] = []
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
  return { missing, extra, converted, inWordsOnly: wordsOnly(source, target, missing, extra) }
}

function wordsOnly(
  source: readonly NumberMention[],
  target: readonly NumberMention[],
  missing: readonly NumberMention[],
  extra: readonly NumberMention[],
): readonly NumberMention[] {
  if (!extra.some(mention => !mention.spelled)) return []
  const figures = valueSet(
    target.filter(mention => !mention.spelled && !extra.includes(mention)),
    [],
  )
  return source.filter(
    mention => !mention.spelled && !mention.weak && !missing.includes(mention) && !isIn(mention, figures),
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
