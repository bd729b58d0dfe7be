/** Stems: what is left of a word when its endings go. Light on purpose: good enough to compare, never shown. */

import { baseLanguage, type Language } from '../model/index.ts'
import { once } from './once.ts'
import { kazakhToLatin } from './transliterate.ts'

/** Stem of a folded word (see `foldWord`). Languages without endings of ours lose nothing but what is over 7 letters. */
export function stem(word: string, language: Language): string {
  switch (baseLanguage(language) as string) {
    case 'en':
      return stemEnglish(word)
    case 'ru':
      return stemRussian(word)
    case 'kk':
      return stemKazakh(word)
    case 'kk-Latn':
      return stemLatinKazakh(word)
    default:
      return word.length > 7 ? word.slice(0, Math.max(6, Math.ceil(word.length * 0.65))) : word.slice(0, 6)
  }
}

/** True when two folded words are forms of one: equal stems, or one stem begins the other with at most two letters more. */
export function sameStem(a: string, b: string, language: Language): boolean {
  const stemA = stem(a, language)
  const stemB = stem(b, language)
  if (stemA === stemB) return true
  const [short, long] = stemA.length < stemB.length ? [stemA, stemB] : [stemB, stemA]
  return short.length >= 4 && long.length - short.length <= 2 && long.startsWith(short)
}

function stemEnglish(word: string): string {
  const bare = word
    .replace(/(?:'s|')$/u, '')
    .replace(/ies$/u, 'y')
    .replace(/(?<=ss|sh|ch|x|z)es$/u, '')
    .replace(/(?<=[^s]{2})s$/u, '')
    .replace(/(?<=..[a-z])(?:ing|ed)$/u, '')
    .replace(/(?<=...)ly$/u, '')
  return bare.replace(/([bdgmnprt])\1$/u, '$1').replace(/(?<=...)e$/u, '')
}

const russianReflexive = /(?<=...)(?:ся|сь)$/u
const russianEnding =
  /(?<=..[бвгджзклмнпрстфхцчшщаеиоуыэюя])(?:иями|ями|ами|иях|ях|ах|ыми|ими|ого|его|ому|ему|ость|ости|остью|ете|ите|ешь|ишь|ала|ила|али|или|ело|ать|ять|ить|еть|уть|ает|яет|ают|яют|ует|уют|ией|ием|иям|ий|ый|ой|ей|ая|яя|ое|ее|ые|ие|ую|юю|ом|ем|им|ым|ам|ям|ов|ев|их|ых|ут|ют|ат|ят|ит|ет|ью|ия|ию|ии|ал|ил|ел|ть|ла|ло|ли|а|я|о|е|и|ы|у|ю|ь|й|л)$/u

function stemRussian(word: string): string {
  return word.replace(russianReflexive, '').replace(russianEnding, '')
}

// One suffix at a time, from the end: кітап-тар-ымыз-да-ғы. Harmony is not checked: each suffix is listed in all its shapes.
const kazakhSuffix =
  /(?<=...)(?:лар|лер|дар|дер|тар|тер|ның|нің|дың|дің|тың|тің|мен|бен|пен|нан|нен|дан|ден|тан|тен|ға|ге|қа|ке|на|не|да|де|та|те|ды|ді|ты|ті|ны|ні|ғы|гі|қы|кі|сы|сі|ымыз|іміз|мыз|міз|ыңыз|іңіз|ңыз|ңіз|ым|ім|ың|ің|ған|ген|қан|кен|атын|етін|йтын|йтін|ып|іп|са|се|ар|ер|мақ|мек|бақ|бек|пақ|пек|лық|лік|дық|дік|тық|тік|шы|ші|лы|лі|сыз|сіз|у|ды|н|ы|і|п)$/u

function stemKazakh(word: string): string {
  let bare = word
  for (let round = 0; round < 5; round++) {
    const shorter = bare.replace(kazakhSuffix, '')
    if (shorter === bare) break
    bare = shorter
  }
  // A stem's last stop is voiced before a vowel: кітап, кітабы.
  return bare.replace(/б$/u, 'п').replace(/ғ$/u, 'қ').replace(/г$/u, 'к')
}

const latinSuffix = once(
  () =>
    new RegExp(
      kazakhSuffix.source.replace(/\(\?:(.*)\)\$/u, (_whole, suffixes: string) => `(?:${kazakhToLatin(suffixes)})$`),
      'u',
    ),
)

function stemLatinKazakh(word: string): string {
  let bare = word
  for (let round = 0; round < 5; round++) {
    const shorter = bare.replace(latinSuffix(), '')
    if (shorter === bare) break
    bare = shorter
  }
  return bare.replace(/b$/u, 'p').replace(/ğ$/u, 'q').replace(/g$/u, 'k')
}
