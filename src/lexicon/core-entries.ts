/** All entries of the core lexicon, one line each: English lemmas, Russian stems, Kazakh stems, parted by `|`. */

import { generalVerbs } from './core-verbs.ts'

/**
 * In each field `/` parts synonyms. A stem matches every word that begins with it and goes on with endings; `!` after a
 * stem says it takes none. English capitals (`US`, `NATO`) match capitals only.
 */
export function* coreEntries(): Generator<string> {
  for (const table of [generalVerbs]) {
    for (const line of table.split('\n')) if (line !== '') yield line
  }
}
