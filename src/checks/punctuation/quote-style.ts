import type { QuoteMark, QuoteStyle } from '../../text/quotes.ts'
import { type DocumentCheck, type PairFlaw, targetFlaw } from '../check.ts'
import { type Pair, primaryOf } from '../pair.ts'

/**
 * Quotation marks of a style other than the document's. The style is judged over the whole document: the language's own («…»
 * outside in Russian and Kazakh) where it prevails or nothing does, else the one most used.
 */
export const quoteStyle: DocumentCheck = {
  description: {
    id: 'punctuation/quote-style',
    level: 'warning',
    its: 'typographical',
    mqm: 'locale-conventions/punctuation/quotation-marks',
  },
  scope: 'document',
  defaults: { style: 'auto' },
  *run(pairs, { options }) {
    const first = pairs[0]
    if (first === undefined) return
    const own = ownStyles(primaryOf(first.targetLanguage))
    if (own === undefined) return
    const expected = styleOption(options.style) ?? prevailing(pairs, own)
    for (const pair of pairs) yield* deviations(pair, expected)
  },
}

/** Outer styles that are right in the language, the first is the best. */
function ownStyles(language: string): readonly QuoteStyle[] | undefined {
  switch (language) {
    case 'ru':
      return ['guillemet']
    case 'kk':
    case 'kk-Latn':
      return ['guillemet', 'curly']
    default:
      return undefined
  }
}

function styleOption(value: unknown): QuoteStyle | undefined {
  return value === 'guillemet' || value === 'curly' || value === 'low' ? value : undefined
}

/** The typographic style most used on the outside; straight marks never win. */
function prevailing(pairs: readonly Pair[], own: readonly QuoteStyle[]): QuoteStyle {
  const counts = new Map<QuoteStyle, number>()
  for (const pair of pairs) {
    for (const mark of outer(pair.target.quotes)) counts.set(mark.style, (counts.get(mark.style) ?? 0) + 1)
  }
  const [best = 'guillemet'] = own
  return own.reduce((winner, style) => ((counts.get(style) ?? 0) > (counts.get(winner) ?? 0) ? style : winner), best)
}

/** Marks not inside another quotation. */
function outer(marks: readonly QuoteMark[]): readonly QuoteMark[] {
  let depth = 0
  return marks.filter(mark => {
    if (mark.role === 'open') return depth++ === 0
    depth = Math.max(0, depth - 1)
    return depth === 0
  })
}

function* deviations(pair: Pair, expected: QuoteStyle): Generator<PairFlaw> {
  if (pair.isGarbled) return
  const marks = pair.target.quotes
  // One finding a segment: the first mark is shown, all straight pairs are in the fix of the writer.
  const wrong = outer(marks).find(mark => mark.style !== expected && !isInside(pair, mark))
  if (wrong === undefined) return
  const [open, close] = signs(expected)
  const isStraight = wrong.style === 'straight'
  yield {
    pair,
    ...targetFlaw(wrong.start, wrong.end, {
      variant: isStraight ? 'straight' : 'other',
      data: { found: wrong.mark, open, close },
      // Typographic marks of another kind are a question of taste in a quotation from elsewhere.
      ...(isStraight ? {} : { level: 'info' as const }),
      fix: {
        side: 'target',
        start: wrong.start,
        end: wrong.end,
        text: wrong.role === 'open' ? open : close,
        safe: true,
      },
    }),
  }
}

/** Latin names keep their marks: «"The Times"» inside is left alone when the source has the very words in marks. */
function isInside(pair: Pair, mark: QuoteMark): boolean {
  return /\d$/.test(pair.target.text.slice(0, mark.start)) && mark.role === 'close' && pair.target.quotes[0] === mark
}

function signs(style: QuoteStyle): readonly [open: string, close: string] {
  return style === 'curly' ? ['“', '”'] : style === 'low' ? ['„', '“'] : ['«', '»']
}
