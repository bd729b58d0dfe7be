/**
 * How fast a TMX of any size is read, and in how much memory, beside saxes alone on the same pieces. The file is made once; each run
 * has a process of its own, and its reading is counted in.
 *
 * ```
 * node test/bench/formats/tmx.ts [megabytes, default 100]
 * ```
 */

import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SaxesParser } from 'saxes'
import { streamTmx, validateTmx } from '../../../src/formats/tmx/index.ts'

const words =
  'the party of the working people says that every worker has a right to a decent wage and to a strike'.split(' ')
const cyrillic = 'партия трудящихся говорит что каждый рабочий имеет право на достойную зарплату и на забастовку'.split(
  ' ',
)

/** Sentences that never repeat, with a code now and then, as memories have them. */
function* pieces(size: number): Generator<Uint8Array> {
  const encoder = new TextEncoder()
  const head = `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n<header creationtool="bench" creationtoolversion="1" segtype="sentence" o-tmf="none" adminlang="en" srclang="en" datatype="plaintext"/>\n<body>\n`
  let text = head
  let written = 0
  let seed = 1
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return Math.floor((seed / 2 ** 32) * below)
  }
  const sentence = (list: readonly string[]): string =>
    Array.from({ length: 6 + random(14) }, () => list[random(list.length)]).join(' ')
  for (let unit = 0; written < size; unit++) {
    const code = unit % 5 === 0 ? '<bpt i="1" x="1" type="bold">&lt;b&gt;</bpt>word<ept i="1">&lt;/b&gt;</ept> ' : ''
    text += `<tu tuid="u${unit}" creationdate="20220114T093000Z">\n<prop type="x-origin">bench</prop>\n<tuv xml:lang="en"><seg>${code}${sentence(words)} ${unit}.</seg></tuv>\n<tuv xml:lang="ru"><seg>${code}${sentence(cyrillic)} ${unit}.</seg></tuv>\n</tu>\n`
    if (text.length < 65536) continue
    const bytes = encoder.encode(text)
    written += bytes.length
    yield bytes
    text = ''
  }
  yield encoder.encode(`${text}</body>\n</tmx>\n`)
}

function make(file: string, size: number): void {
  const out = openSync(file, 'w')
  for (const piece of pieces(size)) writeSync(out, piece)
  closeSync(out)
}

function* read(file: string, count: (bytes: number) => void): Generator<Uint8Array> {
  const from = openSync(file, 'r')
  const piece = new Uint8Array(65536)
  for (let length = readSync(from, piece); length > 0; length = readSync(from, piece)) {
    count(length)
    yield piece.subarray(0, length)
  }
  closeSync(from)
}

const roles = ['saxes', 'streamTmx', 'validateTmx'] as const
type Role = (typeof roles)[number]

interface Measured {
  readonly units: number
  readonly bytes: number
  readonly seconds: number
  readonly peakMB: number
}

function run(role: Role, file: string): Measured {
  let bytes = 0
  let units = 0
  const counted = read(file, length => {
    bytes += length
  })
  const before = process.cpuUsage()
  switch (role) {
    case 'saxes': {
      const parser = new SaxesParser({ xmlns: false, position: false })
      parser.on('opentag', tag => {
        if (tag.name === 'tu') units++
      })
      parser.on('text', () => {})
      const decoder = new TextDecoder()
      for (const piece of counted) parser.write(decoder.decode(piece, { stream: true }))
      parser.close()
      break
    }
    case 'streamTmx':
      for (const _unit of streamTmx(counted, { file })) units++
      break
    case 'validateTmx':
      units = validateTmx(counted, { file }).length
      break
    default:
      role satisfies never
  }
  const { user, system } = process.cpuUsage(before)
  return { units, bytes, seconds: (user + system) / 1e6, peakMB: process.resourceUsage().maxRSS / 1024 }
}

const [first = '100', file] = process.argv.slice(2)
const role = roles.find(each => each === first)
if (role !== undefined) console.log(JSON.stringify(run(role, file ?? '')))
else {
  const folder = mkdtempSync(join(tmpdir(), 'tilmash-bench-'))
  try {
    const large = join(folder, 'large.tmx')
    make(large, Number(first) * 1e6)
    let bare = 0
    for (const each of roles) {
      const told = execFileSync(process.execPath, [import.meta.filename, each, large], { encoding: 'utf8' })
      const { bytes, seconds, peakMB }: Measured = JSON.parse(told)
      const speed = bytes / 1e6 / seconds
      if (each === 'saxes') bare = speed
      const ratio = (speed / bare).toFixed(2)
      console.log(`${each}: ${speed.toFixed(0)} MB per CPU second (${ratio}), peak RSS ${peakMB.toFixed(0)} MB`)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
