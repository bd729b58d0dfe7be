/** A thread that looks queries up in stores; started by `lookup-many.ts`. */

import { serve } from '../io/threads.ts'
import { sqliteEngine } from '../memory/engines/sqlite.ts'
import { type LookupOptions, openMemory } from '../memory/index.ts'
import type { Content, Match } from '../model/index.ts'
import type { OpenedMemory } from './memory-files.ts'
import { lookupInMemories } from './memory-query.ts'

/** A question to the memories. */
export interface Question {
  readonly query: Content | string
  readonly options: LookupOptions
}

/** A store as another thread opens it again. */
export interface SharedStore {
  readonly path: string
  readonly file: string
  readonly penalty: number
  readonly priority: number
  /** The saved indexes by base language, shared by all threads. */
  readonly indexes: ReadonlyMap<string, SharedArrayBuffer>
}

serve((stores: readonly SharedStore[]) => {
  const opened = Promise.all(stores.map(openStore))
  return async (questions: readonly Question[]): Promise<readonly (readonly Match[])[]> => {
    const memories = await opened
    const answers: (readonly Match[])[] = []
    for (const { query, options } of questions) answers.push(await lookupInMemories(memories, query, options))
    return answers
  }
})

async function openStore({ path, file, penalty, priority, indexes }: SharedStore): Promise<OpenedMemory> {
  const read = (language: string): Uint8Array | undefined => {
    const shared = indexes.get(language)
    return shared === undefined ? undefined : new Uint8Array(shared)
  }
  const indexFiles = { read, write: () => undefined }
  return { memory: await openMemory({ engine: sqliteEngine(path, file), penalty, indexFiles }), file, priority }
}
