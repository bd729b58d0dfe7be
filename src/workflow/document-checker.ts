/** Checks document after document; once there is much to check, by all cores. */

import { type CheckResult, checkDocument } from './check-document.ts'
import type { CheckOptions } from './check-options.ts'
import type { Checkers } from './checkers.ts'
import type { ReadDocument } from './findings.ts'

export interface DocumentChecker {
  /** Told of what is about to be read: threads are best started before. */
  expect(bytes: number): Promise<void>
  check(reading: ReadDocument, file: string): Promise<CheckResult>
  close(): Promise<void>
}

/** So little is never worth a thread, see `areThreadsWorth`: whoever checks little does not wait for what threads need. */
const mostForOne = 4_000_000

export function documentChecker(options: Omit<CheckOptions, 'file'>): DocumentChecker {
  let expected = 0
  let checkers: Checkers | undefined
  return {
    expect: async bytes => {
      expected += bytes
      if (checkers !== undefined || expected < mostForOne) return
      const { areThreadsWorth, openCheckers } = await import('./checkers.ts')
      if (areThreadsWorth(expected)) checkers ??= openCheckers(options)
    },
    check: async (reading, file) => checkers?.check(reading, file) ?? checkDocument(reading, { ...options, file }),
    close: async () => checkers?.close(),
  }
}
