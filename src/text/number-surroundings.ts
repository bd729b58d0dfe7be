/** What stands around a number in figures: ordinal endings, decades, scales, units, money, codes it belongs to. */

import { at, exact, isBlank, isLetter, type NumberMention } from './number-mention.ts'
import { isMoney, type NumberUnit, scaleOf, unitOf } from './number-units.ts'

const ordinalEnglish = /(?:st|nd|rd|th)(?![\p{L}])/uy
const decadeEnglish = /['’]?s(?![\p{L}\d])/uy
const hyphenEnding = /[-‑–](\p{L}+)/uy
const halfOfDay = /[ \u00a0\u202f]?(?:([ap])\.?m\.?)(?![\p{L}])/iuy
const scaleWord = /[ \u00a0\u202f-]?(\p{L}+)/uy
const unitWord = /[ \u00a0\u202f-]{0,2}(%|°|\p{L}+|[$€£₽₸¥])/uy
const ordinalEnding = /^(?:й|я|е|го|му|ю|х|м|ой|ая|ое|ый|ом|ми|и|шы|ші|ыншы|інші|нші|ншы|сыншы|сінші)$/

/** The number with what its neighbours make of it: 5 → 5 million, the 5th, $5, the 5 of "B5". */
export function withSurroundings(text: string, mention: NumberMention): NumberMention {
  const { start } = mention
  let { end, value, kind } = mention
  let alternatives: readonly number[] = mention.alternatives
  // "2D" is a word.
  const isDimension = (value === 2 || value === 3) && /^-?[dD](?!\p{L})/u.test(text.slice(end, end + 3))
  let unit = currencyBefore(text, start)
  const beforeCode = start > 0 ? text.charCodeAt(start - 1) : 32
  const isCode =
    isLetter(beforeCode) ||
    (beforeCode === 45 && start > 1 && isLetter(text.charCodeAt(start - 2)) && text.charCodeAt(start - 2) < 0x250)
  const next = text.charCodeAt(end)
  if (!(next > 127 || isLetter(next) || next === 32 || next === 45 || next === 37 || next === 36 || next === 39)) {
    return finished()
  }
  const isPlain = kind === 'cardinal'
  if (isPlain && at(ordinalEnglish, text, end) !== undefined) {
    // A "3rd party" is counted in no other language.
    return {
      ...mention,
      end: end + 2,
      kind: 'ordinal',
      weak: isCode || /^[ -]part(?:y|ies)/.test(text.slice(end + 2, end + 9)),
    }
  }
  const decade = isPlain && value % 10 === 0 && value >= 10 ? at(decadeEnglish, text, end) : undefined
  if (decade !== undefined) return decadeMention(mention, end + decade[0].length, isCode)
  const day = isPlain || kind === 'time' ? at(halfOfDay, text, end) : undefined
  if (day !== undefined && value <= 12.99) {
    const isAfternoon = day[1]?.toLowerCase() === 'p'
    const said = kind === 'cardinal' ? withMinutes(mention) : value
    const hour = isAfternoon ? (said >= 12 ? said : said + 12) : said >= 12 ? said - 12 : said
    return { ...mention, value: hour, kind: 'time', alternatives: hour === value ? [] : [said, value], weak: isCode }
  }
  const scaled = at(scaleWord, text, end)
  const scale = scaled === undefined ? undefined : scaleAfter(scaled, text)
  if (scaled !== undefined && scale !== undefined) {
    alternatives = [...alternatives.map(other => exact(other * scale)), value]
    value = exact(value * scale)
    end += scaled[0].length
    if (text[end] === '.' && /^(?:тыс|млн|млрд|трлн)$/i.test(scaled[1] ?? '') && isBlank(text.charCodeAt(end + 1)))
      end++
  } else if (isPlain) {
    const ending = at(hyphenEnding, text, end)
    if (ending !== undefined && ordinalEnding.test(ending[1] ?? '')) {
      if (value % 10 === 0 && value >= 10 && /^(?:е|х|м|ми)$/.test(ending[1] ?? ''))
        return decadeMention(mention, end + ending[0].length, isCode)
      return { ...mention, end: end + ending[0].length, kind: 'ordinal', weak: isCode }
    }
  }
  unit ??= unitAfter(text, end)
  return finished()

  function finished(): NumberMention {
    if (unit !== undefined && (kind === 'cardinal' || kind === 'fraction')) {
      kind = unit === 'percent' ? 'percent' : isMoney(unit) ? 'money' : 'measure'
    }
    return {
      ...mention,
      end,
      value,
      kind,
      alternatives,
      weak: isCode || isDimension || mention.weak,
      ...(unit === undefined ? {} : { unit }),
    }
  }
}

/** 7.55 of "7.55 am": five to eight. */
function withMinutes({ value, parts }: NumberMention): number {
  const [hours, minutes] = parts ?? []
  return hours === undefined || minutes === undefined || minutes > 59 ? value : hours + minutes / 60
}

/** "m" and "b" scale only where they stand at the number ("£5m"), and "m" is a metre after a bare number and a blank. */
function scaleAfter(match: RegExpExecArray, text: string): number | undefined {
  const word = match[1] ?? ''
  if (word.length <= 2 && word.charCodeAt(0) < 128) {
    const isAttached = match[0].length === word.length
    if (!isAttached) return word === 'bn' || word === 'mn' || word === 'tn' ? scaleOf(word) : undefined
    if (word.toLowerCase() === 'm' || word.toLowerCase() === 'b') {
      return /[$€£¥]\s?[\d.,]+$/.test(text.slice(Math.max(0, match.index - 12), match.index)) ||
        /^ ?(?:people|views|users|followers)/.test(
          text.slice(match.index + match[0].length, match.index + match[0].length + 12),
        )
        ? scaleOf(word)
        : undefined
    }
  }
  return scaleOf(word)
}

/** The unit named after the number. */
export function unitAfter(text: string, end: number): NumberUnit | undefined {
  const match = at(unitWord, text, end)
  if (match === undefined) return undefined
  const word = match[1] ?? ''
  if (word === 'per' && /^ cent\b/.test(text.slice(end + match[0].length, end + match[0].length + 6))) return 'percent'
  const unit = unitOf(word)
  if (unit !== 'degree') return unit
  const scale = /^[^\p{L}]{0,2}(?:по |шкал\p{L}+ )?(F|C|С|Фаренгейт|Цельси|fahrenheit|celsius)/iu.exec(
    text.slice(end + match[0].length, end + match[0].length + 24),
  )?.[1]
  if (scale === undefined) return unit
  return /^(?:F|Ф)/i.test(scale) ? 'fahrenheit' : 'celsius'
}

function currencyBefore(text: string, start: number): NumberUnit | undefined {
  if (start === 0) return undefined
  const code = text.charCodeAt(start - 1)
  const at = isBlank(code) && start > 1 ? start - 2 : start - 1
  const sign = text[at]
  if (sign !== '$' && sign !== '€' && sign !== '£' && sign !== '₽' && sign !== '₸' && sign !== '¥') return undefined
  return unitOf(sign)
}

/** 1990s, 90-е, '90s. */
function decadeMention(mention: NumberMention, end: number, isCode: boolean): NumberMention {
  const { value } = mention
  // The 1700s are the XVIII century.
  const whole = value % 100 === 0 ? value / 100 + 1 : value % 100
  const alternatives = value < 100 ? [1900 + value, 1800 + value, 2000 + value] : [whole]
  return { ...mention, end, kind: 'decade', alternatives, weak: isCode }
}
