/** Tokens: the words and signs a match is counted in. */

/**
 * Maximal runs of letters, marks and decimal digits; every other code point that is no blank stands alone.
 *
 * @example tokens('4.3% of «қала-сы»') // ['4', '.', '3', '%', 'of', '«', 'қала', '-', 'сы', '»']
 */
export function tokens(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}\p{Nd}]+|\S/gu) ?? []
}

/** How many of the tokens are words, as agencies count: those that hold a letter or a digit. */
export function countWords(text: string): number {
  let count = 0
  for (const token of tokens(text)) if (isWord(token)) count++
  return count
}

/** True for a token of letters, marks or digits, false for a sign. */
export function isWord(token: string): boolean {
  return /^[\p{L}\p{M}\p{Nd}]/u.test(token)
}
