/** Many questions to memories: on a large memory by all cores, the answers in the order of the questions. */

import { type ThreadPool, threadCount, threadFile, threadPool } from '../io/threads.ts'
import type { Language, Match } from '../model/index.ts'
import type { Question, SharedStore } from './lookup-thread.ts'
import type { OpenedMemory } from './memory-files.ts'
import { lookupInMemories } from './memory-query.ts'

export type { Question } from './lookup-thread.ts'

/** Answers questions; to be closed. */
export interface Lookups {
  /** The best matches for each question, as `lookupInMemories` finds them. */
  ask(questions: readonly Question[]): Promise<readonly (readonly Match[])[]>
  close(): Promise<void>
}

export interface LookupsOptions {
  /** Threads to use where it is worth while; as many as there are cores (at most eight) when absent. */
  readonly threads?: number
  /** Least number of units in the memories; 100,000 when absent. */
  readonly leastUnits?: number
  /** Questions that are answered before threads are started; 500 when absent. */
  readonly leastQuestions?: number
}

/** Questions in one message to a thread: many enough to cost little, few enough to be spread evenly. */
const pieceSize = 32

/** Starting a thread and opening the index in it costs as much as some hundred questions to a million units. */
export function openLookups(memories: readonly OpenedMemory[], options: LookupsOptions = {}): Lookups {
  const { threads = threadCount(), leastUnits = 100_000, leastQuestions = 500 } = options
  let asked = 0
  let pool: Promise<ThreadPool<readonly Question[], readonly (readonly Match[])[]> | undefined> | undefined
  const start = async (language: Language) => {
    const stores = threads < 2 ? undefined : await sharedStores(memories, language, leastUnits)
    return stores === undefined
      ? undefined
      : threadPool<readonly Question[], readonly (readonly Match[])[]>(
          threadFile(import.meta.dirname, 'lookup-thread'),
          stores,
          threads,
        )
  }
  return {
    ask: async questions => {
      asked += questions.length
      const [first] = questions
      if (first !== undefined && asked >= leastQuestions) pool ??= start(first.options.sourceLanguage)
      const running = await pool
      if (running !== undefined) return (await Promise.all(pieces(questions).map(piece => running.run(piece)))).flat()
      const answers: (readonly Match[])[] = []
      for (const { query, options: asking } of questions) answers.push(await lookupInMemories(memories, query, asking))
      return answers
    },
    close: async () => {
      await (await pool)?.close()
    },
  }
}

/** Questions that wait for an answer at once, so that neither their number nor that of the answers fills the memory. */
const windowSize = 2048

/** Answers in the order of the questions; while they are taken the next ones are looked for. */
export async function* answers(
  lookups: Lookups,
  questions: readonly Question[],
): AsyncGenerator<readonly Match[], undefined> {
  const ask = (from: number) => {
    const asked = lookups.ask(questions.slice(from, from + windowSize))
    // Heard when it is awaited; until then a failure is no one's.
    asked.catch(() => undefined)
    return asked
  }
  let next = ask(0)
  for (let from = 0; from < questions.length; from += windowSize) {
    const now = await next
    next = ask(from + windowSize)
    yield* now
  }
  return undefined
}

function pieces(questions: readonly Question[]): readonly (readonly Question[])[] {
  return Array.from({ length: Math.ceil(questions.length / pieceSize) }, (_, i) =>
    questions.slice(i * pieceSize, (i + 1) * pieceSize),
  )
}

/** The stores as other threads open them; undefined when one is no store, or all together are small. */
async function sharedStores(
  memories: readonly OpenedMemory[],
  language: Language,
  leastUnits: number,
): Promise<readonly SharedStore[] | undefined> {
  let units = 0
  for (const { memory } of memories) units += await memory.count()
  if (units < leastUnits) return undefined
  const stores: SharedStore[] = []
  for (const { memory, file, priority } of memories) {
    if (memory.store === undefined) return undefined
    // What is missing of the index is made once, here.
    await memory.prepare(language)
    const { path, penalty } = memory.store
    stores.push({ path, penalty, file, priority, indexes: memory.store.indexes() })
  }
  return stores
}
