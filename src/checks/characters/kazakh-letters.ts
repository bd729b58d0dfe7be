import { restoreKazakhLetters, withoutKazakhLetters } from '../../lexicon/kazakh-letters.ts'
import { endingSounds, soundSimilarity, soundsOf } from '../../text/transliterate.ts'
import { type DocumentCheck, type DocumentContext, targetFlaw } from '../check.ts'
import type { Pair } from '../pair.ts'

/** A Kazakh word whose letters ә ғ қ ң ө ұ ү һ і were typed as а г к н о у х и: «кызмет» for «қызмет». */
export const kazakhLetters: DocumentCheck = {
  description: {
    id: 'characters/kazakh-letters',
    level: 'warning',
    its: 'characters',
    mqm: 'linguistic-conventions/spelling/diacritics',
  },
  scope: 'document',
  concerns: pair => pair.targetIs('kk') && !pair.isGarbled,
  *run(pairs, context) {
    const known = new Map<string, string>()
    for (const pair of pairs) {
      for (const [i, word] of pair.target.words.entries()) {
        if (word.text.length < 4 || isBorrowed(word.text.toLowerCase())) continue
        if (pair.target.words.length < 3 && /^\p{Lu}/u.test(word.text)) continue
        // "Гори_зонталды", "К&өшіру": a sign of the menu cuts the word.
        if (/[_&]/.test(pair.target.masked[word.end] ?? '') || /[_&]/.test(pair.target.masked[word.start - 1] ?? ''))
          continue
        // A capital inside the sentence is a name; names are spelled as their owners like.
        const isName = i > 0 && /^\p{Lu}/u.test(word.text)
        const lower = word.text.toLowerCase()
        let restored = known.get(lower)
        if (restored === undefined) {
          restored = restore(lower, context) ?? ''
          known.set(lower, restored)
        }
        if (restored === '' || (isName && !(word.text.length >= 9 && restoreKazakhLetters(lower) === restored)))
          continue
        // «аркада» for "arcade", «Кана» for "Kana": the source's own word, not «арқада».
        if (word.text.length < 9 && isFromSource(lower, pair)) continue
        const text = /^\p{Lu}/u.test(word.text) ? restored.slice(0, 1).toUpperCase() + restored.slice(1) : restored
        const { start, end } = word
        yield {
          pair,
          ...targetFlaw(start, end, {
            data: { word: word.text, expected: text },
            fix: { side: 'target', start, end, text, safe: false },
          }),
        }
      }
    }
  },
}

/** Sounds like a word of the source: taken over with its sounds. */
function isFromSource(word: string, { source }: Pair): boolean {
  const sounds = soundsOf(word)
  return source.words.some(({ text }) => {
    if (text.length < 3 || !/^[a-z]/i.test(text)) return false
    const other = soundsOf(text.toLowerCase())
    return other.length >= 3 && soundSimilarity(sounds, other, endingSounds('kk'), 2) >= 0.8
  })
}

/** Borrowed stems that some write with и and some with і, and names of places. */
function isBorrowed(word: string): boolean {
  return /^(?:режим|тип|бит|байт|термин|фильм|принтер|диск|сигнал|минут|лимит|линия|ширин|политик|техник|физик)/.test(
    word,
  )
}

/** By the words of document and memory first: they know names and new words; then by the stems of the lexicon. */
function restore(word: string, { vocabulary }: DocumentContext): string | undefined {
  if (!/^[\u0430-\u044f\u0451\u0456\u04d9\u0493\u049b\u04a3\u04e9\u04b1\u04af\u04bb]+$/.test(word)) return undefined
  const seen = vocabulary.count(word)
  const hasOwn = /[әғқңөұүһі]/.test(word)
  let best: string | undefined
  for (const other of vocabulary.lookAlikes(word)) {
    if (isHonestDouble(word, other) || !isPlainer(word, other)) continue
    if (
      vocabulary.count(other) >= (hasOwn ? 8 * seen : Math.max(1, 3 * (seen - 1))) &&
      (best === undefined || vocabulary.count(other) > vocabulary.count(best))
    )
      best = other
  }
  return best ?? (seen > 3 || hasOwn ? undefined : restoreKazakhLetters(word))
}

/** «баласын» (his child) and «баласың» (you are a child) are two words; so are some short stems. */
function isHonestDouble(word: string, other: string): boolean {
  const differences = [...word].filter((letter, i) => letter !== other[i]).length
  const isLast = word.slice(0, -1) === other.slice(0, -1)
  if (isLast && word.endsWith('н')) return !/(?:нын|нин|дын|дин|тын|тин)$/.test(word) || differences === 1
  return word.length < 5 && differences === 1 && !word.includes('и')
}

/** Every difference is a Kazakh letter in `other` and its plain look-alike in `word`. */
function isPlainer(word: string, other: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const [mine = '', theirs = ''] = [word[i], other[i]]
    if (mine !== theirs && withoutKazakhLetters(theirs) !== mine) return false
  }
  return true
}
