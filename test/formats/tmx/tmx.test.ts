import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTmx, sortUnits, streamTmx, streamTmxAsync, writeTmx } from '../../../src/formats/tmx/index.ts'
import { decodeXml, parseXml } from '../../../src/formats/xml/index.ts'
import { type Content, language, plainText, states, type TranslationUnit } from '../../../src/model/index.ts'
import { contents, xmlText } from './content.ts'

const file = 'a.tmx'
const [en, ru, kk] = [language('en'), language('ru'), language('kk')]
const utf8 = (text: string) => new TextEncoder().encode(text)
const tmx = (body: string, header = 'srclang="en"', version = '1.4') =>
  utf8(
    `<?xml version="1.0"?>\n<tmx version="${version}">\n<header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" ${header} datatype="plaintext"/>\n<body>\n${body}\n</body>\n</tmx>`,
  )
const seg = (inside: string) => {
  const { units } = readTmx(
    tmx(`<tu><tuv xml:lang="en"><seg>${inside}</seg></tuv><tuv xml:lang="ru"><seg>x</seg></tuv></tu>`),
    { file },
  )
  return units[0]?.variants[0]?.content ?? []
}
const failureOf = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    return error
  }
  return undefined
}

const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined })
const name = fc.stringMatching(/^[a-z]{1,6}$/)
const properties = optional(
  fc.uniqueArray(fc.record({ name: name.map(each => `p-${each}`), value: xmlText }), {
    minLength: 1,
    maxLength: 2,
    selector: each => each.name,
  }),
)
const variant = (tag: typeof en) =>
  fc
    .record({ language: fc.constant(tag), content: contents, properties })
    .map(({ properties: own, ...rest }) => (own ? { ...rest, properties: own } : rest))
const unitFields = fc.record({
  id: fc.string({ unit: fc.constantFrom(...'ab1-<"&қ'), minLength: 1 }),
  variants: fc.tuple(variant(en), variant(kk), variant(ru)),
  previous: optional(xmlText),
  next: optional(xmlText),
  origin: optional(xmlText),
  author: optional(name),
  created: optional(fc.constant('2022-01-14T09:30:00Z')),
  changed: optional(fc.constant('2024-02-29T23:59:59Z')),
  state: optional(fc.constantFrom(...states)),
  notes: optional(fc.array(xmlText, { minLength: 1, maxLength: 2 })),
  properties,
})
// Proof: only keys with the value undefined are taken out.
const defined = (unit: object) =>
  Object.fromEntries(Object.entries(unit).filter(([, value]) => value !== undefined)) as unknown as TranslationUnit
const units = fc.uniqueArray(unitFields.map(defined), { maxLength: 4, selector: unit => unit.id })

