import { type DocumentCheck, wholeTarget } from '../check.ts'
import type { Pair } from '../pair.ts'
import { foreignScore, strange } from './evidence.ts'
import { isSkipped } from './misaligned.ts'

/** The target belongs to a neighbouring segment: translations slipped by one, or changed places. */
export const swapped: DocumentCheck = {
  description: { id: 'drift/swapped', level: 'warning', its: 'mistranslation', mqm: 'accuracy/mistranslation' },
  scope: 'document',
  weak: 'lexicon',
  concerns: pair => !isSkipped(pair) && foreignScore(pair) >= strange,
  *run(pairs, _context, all) {
    for (const pair of pairs) {
      const other = neighbours(all, pair.index).find(neighbour => fits(neighbour, pair))
      if (other === undefined) continue
      yield { pair, ...wholeTarget(pair, { data: { other: other.source.text } }), others: [other] }
    }
  },
}

/** Up to two segments before and after. */
function neighbours(pairs: readonly Pair[], i: number): readonly Pair[] {
  return [1, -1, 2, -2].flatMap(step => {
    const pair = pairs[i + step]
    return pair === undefined || pair.source.text === pairs[i]?.source.text ? [] : [pair]
  })
}

/** The neighbour's source speaks clearly for this target, clearer than for its own. */
function fits(neighbour: Pair, pair: Pair): boolean {
  if (isSkipped(neighbour) && !neighbour.isEmpty) return false
  const across = neighbour.evidenceAgainst(pair)
  const own = pair.evidence
  const share = (evidence: typeof across): number =>
    (evidence.source.found + evidence.target.found) / Math.max(6, evidence.source.known + evidence.target.known)
  return (
    across.source.known >= 3 &&
    share(across) >= 0.45 &&
    share(across) >= share(own) + 0.3 &&
    Math.abs(across.lengthDeviation) < 3
  )
}
