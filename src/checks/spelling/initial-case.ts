import { isCapital, isLetter } from '../../text/letters.ts'
import { type SegmentCheck, targetFlaw } from '../check.ts'
import type { TextView } from '../text-view.ts'

/** The sentence begins with a small letter, though the source's sentence begins with a capital. */
export const initialCase: SegmentCheck = {
  description: {
    id: 'spelling/initial-case',
    level: 'warning',
    its: 'typographical',
    mqm: 'linguistic-conventions/spelling/capitalization',
  },
  scope: 'segment',
  *run({ source, target, isGarbled, isSentence }) {
    if (isGarbled) return
    const start = firstLetter(target.masked)
    const inSource = firstLetter(source.masked)
    if (start === undefined || inSource === undefined) return
    if (isCapital(target.masked.codePointAt(start) ?? 0)) return
    const letter = target.masked[start] ?? ''
    const rest = target.masked.slice(start, start + 12)
    // "iPhone", "eBay"; one small letter for a variable; a Latin name in a Cyrillic sentence.
    if (!/^\p{Ll}/u.test(letter) || /^\p{Ll}\p{Lu}/u.test(rest) || !/^\p{Ll}+[^\p{L}]|^\p{Ll}{2}/u.test(`${rest} `))
      return
    if (!/^\p{Lu}/u.test(source.masked.slice(inSource))) return
    // "OCSP responder returned", "C++ base class": an abbreviation's capital says nothing of the sentence.
    if (/^(?:\p{Lu}[\p{Lu}\d]|\p{Lu}\+)/u.test(source.masked.slice(inSource)) && /\p{Ll}/u.test(source.masked)) return
    // A Latin word in a Cyrillic text begins as it does in the source.
    if (/^[a-z]/.test(letter) && target.script.cyrillic > 0 && !isCapitalInSource(target, source, start)) return
    // "Sec" – «сек»: units and labels of one word have a case of their own.
    if (source.words.length < 2) return
    const upper = letter.toLocaleUpperCase(target.language.startsWith('kk-Latn') ? 'tr' : undefined)
    const isSure = !isPhrase(source.text, target.text) && isSentenceStart(target.text, source, isSentence)
    yield targetFlaw(start, start + 1, {
      ...(isSure ? {} : { level: 'info' as const }),
      data: { found: letter, expected: upper },
      fix: { side: 'target', start, end: start + 1, text: upper, safe: !/^\s*-/.test(target.text) },
    })
  },
}

/** "List of shells." – «список оболочек»: made a phrase, without its stop, too. */
function isPhrase(source: string, target: string): boolean {
  return /\.\s*$/.test(source) && !/[.!?…:;]["»”)\s]*$/.test(target)
}

/** «Clarke County» – «округ Кларк»: a title's capital is another thing than a sentence's. */
function isSentenceStart(target: string, { text, words }: TextView, isSentence: boolean): boolean {
  if (/^\s*[([—–-]|^\p{Ll}{1,4}[/-]/u.test(target)) return false
  return isSentence || (words.length >= 5 && /^\p{Ll}/u.test(words[1]?.text ?? '') && /[.!?…:;]\s*$/.test(text))
}

/** Offset of the first letter when only quotation marks, dashes, brackets and blanks stand before it. */
function firstLetter(text: string): number | undefined {
  const match = /^[\s"'«»“”„‘’([{¿¡—–-]*/u.exec(text)
  const at = match?.[0].length ?? 0
  return isLetter(text.codePointAt(at) ?? 0) ? at : undefined
}

/** The source has the word with a capital, before the same next word where there is one («the Fugees» – "The Fugees"). */
function isCapitalInSource(target: TextView, source: TextView, start: number): boolean {
  const at = target.words.findIndex(candidate => candidate.start === start)
  const word = target.words[at]?.text
  if (word === undefined) return false
  const next = target.words[at + 1]?.text
  const capital = word.slice(0, 1).toUpperCase() + word.slice(1)
  if (source.words.some(({ text }, i) => text === capital && source.words[i + 1]?.text === next)) return true
  return source.words.some(({ text }) => text === capital) && !source.words.some(({ text }) => text === word)
}
