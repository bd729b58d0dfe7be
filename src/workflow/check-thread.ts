/** A thread that looks at stretches of pairs; started by `checkers.ts`. */

import type { PairSetting } from '../checks/pair.ts'
import { serve } from '../io/threads.ts'
import { activeChecks } from './active-checks.ts'
import type { CheckOptions } from './check-options.ts'
import { pairLooker, type Seen } from './look-at-pairs.ts'
import { type FiledUnit, type Languages, pairSetting, pairsOf } from './pairs.ts'

/** What a thread is asked: to look at the pairs of these units. */
export interface StretchTask {
  readonly languages: Languages
  readonly units: readonly FiledUnit[]
}

serve((options: CheckOptions) => {
  const look = pairLooker(activeChecks(options), options)
  let setting: PairSetting | undefined
  return async (json: string): Promise<Seen> => {
    // Proof: `checkers.ts` writes it.
    const { languages, units } = JSON.parse(json) as StretchTask
    if (setting?.sourceLanguage !== languages.source || setting.targetLanguage !== languages.target)
      setting = pairSetting(languages)
    const own = setting
    return look(units.flatMap(unit => pairsOf(unit, own, 0)))
  }
})
