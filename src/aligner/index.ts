/** Two lists of segments → Bitext. */

export { type AlignOptions, align } from './align.ts'
export { type EncodedSides, encodeSides, type SentenceEncoder } from './encoder.ts'
export { type Judgement, type JudgementKind, judge } from './judge.ts'
