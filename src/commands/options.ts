/** Options as values, or a failure that says what is expected. */

import { Failure, type Language, language } from '../model/index.ts'
import type { Invocation } from './command.ts'

/**
 * The option's value.
 * @throws Failure `usage.missing-option`
 */
export function needed({ option }: Invocation, name: string): string {
  const value = option(name)
  if (value === undefined) throw new Failure('usage.missing-option', { data: { option: `--${name}` } })
  return value
}

/** A language that must be given. */
export function neededLanguage(invocation: Invocation, name: string): Language {
  return language(needed(invocation, name))
}

export interface NumberBounds {
  readonly least: number
  readonly most: number
  readonly fallback: number
}

/**
 * A number within bounds, or the fallback when the option is not given.
 * @throws Failure `usage.not-a-number`
 */
export function numberOption({ option }: Invocation, name: string, { least, most, fallback }: NumberBounds): number {
  const value = option(name)
  if (value === undefined) return fallback
  const number = value.trim() === '' ? Number.NaN : Number(value)
  if (number >= least && number <= most) return number
  throw new Failure('usage.not-a-number', { data: { option: `--${name}`, value, least, most } })
}
