import { type SegmentCheck, targetFlaw } from '../check.ts'

/** Characters no one sees: zero-width blanks, soft hyphens, byte-order marks, direction marks. */
export const invisible: SegmentCheck = {
  description: {
    id: 'characters/invisible',
    level: 'error',
    its: 'characters',
    mqm: 'linguistic-conventions/character-encoding',
  },
  scope: 'segment',
  *run({ source, target }) {
    if (!pattern.test(target.text)) return
    for (const match of target.text.matchAll(every)) {
      const character = match[0]
      const { index } = match
      // What the source has on purpose may stand: a joiner in an emoji, a direction mark in mixed text.
      if (source.text.includes(character) || isEmojiJoiner(target.text, index, character)) continue
      const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
      const end = index + character.length
      // A soft hyphen inside a word may be a hint where to break it.
      const isHint =
        character === '\u00ad' &&
        /\p{L}\p{L}$/u.test(target.text.slice(0, index)) &&
        /^\p{L}\p{L}/u.test(target.text.slice(end))
      yield targetFlaw(index, end, {
        ...(isHint ? { level: 'warning' as const } : {}),
        data: { code },
        fix: { side: 'target', start: index, end, text: '', safe: true },
      })
    }
  },
}

const pattern =
  /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u061c\u115f\u1160\u3164\u{e0000}-\u{e007f}]/u
const every = new RegExp(pattern.source, 'gu')

/** U+200D and variation tags join emoji. */
function isEmojiJoiner(text: string, at: number, character: string): boolean {
  if (character !== '\u200d' && (character.codePointAt(0) ?? 0) < 0xe0000) return false
  return /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f|[\u{e0020}-\u{e007f}])$/u.test(
    text.slice(Math.max(0, at - 2), at),
  )
}
