import { describe, expect, it } from 'vitest'
import { readPo } from '../../src/formats/po/index.ts'
import { checkDocument } from '../../src/workflow/check-document.ts'
import { fixPo } from '../../src/workflow/fix-po.ts'

const head = 'msgid ""\nmsgstr ""\n"Language: ru\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

/** The file after `--fix`, or undefined when nothing was fixed. */
function fixed(text: string | Uint8Array, unsafe = false): string | undefined {
  const bytes = typeof text === 'string' ? encode(text) : text
  const { findings } = checkDocument(readPo(bytes, { file: 'ru.po' }), { file: 'ru.po' })
  const result = fixPo(bytes, 'ru.po', findings, { unsafe })
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
