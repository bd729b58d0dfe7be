import { resolve } from 'node:path'
import { states } from '../model/index.ts'
import { escapeTerminal, toJson } from '../text/escape.ts'
import { editSegment } from '../workflow/edit.ts'
import type { Command } from './command.ts'
import { needed } from './options.ts'

/** States a person can confirm a target with. */
const confirmedStates = states.filter(state => state !== 'initial')

/** `tilmash edit`: sets and confirms the target of one segment. */
export const edit: Command = {
  name: 'edit',
  summary: 'command.edit',
  arguments: [{ name: 'FILE' }],
  options: [
    { name: 'unit', value: 'ID', summary: 'option.unit' },
    { name: 'segment', value: 'ID', summary: 'option.segment' },
    { name: 'target', value: 'TEXT', summary: 'option.target' },
    { name: 'expected-target', value: 'TEXT', summary: 'option.expected-target' },
    { name: 'state', value: 'STATE', choices: confirmedStates, summary: 'option.state' },
  ],
  formats: ['pretty', 'json'],
  run: async invocation => {
    const { arguments: words, option, folder, format, write } = invocation
    const [file = ''] = words
    const edited = editSegment(resolve(folder, file), file, {
      unit: needed(invocation, 'unit'),
      segment: option('segment'),
      target: option('target'),
      expectedTarget: option('expected-target'),
      state: confirmedStates.find(state => state === option('state')) ?? 'translated',
    })
    if (format === 'json') write(`${toJson(edited, 2)}\n`)
    else write(escapeTerminal(`${edited.source}\n→ ${edited.target}\n${edited.state}\n`))
    return 0
  },
}
