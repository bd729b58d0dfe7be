import { unpairedQuotes } from '../../text/quotes.ts'
import { type SegmentCheck, targetFlaw } from '../check.ts'

/** A quotation opens and does not close, or the other way round, while the source's quotations are whole. */
export const unpairedQuote: SegmentCheck = {
  description: {
    id: 'punctuation/unpaired-quote',
    level: 'warning',
    its: 'typographical',
    mqm: 'linguistic-conventions/punctuation/unpaired-marks',
  },
  scope: 'segment',
  *run({ source, target, isGarbled }) {
    if (isGarbled || target.quotes.length === 0 || target.words.length === 0) return
    const lonely = unpairedQuotes(target.quotes)
    // A quotation over several sentences is open in the source, too.
    if (lonely.length === 0 || unpairedQuotes(source.quotes).length > 0) return
    const mark = target.quotes[lonely[0] ?? 0]
    if (mark === undefined || isSharedClosing(target.quotes.map(quote => quote.mark).join(''))) return
    yield targetFlaw(mark.start, mark.end, {
      variant: mark.role === 'open' ? 'open' : 'close',
      data: { mark: mark.mark },
    })
  },
}

/** «Общество «Заря»: Russian sets one closing mark for two that would fall together. */
function isSharedClosing(marks: string): boolean {
  return /««»(?!»)/.test(marks) && !/»»/.test(marks)
}
