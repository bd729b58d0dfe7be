import { describe, expect, it } from 'vitest'
import { hash32, seenUnits } from '../../../src/formats/tmx/duplicates.ts'
import {
  documentUnits,
  readTmx,
  readTmxDocuments,
  readUnit,
  sortUnits,
  streamTmxAsync,
  type TmxHeader,
  validateTmx,
  writeTmx,
} from '../../../src/formats/tmx/index.ts'
import { tmxReader } from '../../../src/formats/tmx/read.ts'
import { remembering } from '../../../src/formats/tmx/remembering.ts'
import { tmxLanguage } from '../../../src/formats/tmx/unit.ts'
import { parseXmlTree } from '../../../src/formats/xml/index.ts'
import { type Content, type Document, language, segmentsOf, unitsOf } from '../../../src/model/index.ts'
import { bareUnit } from '../bare-unit.ts'

const file = 'a.tmx'
const [en, ru] = [language('en'), language('ru')]
const utf8 = (text: string) => new TextEncoder().encode(text)
const head =
  '<header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="en" datatype="plaintext"/>'
const tmx = (body: string, header = head) => utf8(`<tmx version="1.4">\n${header}\n<body>\n${body}\n</body>\n</tmx>`)
const unitOf = (inside: string) =>
  `<tu tuid="u"><tuv xml:lang="en"><seg>${inside}</seg></tuv><tuv xml:lang="ru"><seg>x</seg></tuv></tu>`
const seg = (inside: string) => readTmx(tmx(unitOf(inside)), { file }).units[0]?.variants[0]?.content
const written = (content: Content) =>
  /<seg>(.*?)<\/seg>/.exec(
    new TextDecoder().decode(writeTmx([{ id: 'u', variants: [{ language: en, content }] }], { sourceLanguage: en })),
  )?.[1]

describe('codes', () => {
  it('that overlap keep what stands in them, subs too', () => {
    expect(
      seg('<bpt i="1">(</bpt>a<bpt i="2">[</bpt>b<ept i="1">)</ept>c<ept i="2">]<sub type="t">d</sub></ept>'),
    ).toEqual([
      { kind: 'sc', id: '1', data: '(' },
      { kind: 'text', text: 'a' },
      { kind: 'sc', id: '2', data: '[' },
      { kind: 'text', text: 'b' },
      { kind: 'ec', id: '1', startRef: '1', data: ')' },
      { kind: 'text', text: 'c' },
      { kind: 'ec', id: '2', startRef: '2', data: ']d', attributes: [{ name: 'tmx:sub', value: '1:2:t:' }] },
    ])
  })

  it('without a number, or with one that is taken, have no partner', () => {
    const { units, findings } = readTmx(tmx(unitOf('<ept/><bpt i="1"/><bpt i="1"/>a<ept i="1"/>')), { file })
    expect(units[0]?.variants[0]?.content).toEqual([
      { kind: 'ec', id: '0-end', isolated: true },
      {
        kind: 'pc',
        id: '1',
        children: [
          { kind: 'sc', id: '2', isolated: true },
          { kind: 'text', text: 'a' },
        ],
      },
    ])
    expect(findings.map(({ rule, data }) => [rule, data])).toEqual([
      ['tmx/unpaired-code', { element: 'ept', number: '' }],
      ['tmx/unpaired-code', { element: 'bpt', number: '1' }],
    ])
  })

  it('that name a character are it only where there is such a character', () => {
    const cp = (name: string) => seg(`<ph type="x-cp">${name}</ph>`)?.[0]
    expect(cp('U+0007')).toEqual({ kind: 'cp', codePoint: 7 })
    expect(cp('U+10FFFF')).toEqual({ kind: 'cp', codePoint: 0x10ffff })
    for (const name of ['U+110000', 'U+FFFFFF', 'U+7', 'seven']) {
      expect(cp(name)).toEqual({ kind: 'ph', id: '1', type: 'x-cp', data: name })
    }
    expect(seg('<ph type="x-cp"/>')).toEqual([{ kind: 'ph', id: '1', type: 'x-cp' }])
  })

  it('of other vocabularies inside a code are part of it, and a highlight keeps an x that was taken', () => {
    expect(seg('<ph>a<b>c</b></ph>')).toEqual([{ kind: 'ph', id: '1', data: 'ac' }])
    expect(seg('<ph x="1"/><hi x="1">a</hi>')).toEqual([
      { kind: 'ph', id: '1' },
      {
        kind: 'mrk',
        id: '2',
        attributes: [{ name: 'tmx:x', value: '1' }],
        children: [{ kind: 'text', text: 'a' }],
      },
    ])
  })

  it('are read past empty CDATA', () => {
    expect(seg('<![CDATA[]]>')).toEqual([])
    expect(seg('a<![CDATA[]]><ph/>')).toEqual([
      { kind: 'text', text: 'a' },
      { kind: 'ph', id: '1' },
    ])
  })

  it('are written with the subs that lie in them', () => {
    const sub = (value: string): Content => [
      { kind: 'ph', id: '1', data: 'abc', attributes: [{ name: 'tmx:sub', value }] },
    ]
    expect(written(sub('1:2:t:html'))).toBe('<ph x="1">a<sub datatype="html" type="t">b</sub>c</ph>')
    for (const wrong of ['2:1::', '1:9::', 'x', '-1:1::']) expect(written(sub(wrong))).toBe('<ph x="1">abc</ph>')
  })

  it('that end what never began are isolated', () => {
    expect(
      written([
        { kind: 'sc', id: '1' },
        { kind: 'ec', id: '2' },
        { kind: 'ec', id: '3', startRef: '1' },
      ]),
    ).toBe('<bpt i="1" x="1"/><it pos="end" x="2"/><ept i="1"/>')
  })
})

