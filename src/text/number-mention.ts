/** A number found in a text, and the few questions about characters its readers share. */

import type { NumberUnit } from './number-units.ts'

export type NumberKind =
  | 'cardinal'
  | 'ordinal'
  | 'decade'
  | 'fraction'
  | 'percent'
  | 'money'
  | 'measure'
  | 'time'
  | 'score'
  | 'range'
  | 'date'
  | 'version'
  | 'roman'

export interface NumberMention {
  /** UTF-16 offsets of the number itself, scale word and ordinal ending included, unit not. */
  readonly start: number
  readonly end: number
  /** Never negative. A time is hours (15:30 → 15.5), a date yyyymmdd, a version its parts in base 1000. */
  readonly value: number
  readonly kind: NumberKind
  /** `percent`, ISO 4217 code, or a measure such as `inch`. */
  readonly unit?: NumberUnit
  /** Other values it may stand for: 3 p.m. is 15 or 3; «25,000» in Russian is 25 or 25000. */
  readonly alternatives: readonly number[]
  /** Of a date, time or fraction: the numbers it is written with. */
  readonly parts?: readonly number[]
  /** Said in words. */
  readonly spelled: boolean
  /** May be no number at all: "one", «один», «бір», "half", «двухлетний», Roman numerals, "B2B". Good to find, never to demand. */
  readonly weak: boolean
}

/** A bare number: what its readers begin with. */
export function plain(start: number, end: number, value: number): NumberMention {
  return { start, end, value, kind: 'cardinal', alternatives: [], spelled: false, weak: false }
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** Latin and Cyrillic letters and combining marks: the scripts whose number words we know. */
export function isLetter(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
  return (code >= 0xc0 && code <= 0x24f) || (code >= 0x300 && code <= 0x36f) || (code >= 0x400 && code <= 0x52f)
}

/** Where the word that begins at `start` ends. */
export function wordEnd(text: string, start: number): number {
  let i = start + 1
  while (i < text.length && isLetter(text.charCodeAt(i))) i++
  return i
}

/** A blank, or the end of the text. */
export function isBlank(code: number): boolean {
  return code === 32 || code === 0xa0 || code === 0x202f || Number.isNaN(code)
}

/** The match of a sticky pattern at `start`. */
export function at(pattern: RegExp, text: string, start: number): RegExpExecArray | undefined {
  pattern.lastIndex = start
  return pattern.exec(text) ?? undefined
}

/** 0.1 + 0.2 never shows: 2.55 million is 2550000, not 2549999.9999999995. */
export function exact(value: number): number {
  return Number(value.toPrecision(12))
}
