/** All entries of the core lexicon, one line each: English lemmas, Russian stems, Kazakh stems, parted by `|`. */

import { actions } from './core-actions.ts'
import { economy } from './core-economy.ts'
import { everydayLife } from './core-life.ts'
import { lightVerbs, lightWords } from './core-light.ts'
import { notions } from './core-notions.ts'
import { places } from './core-places.ts'
import { publicAffairs } from './core-public.ts'
import { qualities } from './core-qualities.ts'
import { software } from './core-software.ts'
import { topics } from './core-topics.ts'
import { generalVerbs } from './core-verbs.ts'
import { commonWords } from './core-words.ts'

/** A table of entries, and how often a word of it is translated by a counterpart that stands there; see {@link CoreTable}. */
export interface CoreTable {
  /** A function, so that what no short text needs is not even read when the tool starts. */
  entries(): string
  /**
   * Share of the words of this table, met in a text of the language, whose counterpart stood in the translation: counted
   * on aligned news en–ru and en–kk. A verb like `take` has a hundred translations, a country one.
   */
  readonly rates: { readonly en: number; readonly ru: number; readonly kk: number }
}

export const coreTables: readonly CoreTable[] = [
  { entries: lightVerbs, rates: { en: 0.48, ru: 0.53, kk: 0.55 } },
  { entries: lightWords, rates: { en: 0.43, ru: 0.37, kk: 0.4 } },
  { entries: generalVerbs, rates: { en: 0.54, ru: 0.53, kk: 0.33 } },
  { entries: commonWords, rates: { en: 0.69, ru: 0.64, kk: 0.56 } },
  { entries: publicAffairs, rates: { en: 0.75, ru: 0.63, kk: 0.58 } },
  { entries: economy, rates: { en: 0.62, ru: 0.58, kk: 0.46 } },
  { entries: everydayLife, rates: { en: 0.68, ru: 0.65, kk: 0.55 } },
  { entries: places, rates: { en: 0.92, ru: 0.92, kk: 0.9 } },
  { entries: software, rates: { en: 0.5, ru: 0.42, kk: 0.43 } },
  { entries: actions, rates: { en: 0.4, ru: 0.38, kk: 0.18 } },
  { entries: notions, rates: { en: 0.53, ru: 0.6, kk: 0.3 } },
  { entries: qualities, rates: { en: 0.47, ru: 0.33, kk: 0.13 } },
  { entries: topics, rates: { en: 0.69, ru: 0.62, kk: 0.47 } },
]

/**
 * In each field `/` parts synonyms. A stem matches every word that begins with it and goes on with endings; `!` after a
 * stem says it takes none. English capitals (`US`, `NATO`) match capitals only; what has a small letter matches any case.
 */
export function* coreEntries(): Generator<string> {
  for (const { entries } of coreTables) yield* linesOf(entries())
}

/** The lines of one table. */
export function* linesOf(entries: string): Generator<string> {
  for (const line of entries.split('\n')) if (line !== '') yield line
}
