/** argv → command → exit code (0 clean, 1 findings, 2 could not run). */

import type { Command, ExitCode, Invocation } from './commands/command.ts'
import type { ParsedWords } from './commands/parse.ts'
import { writeOut } from './io/output.ts'
import { isTerminal } from './io/terminal.ts'
import type { Messages } from './messages/index.ts'
import { version } from './model/version.ts'

// No top-level await: the bundle is CommonJS.
void main(process.argv.slice(2)).then(code => {
  process.exitCode = code
})

async function main(words: readonly string[]): Promise<ExitCode> {
  if (words[0] === '--version' || words[0] === '-V') {
    writeOut(1, `${version}\n`)
    return 0
  }
  const { uiLanguageFrom, uiLanguages, loadMessages } = await import('./messages/index.ts')
  const wanted = optionValue('--ui-language', words)
  const language = uiLanguages.find(each => each === wanted) ?? uiLanguageFrom(process.env)
  const messages = await loadMessages(language)
  try {
    return await call(words, messages)
  } catch (error) {
    return await failed(error, messages)
  }
}

async function call(words: readonly string[], messages: Messages): Promise<ExitCode> {
  const { findCommand, commands } = await import('./commands/index.ts')
  const found = findCommand(words)
  if (found === undefined) return withoutCommand(words, messages)
  const command = await commands[found.name]()
  const { parseWords } = await import('./commands/parse.ts')
  const parsed = parseWords(command, words.slice(found.length))
  if (parsed.options.has('help')) {
    const { commandHelp } = await import('./commands/help.ts')
    writeOut(1, commandHelp(command, messages))
    return 0
  }
  return command.run(invocation(command, parsed, messages))
}

async function withoutCommand(words: readonly string[], messages: Messages): Promise<ExitCode> {
  const first = words.find(word => !word.startsWith('-'))
  const index = words.indexOf('--ui-language')
  const isName = first !== undefined && (index < 0 || words[index + 1] !== first)
  if (isName) {
    const { unknownCommand } = await import('./commands/unknown.ts')
    throw unknownCommand(words)
  }
  const { overview } = await import('./commands/help.ts')
  const text = overview(messages)
  if (words.includes('--help') || words.includes('-h')) {
    writeOut(1, text)
    return 0
  }
  writeOut(2, text)
  return 2
}

function invocation(command: Command, { arguments: args, options }: ParsedWords, messages: Messages): Invocation {
  const isQuiet = options.has('quiet')
  const isOnTerminal = isTerminal(1)
  const hasColor =
    !options.has('no-color') &&
    !process.env.NO_COLOR &&
    process.env.TERM !== 'dumb' &&
    (isOnTerminal || !!process.env.FORCE_COLOR)
  return {
    arguments: args,
    format: options.get('format')?.[0] ?? command.formats[0] ?? 'json',
    messages,
    isQuiet,
    hasColor,
    width: isOnTerminal ? (process.stdout.columns ?? 80) : 80,
    folder: process.cwd(),
    flag: name => options.has(name),
    option: name => options.get(name)?.[0],
    options: name => options.get(name) ?? [],
    write: text => writeOut(1, text),
    tell: text => {
      if (!isQuiet) writeOut(2, text)
    },
    warn: line => writeOut(2, `${line}\n`),
  }
}

function optionValue(option: string, words: readonly string[]): string | undefined {
  const index = words.findIndex(word => word === option || word.startsWith(`${option}=`))
  const word = words[index]
  return word?.includes('=') ? word.slice(option.length + 1) : words[index + 1]
}

async function failed(error: unknown, messages: Messages): Promise<ExitCode> {
  const { Failure } = await import('./model/index.ts')
  const { failureLine } = await import('./messages/index.ts')
  const failure = error instanceof Failure ? error : unexpected(error, Failure)
  writeOut(2, `${failureLine(failure, messages)}\n`)
  if (process.env.TILMASH_DEBUG && error instanceof Error) writeOut(2, `${error.stack}\n${String(error.cause ?? '')}\n`)
  return 2
}

function unexpected(error: unknown, Kind: typeof import('./model/index.ts').Failure): InstanceType<typeof Kind> {
  return new Kind('internal.unexpected', { data: { detail: error instanceof Error ? error.message : String(error) } })
}
