/** Anchors: pairs of segments that share rare words or numbers, in a chain that never goes back. They keep big texts cheap. */

import type { Anchor } from './band.ts'
import { linkKinds } from './links.ts'
import type { TokenizedSide } from './tokens.ts'
import type { Links } from './worth.ts'

/** A type in more segments than this is no landmark. */
const rarest = 4
/** Votes, in natural logs of both directions, that make a pair of segments a candidate: about two rare words. */
const leastVotes = 12
/** An anchor needs another within so many segments that lies on nearly the same diagonal. */
const neighbourhood = 25
const drift = 15

export function findAnchors(source: TokenizedSide, target: TokenizedSide, links: Links): readonly Anchor[] {
  const chain = longestChain(candidates(source, target, links), target.segments.length)
  return chain.filter((anchor, k) => isSupported(anchor, chain[k - 1]) || isSupported(anchor, chain[k + 1]))
}

/** A pair of segments, and the votes of the rare words they share, in natural logs of both directions. */
export interface Candidate extends Anchor {
  readonly votes: number
}

/** All pairs of segments that share rare words. */
export function pairVotes(source: TokenizedSide, target: TokenizedSide, links: Links): readonly Candidate[] {
  return candidates(source, target, links)
}

function candidates(source: TokenizedSide, target: TokenizedSide, links: Links): Candidate[] {
  const places = rarePlaces(target)
  const { starts, partners, gains, gainsBack, kinds } = links.table
  const weak = linkKinds.indexOf('weak')
  const votes = new Map<number, number>()
  const width = target.segments.length
  for (const [i, types] of source.segments.entries()) {
    for (const type of types) {
      if ((source.types[type]?.frequency ?? 0) > rarest) continue
      for (let l = starts[type] ?? 0; l < (starts[type + 1] ?? 0); l++) {
        if (kinds[l] === weak) continue
        const worth = (gains[l] ?? 0) + (gainsBack[l] ?? 0)
        if (worth <= 2) continue
        for (const j of places.get(partners[l] ?? -1) ?? []) {
          const key = i * width + j
          votes.set(key, (votes.get(key) ?? 0) + worth)
        }
      }
    }
  }
  const found: Candidate[] = []
  for (const [key, sum] of votes) {
    if (sum >= leastVotes) found.push({ source: Math.floor(key / width), target: key % width, votes: sum })
  }
  return found.sort((a, b) => a.source - b.source || b.target - a.target)
}

function rarePlaces(side: TokenizedSide): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>()
  for (const [j, types] of side.segments.entries()) {
    for (const type of types) {
      if ((side.types[type]?.frequency ?? 0) > rarest) continue
      const list = places.get(type)
      if (list === undefined) places.set(type, [j])
      else list.push(j)
    }
  }
  return places
}

/** Heaviest chain that grows on both sides; a Fenwick tree holds the best chain that ends before each target. */
function longestChain(sorted: readonly Candidate[], columns: number): readonly Candidate[] {
  const tree = new Int32Array(columns + 1).fill(-1)
  const totals = new Float64Array(sorted.length)
  const before = new Int32Array(sorted.length).fill(-1)
  const better = (a: number, b: number): number => (a >= 0 && (b < 0 || (totals[a] ?? 0) > (totals[b] ?? 0)) ? a : b)
  // Candidates of one source segment come by falling target, so that they never extend each other.
  for (const [k, candidate] of sorted.entries()) {
    let best = -1
    for (let slot = candidate.target; slot > 0; slot -= slot & -slot) best = better(tree[slot] ?? -1, best)
    before[k] = best
    totals[k] = candidate.votes + (best >= 0 ? (totals[best] ?? 0) : 0)
    for (let slot = candidate.target + 1; slot <= columns; slot += slot & -slot)
      tree[slot] = better(k, tree[slot] ?? -1)
  }
  let k = -1
  for (let i = 0; i < sorted.length; i++) k = better(i, k)
  const chain: Candidate[] = []
  for (; k >= 0; k = before[k] ?? -1) {
    const candidate = sorted[k]
    if (candidate !== undefined) chain.push(candidate)
  }
  return chain.reverse()
}

function isSupported(anchor: Anchor, other: Anchor | undefined): boolean {
  if (other === undefined) return false
  const rows = Math.abs(anchor.source - other.source)
  const columns = Math.abs(anchor.target - other.target)
  return rows <= neighbourhood && Math.abs(rows - columns) <= drift
}
