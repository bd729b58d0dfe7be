/** A bitext is two lists of segments said to mean the same, in order, joined by beads. */

/** Indices, end exclusive. An empty side is `{ from: k, to: k }`. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** n:m; `1:0` says a source segment has no counterpart, `0:1` that a target segment has none. */
export interface Bead {
  /** Indices into the source segments. */
  readonly source: Range
  /** Indices into the target segments. */
  readonly target: Range
  /** Calibrated probability that the bead is right; 0..1. */
  readonly confidence: number
}

/** Two lists of segments and the beads that join them. */
export interface Bitext {
  readonly source: readonly string[]
  readonly target: readonly string[]
  /** In order; every segment of both sides exactly once. */
  readonly beads: readonly Bead[]
}
