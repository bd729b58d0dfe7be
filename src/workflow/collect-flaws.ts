/** All flaws of a document: those of its pairs one by one, and those of the document as a whole. */

import type { DocumentContext, PairFlaw } from '../checks/check.ts'
import type { Pair } from '../checks/pair.ts'
import { type Vocabulary, vocabularyOf } from '../checks/vocabulary.ts'
import type { Flaw, Level } from '../model/index.ts'
import { type ActiveCheck, levelOf } from './active-checks.ts'
import type { CheckOptions } from './check-options.ts'
import { type Seen, sharedContext } from './look-at-pairs.ts'

/** A flaw with the pair it is in, and its level: the rule's or its own. */
export interface PlacedFlaw {
  readonly active: ActiveCheck
  readonly pair: Pair
  readonly flaw: Flaw
  readonly others: readonly Pair[]
  level: Level
}

/** What was seen of the pairs from index `from` on. */
export interface Stretch {
  readonly from: number
  readonly seen: Seen
}

/** All flaws, weak ones weighed against each other. `stretches` are in order and cover all pairs. */
export function collectFlaws(
  pairs: readonly Pair[],
  stretches: readonly Stretch[],
  active: readonly ActiveCheck[],
  options: CheckOptions,
): readonly PlacedFlaw[] {
  const flaws: PlacedFlaw[] = []
  const keep = (one: ActiveCheck | undefined, { pair, others = [], ...flaw }: PairFlaw): void => {
    if (one !== undefined) flaws.push({ active: one, pair, flaw, others, level: levelOf(one, flaw) })
  }
  for (const { from, seen } of stretches) {
    for (const { pair: i, check, flaw } of seen.flaws) {
      const pair = pairs[from + i]
      if (pair !== undefined) keep(active[check], { pair, ...flaw })
    }
  }
  const context = documentContext(pairs, options)
  for (const [index, one] of active.entries()) {
    const { check } = one
    if (check.scope !== 'document') continue
    const concerned = check.concerns === undefined ? pairs : concernedBy(index, pairs, stretches)
    for (const flaw of check.run(concerned, context(one), pairs)) keep(one, flaw)
  }
  if (isCatalogue(pairs, stretches)) hushWeak(flaws)
  else raiseAgreeing(flaws)
  hushDrafts(flaws)
  return flaws
}

function concernedBy(check: number, pairs: readonly Pair[], stretches: readonly Stretch[]): readonly Pair[] {
  return stretches.flatMap(({ from, seen }) => (seen.concerned.get(check) ?? []).flatMap(i => pairs[from + i] ?? []))
}

function documentContext(pairs: readonly Pair[], options: CheckOptions): (one: ActiveCheck) => DocumentContext {
  const shared = sharedContext(options)
  let vocabulary: Vocabulary | undefined
  return one => ({
    ...shared,
    options: one.options,
    // Made only when a rule asks: most languages never do.
    get vocabulary(): Vocabulary {
      vocabulary ??= vocabularyOf(vocabularyWords(pairs, options))
      return vocabulary
    },
  })
}

function* vocabularyWords(pairs: readonly Pair[], { vocabulary = [] }: CheckOptions): Generator<string> {
  for (const pair of pairs) if (!pair.isGarbled) for (const { text } of pair.target.words) yield text.toLowerCase()
  for (const word of vocabulary) yield word.toLowerCase()
}

/**
 * The messages of a program: labels more than sentences, or most of them name the line of code they come from
 * (`#: main.c:7`). Measured on 180 catalogues of free software at most half the messages were sentences in all but two; in
 * news and statements at least nine of ten.
 */
function isCatalogue(pairs: readonly Pair[], stretches: readonly Stretch[]): boolean {
  const sentences = stretches.reduce((sum, { seen }) => sum + seen.sentences, 0)
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
