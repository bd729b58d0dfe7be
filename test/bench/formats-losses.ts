/**
 * Does a conversion lose anything without saying so? Every kind of attribute, element and text of the official suites is taken
 * out of its file once; the conversion of what is left must differ, or its findings. `node test/bench/formats-losses.ts`
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { convert } from '../../src/workflow/convert.ts'
import { cutsOf } from '../formats/xliff/cuts.ts'

const root = join(import.meta.dirname, '../../../shared/conformance/xliff')
const goals = ['xliff-1.2', 'xliff-2.0', 'xliff-2.1', 'xliff-2.2'] as const

/** How a file says it, not what: written anew in the words of the goal. */
const form = /@(?:xml:space|version|[^:]*:schemaLocation|its:version|rid)$/

if (!existsSync(root)) console.log('skipped: no data')
else {
  const totals = { told: 0, refused: 0, silent: 0 }
  const silent = new Map<string, { count: number; file: string }>()
  const files = readdirSync(root, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile() && /\.(?:xlf|xliff|sdlxliff|mxliff)$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .filter(path => !/invalid|not-wellformed/.test(path))
    .sort()
  for (const path of files) {
    const text = readFileSync(path, 'utf8')
    if (text.length > 60_000) continue
    const file = relative(root, path)
    for (const to of goals) {
      const whole = attempt(text, file, to)
      if (whole === undefined || whole.startsWith(text)) continue
      for (const { name, text: rest } of cutsOf(text)) {
        if (form.test(name)) continue
        const less = attempt(rest, file, to)
        if (less === undefined) totals.refused++
        else if (less !== whole) totals.told++
        else {
          totals.silent++
          const key = `${to} ${name}`
          const known = silent.get(key)
          if (known === undefined) silent.set(key, { count: 1, file })
          else known.count++
        }
      }
    }
  }
  for (const [key, { count, file }] of [...silent].toSorted()) console.log(`  ${key} (${count}), first in ${file}`)
  console.log(totals)
}

/** The output and what was said of it; undefined when the file is refused. */
function attempt(text: string, file: string, to: (typeof goals)[number]): string | undefined {
  try {
    const { bytes, findings } = convert(new TextEncoder().encode(text), { file, to })
    const told = findings.map(({ rule, data, unit }) => `${rule} ${data.name ?? ''} ${data.count ?? ''} ${unit ?? ''}`)
    return `${new TextDecoder().decode(bytes)}\n${told.join('\n')}`
  } catch {
    return undefined
  }
}
