/** What a conversion leaves out, one finding a kind, with how often and where first. */

import { formFinding } from '../formats/finding.ts'
import type { Reading } from '../formats/index.ts'
import {
  type Finding,
  type Level,
  type MessageData,
  type Place,
  placeAt,
  type Span,
  type Unit,
  unitsOf,
} from '../model/index.ts'

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
  'xliff-names': 'info',
  skeletons: 'warning',
  'xliff-document-notes': 'info',
  elements: 'warning',
  attributes: 'info',
  comments: 'info',
} as const
export type Loss = keyof typeof levels

/** How bad each loss is, by the name behind `convert/`. */
export const conversionLevels: ReadonlyMap<string, Level> = new Map(Object.entries(levels))

export interface LossTeller {
  /** `unit`: the unit or its id; `span`: where it stands in the file, when that is not the unit. Losses that `data.name` tells apart are told apart. */
  (what: Loss, unit?: string | Unit, data?: MessageData, span?: Span): void
  findings(): readonly Finding[]
}

interface Heard {
  readonly what: Loss
  count: number
  readonly units: Set<string>
  readonly unit: string | Unit | undefined
  readonly span: Span | undefined
  data: MessageData
}

/** Of these every single one counts, of the others the units. */
const countedSingly: ReadonlySet<Loss> = new Set(['elements', 'attributes', 'comments'])

export function lossTeller(reading: Reading, goal: string, file: string): LossTeller {
  const heard = new Map<string, Heard>()
  const tell: (...told: Parameters<LossTeller>) => void = (what, unit, data = {}, span) => {
    const id = typeof unit === 'string' ? unit : (unit?.id ?? '')
    const key = `${what} ${data.name ?? ''}`
    const known = heard.get(key)
    if (known === undefined) heard.set(key, { what, count: 1, units: new Set([id]), unit, span, data })
    else {
      if (countedSingly.has(what) || !known.units.has(id)) known.count++
      known.units.add(id)
      const [before, now] = [known.data.languages, data.languages]
      if (before !== undefined && now !== undefined) known.data = { languages: `${before}, ${now}` }
    }
  }
  const findings = (): readonly Finding[] => {
    const units = new Map<string, Unit>()
    for (const unit of unitsOf(reading.document)) if (!units.has(unit.id)) units.set(unit.id, unit)
    return [...heard.values()].map(({ what, count, unit: told, span, data }) => {
      const unit = typeof told === 'string' ? units.get(told) : told
      return formFinding({
        rule: `convert/${what}`,
        level: levels[what],
        place: placeOf(reading, unit, span, file),
        data: { count, goal, ...data },
        ...(unit === undefined ? {} : { unit: unit.id }),
      })
    })
  }
  return Object.assign(tell, { findings })
}

function placeOf(reading: Reading, unit: Unit | undefined, span: Span | undefined, file: string): Place {
  const place = span === undefined ? undefined : reading.placeOf?.(span)
  return place ?? (unit === undefined ? placeAt(file, 1, 1) : reading.locate({ unit }))
}
