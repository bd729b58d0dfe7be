/** Kazakh abbreviations in the Latin alphabet of 2021, made from the Cyrillic table letter by letter. */

import type { Abbreviations } from './abbreviations-classes.ts'
import { kazakhAbbreviations } from './abbreviations-kk.ts'

/** Cyrillic to the Latin alphabet published in January 2021; letters of Russian words as they are commonly written in it. */
const letters = (): ReadonlyMap<string, string> =>
  new Map(
    'а a ә ä б b в v г g ғ ğ д d е e ё io ж j з z и i й i к k қ q л l м m н n ң ñ о o ө ö п p р r с s т t у u ұ ū ү ü ф f х h һ h ц ts ч ch ш ş щ ştş ы y і ı э e ю iu я ia ъ  ь '
      .trim()
      .split(' ')
      .reduce<[string, string][]>((pairs, item, i, all) => {
        if (i % 2 === 0) pairs.push([item, all[i + 1] ?? ''])
        return pairs
      }, []),
  )

/** Puts Kazakh Cyrillic into the Latin alphabet; other characters stay. İ and I are the capitals of i and ı. */
function latin(text: string, table: ReadonlyMap<string, string>): string {
  let result = ''
  for (const letter of text) {
    const lower = letter.toLowerCase()
    const made = table.get(lower)
    if (made === undefined) result += letter
    else result += letter === lower ? made : capital(made)
  }
  return result
}

function capital(text: string): string {
  const first = text.charAt(0)
  return (first === 'i' ? 'İ' : first === 'ı' ? 'I' : first.toUpperCase()) + text.slice(1)
}

function inLatin(items: readonly string[]): readonly string[] {
  const table = letters()
  return [...new Set(items.map(item => latin(item, table)))]
}

/** Made when asked for: few commands need it. */
export function kazakhLatinAbbreviations(): Abbreviations {
  const { never, title, number, starter, end, unit, starters } = kazakhAbbreviations
  return {
    ...kazakhAbbreviations,
    never: inLatin(never),
    title: inLatin(title),
    number: inLatin(number),
    starter: inLatin(starter),
    end: inLatin(end),
    unit: inLatin(unit),
    starters: inLatin(starters),
    fullWord: { letters: 6, endings: 'aäeıoöuūüyi', lettersWithEnding: 2, short: [] },
  }
}
