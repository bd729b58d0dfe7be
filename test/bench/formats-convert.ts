/** Every file of the official suites converted to every version of XLIFF, and what of that is not valid. `node test/bench/formats-convert.ts` */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { Failure } from '../../src/model/index.ts'
import { convert } from '../../src/workflow/convert.ts'
import { validate } from '../../src/workflow/validate.ts'

const root = join(import.meta.dirname, '../../../shared/conformance')
const goals = ['xliff-1.2', 'xliff-2.0', 'xliff-2.1', 'xliff-2.2', 'tmx'] as const

if (!existsSync(root)) console.log('skipped: no data')
else {
  const totals = { converted: 0, valid: 0, refused: 0, failed: 0 }
  const refusals = new Map<string, number>()
  const files = readdirSync(root, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile() && /\.(?:xlf|xliff|sdlxliff|mxliff|tmx)$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
  for (const path of files) {
    const bytes = readFileSync(path)
    if (bytes.length > 2_000_000) continue
    const file = relative(root, path)
    // A copy keeps the faults of its original; a conversion makes none of its own.
    for (const to of goals) {
      try {
        const out = convert(bytes, { file, to }).bytes
        if (Buffer.from(out).equals(bytes)) continue
        totals.converted++
        // What a file does wrong itself is its own; a conversion adds nothing wrong.
        const known = new Set(validate(bytes, { file }).map(({ rule, variant }) => `${rule}:${variant}`))
        const faults = validate(out, { file }).filter(
          ({ rule, variant, level }) => level === 'error' && !known.has(`${rule}:${variant}`),
        )
        if (faults.length === 0) totals.valid++
        else console.log(`  ${file} → ${to}: ${told(faults[0])} (${faults.length})`)
      } catch (error) {
        if (!(error instanceof Failure)) {
          totals.failed++
          console.log(`  failed: ${file} → ${to}: ${error}`)
          continue
        }
        totals.refused++
        refusals.set(error.code, (refusals.get(error.code) ?? 0) + 1)
      }
    }
  }
  console.log(totals, Object.fromEntries(refusals))
}

function told(finding: ReturnType<typeof validate>[number] | undefined): string {
  const { rule, variant, data } = finding ?? {}
  return `${rule}:${variant ?? ''} ${JSON.stringify(data)}`
}
