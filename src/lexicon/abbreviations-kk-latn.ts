/** Kazakh abbreviations in the Latin alphabet of 2021, made from the Cyrillic table letter by letter. */

import type { Abbreviations } from './abbreviations.ts'
import { kazakhAbbreviations } from './abbreviations-kk.ts'

/** Cyrillic to the Latin alphabet published in January 2021; letters of Russian words as they are commonly written in it. */
const letters: ReadonlyMap<string, string> = new Map(
  'а a ә ä б b в v г g ғ ğ д d е e ё io ж j з z и i й i к k қ q л l м m н n ң ñ о o ө ö п p р r с s т t у u ұ ū ү ü ф f х h һ h ц ts ч ch ш ş щ ştş ы y і ı э e ю iu я ia ъ  ь '
    .trim()
    .split(' ')
    .reduce<[string, string][]>((pairs, item, i, all) => {
      if (i % 2 === 0) pairs.push([item, all[i + 1] ?? ''])
      return pairs
    }, []),
)

/** Puts Kazakh Cyrillic into the Latin alphabet; other characters stay. İ and I are the capitals of i and ı. */
function latin(text: string): string {
  let result = ''
  for (const letter of text) {
    const lower = letter.toLowerCase()
    const made = letters.get(lower)
    if (made === undefined) result += letter
    else result += letter === lower ? made : capital(made)
  }
  return result
}

function capital(text: string): string {
  const first = text.charAt(0)
  return (first === 'i' ? 'İ' : first === 'ı' ? 'I' : first.toUpperCase()) + text.slice(1)
}

const inLatin = (items: readonly string[]): readonly string[] => [...new Set(items.map(latin))]

export const kazakhLatinAbbreviations: Abbreviations = {
  never: inLatin(kazakhAbbreviations.never),
  title: inLatin(kazakhAbbreviations.title),
  number: inLatin(kazakhAbbreviations.number),
  starter: inLatin(kazakhAbbreviations.starter),
  end: inLatin(kazakhAbbreviations.end),
  unit: inLatin(kazakhAbbreviations.unit),
  starters: inLatin(kazakhAbbreviations.starters),
  cutsAtSemicolon: true,
  fullWord: { letters: 6, endings: 'aäeıoöuūüyi', lettersWithEnding: 3 },
  marked: kazakhAbbreviations.marked,
}
