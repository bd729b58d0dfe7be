import { describe, expect, test } from 'vitest'
import { readXliff, type XliffFile } from '../../../src/formats/xliff/index.ts'
import { lazyList } from '../../../src/formats/xliff/lazy-list.ts'
import { Failure, plainText, type Side, segmentsOf, unitsOf } from '../../../src/model/index.ts'

const encode = (given: string): Uint8Array => new TextEncoder().encode(given)
const read = (given: string): XliffFile => readXliff(encode(given), { file: 'x.xlf' })
const head2 = '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="kk">'
const head12 =
  '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">\n<file original="a" source-language="en" target-language="ru" datatype="plaintext"><body>\n'
const in12 = (unit: string): string => `${head12}${unit}\n</body></file></xliff>`

function failureOf(given: string): string {
  try {
    read(given)
  } catch (error) {
    if (error instanceof Failure) return `${error.code} ${error.place?.start.line}:${error.place?.start.column}`
    throw error
  }
  return 'none'
}

describe('refusals', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['<a/>', 'xliff.not-xliff 1:1'],
    ['<xliff/>', 'xliff.no-version 1:1'],
    ['<xliff version="3.7"/>', 'xliff.unknown-version 1:1'],
    ['<xliff version="2.0"/>', 'xliff.unknown-namespace 1:1'],
    ['<xliff xmlns="urn:other" version="1.2"/>', 'xliff.unknown-namespace 1:1'],
    ['<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0"/>', 'xliff.no-language 1:1'],
    [`${head2}</xliff>`, 'xliff.no-file 1:1'],
    [`${head2}\n<file id="f"><unit id="u"><segment><target/></segment></unit></file></xliff>`, 'xliff.no-source 2:14'],
    [
      `${head2}\n<file id="f"><unit id="u"><segment><source/><source/></segment></unit></file></xliff>`,
      'xliff.two-sources 2:45',
    ],
    [`${head2}<file id="f"><unit><segment><source/></segment></unit></file></xliff>`, 'xliff.no-id 1:107'],
    [
      `${head2}<file id="f"><unit id="u"><segment><source/></segment></unit>\n<unit id="u"/></file></xliff>`,
      'xliff.duplicate-unit 2:1',
    ],
    [in12('<trans-unit id="1"><target/></trans-unit>'), 'xliff.no-source 3:1'],
    [in12('<trans-unit id="1"><source/><source/></trans-unit>'), 'xliff.two-sources 3:29'],
    [in12('').replace('source-language="en"', ''), 'xliff.no-language 2:1'],
    [in12('').replace('"en"', '"e n"'), 'language.invalid-tag 2:37'],
  ]
  test.each(cases)('%s', (given, failure) => {
    expect(failureOf(given)).toBe(failure)
  })

  test('one id in two files is legal', () => {
    const unit = '<unit id="u"><segment><source/></segment></unit>'
    expect(failureOf(`${head2}<file id="f">${unit}</file><file id="g">${unit}</file></xliff>`)).toBe('none')
  })
})

describe('warnings', () => {
  const cases: readonly (readonly [string, string])[] = [
    [in12('<trans-unit id="1"><source><bpt id="1">a</bpt>b</source></trans-unit>'), 'xliff/unpaired-code 3:1'],
    [
      in12('<trans-unit id="1"><source><bx id="1" rid="1"/>b<ex id="2" rid="2"/></source></trans-unit>'),
      'xliff/unpaired-code 3:1 xliff/unpaired-code 3:1',
    ],
    [in12('<trans-unit id="1"><source><x id="1"/><x id="1"/></source></trans-unit>'), 'xliff/duplicate-inline-id 3:1'],
    [in12('<trans-unit id="1"><source><bpt id="1">a</bpt>b<ept id="1">c</ept></source></trans-unit>'), ''],
    [
      `${head2}<file id="f"><unit id="u"><segment><source><sc id="1"/></source></segment></unit></file></xliff>`,
      'xliff/unpaired-code 1:107',
    ],
    [
      `${head2}<file id="f"><unit id="u"><segment><source><ec startRef="1"/><sm id="2"/></source></segment></unit></file></xliff>`,
      'xliff/unpaired-code 1:107 xliff/unpaired-code 1:107',
    ],
    [
      `${head2}<file id="f"><unit id="u"><segment><source><sc id="1"/></source></segment><segment><source><ec startRef="1"/></source></segment></unit></file></xliff>`,
      '',
    ],
    [in12('<trans-unit id="1" x:y="z"><source/></trans-unit>'), 'xliff/unbound-prefix 3:1'],
    [in12('').replace(' xmlns="urn:oasis:names:tc:xliff:document:1.2"', ''), 'xliff/no-namespace 1:1'],
    [in12('').replace('"ru"', '"ru_RU"'), 'xliff/language-spelling 2:58'],
    [
      in12('').replace('</xliff>', '<file original="b" source-language="de" datatype="x"><body/></file></xliff>'),
      'xliff/several-languages 4:15',
    ],
  ]
  test.each(cases)('%s', (given, expected) => {
    const found = read(given).warnings.map(({ rule, place }) => `${rule} ${place.start.line}:${place.start.column}`)
    expect(found.join(' ')).toBe(expected)
  })
})

