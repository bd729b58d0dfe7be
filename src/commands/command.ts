/** What a command is: its words, its options, and one function from an invocation to an exit code. */

import type { CliKey, Messages } from '../messages/index.ts'

/** 0: nothing at or above `--fail-on`. 1: findings. 2: could not run. */
export type ExitCode = 0 | 1 | 2

export interface ArgumentShape {
  readonly name: string
  readonly isOptional?: boolean
  readonly isRepeatable?: boolean
}

export interface OptionShape {
  /** Long name without dashes. */
  readonly name: string
  readonly short?: string
  /** Placeholder of its value in the help; a flag has none. */
  readonly value?: string
  readonly choices?: readonly string[]
  readonly isRepeatable?: boolean
  readonly summary: CliKey
}

export interface Command {
  readonly name: string
  readonly summary: CliKey
  readonly arguments: readonly ArgumentShape[]
  readonly options: readonly OptionShape[]
  /** Values of `--format`, the default first; `json` is always one of them. */
  readonly formats: readonly string[]
  run(invocation: Invocation): Promise<ExitCode>
}

/** One call of a command, its words already checked against the command's shape. */
export interface Invocation {
  readonly arguments: readonly string[]
  readonly format: string
  readonly messages: Messages
  readonly isQuiet: boolean
  readonly hasColor: boolean
  /** Columns of the terminal, 80 where there is none. */
  readonly width: number
  readonly folder: string
  flag(name: string): boolean
  option(name: string): string | undefined
  options(name: string): readonly string[]
  /** Data, to stdout. */
  write(text: string): void
  /** Everything else, to stderr; silent with `--quiet`. */
  tell(text: string): void
  /** One line on stderr, never silent. */
  warn(line: string): void
}
