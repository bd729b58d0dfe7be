/** Words of the command line against the shape of a command. */

import { parseArgs } from 'node:util'
import { Failure } from '../model/index.ts'
import { nearest } from '../text/nearest.ts'
import type { Command, OptionShape } from './command.ts'

/** What every command takes. */
export const commonOptions: readonly OptionShape[] = [
  { name: 'format', value: 'FORMAT', summary: 'option.format' },
  { name: 'ui-language', value: 'LANGUAGE', choices: ['en', 'ru', 'kk'], summary: 'option.ui-language' },
  { name: 'quiet', short: 'q', summary: 'option.quiet' },
  { name: 'no-color', summary: 'option.no-color' },
  { name: 'help', short: 'h', summary: 'option.help' },
]

export interface ParsedWords {
  readonly arguments: readonly string[]
  /** Every option given, with its values; a flag has none. */
  readonly options: ReadonlyMap<string, readonly string[]>
}

/**
 * Checks the words after the command's name.
 * @throws Failure `usage.unknown-option`, `usage.missing-value`, `usage.unwanted-value`, `usage.repeated-option`,
 * `usage.not-a-choice`, `usage.missing-argument`, `usage.extra-argument`.
 */
export function parseWords(command: Command, words: readonly string[]): ParsedWords {
  const shapes = [...command.options, ...commonOptions]
  const { tokens } = parseArgs({
    args: [...words],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      shapes.map(shape => [
        shape.name,
        { type: shape.value === undefined ? 'boolean' : 'string', ...(shape.short && { short: shape.short }) } as const,
      ]),
    ),
  })
  const options = new Map<string, readonly string[]>()
  const positionals: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value)
    if (token.kind !== 'option') continue
    const shape = shapes.find(each => each.name === token.name)
    if (shape === undefined) throw unknownOption(token.rawName, shapes)
    options.set(shape.name, [...valuesSoFar(shape, options), ...optionValues(shape, command, token.value)])
  }
  if (!options.has('help')) countArguments(command, positionals)
  return { arguments: positionals, options }
}

function unknownOption(rawName: string, shapes: readonly OptionShape[]): Failure {
  const guess = nearest(
    rawName,
    shapes.map(shape => `--${shape.name}`),
  )
  return guess === undefined
    ? new Failure('usage.unknown-option', { data: { option: rawName } })
    : new Failure('usage.unknown-option-guess', { data: { option: rawName, guess } })
}

function valuesSoFar(shape: OptionShape, options: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const values = options.get(shape.name)
  if (values === undefined) return []
  if (shape.isRepeatable || shape.value === undefined) return values
  throw new Failure('usage.repeated-option', { data: { option: `--${shape.name}` } })
}

function optionValues(shape: OptionShape, command: Command, value: string | undefined): readonly string[] {
  const option = `--${shape.name}`
  if (shape.value === undefined) {
    if (value !== undefined) throw new Failure('usage.unwanted-value', { data: { option } })
    return []
  }
  if (value === undefined) throw new Failure('usage.missing-value', { data: { option } })
  const choices = shape.name === 'format' ? command.formats : shape.choices
  if (choices !== undefined && !choices.includes(value)) {
    throw new Failure('usage.not-a-choice', { data: { option, value, choices: choices.join(', ') } })
  }
  return [value]
}

function countArguments(command: Command, words: readonly string[]): void {
  const shapes = command.arguments
  const missing = shapes.find((shape, index) => !shape.isOptional && index >= words.length)
  if (missing !== undefined) throw new Failure('usage.missing-argument', { data: { argument: missing.name } })
  const extra = words[shapes.length]
  if (extra !== undefined && !shapes.some(shape => shape.isRepeatable)) {
    throw new Failure('usage.extra-argument', { data: { argument: extra } })
  }
}
