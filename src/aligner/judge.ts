/** The second decision: what is wrong with a bitext, each kind named and with a threshold of its own. */

import type { Bitext, Range } from '../model/index.ts'
import { type AlignOptions, evidenceOf } from './align.ts'
import { pairVotes } from './anchors.ts'
import { type PairScorer, pairScorer } from './pair-score.ts'

/**
 * missing: a source segment without translation. extra: a target segment without source. foreign: a source and a target
 * segment in one place that say different things. swapped: two neighbours changed places. moved: translated, but elsewhere;
 * `source` and `target` are where it stands. misaligned: a pair that the evidence speaks against, but not enough to part it.
 */
export type JudgementKind = 'missing' | 'extra' | 'foreign' | 'swapped' | 'moved' | 'misaligned'

export interface Judgement {
  readonly kind: JudgementKind
  readonly source: Range
  readonly target: Range
}

/** Votes of rare words (natural logs) that say two unpaired segments translate each other. Measured on development news. */
const movedVotes = 18
/** How much better crossed halves must be than straight ones, in score. */
const swappedGain = 4
/** A 1:1 pair below this score against chance, and below this confidence, is named. */
const misalignedScore = 0
const misalignedConfidence = 0.85

/** Judges an aligned bitext; findings in order of the source, then of the target. */
export function judge(
  bitext: Bitext,
  options: Pick<AlignOptions, 'sourceLanguage' | 'targetLanguage' | 'memory' | 'terms'>,
): readonly Judgement[] {
  const { sides, links } = evidenceOf(bitext.source, bitext.target, options)
  const scorer = pairScorer(sides.source, sides.target, links)
  const unpaired = unpairedOf(bitext)
  const moved = findMoved(unpaired, pairVotes(sides.source, sides.target, links), scorer)
  const judgements = [...moved, ...judgeRuns(unpaired.runs, moved), ...judgePairs(bitext, scorer)]
  return judgements.sort((a, b) => a.source.from - b.source.from || a.target.from - b.target.from)
}

/** A stretch of the bitext without pairs, between two pairs. */
interface Run {
  readonly source: number[]
  readonly target: number[]
  readonly sourceAt: number
  readonly targetAt: number
}

interface Unpaired {
  readonly runs: readonly Run[]
  readonly sources: ReadonlySet<number>
  readonly targets: ReadonlySet<number>
}

function unpairedOf({ beads }: Bitext): Unpaired {
  const runs: Run[] = []
  let run: Run | undefined
  for (const { source, target } of beads) {
    if (source.to > source.from && target.to > target.from) {
      run = undefined
      continue
    }
    if (run === undefined) {
      run = { source: [], target: [], sourceAt: source.from, targetAt: target.from }
      runs.push(run)
    }
    for (let i = source.from; i < source.to; i++) run.source.push(i)
    for (let j = target.from; j < target.to; j++) run.target.push(j)
  }
  return {
    runs,
    sources: new Set(runs.flatMap(each => each.source)),
    targets: new Set(runs.flatMap(each => each.target)),
  }
}

/** Unpaired segments that translate each other, strongest first, each once; neighbours in step go with them. */
function findMoved(
  { sources, targets }: Unpaired,
  votes: ReturnType<typeof pairVotes>,
  score: PairScorer,
): readonly Judgement[] {
  const candidates = votes
    .filter(each => each.votes >= movedVotes && sources.has(each.source) && targets.has(each.target))
    .sort((a, b) => b.votes - a.votes)
  const partner = new Map<number, number>()
  const taken = new Set<number>()
  for (const { source, target } of candidates) {
    if (partner.has(source) || taken.has(target)) continue
    partner.set(source, target)
    taken.add(target)
    for (const step of [-1, 1]) {
      for (let k = step; joins(source + k, target + k); k += step) {
        partner.set(source + k, target + k)
        taken.add(target + k)
      }
    }
  }
  function joins(source: number, target: number): boolean {
    if (!sources.has(source) || !targets.has(target) || partner.has(source) || taken.has(target)) return false
    return score(source, target) > 0
  }
  const moved: { kind: 'moved'; source: { from: number; to: number }; target: { from: number; to: number } }[] = []
  for (const source of [...partner.keys()].sort((a, b) => a - b)) {
    const target = partner.get(source) ?? 0
    const last = moved.at(-1)
    if (last !== undefined && last.source.to === source && last.target.to === target) {
      last.source.to++
      last.target.to++
    } else moved.push({ kind: 'moved', source: single(source), target: single(target) })
  }
  return moved
}

function single(index: number): { from: number; to: number } {
  return { from: index, to: index + 1 }
}

/** What is left in a run: sources and targets in one place are foreign to each other, the rest is missing or extra. */
function judgeRuns(runs: readonly Run[], moved: readonly Judgement[]): readonly Judgement[] {
  const isMoved = (side: 'source' | 'target', index: number): boolean =>
    moved.some(each => index >= each[side].from && index < each[side].to)
  return runs.flatMap(run => {
    const sources = run.source.filter(index => !isMoved('source', index))
    const targets = run.target.filter(index => !isMoved('target', index))
    const pairs = Math.min(sources.length, targets.length)
    const found: Judgement[] = []
    for (let k = 0; k < pairs; k++) {
      found.push({ kind: 'foreign', source: single(sources[k] ?? 0), target: single(targets[k] ?? 0) })
    }
    for (const index of sources.slice(pairs)) {
      found.push({ kind: 'missing', source: single(index), target: { from: run.targetAt, to: run.targetAt } })
    }
    for (const index of targets.slice(pairs)) {
      found.push({ kind: 'extra', source: { from: run.sourceAt, to: run.sourceAt }, target: single(index) })
    }
    return found
  })
}

function judgePairs({ beads }: Bitext, score: PairScorer): readonly Judgement[] {
  return beads.flatMap(({ source, target, confidence }): readonly Judgement[] => {
    const sources = source.to - source.from
    const targets = target.to - target.from
    if (sources === 2 && targets === 2) {
      const straight = score(source.from, target.from) + score(source.from + 1, target.from + 1)
      const crossed = score(source.from, target.from + 1) + score(source.from + 1, target.from)
      return crossed > straight + swappedGain ? [{ kind: 'swapped', source, target }] : []
    }
    if (sources !== 1 || targets !== 1 || confidence >= misalignedConfidence) return []
    return score(source.from, target.from) < misalignedScore ? [{ kind: 'misaligned', source, target }] : []
  })
}
