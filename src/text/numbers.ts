/** Numbers by value, not by spelling: 4.3 = 4,3; 25,000 = 25 тыс. = 25 мың; two = два = екі. */

import type { Language } from '../model/index.ts'
import { readDigits } from './number-figures.ts'
import { isDigit, isLetter, type NumberMention, plain, wordEnd } from './number-mention.ts'
import { withNeighbours } from './number-ranges.ts'
import { romanMention } from './number-roman.ts'
import { wordReaderOf } from './number-spelled.ts'

export type { NumberKind, NumberMention } from './number-mention.ts'

/** All numbers of `text`, in order; `language` decides separators and words. Languages without words here give digits only. */
export function numberMentions(text: string, language: Language): readonly NumberMention[] {
  const words = wordReaderOf(language)
  const found: NumberMention[] = []
  let i = 0
  while (i < text.length) {
    const code = text.charCodeAt(i)
    if (isDigit(code)) {
      const mention = readDigits(text, i, language)
      found.push(mention)
      i = mention.end
    } else if (isLetter(code)) {
      const end = wordEnd(text, i)
      const mention = words?.(text, i, end) ?? romanMention(text, i, end)
      if (mention === undefined) i = end
      else {
        found.push(mention)
        i = Math.max(mention.end, end)
      }
    } else {
      const value = vulgarFractions.get(text[i] ?? '')
      if (value !== undefined) found.push({ ...plain(i, i + 1, value), kind: 'fraction' })
      i++
    }
  }
  return found.length > 1 ? withNeighbours(text, found) : found
}

const vulgarFractions: ReadonlyMap<string, number> = new Map([
  ['½', 0.5],
  ['¼', 0.25],
  ['¾', 0.75],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
])
