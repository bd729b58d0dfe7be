import { type SegmentCheck, targetFlaw } from '../check.ts'

/** A hyphen between blanks where Russian and Kazakh set a dash. */
export const dash: SegmentCheck = {
  description: {
    id: 'punctuation/dash',
    level: 'info',
    its: 'typographical',
    mqm: 'locale-conventions/punctuation/dash',
  },
  scope: 'segment',
  *run(pair) {
    if (!pair.targetIs('ru', 'kk', 'kk-Latn') || !pair.target.masked.includes(' -')) return
    for (const match of pair.target.masked.matchAll(/(?<=[\p{L}»”",.!?)] )-{1,2}(?= [\p{L}«“„"\d])/gu)) {
      const { index } = match
      const end = index + match[0].length
      yield targetFlaw(index, end, {
        fix: { side: 'target', start: index, end, text: pair.targetIs('ru') ? '—' : '–', safe: true },
      })
    }
  },
}
