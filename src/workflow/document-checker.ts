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

/**
 * Below some 15,000 units (of about 280 bytes in XLIFF) a second thread costs what it saves: it loads the lexicon and makes
 * the rules fast for itself. Measured by processor time, see `docs/checks.md`.
 */
const leastBytes = 4_000_000

export function documentChecker(options: Omit<CheckOptions, 'file'>): DocumentChecker {
  let expected = 0
  let checkers: Checkers | undefined
  return {
    expect: async bytes => {
      expected += bytes
      if (checkers !== undefined || expected < leastBytes) return
      // Whoever checks little does not wait for what threads need.
      const { openCheckers } = await import('./checkers.ts')
      checkers ??= openCheckers(options)
    },
    check: async (reading, file) => checkers?.check(reading, file) ?? checkDocument(reading, { ...options, file }),
    close: async () => checkers?.close(),
  }
}
