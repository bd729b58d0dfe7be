/** The best hits so far, and with them the cut-off: what cannot beat the last of them need not be looked at. */

export interface BestHit {
  /** What hits are ordered by: the base, or the word similarity. */
  readonly value: number
  /** 2 for equal texts, 1 for texts equal but for case or white space, 0 else. */
  readonly equality: number
  readonly context: number
  readonly sequence: number
  readonly words: number
  /** Below 0 while not measured, when hits are ordered by words; `base` is right once it is. */
  characters: number
  base: number
  readonly part: number
  readonly text: number
}

export interface Best {
  /** A value below this is of no use. */
  cutoff: number
  /** At the cut-off only a unit older than this is of use; Infinity while there is room. */
  newest: number
  /** False when the hit is not among the best. */
  offer(hit: BestHit): boolean
  readonly hits: readonly BestHit[]
}

export function makeBest(threshold: number, limit: number): Best {
  const hits: BestHit[] = []
  const best = {
    cutoff: threshold,
    newest: Number.POSITIVE_INFINITY,
    hits,
    offer: (hit: BestHit): boolean => {
      if (hit.value < best.cutoff || limit <= 0) return false
      let at = hits.length
      while (at > 0 && isBefore(hit, hits[at - 1])) at--
      if (at >= limit) return false
      hits.splice(at, 0, hit)
      if (hits.length > limit) hits.pop()
      const last = hits[limit - 1]
      if (last !== undefined) {
        best.cutoff = last.value
        best.newest = last.equality > 0 ? -1 : last.sequence
      }
      return true
    },
  }
  return best
}

/** By what is asked for, then equal texts before the rest, then more equal neighbours, then the older unit. */
function isBefore(a: BestHit, b: BestHit | undefined): boolean {
  if (b === undefined) return true
  const order = b.value - a.value || b.equality - a.equality || b.context - a.context || a.sequence - b.sequence
  return order < 0
}
