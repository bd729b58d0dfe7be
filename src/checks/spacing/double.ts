import { type SegmentCheck, targetFlaw } from '../check.ts'

/** Two or more blanks where one stands in the source. */
export const doubleSpace: SegmentCheck = {
  description: { id: 'spacing/double', level: 'warning', its: 'whitespace', mqm: 'locale-conventions/whitespace' },
  scope: 'segment',
  *run({ source, target }) {
    if (!/[ \u00a0\u202f]{2}/.test(target.text)) return
    // Tables, indents and the old habit of two blanks after a full stop: as many as the source has are its own.
    if (/[ \u00a0\u202f]{2}/.test(source.text.trim())) return
    // Columns set with tabs may be set with blanks.
    if (source.text.includes('\t')) return
    for (const match of target.text.matchAll(/(?<=[^\s])[ \u00a0\u202f]{2,}(?=[^\s])/gu)) {
      const { index } = match
      const end = index + match[0].length
      // "Position : %s": colons one under another.
      if (target.text[end] === ':' && / :/.test(source.text)) continue
      const blank = match[0].includes('\u00a0') ? '\u00a0' : ' '
      yield targetFlaw(index, end, {
        // Four and more set columns one under another.
        ...(match[0].length > 3 ? { level: 'info' as const } : {}),
        data: { blanks: match[0].length },
        fix: { side: 'target', start: index, end, text: blank, safe: true },
      })
    }
  },
}