describe('XLIFF 2', () => {
  const file = read(`<?xml version="1.0"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0" xmlns:fs="urn:oasis:names:tc:xliff:fs:2.0" version="2.1" srcLang="en" trgLang="kk" xml:space="preserve">
<file id="f1" original="a.txt" srcDir="ltr" translate="no">
  <skeleton href="a.skl"/>
  <notes><note id="n1" priority="2" appliesTo="source" category="c" fs:fs="p">of the file</note></notes>
  <group id="g1" name="G" canResegment="no" trgDir="rtl">
    <unit id="u1" translate="yes" name="N" type="my:type" xml:space="default">
      <mda:metadata><mda:metaGroup category="c" appliesTo="source"><mda:metaGroup category="d"><mda:meta type="t">v</mda:meta></mda:metaGroup></mda:metaGroup></mda:metadata>
      <mtc:matches><mtc:match ref="#s2" similarity="87.5" matchQuality="50" origin="o" type="tm" subType="a:b"><originalData><data id="d">D</data></originalData><source>x<ph id="1" dataRef="d"/></source><target>y</target></mtc:match></mtc:matches>
      <notes><note>of the unit</note></notes>
      <originalData><data id="d1">&lt;br<cp hex="0007"/></data></originalData>
      <segment state="reviewed" subState="a:b" canResegment="yes"><source>A <ph id="c1" dataRef="d1" canCopy="no" disp="d" equiv="e" type="fmt" subType="xlf:lb" subFlows="u2"/></source><target order="2">B</target></segment>
      <ignorable><source> </source></ignorable>
      <segment id="s1"><source><sc id="c2" isolated="yes"/><mrk id="m1" translate="no" type="term" ref="#n=n1" value="v">t</mrk><sm id="m2"/><em startRef="m2"/><cp hex="001A"/></source></segment>
    </unit>
  </group>
</file>
</xliff>`)
  const [unit] = [...unitsOf(file.document)]

  test('files, groups, skeletons and notes are read with what they hand down', () => {
    const first = file.document.files[0]
    expect(first).toMatchObject({
      id: 'f1',
      original: 'a.txt',
      skeleton: { href: 'a.skl' },
      notes: [
        {
          id: 'n1',
          text: 'of the file',
          priority: 2,
          appliesTo: 'source',
          category: 'c',
          attributes: [{ name: 'fs:fs', value: 'p' }],
        },
      ],
      attributes: [
        { name: 'srcDir', value: 'ltr' },
        { name: 'translate', value: 'no' },
      ],
    })
    expect(first?.children[0]).toMatchObject({ kind: 'group', id: 'g1', name: 'G' })
    expect(unit).toMatchObject({
      id: 'u1',
      name: 'N',
      type: 'my:type',
      translate: true,
      canResegment: false,
      preserveSpace: false,
    })
  })

  test('segments, states, codes and markers are read whole', () => {
    expect(unit?.parts).toMatchObject([
      {
        kind: 'segment',
        // `s1` is taken by the other one.
        id: 's2',
        state: 'reviewed',
        subState: 'a:b',
        canResegment: true,
        order: 2,
        source: [
          { kind: 'text', text: 'A ' },
          {
            kind: 'ph',
            id: 'c1',
            data: '<br\u0007',
            dataRef: 'd1',
            disp: 'd',
            equiv: 'e',
            type: 'fmt',
            subType: 'xlf:lb',
            attributes: [
              { name: 'canCopy', value: 'no' },
              { name: 'subFlows', value: 'u2' },
            ],
          },
        ],
        target: [{ kind: 'text', text: 'B' }],
      },
      { kind: 'ignorable', source: [{ kind: 'text', text: ' ' }] },
      {
        id: 's1',
        state: 'initial',
        source: [
          { kind: 'sc', id: 'c2', isolated: true },
          { kind: 'mrk', id: 'm1', translate: 'no', type: 'term', ref: '#n=n1', value: 'v', children: [{ text: 't' }] },
          { kind: 'sm', id: 'm2' },
          { kind: 'em', startRef: 'm2' },
          { kind: 'cp', codePoint: 26 },
        ],
      },
    ])
  })

  test('candidates and metadata are read', () => {
    expect(unit?.candidates).toMatchObject([
      {
        ref: 's2',
        similarity: 0.875,
        matchQuality: 0.5,
        origin: 'o',
        type: 'tm',
        subType: 'a:b',
        source: [{ text: 'x' }, { data: 'D' }],
      },
    ])
    expect(unit?.metadata).toEqual([
      { category: 'c', appliesTo: 'source', meta: [], groups: [{ category: 'd', meta: [{ type: 't', value: 'v' }] }] },
    ])
    expect(unit?.notes).toEqual([{ text: 'of the unit' }])
  })
})

