/** All entries of the core lexicon, one line each: English lemmas, Russian stems, Kazakh stems, parted by `|`. */

import { actions } from './core-actions.ts'
import { economy } from './core-economy.ts'
import { everydayLife } from './core-life.ts'
import { notions } from './core-notions.ts'
import { places } from './core-places.ts'
import { publicAffairs } from './core-public.ts'
import { qualities } from './core-qualities.ts'
import { software } from './core-software.ts'
import { generalVerbs } from './core-verbs.ts'
import { commonWords } from './core-words.ts'

/** A table of entries, and how often a word of it is translated by a counterpart that stands there; see {@link CoreTable}. */
export interface CoreTable {
  readonly entries: string
  /**
   * Share of the words of this table whose counterpart was found in the translation: counted on aligned news en–ru and
   * en–kk. A verb like `take` has a hundred translations, a country one.
   */
  readonly rate: number
}

export const coreTables: readonly CoreTable[] = [
  { entries: generalVerbs, rate: 0.45 },
  { entries: commonWords, rate: 0.5 },
  { entries: publicAffairs, rate: 0.65 },
  { entries: economy, rate: 0.6 },
  { entries: everydayLife, rate: 0.65 },
  { entries: places, rate: 0.85 },
  { entries: software, rate: 0.5 },
  { entries: actions, rate: 0.5 },
  { entries: notions, rate: 0.6 },
  { entries: qualities, rate: 0.5 },
]

/**
 * In each field `/` parts synonyms. A stem matches every word that begins with it and goes on with endings; `!` after a
 * stem says it takes none. English capitals (`US`, `NATO`) match capitals only; what has a small letter matches any case.
 */
export function* coreEntries(): Generator<string> {
  for (const { entries } of coreTables) yield* linesOf(entries)
}

/** The lines of one table. */
export function* linesOf(entries: string): Generator<string> {
  for (const line of entries.split('\n')) if (line !== '') yield line
}
