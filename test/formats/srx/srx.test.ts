import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSrx, validateSrx, writeSrx } from '../../../src/formats/srx/index.ts'
import type { SegmentationRules } from '../../../src/model/index.ts'

const file = 'rules.srx'
const utf8 = (text: string) => new TextEncoder().encode(text)
const failureOf = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    return error
  }
  return undefined
}
const srx = (parts: { root?: string; header?: string; rules?: string; maps?: string } = {}) =>
  utf8(`<?xml version="1.0"?>
<srx ${parts.root ?? 'xmlns="http://www.lisa.org/srx20" version="2.0"'}>
${parts.header ?? '<header segmentsubflows="yes" cascade="no"/>'}
<body><languagerules>
${parts.rules ?? '<languagerule languagerulename="Default"><rule break="yes"><beforebreak>[.?!]+</beforebreak><afterbreak>\\s</afterbreak></rule></languagerule>'}
</languagerules><maprules>
${parts.maps ?? '<languagemap languagepattern=".*" languagerulename="Default"/>'}
</maprules></body></srx>`)

const pattern = fc.string({ unit: fc.constantFrom(...'a.[]\\s&<>"\'+қ\t') })
const rule = fc
  .record({
    isBreak: fc.boolean(),
    before: pattern,
    after: pattern,
    id: fc.option(fc.stringMatching(/^[a-zа-я][a-zа-я /]{0,6}[a-z]$/), { nil: undefined }),
  })
  .map(({ id, ...rest }) => (id === undefined ? rest : { ...rest, id }))
