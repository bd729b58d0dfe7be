/** Counts beads that are exactly right, and among them those without partner. */

import type { Bitext } from '../../src/model/index.ts'
import { beadKey, type GoldDocument, indices } from './alignment-data.ts'

export interface Score {
  right: number
  found: number
  gold: number
  nullRight: number
  nullFound: number
  nullGold: number
}

export function noScore(): Score {
  return { right: 0, found: 0, gold: 0, nullRight: 0, nullFound: 0, nullGold: 0 }
}

/** Adds a bitext to the score; returns what is wrong in it. */
export function compare(bitext: Bitext, document: GoldDocument, score: Score): string[] {
  const gold = new Set(document.gold.map(([s, t]) => beadKey(s, t)))
  const found = new Set(bitext.beads.map(bead => beadKey(indices(bead.source), indices(bead.target))))
  const isNull = (key: string): boolean => key.startsWith('|') || key.endsWith('|')
  score.gold += gold.size
  score.found += found.size
  for (const key of gold) if (isNull(key)) score.nullGold++
  const errors: string[] = []
  for (const key of found) {
    if (isNull(key)) score.nullFound++
    if (!gold.has(key)) errors.push(`+${key}`)
    else {
      score.right++
      if (isNull(key)) score.nullRight++
    }
  }
  for (const key of gold) if (!found.has(key)) errors.push(`-${key}`)
  return errors
}

/** Strict F1, and that of missing and extra segments alone. */
export function scoreLine(label: string, score: Score): string {
  const all = f1(score.right, score.found, score.gold)
  const unpaired = f1(score.nullRight, score.nullFound, score.nullGold)
  return `${label.padEnd(32)} F1 ${all.padStart(5)}  missing/extra ${unpaired.padStart(5)}`
}

function f1(right: number, found: number, gold: number): string {
  return found + gold === 0 ? '–' : ((200 * right) / (found + gold)).toFixed(1)
}
