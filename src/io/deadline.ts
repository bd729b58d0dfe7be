/** Work that may never end, done in a thread of its own that is ended when a deadline passes. */

import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads'

/** Thrown when the deadline has passed. `step` is the last step the work has told of, −1 before the first. */
export class DeadlinePassed extends Error {
  readonly step: number

  constructor(step: number) {
    super('deadline passed')
    this.name = 'DeadlinePassed'
    this.step = step
  }
}

/** A thread that answers one question at a time. */
export interface DeadlineWorker<Input, Output> {
  /**
   * Waits for the answer without giving way to anything else. After a passed deadline the next question starts a new thread.
   * @throws DeadlinePassed; an Error with the message of what the work has thrown.
   */
  run(input: Input): Output
  /** Ends the thread; the process ends without that too. */
  close(): void
}

/**
 * `source` is the JavaScript text of a function `(input, onStep) => output`, run in the other thread; it must not use
 * anything from outside itself. Input and output are copied as structured clones. `deadlineMs` is what one step may take (the whole question, when the work tells of no steps); starting the thread does
 * not count.
 */
export function startDeadlineWorker<Input, Output>(source: string, deadlineMs: number): DeadlineWorker<Input, Output> {
  let thread: Thread | undefined
  const close = (): void => {
    thread?.end()
    thread = undefined
  }
  return {
    run(input) {
      thread ??= startThread(source)
      const answer = ask(thread, input, deadlineMs)
      if (answer === undefined) {
        const step = Atomics.load(thread.control, stepCell)
        close()
        throw new DeadlinePassed(step)
      }
      if (answer.error !== undefined) throw new Error(answer.error)
      // Proof: the thread has sent what the function returned, and a structured clone keeps its type.
      return answer.output as Output
    },
    close,
  }
}

interface Thread {
  readonly port: MessagePort
  /** Cell 0: answers given so far; cell 1: the step told last. */
  readonly control: Int32Array
  end(): void
}

interface Answer {
  readonly output?: unknown
  readonly error?: string
}

const answersCell = 0
const stepCell = 1
/** A thread that is not there after this long will never be. */
const startMs = 30_000

/** Plain JavaScript, since the other thread gets it as text; `source` is our own function's text, never data. */
const threadCode = `
const { workerData } = require('node:worker_threads')
const { port, control, source } = workerData
const work = (0, eval)('(' + source + ')')
const answered = answer => {
  port.postMessage(answer)
  Atomics.add(control, 0, 1)
  Atomics.notify(control, 0)
}
port.on('message', input => {
  let answer
  try {
    answer = { output: work(input, step => Atomics.store(control, 1, step)) }
  } catch (error) {
    answer = { error: String(error && error.message) }
  }
  answered(answer)
})
answered({})
`

function startThread(source: string): Thread {
  const control = new Int32Array(new SharedArrayBuffer(8))
  const { port1, port2 } = new MessageChannel()
  const worker = new Worker(threadCode, {
    eval: true,
    workerData: { port: port2, control, source },
    transferList: [port2],
    // The thread needs nothing of how we were started.
    execArgv: [],
    env: {},
  })
  worker.unref()
  port1.unref()
  const thread: Thread = {
    port: port1,
    control,
    end: () => {
      port1.close()
      void worker.terminate()
    },
  }
  if (Atomics.wait(control, answersCell, 0, startMs) === 'timed-out') {
    thread.end()
    throw new DeadlinePassed(-1)
  }
  receiveMessageOnPort(port1)
  return thread
}

function ask(thread: Thread, input: unknown, deadlineMs: number): Answer | undefined {
  const { port, control } = thread
  const before = Atomics.load(control, answersCell)
  Atomics.store(control, stepCell, -1)
  port.postMessage(input)
  for (let seen = -1; Atomics.wait(control, answersCell, before, deadlineMs) === 'timed-out'; ) {
    const step = Atomics.load(control, stepCell)
    if (step === seen) return undefined
    seen = step
  }
  // Proof: only our own thread code writes to this port, and it writes answers.
  return receiveMessageOnPort(port)?.message as Answer | undefined
}