describe('XLIFF 1.2', () => {
  const [unit] = [
    ...unitsOf(
      read(
        in12(`<group id="g"><trans-unit id="1" resname="R" restype="string" translate="no" maxwidth="9"><source>A. B.</source>
<seg-source><g id="1"><mrk mtype="seg" mid="a">A.</mrk> <mrk mtype="seg" mid="b">B<it id="2" pos="open">i</it>.</mrk></g></seg-source>
<target state="needs-review-translation" state-qualifier="leveraged-mt"><g id="1"><mrk mtype="seg" mid="a">А.</mrk></g></target>
<context-group name="c"><context context-type="x-t">v</context><context context-type="sourcefile">f</context></context-group>
<note from="dev" priority="3" annotates="target">n</note>
<alt-trans mid="b" match-quality="85%" origin="tm" alttranstype="previous-version"><source>B?</source><target>Б?</target></alt-trans><alt-trans match-quality="0.5"><target>x</target></alt-trans></trans-unit></group>`),
      ).document,
    ),
  ]

  test('a cut unit gives segments, and what stands between', () => {
    expect(unit).toMatchObject({
      id: '1',
      name: 'R',
      type: 'string',
      translate: false,
      attributes: [{ name: 'maxwidth', value: '9' }],
    })
    expect(unit?.parts).toMatchObject([
      { kind: 'ignorable', source: [{ kind: 'sc', id: '1' }] },
      {
        kind: 'segment',
        id: 'a',
        source: [{ text: 'A.' }],
        target: [{ text: 'А.' }],
        state: 'translated',
        subState: 'xliff12:needs-review-translation/leveraged-mt',
      },
      { kind: 'ignorable', source: [{ text: ' ' }] },
      {
        kind: 'segment',
        id: 'b',
        source: [{ text: 'B' }, { kind: 'sc', isolated: true, data: 'i' }, { text: '.' }],
        state: 'initial',
      },
      { kind: 'ignorable', source: [{ kind: 'ec', startRef: '1' }] },
    ])
  })

  test('alternatives, notes and contexts are read', () => {
    expect(unit?.candidates).toMatchObject([
      { ref: 'b', similarity: 0.85, origin: 'tm', type: 'other', subType: 'xliff12:previous-version' },
      { ref: 'a', similarity: 0.5, source: [{ text: 'A. B.' }] },
    ])
    expect(unit?.notes).toEqual([{ text: 'n', category: 'dev', priority: 3, appliesTo: 'target' }])
    expect(unit?.metadata).toEqual([
      {
        category: 'c',
        meta: [
          { type: 't', value: 'v' },
          { type: 'sourcefile', value: 'f' },
        ],
      },
    ])
  })

  test('a target that is not cut keeps the unit whole', () => {
    const [whole] = [
      ...unitsOf(
        read(
          in12(
            '<trans-unit id="1" approved="yes"><source>A. B.</source><seg-source><mrk mtype="seg" mid="1">A.</mrk> <mrk mtype="seg" mid="2">B.</mrk></seg-source><target>А. Б.</target></trans-unit>',
          ),
        ).document,
      ),
    ]
    expect(whole?.parts).toMatchObject([
      { id: 's1', source: [{ text: 'A. B.' }], target: [{ text: 'А. Б.' }], state: 'final' },
    ])
  })

  test('ids that are names of objects are ids like others', () => {
    const ids = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf']
    const file = read(in12(ids.map(id => `<trans-unit id="${id}"><source>${id}</source></trans-unit>`).join('')))
    expect([...unitsOf(file.document)].map(({ id }) => id)).toEqual(ids)
    expect(file.locateUnit('__proto__')?.start).toEqual({ line: 3, column: 1 })
  })
})

