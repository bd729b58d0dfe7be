/** The shape of a check. Who has read one has read all: a description, a scope, and a pure generator. */

import type { Concept, Flaw, Language, MessageData, RuleDescription } from '../model/index.ts'
import type { Pair } from './pair.ts'
import type { CompiledTerms } from './terms.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Options of a rule as the config gives them; a rule reads what it knows and ignores nothing silently: the config's schema has refused the rest. */
export type RuleOptions = Readonly<Record<string, unknown>>

/** What checks may know beside the pair. All of it is data given in; a check reads no file and no clock. */
export interface PairContext {
  readonly terms: CompiledTerms
  /** The rule's own options. */
  readonly options: RuleOptions
  /** True for files of a project: an empty target is then an error also in state `initial`. */
  readonly isProject: boolean
}

/** What checks of a whole document may know beside the pairs. */
export interface DocumentContext extends PairContext {
  /** Words of the memory and of the document: what is surely spelled so. */
  readonly vocabulary: Vocabulary
}

interface CheckBase {
  readonly description: RuleDescription
  /** Option names with their defaults: shown by `explain`, used where the config is silent. */
  readonly defaults?: RuleOptions
  /**
   * A weak sign of this kind: info alone, a warning when signs of two kinds agree on a segment; in catalogues of labels,
   * which are put in other words on purpose, never more than an info unless the config says so.
   */
  readonly weak?: 'length' | 'names' | 'negation' | 'lexicon' | 'numbers'
}

/** Looks at one pair of source and target, and knows of no other: the pairs of a large document are shared out among threads. */
export interface SegmentCheck extends CheckBase {
  readonly scope: 'segment'
  /** True: also runs where the target is missing or empty. */
  readonly withoutTarget?: true
  run(pair: Pair, context: PairContext): Iterable<Flaw>
}

/** A flaw and the pair it is in. */
export interface PairFlaw extends Flaw {
  readonly pair: Pair
  /** Pairs to show beside it; their places become {@link Flaw.related}. */
  readonly others?: readonly Pair[]
}

/** Looks at all pairs of a document at once. Time must grow about linearly with them. */
export interface DocumentCheck extends CheckBase {
  readonly scope: 'document'
  /**
   * Whether the rule has to see a pair; without it all. Asked pair by pair, while what other rules have derived of the pair is
   * still at hand, and in any order.
   */
  concerns?(pair: Pair): boolean
  /** `pairs` are those that concern it, in order, of `all`; a pair's place in `all` is its index. */
  run(pairs: readonly Pair[], context: DocumentContext, all: readonly Pair[]): Iterable<PairFlaw>
}

/** Needs more than one file (source text, memory, other languages): run by the workflow, registered here. */
export interface ProjectCheck extends CheckBase {
  readonly scope: 'project'
}

export type Check = SegmentCheck | DocumentCheck | ProjectCheck

export type { Concept, Flaw, Language, MessageData, Pair }

/** A flaw in the target at plain-text offsets. */
export function targetFlaw(start: number, end: number, rest: Omit<Flaw, 'side' | 'start' | 'end'> = {}): Flaw {
  return { side: 'target', start, end, ...rest }
}

/** A flaw about the whole target. */
export function wholeTarget(pair: Pair, rest: Omit<Flaw, 'side' | 'start' | 'end'> = {}): Flaw {
  return { side: 'target', start: 0, end: pair.target.text.length, ...rest }
}

/** A number option within bounds, or the default. */
export function numberOption(options: RuleOptions, name: string, fallback: number): number {
  const value = options[name]
  return typeof value === 'number' && Number.isFinite(value) ? value : fallback
}

/** A list-of-strings option, or none. */
export function listOption(options: RuleOptions, name: string): readonly string[] {
  const value = options[name]
  return Array.isArray(value) ? value.filter(entry => typeof entry === 'string') : []
}
