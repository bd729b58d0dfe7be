import { toJson } from '../text/escape.ts'
import { initProject } from '../workflow/init.ts'
import type { Command } from './command.ts'

/** `tilmash init`: a commented config and the folders of a project. */
export const init: Command = {
  name: 'init',
  summary: 'command.init',
  arguments: [],
  options: [],
  formats: ['pretty', 'json'],
  run: async ({ folder, format, messages, write }) => {
    const result = initProject(folder, {
      head: messages.cli('init.head'),
      languages: messages.cli('init.languages'),
      documents: messages.cli('init.documents'),
      memories: messages.cli('init.memories'),
      terms: messages.cli('init.terms'),
      checks: messages.cli('init.checks'),
    })
    if (format === 'json') {
      write(`${toJson(result, 2)}\n`)
      return 0
    }
    for (const file of result.written) write(`${messages.cli('init.written', { file })}\n`)
    for (const file of result.kept) write(`${messages.cli('init.kept', { file })}\n`)
    write(`${messages.cli('init.next')}\n`)
    return 0
  },
}
