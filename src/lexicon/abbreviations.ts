/** Abbreviations of a language in classes: what a full stop after them says about the end of a sentence. */

import type { Abbreviations } from './abbreviations-classes.ts'
import { englishAbbreviations } from './abbreviations-en.ts'
import { kazakhAbbreviations } from './abbreviations-kk.ts'
import { kazakhLatinAbbreviations } from './abbreviations-kk-latn.ts'
import { russianAbbreviations } from './abbreviations-ru.ts'

/** The abbreviations of a base language (`en`, `ru`, `kk`, `kk-Latn`); none for others. */
export function abbreviationsOf(language: string): Abbreviations | undefined {
  return language === 'kk-Latn' ? kazakhLatinAbbreviations() : tables.get(language)
}

const tables: ReadonlyMap<string, Abbreviations> = new Map([
  ['en', englishAbbreviations],
  ['ru', russianAbbreviations],
  ['kk', kazakhAbbreviations],
])
