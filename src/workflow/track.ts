/** Finds the sentences (or paragraphs) of an old version again in the new one. */

import type { Range } from '../model/index.ts'
import { likeness, type Profile, profile } from '../text/profile.ts'

/** What became of a run of old texts. `kept`: the same to the letter; `moved`: so too, elsewhere in order. */
export interface Step {
  readonly kind: 'kept' | 'moved' | 'changed' | 'split' | 'merged' | 'removed' | 'added'
  readonly old: Range
  readonly now: Range
}

export interface TrackOptions {
  /** Longest run that one old text may be cut into, or that may be joined into one. 1: no splits and merges. */
  readonly longestRun: number
  /** Text of a run of new texts as it stands in the file; undefined when the run may not be one text. */
  join(now: Range): string | undefined
  /** Text of a run of old texts; undefined when it may not be one. */
  joinOld(old: Range): string | undefined
}

/** Below this likeness two texts are not versions of each other. Guessed; a rewritten clause keeps about half of a sentence. */
const leastLikeness = 0.35
/** A split or merge must be this much better than a change, so that equal costs mean a change. */
const runPenalty = 0.02
/** Cells of one table; beyond it texts between two anchors are only compared for equality. */
const mostCells = 4_000_000

/**
 * Steps that cover both lists once. In the order of the new list; what was removed stands where it was.
 *
 * Anchors are texts that are unique in both lists and rise in both (longest increasing chain, as in patience diff);
 * between two anchors a least-cost path over keep, change, split, merge, add, remove:
 *
 *            now →
 *      old   ·──added──·
 *       ↓    │ ╲ changed / kept
 *         removed   ·
 */
export function track(old: readonly string[], now: readonly string[], options: TrackOptions): readonly Step[] {
  const steps: Step[] = []
  let i = 0
  let j = 0
  for (const [anchorOld, anchorNow] of [...anchors(old, now), [old.length, now.length] as const]) {
    for (const one of path(old, now, { from: i, to: anchorOld }, { from: j, to: anchorNow }, options)) steps.push(one)
    if (anchorOld < old.length) steps.push(step('kept', anchorOld, anchorOld + 1, anchorNow, anchorNow + 1))
    i = anchorOld + 1
    j = anchorNow + 1
  }
  return joinMoved(steps, old, now)
}

function step(kind: Step['kind'], oldFrom: number, oldTo: number, nowFrom: number, nowTo: number): Step {
  return { kind, old: { from: oldFrom, to: oldTo }, now: { from: nowFrom, to: nowTo } }
}

/** Pairs of indices of equal texts, unique on both sides, rising on both. */
function anchors(old: readonly string[], now: readonly string[]): readonly (readonly [number, number])[] {
  const oldOnce = onceOnly(old)
  const pairs: [number, number][] = []
  for (const [text, j] of onceOnly(now)) {
    const i = oldOnce.get(text)
    if (i !== undefined) pairs.push([i, j])
  }
  return longestRising(pairs)
}

function onceOnly(texts: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  const repeated = new Set<string>()
  for (const [index, text] of texts.entries()) {
    if (places.has(text)) repeated.add(text)
    else places.set(text, index)
  }
  for (const text of repeated) places.delete(text)
  return places
}

/** Longest chain rising in the first member; the second rises already. Patience sorting, O(n log n). */
function longestRising(pairs: readonly [number, number][]): readonly (readonly [number, number])[] {
  const tails: number[] = []
  const before = new Int32Array(pairs.length).fill(-1)
  for (const [index, [i]] of pairs.entries()) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[tails[middle] ?? 0]?.[0] ?? 0) < i) low = middle + 1
      else high = middle
    }
    before[index] = low === 0 ? -1 : (tails[low - 1] ?? -1)
    tails[low] = index
  }
  const chain: (readonly [number, number])[] = []
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const pair = pairs[index]
    if (pair !== undefined) chain.push(pair)
  }
  return chain.reverse()
}

interface Move {
  readonly kind: Step['kind']
  readonly rows: number
  readonly columns: number
}

