/** What a number counts: scale words, money, measures and signs beside a number, in English, Russian and Kazakh. */

import { kazakhNounEnding } from './kazakh-endings.ts'
import { once } from './once.ts'

/** Multiplies the number before it. Whole words as they stand, lower case. */
const englishScales: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  thousands: 1e3,
  m: 1e6,
  mn: 1e6,
  mln: 1e6,
  million: 1e6,
  millions: 1e6,
  bn: 1e9,
  b: 1e9,
  billion: 1e9,
  billions: 1e9,
  tn: 1e12,
  trillion: 1e12,
  trillions: 1e12,
  dozen: 12,
  hundred: 100,
}

const englishScaleWords: ReadonlyMap<string, number> = new Map(Object.entries(englishScales))

const russianEndings = 'а|у|ом|е|ы|ов|ам|ами|ах'
const adjectiveEnding = /^\p{L}{2,3}$/u

/** Stems; what follows may only be an ending of Russian or Kazakh nouns. */
const cyrillicScales = once((): readonly (readonly [stem: string, scale: number, ending: RegExp])[] => {
  const noun = new RegExp(`^(?:${russianEndings}|${kazakhNounEnding}|дай|тай)$`, 'u')
  const short = /^(?:-?\p{L}{0,4})?$/u
  return [
    ['тысяч', 1e3, /^(?:а|и|е|у|ей|ью|ам|ами|ах)?$/],
    ['тысячн', 1e3, adjectiveEnding],
    ['миллионн', 1e6, adjectiveEnding],
    ['миллиардн', 1e9, adjectiveEnding],
    ['тыс', 1e3, /^$/],
    ['миллион', 1e6, noun],
    ['млн', 1e6, short],
    ['миллиард', 1e9, noun],
    ['млрд', 1e9, short],
    ['триллион', 1e12, noun],
    ['трлн', 1e12, /^$/],
    ['мың', 1e3, noun],
    ['жүз', 100, /^$/],
  ]
})

/** The scale a word says, or undefined: "million", «тыс», «мыңнан». */
export function scaleOf(word: string): number | undefined {
  const lower = word.toLowerCase()
  const english = englishScaleWords.get(lower)
  if (english !== undefined) return english
  const first = lower[0]
  if (first !== 'т' && first !== 'м' && first !== 'ж') return undefined
  for (const [stem, scale, ending] of cyrillicScales()) {
    if (lower.startsWith(stem) && ending.test(lower.slice(stem.length))) return scale
  }
  return undefined
}

/** Canonical names of units; money by ISO 4217. */
export type NumberUnit = string

const wholeUnits: ReadonlyMap<string, NumberUnit> = new Map(
  Object.entries({
    '%': 'percent',
    percent: 'percent',
    pc: 'percent',
    $: 'USD',
    '€': 'EUR',
    '£': 'GBP',
    '₽': 'RUB',
    '₸': 'KZT',
    '¥': 'JPY',
    dollar: 'USD',
    dollars: 'USD',
    euro: 'EUR',
    euros: 'EUR',
    pound: 'lb',
    pounds: 'lb',
    lb: 'lb',
    lbs: 'lb',
    tenge: 'KZT',
    ruble: 'RUB',
    rubles: 'RUB',
    rouble: 'RUB',
    roubles: 'RUB',
    inch: 'inch',
    inches: 'inch',
    foot: 'foot',
    feet: 'foot',
    ft: 'foot',
    yard: 'yard',
    yards: 'yard',
    mile: 'mile',
    miles: 'mile',
    mph: 'mph',
    cm: 'cm',
    mm: 'mm',
    metre: 'm',
    metres: 'm',
    meter: 'm',
    meters: 'm',
    km: 'km',
    kilometre: 'km',
    kilometres: 'km',
    kilometer: 'km',
    kilometers: 'km',
    kg: 'kg',
    kilogram: 'kg',
    kilograms: 'kg',
    ounce: 'oz',
    ounces: 'oz',
    gallon: 'gallon',
    gallons: 'gallon',
    stone: 'stone',
    litre: 'l',
    litres: 'l',
    liter: 'l',
    liters: 'l',
    acre: 'acre',
    acres: 'acre',
    hectare: 'ha',
    hectares: 'ha',
    degree: 'degree',
    degrees: 'degree',
    '°': 'degree',
    f: 'fahrenheit',
    fahrenheit: 'fahrenheit',
    celsius: 'celsius',
    hour: 'hour',
    hours: 'hour',
    minute: 'minute',
    minutes: 'minute',
    second: 'second',
    seconds: 'second',
    day: 'day',
    days: 'day',
    week: 'week',
    weeks: 'week',
    month: 'month',
    months: 'month',
    year: 'year',
    years: 'year',
    см: 'cm',
    мм: 'mm',
    м: 'm',
    км: 'km',
    кг: 'kg',
    г: 'g',
    га: 'ha',
    л: 'l',
  }),
)

const unitStems: readonly (readonly [stem: string, unit: NumberUnit])[] = [
  ['процент', 'percent'],
  ['пайыз', 'percent'],
  ['доллар', 'USD'],
  ['евро', 'EUR'],
  ['руб', 'RUB'],
  ['тенге', 'KZT'],
  ['теңге', 'KZT'],
  ['фунт', 'lb'],
  ['дюйм', 'inch'],
  ['фут', 'foot'],
  ['ярд', 'yard'],
  ['мил', 'mile'],
  ['сантиметр', 'cm'],
  ['миллиметр', 'mm'],
  ['километр', 'km'],
  ['шақырым', 'km'],
  ['метр', 'm'],
  ['килограмм', 'kg'],
  ['градус', 'degree'],
  ['гектар', 'ha'],
  ['акр', 'acre'],
  ['литр', 'l'],
  ['галлон', 'gallon'],
  ['час', 'hour'],
  ['сағат', 'hour'],
  ['минут', 'minute'],
  ['секунд', 'second'],
  ['күн', 'day'],
  ['дн', 'day'],
  ['недел', 'week'],
  ['апта', 'week'],
  ['месяц', 'month'],
  ['ай', 'month'],
  ['лет', 'year'],
  ['год', 'year'],
  ['жыл', 'year'],
  ['жас', 'year'],
]

/** The unit a word or sign names, or undefined. */
export function unitOf(word: string): NumberUnit | undefined {
  const lower = word.toLowerCase()
  const whole = wholeUnits.get(lower)
  if (whole !== undefined) return whole
  if (lower.length < 2 || lower.charCodeAt(0) < 0x400) return undefined
  for (const [stem, unit] of unitStems) if (lower.startsWith(stem)) return unit
  return undefined
}

const money: ReadonlySet<NumberUnit> = new Set(['USD', 'EUR', 'GBP', 'RUB', 'KZT', 'JPY'])

export function isMoney(unit: NumberUnit): boolean {
  return money.has(unit)
}
