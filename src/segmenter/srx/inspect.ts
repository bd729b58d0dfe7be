/** What is wrong with segmentation rules that can be seen without a text: rules without effect, sets nobody asks for. */

import type { LanguageRule, SegmentationRule, SegmentationRules } from '../../model/index.ts'
import { compileRule } from './engine.ts'
import { PatternError, translatePattern } from './pattern.ts'
import { type SetMembers, samplesOf } from './samples.ts'

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

function inspectSet(set: LanguageRule, cascade: boolean): readonly RuleFlaw[] {
  const flaws: RuleFlaw[] = []
  /** Earlier rules by `before` and by `after`, so that long files stay quick. */
  const seen = new Map<string, number>()
  const trials: Trial[] = []
  const known: SetMembers = new Map()
  const isLong = set.rules.length > mostTrials
  const lastBreak = set.rules.findLastIndex(rule => rule.isBreak)
  set.rules.forEach((rule, index) => {
    const flaw = (kind: RuleFlawKind, more: { problem?: PatternProblem; by?: number } = {}): void => {
      flaws.push({ kind, set: set.name, rule: index + 1, line: rule.line ?? 0, ...more })
    }
    const problem = problemOf(rule)
    if (problem !== undefined) {
      flaw('pattern', { problem })
      return
    }
    const trial = isLong ? undefined : trialOf(rule, index)
    const samples = { before: samplesOf(rule.before, known), after: samplesOf(rule.after, known) }
    const by = earlier(seen, rule)
    if (by !== undefined) flaw('shadowed', { by: by + 1 })
    else if (isImpossible(rule) || samples.before?.length === 0 || samples.after?.length === 0) flaw('never-fires')
    // When sets cascade, break rules may follow in another set.
    else if (!rule.isBreak && index > lastBreak && !cascade) flaw('no-effect')
    else {
      const tried = trial === undefined ? undefined : earlierByTrial(trials, trial, samples)
      if (tried !== undefined) flaw('shadowed', { by: tried + 1 })
    }
    if (trial !== undefined) trials.push(trial)
    const name = key(rule.before, rule.after)
    if (!seen.has(name)) seen.set(name, index)
  })
  return flaws
}

/** A rule that can be tried at a place of a text. */
interface Trial {
  readonly index: number
  readonly fits: (text: string, at: number) => boolean
}

function trialOf(rule: SegmentationRule, index: number): Trial {
  const { expression, forward } = compileRule(rule, '')
  const fits = (text: string, at: number): boolean => {
    for (let from = forward ? 0 : at; from <= at; from++) {
      expression.lastIndex = from
      const match = expression.exec(text)
      if (match === null) return false
      from = match.index
      if (from + (match.groups?.before?.length ?? 0) === at) return true
    }
    return false
  }
  return { index, fits }
}

/** What stands around a sample, so that anchors and word boundaries have both cases. */
const contexts: readonly (readonly [string, string])[] = [
  ['', ''],
  ['x', 'x'],
  ['x ', ' x'],
  ['X ', 'X'],
  ['1', '1'],
  ['(', '.'],
]

/** Trying more rules on each other's samples would take long; a set of that size is checked by {@link earlier} alone. */
const mostTrials = 1000

interface Samples {
  readonly before: readonly string[] | undefined
  readonly after: readonly string[] | undefined
}

interface Sample {
  readonly text: string
  readonly at: number
}

/**
 * An earlier rule that fits at every place where this one fits, on all samples of its patterns in all contexts. That is no
 * proof, but as near to one as the samples are to the patterns.
 */
function earlierByTrial(trials: readonly Trial[], { fits }: Trial, { before, after }: Samples): number | undefined {
  if (trials.length === 0 || before === undefined || after === undefined) return undefined
  const good = ({ text, at }: Sample): boolean =>
    at > 0 && at < text.length && !/[\n\r\u2028\u2029]/.test(text) && fits(text, at)
  const inContexts = (head: string, tail: string): readonly Sample[] =>
    contexts
      .map(([left, right]) => ({ text: `${left}${head}${tail}${right}`, at: left.length + head.length }))
      .filter(good)
  // Look-arounds can refuse the plainest sample: the first that fits is what the others vary.
  const [first = ''] = before
  const tail = after.find(each => inContexts(first, each).length > 0)
  if (tail === undefined) return undefined
  let open = trials
  for (const [head, end] of [
    ...after.map(each => [first, each] as const),
    ...before.map(each => [each, tail] as const),
  ]) {
    for (const { text, at } of inContexts(head, end)) open = open.filter(trial => trial.fits(text, at))
    if (open.length === 0) return undefined
  }
  return open[0]?.index
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
