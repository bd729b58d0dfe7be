import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formats, type Reading } from '../../src/formats/index.ts'
import { validateXliff, type XliffVersion } from '../../src/formats/xliff/index.ts'
import { lossTeller } from '../../src/workflow/conversion-losses.ts'
import { convert } from '../../src/workflow/convert.ts'
import { tellXliffLosses } from '../../src/workflow/xliff-losses.ts'
import { cutsOf } from '../formats/xliff/cuts.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const fixture = (version: string) =>
  readFileSync(join(import.meta.dirname, `../fixtures/xliff/everything-${version}.xlf`), 'utf8')
const everything = { '1.2': fixture('1.2'), '2.2': fixture('2.2') } as const
const to = (text: string, version: XliffVersion) => convert(encode(text), { file: 'a.xlf', to: `xliff-${version}` })
const reading = (bytes: Uint8Array): Reading => {
  const [only] = formats.xliff.readDocuments?.(bytes, { file: 'a.xlf' }) ?? []
  if (only === undefined) throw new Error('no reading')
  return only
}
const told = ({ findings }: { readonly findings: readonly { rule: string; data: Record<string, unknown> }[] }) =>
  findings.map(({ rule, data }) => `${rule} ${data.name ?? ''}`.trim()).toSorted()
/** What of the first file the second has not. */
const missing = (before: Uint8Array, after: Uint8Array) => {
  const tell = lossTeller(reading(before), '', 'a.xlf')
  tellXliffLosses(reading(before).document, reading(after).document, tell)
  return told({ findings: tell.findings() })
}

describe('everything that XLIFF can say', () => {
  const moved = 'convert/xliff-document-notes'
  it.each([
    ['1.2', '2.0', []],
    ['1.2', '2.1', []],
    ['1.2', '2.2', []],
    [
      '2.2',
      '1.2',
      [
        'convert/attributes ignorable/@id',
        'convert/attributes note/@id',
        'convert/attributes segment/@pgs:case',
        moved,
      ],
    ],
    ['2.2', '2.0', ['convert/attributes segment/@pgs:case', moved]],
    ['2.2', '2.1', ['convert/attributes segment/@pgs:case', moved]],
  ] as const)('goes from %s to %s and back, but for what was said', (from, version, losses) => {
    const there = to(everything[from], version)
    expect(validateXliff(there.bytes, { file: 'b.xlf' })).toEqual([])
    expect(told(there)).toEqual(losses)
    const back = to(decode(there.bytes), from)
    expect(validateXliff(back.bytes, { file: 'c.xlf' })).toEqual([])
    const said = new Set([...told(there), ...told(back)])
    // Notes of the document stay in its first file.
    const lost = missing(encode(everything[from]), back.bytes).filter(loss => loss !== 'convert/xliff-notes')
    expect(lost.filter(loss => !said.has(loss))).toEqual([])
  })

  /** What a file may say and means all the same when it does not. */
  const saysNothing = new Set([
    'xliff@version',
    'xliff@its:version',
    'file@xml:space',
    'note@annotates',
    'group@id',
    'segment@id',
  ])
  const goals = ['xliff-1.2', 'xliff-2.0', 'xliff-2.1', 'xliff-2.2'] as const
  const rows = (['1.2', '2.2'] as const).flatMap(from => goals.map(goal => [from, goal] as const))
  it.each(rows.filter(([from, goal]) => goal !== `xliff-${from}`))(
    'from %s to %s nothing can be taken out unnoticed: what was written differs, or what was said',
    (from, goal) => {
      const attempt = (text: string): string | undefined => {
        try {
          const { bytes, findings } = convert(encode(text), { file: 'a.xlf', to: goal })
          return `${decode(bytes)}\n${findings.map(({ rule, data }) => `${rule} ${JSON.stringify(data)}`).join('\n')}`
        } catch {
          return undefined
        }
      }
      const whole = attempt(everything[from])
      const silent = [...cutsOf(everything[from])].filter(({ text }) => attempt(text) === whole).map(({ name }) => name)
      expect([...new Set(silent)].filter(name => !saysNothing.has(name))).toEqual([])
    },
  )
})

/** `first` in 1.2 or 2.1 with the pieces given. */
const file12 = (unit: string, header = '') =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:v="urn:v" version="1.2"><file original="a" source-language="en" target-language="kk" datatype="plaintext">${header}<body>${unit}</body></file></xliff>`
const plain12 = '<trans-unit id="u"><source>a</source><target state="translated">ә</target></trans-unit>'
const file2 = (inner: string, version = '2.1', uri = '2.0') =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:${uri}" xmlns:v="urn:v" version="${version}" srcLang="en" trgLang="kk">${inner}</xliff>`
const plain2 = '<segment state="translated"><source>a</source><target>ә</target></segment>'
const unit2 = (inner: string, attributes = '') =>
  `<file id="f1"><unit id="u"${attributes}>${inner}${plain2}</unit></file>`

