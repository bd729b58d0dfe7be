/**
 * Kills the built tool at random moments of import, confirmation and export, and says what it found afterwards: after each
 * kill, and after it has run again.
 *
 * `node test/bench/crash.ts [kills] [seed]`; 100 each when not told.
 */

import { bundle, crashConfirmations, crashExports, crashImports } from '../memory/crash/loops.ts'

const times = Number(process.argv[2] ?? 100)
const seed = Number(process.argv[3] ?? 1)

for (const [name, crash] of [
  ['import', crashImports],
  ['confirmation', crashConfirmations],
  ['export', crashExports],
] as const) {
  const { killed, complete, faults } = await crash(times, seed, bundle)
  console.log(`${name}: ${killed} kills (${complete} after the last write), ${faults.length} faults`)
  for (const fault of faults) console.log(`  ${fault}`)
  if (faults.length > 0) process.exitCode = 1
}
