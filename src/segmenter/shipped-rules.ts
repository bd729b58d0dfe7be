/** The built-in rules as SRX: one set a language, made from the same table and the same words as the scanner. */

import { abbreviationsOf } from '../lexicon/abbreviations.ts'
import type { LanguageMap, LanguageRule, SegmentationRule, SegmentationRules } from '../model/index.ts'
import { afterPatterns, beforePatterns } from './feature-patterns.ts'
import { rules } from './features.ts'

/** What `rules.srx` in the package holds. */
export function shippedRules(): SegmentationRules {
  return {
    cascade: false,
    segmentSubflows: true,
    formatHandles: { start: false, end: true, isolated: false },
    languageRules: sets.map(([name, language]) => languageRule(name, language)),
    languageMaps: sets.map(([name, , pattern]): LanguageMap => ({ pattern, languageRule: name })),
  }
}

const sets = [
  ['English', 'en', '[eE][nN](?:[_\\-].*)?'],
  ['Russian', 'ru', '[rR][uU](?:[_\\-].*)?'],
  ['KazakhLatin', 'kk-Latn', '[kK][kK][_\\-][lL][aA][tT][nN](?:[_\\-].*)?'],
  ['Kazakh', 'kk', '[kK][kK](?:[_\\-].*)?'],
  ['Other', '', '.*'],
] as const

function languageRule(name: string, language: string): LanguageRule {
  const words = abbreviationsOf(language)
  const befores = beforePatterns(words)
  const afters = afterPatterns(words)
  const made: SegmentationRule[] = []
  for (const rule of rules) {
    const before = befores.get(rule.before)
    const after = afters.get(rule.after)
    if (before !== undefined && after !== undefined) made.push({ isBreak: rule.isBreak, before, after, id: rule.id })
  }
  return { name, rules: made }
}
