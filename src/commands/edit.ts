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
    { name: 'locked', value: 'YESNO', choices: ['yes', 'no'], summary: 'option.locked' },
  ],
  formats: ['pretty', 'json'],
  run: async invocation => {
    const { arguments: words, option, folder, format, write } = invocation
    const [file = ''] = words
    const [locked, target] = [option('locked'), option('target')]
    const state = confirmedStates.find(state => state === option('state'))
    const isLockOnly = locked !== undefined && target === undefined && state === undefined
    const edited = editSegment(resolve(folder, file), file, {
      unit: needed(invocation, 'unit'),
      segment: option('segment'),
      target,
      expectedTarget: option('expected-target'),
      ...(isLockOnly ? {} : { state: state ?? 'translated' }),
      ...(locked !== undefined && { isLocked: locked === 'yes' }),
    })
    if (format === 'json') write(`${toJson(edited, 2)}\n`)
    else write(escapeTerminal(`${edited.source}\n→ ${edited.target}\n${edited.state}\n`))
    return 0
  },
}
