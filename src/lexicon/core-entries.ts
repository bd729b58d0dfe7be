/** All entries of the core lexicon, one line each: English lemmas, Russian stems, Kazakh stems, parted by `|`. */

import { economy } from './core-economy.ts'
import { everydayLife } from './core-life.ts'
import { places } from './core-places.ts'
import { publicAffairs } from './core-public.ts'
import { software } from './core-software.ts'
import { generalVerbs } from './core-verbs.ts'
import { commonWords } from './core-words.ts'

/**
 * In each field `/` parts synonyms. A stem matches every word that begins with it and goes on with endings; `!` after a
 * stem says it takes none. English capitals (`US`, `NATO`) match capitals only.
 */
export function* coreEntries(): Generator<string> {
  for (const table of [generalVerbs, commonWords, publicAffairs, economy, everydayLife, places, software]) {
    for (const line of table.split('\n')) if (line !== '') yield line
  }
}
