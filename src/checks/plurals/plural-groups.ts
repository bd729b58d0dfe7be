/** Units that are the plural forms of one text: i18next keys `item_one`, `item_few`, `item_many`. */

import type { Unit } from '../../model/index.ts'
import { type PluralCategory, splitPluralKey } from '../../text/plural-forms.ts'
import type { Pair } from '../pair.ts'

export interface PluralGroup {
  readonly base: string
  readonly ordinal: boolean
  readonly forms: ReadonlyMap<PluralCategory, Pair>
}

/** True for a unit that is one plural form of a text. */
export function isPluralForm(unit: Unit): boolean {
  return splitPluralKey(unit.name ?? unit.id) !== undefined
}

/** Groups with a form `other` or more than one form, in order of appearance. */
export function pluralGroups(pairs: readonly Pair[]): readonly PluralGroup[] {
  const groups = new Map<string, { base: string; ordinal: boolean; forms: Map<PluralCategory, Pair> }>()
  for (const pair of pairs) {
    const key = pair.unit.name ?? pair.unit.id
    const split = splitPluralKey(key)
    if (split === undefined) continue
    const id = `${pair.file}\n${split.base}\n${split.ordinal}`
    let group = groups.get(id)
    if (group === undefined) {
      group = { base: split.base, ordinal: split.ordinal, forms: new Map() }
      groups.set(id, group)
    }
    if (!group.forms.has(split.category)) group.forms.set(split.category, pair)
  }
  return [...groups.values()].filter(group => group.forms.size > 1)
}
