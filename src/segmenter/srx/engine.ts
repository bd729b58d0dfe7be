/** The SRX 2.0 engine: at every place of a text the first rule that fits decides. */

import { Failure, type Language, type SegmentationRule, type SegmentationRules } from '../../model/index.ts'
import type { Decision } from '../scanner.ts'
import { PatternError, translatePattern } from './pattern.ts'

/** Rules of one language, ready to run. */
export interface RuleSegmenter {
  readonly rules: readonly CompiledRule[]
  /** Every place where a rule has spoken, in the order of the text; paragraphs are the caller's affair. */
  decide(paragraph: string, onRule?: (index: number) => void): Decision[]
}

export interface CompiledRule {
  readonly rule: SegmentationRule
  /** Shown by `--explain`: the rule's id, or the name of its set and its number there. */
  readonly id: string
  readonly expression: RegExp
  /** Matches from the left with the text before in group `before`; else matches the empty place itself. */
  readonly forward: boolean
}

/**
 * The rules that hold for a language, compiled: those of the first language map that fits, or of all of them, in order,
 * when the file cascades.
 * @throws Failure `srx-engine.pattern`, `srx-engine.language-pattern`, `srx-engine.no-such-language-rule`, each with `line`.
 */
export function compileRules(rules: SegmentationRules, language: Language): RuleSegmenter {
  const compiled: CompiledRule[] = []
  for (const map of rules.languageMaps) {
    const set = rules.languageRules.find(candidate => candidate.name === map.languageRule)
    if (set === undefined) {
      throw new Failure('srx-engine.no-such-language-rule', { data: { name: map.languageRule, line: map.line ?? 0 } })
    }
  }
  for (const set of languageRulesFor(rules, language)) {
    for (const [index, rule] of set.rules.entries()) compiled.push(compileRule(rule, `${set.name}#${index + 1}`))
  }
  return { rules: compiled, decide: (paragraph, onRule) => decide(compiled, paragraph, onRule) }
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
      test: tag =>
        [tag, tag.replaceAll('-', '_'), tag.toUpperCase(), tag.toLowerCase()].some(form => expression.test(form)),
    }
  } catch (cause) {
    if (!(cause instanceof PatternError)) throw cause
    throw new Failure('srx-engine.language-pattern', {
      data: { pattern, line: line ?? 0, reason: cause.reason },
      cause,
    })
  }
}

/** @throws Failure `srx-engine.pattern` with the rule's line, the pattern, the reason and the offset in the pattern. */
export function compileRule(rule: SegmentationRule, name: string): CompiledRule {
  const before = translate(rule.before, rule, name)
  const after = translate(rule.after, rule, name)
  const forward = before.forwardOnly
  const source = forward
    ? `(?=(?<before>${before.source})(?=${renamed(after.source)}))`
    : `(?=${renamed(after.source)})(?<=${before.source})`
  return { rule, id: rule.id ?? name, expression: new RegExp(source, 'gv'), forward }
}

/** Both sides number their groups from one; together each needs names of its own. */
function renamed(source: string): string {
  return source.replace(/(\(\?<|\\k<)([ga]\d+>)/g, '$1z$2')
}

function translate(pattern: string, rule: SegmentationRule, name: string): { source: string; forwardOnly: boolean } {
  try {
    return translatePattern(pattern)
  } catch (cause) {
    if (!(cause instanceof PatternError)) throw cause
    const data = {
      rule: rule.id ?? name,
      line: rule.line ?? 0,
      pattern,
      reason: cause.reason,
      offset: cause.offset + 1,
    }
    throw new Failure('srx-engine.pattern', { data, cause })
  }
}

function decide(rules: readonly CompiledRule[], text: string, onRule?: (index: number) => void): Decision[] {
  const decided = new Map<number, Decision>()
  rules.forEach((compiled, index) => {
    onRule?.(index)
    for (const [at, from] of placesOf(compiled, text)) {
      // The ends of a paragraph are no place to cut or to hold.
      if (at === 0 || at === text.length || decided.has(at)) continue
      decided.set(at, { at, next: at, isBreak: compiled.rule.isBreak, rule: compiled.id, from, to: at })
    }
  })
  return [...decided.values()].sort((a, b) => a.at - b.at)
}

/** Offsets where the rule fits, each with the start of the text it has looked at. */
function* placesOf(compiled: CompiledRule, text: string): Generator<readonly [number, number]> {
  const { expression, forward } = compiled
  expression.lastIndex = 0
  for (let found = expression.exec(text); found !== null; found = expression.exec(text)) {
    const at = forward ? found.index + (found.groups?.before?.length ?? 0) : found.index
    yield [at, forward ? found.index : at]
    expression.lastIndex = found.index + ((text.codePointAt(found.index) ?? 0) > 0xffff ? 2 : 1)
  }
}
