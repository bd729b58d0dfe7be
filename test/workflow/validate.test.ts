import { describe, expect, it } from 'vitest'
import { loadMessages } from '../../src/messages/index.ts'
import { validate } from '../../src/workflow/validate.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const srx = (before: string) =>
  utf8(`<srx xmlns="http://www.lisa.org/srx20" version="2.0">
<header segmentsubflows="yes" cascade="no"/>
<body><languagerules><languagerule languagerulename="Default">
<rule break="yes">
  <beforebreak>${before}</beforebreak><afterbreak>\\s</afterbreak>
</rule></languagerule></languagerules>
<maprules><languagemap languagepattern=".*" languagerulename="Default"/></maprules></body></srx>`)
const rules = (text: string | Uint8Array, file: string) =>
  validate(typeof text === 'string' ? utf8(text) : text, { file }).map(each => [each.rule, each.place.start.line])

describe('validate', () => {
  it.each([
    ['a.xlf', '<xliff version="9"/>', 'xliff/'],
    ['a.xml', '<tmx version="9"/>', 'tmx/attribute-value'],
    ['a.tbx', '<tbx/>', 'tbx/namespace'],
    ['a.srx', '<srx version="2.0"/>', 'srx/namespace'],
  ])('knows %s by its root', (file, text, rule) => {
    expect(rules(text, file).some(([found]) => String(found).startsWith(rule))).toBe(true)
  })

  it.each([
    ['a.tmx', '<tmx version="1.4">\n<header>', 'xml.unclosed', 2],
    ['a.tbx', '<!DOCTYPE tbx [<!ENTITY x SYSTEM "y">]>\n<tbx/>', 'xml.entity-declaration', 1],
    ['a.srx', '', 'encoding.empty', 1],
  ])('makes ill-formed %s a finding with its line', (file, text, code, line) => {
    expect(validate(utf8(text), { file })).toMatchObject([
      { rule: 'xml/not-well-formed', variant: code, level: 'error', place: { file, start: { line } } },
    ])
  })

  it('judges the patterns of segmentation rules', () => {
    expect(rules(srx('[.?!]+'), 'a.srx')).toEqual([])
    expect(validate(srx('(unclosed\\.'), { file: 'a.srx' })).toMatchObject([
      { rule: 'srx/pattern', variant: 'srx-engine.unmatched-parenthesis', place: { start: { line: 5, column: 3 } } },
    ])
  })

  it('reports segmentation rules that never decide, at their lines', () => {
    const text = (rows: readonly string[]) =>
      utf8(`<srx xmlns="http://www.lisa.org/srx20" version="2.0">
<header segmentsubflows="yes" cascade="no"/>
<body><languagerules><languagerule languagerulename="Default">
${rows.map(row => `  ${row}`).join('\n')}
</languagerule></languagerules>
<maprules><languagemap languagepattern=".*" languagerulename="Default"/></maprules></body></srx>`)
    const rule = (isBreak: boolean, before: string, after: string) =>
      `<rule break="${isBreak ? 'yes' : 'no'}"><beforebreak>${before}</beforebreak><afterbreak>${after}</afterbreak></rule>`
    const file = text([
      rule(true, '[.?!]', '\\s'),
      rule(true, '[.?!]', '\\s'),
      rule(true, '\\.$', '\\s'),
      rule(false, 'Mr\\.', '\\s'),
    ])
    expect(validate(file, { file: 'a.srx' })).toMatchObject([
      {
        rule: 'srx/shadowed',
        level: 'warning',
        data: { set: 'Default', number: 2, by: 1 },
        place: { start: { line: 5 } },
      },
      { rule: 'srx/never-fires', level: 'warning', data: { number: 3 }, place: { start: { line: 6 } } },
      { rule: 'srx/no-effect', level: 'warning', data: { number: 4 }, place: { start: { line: 7 } } },
    ])
  })

  it('has a sentence for each finding in every language', async () => {
    const findings = [
      ...validate(srx('(unclosed\\.'), { file: 'a.srx' }),
      ...validate(utf8('<tmx>'), { file: 'a.tmx' }),
      ...validate(utf8('<tmx version="9"/>'), { file: 'a.tmx' }),
    ]
    for (const ui of ['en', 'ru', 'kk'] as const) {
      const messages = await loadMessages(ui)
      for (const finding of findings) expect(messages.finding(finding)).toMatch(/\s/)
    }
  })

  it.each(['a.txt', 'a.json', 'a.po', 'a.csv'])('refuses %s', file => {
    expect(() => validate(utf8('text'), { file })).toThrow('validate.unsupported')
  })
})