describe('units', () => {
  const element = (text: string) => parseXmlTree(text, { file })
  const faults: string[] = []
  const reader = {
    fault: ({ rule }: { rule: string }) => faults.push(rule),
    language: tmxLanguage,
    date: (text: string) => text,
  }

  it('are read from a tree, past layout, comments and what is not TMX', () => {
    const unit = readUnit(
      element(
        '<tu tuid="1">\n<!-- c --><other/><prop>p</prop>\n<tuv xml:lang="en">\n<other/><seg>a<!-- c -->b</seg></tuv>\n<tuv xml:lang="ru"><seg>в</seg></tuv></tu>',
      ),
      reader,
    )
    expect(unit).toEqual({
      id: '1',
      variants: [
        { language: en, content: [{ kind: 'text', text: 'ab' }] },
        { language: ru, content: [{ kind: 'text', text: 'в' }] },
      ],
      properties: [{ name: '', value: 'p' }],
    })
    expect(faults).toEqual([])
  })

  it('whose neighbour is no whole segment keep it as it is', () => {
    const previous = (value: string) =>
      readTmx(tmx(unitOf('a').replace('<tuv', `<prop type="prev">${value}</prop><tuv`)), { file }).units[0]?.previous
    expect(previous('&lt;seg>&amp;quot;&amp;apos;&amp;lt;&amp;gt;&amp;nbsp;&lt;/seg>')).toBe('"\'<>&nbsp;')
    expect(previous('&lt;seg>a')).toBe('<seg>a')
  })

  it('without variants stand first in the order', () => {
    const unit = { id: 'b', variants: [{ language: en, content: [{ kind: 'text' as const, text: 'a' }] }] }
    expect(sortUnits([unit, { id: 'a', variants: [] }], en).map(({ id }) => id)).toEqual(['a', 'b'])
  })

  it('are written without what XML cannot hold in notes', () => {
    const unit = { id: 'a\u0001', variants: [{ language: en, content: [] }], notes: ['b\uFFFFc\nd'] }
    const text = new TextDecoder().decode(writeTmx([unit], { sourceLanguage: en }))
    expect(text).toContain('<tu tuid="a">')
    expect(text).toContain('<note>bc&#10;d</note>')
  })
})

