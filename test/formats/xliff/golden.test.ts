/** Golden pairs on disk: `name.xlf`, what is read from it (`name.json`), and what it becomes in another version (`name.to-….xlf`). */

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readXliff, validateXliff, writeXliff, type XliffVersion } from '../../../src/formats/xliff/index.ts'
import { Failure } from '../../../src/model/index.ts'

const folder = join(import.meta.dirname, '../../fixtures/xliff')
const names = readdirSync(folder).filter(name => name.endsWith('.xlf') && !name.includes('.to-'))
/** `UPDATE_GOLDEN=1 vitest` writes what is not there yet; look at it before it is kept. */
const isMaking = process.env.UPDATE_GOLDEN === '1'

function golden(name: string, made: string): void {
  const path = join(folder, name)
  if (isMaking && !existsSync(path)) writeFileSync(path, made)
  expect(made).toBe(readFileSync(path, 'utf8'))
}

describe.each(names)('%s', name => {
  const bytes = readFileSync(join(folder, name))
  const file = readXliff(bytes, { file: name })
  const base = name.slice(0, -'.xlf'.length)

  test('is valid and read as its pair says', () => {
    expect(validateXliff(bytes, { file: name })).toEqual([])
    const spans = new Set(['span', 'sourceSpan', 'targetSpan'])
    golden(
      `${base}.json`,
      `${JSON.stringify(file.document, (key, value) => (spans.has(key) ? undefined : value), 2)}\n`,
    )
  })

  test.each<XliffVersion>(['1.2', '2.1', '2.2'])('becomes %s as its pair says', version => {
    let written: string
    try {
      written = writeXliff(file.document, { version })
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      written = `${error.code}\n`
    }
    golden(`${base}.to-${version}.xlf`, written)
    if (written.startsWith('<')) {
      expect(
        validateXliff(new TextEncoder().encode(written), { file: name }).filter(({ level }) => level === 'error'),
      ).toEqual([])
    }
  })
})
