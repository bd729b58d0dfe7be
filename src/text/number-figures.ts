/** Numbers in figures: bare, grouped by thousands, decimal, dates and times. */

import type { Language } from '../model/index.ts'
import { readClock, readDate } from './number-dates.ts'
import { at, isDigit, type NumberMention, plain } from './number-mention.ts'
import { withSurroundings } from './number-surroundings.ts'

const blankGroups = /\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?!\d)(?:[.,]\d+(?![\d\u00a0\u202f\u2009]|[.,]\d))?/y
const plainBlankGroups =
  /\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d)(?:[.,]\d+(?!\d|[.,]\d|[ \u00a0\u202f\u2009]\d{3}))?/y
const commaGroups = /\d{1,3}(?:,\d{3})+(?![\d])(?:\.\d+)?/y
const dotGroups = /\d{1,3}(?:\.\d{3})+(?![\d])(?:,\d+)?/y
const decimal = /(\d+)([.,])(\d+)(?!\d)/y

/** The number that begins with the digit at `start`, with what stands around it. */
export function readDigits(text: string, start: number, language: Language): NumberMention {
  // Most numbers are a bare run of digits: the cheap case first.
  const end = digitsEnd(text, start)
  const next = text.charCodeAt(end)
  const isCompound = isNumberPunctuation(next) && isDigit(text.charCodeAt(end + 1))
  const mention =
    (isCompound ? readCompound(text, start, language) : undefined) ?? plain(start, end, Number(text.slice(start, end)))
  return withSurroundings(text, mention)
}

function digitsEnd(text: string, start: number): number {
  let i = start + 1
  while (isDigit(text.charCodeAt(i))) i++
  return i
}

/** `. , : / - ' ’` and blanks that may join digits. */
function isNumberPunctuation(code: number): boolean {
  return (
    (code >= 44 && code <= 47) ||
    code === 58 ||
    code === 0x2236 ||
    code === 32 ||
    code === 0xa0 ||
    code === 0x202f ||
    code === 0x2009
  )
}

function readCompound(text: string, start: number, language: Language): NumberMention | undefined {
  return (
    readDate(text, start) ??
    readClock(text, start) ??
    readGrouped(text, start, language) ??
    readDecimal(text, start, language)
  )
}

function readGrouped(text: string, start: number, language: Language): NumberMention | undefined {
  const isEnglish = language.startsWith('en')
  const blanks = at(isEnglish ? blankGroups : plainBlankGroups, text, start)
  if (blanks !== undefined) {
    const value = Number(blanks[0].replace(/[ \u00a0\u202f\u2009]/g, '').replace(',', '.'))
    // «18 200 человек» after a name may be two numbers: they are its parts.
    return {
      ...plain(start, start + blanks[0].length, value),
      parts: blanks[0].split(/[ \u00a0\u202f\u2009]/).map(part => Number(part.replace(',', '.'))),
    }
  }
  const commas = at(commaGroups, text, start)
  if (commas !== undefined) {
    const value = Number(commas[0].replaceAll(',', ''))
    const isSingle = !isEnglish && commas[0].indexOf(',') === commas[0].lastIndexOf(',') && !commas[0].includes('.')
    const asDecimal = Number(commas[0].replace(',', '.'))
    const whole = plain(start, start + commas[0].length, isSingle ? asDecimal : value)
    return isSingle ? { ...whole, alternatives: [value] } : whole
  }
  const dots = at(dotGroups, text, start)
  if (dots !== undefined && (!isEnglish || dots[0].includes(','))) {
    const value = Number(dots[0].replaceAll('.', '').replace(',', '.'))
    const alternative = Number(dots[0])
    return {
      ...plain(start, start + dots[0].length, value),
      alternatives: Number.isNaN(alternative) ? [] : [alternative],
    }
  }
  return undefined
}

function readDecimal(text: string, start: number, language: Language): NumberMention | undefined {
  const match = at(decimal, text, start)
  if (match === undefined) return undefined
  const [written, whole = '', separator, rest = ''] = match
  const isEnglish = language.startsWith('en')
  const isList = text[start + written.length] === ',' && isDigit(text.charCodeAt(start + written.length + 1))
  const isListEnd = text[start - 1] === ',' && isDigit(text.charCodeAt(start - 2))
  if ((isList || isListEnd) && separator === ',') return undefined
  const value = Number(`${whole}.${rest}`)
  const mention = plain(start, start + written.length, value)
  // "1.234" in English may be Continental, «12.30» a time or a date.
  const alternatives =
    isEnglish && separator === '.' && rest.length === 3
      ? [Number(whole + rest)]
      : !isEnglish && isClock(whole, separator, rest)
        ? [Number(whole) + Number(rest) / 60]
        : []
  return { ...mention, alternatives, parts: [Number(whole), Number(rest)] }
}

/** «в 15.30», «сағат 9.05-те». */
function isClock(hours: string, separator: string | undefined, minutes: string): boolean {
  return separator === '.' && minutes.length === 2 && Number(hours) < 24 && Number(minutes) < 60
}
