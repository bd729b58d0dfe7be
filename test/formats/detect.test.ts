import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detectFormat, formatNames, formats, isBilingualName, readDocument } from '../../src/formats/index.ts'
import { encodeText } from '../../src/formats/plain/index.ts'
import { plainText, segmentsOf, unitsOf } from '../../src/model/index.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const failureOf = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    return error
  }
  return undefined
}
const tmx =
  '<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="en" datatype="plaintext"/><body><tu tuid="1"><tuv xml:lang="en"><seg>a &amp; <ph/>b</seg></tuv><tuv xml:lang="ru"><seg>а</seg></tuv><tuv xml:lang="kk"><seg>ә</seg></tuv></tu></body></tmx>'

describe('detectFormat', () => {
  it.each([
    ['xliff', '<?xml version="1.0"?>\n<!-- note --><xliff version="2.1"/>', 'a.xml'],
    ['xliff', '<x:xliff xmlns:x="u"/>', 'a.tmx'],
    ['tmx', '<!DOCTYPE tmx SYSTEM "tmx14.dtd" [ <!ELEMENT a (b)> ]>\n<tmx version="1.4">', 'a'],
    ['tbx', '<martif type="TBX">', 'a.xml'],
    ['tbx', '<tbx>', 'a'],
    ['srx', '\uFEFF<srx version="2.0">', 'a'],
    ['tmx', 'broken', 'a.TMX'],
    ['po', 'anything', 'ru.po'],
    ['po', '# note\nmsgid ""\nmsgstr ""', 'catalogue'],
    ['i18next', '{"a":"b"}', 'unknown'],
    ['csv', 'en,ru\na,b', 'unknown'],
    ['csv', 'anything', 'a.tsv'],
    ['text', 'Hello, world.', 'unknown'],
    ['text', '<!-- cut', 'unknown'],
    ['text', '<!DOCTYPE "cut', 'unknown'],
    ['text', '', 'unknown'],
  ])('says %s for %j named %s', (name, text, file) => {
    expect(detectFormat(utf8(text), file)).toBe(name)
  })

  it.each(['utf-16le', 'utf-16be'] as const)('sees the root in %s, with and without mark', encoding => {
    expect(detectFormat(encodeText('<tmx version="1.4"/>', encoding, true), 'a')).toBe('tmx')
    expect(detectFormat(encodeText('<tmx version="1.4"/>', encoding), 'a')).toBe('tmx')
  })

  it('never fails', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.string(), (bytes, name) => {
        expect(formatNames).toContain(detectFormat(bytes, name))
      }),
    )
  })
})

describe('formats', () => {
  it('are named by their keys and know their files', () => {
    for (const name of formatNames) expect(formats[name].name).toBe(name)
    expect(formats.tmx.detect(utf8(tmx), 'a')).toBe(true)
    expect(formats.xliff.detect(utf8(tmx), 'a.xlf')).toBe(false)
  })

  it('know bilingual names', () => {
    expect(['a.xlf', 'a.tmx', 'ru.po', 'ru.json', 'a.txt', 'a.tbx', 'a.csv'].map(isBilingualName)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
    ])
  })
})

describe('readDocument', () => {
  it('gives a reading for each language pair of a TMX, or the asked one', () => {
    const targets = (options = {}) =>
      readDocument(utf8(tmx), { file: 'a.tmx', ...options }).map(each => each.document.targetLanguage)
    expect(targets()).toEqual(['ru', 'kk'])
    expect(targets({ targetLanguage: 'kk' })).toEqual(['kk'])
    expect(targets({ sourceLanguage: 'ru' })).toEqual(['en', 'kk'])
  })

  it('finds offsets in a TMX through references and codes', () => {
    const [reading] = readDocument(utf8(tmx), { file: 'a.tmx' })
    const unit = reading && [...unitsOf(reading.document)][0]
    const segment = unit && segmentsOf(unit)[0]
    if (reading === undefined || unit === undefined || segment === undefined) throw new Error('no unit')
    expect(plainText(segment.source)).toBe('a & \uFFFCb')
    const column = (start: number, end?: number) => {
      const place = reading.locate({ unit, segment, side: 'source', start, ...(end === undefined ? {} : { end }) })
      return [place.start.column, place.end.column].map(each => tmx.slice(each - 1))
    }
    expect(column(2, 3)[0]).toMatch(/^&amp; <ph/)
    expect(column(2, 3)[1]).toMatch(/^ <ph/)
    expect(column(4, 5)[0]).toMatch(/^<ph\/>b/)
    expect(column(5)[0]).toMatch(/^b<\/seg>/)
    expect(column(5)[1]).toMatch(/^<\/seg>/)
    expect(reading.locate({ unit }).start.column).toBe(tmx.indexOf('<tu ') + 1)
  })

  it('finds offsets in a text', () => {
    const [reading] = readDocument(utf8('one\n\n  two\n'), { file: 'a.txt', sourceLanguage: 'en' })
    const second = reading && [...unitsOf(reading.document)][1]
    if (reading === undefined || second === undefined) throw new Error('no unit')
    expect(second.id).toBe('p2')
    expect(reading.locate({ unit: second, start: 2, end: 5 })).toMatchObject({
      start: { line: 3, column: 3 },
      end: { line: 3, column: 6 },
    })
  })

  it('says what it needs', () => {
    expect(failureOf(() => readDocument(utf8('text'), { file: 'a.txt' }))).toMatchObject({ code: 'text.no-language' })
    expect(failureOf(() => readDocument(utf8('<tbx/>'), { file: 'a.tbx' }))).toMatchObject({
      code: 'format.no-segments',
      data: { format: 'tbx' },
    })
  })

  it('reads XLIFF with places', () => {
    const xliff =
      '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="ru"><file id="f"><unit id="u"><segment id="s"><source>one &lt; two</source><target>раз</target></segment></unit></file></xliff>'
    const [reading] = readDocument(utf8(xliff), { file: 'a.xlf' })
    const unit = reading && [...unitsOf(reading.document)][0]
    const segment = unit && segmentsOf(unit)[0]
    if (reading === undefined || unit === undefined || segment === undefined) throw new Error('no unit')
    const { start } = reading.locate({ unit, segment, side: 'source', start: 6, end: 9 })
    expect(xliff.slice(start.column - 1)).toMatch(/^two</)
  })
})
