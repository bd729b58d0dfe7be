/** Runs the checks over one document and gives its findings: placed, levelled, suppressed, sorted. */

import type { Ignore } from '../checks/suppression.ts'
import type { Finding } from '../model/index.ts'
import { type ActiveCheck, activeChecks } from './active-checks.ts'
import type { CheckOptions } from './check-options.ts'
import { collectFlaws, type Stretch } from './collect-flaws.ts'
import type { ReadDocument } from './findings.ts'
import { pairLooker } from './look-at-pairs.ts'
import { filedUnits, PairList, pairSetting } from './pairs.ts'
import { suppress } from './suppress.ts'

/** The findings of one document, and what was held back. */
export interface CheckResult {
  /** Sorted by place, then rule. */
  readonly findings: readonly Finding[]
  readonly units: number
  readonly segments: number
  /** Hidden by notes, config or baseline. */
  readonly ignored: number
  /** Entries of {@link CheckOptions.ignores} that hid something here. */
  readonly usedIgnores: ReadonlySet<Ignore>
  /** Fingerprints of the baseline that were met. */
  readonly usedBaseline: ReadonlySet<string>
}

/** Checks a bilingual document; a monolingual one has no pairs and no findings. */
export function checkDocument(reading: ReadDocument, options: CheckOptions): CheckResult {
  const { sourceLanguage: source, targetLanguage: target } = reading.document
  if (target === undefined) return withoutPairs(reading)
  const list = new PairList(pairSetting({ source, target }, options.lexicon))
  for (const filed of filedUnits(reading.document)) list.add(filed)
  const active = activeChecks(options)
  const stretches = [{ from: 0, seen: pairLooker(active, options)(list.pairs) }]
  return resultOf({ reading, options, active, list, stretches })
}

/** A document of which every pair has been seen. */
export interface SeenDocument {
  readonly reading: ReadDocument
  readonly options: CheckOptions
  readonly active: readonly ActiveCheck[]
  readonly list: PairList
  readonly stretches: readonly Stretch[]
}

/** Looks at the document as a whole and says what is told of it. */
export function resultOf({ reading, options, active, list, stretches }: SeenDocument): CheckResult {
  const { units, pairs, noted } = list
  const flaws = collectFlaws(pairs, stretches, active, options)
  return { ...suppress(flaws, noted, reading, options, active), units, segments: pairs.length }
}

/** The result for a monolingual document. */
export function withoutPairs({ document }: ReadDocument): CheckResult {
  let units = 0
  for (const _unit of filedUnits(document)) units++
  return { findings: [], units, segments: 0, ignored: 0, usedIgnores: new Set(), usedBaseline: new Set() }
}
