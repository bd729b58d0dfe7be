/** A failure is about us, not about the user's text: a file that cannot be read, a wrong option. It is thrown. */

import type { Place } from './place.ts'

/** Values put into a failure's or finding's message; never a sentence. */
export type MessageData = Readonly<Record<string, string | number>>

/** What a failure knows beside its code. */
export interface FailureOptions {
  readonly data?: MessageData
  readonly place?: Place
  readonly cause?: unknown
}

/**
 * Thrown when work cannot go on. `code` is a stable dotted word and the key of its sentence in `locales/<language>/errors.json`.
 * The message of the Error is the code: people see the sentence that `messages` makes of it.
 */
export class Failure extends Error {
  readonly code: string
  readonly data: MessageData
  readonly place: Place | undefined

  constructor(code: string, options: FailureOptions = {}) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'Failure'
    this.code = code
    this.data = options.data ?? {}
    this.place = options.place
  }
}
