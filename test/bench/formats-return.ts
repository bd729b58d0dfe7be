/**
 * Every file of the official suites converted to every other version of XLIFF and back: is what came back what was there, but
 * for what the two conversions said they could not keep? `node test/bench/formats-return.ts`
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { formats } from '../../src/formats/index.ts'
import { readXliff } from '../../src/formats/xliff/index.ts'
import { lossTeller } from '../../src/workflow/conversion-losses.ts'
import { convert } from '../../src/workflow/convert.ts'
import { tellXliffLosses } from '../../src/workflow/xliff-losses.ts'

const root = join(import.meta.dirname, '../../../shared/conformance/xliff')
const versions = ['1.2', '2.0', '2.1', '2.2'] as const

if (!existsSync(root)) console.log('skipped: no data')
else {
  const totals = { same: 0, told: 0, silent: 0, refused: 0 }
  const losses = new Map<string, number>()
  const files = readdirSync(root, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile() && /\.(?:xlf|xliff|sdlxliff|mxliff)$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
  for (const path of files) {
    const bytes = readFileSync(path)
    const file = relative(root, path)
    for (const to of versions) {
      const found = attempt(bytes, file, to)
      if (found === undefined) totals.refused++
      else if (found.lost.length === 0) totals.same++
      else {
        const silent = found.lost.filter(loss => !found.told.has(loss))
        if (silent.length === 0) totals.told++
        else {
          totals.silent++
          console.log(`  ${file} → ${to} and back: ${silent.join(', ')}`)
        }
        if (process.env.LIST) console.log('  told', file, to, found.lost.join(', '))
        for (const loss of found.lost) losses.set(loss, (losses.get(loss) ?? 0) + 1)
      }
    }
  }
  console.log(totals)
  console.log(Object.fromEntries([...losses].toSorted((a, b) => b[1] - a[1])))
}

/** What differs after the way there and back, and what was said on it; undefined when the file is refused. */
function attempt(
  bytes: Uint8Array,
  file: string,
  to: (typeof versions)[number],
): { readonly lost: readonly string[]; readonly told: ReadonlySet<string> } | undefined {
  try {
    const { version } = readXliff(bytes, { file })
    const there = convert(bytes, { file, to: `xliff-${to}` })
    const back = convert(there.bytes, { file, to: `xliff-${version}` })
    const [before, after] = [bytes, back.bytes].map(each => formats.xliff.readDocuments?.(each, { file })[0])
    if (before === undefined || after === undefined) return undefined
    const tell = lossTeller(before, version, file)
    tellXliffLosses(before.document, after.document, tell)
    const key = ({ rule, data }: { rule: string; data: Readonly<Record<string, unknown>> }): string =>
      `${rule} ${data.name ?? ''}`.trim()
    return { lost: tell.findings().map(key), told: new Set([...there.findings, ...back.findings].map(key)) }
  } catch {
    return undefined
  }
}
