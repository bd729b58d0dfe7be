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

/** A unit whose segments are checked, and the id of the file it is in. */
export interface FiledUnit {
  readonly unit: Unit
  readonly file: string
}

/** All units in order, and `undefined` for one that is not to be translated. */
export function* checkedUnits(document: Document): Generator<FiledUnit | undefined> {
  for (const file of document.files)
    for (const unit of unitsIn(file)) yield unit.translate ? { unit, file: file.id } : undefined
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