/** The cheapest way through one gap between anchors. */
function path(
  old: readonly string[],
  now: readonly string[],
  rows: Range,
  columns: Range,
  options: TrackOptions,
): Step[] {
  const n = rows.to - rows.from
  const m = columns.to - columns.from
  if (n === 0 || m === 0 || (n + 1) * (m + 1) > mostCells) return onlyAddedAndRemoved(rows, columns)
  const moves = possibleMoves(options.longestRun)
  const width = m + 1
  const cost = new Float64Array((n + 1) * width).fill(Number.POSITIVE_INFINITY)
  const taken = new Uint8Array((n + 1) * width)
  const price = priceList(old, now, rows, columns, options)
  cost[0] = 0
  for (let i = 0; i <= n; i++) {
    for (let j = 0; j <= m; j++) {
      const here = cost[i * width + j] ?? 0
      for (const [index, move] of moves.entries()) {
        if (i + move.rows > n || j + move.columns > m) continue
        const cell = (i + move.rows) * width + j + move.columns
        const total = here + price(move, i, j)
        if (total < (cost[cell] ?? 0)) {
          cost[cell] = total
          taken[cell] = index
        }
      }
    }
  }
  return walkBack(moves, taken, width, n, m).map(({ move, i, j }) => {
    const oldFrom = rows.from + i
    const nowFrom = columns.from + j
    const isKept = move.rows * move.columns > 0 && price(move, i, j) === 0
    return step(isKept ? 'kept' : move.kind, oldFrom, oldFrom + move.rows, nowFrom, nowFrom + move.columns)
  })
}

function onlyAddedAndRemoved(rows: Range, columns: Range): Step[] {
  const steps: Step[] = []
  for (let i = rows.from; i < rows.to; i++) steps.push(step('removed', i, i + 1, columns.from, columns.from))
  for (let j = columns.from; j < columns.to; j++) steps.push(step('added', rows.to, rows.to, j, j + 1))
  return steps
}

function possibleMoves(longestRun: number): readonly Move[] {
  const moves: Move[] = [
    { kind: 'changed', rows: 1, columns: 1 },
    { kind: 'removed', rows: 1, columns: 0 },
    { kind: 'added', rows: 0, columns: 1 },
  ]
  for (let run = 2; run <= longestRun; run++) {
    moves.push({ kind: 'split', rows: 1, columns: run }, { kind: 'merged', rows: run, columns: 1 })
  }
  return moves
}

/** Cost of a move: characters lost or new; 0 when the text is the same to the letter. */
function priceList(
  old: readonly string[],
  now: readonly string[],
  rows: Range,
  columns: Range,
  options: TrackOptions,
): (move: Move, i: number, j: number) => number {
  const oldTexts = textsOf(rows, old, range => options.joinOld(range))
  const nowTexts = textsOf(columns, now, range => options.join(range))
  return (move, i, j) => {
    if (move.columns === 0) return old[rows.from + i]?.length ?? 0
    if (move.rows === 0) return now[columns.from + j]?.length ?? 0
    const a = oldTexts(i, move.rows)
    const b = nowTexts(j, move.columns)
    if (a === undefined || b === undefined) return Number.POSITIVE_INFINITY
    if (a.text === b.text) return 0
    const shared = likeness(a.profile, b.profile)
    if (shared <= leastLikeness) return Number.POSITIVE_INFINITY
    const penalty = move.rows + move.columns > 2 ? runPenalty : 0
    return (a.text.length + b.text.length) * ((1 - shared) / (1 - leastLikeness) + penalty) + 1e-9
  }
}

interface Profiled {
  readonly text: string
  readonly profile: Profile
}

/** Texts of runs with their profiles, each made once. */
function textsOf(
  range: Range,
  texts: readonly string[],
  join: (range: Range) => string | undefined,
): (index: number, length: number) => Profiled | undefined {
  const cache = new Map<number, Profiled | undefined>()
  return (index, length) => {
    const key = index * 16 + length
    if (!cache.has(key)) {
      const from = range.from + index
      const text = length === 1 ? texts[from] : join({ from, to: from + length })
      cache.set(key, text === undefined ? undefined : { text, profile: profile(text) })
    }
    return cache.get(key)
  }
}

function walkBack(
  moves: readonly Move[],
  taken: Uint8Array,
  width: number,
  n: number,
  m: number,
): { move: Move; i: number; j: number }[] {
  const way: { move: Move; i: number; j: number }[] = []
  let i = n
  let j = m
  while (i > 0 || j > 0) {
    const move = moves[taken[i * width + j] ?? 0]
    if (move === undefined) break
    i -= move.rows
    j -= move.columns
    way.push({ move, i, j })
  }
  return way.reverse()
}

/** A removed text that was added to the letter elsewhere has moved. */
function joinMoved(steps: readonly Step[], old: readonly string[], now: readonly string[]): readonly Step[] {
  const removed = new Map<string, Step[]>()
  for (const each of steps) {
    if (each.kind !== 'removed') continue
    const text = old[each.old.from] ?? ''
    removed.set(text, [...(removed.get(text) ?? []), each])
  }
  if (removed.size === 0) return steps
  const gone = new Set<Step>()
  const moved = steps.map(each => {
    if (each.kind !== 'added') return each
    const origin = removed.get(now[each.now.from] ?? '')?.shift()
    if (origin === undefined) return each
    gone.add(origin)
    return { kind: 'moved', old: origin.old, now: each.now } as const
  })
  return moved.filter(each => !gone.has(each))
}
