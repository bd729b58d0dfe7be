import { type SegmentCheck, targetFlaw } from '../check.ts'

/** Letters written as base letter and combining mark («и» + U+0306 for «й»): search and comparison miss them. */
export const normalization: SegmentCheck = {
  description: {
    id: 'characters/normalization',
    level: 'warning',
    its: 'characters',
    mqm: 'linguistic-conventions/character-encoding',
  },
  scope: 'segment',
  *run({ source, target }) {
    const { text } = target
    if (!/[\u0300-\u036f\u1100-\u11ff\u0340-\u0345\u2126\u212a\u212b\uf900-\ufaff]/.test(text)) return
    for (const match of text.matchAll(/\P{M}\p{M}{1,8}|[\u2126\u212a\u212b\uf900-\ufaff]/gu)) {
      const composed = match[0].normalize('NFC')
      // What the source writes so (the kelvin sign) is kept on purpose.
      if (composed === match[0] || source.text.includes(match[0])) continue
      const end = match.index + match[0].length
      yield targetFlaw(match.index, end, {
        data: { expected: composed },
        fix: { side: 'target', start: match.index, end, text: composed, safe: true },
      })
    }
  },
}
