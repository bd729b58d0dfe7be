import { describe, expect, it } from 'vitest'
import { validateTmx, writeTmx } from '../../../src/formats/tmx/index.ts'
import { language } from '../../../src/model/index.ts'

const file = 'a.tmx'
const utf8 = (text: string) => new TextEncoder().encode(text)
const header = (attributes = '', inside = '') =>
  `<header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="en" datatype="plaintext" ${attributes}>${inside}</header>`
const tmx = (body: string, head = header(), root = 'version="1.4"') =>
  utf8(
    `<?xml version="1.0"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx ${root}>\n${head}\n<body>\n${body}\n</body>\n</tmx>`,
  )
const unit = (en: string, attributes = '', ru = 'б') =>
  `<tu ${attributes}><tuv xml:lang="en"><seg>${en}</seg></tuv><tuv xml:lang="ru"><seg>${ru}</seg></tuv></tu>`
function* cut(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size)
}
const rules = (bytes: Uint8Array) => validateTmx(bytes, { file }).map(each => each.rule)

describe('validateTmx', () => {
  it('accepts what we write, and all inline elements', () => {
    const all =
      '<bpt i="1" x="1" type="b">a<sub datatype="html">c <ph/></sub></bpt><hi><it pos="begin"/></hi><ept i="1"/><ut x="2">u</ut>'
    expect(rules(tmx(unit(all, 'tuid="1" segtype="block" creationdate="20220114T093000Z" usagecount="3"')))).toEqual([])
    expect(
      rules(
        tmx(
          '',
          header(
            '',
            '<note>n</note><prop type="p">v</prop><ude name="u" base="b"><map unicode="#xF8FF" code="#xF0"/></ude>',
          ),
        ),
      ),
    ).toEqual([])
    expect(
      rules(
        writeTmx(
          [
            {
              id: 'u',
              variants: [
                { language: language('en'), content: [] },
                { language: language('kk'), content: [] },
              ],
            },
          ],
          { sourceLanguage: '*all*' },
        ),
      ),
    ).toEqual([])
  })

  it.each([
    ['root', utf8('<xliff version="1.2"><file/></xliff>'), 1, 1],
    ['attribute-value', tmx('', header(), 'version="2.0"'), 3, 1],
    ['missing-attribute', tmx('', header(), ''), 3, 1],
    [
      'missing-attribute',
      tmx(
        '',
        '<header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" datatype="d"/>',
      ),
      4,
      1,
    ],
    ['unexpected-element', utf8('<tmx version="1.4"><body/></tmx>'), 1, 20],
    ['missing-element', utf8(`<tmx version="1.4">${header()}</tmx>`), 1, 1],
    ['unexpected-element', tmx('<x/>'), 6, 1],
    ['unexpected-text', tmx('text'), 5, 1],
    ['unexpected-attribute', tmx(unit('a', 'id="1"')), 6, 1],
    ['missing-element', tmx('<tu/>'), 6, 1],
    [
      'unexpected-element',
      tmx('<tu><tuv xml:lang="en"><seg/></tuv><tuv xml:lang="ru"><seg/></tuv><note>late</note></tu>'),
      6,
      67,
    ],
    ['unexpected-element', tmx(unit('<b>a</b>')), 6, 30],
    ['missing-attribute', tmx(unit('<it/>')), 6, 30],
    ['unpaired-code', tmx(unit('<ept i="1"/>')), 6, 30],
    ['duplicate-code', tmx(unit('<bpt i="1"/><ept i="1"/><bpt i="1"/><ept i="1"/>')), 6, 54],
    ['missing-language', tmx('<tu><tuv><seg/></tuv><tuv xml:lang="en"><seg/></tuv></tu>'), 6, 5],
    ['invalid-language', tmx('<tu><tuv xml:lang="x!"><seg/></tuv><tuv xml:lang="en"><seg/></tuv></tu>'), 6, 5],
    ['source-language', tmx(unit('a', 'srclang="x!"').replace('xml:lang="en"', 'xml:lang="x"')), 6, 1],
    ['date', tmx(unit('a', 'changedate="2022-01-14"')), 6, 1],
    ['number', tmx(unit('a', 'usagecount="many"')), 6, 1],
    ['missing-attribute', tmx('', header('', '<ude name="u"><map unicode="#x1" code="#x2"/></ude>')), 4, 129],
  ])('finds tmx/%s', (rule, bytes, line, column) => {
    const found = validateTmx(bytes, { file }).find(each => each.rule === `tmx/${rule}`)
    expect(found).toMatchObject({ level: 'error', place: { file, start: { line, column } } })
    expect(validateTmx(cut(bytes, 7), { file })).toEqual(validateTmx(bytes, { file }))
  })

  it('tells places in units of several lines', () => {
    const body = `${unit('a')}\n  ${unit('a\r\n\r<it\n/>')}\n<x\n/>${unit('a', '\nid="1"')}`
    expect(validateTmx(tmx(body), { file }).map(({ rule, place }) => [rule, place.start, place.end])).toEqual([
      ['tmx/missing-attribute', { line: 9, column: 1 }, { line: 10, column: 3 }],
      ['tmx/unexpected-element', { line: 11, column: 1 }, { line: 12, column: 3 }],
      ['tmx/unexpected-attribute', { line: 12, column: 3 }, { line: 13, column: 8 }],
    ])
  })

  it.each([
    ['single-variant', tmx('<tu><tuv xml:lang="en"><seg>a</seg></tuv></tu>')],
    ['source-variant', tmx(unit('a', 'srclang="de"'))],
    ['duplicate-tuid', tmx(unit('a', 'tuid="1"') + unit('b', 'tuid="1"'))],
  ])('warns of tmx/%s', (rule, bytes) => {
    expect(validateTmx(bytes, { file })).toMatchObject([{ rule: `tmx/${rule}`, level: 'warning' }])
  })

  it('refuses what is not well-formed', () => {
    expect(() => validateTmx(utf8('<tmx version="1.4">'), { file })).toThrow('xml.unclosed')
  })
})
