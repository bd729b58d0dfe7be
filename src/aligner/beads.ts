/** Beads: which shapes there are, and one as found. */

/** Source and target segments of the beads with both sides. Their index is their number in the score table. */
export const beadShapes = [
  [1, 1],
  [1, 2],
  [2, 1],
  [2, 2],
  [1, 3],
  [3, 1],
] as const
export const shapeCount: number = beadShapes.length

/** A bead found: ranges as `[from, to)`, its score against chance (1:1 only, else 0), and its posterior probability. */
export interface FoundBead {
  readonly sourceFrom: number
  readonly sourceTo: number
  readonly targetFrom: number
  readonly targetTo: number
  readonly score: number
  readonly posterior: number
}
