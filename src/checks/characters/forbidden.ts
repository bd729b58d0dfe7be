import { once } from '../../text/once.ts'
import { type SegmentCheck, targetFlaw } from '../check.ts'

/** Control characters, lone surrogates and code points that are no characters. */
export const forbiddenCharacter: SegmentCheck = {
  description: {
    id: 'characters/forbidden',
    level: 'error',
    its: 'characters',
    mqm: 'linguistic-conventions/character-encoding',
  },
  scope: 'segment',
  *run({ source, target, isGarbled }) {
    if (isGarbled || !pattern.test(target.text)) return
    for (const match of target.text.matchAll(every())) {
      // What the source has is a code of the program (chat clients mark bold text with U+0002).
      if (source.text.includes(match[0])) continue
      const code = `U+${(match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
      const end = match.index + match[0].length
      yield targetFlaw(match.index, end, {
        data: { code },
        fix: { side: 'target', start: match.index, end, text: '', safe: false },
      })
    }
  },
}

const pattern =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff\u{1fffe}\u{1ffff}]|[\ud800-\udfff]/u
const every = once(() => new RegExp(pattern.source, 'gu'))
