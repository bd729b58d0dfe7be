import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder, tilmash } from './tilmash.ts'

const xliff = (target: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="ru">
  <file id="f1">
    <unit id="u1">
      <segment id="s1" state="translated">
        <source>The authorities ignored the demands.</source>
        <target>${target}</target>
      </segment>
    </unit>
  </file>
</xliff>
`

/** windows-1251 bytes of «Бороды растут». */
const cyrillic1251 = Buffer.from([
  0xc1, 0xee, 0xf0, 0xee, 0xe4, 0xfb, 0x20, 0xf0, 0xe0, 0xf1, 0xf2, 0xf3, 0xf2, 0x2e, 0x0a,
])

const whole = xliff('Власти проигнорировали требования.')

const segmentCases: readonly (readonly [string, Uint8Array | string, RegExp])[] = [
  ['binary', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3, 0, 0, 0, 255]), /^text\.txt:1:\d+: /],
  [
    'an invalid byte on line 3',
    Buffer.concat([Buffer.from('one\ntwo\nth'), Buffer.from([0xff]), Buffer.from('ree\n')]),
    /^text\.txt:3:3: /,
  ],
  [
    'UTF-16 without a mark',
    Buffer.from('The authorities ignored the demands of the people.\n', 'utf16le'),
    /^text\.txt:1:\d+: /,
  ],
  ['windows-1251', cyrillic1251, /^text\.txt:1:1: /],
]

const checkCases: readonly (readonly [string, Uint8Array | string, RegExp])[] = [
  ['empty', '', /^file\.xlf:1:1: /],
  ['cut in half', whole.slice(0, whole.length / 2), /^file\.xlf:\d+:\d+: /],
  ['a page of HTML', '<!DOCTYPE html><html><body><p>404</body></html>', /^file\.xlf:1:\d+: /],
  [
    'windows-1251 without saying so',
    Buffer.concat([Buffer.from(whole.slice(0, 300)), cyrillic1251]),
    /^file\.xlf:\d+:\d+: /,
  ],
  [
    'an internal subset with entities',
    `<!DOCTYPE x [<!ENTITY a "b">]>${whole.split('\n').slice(1).join('\n')}`,
    /^file\.xlf:1:\d+: /,
  ],
]

describe('bad input is told in one line with file, line and column, and exit code 2', () => {
  it.each(segmentCases)('text: %s', (_, bytes, place) => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'text.txt'), bytes)
    const { code, stdout, stderr } = tilmash(['segment', 'text.txt', '--language', 'ru'], { folder })
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(place)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  })

  it.each(checkCases)('XLIFF: %s', (_, bytes, place) => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'file.xlf'), bytes)
    const { code, stdout, stderr } = tilmash(['check', 'file.xlf', '--format', 'json'], { folder })
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(place)
    expect(readdirSync(folder)).toEqual(['file.xlf'])
  })

  it.each<readonly [what: string, text: string, target: string, place: RegExp]>([
    ['a language that is not in the file', whole, 'kk', /^b\.xlf:1:1: .*kk.*en, ru/],
    ['no target', whole.replace(/<target>.*<\/target>/, ''), 'ru', /^b\.xlf:1:1: .*ru/],
    ['empty', '', 'ru', /^b\.xlf:1:1: /],
    ['cut in half', whole.slice(0, whole.length / 2), 'ru', /^b\.xlf:\d+:\d+: /],
  ])('a side of an alignment: %s', (_, text, target, place) => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'a.txt'), 'The authorities ignored the demands.\n')
    writeFileSync(join(folder, 'b.xlf'), text)
    const words = ['align', 'a.txt', 'b.xlf', '--source-language', 'en', '--target-language', target]
    const { code, stdout, stderr } = tilmash(words, { folder })
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(place)
  })

  it('a missing file and a folder', () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'folder.txt'))
    const missing = tilmash(['segment', 'none.txt', '--language', 'en'], { folder })
    const wrong = tilmash(['segment', 'folder.txt', '--language', 'en'], { folder })
    expect([missing.code, missing.stderr]).toEqual([2, expect.stringMatching(/^none\.txt:1:1: There is no such file/)])
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringMatching(/^folder\.txt:1:1: This is a folder/)])
  })

  it('a config with an unknown key, in the three languages', () => {
    const folder = temporaryFolder()
    writeFileSync(
      join(folder, 'tilmash.config.json'),
      '{\n  "sourceLanguage": "en",\n  "targetLanguages": ["ru"],\n  "docments": []\n}\n',
    )
    const told = ['en', 'ru', 'kk'].map(language => tilmash(['check', '--ui-language', language], { folder }))
    expect(told.map(({ code }) => code)).toEqual([2, 2, 2])
    expect(told.map(({ stderr }) => stderr)).toEqual([
      'tilmash.config.json:4:3: Unknown key “docments”. Did you mean “documents”?\n',
      'tilmash.config.json:4:3: Неизвестный ключ «docments». Может быть, «documents»?\n',
      'tilmash.config.json:4:3: Белгісіз кілт: «docments». Мүмкін, «documents»?\n',
    ])
  })

  it('a tag that is no language', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'text.txt'), 'One.\n')
    const { code, stderr } = tilmash(['segment', 'text.txt', '--language', 'xx_'], {
      folder,
      env: { LANG: 'ru_RU.UTF-8' },
    })
    expect([code, stderr]).toEqual([2, expect.stringContaining('«xx_» — не языковой тег')])
  })

  it('control characters from data reach no terminal', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'text.txt'), 'A \u001B[31mred\u001B[0m \u202Ebackwards\u202C word.\n')
    for (const format of ['pretty', 'json']) {
      const { stdout, stderr } = tilmash(['segment', 'text.txt', '--language', 'en', '--format', format], { folder })
      expect(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E]/.test(stdout + stderr)).toBe(false)
    }
  })
})

describe('usage', () => {
  it.each([
    [['chekc'], 'Did you mean “check”?'],
    [['check', '--falil-on', 'error'], 'Did you mean --fail-on?'],
    [['check', '--fail-on', 'never-ever'], 'Choose from: error, warning, info, never'],
    [['segment'], 'The argument FILE is missing'],
    [['segment', 'a', 'b', '--language', 'en'], 'The argument “b” is one too many'],
    [['segment', 'a'], 'The option --language is needed'],
    [['memory', 'lookup', 'x', '--threshold', '7'], 'a number from 0 to 1'],
    [['run'], 'Run “tilmash init”'],
  ])('%j is explained', (words, message) => {
    const { code, stdout, stderr } = tilmash(words, { folder: temporaryFolder() })
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(message)
  })

  it('without a command shows the commands and exits with 2', () => {
    const { code, stderr } = tilmash([], { folder: temporaryFolder() })
    expect(code).toBe(2)
    expect(stderr).toContain('memory lookup')
  })
})
