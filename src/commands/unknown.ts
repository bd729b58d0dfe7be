/** What to say of a command that does not exist. */

import { Failure } from '../model/index.ts'
import { nearest } from '../text/nearest.ts'
import { commands } from './index.ts'

export function unknownCommand(words: readonly string[]): Failure {
  const names = Object.keys(commands)
  const command = words[0] === 'memory' ? words.slice(0, 2).join(' ') : (words[0] ?? '')
  const guess = nearest(command, names)
  return guess === undefined
    ? new Failure('usage.unknown-command', { data: { command, commands: names.join(', ') } })
    : new Failure('usage.unknown-command-guess', { data: { command, guess } })
}
