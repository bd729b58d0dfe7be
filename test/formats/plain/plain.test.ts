import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeText, paragraphsOf, readPlain } from '../../../src/formats/plain/index.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const bytes = (...values: number[]) => Uint8Array.from(values)
const failureOf = (data: Uint8Array) => {
  try {
    readPlain(data, { file: 'a.txt' })
  } catch (error) {
    return error
  }
  return undefined
}
const at = (code: string, line: number, column: number) => ({
  code,
  place: { file: 'a.txt', start: { line, column } },
})
/** windows-1251 bytes of Russian letters. */
const windows1251 = (text: string) =>
  Uint8Array.from(text, letter => {
    const unit = letter.charCodeAt(0)
    return unit >= 0x410 && unit <= 0x44f ? unit - 0x410 + 0xc0 : unit
  })

describe('readPlain', () => {
  it('gives back every text in every encoding it reads', () => {
    const text = fc.string({ unit: 'binary' }).filter(value => !/[\0-\x06\x0e-\x1f]/.test(value))
    fc.assert(
      fc.property(text, fc.constantFrom('utf-8', 'utf-16le', 'utf-16be'), (value, encoding) => {
        const encoded = encodeText(value, encoding, true)
        const read = readPlain(encoded, { file: 'a.txt' })
        expect(read).toMatchObject({ text: value, encoding, hasBom: true })
        expect(read.encode(value)).toEqual(encoded)
      }),
    )
  })

  it('cuts at LF, CR and CRLF, and a final line end begins no line', () => {
    expect(paragraphsOf('Бір\r\n\r\nекі\rүш\nтөрт\n').map(line => [line.start, line.end, line.text])).toEqual([
      [0, 3, 'Бір'],
      [5, 5, ''],
      [7, 10, 'екі'],
      [11, 13, 'үш'],
      [14, 18, 'төрт'],
    ])
    expect(paragraphsOf('')).toEqual([])
    expect(paragraphsOf('\n')).toHaveLength(1)
  })

  it('keeps the byte order mark out of the text', () => {
    const read = readPlain(utf8('\uFEFFПривет'), { file: 'a.txt' })
    expect(read).toMatchObject({ text: 'Привет', hasBom: true, encoding: 'utf-8' })
  })

  it('keeps composed and decomposed letters as they are', () => {
    expect(readPlain(utf8('и\u0306'), { file: 'a.txt' }).text).toBe('и\u0306')
  })

  it('names the place of one wrong byte', () => {
    expect(failureOf(bytes(0x61, 0x0a, 0xd0, 0x9f, 0xe9, 0x62))).toMatchObject({
      ...at('plain.not-utf8', 2, 2),
      data: { byte: '0xE9' },
    })
  })

  it.each([
    ['an overlong form', bytes(0xc0, 0x80)],
    ['a surrogate', bytes(0xed, 0xa0, 0x80)],
    ['a code point past U+10FFFF', bytes(0xf4, 0x90, 0x80, 0x80)],
    ['a sequence cut at the end', bytes(0xf0, 0x9f, 0x98)],
  ])('refuses %s', (_, data) => {
    expect(failureOf(data)).toMatchObject(at('plain.not-utf8', 1, 1))
  })

  it('knows windows-1251', () => {
    expect(failureOf(windows1251('Привет, мир'))).toMatchObject(at('plain.windows-1251', 1, 1))
  })

  it.each([
    ['Hello, world', 'utf-16le'],
    ['Hello, world', 'utf-16be'],
    ['Привет', 'utf-16le'],
    ['Қазақ тілі', 'utf-16be'],
  ] as const)('knows %s in %s without a byte order mark', (text, encoding) => {
    expect(failureOf(encodeText(text, encoding))).toMatchObject({ code: 'plain.utf16-without-bom' })
  })

  it.each([
    ['a NUL in text', utf8('one\ntwo\0three'), 2, 4],
    ['controls', bytes(1, 2, 0x80, 5, 6, 14, 15, 3, 2, 1), 1, 1],
    ['a NUL in UTF-16', encodeText('a\0', 'utf-16le', true), 1, 2],
  ])('refuses %s as binary', (_, data, line, column) => {
    expect(failureOf(data)).toMatchObject(at('plain.binary', line, column))
  })

  it.each([
    ['a lone surrogate', bytes(0xff, 0xfe, 0x61, 0, 0, 0xd8, 0x62, 0), 2],
    ['a low surrogate first', bytes(0xfe, 0xff, 0xdc, 0), 1],
    ['half a unit', bytes(0xff, 0xfe, 0x61, 0, 0x62), 2],
  ])('refuses UTF-16 with %s', (_, data, column) => {
    expect(failureOf(data)).toMatchObject(at('plain.utf16-broken', 1, column))
  })
})
