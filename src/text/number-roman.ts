/** Roman numerals. */

import { type NumberMention, plain } from './number-mention.ts'

const romanDigits: ReadonlyMap<string, number> = new Map([
  ['I', 1],
  ['V', 5],
  ['X', 10],
  ['L', 50],
  ['C', 100],
])

/** XIX, II, XXX; always weak. Written with Latin letters, or as Cyrillic texts often do with Cyrillic Х and І. */
export function romanMention(text: string, start: number, end: number): NumberMention | undefined {
  if (end - start > 7) return undefined
  let value = 0
  let largest = 0
  for (let i = end - 1; i >= start; i--) {
    const letter = text[i] ?? ''
    const digit = romanDigits.get(letter === 'Х' ? 'X' : letter === 'І' ? 'I' : letter === 'С' ? 'C' : letter)
    if (digit === undefined) return undefined
    value += digit < largest ? -digit : digit
    largest = Math.max(largest, digit)
  }
  if (end - start === 1 && (value === 1 || value > 10)) return undefined
  return { ...plain(start, end, value), kind: 'roman', weak: true }
}
