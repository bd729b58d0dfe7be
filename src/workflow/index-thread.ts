/**
 * The two threads that make an index of a large store; started by `build-index.ts`.
 *
 * ```
 * store ─ read, normalise ─► pages ─ number, sort ─► bytes of the index file
 * ```
 */

import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { sqliteEngine } from '../memory/engines/sqlite.ts'
import { type IndexOrigin, type IndexPage, indexPages, pageIndex } from '../memory/index-pages.ts'
import type { Language } from '../model/index.ts'

export interface IndexTask {
  readonly role: 'read' | 'order'
  readonly path: string
  readonly base: Language
  /** Languages whose bits are given. */
  readonly known: readonly Language[]
  /** From the reader to the other. */
  readonly port: MessagePort
  /** One cell: pages put in order so far. */
  readonly control: Int32Array
}

type Sent = { readonly page: IndexPage } | { readonly origin: IndexOrigin }

/** Pages on their way at most; guessed: enough that neither thread waits often. */
const mostPages = 64

// Proof: only `build-index.ts` starts this file, with a task.
const task = workerData as IndexTask
if (task.role === 'read') void read(task)
else order(task)

async function read({ path, base, known, port, control }: IndexTask): Promise<void> {
  const engine = sqliteEngine(path)
  const pages = indexPages(engine, base, known)
  for (let sent = 0; ; sent++) {
    const next = await pages.next()
    if (next.done === true) {
      port.postMessage({ origin: next.value } satisfies Sent)
      break
    }
    port.postMessage({ page: next.value } satisfies Sent, [next.value.numbers.buffer as ArrayBuffer])
    for (let taken = Atomics.load(control, 0); sent - taken >= mostPages; taken = Atomics.load(control, 0)) {
      Atomics.wait(control, 0, taken)
    }
  }
  await engine.close()
  port.close()
}

function order({ base, port, control }: IndexTask): void {
  const index = pageIndex(base)
  port.on('message', (sent: Sent) => {
    if ('page' in sent) {
      index.add(sent.page)
      Atomics.add(control, 0, 1)
      Atomics.notify(control, 0)
      return
    }
    const bytes = index.finish(sent.origin, length => new Uint8Array(new SharedArrayBuffer(length)))
    parentPort?.postMessage(bytes.buffer)
    port.close()
  })
}
