/**
 * How fast a TMX of any size is read, and in how much memory, beside saxes alone on the same pieces. The file is made piece
 * by piece while it is read; each run has a process of its own.
 *
 * ```
 * node test/bench/formats/tmx.ts [megabytes, default 100]
 * ```
 */

import { execFileSync } from 'node:child_process'
import { SaxesParser } from 'saxes'
import { streamTmx } from '../../../src/formats/tmx/index.ts'

const megabytes = Number(process.argv[2] ?? 100)
const role = process.argv[3]
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

interface Measured {
  readonly units: number
  readonly bytes: number
  readonly seconds: number
  readonly peakMB: number
}

function run(isBare: boolean): Measured {
  let bytes = 0
  let units = 0
  function* counted(): Generator<Uint8Array> {
    for (const piece of pieces(megabytes * 1e6)) {
      bytes += piece.length
      yield piece
    }
  }
  const before = process.cpuUsage()
  if (isBare) {
    const parser = new SaxesParser({ xmlns: false, position: false })
    parser.on('opentag', tag => {
      if (tag.name === 'tu') units++
    })
    parser.on('text', () => {})
    const decoder = new TextDecoder()
    for (const piece of counted()) parser.write(decoder.decode(piece, { stream: true }))
    parser.close()
  } else for (const _unit of streamTmx(counted(), { file: 'bench.tmx' })) units++
  const all = process.cpuUsage(before)
  const peakMB = process.resourceUsage().maxRSS / 1024
  const making = process.cpuUsage()
  for (const piece of pieces(megabytes * 1e6)) if (piece.length === 0) break
  const made = process.cpuUsage(making)
  return { units, bytes, peakMB, seconds: (all.user + all.system - made.user - made.system) / 1e6 }
}

/** V8 lets garbage of short life grow to 100 MB before it looks; with a small limit the true need shows. */
const small = '--max-semi-space-size=8'

function child(name: string, ...flags: readonly string[]): Measured {
  const file = new URL(import.meta.url).pathname
  return JSON.parse(execFileSync(process.execPath, [...flags, file, String(megabytes), name], { encoding: 'utf8' }))
}

if (role !== undefined) console.log(JSON.stringify(run(role === 'bare')))
else {
  const bare = child('bare')
  const own = child('own')
  const lean = child('own', small)
  const speed = ({ bytes, seconds }: Measured): number => bytes / 1e6 / seconds
  console.log(`${own.units} units, ${(own.bytes / 1e6).toFixed(0)} MB`)
  console.log(`bare saxes ${speed(bare).toFixed(0)} MB per CPU second, peak RSS ${bare.peakMB.toFixed(0)} MB`)
  console.log(`streamTmx  ${speed(own).toFixed(0)} MB per CPU second, peak RSS ${own.peakMB.toFixed(0)} MB`)
  console.log(
    `streamTmx  ${speed(lean).toFixed(0)} MB per CPU second, peak RSS ${lean.peakMB.toFixed(0)} MB with ${small}`,
  )
  console.log(`ratio to bare saxes ${(speed(own) / speed(bare)).toFixed(2)}`)
}