describe('places', () => {
  const file = read(
    `${head2}\r\n<file id="f"><unit id="u"><segment id="s"><source>a&amp;b\r\nc<![CDATA[<d>]]>&#x1F600;<pc id="1">e</pc><mrk id="2">f</mrk><cp hex="0007"/><!-- g -->h</source></segment></unit></file></xliff>`,
  )
  const unit = [...unitsOf(file.document)][0]

  test('a reference with leading zeros is one character', () => {
    const padded = read(
      `${head2}<file id="f"><unit id="u"><segment id="s"><source>&#x00041;bc</source></segment></unit></file></xliff>`,
    )
    const columns = [0, 1, 2].map(i => padded.locate('u', 's', 'source', i, i + 1)?.start.column ?? 0)
    expect(columns.map(column => column - (columns[0] ?? 0))).toEqual([0, '&#x00041;'.length, '&#x00041;b'.length])
  })

  test('each character of the plain text is found where it is written', () => {
    const segment = unit === undefined ? undefined : segmentsOf(unit)[0]
    expect(plainText(segment?.source ?? [])).toBe('a&b\nc<d>😀\uFFFCe\uFFFCf\u0007h')
    const lines = file.index.text.split('\r\n')
    const at = (start: number, end: number): string => {
      const place = file.locate('u', 's', 'source', start, end)
      if (place === undefined) return ''
      const line = lines[place.start.line - 1] ?? ''
      return line.slice(place.start.column - 1, place.start.line === place.end.line ? place.end.column - 1 : undefined)
    }
    expect([
      at(0, 1),
      at(1, 2),
      at(2, 3),
      at(4, 5),
      at(5, 8),
      at(6, 7),
      at(8, 10),
      at(10, 11),
      at(11, 12),
      at(12, 13),
      at(13, 14),
      at(14, 15),
      at(15, 16),
    ]).toEqual([
      'a',
      '&amp;',
      'b',
      'c',
      '<d>',
      'd',
      '&#x1F600;',
      '<pc id="1">',
      'e',
      '</pc>',
      'f',
      '<cp hex="0007"/>',
      'h',
    ])
    expect(at(0, 3)).toBe('a&amp;b')
    expect(file.locate('u', 's', 'source', 3, 4)).toMatchObject({ start: { line: 2 }, end: { line: 3, column: 1 } })
  })

  test('a side that is not there is the segment, an unknown unit nothing', () => {
    const sides: readonly Side[] = ['target']
    for (const side of sides) expect(file.locate('u', 's', side, 0, 1)?.start).toEqual({ line: 2, column: 43 })
    expect(file.locate('v', 's', 'source', 0, 1)).toBeUndefined()
    expect(file.locate('u', 't', 'source', 0, 1)).toBeUndefined()
    expect(file.locateUnit('v')).toBeUndefined()
    expect(unit && file.locateUnit(unit)?.start).toEqual({ line: 2, column: 14 })
    expect(file.locateUnit({ unit: 'u', file: 'f' })?.start).toEqual({ line: 2, column: 14 })
  })
})

describe('large files', () => {
  test('a list that is made member by member reads like an array', () => {
    const plain = Array.from({ length: 100 }, (_, i) => ({ i }))
    const list = lazyList(100, i => plain[i] ?? { i: -1 })
    expect(list).toEqual(plain)
    expect(list.map(({ i }) => i * 2)).toEqual(plain.map(({ i }) => i * 2))
    expect([...list]).toEqual(plain)
    expect(list.length).toBe(100)
    expect(list[100]).toBeUndefined()
    expect(list.at(-1)).toBe(plain[99])
    expect(JSON.stringify(list)).toBe(JSON.stringify(plain))
    expect(list.indexOf(plain[42] ?? { i: 0 })).toBe(42)
    expect(() => Object.assign(list, { 0: { i: 7 } })).toThrow(TypeError)
  })

  test('many units are all there, once read and once more', () => {
    const units = Array.from({ length: 21_000 }, (_, i) => `<trans-unit id="u${i}"><source>s${i}</source></trans-unit>`)
    const file = read(in12(units.join('\n')))
    const walk = (): number => {
      let n = 0
      for (const unit of unitsOf(file.document))
        if (plainText(unit.parts[0]?.source ?? []) === `s${n}` && unit.id === `u${n}`) n++
      return n
    }
    expect([walk(), walk()]).toEqual([21_000, 21_000])
    expect(file.locateUnit('u20999')?.start.line).toBe(21_002)
  })
})
