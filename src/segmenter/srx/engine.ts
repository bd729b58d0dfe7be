/** The SRX 2.0 engine: at every place of a text the first rule that fits decides. */

import { Failure, type Language, type SegmentationRule, type SegmentationRules } from '../../model/index.ts'
import type { Verdict } from '../features.ts'
import { PatternError, translatePattern } from './pattern.ts'

/** Rules of one language, ready to run. */
export interface RuleSegmenter {
  readonly rules: readonly CompiledRule[]
  /** For every paragraph the places where a rule has spoken, in the order of the text. */
  decide(paragraphs: readonly string[]): readonly (readonly RuleDecision[])[]
}

/** A place in a paragraph where a rule has spoken, and the start of the text it has looked at. */
export interface RuleDecision {
  readonly at: number
  readonly rule: Verdict
  readonly from: number
}

export interface CompiledRule {
  readonly rule: SegmentationRule
  /** Shown by `--explain`: the rule's id, or the name of its set and its number there. */
  readonly id: string
  /** Source of {@link expression}, for another thread. */
  readonly source: string
  /** With the flags `gv`. */
  readonly expression: RegExp
  /** Matches from the left with the text before in group `before`; else matches the empty place itself. */
  readonly forward: boolean
}

/**
 * Tries rules on paragraphs. For each: at every place the first rule that fits, as triples `place, rule, start of the text
 * looked at`. What a caller gives instead of {@link matchRules} can run in another thread.
 */
export type RuleMatcher = (rules: readonly CompiledRule[], paragraphs: readonly string[]) => readonly Int32Array[]

/**
 * The rules that hold for a language, compiled: those of the first language map that fits, or of all of them, in order,
 * when the file cascades.
 * @throws Failure `srx-engine.no-such-language-rule`, or `srx-engine.` and a reason of {@link PatternError}, with `line`.
 */
export function compileRules(
  rules: SegmentationRules,
  language: Language,
  match: RuleMatcher = matchRules,
): RuleSegmenter {
  const compiled = compiledFor(rules, language)
  return {
    rules: compiled,
    decide: paragraphs => match(compiled, paragraphs).map(found => decisionsOf(compiled, found)),
  }
}

/** Compiled rules by file and language; a pure cache, since thousands of patterns are asked for each paragraph anew. */
const cache = new WeakMap<SegmentationRules, Map<Language, readonly CompiledRule[]>>()

function compiledFor(rules: SegmentationRules, language: Language): readonly CompiledRule[] {
  const known = cache.get(rules)?.get(language)
  if (known !== undefined) return known
  for (const { languageRule: name, line = 0 } of rules.languageMaps) {
    if (rules.languageRules.every(set => set.name !== name)) {
      throw new Failure('srx-engine.no-such-language-rule', { data: { name, line } })
    }
  }
  const compiled = languageRulesFor(rules, language).flatMap(set =>
    set.rules.map((rule, index) => compileRule(rule, `${set.name}#${index + 1}`)),
  )
  const byLanguage = cache.get(rules) ?? new Map<Language, readonly CompiledRule[]>()
  cache.set(rules, byLanguage.set(language, compiled))
  return compiled
}

/** The sets of rules whose language map fits the tag. */
export function languageRulesFor(
  rules: SegmentationRules,
  language: Language,
): readonly SegmentationRules['languageRules'][number][] {
  const found: SegmentationRules['languageRules'][number][] = []
  for (const map of rules.languageMaps) {
    if (!languagePattern(map.pattern, map.line).test(language)) continue
    const set = rules.languageRules.find(candidate => candidate.name === map.languageRule)
    if (set !== undefined && !found.includes(set)) found.push(set)
    if (!rules.cascade) break
  }
  return found
}

