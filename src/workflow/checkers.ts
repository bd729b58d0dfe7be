/**
 * Checks of large documents by all cores. What is said of pairs one by one is shared out in stretches, among threads and
 * this one; what concerns the document as a whole stays here. Results and their order are those of `checkDocument`.
 */

import { availableParallelism } from 'node:os'
import type { Pair } from '../checks/pair.ts'
import { type ThreadPool, threadFile, threadPool } from '../io/threads.ts'
import { activeChecks } from './active-checks.ts'
import { type CheckResult, checkDocument, resultOf, withoutPairs } from './check-document.ts'
import type { CheckOptions } from './check-options.ts'
import type { StretchTask } from './check-thread.ts'
import type { Stretch } from './collect-flaws.ts'
import type { ReadDocument } from './findings.ts'
import { pairLooker, type Seen } from './look-at-pairs.ts'
import { type FiledUnit, filedUnits, PairList, pairSetting } from './pairs.ts'

/** Threads at work; to be closed. */
export interface Checkers {
  check(reading: ReadDocument, file: string): Promise<CheckResult>
  close(): Promise<void>
}

/** More threads than this wait for memory rather than for each other; guessed. */
const mostThreads = 4

/** Pairs in a stretch: many enough to cost little on the way, few enough to be spread evenly. */
const stretchLength = 256

/** Stretches that wait at each thread, so that none is idle while this one is at work. */
const mostWaiting = 3

/** How the work is shared out. */
export interface CrewOptions {
  /** With this one; those of the machine, at most four, when absent. With one, all is done here. */
  readonly threads?: number
  /** The file that the others run. */
  readonly file?: string
}

/**
 * Each thread loads the lexicon and makes the rules fast for itself, which takes it as much processor time as checking some
 * 15,000 units (4 MB of XLIFF). On two cores, where V8 compiles on the second anyway, a thread pays from some 70,000 units.
 */
export function areThreadsWorth(bytes: number): boolean {
  return bytes >= (availableParallelism() > 2 ? 4_000_000 : 20_000_000)
}

/**
 * Starts threads; see {@link areThreadsWorth}. What cannot be given to a thread (a learned lexicon,
 * functions in the options of a rule) is checked by this one alone, and so is what is left when a thread dies.
 */
export function openCheckers(options: Omit<CheckOptions, 'file'>, how: CrewOptions = {}): Checkers {
  const { threads = Math.min(mostThreads, availableParallelism()) } = how
  const crew = threads < 2 || options.lexicon !== undefined ? undefined : crewFor(options, threads - 1, how.file)
  if (crew === undefined)
    return {
      check: async (reading, file) => checkDocument(reading, { ...options, file }),
      close: async () => undefined,
    }
  return { check: (reading, file) => checkWith(crew, reading, { ...options, file }), close: () => crew.close() }
}

/** Undefined when the options cannot be copied to a thread. */
function crewFor(options: Omit<CheckOptions, 'file'>, threads: number, file?: string): Crew | undefined {
  try {
    return new Crew(options, threads, file ?? threadFile(import.meta.dirname, 'check-thread'))
  } catch (error) {
    if (error instanceof DOMException && error.name === 'DataCloneError') return undefined
    throw error
  }
}

/** The other threads, and how much they have to do. */
class Crew {
  readonly #pool: ThreadPool<string, Seen>
  readonly #most: number
  #waiting = 0

  constructor(options: Omit<CheckOptions, 'file'>, threads: number, file: string) {
    const { preset, rules, only, skip, terms, isProject } = options
    // What only this thread needs (ignores, baseline, vocabulary) stays here.
    const shared = { file: '', preset, rules, only, skip, terms, isProject }
    this.#pool = threadPool(file, shared, threads)
    this.#most = threads * mostWaiting
  }

  get hasRoom(): boolean {
    return this.#waiting < this.#most
  }

  /** Undefined when the threads cannot do it: one has died, or a rule has failed. */
  async look(task: StretchTask): Promise<Seen | undefined> {
    this.#waiting++
    try {
      return await this.#pool.run(JSON.stringify(task))
    } catch {
      return undefined
    } finally {
      this.#waiting--
    }
  }

  close(): Promise<void> {
    return this.#pool.close()
  }
}

/** Units in a row with their pairs. */
interface Piece {
  readonly from: number
  readonly units: FiledUnit[]
  readonly pairs: Pair[]
}

async function checkWith(crew: Crew, reading: ReadDocument, options: CheckOptions): Promise<CheckResult> {
  const { sourceLanguage: source, targetLanguage: target } = reading.document
  if (target === undefined) return withoutPairs(reading)
  const languages = { source, target }
  const list = new PairList(pairSetting(languages))
  const active = activeChecks(options)
  const lookHere = pairLooker(active, options)
  const stretches: Promise<Stretch>[] = []
  const waiting: Piece[] = []
  let piece: Piece = { from: 0, units: [], pairs: [] }
  for (const filed of filedUnits(reading.document)) {
    const own = list.add(filed)
    if (own.length === 0) continue
    piece.units.push(filed)
    for (const pair of own) piece.pairs.push(pair)
    if (piece.pairs.length < stretchLength) continue
    waiting.push(piece)
    piece = { from: list.pairs.length, units: [], pairs: [] }
    // The others begin while this thread still reads.
    if (crew.hasRoom) giveAway(waiting.shift())
  }
  waiting.push(piece)
  while (waiting.length > 0) {
    while (crew.hasRoom && waiting.length > 0) giveAway(waiting.shift())
    const own = waiting.shift()
    if (own !== undefined) stretches.push(Promise.resolve({ from: own.from, seen: lookHere(own.pairs) }))
    await answersHeard()
  }
  const seen = (await Promise.all(stretches)).sort((a, b) => a.from - b.from)
  return resultOf({ reading, options, active, list, stretches: seen })

  function giveAway(one: Piece | undefined): void {
    if (one === undefined) return
    const { from, units: filed, pairs: own } = one
    const stretch = crew.look({ languages, units: filed }).then(seen => ({ from, seen: seen ?? lookHere(own) }))
    // Heard when all are awaited; until then a failure is no one's.
    stretch.catch(() => undefined)
    stretches.push(stretch)
  }
}

/** A turn of the event loop, in which answers of threads arrive. */
function answersHeard(): Promise<void> {
  return new Promise(resolve => {
    setImmediate(resolve)
  })
}
