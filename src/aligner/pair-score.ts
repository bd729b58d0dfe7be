/** The worth of the words of one source and one target segment, anywhere in the texts. */

import type { TokenizedSide } from './tokens.ts'
import type { Links } from './worth.ts'

/** Log-likelihood ratio against chance, mean of both directions. */
export type PairScorer = (source: number, target: number) => number

export function pairScorer(source: TokenizedSide, target: TokenizedSide, links: Links): PairScorer {
  const { starts, partners, gains, gainsBack } = links.table
  return (i, j) => {
    const targets = new Map<number, number>()
    for (const type of target.segments[j] ?? []) targets.set(type, links.targetMisses[type] ?? 0)
    let sum = 0
    for (const type of source.segments[i] ?? []) {
      let best = links.sourceMisses[type] ?? 0
      for (let l = starts[type] ?? 0; l < (starts[type + 1] ?? 0); l++) {
        const partner = partners[l] ?? -1
        const before = targets.get(partner)
        if (before === undefined) continue
        best = Math.max(best, gains[l] ?? 0)
        targets.set(partner, Math.max(before, gainsBack[l] ?? 0))
      }
      sum += best
    }
    for (const gain of targets.values()) sum += gain
    return sum / 2
  }
}
