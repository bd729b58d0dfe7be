/** Alignment: which source segments are translated by which target segments. */

import { isCoreLanguage } from '../lexicon/core.ts'
import { type LearnedLexicon, learn } from '../lexicon/learned.ts'
import type { PairCounts } from '../lexicon/pair-counts.ts'
import { type Bead, type Bitext, type Concept, isSameLanguage, type Language } from '../model/index.ts'
import { stem } from '../text/stem.ts'
import { findAnchors } from './anchors.ts'
import { type Anchor, type Band, bandAlong, isSmall, wholeBand } from './band.ts'
import type { FoundBead } from './beads.ts'
import { calibrate } from './confidence.ts'
import { edgeModel } from './edge-model.ts'
import type { EncodedSides } from './encoder.ts'
import { splitForeign } from './foreign.ts'
import { type LengthModel, measureLengths, startingLengths, wholeRatio } from './length.ts'
import { measureLikeness } from './likeness.ts'
import { documentLinks, findLinks, type Link } from './links.ts'
import { observe } from './observe.ts'
import { adaptPriors } from './priors.ts'
import { defaultSettings, type Problem, type SearchSettings } from './problem.ts'
import { search } from './search.ts'
import { type TokenizedSide, tokenize } from './tokens.ts'
import { type Links, weigh } from './worth.ts'

/** What the aligner may know beside the two texts. */
export interface AlignOptions {
  readonly sourceLanguage: Language
  readonly targetLanguage: Language
  /** Pairs from elsewhere (source text, target text) that the aligner may learn words from. */
  readonly memory?: Iterable<readonly [string, string]>
  /** The same of pairs that are counted already. */
  readonly counts?: PairCounts
  /** Glossary; its terms count as words that translate each other. */
  readonly terms?: readonly Concept[]
  /** What a sentence encoder says of both sides, see {@link encodeSides}. */
  readonly encoded?: EncodedSides
  /** Indices of the segments that begin a paragraph, on both sides. Paragraphs help, but a bead may cross them. */
  readonly paragraphs?: { readonly source: readonly number[]; readonly target: readonly number[] }
  readonly signal?: AbortSignal
  /** For measurements; the default holds for every text. */
  readonly settings?: Partial<SearchSettings>
}

/**
 * Aligns two lists of segments. Every segment stands in exactly one bead, in order; beads are 1:1, 1:0, 0:1, 1:2, 2:1, 2:2,
 * 1:3 and 3:1. A segment pair that says different things comes out as 1:0 and 0:1.
 */
export function align(source: readonly string[], target: readonly string[], options: AlignOptions): Bitext {
  const { sides, found } = readEvidence(source, target, options)
  let pass = firstPass(sides, found, options)
  const isKnownPair = isCoreLanguage(options.sourceLanguage) && isCoreLanguage(options.targetLanguage)
  const passes = isKnownPair ? (options.encoded === undefined ? 1 : passesWithEncoder) : passesWithoutLexicon
  for (let n = 0; n < passes; n++) {
    pass = nextPass({ source, target }, sides, found, pass, options)
  }
  return { source, target, beads: splitForeign(pass.beads, leastScore(pass.beads, options)).map(toBead) }
}

/**
 * Where much is missing a stranger is likelier than in a text in good order: the threshold moves with the odds of a gap,
 * twice, since a stranger is two gaps.
 */
function leastScore(beads: readonly FoundBead[], options: AlignOptions): number {
  const settings = { ...defaultSettings, ...options.settings }
  return settings.foreign + 2 * (adaptPriors(settings, beads).gapOpen - settings.gapOpen)
}

/** The encoder is measured on the beads of the first pass, and once more on those it had a hand in. */
const passesWithEncoder = 2

/** Languages without a lexicon of ours learn their words from the text alone, and that takes a few rounds. */
const passesWithoutLexicon = 3

/** The texts as tokens, and the links between them. */
export function evidenceOf(
  source: readonly string[],
  target: readonly string[],
  options: AlignOptions,
): { readonly sides: Sides; readonly links: Links } {
  const { sides, found } = readEvidence(source, target, options)
  return { sides, links: weigh(found, sides.source, sides.target) }
}

function readEvidence(
  source: readonly string[],
  target: readonly string[],
  options: AlignOptions,
): { readonly sides: Sides; readonly found: readonly Link[] } {
  const sides = { source: tokenize(source, options.sourceLanguage), target: tokenize(target, options.targetLanguage) }
  return { sides, found: findLinks(sides.source, sides.target, memoryLexicon(sides, options)) }
}

export interface Sides {
  readonly source: TokenizedSide
  readonly target: TokenizedSide
}

interface Pass {
  readonly links: Links
  readonly beads: readonly FoundBead[]
  readonly lengths: LengthModel
}

/** What memory and glossary teach about the words of this text; nothing when there are none. */
function memoryLexicon(sides: Sides, options: AlignOptions): LearnedLexicon | undefined {
  const pairs = [...(options.memory ?? []), ...termPairs(options)]
  const { sourceLanguage, targetLanguage, counts } = options
  if (pairs.length === 0 && counts === undefined) return undefined
  return learn(pairs, {
    sourceLanguage,
    targetLanguage,
    witness: 'memory',
    background: 100,
    sourceStems: stemsOf(sides.source),
    targetStems: stemsOf(sides.target),
    counts,
  })
}

