import { once } from '../../text/once.ts'
import { type SegmentCheck, targetFlaw } from '../check.ts'

/** A blank before a comma, full stop, colon, question mark, closing bracket or quotation mark. */
export const spaceBeforePunctuation: SegmentCheck = {
  description: {
    id: 'spacing/before-punctuation',
    level: 'warning',
    its: 'whitespace',
    mqm: 'locale-conventions/whitespace',
  },
  scope: 'segment',
  *run({ source, target }) {
    // French sets a (no-break) blank before ; : ! ? and inside « ».
    if (target.language.startsWith('fr')) return
    if (!/[ \u00a0\u202f][,;!?»”)\].:]/.test(target.masked)) return
    // What the source does, on purpose or by habit, is not the translator's slip.
    const inSource = new Set(
      [...source.masked.replaceAll('\u2236', ':').matchAll(pattern())].map(match => match[0].trim()),
    )
    for (const match of target.masked.matchAll(pattern())) {
      const start = match.index
      const end = start + match[0].length
      const mark = match[0].trim()
      if (inSource.has(mark)) continue
      yield targetFlaw(start, end, { data: { mark }, fix: { side: 'target', start, end, text: mark, safe: true } })
    }
  },
}

/** Not before «…» and "...", not ".NET", "?ол" (a lost letter), ":8080", ":)" or ",5"; not where a code stands before. */
const pattern = once(
  () =>
    /(?<=[\p{L}\p{N}»”"'’)\]%])[ \u00a0\u202f]+(?:[,;!?»”)\]](?![)(\d])(?!(?<=[”?])\p{L})|\.(?![.\p{L}\d])|:(?![)(\p{L}\d]))/gu,
)
