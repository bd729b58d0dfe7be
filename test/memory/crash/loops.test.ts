import { expect, test } from 'vitest'
import { crashConfirmations, crashExports, crashImports, sources } from './loops.ts'

/** `node test/bench/crash.ts` kills a hundred times. */
const times = 4

test.each([
  ['an import', crashImports],
  ['a confirmation', crashConfirmations],
  ['an export', crashExports],
] as const)(
  'killed at any moment, %s leaves the old or the new, and run again ends as if nothing had happened',
  async (_, crash) => {
    const { killed, faults } = await crash(times, 7, sources)
    expect(faults).toEqual([])
    expect(killed).toBeGreaterThan(0)
  },
  120_000,
)
