/**
 * Speed and memory of opening large XLIFF files, beside a bare saxes pass over the same bytes and the `xliff` package, each in a
 * process of its own. `node test/bench/formats.ts [MB]` (50 by default)
 */

import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readXliff } from '../../src/formats/xliff/index.ts'
import { unitsOf } from '../../src/model/index.ts'

const [mode, path] = process.argv.slice(2)

if (mode === 'saxes' || mode === 'open' || mode === 'walk' || mode === 'xliff') await measure(mode, path ?? '')
else compare(Number(mode ?? 50))

async function measure(what: 'saxes' | 'open' | 'walk' | 'xliff', file: string): Promise<void> {
  const bytes = readFileSync(file)
  const start = process.cpuUsage()
  if (what === 'saxes') {
    const { SaxesParser } = await import('saxes')
    const parser = new SaxesParser({ xmlns: true, position: true })
    parser.on('error', error => {
      throw error
    })
    parser.write(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).close()
  } else if (what === 'xliff') {
    const { xliff2js } = await import('xliff')
    await new Promise(resolve => xliff2js(bytes.toString('utf8'), {}, resolve))
  } else {
    const { document } = readXliff(bytes, { file })
    if (what === 'walk')
      for (const unit of unitsOf(document)) if (unit.parts.length === 0) throw new Error('a unit without parts')
  }
  const { user, system } = process.cpuUsage(start)
  const seconds = (user + system) / 1e6
  const rss = process.resourceUsage().maxRSS / 1024
  console.log(
    JSON.stringify({
      what,
      megabytesPerCpuSecond: Math.round(bytes.length / 1e5 / seconds) / 10,
      seconds,
      rssMegabytes: Math.round(rss),
    }),
  )
}

function compare(megabytes: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'tilmash-bench-'))
  try {
    const large = join(folder, 'large.xlf')
    const units = writeLarge(large, megabytes * 1e6)
    console.log(`${megabytes} MB of XLIFF 2.1, ${units} units`)
    for (const what of ['saxes', 'open', 'walk', 'xliff']) run(what, large)
    const empty = join(folder, 'empty.xlf')
    writeEmpty(empty, 1_000_000)
    console.log('1,000,000 empty units of XLIFF 1.2')
    for (const what of ['saxes', 'open', 'walk']) run(what, empty)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function run(what: string, file: string): void {
  const { stdout, stderr } = spawnSync(process.execPath, [import.meta.filename, what, file], { encoding: 'utf8' })
  console.log(stdout.trim() === '' ? `${what}: ${stderr.slice(-300)}` : stdout.trim())
}

function writeLarge(file: string, size: number): number {
  const out = openSync(file, 'w')
  let written = writeSync(
    out,
    '<?xml version="1.0" encoding="UTF-8"?>\n<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="ru">\n<file id="f1">\n',
  )
  let n = 0
  while (written < size) {
    let piece = ''
    for (let i = 0; i < 1000; i++, n++) {
      piece += `  <unit id="u${n}">\n    <segment id="s1" state="translated">\n      <source>Statement ${n} says <ph id="c1"/> that all is well &amp; will be.</source>\n      <target>Заявление ${n} гласит <ph id="c1"/>, что всё хорошо &amp; так и будет.</target>\n    </segment>\n  </unit>\n`
    }
    written += writeSync(out, piece)
  }
  writeSync(out, '</file>\n</xliff>\n')
  closeSync(out)
  return n
}

function writeEmpty(file: string, count: number): void {
  const out = openSync(file, 'w')
  writeSync(
    out,
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n<file original="a" source-language="en" target-language="ru" datatype="plaintext"><body>\n',
  )
  for (let n = 0; n < count; n += 10_000) {
    let piece = ''
    for (let i = n; i < n + 10_000; i++)
      piece += `<trans-unit id="${i}"><source></source><target></target></trans-unit>\n`
    writeSync(out, piece)
  }
  writeSync(out, '</body></file></xliff>\n')
  closeSync(out)
}
