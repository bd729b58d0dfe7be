import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder, tilmash } from './tilmash.ts'

/** A Latin `a` in a Cyrillic word, a doubled blank, an invisible character. */
const xliff = (target: string): string => `<?xml version="1.0"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version='2.1' srcLang="en" trgLang="ru"><!-- kept -->
  <file id="f1"><unit id="u1"><segment id="s1" state="translated">
    <source>The power belongs to the people.</source>
    <target>${target}</target>
  </segment></unit></file>
</xliff>
`
const broken = xliff('Влaсть  принадлежит наро\u200Bду.')
const mended = xliff('Власть принадлежит народу.')

describe('fixes', () => {
  it('change the fixed stretches only, and the file is clean then', () => {
    const folder = temporaryFolder()
    const path = join(folder, 'ru.xlf')
    writeFileSync(path, broken)
    const { code, stdout } = tilmash(['check', 'ru.xlf', '--fix', '--format', 'json', '--only', 'characters,spacing'], {
      folder,
    })
    expect(readFileSync(path, 'utf8')).toBe(mended)
    expect([code, JSON.parse(stdout).findings]).toEqual([0, []])
  })

  it('are shown and not made with --fix-dry-run', () => {
    const folder = temporaryFolder()
    const path = join(folder, 'ru.xlf')
    writeFileSync(path, broken)
    const { stderr } = tilmash(['check', 'ru.xlf', '--fix-dry-run'], { folder })
    expect(readFileSync(path, 'utf8')).toBe(broken)
    expect(stderr).toContain('ru.xlf u1 s1: ')
    expect(stderr).toContain('наро\\u200bду')
    expect(stderr).toContain('{+Власть +}')
  })

  it('are counted where they cannot be made', () => {
    const folder = temporaryFolder()
    const path = join(folder, 'ru.po')
    const head = 'msgid ""\nmsgstr ""\n"Language: ru\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    const po = `${head}msgid "One two"\nmsgstr "Один "\n" два"\n`
    writeFileSync(path, po)
    const { stderr } = tilmash(['check', 'ru.po', '--fix'], { folder })
    expect(readFileSync(path, 'utf8')).toBe(po)
    expect(stderr).toContain('1 fix could not be made')
  })
})
