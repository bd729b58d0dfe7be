/** A cheap measure of how much two versions of one text share; for finding a sentence again after an edit. */

/** Hashes of the text's character trigrams, sorted. */
export type Profile = Int32Array

/** Lower-cased letters, digits and single blanks count; punctuation does not. */
export function profile(text: string): Profile {
  const letters = ` ${(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ')} `
  const hashes = new Int32Array(Math.max(0, letters.length - 2))
  for (let i = 0; i < hashes.length; i++) {
    hashes[i] =
      (Math.imul(letters.charCodeAt(i), 0x1f35c9) ^
        Math.imul(letters.charCodeAt(i + 1), 0x27d4eb) ^
        Math.imul(letters.charCodeAt(i + 2), 0x165667)) |
      0
  }
  return hashes.sort()
}

/** Dice coefficient (Dice 1945) of two profiles, trigrams counted as often as they occur; 0..1. */
export function likeness(a: Profile, b: Profile): number {
  if (a.length + b.length === 0) return 1
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const difference = (a[i] ?? 0) - (b[j] ?? 0)
    if (difference === 0) shared++
    if (difference <= 0) i++
    if (difference >= 0) j++
  }
  return (2 * shared) / (a.length + b.length)
}
