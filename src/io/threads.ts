/** Threads that answer questions: each question goes to the thread that has the least to do. */

import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { parentPort, Worker, workerData } from 'node:worker_threads'
import { Failure, type MessageData, type Place } from '../model/index.ts'

/** Threads that run one file; the process does not end before they are closed. */
export interface ThreadPool<Input, Output> {
  /** @throws what the work has thrown: a Failure as it was, anything else as an Error with its message. */
  run(input: Input): Promise<Output>
  close(): Promise<void>
}

/** More threads than this wait for memory rather than for each other; guessed. */
const mostThreads = 8

/** As many threads as are worth while on this machine. */
export function threadCount(): number {
  return Math.min(mostThreads, availableParallelism())
}

/** The file of a thread by its name: beside the bundle when built, beside its starter's source (in `folder`) otherwise. */
export function threadFile(folder: string, name: string): string {
  const built = join(folder, `${name}.cjs`)
  return existsSync(built) ? built : join(folder, `${name}.ts`)
}

interface Question {
  readonly number: number
  readonly input: unknown
}

type Answer =
  | { readonly kind: 'output'; readonly number: number; readonly output: unknown }
  | {
      readonly kind: 'failure'
      readonly number: number
      readonly code: string
      readonly data: MessageData
      readonly place: Place | undefined
    }
  | { readonly kind: 'error'; readonly number: number; readonly message: string }

interface Waiting {
  resolve(output: unknown): void
  reject(error: unknown): void
}

interface Thread {
  readonly worker: Worker
  readonly waiting: Map<number, Waiting>
  /** Why it answers no more. */
  end: unknown
}

/**
 * Starts `count` threads that run `file` (which calls {@link serve}) with `data`. Input and output are copied as structured
 * clones; shared buffers are shared.
 */
export function threadPool<Input, Output>(file: string, data: unknown, count: number): ThreadPool<Input, Output> {
  const threads = Array.from({ length: count }, () => startThread(file, data))
  let number = 0
  return {
    run: input => {
      // One that has ended waits for nothing: it is asked only when there is no other.
      const thread = threads.reduce((least, each) => (load(each) < load(least) ? each : least))
      return new Promise<Output>((resolve, reject) => {
        if (thread.end !== undefined) throw thread.end
        number++
        // Proof: `serve` in the other thread answers with what the work for this input returns.
        thread.waiting.set(number, { resolve: output => resolve(output as Output), reject })
        thread.worker.postMessage({ number, input } satisfies Question)
      })
    },
    close: async () => {
      await Promise.all(threads.map(({ worker }) => worker.terminate()))
    },
  }
}

function load({ waiting, end }: Thread): number {
  return end === undefined ? waiting.size : Number.POSITIVE_INFINITY
}

function startThread(file: string, data: unknown): Thread {
  // The thread needs nothing of how we were started.
  const worker = new Worker(file, { workerData: data, execArgv: [] })
  const waiting = new Map<number, Waiting>()
  const thread: Thread = { worker, waiting, end: undefined }
  const giveUp = (error: unknown): void => {
    thread.end ??= error
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.on('message', (answer: Answer) => {
    const asked = waiting.get(answer.number)
    waiting.delete(answer.number)
    if (answer.kind === 'output') asked?.resolve(answer.output)
    else asked?.reject(errorOf(answer))
  })
  worker.on('error', giveUp)
  worker.on('exit', code => giveUp(new Error(`a thread has ended with code ${code}`)))
  return thread
}

function errorOf(answer: Exclude<Answer, { kind: 'output' }>): Error {
  if (answer.kind === 'error') return new Error(answer.message)
  const { code, data, place } = answer
  return new Failure(code, { data, ...(place !== undefined && { place }) })
}

/** Inside a thread: answers every question by `work`, one after the other. */
export function serve<Data, Input, Output>(start: (data: Data) => (input: Input) => Promise<Output>): void {
  const port = parentPort
  if (port === null) throw new RangeError('not in a thread')
  // Proof: this file is started by `threadPool` with the data and the inputs of its kind.
  const work = start(workerData as Data)
  let queue: Promise<unknown> = Promise.resolve()
  port.on('message', ({ number, input }: Question) => {
    // Proof: as above.
    queue = queue.then(async () => port.postMessage(await answerTo(number, () => work(input as Input))))
  })
}

async function answerTo(number: number, work: () => Promise<unknown>): Promise<Answer> {
  try {
    return { kind: 'output', number, output: await work() }
  } catch (error) {
    if (error instanceof Failure) {
      return { kind: 'failure', number, code: error.code, data: error.data, place: error.place }
    }
    return { kind: 'error', number, message: error instanceof Error ? error.message : String(error) }
  }
}
