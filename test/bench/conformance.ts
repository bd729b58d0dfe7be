/** How many files of the official suites are accepted and rejected. `node test/bench/conformance.ts [--list]` */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { validateXliff } from '../../src/formats/xliff/index.ts'

const root = join(import.meta.dirname, '../../../shared/conformance/xliff')
const isListed = process.argv.includes('--list')

/** Files the suite itself gets wrong; see its SOURCES.md. */
const defective = new Set(['Good-pgs_plural.xlf', 'Good-mda_top-level.xlf', 'Good-itsm_text-analytics.xlf'])

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile() && /\.(?:xlf|xliff|sdlxliff|mxliff)$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
}

const suites: readonly (readonly [folder: string, expected: 'valid' | 'invalid' | 'report'])[] = [
  ...['2.0', '2.1', '2.2'].flatMap(version => [
    [`${version}/core/valid`, 'valid'] as const,
    [`${version}/core/in-out`, 'valid'] as const,
    [`${version}/modules/valid`, 'valid'] as const,
    [`${version}/core/invalid`, 'invalid'] as const,
    [`${version}/modules/invalid`, 'invalid'] as const,
  ]),
  ['2.0/okapi/valid', 'valid'],
  ['2.0/okapi/roundtrips', 'report'],
  ['2.0/okapi/invalid', 'invalid'],
  ['1.2/schema-valid', 'valid'],
  ['1.2/wild', 'report'],
  ['1.2/not-wellformed', 'invalid'],
  ['vendor/matecat', 'report'],
  ['vendor/okapi', 'report'],
]

if (!existsSync(root)) console.log('skipped: no data')
else {
  for (const [folder, expected] of suites) {
    const path = join(root, folder)
    if (!existsSync(path)) continue
    let accepted = 0
    const files = filesIn(path)
    for (const file of files) {
      const errors = validateXliff(readFileSync(file), { file }).filter(finding => finding.level === 'error')
      if (errors.length === 0) accepted++
      const isWrong = expected !== 'report' && (errors.length === 0) !== (expected === 'valid')
      if (isListed && (isWrong || (expected === 'report' && errors.length > 0))) {
        const known = [...defective].some(name => file.endsWith(name)) ? ' (defective)' : ''
        console.log(`  ${relative(root, file)}${known}`)
        for (const { rule, variant, place, data } of errors.slice(0, 3)) {
          console.log(
            `    ${place.start.line}:${place.start.column} ${rule}${variant === undefined ? '' : `:${variant}`} ${JSON.stringify(data)}`,
          )
        }
      }
    }
    console.log(`${folder}: ${accepted} accepted, ${files.length - accepted} rejected (${expected})`)
  }
}
