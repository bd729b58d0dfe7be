/** Runs the rules over the pairs of a document: pair by pair, unit by unit, and over all of them. */

import type { CheckContext, PairFlaw } from '../checks/check.ts'
import type { Pair } from '../checks/pair.ts'
import { compileTerms, noTerms } from '../checks/terms.ts'
import { type Vocabulary, vocabularyOf } from '../checks/vocabulary.ts'
import type { Flaw, Level, Unit } from '../model/index.ts'
import { type ActiveCheck, levelOf } from './active-checks.ts'
import type { CheckOptions } from './check-options.ts'

/** A flaw with the pair it is in, and its level: the rule's or its own. */
export interface PlacedFlaw {
  readonly active: ActiveCheck
  readonly pair: Pair
  readonly flaw: Flaw
  readonly others: readonly Pair[]
  level: Level
}

/** All flaws in the order they are found, weak ones weighed against each other. */
export function collectFlaws(
  pairs: readonly Pair[],
  active: readonly ActiveCheck[],
  options: CheckOptions,
): readonly PlacedFlaw[] {
  const flaws = runChecks(pairs, active, sharedContext(pairs, options))
  if (isCatalogue(pairs)) hushWeak(flaws)
  else raiseAgreeing(flaws)
  return flaws
}

type SharedContext = Omit<CheckContext, 'options'>

function sharedContext(pairs: readonly Pair[], options: CheckOptions): SharedContext {
  let vocabulary: Vocabulary | undefined
  const words = function* (): Generator<string> {
    for (const pair of pairs) if (!pair.isGarbled) for (const word of pair.target.words) yield word.text.toLowerCase()
    for (const word of options.vocabulary ?? []) yield word.toLowerCase()
  }
  return {
    terms: options.terms === undefined ? noTerms : compileTerms(options.terms),
    isProject: options.isProject ?? false,
    // Made only when a rule asks: most languages never do.
    get vocabulary(): Vocabulary {
      vocabulary ??= vocabularyOf(words())
      return vocabulary
    },
  }
}

function contextFor(active: ActiveCheck, shared: SharedContext): CheckContext {
  return {
    terms: shared.terms,
    isProject: shared.isProject,
    options: active.options,
    get vocabulary() {
      return shared.vocabulary
    },
  }
}

function runChecks(pairs: readonly Pair[], active: readonly ActiveCheck[], shared: SharedContext): PlacedFlaw[] {
  const found: PlacedFlaw[] = []
  const keep = (one: ActiveCheck, pair: Pair, flaw: Flaw, others: readonly Pair[] = []): void => {
    found.push({ active: one, pair, flaw, others, level: levelOf(one, flaw) })
  }
  // Pair by pair, so that what a pair has derived is still at hand for the next rule.
  const segmentChecks = active.flatMap(one =>
    one.check.scope === 'segment' ? [{ one, check: one.check, context: contextFor(one, shared) }] : [],
  )
  for (const pair of pairs) {
    const { isEmpty } = pair
    for (const { one, check, context } of segmentChecks) {
      if (isEmpty && check.withoutTarget !== true) continue
      for (const flaw of check.run(pair, context)) keep(one, pair, flaw)
    }
  }
  for (const one of active) {
    const { check } = one
    if (check.scope === 'unit') {
      const context = contextFor(one, shared)
      for (const [unit, members] of byUnit(pairs))
        for (const flaw of check.run(unit, members, context)) keepPairFlaw(one, flaw)
    } else if (check.scope === 'document') {
      for (const flaw of check.run(pairs, contextFor(one, shared))) keepPairFlaw(one, flaw)
    }
  }
  return found

  function keepPairFlaw(one: ActiveCheck, { pair, others = [], ...flaw }: PairFlaw): void {
    keep(one, pair, flaw, others)
  }
}

function byUnit(pairs: readonly Pair[]): ReadonlyMap<Unit, readonly Pair[]> {
  const units = new Map<Unit, Pair[]>()
  for (const pair of pairs) {
    const members = units.get(pair.unit)
    if (members === undefined) units.set(pair.unit, [pair])
    else members.push(pair)
  }
  return units
}

/**
 * The messages of a program: labels more than sentences. Measured on 180 catalogues of free software at most half the
 * messages were sentences in all but two; in news and statements at least nine of ten.
 */
function isCatalogue(pairs: readonly Pair[]): boolean {
  if (pairs.length < 30) return false
  let sentences = 0
  for (const pair of pairs) if (pair.isSentence) sentences++
  return sentences * 2 <= pairs.length
}

/** Labels and hints are put in other words on purpose; there weak signs stay infos. What the target's own grammar shows is not weak. */
function hushWeak(flaws: readonly PlacedFlaw[]): void {
  for (const flaw of flaws) {
    const isSure = flaw.flaw.variant === 'hole' || flaw.flaw.variant === 'dangling'
    if (flaw.active.check.weak !== undefined && flaw.active.level === undefined && !isSure && flaw.level === 'warning')
      flaw.level = 'info'
  }
}

/** Two weak signs of different kinds on one segment make a warning of each. A level set by hand stays. */
function raiseAgreeing(flaws: readonly PlacedFlaw[]): void {
  const kinds = new Map<Pair, Set<string>>()
  const isWeak = ({ active, level }: PlacedFlaw): boolean =>
    active.check.weak !== undefined && level === 'info' && active.level === undefined
  for (const flaw of flaws) {
    const { weak } = flaw.active.check
    if (weak === undefined || !isWeak(flaw)) continue
    const known = kinds.get(flaw.pair)
    if (known === undefined) kinds.set(flaw.pair, new Set([weak]))
    else known.add(weak)
  }
  for (const flaw of flaws) {
    if (isWeak(flaw) && (kinds.get(flaw.pair)?.size ?? 0) > 1) flaw.level = 'warning'
  }
}
