/** Which rules run, at which level: presets, config and the options of a call. */

import type { Check, RuleOptions } from '../checks/check.ts'
import { checks } from '../checks/index.ts'
import { presets } from '../checks/presets.ts'
import { namesRule } from '../checks/suppression.ts'
import { type Flaw, type Level, levels, type RuleId } from '../model/index.ts'
import type { CheckOptions } from './check-options.ts'

/** A rule that runs. */
export interface ActiveCheck {
  readonly check: Check
  /** Said by the config or a preset; undefined leaves it to rule and flaw. */
  readonly level: Level | undefined
  readonly options: RuleOptions
}

/** The rules that run, in the order of the registry. */
export function activeChecks(options: CheckOptions): readonly ActiveCheck[] {
  const active: ActiveCheck[] = []
  for (const check of Object.values(checks)) {
    const { id, level } = check.description
    const setting = settingOf(id, options)
    const isNamed = options.only?.some(pattern => namesRule(pattern, id)) ?? false
    if (options.only !== undefined && !isNamed) continue
    if (options.skip?.some(pattern => namesRule(pattern, id))) continue
    const chosen = setting.level ?? (level === 'off' && options.only?.includes(id) ? 'warning' : undefined)
    if ((chosen ?? level) === 'off') continue
    active.push({
      check,
      level: chosen === 'off' ? undefined : chosen,
      options: { ...check.defaults, ...setting.options },
    })
  }
  return active
}

export interface Setting {
  readonly level: Level | 'off' | undefined
  readonly options: RuleOptions
}

/** What preset and config say of a rule. */
export function settingOf(id: RuleId, { preset = 'recommended', rules = {} }: CheckOptions): Setting {
  let level: Level | 'off' | undefined = presets[preset][id]
  let options: RuleOptions = {}
  for (const [pattern, setting] of Object.entries(rules)) {
    if (!namesRule(pattern, id)) continue
    if (typeof setting === 'string') level = setting
    else {
      const { level: own, ...rest } = setting
      level = own ?? level
      options = { ...options, ...rest }
    }
  }
  return { level, options }
}

/** The rule's level as set, or its own; a flaw may be weaker than its rule, and stronger when nobody has set a level. */
export function levelOf(active: ActiveCheck, flaw: Flaw): Level {
  const own = active.check.description.level
  const base = active.level ?? (own === 'off' ? 'warning' : own)
  if (flaw.level === undefined) return base
  if (active.level === undefined) return flaw.level
  return levels.indexOf(flaw.level) > levels.indexOf(base) ? flaw.level : base
}
