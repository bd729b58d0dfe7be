/** The pairs of a document that are checked. */

import { Pair, type PairSetting, primaryOf } from '../checks/pair.ts'
import type { LearnedLexicon } from '../lexicon/learned.ts'
import { pairReader } from '../lexicon/pair-evidence.ts'
import { type Document, type Language, segmentsOf, type Unit, unitsIn } from '../model/index.ts'
import { usualRatio } from '../text/length-ratio.ts'

/** The source and target language of a document. */
export interface Languages {
  readonly source: Language
  readonly target: Language
}

/** A unit, and the id of the file it is in. */
export interface FiledUnit {
  readonly unit: Unit
  readonly file: string
}

/** All units in order. */
export function* filedUnits(document: Document): Generator<FiledUnit> {
  for (const file of document.files) for (const unit of unitsIn(file)) yield { unit, file: file.id }
}

/**
 * The pairs of a document, gathered in one walk: a large file makes its units anew each time they are asked for, so what
 * must be the same unit later is kept here.
 */
export class PairList {
  readonly pairs: Pair[] = []
  /** Units with notes, those not to be translated too. */
  readonly noted: Unit[] = []
  units = 0
  readonly #setting: PairSetting

  constructor(setting: PairSetting) {
    this.#setting = setting
  }

  /** Takes the next unit; its pairs, none when it is not to be translated. */
  add(filed: FiledUnit): readonly Pair[] {
    const { unit } = filed
    this.units++
    if (unit.notes.length > 0) this.noted.push(unit)
    if (!unit.translate) return []
    const own = pairsOf(filed, this.#setting, this.pairs.length)
    for (const pair of own) this.pairs.push(pair)
    return own
  }
}

/** What all pairs of two languages share. */
export function pairSetting({ source, target }: Languages, lexicon?: LearnedLexicon): PairSetting {
  return {
    sourceLanguage: source,
    targetLanguage: target,
    targetPrimary: primaryOf(target),
    readEvidence: pairReader({
      sourceLanguage: source,
      targetLanguage: target,
      lettersRatio: usualRatio(source, target),
      ...(lexicon === undefined ? {} : { lexicon }),
    }),
  }
}

/** The pairs of a unit, a segment each; `index` is that of the first. */
export function pairsOf({ unit, file }: FiledUnit, setting: PairSetting, index: number): readonly Pair[] {
  return segmentsOf(unit).map((segment, i) => new Pair(unit, segment, setting, index + i, file))
}
