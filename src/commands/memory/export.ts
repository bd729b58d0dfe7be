import { resolve } from 'node:path'
import { replaceFile } from '../../io/index.ts'
import { language } from '../../model/index.ts'
import { toJson } from '../../text/escape.ts'
import { exportMemory, openMemoryFile } from '../../workflow/memory.ts'
import type { Command } from '../command.ts'
import { progressLine } from '../progress.ts'
import { goalMemory, memoryOption } from './open.ts'

/** `tilmash memory export`: a memory as sorted TMX. */
export const memoryExport: Command = {
  name: 'memory export',
  summary: 'command.memory-export',
  arguments: [],
  options: [
    memoryOption,
    { name: 'source-language', value: 'LANGUAGE', summary: 'option.source-language' },
    { name: 'output', short: 'o', value: 'FILE', summary: 'option.output' },
  ],
  formats: ['pretty', 'json'],
  run: async invocation => {
    const { folder, option, format, messages, tell, write } = invocation
    const goal = goalMemory(invocation)
    const memory = await openMemoryFile(goal.path, { file: goal.file })
    try {
      const tag = option('source-language')
      const progress = progressLine(invocation)
      const bytes = await exportMemory(memory, tag === undefined ? '*all*' : language(tag), (count, share) =>
        progress.showShare({ count, share }, () => messages.report('export.progress', { count })),
      ).finally(() => progress.end())
      const output = option('output')
      if (output === undefined) write(new TextDecoder().decode(bytes))
      else {
        replaceFile(resolve(folder, output), bytes)
        if (format === 'json') write(`${toJson({ memory: goal.file, units: await memory.count(), output }, 2)}\n`)
        else tell(`${messages.report('sync.written', { files: output })}\n`)
      }
    } finally {
      await memory.close()
    }
    return 0
  },
}
