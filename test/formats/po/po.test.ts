import fc from 'fast-check'
import { po } from 'gettext-parser'
import { describe, expect, it } from 'vitest'
import { readPo } from '../../../src/formats/po/index.ts'
import { plainText, segmentsOf, type Unit, unitsOf } from '../../../src/model/index.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const header = (extra = '') => `msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n${extra}\n`
const ru = header('"Language: ru\\n"\n"Plural-Forms: nplurals=3; plural=0;\\n"')
const read = (text: string, file = 'a.po') => readPo(utf8(text), { file })
const rows = (units: Iterable<Unit>) =>
  [...units].map(unit => {
    const [segment] = segmentsOf(unit)
    return [unit.id, segment && plainText(segment.source), segment?.target && plainText(segment.target), segment?.state]
  })
const failureOf = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    return error
  }
  return undefined
}

describe('readPo', () => {
  it('gives every string back that gettext would', () => {
    const string = fc.string({ unit: fc.constantFrom(...'a "\\\n\tқ😀'), minLength: 1 })
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(string, string), { selector: pair => pair[0], maxLength: 4 }), pairs => {
        const text = pairs
          .map(([id, value]) => `msgid ${JSON.stringify(id)}\nmsgstr ""\n${JSON.stringify(value)}\n`)
          .join('\n')
        const found = rows(unitsOf(read(ru + text).document))
        expect(found.map(row => [row[1], row[2]])).toEqual(pairs)
      }),
    )
  })

  it('agrees with gettext-parser on texts of any shape', () => {
    const line = fc.constantFrom(
      'msgid "a"',
      'msgid "b\\n"',
      'msgstr "x\\ty"',
      '"more"',
      'msgid_plural "p"',
      'msgstr[0] "0"',
      'msgstr[1] "1"',
      'msgctxt "c"',
      '# note',
      '#, fuzzy',
      '',
    )
    const entries = (text: string) =>
      Object.entries(po.parse(text).translations).flatMap(([context, list]) =>
        Object.values(list).map((entry): [string, string] => [
          context === '' ? entry.msgid : `${context}|${entry.msgid}`,
          entry.msgstr.join('|'),
        ]),
      )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), lines => {
        const text = lines.join('\n')
        const own = failureOf(() => read(text, 'ru.po')) === undefined
        fc.pre(own)
        const units = [...unitsOf(read(text, 'ru.po').document)]
        const known = new Map(entries(text))
        for (const unit of units) expect(known.has(unit.id.replace(/\[\d\]$/, ''))).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('reads context, comments, flags and states', () => {
    const text = `${ru}# says hello
#. shown at start
#: a.c:1
#, fuzzy, c-format
msgctxt "menu"
msgid "Open"
msgstr "Открыть"

msgid "Close"
msgstr ""

#~ msgid "Gone"
#~ msgstr "Ушло"

msgid "__proto__"
msgstr "прото"
`
    const { document } = read(text)
    expect(document).toMatchObject({ sourceLanguage: 'en', targetLanguage: 'ru' })
    expect(rows(unitsOf(document))).toEqual([
      ['menu|Open', 'Open', 'Открыть', 'initial'],
      ['Close', 'Close', undefined, 'initial'],
      ['__proto__', '__proto__', 'прото', 'translated'],
    ])
    expect([...unitsOf(document)][0]).toMatchObject({
      notes: [
        { text: 'says hello', category: 'translator' },
        { text: 'shown at start', appliesTo: 'source' },
      ],
      metadata: [
        {
          category: 'gettext',
          meta: [
            { type: 'context', value: 'menu' },
            { type: 'reference', value: 'a.c:1' },
            { type: 'flags', value: 'fuzzy, c-format' },
          ],
        },
      ],
      parts: [{ subState: 'gettext:fuzzy' }],
    })
  })

  it('makes a unit of each plural form, named by its category', () => {
    const plural =
      'msgid "%d file"\nmsgid_plural "%d files"\nmsgstr[0] "%d файл"\nmsgstr[1] "%d файла"\nmsgstr[2] "%d файлов"\n'
    const { document } = read(ru + plural)
    expect([...unitsOf(document)].map(unit => [unit.id, unit.name])).toEqual([
      ['%d file[0]', '%d file_one'],
      ['%d file[1]', '%d file_few'],
      ['%d file[2]', '%d file_many'],
    ])
    expect(rows(unitsOf(document)).map(row => row[1])).toEqual(['%d file', '%d files', '%d files'])
    const kazakh = `${header('"Language: kk_KZ\\n"')}msgid "a"\nmsgid_plural "b"\nmsgstr[0] "в"\n`
    expect([...unitsOf(read(kazakh).document)].map(unit => [unit.name, segmentsOf(unit)[0]?.source])).toEqual([
      ['a_other', [{ kind: 'text', text: 'b' }]],
    ])
  })

  it('finds offsets through escapes and lines', () => {
    const { document, locate } = read(`${ru}msgid "a"\nmsgstr "x\\"y"\n"\\tz\\x41"\n`)
    const [unit] = [...unitsOf(document)]
    const segment = unit && segmentsOf(unit)[0]
    if (unit === undefined || segment === undefined) throw new Error('no unit')
    expect(segment.target && plainText(segment.target)).toBe('x"y\tzA')
    const at = (start: number, end: number) => locate({ unit, segment, side: 'target', start, end })
    expect(at(1, 2)).toMatchObject({ start: { line: 7, column: 10 }, end: { line: 7, column: 12 } })
    expect(at(4, 5)).toMatchObject({ start: { line: 8, column: 4 }, end: { line: 8, column: 5 } })
    expect(at(5, 6)).toMatchObject({ start: { line: 8, column: 5 }, end: { line: 8, column: 9 } })
    expect(locate({ unit })).toMatchObject({ start: { line: 6 } })
  })

  it('keeps entries of one msgid apart', () => {
    expect(rows(unitsOf(read(`${ru}msgid "a"\nmsgstr "б"\n\nmsgid "a"\nmsgstr "в"\n`).document))).toEqual([
      ['a', 'a', 'б', 'translated'],
      ['a', 'a', 'в', 'translated'],
    ])
  })

  it('takes the target language from the file name, or has none', () => {
    expect(read(`${header()}msgid "a"\nmsgstr "ә"\n`, 'po/kk.po').document.targetLanguage).toBe('kk')
    const template = read(`${header()}msgid "a"\nmsgstr ""\n`, 'po/app.pot').document
    expect(template.targetLanguage).toBeUndefined()
    expect(rows(unitsOf(template))).toEqual([['a', 'a', undefined, 'initial']])
  })

  it('reads the character set of the header, and says when there is none', () => {
    const text = `msgid ""\nmsgstr "Language: ru\\nContent-Type: text/plain; charset=windows-1251\\n"\n\nmsgid "a"\nmsgstr "Привет"\n`
    const bytes = Uint8Array.from(text, letter => {
      const unit = letter.charCodeAt(0)
      return unit < 0x410 ? unit : unit - 0x410 + 0xc0
    })
    expect(rows(unitsOf(readPo(bytes, { file: 'a.po' }).document))).toEqual([['a', 'a', 'Привет', 'translated']])
    expect(
      failureOf(() =>
        readPo(
          Uint8Array.from(bytes, byte => (byte === 0x63 ? 0x78 : byte)),
          { file: 'a.po' },
        ),
      ),
    ).toMatchObject({ code: 'plain.windows-1251' })
  })

  it.each([
    ['msgid "a\nmsgstr "b"', 1],
    [`${ru}msgid "a"\nmsgstr "b"\ngarbage\n`, 9],
  ])('refuses %j with its line', (text, line) => {
    expect(failureOf(() => read(text))).toMatchObject({ code: 'po.not-well-formed', place: { file: 'a.po' } })
    const failure = failureOf(() => read(text)) as { place: { start: { line: number } } }
    expect(Math.abs(failure.place.start.line - line)).toBeLessThanOrEqual(1)
  })
})
