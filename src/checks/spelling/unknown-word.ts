import { numberOption, type SegmentCheck, targetFlaw } from '../check.ts'

/** A word the memory and the glossary have never seen. Off by default: it needs a memory that covers the subject. */
export const unknownWord: SegmentCheck = {
  description: {
    id: 'spelling/unknown-word',
    level: 'off',
    its: 'misspelling',
    mqm: 'linguistic-conventions/spelling',
  },
  scope: 'segment',
  defaults: { letters: 4, seen: 2 },
  *run({ target, isGarbled }, { vocabulary, options }) {
    if (isGarbled) return
    const letters = numberOption(options, 'letters', 4)
    const seen = numberOption(options, 'seen', 2)
    for (const word of target.words) {
      if (word.text.length < letters || /^\p{Lu}/u.test(word.text)) continue
      if (vocabulary.count(word.text.toLowerCase()) < seen)
        yield targetFlaw(word.start, word.end, { data: { word: word.text } })
    }
  },
}
