/** Runs the rules over the pairs of a document: pair by pair, and over all of them. */

import type { CheckContext, PairFlaw } from '../checks/check.ts'
import type { Pair } from '../checks/pair.ts'
import { compileTerms, noTerms } from '../checks/terms.ts'
import { type Vocabulary, vocabularyOf } from '../checks/vocabulary.ts'
import type { Flaw, Level } from '../model/index.ts'
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

/** All flaws, weak ones weighed against each other. */
export function collectFlaws(
  pairs: readonly Pair[],
  active: readonly ActiveCheck[],
  options: CheckOptions,
): readonly PlacedFlaw[] {
  const shared = sharedContext(pairs, options)
  const { flaws, concerned, sentences } = lookAtPairs(pairs, active, shared)
  for (const one of active) {
    const { check } = one
    if (check.scope !== 'document') continue
    for (const flaw of check.run(concerned.get(one) ?? pairs, contextFor(one, shared), pairs))
      flaws.push(placed(one, flaw))
  }
  if (isCatalogue(pairs, sentences)) hushWeak(flaws)
  else raiseAgreeing(flaws)
  hushDrafts(flaws)
  return flaws
}

function placed(active: ActiveCheck, { pair, others = [], ...flaw }: PairFlaw): PlacedFlaw {
  return { active, pair, flaw, others, level: levelOf(active, flaw) }
}

/** What is said of pairs one by one. */
interface PairByPair {
  readonly flaws: PlacedFlaw[]
  /** The pairs that concern a rule of the whole document, for rules that see not all. */
  readonly concerned: ReadonlyMap<ActiveCheck, readonly Pair[]>
  /** How many of the sources are sentences. */
  readonly sentences: number
}

/** All rules on one pair, then all on the next: what a pair has derived is at hand for every rule, and gone after the last. */
function lookAtPairs(pairs: readonly Pair[], active: readonly ActiveCheck[], shared: SharedContext): PairByPair {
  const flaws: PlacedFlaw[] = []
  let sentences = 0
  const segmentChecks = active.flatMap(one =>
    one.check.scope === 'segment' ? [{ one, check: one.check, context: contextFor(one, shared) }] : [],
  )
  const concerns = active.flatMap(one => {
    const { check } = one
    if (check.scope !== 'document' || check.concerns === undefined) return []
    return [{ one, concernsIt: check.concerns, list: [] as Pair[] }]
  })
  for (const pair of pairs) {
    const { isEmpty } = pair
    for (const { one, check, context } of segmentChecks) {
      if (isEmpty && check.withoutTarget !== true) continue
      for (const flaw of check.run(pair, context)) flaws.push(placed(one, { pair, ...flaw }))
    }
    for (const { concernsIt, list } of concerns) if (concernsIt(pair)) list.push(pair)
    if (pair.isSentence) sentences++
    pair.release()
  }
  return { flaws, concerned: new Map(concerns.map(({ one, list }) => [one, list])), sentences }
}

/**
 * The messages of a program: labels more than sentences, or most of them name the line of code they come from
 * (`#: main.c:7`). Measured on 180 catalogues of free software at most half the messages were sentences in all but two; in
 * news and statements at least nine of ten.
 */
function isCatalogue(pairs: readonly Pair[], sentences: number): boolean {
  return pairs.length >= 30 && (sentences * 2 <= pairs.length || pairs.filter(isFromCode).length * 2 > pairs.length)
}

function isFromCode({ unit }: Pair): boolean {
  return unit.metadata.some(
    ({ category, meta }) => category === 'gettext' && meta.some(({ type }) => type === 'reference'),
  )
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

/** A fuzzy entry of gettext is a guess by the old text: programs do not show it until someone confirms it, so its faults harm no one. */
function hushDrafts(flaws: readonly PlacedFlaw[]): void {
  for (const flaw of flaws)
    if (flaw.pair.segment.subState === 'gettext:fuzzy' && flaw.active.level === undefined) flaw.level = 'info'
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
