/** Named sets of levels a config may start from. What a preset does not name keeps the rule's own level. */

import type { Level, RuleId } from '../model/index.ts'

export const presetNames = ['recommended', 'strict', 'ui', 'prose'] as const
export type PresetName = (typeof presetNames)[number]

export const presets: Readonly<Record<PresetName, Readonly<Record<RuleId, Level | 'off'>>>> = {
  recommended: {},
  /** For texts that are published once and read by many: every doubt is shown. */
  strict: {
    'completeness/length-ratio': 'warning',
    'numbers/extra': 'warning',
    'numbers/converted-unit': 'warning',
    'dates/format': 'warning',
    'punctuation/dash': 'warning',
    'consistency/same-target': 'warning',
    'accuracy/negation': 'warning',
    'drift/misaligned': 'warning',
    'ignore/no-reason': 'warning',
    'spacing/no-break': 'info',
  },
  /** For software: placeholders and lengths matter, style of prose does not. */
  ui: {
    'completeness/length-ratio': 'off',
    'punctuation/dash': 'off',
    'accuracy/negation': 'off',
    'consistency/same-source': 'info',
    'drift/misaligned': 'off',
  },
  /** For statements and articles. */
  prose: {
    'consistency/same-source': 'info',
    'consistency/same-target': 'off',
    'limits/max-length': 'off',
    'punctuation/dash': 'warning',
    'spacing/no-break': 'info',
  },
}
