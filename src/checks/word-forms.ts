/** Is a word a form of a dictionary word? Tolerant for Russian and Kazakh endings; both sides folded (see `foldWord`). */

import type { Language } from '../model/index.ts'
import { primaryOf } from './pair.ts'

/** True when `word` is `lemma` with endings of the language. `lemma` may also be a bare stem («полици»). */
export function isFormOf(word: string, lemma: string, language: Language): boolean {
  if (word === lemma) return true
  switch (primaryOf(language)) {
    case 'en':
      return isEnglishForm(word, lemma)
    case 'ru':
      return isRussianForm(word, lemma)
    case 'kk':
      return isKazakhForm(word, lemma)
    default:
      return lemma.length >= 5 && word.startsWith(lemma) && word.length - lemma.length <= 4
  }
}

function isEnglishForm(word: string, lemma: string): boolean {
  if (word === `${lemma}s` || word === `${lemma}es`) return true
  if (lemma.endsWith('y') && word === `${lemma.slice(0, -1)}ies`) return true
  return lemma.endsWith('man') && word === `${lemma.slice(0, -2)}en`
}

const russianFinal = /(?:ия|ие|ий|ый|ой|ая|яя|ое|ее|ые|[аеёийоуыьэюя])$/
const russianEnding =
  /^(?:ия|ию|ии|ией|иям|иями|иях|ие|ием|ий|ые|ый|ого|ому|ым|ыми|ых|ой|ою|ом|ая|ую|ое|ее|его|ему|им|ими|их|яя|юю|а|я|о|е|ё|и|ы|у|ю|ь|й|ей|ею|ью|ем|ём|ам|ами|ах|ям|ями|ях|ов|ев|ён|ек|ок|ец|ца|цы|цев|цами)?$/

function isRussianForm(word: string, lemma: string): boolean {
  // «трудящиеся» – «трудящимися»: the reflexive ending stands behind all others.
  if (lemma.length > 5 && /с[яь]$/.test(lemma) && /с[яь]$/.test(word))
    return isRussianForm(word.slice(0, -2), lemma.slice(0, -2))
  const base = lemma.length > 2 ? lemma.replace(russianFinal, '') : lemma
  if (!word.startsWith(base)) return isFleeting(word, base)
  const rest = word.slice(base.length)
  // A long base cannot belong to another word by chance: derived words («правительственный») are fine.
  return russianEnding.test(rest) || (base.length >= 6 && rest.length <= 9)
}

/** Fleeting vowels: «игра» – «игр», «рынок» – «рынка», «стрелец» – «стрельца». */
function isFleeting(word: string, base: string): boolean {
  if (base.length < 4) return false
  const last = base.at(-1) ?? ''
  const stem = base.slice(0, -2)
  return (
    /[оеё]$/.test(base.slice(0, -1)) && word.startsWith(stem + last) && russianEnding.test(word.slice(stem.length + 1))
  )
}

/** One Kazakh ending in all its shapes; harmony is not checked. */
const kazakhChain =
  /^(?:лар|лер|дар|дер|тар|тер|ның|нің|дың|дің|тың|тің|мен|бен|пен|нан|нен|дан|ден|тан|тен|ға|ге|қа|ке|на|не|да|де|та|те|ды|ді|ты|ті|ны|ні|дағы|дегі|тағы|тегі|ғы|гі|қы|кі|сы|сі|ымыз|іміз|мыз|міз|ыңыз|іңіз|ңыз|ңіз|ым|ім|ың|ің|лық|лік|дық|дік|тық|тік|лығ|ліг|дығ|діг|тығ|тіг|шы|ші|лы|лі|ды|ді|ты|ті|сыз|сіз|дай|дей|тай|тей|ша|ше|а|е|у|м|ң|н|ы|і){0,6}$/u

const voiced: ReadonlyMap<string, string> = new Map([
  ['к', 'г'],
  ['қ', 'ғ'],
  ['п', 'б'],
])

function isKazakhForm(word: string, lemma: string): boolean {
  const last = lemma.at(-1) ?? ''
  // A stop is voiced before a vowel: мектеп – мектебі, халық – халқы, көлік – көлігі.
  const voicedLast = voiced.get(last)
  return (
    isKazakhChain(word, lemma) ||
    (voicedLast !== undefined && isKazakhChain(word, lemma.slice(0, -1) + voicedLast)) ||
    // A term may carry a possessive: «бітімгері» – «бітімгерлері».
    (lemma.length >= 5 && /[ыі]$/.test(lemma) && isKazakhChain(word, lemma.replace(/(?:с[ыі]|[ыі])$/, ''))) ||
    (/[ыі]/.test(lemma.at(-2) ?? '') && lemma.length >= 4 && isKazakhChain(word, lemma.slice(0, -2) + last))
  )
}

function isKazakhChain(word: string, base: string): boolean {
  if (!word.startsWith(base)) return false
  const rest = word.slice(base.length)
  return rest.length <= 24 && (kazakhChain.test(rest) || (base.length >= 6 && rest.length <= 12))
}
