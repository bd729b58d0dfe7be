/**
 * Is anything missed? Queries of the development data against 100,000 segments, compared with a plain scan: for W alone
 * and for the published score, thresholds 0.5, 0.7, 0.85.
 *
 * `node test/bench/memory-exactness.ts [every nth query = 20] [texts = 100000]`; data: `../shared/memory`.
 */

import { distance } from 'fastest-levenshtein'
import { fuzzyIndex } from '../../src/memory/fuzzy/index.ts'
import { language } from '../../src/model/index.ts'
import { memoryLines, queryLines } from './memory-data.ts'

const every = Number(process.argv[2] ?? 20)
const lines = memoryLines('tm-1m.txt.gz').slice(0, Number(process.argv[3] ?? 100_000))
const queries = queryLines().filter((_, i) => i % every === 0)

interface Plain {
  readonly text: string
  readonly normal: string
  /** Each distinct token as one UTF-16 unit, so that a string distance counts tokens. */
  readonly tokens: string
  readonly characters: string
}

if (lines.length === 0) console.log('skipped: no data')
else compare()

function compare(): void {
  const units = new Map<string, string>()
  const plainOf = (text: string): Plain => {
    const normal = text.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase()
    const unit = (token: string): string => {
      const known = units.get(token) ?? String.fromCharCode(units.size + 1)
      units.set(token, known)
      return known
    }
    const tokens = (normal.match(/[\p{L}\p{M}\p{Nd}]+|\S/gu) ?? []).map(unit).join('')
    // A character beyond U+FFFF counts twice here; a difference that shows only there is told and looked at.
    return { text, normal, tokens, characters: normal }
  }
  const all = lines.map(plainOf)
  if (units.size > 0xffff) throw new RangeError(`${units.size} tokens do not fit; take fewer texts`)
  const index = fuzzyIndex(language('en'))
  index.add(lines.map((text, i) => ({ sequence: i + 1, text, languages: 1 })))
  for (const threshold of [0.5, 0.7, 0.85]) {
    let differences = { mean: 0, words: 0 }
    for (const query of queries) {
      const own = plainOf(query)
      const scored = all.flatMap((each, i) => {
        const words = alike(own.tokens, each.tokens, 0)
        const characters = alike(own.characters, each.characters, 2 * threshold - words)
        if (words < threshold && words + characters < 2 * threshold) return []
        const base =
          own.normal !== each.normal
            ? (words + characters) / 2
            : own.text.normalize('NFC') === each.text.normalize('NFC')
              ? 1
              : 0.99
        return { sequence: i + 1, words, base, equality: own.normal !== each.normal ? 0 : base === 1 ? 2 : 1 }
      })
      for (const by of ['mean', 'words'] as const) {
        const value = (each: { readonly words: number; readonly base: number }): number =>
          by === 'mean' ? each.base : each.words
        const truth = scored
          .filter(each => value(each) >= threshold)
          .sort((a, b) => value(b) - value(a) || b.equality - a.equality || a.sequence - b.sequence)
          .slice(0, 5)
          .map(each => `${each.sequence}:${value(each)}`)
        const found = index
          .search(query, { threshold, limit: 5, by, languages: 1 })
          .map(hit => `${hit.sequence}:${value(hit)}`)
        if (truth.join() !== found.join()) {
          differences = { ...differences, [by]: differences[by] + 1 }
          console.log(
            `differs by ${by} at ${threshold}: ${query}\n  scan  ${truth.join(' ')}\n  index ${found.join(' ')}`,
          )
        }
      }
    }
    console.log(
      `threshold ${threshold}: ${queries.length} queries, ${lines.length} texts: ${differences.mean} differences by the published score, ${differences.words} by words`,
    )
  }
}

/** 1 − distance / length of the longer; 0 when the lengths alone keep it below `least`. */
function alike(a: string, b: string, least: number): number {
  const longest = Math.max(a.length, b.length)
  if (longest === 0) return 1
  if (least > 0 && Math.min(a.length, b.length) / longest < least - 1e-9) return 0
  return 1 - distance(a, b) / longest
}