describe('files', () => {
  it('without a header or a version are read, and both are told', () => {
    const headers: TmxHeader[] = []
    const found: string[] = []
    const stream = tmxReader({
      file,
      onHeader: header => headers.push(header),
      onFinding: ({ rule, data, place }) => found.push(`${rule} ${place.start.line} "${data.version}"`),
      onUnit: () => {},
    })
    stream.write(utf8('\n<tmx><other>text</other><body/></tmx>'))
    stream.end()
    expect(headers).toEqual([{ version: '', attributes: [], notes: [], properties: [] }])
    expect(found).toEqual(['tmx/version 2 ""'])
    expect(readTmx(utf8('<tmx version="1.4"><body/></tmx>'), { file }).header.version).toBe('1.4')
  })

  it('keep attributes of the header but declarations, and a property without a type', () => {
    const header = '<header xmlns="" xmlns:p="u" xmlnsx="1" srclang="en"><prop>v</prop></header>'
    expect(readTmx(tmx('', header), { file }).header).toMatchObject({
      attributes: [
        { name: 'xmlnsx', value: '1' },
        { name: 'srclang', value: 'en' },
      ],
      properties: [{ name: '', value: 'v' }],
    })
  })

  it('that come later give what each piece ends', async () => {
    const text = tmx(`${unitOf('a')}\n${unitOf('b')}`)
    async function* pieces(size: number) {
      for (let i = 0; i < text.length; i += size) yield text.subarray(i, i + size)
    }
    for (const size of [text.length, 2000, 40]) {
      const ids: string[] = []
      for await (const batch of streamTmxAsync(pieces(size), { file })) {
        expect(batch.length).toBeGreaterThan(0)
        ids.push(...batch.map(unit => unit.id))
      }
      expect(ids).toEqual(['u', 'u-2'])
    }
  })

  it('give the places of their stretches', () => {
    const text = new TextDecoder().decode(
      tmx(
        '<tu tuid="1"><tuv xml:lang="en"><seg>a &amp; <!-- c --><hi>b</hi><ph/>c</seg></tuv><tuv xml:lang="ru"><seg>эю</seg></tuv></tu>',
      ),
    )
    const [reading] = readTmxDocuments(utf8(text), { file })
    const [unit] = reading === undefined ? [] : unitsOf(reading.document)
    const [segment] = unit === undefined ? [] : segmentsOf(unit)
    if (reading === undefined || unit === undefined || segment === undefined) throw new Error('a segment expected')
    const lines = text.split('\n')
    const at = (location: Parameters<typeof reading.locate>[0]): string => {
      const { start, end } = reading.locate(location)
      return lines[start.line - 1]?.slice(start.column - 1, end.column - 1) ?? ''
    }
    expect(at({ unit, segment, start: 2, end: 3 })).toBe('&amp;')
    expect(at({ unit, segment, start: 4, end: 5 })).toBe('b')
    expect(at({ unit, segment, start: 5, end: 6 })).toBe('<ph/>')
    expect(at({ unit, segment })).toBe('a &amp; <!-- c --><hi>b</hi><ph/>c')
    expect(at({ unit, segment, side: 'target', start: 1 })).toBe('ю')
    expect(reading.locate({ unit }).start).toEqual({ line: 4, column: 1 })
    expect(reading.locate({ unit: { ...unit } }).start).toEqual({ line: 1, column: 1 })
  })

  it('are written from a document of which no one hears the losses', () => {
    const document: Document = {
      sourceLanguage: en,
      targetLanguage: ru,
      files: [
        {
          kind: 'file',
          id: 'f',
          notes: [],
          children: [
            {
              ...bareUnit,
              parts: [{ kind: 'segment', id: 's', source: [], state: 'initial' }],
            },
          ],
        },
      ],
    }
    expect(documentUnits(document)).toEqual([])
    expect(documentUnits({ ...document, files: [] })).toEqual([])
  })
})

describe('validateTmx', () => {
  const told = (bytes: Uint8Array) =>
    validateTmx(bytes, { file }).map(({ rule, data }) => `${rule} ${JSON.stringify(data)}`)

  it('looks past comments', () => {
    expect(told(tmx(unitOf('a<!-- c --><ph>b<!-- c --><sub>d<!-- c --></sub></ph>')))).toEqual([])
  })

  it('finds a variant alone without its language, and codes without a number', () => {
    expect(told(tmx('<tu><tuv><note>n</note><seg>a</seg></tuv></tu>'))).toEqual([
      'tmx/single-variant {"language":""}',
      'tmx/missing-language {}',
    ])
    expect(told(tmx(unitOf('<ept/>')))).toContain('tmx/unpaired-code {"element":"ept","number":""}')
  })

  it('asks for the base of a user-defined encoding only where its maps have codes', () => {
    const header = (map: string) => head.replace('/>', `><ude name="u"><map unicode="#xF8FF" ${map}/></ude></header>`)
    expect(told(tmx('', header('')))).toEqual([])
    expect(told(tmx('', header('code="#xF0"')))).toEqual(['tmx/missing-attribute {"element":"ude","attribute":"base"}'])
  })
})

describe('tables', () => {
  it('an id whose hash is nought is kept as any other', () => {
    const id = '\u6CF6\u1811'
    expect(hash32(id, 0x3c6ef372)).toBe(0)
    const seen = seenUnits()
    expect([seen.add(id, 1), seen.add(id, 1), seen.add(id, 2)]).toEqual(['new', 'same', 'other'])
  })

  it('answers are remembered until there are a thousand', () => {
    const asked: string[] = []
    const answer = remembering(text => {
      asked.push(text)
      return text === '' ? undefined : text.length
    })
    expect([answer(''), answer(''), answer('ab'), answer('ab')]).toEqual([undefined, undefined, 2, 2])
    expect(asked).toEqual(['', 'ab'])
    for (let i = 0; i < 999; i++) answer(`text ${i}`)
    expect(answer('ab')).toBe(2)
    expect(asked.filter(text => text === 'ab')).toHaveLength(2)
  })
})
