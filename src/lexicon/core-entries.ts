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
  readonly entries: string
  /**
   * Share of the words of this table, met in a text of the language, whose counterpart stood in the translation: counted
   * on aligned news en–ru and en–kk. A verb like `take` has a hundred translations, a country one.
   */
  readonly rates: { readonly en: number; readonly ru: number; readonly kk: number }
}

export const coreTables: readonly CoreTable[] = [
  { entries: lightVerbs, rates: { en: 0.3, ru: 0.4, kk: 0.25 } },
  { entries: lightWords, rates: { en: 0.4, ru: 0.35, kk: 0.35 } },
  { entries: generalVerbs, rates: { en: 0.46, ru: 0.5, kk: 0.35 } },
  { entries: commonWords, rates: { en: 0.56, ru: 0.52, kk: 0.5 } },
  { entries: publicAffairs, rates: { en: 0.72, ru: 0.61, kk: 0.57 } },
  { entries: economy, rates: { en: 0.58, ru: 0.55, kk: 0.45 } },
  { entries: everydayLife, rates: { en: 0.65, ru: 0.63, kk: 0.56 } },
  { entries: places, rates: { en: 0.9, ru: 0.9, kk: 0.88 } },
  { entries: software, rates: { en: 0.4, ru: 0.4, kk: 0.31 } },
  { entries: actions, rates: { en: 0.38, ru: 0.41, kk: 0.29 } },
  { entries: notions, rates: { en: 0.52, ru: 0.54, kk: 0.33 } },
  { entries: qualities, rates: { en: 0.48, ru: 0.26, kk: 0.15 } },
  { entries: topics, rates: { en: 0.5, ru: 0.5, kk: 0.4 } },
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
