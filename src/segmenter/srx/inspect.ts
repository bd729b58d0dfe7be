/** What is wrong with segmentation rules that can be seen without a text: rules without effect, sets nobody asks for. */

import type { LanguageRule, SegmentationRule, SegmentationRules } from '../../model/index.ts'
import { PatternError, translatePattern } from './pattern.ts'

/**
 * `pattern`: cannot be used; `shadowed`: an earlier rule of the set (its number in `by`) fits wherever this one fits;
 * `never-fires`: fits nowhere inside a paragraph; `no-effect`: an exception with no break rule after it;
 * `unused-set`: no language map names the set; `unreached-map`: an earlier map takes every language.
 */
export type RuleFlawKind = 'pattern' | 'shadowed' | 'never-fires' | 'no-effect' | 'unused-set' | 'unreached-map'

export interface RuleFlaw {
  readonly kind: RuleFlawKind
  /** Name of the set of rules. */
  readonly set: string
  /** Number of the rule in its set, from one; 0 when the flaw is about a set or a map. */
  readonly rule: number
  readonly line: number
  /** `pattern`: why, where (from one) and in what. */
  readonly problem?: PatternProblem
  /** `shadowed`: number of the earlier rule. */
  readonly by?: number
}

/** `reason` is that of {@link PatternError}; `offset` counts from one in `pattern`. */
export interface PatternProblem {
  readonly reason: string
  readonly pattern: string
  readonly offset: number
}

/** All flaws, in the order of the file. */
export function inspectRules(rules: SegmentationRules): readonly RuleFlaw[] {
  const used = new Set(rules.languageMaps.map(map => map.languageRule))
  return [
    ...rules.languageRules.flatMap(set => inspectSet(set, rules.cascade)),
    ...rules.languageRules
      .filter(set => !used.has(set.name))
      .map((set): RuleFlaw => ({ kind: 'unused-set', set: set.name, rule: 0, line: set.rules[0]?.line ?? 0 })),
    ...inspectMaps(rules),
  ]
}

/** Rules that fit wherever another does, by what they say: same text on a side, or nothing, which fits everywhere. */
function inspectSet(set: LanguageRule, cascade: boolean): readonly RuleFlaw[] {
  const flaws: RuleFlaw[] = []
  /** Earlier rules by `before` and by `after`, so that long files stay quick. */
  const seen = new Map<string, number>()
  const lastBreak = set.rules.findLastIndex(rule => rule.isBreak)
  set.rules.forEach((rule, index) => {
    const flaw = (kind: RuleFlawKind, more: { problem?: PatternProblem; by?: number } = {}): void => {
      flaws.push({ kind, set: set.name, rule: index + 1, line: rule.line ?? 0, ...more })
    }
    const problem = problemOf(rule)
    const by = earlier(seen, rule)
    if (problem !== undefined) flaw('pattern', { problem })
    else if (by !== undefined) flaw('shadowed', { by: by + 1 })
    else if (isImpossible(rule)) flaw('never-fires')
    // When sets cascade, break rules may follow in another set.
    else if (!rule.isBreak && index > lastBreak && !cascade) flaw('no-effect')
    const name = key(rule.before, rule.after)
    if (!seen.has(name)) seen.set(name, index)
  })
  return flaws
}

function key(before: string, after: string): string {
  return JSON.stringify([before, after])
}

function earlier(seen: ReadonlyMap<string, number>, { before, after }: SegmentationRule): number | undefined {
  const found = [key(before, after), key('', after), key(before, ''), key('', '')]
    .map(name => seen.get(name))
    .filter(index => index !== undefined)
  return found.length === 0 ? undefined : Math.min(...found)
}

function problemOf(rule: SegmentationRule): PatternProblem | undefined {
  for (const pattern of [rule.before, rule.after]) {
    try {
      translatePattern(pattern)
    } catch (error) {
      if (error instanceof PatternError) return { reason: error.reason, pattern, offset: error.offset + 1 }
      throw error
    }
  }
  return undefined
}

/**
 * The end of the text before a cut that is not its end, or the start of the text behind the start. Only what a pattern
 * says outright, outside any group or alternative, counts.
 */
function isImpossible({ before, after }: SegmentationRule): boolean {
  const endsText =
    /(?:^|[^\\])(?:\\\\)*(?:\$|\\[zZ])$/.test(before) && !/[|(]/.test(before.replace(/\(([^()|]*)\)[*+?]*/g, ''))
  const startsText = /^(?:\^|\\A)/.test(after) && !after.includes('|') && before !== ''
  return startsText || (endsText && !fitsNothing(after))
}

/** Does a pattern fit the empty text? */
function fitsNothing(pattern: string): boolean {
  return new RegExp(`^(?:${translatePattern(pattern).source})$`, 'v').test('')
}

function inspectMaps({ cascade, languageMaps }: SegmentationRules): readonly RuleFlaw[] {
  const flaws: RuleFlaw[] = []
  let isOver = false
  const seen = new Set<string>()
  for (const { pattern, languageRule, line = 0 } of languageMaps) {
    const flaw = { set: languageRule, rule: 0, line }
    const problem = problemOf({ isBreak: true, before: pattern, after: '' })
    if (problem !== undefined) flaws.push({ ...flaw, kind: 'pattern', problem })
    else if (!cascade && (isOver || seen.has(pattern))) flaws.push({ ...flaw, kind: 'unreached-map' })
    if (pattern === '.*' || pattern === '.+') isOver = true
    seen.add(pattern)
  }
  return flaws
}
