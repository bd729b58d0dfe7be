/** Runs the checks over one document and gives its findings: placed, levelled, suppressed, sorted. */

import { Pair, type PairSetting, primaryOf } from '../checks/pair.ts'
import type { Ignore } from '../checks/suppression.ts'
import { pairReader } from '../lexicon/pair-evidence.ts'
import { type Document, type Finding, segmentsOf, unitsIn } from '../model/index.ts'
import { usualRatio } from '../text/length-ratio.ts'
import { activeChecks } from './active-checks.ts'
import type { CheckOptions } from './check-options.ts'
import { collectFlaws } from './collect-flaws.ts'
import type { ReadDocument } from './findings.ts'
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
  const { document } = reading
  const { units, pairs } = pairsOf(document, options)
  if (document.targetLanguage === undefined) return { ...emptyResult, units }
  const active = activeChecks(options)
  const flaws = collectFlaws(pairs, active, options)
  return { ...suppress(flaws, reading, options, active), units, segments: pairs.length }
}

const emptyResult: CheckResult = {
  findings: [],
  units: 0,
  segments: 0,
  ignored: 0,
  usedIgnores: new Set(),
  usedBaseline: new Set(),
}

function pairsOf(
  document: Document,
  options: CheckOptions,
): { readonly units: number; readonly pairs: readonly Pair[] } {
  const pairs: Pair[] = []
  let units = 0
  const { sourceLanguage, targetLanguage = sourceLanguage } = document
  const setting: PairSetting = {
    sourceLanguage,
    targetLanguage,
    targetPrimary: primaryOf(targetLanguage),
    readEvidence: pairReader({
      sourceLanguage,
      targetLanguage,
      lettersRatio: usualRatio(sourceLanguage, targetLanguage),
      ...(options.lexicon === undefined ? {} : { lexicon: options.lexicon }),
    }),
  }
  for (const file of document.files) {
    for (const unit of unitsIn(file)) {
      units++
      if (!unit.translate) continue
      for (const segment of segmentsOf(unit)) pairs.push(new Pair(unit, segment, setting, pairs.length, file.id))
    }
  }
  return { units, pairs }
}
