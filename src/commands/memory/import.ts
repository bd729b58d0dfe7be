import { resolve } from 'node:path'
import { language } from '../../model/index.ts'
import { escapeLine, toJson } from '../../text/escape.ts'
import { importMemory } from '../../workflow/memory.ts'
import type { Command, Invocation } from '../command.ts'
import { progressLine } from '../progress.ts'
import { findingLine } from '../report.ts'
import { goalMemory, languageOptions, memoryOption } from './open.ts'

/** `tilmash memory import`: files into a memory, all at once or not at all. */
export const memoryImport: Command = {
  name: 'memory import',
  summary: 'command.memory-import',
  arguments: [{ name: 'FILE', isRepeatable: true }],
  options: [memoryOption, ...languageOptions],
  formats: ['pretty', 'json'],
  run: async invocation => {
    const { arguments: words, folder, format, messages, warn, write } = invocation
    const goal = goalMemory(invocation)
    const progress = progressLine(invocation)
    const { findings, isWritten, ...counts } = await importMemory(
      goal,
      words.map(file => ({ path: resolve(folder, file), file })),
      {
        ...languages(invocation),
        onProgress: (count, share) =>
          progress.showShare({ count, share }, () => messages.report('import.progress', { count })),
      },
    ).finally(() => progress.end())
    for (const finding of findings) {
      warn(findingLine(finding, messages))
    }
    if (format === 'json')
      write(`${toJson({ memory: goal.file, written: isWritten ? [goal.file] : [], ...counts }, 2)}\n`)
    else write(`${messages.report('import.done', { file: escapeLine(goal.file), ...counts })}\n`)
    return 0
  },
}

function languages({
  option,
}: Invocation): Pick<NonNullable<Parameters<typeof importMemory>[2]>, 'sourceLanguage' | 'targetLanguage'> {
  const source = option('source-language')
  const target = option('target-language')
  return {
    ...(source !== undefined && { sourceLanguage: language(source) }),
    ...(target !== undefined && { targetLanguage: language(target) }),
  }
}
