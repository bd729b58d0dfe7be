/** The help pages, in the UI language. */

import type { CliKey, Messages } from '../messages/index.ts'
import type { Command, OptionShape } from './command.ts'
import { type CommandName, commands } from './index.ts'
import { commonOptions } from './parse.ts'

/** `tilmash --help`: all commands, a line each. No command is loaded for it. */
export function overview(messages: Messages): string {
  // Proof: the keys of the registry are its names.
  const names = Object.keys(commands) as CommandName[]
  const rows = names.map(name => [name, messages.cli(summaryKey(name))] as const)
  return [
    messages.cli('help.what'),
    '',
    `${messages.cli('help.usage')} tilmash ${messages.cli('help.command-placeholder')}`,
    '',
    messages.cli('help.commands'),
    ...columns(rows),
    '',
    messages.cli('help.options'),
    ...columns([...commonOptions, versionOption].map(option => optionRow(option, messages))),
    '',
    messages.cli('help.more'),
    '',
  ].join('\n')
}

/** `memory lookup` is summed up under `command.memory-lookup`. */
function summaryKey(name: CommandName): CliKey {
  // Proof: a test asks for the summary of every command.
  return `command.${name.replace(' ', '-')}` as CliKey
}

const versionOption: OptionShape = { name: 'version', summary: 'option.version' }

/** `tilmash COMMAND --help`. */
export function commandHelp(command: Command, messages: Messages): string {
  const words = command.arguments.map(({ name, isOptional, isRepeatable }) => {
    const word = isRepeatable ? `${name}…` : name
    return isOptional ? `[${word}]` : word
  })
  const options = command.options.map(option => optionRow(option, messages))
  const common = commonOptions.map(option =>
    option.name === 'format'
      ? optionRow({ ...option, choices: command.formats }, messages)
      : optionRow(option, messages),
  )
  return [
    messages.cli(command.summary),
    '',
    [messages.cli('help.usage'), 'tilmash', command.name, ...words, messages.cli('help.options-placeholder')].join(' '),
    '',
    messages.cli('help.options'),
    ...columns([...options, ...common]),
    '',
    messages.cli('help.exit-codes'),
    '',
  ].join('\n')
}

function optionRow(option: OptionShape, messages: Messages): [string, string] {
  const short = option.short === undefined ? '' : `-${option.short}, `
  const value = option.value === undefined ? '' : ` ${option.choices?.join('|') ?? option.value}`
  const isLong = option.choices !== undefined && option.choices.length > 4
  const shown = isLong ? ` ${option.value}` : value
  const choices = isLong ? ` (${option.choices.join(', ')})` : ''
  return [`${short}--${option.name}${shown}`, messages.cli(option.summary) + choices]
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.min(34, Math.max(...rows.map(([left]) => left.length)))
  return rows.map(([left, right]) =>
    left.length > width ? `  ${left}\n  ${' '.repeat(width)}  ${right}` : `  ${left.padEnd(width)}  ${right}`,
  )
}
