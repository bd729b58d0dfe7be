/** What is said of pairs one by one; nothing in it knows of a second pair. */

import type { PairContext } from '../checks/check.ts'
import type { Pair } from '../checks/pair.ts'
import { compileTerms, noTerms } from '../checks/terms.ts'
import type { Flaw } from '../model/index.ts'
import type { ActiveCheck } from './active-checks.ts'
import type { CheckOptions } from './check-options.ts'

/** What was seen of a stretch of pairs. Plain data: pairs are told by their place in the stretch, rules by theirs among the active. */
export interface Seen {
  readonly flaws: readonly SeenFlaw[]
  /** By rule of the whole document that sees not all: the pairs that concern it. */
  readonly concerned: ReadonlyMap<number, readonly number[]>
  /** How many of the sources are sentences. */
  readonly sentences: number
}

export interface SeenFlaw {
  readonly pair: number
  readonly check: number
  readonly flaw: Flaw
}

/**
 * All rules on one pair, then all on the next: what a pair has derived is at hand for every rule, and gone after the last.
 */
export function pairLooker(active: readonly ActiveCheck[], options: CheckOptions): (pairs: readonly Pair[]) => Seen {
  const shared = sharedContext(options)
  const rules = active.flatMap(({ check, options: own }, index) =>
    check.scope === 'segment' ? [{ index, check, context: { ...shared, options: own } }] : [],
  )
  const askers = active.flatMap(({ check }, index) =>
    check.scope === 'document' && check.concerns !== undefined ? [{ index, isConcerned: check.concerns }] : [],
  )
  return pairs => {
    const flaws: SeenFlaw[] = []
    const concerned = new Map(askers.map(({ index }) => [index, [] as number[]]))
    let sentences = 0
    for (const [i, pair] of pairs.entries()) {
      const { isEmpty } = pair
      for (const { index, check, context } of rules) {
        if (isEmpty && check.withoutTarget !== true) continue
        for (const flaw of check.run(pair, context)) flaws.push({ pair: i, check: index, flaw })
      }
      for (const { index, isConcerned } of askers) if (isConcerned(pair)) concerned.get(index)?.push(i)
      if (pair.isSentence) sentences++
      pair.release()
    }
    return { flaws, concerned, sentences }
  }
}

/** What every rule may know. */
export function sharedContext({ terms, isProject = false }: CheckOptions): Omit<PairContext, 'options'> {
  return { terms: terms === undefined ? noTerms : compileTerms(terms), isProject }
}