/** Every term of the glossary with every translation is a small pair of its own. */
function* termPairs(options: AlignOptions): Generator<readonly [string, string]> {
  for (const concept of options.terms ?? []) {
    for (const source of concept.terms) {
      if (!isSameLanguage(source.language, options.sourceLanguage)) continue
      for (const target of concept.terms) {
        // Seen several times: a glossary is surer than a sentence.
        if (isSameLanguage(target.language, options.targetLanguage))
          for (let n = 0; n < 3; n++) yield [source.text, target.text]
      }
    }
  }
}

function stemsOf(side: TokenizedSide): ReadonlySet<string> {
  const stems = new Set<string>()
  for (const type of side.types) if (type.kind === 'word') stems.add(stem(type.form, side.language))
  return stems
}

function firstPass(sides: Sides, found: readonly Link[], options: AlignOptions): Pass {
  const { source, target } = sides
  const links = weigh(found, source, target)
  const lengths = { ...startingLengths, ratio: wholeRatio(source.lengths, target.lengths) }
  const rows = source.segments.length
  const columns = target.segments.length
  const band = isSmall(rows, columns)
    ? wholeBand(rows, columns)
    : bandAlong(findAnchors(source, target, links), rows, columns)
  return { beads: search(problem(sides, links, lengths, band, [], options)), links, lengths }
}

/** Posterior from which a bead teaches. Low, since the flattened posteriors of hard texts are low. */
const leastBelieved = 0.2

/** Aligns again with what the pass before teaches: lengths, words, and how often each word finds its partner. */
function nextPass(
  texts: Pick<Bitext, 'source' | 'target'>,
  sides: Sides,
  found: readonly Link[],
  before: Pass,
  options: AlignOptions,
): Pass {
  const { source, target } = sides
  const believed = before.beads.filter(bead => isPaired(bead) && bead.posterior > leastBelieved)
  const lengths = measureLengths(
    believed.map(bead => [
      lettersIn(source, bead.sourceFrom, bead.sourceTo),
      lettersIn(target, bead.targetFrom, bead.targetTo),
    ]),
    before.lengths,
  )
  const document = documentLexicon(texts, believed, options)
  const observed = observe(source, target, before.links, believed)
  const links = weigh([...found, ...documentLinks(source, target, document)], source, target, observed)
  const rows = source.segments.length
  const columns = target.segments.length
  const band: Band = isSmall(rows, columns) ? wholeBand(rows, columns) : bandAlong(pathOf(before.beads), rows, columns)
  const settings = adaptPriors({ ...defaultSettings, ...options.settings }, before.beads)
  const likeness = options.encoded && measureLikeness(options.encoded, believed)
  const next = {
    ...problem(sides, links, lengths, band, believed, { ...options, settings }),
    ...(likeness && { likeness }),
  }
  return { beads: search(next), links, lengths }
}

function problem(
  sides: Sides,
  links: Problem['links'],
  lengths: LengthModel,
  band: Band,
  believed: readonly FoundBead[],
  options: AlignOptions,
): Problem {
  const { paragraphs, signal } = options
  return {
    ...sides,
    links,
    lengths,
    edges: edgeModel(sides.source.edges, sides.target.edges, believed),
    band,
    settings: { ...defaultSettings, ...options.settings },
    ...(paragraphs === undefined
      ? {}
      : {
          sourceParagraphs: flags(paragraphs.source, sides.source.segments.length),
          targetParagraphs: flags(paragraphs.target, sides.target.segments.length),
        }),
    ...(signal === undefined ? {} : { signal }),
  }
}

/** One flag a segment, and one behind the last. */
function flags(indices: readonly number[], count: number): Uint8Array {
  const marked = new Uint8Array(count + 1)
  for (const index of indices) marked[index] = 1
  return marked
}

function documentLexicon(
  { source, target }: Pick<Bitext, 'source' | 'target'>,
  believed: readonly FoundBead[],
  { sourceLanguage, targetLanguage }: AlignOptions,
): LearnedLexicon {
  const pairs = believed.map(
    bead =>
      [
        source.slice(bead.sourceFrom, bead.sourceTo).join(' '),
        target.slice(bead.targetFrom, bead.targetTo).join(' '),
      ] as const,
  )
  return learn(pairs, { sourceLanguage, targetLanguage, witness: 'self' })
}

function isPaired(bead: FoundBead): boolean {
  return bead.sourceTo > bead.sourceFrom && bead.targetTo > bead.targetFrom
}

function lettersIn(side: TokenizedSide, from: number, to: number): number {
  let sum = 0
  for (let i = from; i < to; i++) sum += side.lengths[i] ?? 0
  return sum
}

function pathOf(beads: readonly FoundBead[]): readonly Anchor[] {
  return beads.filter(isPaired).map(bead => ({ source: bead.sourceFrom, target: bead.targetFrom }))
}

function toBead(bead: FoundBead): Bead {
  return {
    source: { from: bead.sourceFrom, to: bead.sourceTo },
    target: { from: bead.targetFrom, to: bead.targetTo },
    confidence: calibrate(bead.posterior),
  }
}
