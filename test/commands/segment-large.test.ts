import { appendFileSync, closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { language } from '../../src/model/index.ts'
import { segment } from '../../src/segmenter/index.ts'
import { toJson } from '../../src/text/escape.ts'
import { temporaryFolder, tilmash } from './tilmash.ts'

const paragraph =
  'Г-н Ли пришёл в 10 ч. утра. Он сказал: «Да!» — и т. д.\r\nThis is line %. It costs 5.5 USD. 😊 Really?\n\n'

/** About twenty megabytes, with a byte order mark. */
function writeLarge(path: string): string {
  const lines: string[] = []
  for (let i = 0; i < 136_000; i++) lines.push(paragraph.replace('%', String(i)))
  const text = lines.join('')
  const descriptor = openSync(path, 'w')
  writeSync(descriptor, `\ufeff${text}`)
  closeSync(descriptor)
  return text
}

describe('a text of twenty megabytes', () => {
  it('is cut as a small one is, into one JSON document', () => {
    const folder = temporaryFolder()
    const text = writeLarge(join(folder, 'large.txt'))
    const { code, stdout, stderr } = tilmash(['segment', 'large.txt', '--language', 'ru', '--format', 'json'], {
      folder,
    })
    expect([code, stderr]).toEqual([0, ''])
    const segments = segment(text, { language: language('ru') })
    // Compared as text: a matcher would take minutes over a million objects.
    expect(stdout === `${toJson({ language: 'ru', segments }, 2)}\n`).toBe(true)
    expect(segments.length).toBeGreaterThan(500_000)
  })

  it('leaves stdout empty when its last line cannot be read, and says where', () => {
    const folder = temporaryFolder()
    writeLarge(join(folder, 'large.txt'))
    appendFileSync(join(folder, 'large.txt'), Uint8Array.from([0x61, 0x62, 0xff, 0x0a]))
    expect(tilmash(['segment', 'large.txt', '--language', 'ru'], { folder })).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^large\.txt:408001:3: /),
    })
  })
})
