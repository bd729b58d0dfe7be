/** What the search is given. */

import type { Band } from './band.ts'
import type { EdgeModel } from './edge-model.ts'
import type { Likeness } from './encoder.ts'
import type { LengthModel } from './length.ts'
import type { TokenizedSide } from './tokens.ts'
import type { Links } from './worth.ts'

/** Log probabilities and weights; see docs/alignment.md for how they were chosen. */
export interface SearchSettings {
  readonly shapes: readonly number[]
  /** A 1:1 bead with a score below this is taken for two segments that only stand side by side. */
  readonly foreign: number
  /** Log probability that two segments have changed places. */
  readonly crossed: number
  /** Log probability that a run of missing or extra segments begins, and that it goes on. */
  readonly gapOpen: number
  readonly gapExtend: number
  /** Naive Bayes counts tokens as independent, which they are not. */
  readonly lexicalWeight: number
  readonly lengthWeight: number
  readonly edgeWeight: number
  /** Both sides begin or end a paragraph; only one does; a bead crosses one. */
  readonly paragraph: { readonly both: number; readonly one: number; readonly crossed: number }
}

export const defaultSettings: SearchSettings = {
  shapes: [-0.08, -3.2, -3.2, -5, -5.5, -5.5],
  crossed: -5,
  foreign: -4.2,
  gapOpen: -4.5,
  gapExtend: -1.5,
  lexicalWeight: 0.95,
  lengthWeight: 1.25,
  edgeWeight: 1,
  paragraph: { both: 1.2, one: -1.2, crossed: -2 },
}

export interface Problem {
  readonly source: TokenizedSide
  readonly target: TokenizedSide
  readonly links: Links
  readonly lengths: LengthModel
  readonly edges: EdgeModel
  readonly band: Band
  readonly settings: SearchSettings
  /** 1 where a paragraph begins, one entry a segment. */
  readonly sourceParagraphs?: Uint8Array
  readonly targetParagraphs?: Uint8Array
  /** What an encoder says of the meaning of a bead. */
  readonly likeness?: Likeness
  readonly signal?: AbortSignal
}
