/** Words known to be spelled right: of the memory, of the glossary, and those the document itself uses often. */

import { withoutKazakhLetters } from '../lexicon/kazakh-letters.ts'

export interface Vocabulary {
  /** How often the lower-case word was seen; 0 when never. */
  count(word: string): number
  /** Words that are equal to `word` when Kazakh letters are written as their Russian look-alikes. */
  lookAlikes(word: string): readonly string[]
}

export const emptyVocabulary: Vocabulary = { count: () => 0, lookAlikes: () => [] }

/** Counts lower-case words. */
export function vocabularyOf(words: Iterable<string>): Vocabulary {
  const counts = new Map<string, number>()
  const byPlain = new Map<string, string[]>()
  for (const word of words) {
    const count = counts.get(word) ?? 0
    counts.set(word, count + 1)
    if (count > 0) continue
    const plain = withoutKazakhLetters(word)
    if (plain === word) continue
    const others = byPlain.get(plain)
    if (others === undefined) byPlain.set(plain, [word])
    else others.push(word)
  }
  return {
    count: word => counts.get(word) ?? 0,
    lookAlikes: word => byPlain.get(withoutKazakhLetters(word))?.filter(other => other !== word) ?? [],
  }
}
