/**
 * Writes batches of units into a store and says the number of each batch once it is durable; killed by the crash test.
 * `node writer.ts STORE NAME FIRST BATCHES SIZE`
 */

import { writeSync } from 'node:fs'
import { sqliteEngine } from '../../../src/memory/engines/sqlite.ts'
import { openMemory } from '../../../src/memory/index.ts'
import { unitOf } from '../units.ts'

const [path = '', name = '', first = '0', batches = '0', size = '0'] = process.argv.slice(2)
const memory = await openMemory({ engine: sqliteEngine(path) })
for (let batch = Number(first); batch < Number(first) + Number(batches); batch++) {
  const units = Array.from({ length: Number(size) }, (_, i) =>
    unitOf(`${name}-${batch}-${i}`, {
      en: `Text ${i} of batch ${batch} by ${name}`,
      ru: `Текст ${i}, ${batch}, ${name}`,
    }),
  )
  await memory.add(units)
  writeSync(1, `${batch}\n`)
}
await memory.close()
