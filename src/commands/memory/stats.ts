import { escapeLine, toJson } from '../../text/escape.ts'
import { type MemoryStats, memoryStats } from '../../workflow/memory.ts'
import type { Command, Invocation } from '../command.ts'
import { table } from '../status.ts'
import { closeMemories, memoryOption, openMemories } from './open.ts'

/** `tilmash memory stats`: what the memories hold. */
export const memoryStatistics: Command = {
  name: 'memory stats',
  summary: 'command.memory-stats',
  arguments: [],
  options: [memoryOption],
  formats: ['pretty', 'json'],
  run: async invocation => {
    const opened = await openMemories(invocation)
    try {
      const memories: MemoryStats[] = []
      for (const each of opened.memories) memories.push(await memoryStats(each))
      invocation.write(invocation.format === 'json' ? `${toJson({ memories }, 2)}\n` : statsTable(memories, invocation))
    } finally {
      await closeMemories(opened)
    }
    return 0
  },
}

function statsTable(memories: readonly MemoryStats[], { messages }: Invocation): string {
  const head = (['file', 'language', 'units', 'words', 'context'] as const).map(name =>
    messages.report(`stats.${name}`),
  )
  const rows = memories.flatMap(({ file, languages, withContext }) =>
    languages.map(({ language, variants, words }) => [
      escapeLine(file),
      language,
      String(variants),
      String(words),
      String(withContext),
    ]),
  )
  return table([head, ...rows])
}
