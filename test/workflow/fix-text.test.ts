import { describe, expect, it } from 'vitest'
import { type Reading, readDocument } from '../../src/formats/index.ts'
import { readPo } from '../../src/formats/po/index.ts'
import { type Finding, language, unitsOf } from '../../src/model/index.ts'
import { checkDocument } from '../../src/workflow/check-document.ts'
import { fixText } from '../../src/workflow/fix-text.ts'

const head = 'msgid ""\nmsgstr ""\n"Language: ru\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

/** The file after `--fix`, or undefined when nothing was fixed. */
function fixed(text: string | Uint8Array, unsafe = false): string | undefined {
  const bytes = typeof text === 'string' ? encode(text) : text
  const { findings } = checkDocument(readPo(bytes, { file: 'ru.po' }), { file: 'ru.po' })
  const result = fixText(bytes, 'po', again => [readPo(again, { file: 'ru.po' })], findings, { unsafe })
  return result === undefined ? undefined : new TextDecoder('utf-8', { ignoreBOM: true }).decode(result.bytes)
}

describe('the fixes in a PO file', () => {
  it.each([
    ['a doubled blank', 'Open the file', 'Открыть  файл', 'Открыть файл'],
    ['a Latin letter', 'Open “%s”\\n', 'Oткрыть «%s»\\n', 'Открыть «%s»\\n'],
    ['two stretches beside an escape', 'Open \\"%s\\" now', 'Открыть  \\"%s\\" , cейчас', 'Открыть \\"%s\\", сейчас'],
  ])('change %s and nothing else', (_name, source, wrong, right) => {
    const file = (target: string): string =>
      `${head}# a note\n#: main.c:7\n#, c-format\nmsgid "${source}"\nmsgstr "${target}"\n\n#~ msgid "old  one"\n#~ msgstr "старое  слово"\n`
    expect(fixed(file(wrong))).toBe(file(right))
  })

  it('leave line breaks, Windows line ends and strings of several lines as they are', () => {
    const file = (target: string): string =>
      `${head}msgid "One. Two three."\nmsgstr ""\n"Один. "\n"${target}."\n`.replaceAll('\n', '\r\n')
    expect(fixed(file('Два  три'))).toBe(file('Два три'))
  })

  it('leave a stretch that is broken into lines', () => {
    expect(fixed(`${head}msgid "One two"\nmsgstr "Один "\n" два"\n`)).toBeUndefined()
  })

  it('leave files in another character set', () => {
    const bytes = encode(`${head.replace('UTF-8', 'ISO-8859-5')}msgid "One two"\nmsgstr "`)
    const rest = Uint8Array.of(0xbe, 0xd4, 0xd8, 0xdd, 0x20, 0x20, 0xd4, 0xd2, 0xd0, 0x22, 0x0a)
    expect(fixed(new Uint8Array([...bytes, ...rest]))).toBeUndefined()
  })

  it('find nothing to do in what they have fixed', () => {
    const file = `${head}msgid "Open the file"\nmsgstr "Oткрыть  файл"\n`
    const once = fixed(file) ?? ''
    expect(fixed(once)).toBeUndefined()
  })
})

describe('the fixes in other formats', () => {
  const tmx = (ru: string): string =>
    `<?xml version="1.0"?>\r\n<!-- kept --><tmx version="1.4"><header creationtool='t' creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="en" datatype="plaintext"/>\r\n<body><tu tuid="1"><tuv xml:lang="en"><seg>Black &amp; white</seg></tuv><tuv xml:lang="ru"><seg>${ru}</seg></tuv><tuv xml:lang="kk"><seg>Ақ &amp;  қара</seg></tuv></tu></body></tmx>`
  const csv = (ru: string): string => `\ufeffen,ru,note\r\n"Say “yes”, please","${ru}",a  b\r\n`
  const json = (ru: string): string => `{\n  "a": "${ru}",\n  "b": { "c": "\\u041e\\u043a" }\n}\n`

  it.each([
    ['tmx', 'a.tmx', tmx('Черное &amp;  белое'), tmx('Черное &amp; белое').replace('  қ', ' қ'), ''],
    ['csv', 'a.csv', csv('Скажите  ""да"", пожалуйстa'), csv('Скажите «да», пожалуйста'), ''],
    ['i18next', 'ru.json', json('Скажи \\"да\\"  сeйчас'), json('Скажи «да» сейчас'), json('Say “yes” now')],
  ] as const)('of a %s file change the stretches and nothing else', (format, file, before, after, source) => {
    const given =
      format === 'i18next' ? { sourceBytes: encode(source), sourceLanguage: 'en', targetLanguage: 'ru' } : {}
    const read = (bytes: Uint8Array): readonly Reading[] => readDocument(bytes, { file, ...given })
    let bytes: Uint8Array = encode(before)
    for (;;) {
      const findings = read(bytes).flatMap(reading => checkDocument(reading, { file }).findings)
      const fixed = fixText(bytes, format, read, findings, { unsafe: false })
      if (fixed === undefined) break
      bytes = fixed.bytes
    }
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toBe(after)
  })

  it('leave a table whose cell would need quotation marks', () => {
    const file = 'a.csv'
    const read = (bytes: Uint8Array): readonly Reading[] => readDocument(bytes, { file })
    const bytes = encode('en,ru\nOne,Один \n')
    const [reading] = read(bytes)
    const [unit] = [...unitsOf(reading?.document ?? { files: [], sourceLanguage: language('en') })]
    const fix = { side: 'target' as const, start: 4, end: 4, text: ', два', safe: true }
    const finding = { unit: unit?.id ?? '', segment: 's1', language: language('ru'), target: 'Один ', fix }
    expect(fixText(bytes, 'csv', read, [finding as Finding], { unsafe: false })).toBeUndefined()
  })
})
