/** Languages without rules of ours are cut by the platform's `Intl.Segmenter`, with such abbreviations as we have. */

import { otherAbbreviations } from '../lexicon/abbreviations-other.ts'
import type { Language } from '../model/index.ts'
import { kind, kindAt } from './characters.ts'
import type { Verdict } from './features.ts'
import { paragraphsOf } from './paragraphs.ts'
import type { ScanSink } from './scanner.ts'

/** Paragraphs longer than this are given to the platform in parts, cut at white space; its cost per call is not linear. */
const longestPart = 1 << 16

/** Decides with `Intl.Segmenter`; a cut behind a known abbreviation becomes a veto. */
export function decideByPlatform(text: string, language: Language, sink: ScanSink): void {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })
  const abbreviations = otherAbbreviations(language.split('-')[0] ?? '')
  for (const { start, end } of paragraphsOf(text)) {
    for (let from = start; from < end; ) {
      const to = partEnd(text, from, end)
      for (const { index, segment } of segmenter.segment(text.slice(from, to))) {
        const next = from + index + segment.length
        // The end of a part is no end of a sentence.
        if (next < to) tell(text, from, next, abbreviations, sink)
      }
      from = to
    }
    sink.onParagraphEnd(end)
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

const cut: Verdict = { id: 'platform', isBreak: true }
const veto: Verdict = { id: 'abbreviation-inside', isBreak: false }

function tell(text: string, from: number, next: number, abbreviations: ReadonlySet<string>, sink: ScanSink): void {
  let at = next
  while (at > from && kindAt(text, at - 1) === kind.space) at--
  const word = wordBefore(text, from, at)
  const isAbbreviation = word !== '' && (abbreviations.has(word) || abbreviations.has(word.toLowerCase()))
  sink.onDecision(at, next, isAbbreviation ? veto : cut, at - word.length)
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
