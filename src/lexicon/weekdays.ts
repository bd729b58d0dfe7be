/** Days of the week in texts, by value: a Sunday that became a Monday shows. */

import { baseLanguage, type Language } from '../model/index.ts'
import { kazakhNounEnding } from '../text/kazakh-endings.ts'
import { once } from '../text/once.ts'
import { kazakhToLatin } from '../text/transliterate.ts'
import { foldWord, type Word, words } from '../text/words.ts'

export interface WeekdayMention extends Word {
  /** 1 is Monday, 7 is Sunday (ISO 8601). */
  readonly day: number
  /** Another word looks the same: «среда» (surroundings), «жұма» (week). */
  readonly weak: boolean
}

/** All days of the week of a text in order; none for languages not known here. */
export function weekdayMentions(text: string, language: Language): readonly WeekdayMention[] {
  const days = hints[language.slice(0, 2)]?.test(text) ? daysOf(language) : undefined
  if (days === undefined) return []
  const found: WeekdayMention[] = []
  for (const word of words(text)) {
    const folded = foldWord(word.text, language)
    const day = days.findIndex(form => form.test(folded)) + 1
    // In English they have a capital: `sun`, `sat` and `wed` are other words, and so are shouted abbreviations.
    if (day > 0 && (baseLanguage(language) !== 'en' || /^\p{Lu}\p{Ll}/u.test(word.text)))
      found.push({ ...word, day, weak: /^(?:сред|жұма|juma)/.test(folded) })
  }
  return found
}

/** A piece of every name above, told before any word is looked at: most texts name no day. */
const hints: Readonly<Record<string, RegExp>> = {
  en: /day/i,
  ru: /недельни|вторни|сред|четверг|пятни|суббот|воскрес/i,
  kk: /сенб|жұма|senb|juma/i,
}

const english = once(() =>
  ['mon', 'tues?', 'wed(?:nes)?', 'thu(?:rs?)?', 'fri', 'sat(?:ur)?', 'sun'].map(
    stem => new RegExp(`^${stem}days?$`, 'u'),
  ),
)

const noun = 'а|у|ом|е|и|ов|ам|ами|ах'
// «субботний матч», «пятничные собрания»
const adjective = '(?:ый|ий|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ым|им|ую|юю|ой|ей|ом|ем|ых|их|ыми|ими)'
const russian = once(() =>
  [
    `понедельник(?:${noun})?|понедельничн${adjective}`,
    `вторник(?:${noun})?|вторничн${adjective}`,
    'сред[ауые]|средой|средам|средах',
    `четверг(?:${noun})?|четвергов${adjective}`,
    `пятниц(?:[ауые]|ей|ам|ами|ах)?|пятничн${adjective}`,
    `суббот(?:[ауые]|ой|ам|ами|ах)?|субботн${adjective}`,
    `воскресень(?:[еяюи]|ем|ям|ями|ях)|воскресений|воскресн${adjective}`,
  ].map(forms => new RegExp(`^(?:${forms})$`, 'u')),
)

const kazakhNames = ['дүйсенбі', 'сейсенбі', 'сәрсенбі', 'бейсенбі', 'жұма', 'сенбі', 'жексенбі']
// Day names take the noun's endings, not the verb's: «жұмада», «сенбіден», «жексенбілік», «дүйсенбісінде».
const kazakhEnding = `(?:л[ае]р)?${kazakhNounEnding}`
const kazakh = once(() => kazakhNames.map(name => new RegExp(`^${name}${kazakhEnding}$`, 'u')))
const latinKazakh = once(() => kazakhNames.map(name => new RegExp(`^${kazakhToLatin(name + kazakhEnding)}$`, 'u')))

function daysOf(language: Language): readonly RegExp[] | undefined {
  switch (baseLanguage(language) as string) {
    case 'en':
      return english()
    case 'ru':
      return russian()
    case 'kk':
      return kazakh()
    case 'kk-Latn':
      return latinKazakh()
    default:
      return undefined
  }
}
