/** The index of a large store, made by two threads while this one is free. */

import { MessageChannel, Worker } from 'node:worker_threads'
import { threadCount, threadFile } from '../io/threads.ts'
import type { Language } from '../model/index.ts'
import type { IndexTask } from './index-thread.ts'

/** The bytes of the index file; undefined where threads cannot do it, or there is but one core. */
export async function buildIndex(
  path: string,
  base: Language,
  known: readonly Language[],
): Promise<SharedArrayBuffer | undefined> {
  if (threadCount() < 2) return undefined
  const { port1, port2 } = new MessageChannel()
  const control = new Int32Array(new SharedArrayBuffer(4))
  const start = (role: IndexTask['role'], port: IndexTask['port']): Worker =>
    new Worker(threadFile(import.meta.dirname, 'index-thread'), {
      workerData: { role, path, base, known, port, control } satisfies IndexTask,
      transferList: [port],
      // The thread needs nothing of how we were started.
      execArgv: [],
    })
  const reader = start('read', port1)
  const orderer = start('order', port2)
  try {
    return await new Promise<SharedArrayBuffer | undefined>(resolve => {
      orderer.once('message', (bytes: SharedArrayBuffer) => resolve(bytes))
      // Whoever asked makes the index himself then, and meets the same failure where it has a place.
      for (const worker of [reader, orderer]) worker.once('error', () => resolve(undefined))
      orderer.once('exit', () => resolve(undefined))
    })
  } finally {
    await Promise.all([reader.terminate(), orderer.terminate()])
  }
}
