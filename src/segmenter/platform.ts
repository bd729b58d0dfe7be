/** Languages without rules of ours are cut by the platform's `Intl.Segmenter`, with such abbreviations as we have. */

import { otherAbbreviations } from '../lexicon/abbreviations-other.ts'
import type { Language } from '../model/index.ts'
import { kind, kindAt } from './characters.ts'
import type { Decision } from './scanner.ts'

/** Paragraphs longer than this are given to the platform in parts, cut at white space; its cost per call is not linear. */
const longestPart = 1 << 16

/** Decides with `Intl.Segmenter`; a cut behind a known abbreviation becomes a veto. */
export function platformDecider(
  language: Language,
): (text: string, start: number, end: number, onDecision: (decision: Decision) => void) => void {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })
  const abbreviations = otherAbbreviations(language.split('-')[0] ?? '')
  return (text, start, end, onDecision) => {
    for (let from = start; from < end; ) {
      const to = partEnd(text, from, end)
      for (const { index, segment } of segmenter.segment(text.slice(from, to))) {
        const next = from + index + segment.length
        if (next < end && (next < to || to === end)) tell(text, from, next, abbreviations, onDecision)
      }
      from = to
    }
  }
}

function partEnd(text: string, from: number, end: number): number {
  if (end - from <= longestPart) return end
  let to = from + longestPart
  // A blank inside the last quarter, else anywhere; a text without blanks is cut hard, but never through a pair.
  while (to > from + (longestPart >> 1) && kindAt(text, to - 1) !== kind.space) to--
  if (kindAt(text, to - 1) !== kind.space) to = from + longestPart
  const unit = text.charCodeAt(to)
  return unit >= 0xdc00 && unit <= 0xdfff ? to + 1 : to
}

function tell(
  text: string,
  from: number,
  next: number,
  abbreviations: ReadonlySet<string>,
  onDecision: (decision: Decision) => void,
): void {
  let at = next
  while (at > from && kindAt(text, at - 1) === kind.space) at--
  const word = wordBefore(text, from, at)
  const isAbbreviation = word !== '' && (abbreviations.has(word) || abbreviations.has(word.toLowerCase()))
  const rule = isAbbreviation ? 'abbreviation-inside' : 'platform'
  onDecision({ at, next, isBreak: !isAbbreviation, rule, from: at - word.length, to: at })
}

/** The word with its inner full stops before the stop at `at`; empty when there is none, or it is too long for one. */
function wordBefore(text: string, from: number, at: number): string {
  if (text.charCodeAt(at - 1) !== 0x2e) return ''
  let i = at - 1
  while (i > from && at - i < 20) {
    const found = kindAt(text, i - 1)
    if (!((found >= kind.lower && found <= kind.mark) || text.charCodeAt(i - 1) === 0x2e)) break
    i--
  }
  return text.slice(i, at - 1)
}
