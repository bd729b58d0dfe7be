/**
 * What a bilingual file remembers of a segment: its base, the source as it was when the target was last confirmed.
 * It stands in the unit's metadata, category `tilmash`, one group a segment.
 */

import type { MetaEntry, MetaGroup, State, Unit } from '../model/index.ts'
import { states } from '../model/index.ts'
import { sha256 } from '../text/hash.ts'

export const metadataCategory = 'tilmash'

export interface Remembered {
  /** Source text at the last confirmation. */
  readonly base?: string
  /** State before the source drifted; comes back when the source does. */
  readonly state?: State
  /** Hash of the published text that was settled against (`sync --take xliff`). */
  readonly declined?: string
}

/** What the unit remembers, by segment id. */
export function rememberedOf(unit: Unit): ReadonlyMap<string, Remembered> {
  const remembered = new Map<string, Remembered>()
  const group = unit.metadata.find(({ category }) => category === metadataCategory)
  for (const each of group?.groups ?? []) remembered.set(each.category, fromEntries(each.meta))
  return remembered
}

function fromEntries(entries: readonly MetaEntry[]): Remembered {
  const value = (type: string): string | undefined => entries.find(entry => entry.type === type)?.value
  const base = value('base')
  const state = states.find(each => each === value('state'))
  const declined = value('declined')
  return {
    ...(base !== undefined && { base }),
    ...(state !== undefined && { state }),
    ...(declined !== undefined && { declined }),
  }
}

/** The unit's metadata with our group written anew; foreign groups stay as they are. */
export function withRemembered(
  metadata: readonly MetaGroup[],
  remembered: ReadonlyMap<string, Remembered>,
): readonly MetaGroup[] {
  const groups = [...remembered].map(([segment, each]) => ({ category: segment, meta: toEntries(each) }))
  const own: readonly MetaGroup[] =
    groups.length === 0
      ? []
      : [{ category: metadataCategory, meta: [], groups: groups.filter(({ meta }) => meta.length > 0) }]
  return [...metadata.filter(({ category }) => category !== metadataCategory), ...own]
}

function toEntries({ base, state, declined }: Remembered): readonly MetaEntry[] {
  return [
    ...(base === undefined
      ? []
      : [
          { type: 'base', value: base },
          { type: 'base-hash', value: textHash(base) },
        ]),
    ...(state === undefined ? [] : [{ type: 'state', value: state }]),
    ...(declined === undefined ? [] : [{ type: 'declined', value: declined }]),
  ]
}

/** Short hash of a text, for comparing only. */
export function textHash(text: string): string {
  return sha256(text).slice(0, 16)
}
