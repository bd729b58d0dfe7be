import { escapeTerminal, toJson } from '../text/escape.ts'
import { rulePage } from '../workflow/explain.ts'
import type { Command } from './command.ts'

/** `tilmash explain`: the page of a rule in the language of the user. */
export const explain: Command = {
  name: 'explain',
  summary: 'command.explain',
  arguments: [{ name: 'RULE' }],
  options: [],
  formats: ['pretty', 'json'],
  run: async ({ arguments: [rule = ''], messages, format, write }) => {
    const { description, page } = rulePage(rule, messages)
    write(format === 'json' ? `${toJson({ ...description, page }, 2)}\n` : escapeTerminal(page))
    return 0
  },
}
