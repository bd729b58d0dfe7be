import type { QuoteMark, QuoteStyle } from '../../text/quotes.ts'
import { type DocumentCheck, numberOption, type PairFlaw, targetFlaw } from '../check.ts'
import { type Pair, primaryOf } from '../pair.ts'

/**
 * Quotation marks of a style other than the document's. The style is judged over the whole document: of the language's own
 * («…» in Russian, «…» or “…” in Kazakh, on the outside) the one used most. Straight marks are a slip where the document is
 * otherwise settled; where a fifth of its quotations and more has them, nobody has settled anything, and they are only told.
 */
export const quoteStyle: DocumentCheck = {
  description: {
    id: 'punctuation/quote-style',
    level: 'warning',
    its: 'typographical',
    mqm: 'locale-conventions/punctuation/quotation-marks',
  },
  scope: 'document',
  defaults: { style: 'auto', unsettled: 0.2 },
  concerns: pair => pair.target.quotes.length > 0,
  *run(pairs, { options }) {
    const first = pairs[0]
    if (first === undefined) return
    const own = ownStyles(primaryOf(first.targetLanguage))
    if (own === undefined) return
    const chosen = styleOption(options.style)
    const expected = chosen ?? prevailing(pairs, own)
    const isSettled = chosen !== undefined || isSettledDocument(pairs, numberOption(options, 'unsettled', 0.2))
    for (const pair of pairs) yield* deviations(pair, expected, isSettled)
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

/** A few straight marks are slips however short the document is; five and more may be a habit. */
function isSettledDocument(pairs: readonly Pair[], limit: number): boolean {
  let straight = 0
  let quoted = 0
  for (const { target } of pairs) {
    const [mark] = target.quotes
    if (mark === undefined) continue
    quoted++
    if (mark.style === 'straight') straight++
  }
  return straight < 5 || straight <= quoted * limit
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

/** One finding a segment, with all its marks in one fix. */
function* deviations(pair: Pair, expected: QuoteStyle, isSettled: boolean): Generator<PairFlaw> {
  if (pair.isGarbled) return
  const wrong = outer(pair.target.quotes).filter(
    (mark, i, marks) => mark.style !== expected && !isCopied(pair, mark, marks[mark.role === 'open' ? i + 1 : i - 1]),
  )
  const first = wrong[0]
  const last = wrong.at(-1)
  if (first === undefined || last === undefined) return
  const [open, close] = signs(expected)
  const isStraight = wrong.some(mark => mark.style === 'straight')
  // "yes", "%s", "A1:B2": values of a program keep the marks of the program.
  const isLiteral = /[\\=`{}]/.test(pair.target.text) || !quotesCyrillic(pair, wrong)
  // Beside a true dash straight marks are a slip of this very segment, whatever the document does.
  const isTypographic = /[–—’…«»“”]/.test(pair.target.text)
  let text = ''
  let at = first.start
  for (const mark of wrong) {
    text += pair.target.text.slice(at, mark.start) + (mark.role === 'open' ? open : close)
    at = mark.end
  }
  yield {
    pair,
    ...targetFlaw(first.start, first.end, {
      variant: isStraight ? 'straight' : 'other',
      data: { found: first.mark, open, close },
      // Typographic marks of another kind are a matter of taste.
      ...(isStraight && !isLiteral && (isSettled || isTypographic) ? {} : { level: 'info' as const }),
      fix: { side: 'target', start: first.start, end: last.end, text, safe: wrong.length % 2 === 0 && !isLiteral },
    }),
  }
}

/** `version="1.2"`: a quotation that stands in the source to the letter, marks and all, is code or a name. */
function isCopied({ source, target }: Pair, mark: QuoteMark, partner: QuoteMark | undefined): boolean {
  if (partner === undefined) return false
  const start = Math.min(mark.start, partner.start)
  return source.text.includes(target.text.slice(start, Math.max(mark.end, partner.end)))
}

/** True when some straight quotation holds Cyrillic words. */
function quotesCyrillic(pair: Pair, marks: readonly QuoteMark[]): boolean {
  for (let i = 0; i < marks.length; i += 2) {
    const from = marks[i]
    if (from === undefined) break
    const to = marks[i + 1]?.start ?? pair.target.text.length
    if (/[\u0400-\u052f]/.test(pair.target.text.slice(from.end, to))) return true
  }
  return false
}

function signs(style: QuoteStyle): readonly [open: string, close: string] {
  return style === 'curly' ? ['“', '”'] : style === 'low' ? ['„', '“'] : ['«', '»']
}