const rules: fc.Arbitrary<SegmentationRules> = fc
  .record({
    cascade: fc.boolean(),
    segmentSubflows: fc.boolean(),
    formatHandles: fc.record({ start: fc.boolean(), end: fc.boolean(), isolated: fc.boolean() }),
    languageRules: fc.uniqueArray(
      fc.record({
        name: fc.stringMatching(/^[A-Za-z&"<]{1,5}$/),
        rules: fc.array(rule, { minLength: 1, maxLength: 3 }),
      }),
      {
        selector: each => each.name,
        minLength: 1,
        maxLength: 3,
      },
    ),
    patterns: fc.array(pattern, { minLength: 1, maxLength: 3 }),
  })
  .map(({ patterns, ...rest }) => ({
    ...rest,
    languageMaps: patterns.map((text, i) => ({
      pattern: text,
      languageRule: rest.languageRules[i % rest.languageRules.length]?.name ?? '',
    })),
  }))
const withoutLines = (value: SegmentationRules) =>
  JSON.parse(JSON.stringify(value, (key, each) => (key === 'line' ? undefined : each)))

describe('writeSrx and readSrx', () => {
  it('give back all rules, in a valid file', () => {
    fc.assert(
      fc.property(rules, value => {
        const bytes = writeSrx(value)
        expect(withoutLines(readSrx(bytes, { file }).rules)).toEqual(value)
        expect(validateSrx(bytes, { file })).toEqual([])
      }),
    )
  })
})

describe('readSrx', () => {
  it('keeps patterns as written, with their lines', () => {
    const text =
      '<languagerule languagerulename="Default">\n<rule break="no"><beforebreak>(?i)\\bапр\\.&amp;</beforebreak></rule>\n<rule>\n<afterbreak><![CDATA[<\\s]]></afterbreak></rule></languagerule>'
    const { rules: read, findings } = readSrx(srx({ rules: text }), { file })
    expect(read.languageRules).toEqual([
      {
        name: 'Default',
        rules: [
          { isBreak: false, before: '(?i)\\bапр\\.&', after: '', line: 6 },
          { isBreak: true, before: '', after: '<\\s', line: 7 },
        ],
      },
    ])
    expect(read).toMatchObject({
      cascade: false,
      segmentSubflows: true,
      formatHandles: { start: false, end: true, isolated: false },
    })
    expect(findings).toEqual([])
  })

  it('reads version 1.0 with a warning', () => {
    const bytes = srx({
      root: 'version="1.0"',
      header: '<header segmentsubflows="yes"/>',
      maps: '<maprule maprulename="d"><languagemap languagepattern=".*" languagerulename="Default"/></maprule>',
    })
    const { rules: read, version, findings } = readSrx(bytes, { file })
    expect(version).toBe('1.0')
    expect(read.languageMaps).toMatchObject([{ pattern: '.*', languageRule: 'Default' }])
    expect(findings).toMatchObject([
      { rule: 'srx/version', level: 'warning', place: { file, start: { line: 2, column: 1 } } },
    ])
    expect(validateSrx(bytes, { file }).map(each => [each.rule, each.level])).toEqual([['srx/version', 'warning']])
  })

  it.each([
    ['srx.not-srx', utf8('<tmx version="1.4"/>'), 1],
    ['srx.missing-element', utf8('<srx version="2.0" xmlns="http://www.lisa.org/srx20">\n</srx>'), 1],
    ['srx.missing-attribute', srx({ rules: '<languagerule/>' }), 5],
    [
      'srx.duplicate-rule',
      srx({ rules: '<languagerule languagerulename="Default"/>\n<languagerule languagerulename="Default"/>' }),
      6,
    ],
    [
      'srx.unknown-rule',
      srx({
        maps: '<languagemap languagepattern="a" languagerulename="Default"/>\n<languagemap languagepattern=".*" languagerulename="Nowhere"/>',
      }),
      8,
    ],
  ])('refuses with %s and the line', (code, bytes, line) => {
    expect(failureOf(() => readSrx(bytes, { file }))).toMatchObject({ code, place: { file, start: { line } } })
  })

  it('warns of a wrong namespace', () => {
    expect(readSrx(srx({ root: 'version="2.0"' }), { file }).findings).toMatchObject([{ rule: 'srx/namespace' }])
  })
})

describe('validateSrx', () => {
  it.each([
    ['root', utf8('<tmx/>')],
    ['namespace', srx({ root: 'xmlns="http://example.com" version="2.0"' })],
    ['attribute-value', srx({ root: 'xmlns="http://www.lisa.org/srx20" version="3.0"' })],
    ['missing-attribute', srx({ header: '<header segmentsubflows="yes"/>' })],
    ['attribute-value', srx({ header: '<header segmentsubflows="yes" cascade="maybe"/>' })],
    ['unexpected-attribute', srx({ header: '<header segmentsubflows="yes" cascade="no" other="1"/>' })],
    [
      'duplicate-handle',
      srx({
        header:
          '<header segmentsubflows="yes" cascade="no"><formathandle type="end" include="no"/><formathandle type="end" include="yes"/></header>',
      }),
    ],
    [
      'unexpected-element',
      srx({
        rules: '<languagerule languagerulename="Default"><rule><afterbreak/><beforebreak/></rule></languagerule>',
      }),
    ],
    ['missing-element', srx({ rules: '<languagerule languagerulename="Default"></languagerule>' })],
    ['unexpected-text', srx({ rules: '<languagerule languagerulename="Default">a<rule/></languagerule>' })],
    [
      'duplicate-rule',
      srx({
        rules:
          '<languagerule languagerulename="Default"><rule/></languagerule><languagerule languagerulename="Default"><rule/></languagerule>',
      }),
    ],
    ['unknown-rule', srx({ maps: '<languagemap languagepattern=".*" languagerulename="Other"/>' })],
  ])('finds srx/%s', (rule, bytes) => {
    expect(validateSrx(bytes, { file }).map(each => each.rule)).toEqual([`srx/${rule}`])
  })

  it('allows other namespaces in the header only', () => {
    const header =
      '<header segmentsubflows="yes" cascade="no"><o:options xmlns:o="http://o" one="yes">t</o:options></header>'
    expect(validateSrx(srx({ header }), { file })).toEqual([])
    expect(
      validateSrx(
        srx({ maps: '<o:x xmlns:o="http://o"/><languagemap languagepattern=".*" languagerulename="Default"/>' }),
        { file },
      ),
    ).toMatchObject([{ rule: 'srx/unexpected-element' }])
  })
})
