/**
 * A sample of what the checks say of real message catalogues, to be read and judged: seeded, so that it can be drawn again.
 *
 *   msgunfmt PACKAGE/usr/share/locale/kk/LC_MESSAGES/x.mo -o po/kk/x.po   (for each catalogue)
 *   node test/bench/catalogues.ts po/kk [error|warning|info] [N] [SEED]
 */

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { checkFiles } from '../../src/workflow/check-files.ts'

const [folder, level = 'warning', size = '100', seed = '1'] = process.argv.slice(2)

if (folder === undefined) console.log('skipped: no folder given')
else {
  const files = readdirSync(folder)
    .filter(name => name.endsWith('.po'))
    .sort()
    .map(name => join(folder, name))
  const { findings, units } = await checkFiles(files, {
    folder: process.cwd(),
    project: undefined,
    terms: undefined,
    memory: undefined,
    sourceLanguage: undefined,
    targetLanguage: undefined,
    since: undefined,
    isStaged: false,
    require: {},
  })
  const rules = new Map<string, number>()
  for (const { level: each, rule } of findings) rules.set(`${each} ${rule}`, (rules.get(`${each} ${rule}`) ?? 0) + 1)
  console.log(`${units} units in ${files.length} files, ${findings.length} findings`)
  for (const [rule, count] of [...rules].sort()) console.log(`${String(count).padStart(6)} ${rule}`)
  const sample = shuffled(
    findings.filter(finding => finding.level === level),
    Number(seed),
  ).slice(0, Number(size))
  for (const [i, { rule, variant = '', data, place, source, target }] of sample.entries()) {
    console.log(`--- ${i + 1} ${rule} ${variant} ${JSON.stringify(data)} ${place.file}:${place.start.line}`)
    console.log(`  ${JSON.stringify(source)}\n  ${JSON.stringify(target)}`)
  }
}

/** Fisher–Yates with the generator mulberry32. */
function shuffled<T>(list: readonly T[], start: number): readonly T[] {
  const mixed = [...list]
  let state = start
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const [a, b] = [mixed[i], mixed[j]]
    if (a !== undefined && b !== undefined) {
      mixed[i] = b
      mixed[j] = a
    }
  }
  return mixed
}