describe('lengths of texts', () => {
  const slr = 'xmlns:slr="urn:oasis:names:tc:xliff:sizerestriction:2.0"'
  const sized2 = (value: string, profile = 'xliff:codepoints') =>
    file2(
      unit2('', ` ${slr} slr:sizeRestriction="${value}"`).replace(
        '<unit',
        `<slr:profiles ${slr} generalProfile="${profile}"/><unit`,
      ),
    )
  it.each([
    ['maxwidth="30" size-unit="char"', 'slr:sizeRestriction="30"'],
    ['maxwidth="30" minwidth="5" size-unit="char"', 'slr:sizeRestriction="5,30"'],
    ['maxwidth="30" size-unit="pixel"', undefined],
    ['maxwidth="wide" size-unit="char"', undefined],
    ['maxwidth="30" minwidth="few" size-unit="char"', undefined],
    ['maxwidth="30"', undefined],
  ])('%s of 1.2 is told in 2.x where it can be, and comes back alone', (attributes, expected) => {
    const group = `<group id="g">${plain12.replace('<trans-unit', `<trans-unit ${attributes}`)}</group>`
    const there = to(file12(group), '2.1')
    const text = decode(there.bytes)
    expect(validateXliff(there.bytes, { file: 'b.xlf' })).toEqual([])
    expect(/slr:sizeRestriction="[^"]*"/.exec(text)?.[0]).toBe(expected)
    expect(text.includes('generalProfile="xliff:codepoints"')).toBe(expected !== undefined)
    const back = to(text, '1.2')
    expect(back.findings).toEqual([])
    expect(decode(back.bytes)).toContain(attributes)
    expect(decode(back.bytes)).not.toContain('slr')
  })

  it.each([
    ['30', 'xliff:codepoints', 'maxwidth="30" size-unit="char"'],
    ['5,30', 'xliff:codepoints', 'maxwidth="30" minwidth="5" size-unit="char"'],
    [',30', 'xliff:codepoints', undefined],
    ['30', 'v:pixels', undefined],
  ])('a restriction to %s by %s is told in 1.2 where it can be, and comes back', (value, profile, expected) => {
    const there = to(sized2(value, profile), '1.2')
    expect(/(?:m(?:ax|in)width|size-unit).*(?=>\s*<source)/.exec(decode(there.bytes))?.[0]).toBe(expected)
    const back = decode(to(decode(there.bytes), '2.1').bytes)
    expect(back).toContain(`slr:sizeRestriction="${value}"`)
    expect(back.match(/slr:profiles/g)).toHaveLength(1)
  })
})

describe('markup of others inside a file', () => {
  it('is whole where a comment stood in its text', () => {
    const there = to(file2(unit2('<v:x>a<!-- c -->b<v:y/></v:x>')), '1.2')
    expect(decode(there.bytes)).toContain('<v:x>ab<v:y/></v:x>')
    expect(told(there)).toEqual(['convert/comments'])
  })

  it('is called otherwise where its prefix is taken by another, or where it has none', () => {
    const inner =
      '<v:x/><y xmlns="urn:y" v:a="1"/><gls:z xmlns:gls="urn:z"/><gls:glossary xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0"/>'
    const text = decode(to(file2(unit2(inner)), '1.2').bytes)
    expect(text).toMatch(/<v:x\/>\s*<ns1:y v:a="1"\/>\s*<ns2:z\/>\s*<gls:glossary\/>/)
    expect(text).toContain('xmlns:ns1="urn:y"')
    expect(missing(encode(file2(unit2(inner))), to(text, '2.1').bytes)).toEqual([])
  })

  it('comes back through 1.2 with the notes that 2.2 has in it', () => {
    const res = 'xmlns:res="urn:oasis:names:tc:xliff:resourcedata:2.0"'
    const item = `<res:resourceData ${res}><res:resourceItem id="r" mimeType="x"><notes><note>n</note></notes><res:source href="x"/></res:resourceItem></res:resourceData>`
    const text = file2(unit2(item), '2.2', '2.2')
    const there = to(text, '1.2')
    expect(told(there)).toEqual([])
    const back = to(decode(there.bytes), '2.2')
    expect(told(back)).toEqual([])
    expect(validateXliff(back.bytes, { file: 'b.xlf' })).toEqual([])
    expect(missing(encode(text), back.bytes)).toEqual([])
  })

  it('stands in a skeleton as it stood', () => {
    const text = file2(
      `<notes><note>n</note></notes>${unit2('').replace('<unit', '<skeleton>a &lt;<v:b c="1">d</v:b></skeleton><unit')}`,
      '2.2',
      '2.2',
    )
    const there = to(text, '2.1')
    expect(decode(there.bytes)).toContain('<skeleton>a &lt;<v:b c="1">d</v:b></skeleton>')
  })
})