describe('writeTmx and readTmx', () => {
  it('give back every unit', () => {
    fc.assert(
      fc.property(units, list => {
        const losses: string[] = []
        const bytes = writeTmx(list, { sourceLanguage: en, onLoss: what => losses.push(what) })
        const read = readTmx(bytes, { file })
        expect(read.findings).toEqual([])
        expect(read.units).toEqual(sortUnits(list, en))
        expect(losses).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('write the same bytes for the same units in any order', () => {
    fc.assert(
      fc.property(units, list => {
        expect(writeTmx(list.toReversed(), { sourceLanguage: en })).toEqual(writeTmx(list, { sourceLanguage: en }))
      }),
    )
  })

  it('write only what a strict reader accepts, a variant a line', () => {
    fc.assert(
      fc.property(units, list => {
        const text = new TextDecoder().decode(writeTmx(list, { sourceLanguage: '*all*' }))
        parseXml(text, { file }, {})
        expect(text.split('\n').filter(line => line.includes('<tuv '))).toHaveLength(list.length * 3)
      }),
    )
  })

  it.each(['utf-8', 'utf-16le', 'utf-16be'] as const)('read and write %s', encoding => {
    const unit: TranslationUnit = {
      id: 'u',
      variants: [
        { language: kk, content: [{ kind: 'text', text: 'Қазақ 😀' }] },
        { language: ru, content: [] },
      ],
    }
    const bytes = writeTmx([unit], { sourceLanguage: kk, encoding })
    expect(readTmx(bytes, { file }).units).toEqual([unit])
    expect(decodeXml(bytes, { file }).encoding).toBe(encoding)
  })

  it('put the source first and the others in the order of their tags', () => {
    const unit: TranslationUnit = {
      id: 'u',
      variants: [kk, en, ru].map(tag => ({ language: tag, content: [{ kind: 'text', text: tag }] })),
    }
    const text = new TextDecoder().decode(writeTmx([unit], { sourceLanguage: ru }))
    expect([...text.matchAll(/<seg>(\w+)/g)].map(found => found[1])).toEqual(['ru', 'en', 'kk'])
  })

  it('sort by code points, not by UTF-16 units', () => {
    const unit = (text: string): TranslationUnit => ({
      id: text,
      variants: [{ language: en, content: [{ kind: 'text', text }] }],
    })
    expect(sortUnits(['😀', '\uFF5E', 'a', 'A', 'Ә', 'aa'].map(unit), en).map(each => each.id)).toEqual([
      'A',
      'a',
      'aa',
      'Ә',
      '\uFF5E',
      '😀',
    ])
  })

  it('keep notes and properties of the header', () => {
    const bytes = writeTmx([], { sourceLanguage: '*all*', notes: ['a < b'], properties: [{ name: 'p', value: 'v' }] })
    expect(readTmx(bytes, { file }).header).toMatchObject({
      sourceLanguage: '*all*',
      version: '1.4',
      notes: ['a < b'],
      properties: [{ name: 'p', value: 'v' }],
    })
  })
})

describe('inline codes', () => {
  const reread = (content: Content) => {
    const bytes = writeTmx([{ id: 'u', variants: [{ language: en, content }] }], { sourceLanguage: en })
    return readTmx(bytes, { file }).units[0]?.variants[0]?.content
  }

  it('are pairs where they nest', () => {
    expect(seg('a<bpt i="1" x="3" type="bold">&lt;b></bpt>c<ept i="1">&lt;/b></ept>')).toEqual([
      { kind: 'text', text: 'a' },
      { kind: 'pc', id: '3', data: '<b>', type: 'bold', dataEnd: '</b>', children: [{ kind: 'text', text: 'c' }] },
    ])
  })

  it('are starts and ends where they overlap, and come back so', () => {
    const content = seg('<bpt i="1" x="1"/>a<bpt i="2" x="2"/>b<ept i="1"/>c<ept i="2"/>')
    expect(content.map(each => each.kind)).toEqual(['sc', 'text', 'sc', 'text', 'ec', 'text', 'ec'])
    expect(reread(content)).toEqual(content)
  })

  it('are starts and ends where a pair crosses a highlight', () => {
    const content = seg('<hi><bpt i="1" x="1"/>a</hi>b<ept i="1"/>')
    expect(content).toMatchObject([
      { kind: 'mrk', children: [{ kind: 'sc', id: '1' }, {}] },
      {},
      { kind: 'ec', startRef: '1' },
    ])
    expect(reread(content)).toEqual(content)
  })

  it('stay a pair around one that crosses a highlight', () => {
    const content = seg('<bpt i="1" x="1"/>a<bpt i="2" x="2"/><hi x="3">b<ept i="2"/></hi>c<ept i="1"/>')
    expect(content).toMatchObject([
      { kind: 'pc', children: [{}, { kind: 'sc', id: '2' }, { kind: 'mrk', id: '3' }, {}] },
    ])
    expect(reread(content)).toEqual(content)
  })

  it('keep a repeated x, assoc, ut and the place of subs', () => {
    const inside =
      '<bpt i="1" x="2"/>a<ept i="1"/><bpt i="2" x="2"/>b<ept i="2"/><ut>{\\b</ut><ph assoc="p">alt="<sub type="t">see <bpt i="1"/>it</sub>"</ph>'
    const content = seg(inside)
    expect(content.map(each => ('id' in each ? each.id : each.kind))).toEqual(['2', '1', '3', '4'])
    expect(reread(content)).toEqual(content)
    const text = new TextDecoder().decode(
      writeTmx([{ id: 'u', variants: [{ language: en, content }] }], { sourceLanguage: en }),
    )
    expect(text).toContain('<bpt i="2" x="2"/>b')
    expect(text).toContain('<ut x="3">{\\b</ut>')
    expect(text).toContain('<ph assoc="p" x="4">alt="<sub type="t">see it</sub>"</ph>')
  })

  it('keep type and sub-type of XLIFF 2', () => {
    const content: Content = [
      { kind: 'ph', id: 'c1', type: 'fmt', subType: 'xlf:b' },
      { kind: 'ph', id: 'c2', subType: 'a:b' },
    ]
    expect(reread(content)).toEqual(content)
  })

  it('without a partner are told and kept apart', () => {
    const bytes = tmx(
      '<tu>\n<tuv xml:lang="en"><seg><bpt i="1">&lt;b></bpt>Bold</seg></tuv>\n<tuv xml:lang="ru"><seg>Жирный<ept i="2"/></seg></tuv></tu>',
    )
    const { units: list, findings } = readTmx(bytes, { file })
    expect(findings).toMatchObject([
      { rule: 'tmx/unpaired-code', place: { start: { line: 6, column: 25 } }, data: { element: 'bpt', number: '1' } },
      { rule: 'tmx/unpaired-code', place: { start: { line: 7 } }, data: { element: 'ept', number: '2' } },
    ])
    expect(list[0]?.variants.map(each => each.content)).toMatchObject([
      [{ kind: 'sc', isolated: true }, {}],
      [{}, { kind: 'ec', isolated: true }],
    ])
  })

  it('that XML cannot hold in a text become code points', () => {
    expect(reread([{ kind: 'text', text: 'a\u0007b\uD800' }])).toEqual([
      { kind: 'text', text: 'a' },
      { kind: 'cp', codePoint: 7 },
      { kind: 'text', text: 'b' },
      { kind: 'cp', codePoint: 0xd800 },
    ])
  })

  it('tell what TMX cannot hold', () => {
    const losses: string[] = []
    const content: Content = [
      { kind: 'ph', id: '1', equiv: 'x', data: '\u0001' },
      { kind: 'mrk', id: '2', translate: 'no', children: [] },
      { kind: 'sm', id: '3' },
      { kind: 'em', startRef: '3' },
    ]
    writeTmx([{ id: 'u', variants: [{ language: en, content }] }], {
      sourceLanguage: en,
      onLoss: (what, unit) => losses.push(`${what} ${unit}`),
    })
    expect(new Set(losses)).toEqual(new Set(['code u', 'marker u']))
  })

  it('by the thousand stay flat and quick', () => {
    const content = seg(
      `${Array.from({ length: 20_000 }, (_, i) => `<bpt i="${i}"/>`).join('')}${Array.from({ length: 20_000 }, (_, i) => `<ept i="${i}"/>`).join('')}`,
    )
    expect(content).toHaveLength(40_000)
  })
})

describe('readTmx', () => {
  it('gives a unit without tuid an id of its content', () => {
    const unit = '<tu><tuv xml:lang="en"><seg>One</seg></tuv><tuv xml:lang="ru"><seg>Один</seg></tuv></tu>'
    const first = readTmx(tmx(unit), { file })
    const second = readTmx(tmx(unit, 'srclang="*all*"'), { file })
    expect(first.units[0]?.id).toMatch(/^t[0-9a-f]{16}$/)
    expect(second.units).toEqual(first.units)
  })

  it('reads lang of TMX 1.1 and tags in any spelling', () => {
    const { units: list } = readTmx(
      tmx(
        '<tu><tuv lang="EN_us"><seg>a</seg></tuv><tuv xml:lang="ru_RU"><seg>б</seg></tuv><tuv xml:lang="KK-cyrl"><seg>в</seg></tuv></tu>',
        'srclang="EN"',
        '1.1',
      ),
      { file },
    )
    expect(list[0]?.variants.map(each => each.language)).toEqual(['en-US', 'ru-RU', 'kk-Cyrl'])
  })

  it('keeps blanks and breaks of a segment, and unescapes once', () => {
    expect(plainText(seg('\n  two &amp;lt;br&amp;gt; \t'))).toBe('\n  two &lt;br&gt; \t')
    expect(plainText(seg('<![CDATA[a <b> ]]>&amp;'))).toBe('a <b> &')
  })

  it('reads the neighbours as other tools write them', () => {
    const unit =
      '<tu><prop type="x-context-pre">&lt;seg&gt;A &amp;amp; B&lt;/seg&gt;</prop><prop type="next">C</prop><prop type="x-state">odd</prop><tuv xml:lang="en"><seg>a</seg></tuv><tuv xml:lang="ru"><seg>б</seg></tuv></tu>'
    expect(readTmx(tmx(unit), { file }).units[0]).toMatchObject({
      previous: 'A & B',
      next: 'C',
      properties: [{ name: 'x-state', value: 'odd' }],
    })
  })

  it('keeps attributes and notes of units and variants', () => {
    const unit: TranslationUnit = {
      id: 'u',
      variants: [
        {
          language: en,
          content: [],
          properties: [
            { name: '@creationdate', value: '20220101T000000Z' },
            { name: '@note', value: 'n' },
            { name: 'p', value: 'v' },
          ],
        },
        { language: ru, content: [] },
      ],
      properties: [{ name: '@usagecount', value: '3' }],
    }
    const bytes = writeTmx([unit], { sourceLanguage: en })
    expect(new TextDecoder().decode(bytes)).toContain(
      '<tuv xml:lang="en" creationdate="20220101T000000Z"><note>n</note><prop type="p">v</prop><seg></seg></tuv>',
    )
    expect(readTmx(bytes, { file }).units).toEqual([unit])
  })

  it.each([
    ['no-variant', '<tu/>', 5],
    ['single-variant', '<tu><tuv xml:lang="en"><seg>a</seg></tuv></tu>', 5],
    [
      'missing-language',
      '<tu>\n<tuv><seg>a</seg></tuv>\n<tuv xml:lang="ru"><seg>a</seg></tuv><tuv xml:lang="kk"><seg>a</seg></tuv></tu>',
      6,
    ],
    [
      'missing-segment',
      '<tu>\n<tuv xml:lang="en"/>\n<tuv xml:lang="ru"><seg>a</seg></tuv><tuv xml:lang="kk"><seg>a</seg></tuv></tu>',
      6,
    ],
    [
      'invalid-language',
      '<tu>\n<tuv xml:lang="x!"><seg>a</seg></tuv>\n<tuv xml:lang="ru"><seg>a</seg></tuv><tuv xml:lang="kk"><seg>a</seg></tuv></tu>',
      6,
    ],
  ])('tells of %s with its line', (rule, body, line) => {
    expect(readTmx(tmx(body), { file }).findings).toMatchObject([
      { rule: `tmx/${rule}`, level: 'warning', place: { file, start: { line } } },
    ])
  })

  it('tells of a header without source language and of an unknown version', () => {
    expect(readTmx(tmx('', ''), { file }).findings).toMatchObject([
      { rule: 'tmx/source-language', place: { start: { line: 3, column: 1 } } },
    ])
    expect(readTmx(tmx('', 'srclang="en"', '9.9'), { file }).findings).toMatchObject([
      { rule: 'tmx/version', place: { start: { line: 2, column: 1 } } },
    ])
  })

  it('tells of duplicates; a second unit of one id keeps its text', () => {
    const pair = (id: string, text: string) =>
      `<tu tuid="${id}"><tuv xml:lang="en"><seg>a</seg></tuv><tuv xml:lang="ru"><seg>${text}</seg></tuv></tu>`
    const body = [pair('1', 'б'), pair('1', 'б'), pair('1', 'в'), pair('1', 'г'), pair('__proto__', 'д')].join('\n')
    const { units: list, findings } = readTmx(tmx(body), { file })
    expect(list.map(unit => unit.id)).toEqual(['1', '1-2', '1-3', '__proto__'])
    expect(findings.map(finding => finding.rule)).toEqual([
      'tmx/duplicate-unit',
      'tmx/duplicate-tuid',
      'tmx/duplicate-tuid',
    ])
  })

  it('is quick when a hundred thousand units have one tuid', () => {
    const body = Array.from(
      { length: 100_000 },
      (_, i) => `<tu tuid="a"><tuv xml:lang="en"><seg>a</seg></tuv><tuv xml:lang="ru"><seg>${i}</seg></tuv></tu>`,
    )
    const ids = readTmx(tmx(body.join('\n')), { file }).units.map(unit => unit.id)
    expect(new Set(ids).size).toBe(100_000)
  })

  it('refuses what is no TMX', () => {
    expect(failureOf(() => readTmx(utf8('\n<xliff version="1.2"/>'), { file }))).toMatchObject({
      code: 'tmx.not-tmx',
      data: { found: 'xliff' },
      place: { file, start: { line: 2 } },
    })
    expect(failureOf(() => readTmx(utf8('<tmx version="1.4"><header srclang="en"/></tmx>'), { file }))).toMatchObject({
      code: 'tmx.no-body',
    })
  })
})

describe('streamTmx', () => {
  const bytes = tmx(
    Array.from(
      { length: 200 },
      (_, i) =>
        `<tu tuid="${i}">\n<tuv xml:lang="en"><seg>Text ${i}</seg></tuv>\n<tuv xml:lang="kk"><seg>Мәтін ${i}</seg></tuv></tu>`,
    ).join('\n'),
  )
  const cut = (data: Uint8Array, size: number) =>
    Array.from({ length: Math.ceil(data.length / size) }, (_, i) => data.subarray(i * size, (i + 1) * size))

  it('gives the same units for pieces of any size', () => {
    const whole = readTmx(bytes, { file }).units
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), size => {
        expect([...streamTmx(cut(bytes, size), { file })]).toEqual(whole)
      }),
      { numRuns: 20 },
    )
  })

  it('gives the header before the units', async () => {
    const heard: string[] = []
    const options = { file, onHeader: () => heard.push('header'), onFinding: () => heard.push('finding') }
    async function* later() {
      yield* cut(bytes, 1000)
    }
    let count = 0
    for await (const batch of streamTmxAsync(later(), options)) {
      heard.push('units')
      count += batch.length
    }
    expect(heard[0]).toBe('header')
    expect(heard).not.toContain('finding')
    expect(count).toBe(200)
  })

  it('throws at the end of a file that was cut', () => {
    const pieces = cut(bytes.subarray(0, bytes.length - 40), 1000)
    expect(failureOf(() => [...streamTmx(pieces, { file })])).toMatchObject({ code: 'xml.unclosed', place: { file } })
  })

  it('names the line of a fault', () => {
    const body = `${'<tu tuid="a"><tuv xml:lang="en"><seg>a</seg></tuv>\n<tuv xml:lang="ru"><seg>b</seg></tuv></tu>\n'}<tu\n tuid="b">\n<tuv xml:lang="en"/>\n<tuv xml:lang="en"><seg>a</seg></tuv><tuv xml:lang="ru"><seg>a</seg></tuv></tu>`
    const lines: number[] = []
    const options = {
      file,
      onFinding: (finding: { place: { start: { line: number } } }) => lines.push(finding.place.start.line),
    }
    expect([...streamTmx(cut(tmx(body), 64), options)]).toHaveLength(2)
    expect(lines).toEqual([9])
  })

  it('names the line where the start tag of a unit without variants ends', () => {
    const lines: number[] = []
    const options = {
      file,
      onFinding: (finding: { place: { start: { line: number } } }) => lines.push(finding.place.start.line),
    }
    expect([...streamTmx([tmx('<tu/>\n<tu\n/>')], options)]).toEqual([])
    expect(lines).toEqual([5, 7])
  })
})