/** A language pattern must fit the whole tag. Tags know no case, and `_` is as good as `-`. */
function languagePattern(pattern: string, line: number | undefined): { test(tag: string): boolean } {
  try {
    const expression = new RegExp(`^(?:${translatePattern(pattern).source})$`, 'v')
    return {
      test: tag => formsOf(tag).some(form => expression.test(form)),
    }
  } catch (cause) {
    if (!(cause instanceof PatternError)) throw cause
    throw patternFailure(cause, pattern, line)
  }
}

function formsOf(tag: string): readonly string[] {
  const underscored = tag.replaceAll('-', '_')
  return [tag, underscored].flatMap(form => [form, form.toUpperCase(), form.toLowerCase()])
}

/** @throws Failure `srx-engine.` and a reason of {@link PatternError}, with pattern, offset and line. */
export function compileRule(rule: SegmentationRule, name: string): CompiledRule {
  const before = translate(rule.before, rule)
  const after = translate(rule.after, rule)
  const forward = before.forwardOnly
  const source = forward
    ? `(?=(?<before>${before.source})(?=${renamed(after.source)}))`
    : `(?=${renamed(after.source)})(?<=${before.source})`
  return { rule, id: rule.id ?? name, source, expression: new RegExp(source, 'gv'), forward }
}

/** Both sides number their groups from one; together each needs names of its own. */
function renamed(source: string): string {
  return source.replace(/(\(\?<|\\k<)([ga]\d+>)/g, '$1z$2')
}

function translate(pattern: string, rule: SegmentationRule): { source: string; forwardOnly: boolean } {
  try {
    return translatePattern(pattern)
  } catch (cause) {
    if (!(cause instanceof PatternError)) throw cause
    throw patternFailure(cause, pattern, rule.line)
  }
}

/** The reason is the code; `offset` counts from one in the pattern. */
function patternFailure(cause: PatternError, pattern: string, line: number | undefined): Failure {
  const shown = pattern.length > 80 ? `${pattern.slice(0, 79)}…` : pattern
  return new Failure(`srx-engine.${cause.reason}`, {
    data: { pattern: shown, offset: cause.offset + 1, line: line ?? 0 },
    cause,
  })
}

function decisionsOf(rules: readonly CompiledRule[], found: Int32Array): readonly RuleDecision[] {
  const decisions: RuleDecision[] = []
  for (let i = 0; i < found.length; i += 3) {
    const [at = 0, index = 0, from = 0] = found.subarray(i, i + 3)
    const compiled = rules[index]
    if (compiled === undefined) continue
    decisions.push({ at, rule: { id: compiled.id, isBreak: compiled.rule.isBreak }, from })
  }
  return decisions.sort((a, b) => a.at - b.at)
}

/**
 * The {@link RuleMatcher} that works here and now. It uses nothing from outside itself, so that its text can be run in
 * another thread. `onStep` is told before each trial: paragraph × number of rules + rule.
 */
export function matchRules(
  rules: readonly { readonly source: string; readonly forward: boolean; readonly expression?: RegExp }[],
  paragraphs: readonly string[],
  onStep?: (step: number) => void,
): Int32Array[] {
  const compiled = rules.map(({ source, forward, expression }) => ({
    expression: expression ?? new RegExp(source, 'gv'),
    forward,
  }))
  return paragraphs.map((text, paragraph) => {
    const decided = new Uint8Array(text.length + 1)
    const found: number[] = []
    for (const [index, { expression, forward }] of compiled.entries()) {
      onStep?.(paragraph * compiled.length + index)
      expression.lastIndex = 0
      for (let match = expression.exec(text); match !== null; match = expression.exec(text)) {
        const at = forward ? match.index + (match.groups?.before?.length ?? 0) : match.index
        // The ends of a paragraph are no place to cut or to hold.
        if (at > 0 && at < text.length && decided[at] === 0) {
          decided[at] = 1
          found.push(at, index, match.index)
        }
        expression.lastIndex = match.index + ((text.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1)
      }
    }
    return Int32Array.from(found)
  })
}
