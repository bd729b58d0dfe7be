/** What a conversion leaves out, one finding a kind, with how often and where first. */

import { formFinding } from '../formats/finding.ts'
import type { Reading } from '../formats/index.ts'
import { type Finding, type MessageData, type Place, placeAt, type Unit, unitsOf } from '../model/index.ts'

/** Rule `convert/…` → how bad. A text that is left out is a warning; what only describes it is an info. */
const levels = {
  untranslated: 'warning',
  'untranslated-kept': 'warning',
  languages: 'warning',
  'no-target-language': 'warning',
  'duplicate-keys': 'warning',
  codes: 'warning',
  code: 'info',
  marker: 'warning',
  notes: 'warning',
  'file-notes': 'warning',
  'note-attributes': 'info',
  candidates: 'warning',
  metadata: 'info',
  states: 'info',
  'sub-states': 'info',
  'unit-attributes': 'info',
  segmentation: 'info',
  ignorables: 'info',
  structure: 'info',
  groups: 'info',
  'line-breaks': 'info',
  'xliff-texts': 'warning',
  'xliff-codes': 'info',
  'xliff-markers': 'info',
  'xliff-states': 'info',
  'xliff-notes': 'info',
  'xliff-candidates': 'info',
  'xliff-metadata': 'info',
  'xliff-attributes': 'info',
  'xliff-ids': 'info',
} as const
export type Loss = keyof typeof levels

export interface LossTeller {
  (what: Loss, unit?: string, data?: MessageData): void
  findings(): readonly Finding[]
}

export function lossTeller(reading: Reading, goal: string, file: string): LossTeller {
  const heard = new Map<
    Loss,
    { count: number; readonly units: Set<string>; readonly first: string | undefined; data: MessageData }
  >()
  const tell = (what: Loss, unit?: string, data: MessageData = {}): void => {
    const known = heard.get(what)
    if (known === undefined) heard.set(what, { count: 1, units: new Set([unit ?? '']), first: unit, data })
    else {
      if (!known.units.has(unit ?? '')) known.count++
      known.units.add(unit ?? '')
      const [before, now] = [known.data.languages, data.languages]
      if (before !== undefined && now !== undefined) known.data = { languages: `${before}, ${now}` }
    }
  }
  const findings = (): readonly Finding[] => {
    const units = new Map<string, Unit>()
    for (const unit of unitsOf(reading.document)) if (!units.has(unit.id)) units.set(unit.id, unit)
    return [...heard].map(([what, { count, first, data }]) =>
      formFinding({
        rule: `convert/${what}`,
        level: levels[what],
        place: placeOf(reading, first === undefined ? undefined : units.get(first), file),
        data: { count, goal, ...data },
        ...(first === undefined || !units.has(first) ? {} : { unit: first }),
      }),
    )
  }
  return Object.assign(tell, { findings })
}

function placeOf(reading: Reading, unit: Unit | undefined, file: string): Place {
  return unit === undefined ? placeAt(file, 1, 1) : reading.locate({ unit })
}