describe('what a format has no place for is said by name, with the place', () => {
  it.each([
    ['comments', file12(`<!-- why -->${plain12}`), 'xliff-2.1', 'convert/comments', 1],
    ['instructions', file12(`<?tool x?>${plain12}`), 'xliff-2.1', 'convert/comments', 1],
    [
      'attributes of a target',
      file12(plain12.replace('state', 'phase-name="p" state')),
      'xliff-2.1',
      'convert/attributes target/@phase-name',
      1,
    ],
    [
      'another language of a candidate',
      file12(
        plain12.replace(
          '</trans-unit>',
          '<alt-trans><source>a</source><target xml:lang="ru">а</target></alt-trans></trans-unit>',
        ),
      ),
      'xliff-2.1',
      'convert/attributes target/@xml:lang',
      1,
    ],
    [
      'texts inside codes',
      file12(plain12.replace('>a<', '>a<ph id="1">x<sub>in</sub></ph><')),
      'xliff-2.1',
      'convert/elements sub',
      1,
    ],
    [
      'elements without a namespace',
      file12(
        plain12.replace('</trans-unit>', '<v:x xmlns:v=""/></trans-unit>').replace('v:x xmlns:v=""', 'x xmlns=""'),
      ),
      'xliff-2.1',
      'convert/elements x',
      1,
    ],
    [
      'unused original data',
      file2(unit2('<originalData><data id="d">x</data></originalData>')),
      'xliff-1.2',
      'convert/elements data',
      1,
    ],
    [
      'markers that overlap',
      file2(unit2('').replace('>a<', '><sm id="1" type="term"/>a<em startRef="1"/><')),
      'xliff-1.2',
      'convert/xliff-markers',
      1,
    ],
    [
      'notes of a resource',
      file2(
        unit2(
          '<res:resourceData xmlns:res="urn:oasis:names:tc:xliff:resourcedata:2.0"><res:resourceItem id="r"><notes><note>n</note></notes><res:source href="x"/></res:resourceItem></res:resourceData>',
        ),
        '2.2',
        '2.2',
      ),
      'xliff-2.1',
      'convert/elements res:resourceData',
      1,
    ],
    [
      'the form of a skeleton',
      file12(plain12, '<header><skl><internal-file form="base64">QQ==</internal-file></skl></header>'),
      'xliff-2.1',
      'convert/attributes internal-file/@form',
      1,
    ],
    [
      'a skeleton of markup',
      file2(unit2('').replace('<unit', '<skeleton><v:a/></skeleton><unit')),
      'xliff-1.2',
      'convert/skeletons',
      1,
    ],
    ['a file without an id of 2.x', file12(plain12), 'xliff-2.1', undefined, 0],
    ['modules', file2(unit2('<v:x/>')), 'tmx', 'convert/elements v:x', 1],
    ['modules', file2(unit2('<v:x/>')), 'csv', 'convert/elements v:x', 1],
    ['modules', file2(unit2('<v:x/>')), 'i18next', 'convert/elements v:x', 1],
    ['modules', file2(unit2('<v:x/>')), 'text', 'convert/elements v:x', 1],
    ['attributes', file2(unit2('', ' v:y="1"')), 'tmx', 'convert/attributes unit/@v:y', 1],
    ['names', file2(unit2('', ' name="n"')), 'tmx', 'convert/unit-attributes', 1],
    ['skeletons', file2(unit2('').replace('<unit', '<skeleton href="s"/><unit')), 'csv', 'convert/skeletons', 1],
    [
      'notes of a file',
      file2(unit2('').replace('<unit', '<notes><note>n</note></notes><unit')),
      'tmx',
      'convert/file-notes',
      1,
    ],
    [
      'notes of the document',
      file2(`<notes><note>n</note></notes>${unit2('')}`, '2.2', '2.2'),
      'i18next',
      'convert/file-notes',
      1,
    ],
  ] as const)('%s (%#)', (_name, text, goal, rule, count) => {
    const { findings } = convert(encode(text), { file: 'a.xlf', to: goal })
    const found = findings.find(({ rule: id, data }) => `${id} ${data.name ?? ''}`.trim() === rule)
    expect(found?.data.count ?? 0).toBe(count)
    expect(found?.place.file ?? 'a.xlf').toBe('a.xlf')
    if (rule === undefined) expect(findings).toEqual([])
  })

  it('counts every time and shows the first', () => {
    const text = `${file12(`${plain12}\n${plain12.replace('"u"', '"w"').replace('state', 'phase-name="p" state')}\n${plain12.replace('"u"', '"x"').replace('state', 'phase-name="p" state')}`)}`
    const { findings } = convert(encode(text), { file: 'a.xlf', to: 'xliff-2.1' })
    expect(findings).toMatchObject([
      {
        rule: 'convert/attributes',
        level: 'info',
        unit: 'w',
        place: { start: { line: 2 } },
        data: { name: 'target/@phase-name', count: 2, goal: 'xliff-2.1' },
      },
    ])
  })
})
