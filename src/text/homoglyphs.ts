/** Latin and Cyrillic letters that look the same (after Unicode TR 39, confusables.txt, restricted to these two scripts). */

const pairs = 'aа cс eе iі jј oо pр sѕ xх yу AА BВ CС EЕ HН IІ JЈ KК MМ OО PР SЅ TТ XХ YУ hһ'.split(' ')

/** Alike enough to be typed for one another, though a careful eye sees the difference. */
const similar = 'kк mм tт nп uи bЬ rг gд vѵ 3з'.split(' ')

const toCyrillic: ReadonlyMap<string, string> = new Map(pairs.map(pair => [pair[0] ?? '', pair[1] ?? '']))
const toLatin: ReadonlyMap<string, string> = new Map(pairs.map(pair => [pair[1] ?? '', pair[0] ?? '']))
const similarToCyrillic: ReadonlyMap<string, string> = new Map(
  similar.slice(0, 3).map(pair => [pair[0] ?? '', pair[1] ?? '']),
)

export function isLatin(letter: string): boolean {
  return /\p{Script=Latin}/u.test(letter)
}

export function isCyrillic(letter: string): boolean {
  const code = letter.charCodeAt(0)
  return code >= 0x400 && code <= 0x52f
}

/** The Cyrillic twin of a Latin letter, or undefined. */
export function cyrillicTwin(letter: string): string | undefined {
  return toCyrillic.get(letter) ?? similarToCyrillic.get(letter)
}

/** The Latin twin of a Cyrillic letter, or undefined. */
export function latinTwin(letter: string): string | undefined {
  return toLatin.get(letter)
}
