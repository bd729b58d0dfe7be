import { type DocumentCheck, numberOption, targetFlaw } from '../check.ts'

/** A word the memory and the glossary have never seen. Off by default: it needs a memory that covers the subject. */
export const unknownWord: DocumentCheck = {
  description: {
    id: 'spelling/unknown-word',
    level: 'off',
    its: 'misspelling',
    mqm: 'linguistic-conventions/spelling',
  },
  scope: 'document',
  defaults: { letters: 4, seen: 2 },
  concerns: pair => !pair.isEmpty && !pair.isGarbled,
  *run(pairs, { vocabulary, options }) {
    const letters = numberOption(options, 'letters', 4)
    const seen = numberOption(options, 'seen', 2)
    for (const pair of pairs) {
      for (const word of pair.target.words) {
        if (word.text.length < letters || /^\p{Lu}/u.test(word.text)) continue
        if (vocabulary.count(word.text.toLowerCase()) < seen)
          yield { pair, ...targetFlaw(word.start, word.end, { data: { word: word.text } }) }
      }
    }
  },
}
