import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isEqual } from '../../../src/formats/xliff/equal.ts'
import { idTable } from '../../../src/formats/xliff/id-table.ts'
import { editXliff, readXliff, validateXliff, writeXliff, type XliffEdit } from '../../../src/formats/xliff/index.ts'
import { unitTable } from '../../../src/formats/xliff/unit-table.ts'
import { valueChecks } from '../../../src/formats/xliff/validate/values.ts'
import { language, textContent, type Unit, unitsOf } from '../../../src/model/index.ts'
import { bareUnit } from '../bare-unit.ts'

const encode = (given: string): Uint8Array => new TextEncoder().encode(given)
const edit = (file: string, ...edits: XliffEdit[]): string =>
  new TextDecoder().decode(editXliff(readXliff(encode(file), { file: 'x' }), edits))
const in12 = (unit: string, namespaces = ''): string =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2"${namespaces} version="1.2"><file original="a" source-language="en" target-language="ru" datatype="plaintext"><body>${unit}</body></file></xliff>`
const in2 = (unit: string): string =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="kk"><file id="f1">${unit}</file></xliff>`

describe('tables', () => {
  test('the table of ids answers as a Map does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '1', 'ә'), maxLength: 4 }), { maxLength: 300 }),
        ids => {
          const kept: string[] = []
          const table = idTable(unit => kept[unit] ?? '')
          const map = new Map<string, number>()
          for (const id of ids) {
            expect(table.add(id, kept.length)).toBe(map.get(id))
            if (!map.has(id)) map.set(id, kept.length)
            kept.push(id)
          }
          for (const id of [...ids, 'zz']) expect(table.find(id)).toBe(map.get(id))
        },
      ),
    )
  })

  test('ids made to collide are kept all the same', () => {
    // An id that never equals itself in the text fills the probes of its slot.
    const table = idTable(() => 'other')
    for (let i = 0; i < 400; i++) table.add('same', i)
    expect(table.add('same', 400)).toBe(table.find('same'))
    expect(table.find('same')).toBeDefined()
  })

  test('the table of units grows and finds a unit by its start', () => {
    const table = unitTable()
    for (let i = 0; i < 1000; i++) {
      table.add(i * 10, i % 3)
      table.end(i * 10 + 5)
    }
    expect(table.count).toBe(1000)
    expect(table.span(999)).toEqual({ start: 9990, end: 9995 })
    expect([table.at(0), table.at(5000), table.at(9990), table.at(5), table.at(99_999)]).toEqual([
      0,
      500,
      999,
      undefined,
      undefined,
    ])
    expect(table.container(4)).toBe(1)
  })

  test('equality looks through order of fields and past spans', () => {
    expect(isEqual({ a: 1, b: [{ c: 2 }], span: 1 }, { b: [{ c: 2 }], a: 1, span: 2, d: undefined })).toBe(true)
    for (const [a, b] of [
      [1, 2],
      [[1], [1, 2]],
      [[1], { 0: 1 }],
      [null, {}],
      [{ a: 1 }, { a: 1, b: 2 }],
      ['a', ['a']],
    ]) {
      expect(isEqual(a, b)).toBe(false)
    }
  })
})

describe('edits', () => {
  test('marks with states of their own keep them there', () => {
    const unit: Unit = {
      ...bareUnit,
      parts: [
        {
          kind: 'segment',
          id: 'a',
          source: textContent('A.'),
          target: textContent('А.'),
          state: 'initial',
          subState: 'my:x',
        },
        { kind: 'segment', id: 'b', source: textContent('B.'), target: textContent('Б.'), state: 'final' },
      ],
    }
    const file = writeXliff(
      {
        sourceLanguage: language('en'),
        targetLanguage: language('ru'),
        files: [{ kind: 'file', id: 'f', notes: [], children: [unit] }],
      },
      { version: '1.2' },
    )
    expect(edit(file, { unit: 'u', segment: 'a', state: 'translated' })).toBe(
      file.replace('"initial" tilmash:subState="my:x"', '"translated"'),
    )
    expect(edit(file, { unit: 'u', segment: 'a', state: 'initial', subState: 'my:y' })).toBe(
      file.replace('my:x', 'my:y'),
    )
    expect(edit(file, { unit: 'u', segment: 'a', state: 'initial' })).toBe(file)
    expect(edit(file, { unit: 'u', segment: 'a', state: 'initial', subState: null })).toBe(
      file.replace(' tilmash:subState="my:x"', ''),
    )
  })

  test('a target without marks is cut when one segment is given', () => {
    const file = in12(
      '<trans-unit id="1"><source>A. B.</source><seg-source><mrk mtype="seg" mid="1"/><mrk mtype="seg" mid="2">B.</mrk></seg-source><target> </target></trans-unit>',
    )
    expect(edit(file, { unit: '1', segment: '1', target: textContent('А.') })).toContain(
      '<target><mrk mtype="seg" mid="1">А.</mrk><mrk mtype="seg" mid="2"></mrk></target>',
    )
    expect(edit(file, { unit: '1', segment: '2', target: textContent('Б.') })).toContain(
      '<target><mrk mtype="seg" mid="1"/><mrk mtype="seg" mid="2">Б.</mrk></target>',
    )
  })

  test('the only segment of a trans-unit may be called by the id of the unit', () => {
    expect(
      edit(in12('<trans-unit id="7"><source>a</source></trans-unit>'), {
        unit: '7',
        segment: '7',
        target: textContent('b'),
      }),
    ).toContain('<target>b</target>')
  })

  test('changed codes refer to the original data that is there, and only to it', () => {
    const file = in2(
      '<unit id="u"><originalData><data id="d1">&lt;b></data></originalData><segment><source><ph id="1" dataRef="d1"/></source></segment></unit>',
    )
    expect(edit(file, { unit: 'u', target: [{ kind: 'ph', id: '1', dataRef: 'd1', equiv: 'B' }] })).toContain(
      '<target><ph id="1" dataRef="d1" equiv="B"/></target>',
    )
    expect(edit(file, { unit: 'u', target: [{ kind: 'ph', id: '1', data: '<b>', equiv: 'B' }] })).toContain(
      '<target><ph id="1" dataRef="d1" equiv="B"/></target>',
    )
    expect(edit(file, { unit: 'u', target: [{ kind: 'ph', id: '1', data: '<i>', dataRef: 'd9' }] })).toContain(
      '<target><ph id="1"/></target>',
    )
  })

  test('both ends of a pair refer to original data, or none does', () => {
    const file = in2(
      '<unit id="u"><originalData><data id="d1">&lt;b></data></originalData><segment><source>a</source></segment></unit>',
    )
    const target = [{ kind: 'pc' as const, id: '1', data: '<b>', dataEnd: '</b>', children: textContent('x') }]
    expect(edit(file, { unit: 'u', target })).toContain('<target><pc id="1">x</pc></target>')
    const both = file.replace('</originalData>', '<data id="d2">&lt;/b></data></originalData>')
    expect(edit(both, { unit: 'u', target })).toContain('<pc id="1" dataRefStart="d1" dataRefEnd="d2">x</pc>')
  })

  test('new markers in 1.2 have no id the schema would look for', () => {
    expect(
      edit(in12('<trans-unit id="1"><source>a</source></trans-unit>'), {
        unit: '1',
        target: [{ kind: 'mrk', id: 'm', type: 'term', children: textContent('b') }],
      }),
    ).toContain('<target><mrk mtype="term">b</mrk></target>')
  })

  test('states of 1.2 that say more are kept as sub-states, and written again', () => {
    const states = [
      'new',
      'needs-l10n',
      'needs-review-translation',
      'translated',
      'signed-off',
      'final',
      'x-own',
      'reviewed',
    ]
    const read = states.map(state => {
      const file = in12(`<trans-unit id="1"><source>a</source><target state="${state}">b</target></trans-unit>`)
      const [unit] = [...unitsOf(readXliff(encode(file), { file: 'x' }).document)]
      const part = unit?.parts[0]
      if (part?.kind !== 'segment') return ''
      const again = edit(file, { unit: '1', state: part.state, subState: part.subState ?? null })
      return `${part.state} ${part.subState ?? '-'} ${/state="([^"]*)"/.exec(again)?.[1]}`
    })
    expect(read).toEqual([
      'initial xliff12:new new',
      'initial xliff12:needs-l10n needs-l10n',
      'translated xliff12:needs-review-translation needs-review-translation',
      'translated - translated',
      'reviewed - signed-off',
      'final - final',
      'initial xliff12:x-own x-own',
      'reviewed - signed-off',
    ])
  })
})

describe('values', () => {
  const cases: readonly (readonly [type: string, good: string, bad: string])[] = [
    ['language', 'en kk-Latn x-own i-klingon zh-min', 'e en_US 1 a-b-'],
    ['nmtoken', 'a 1 -', '/ #'],
    ['nmtokens', 'a', ' /'],
    ['uri', '#s1 http://a/b', '<> {a}'],
    ['priority', '1 10 01', '0 11 a'],
    ['positive', '1 20', '0 -1 1.5'],
    ['integer', '-1 0 5', '1.5 a'],
    ['whole', '0 5', '-1'],
    ['hexBinary', '00 001A', '1 GG'],
    ['percent', '0 99.5 100', '-1 100.1 x'],
    ['ratio', '0 0.5 1 1e-1', '2 x'],
    ['markerType', 'generic term a:b', 'a a: :b'],
    ['sizeRestriction', '* 90 25,100 25,*', '*6 a 25,100.5'],
    ['sizes', '7 7,8', '7.1 seven'],
    ['dateTime', '2026-01-31T12:00:00Z 2026-01-31T12:00:00.5+05:00', '2026-01-31 now'],
    ['coordinates', '0;0;100;20 #;#;1;-1', '1;2;3'],
    ['purpose', 'match', 'other'],
    ['mimeType', 'text/plain image', 'foo/bar'],
    ['alttranstype', 'proposal x-a', 'a'],
    ['reformat', 'yes no coord x-a', 'maybe'],
    ['datatype', 'plaintext x-a', 'plain'],
    ['countUnit', 'word', 'words'],
    ['placeholderType', 'image x-a', 'bold'],
    ['pairType', 'bold', 'image'],
    ['sizeUnit', 'pixel', 'pixels'],
    ['stateQualifier', 'leveraged-tm', 'tm'],
    ['annotates', 'general', 'all'],
    ['assoc', 'both', 'none'],
    ['position', 'open', 'begin'],
    ['text', 'anything', ''],
  ]
  test.each(cases)('%s', (type, good, bad) => {
    const check = valueChecks[type]
    for (const value of good.split(' ')) expect([value, check?.(value)]).toEqual([value, true])
    for (const value of bad.split(' ').filter(word => word !== ''))
      expect([value, check?.(value)]).toEqual([value, false])
  })
})

describe('fragment identifiers', () => {
  const source = (ref: string): readonly string[] =>
    validateXliff(
      encode(
        `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0" version="2.1" srcLang="en"><file id="f"><group id="g"><unit id="u"><gls:glossary><gls:glossEntry id="e"><gls:term>a</gls:term><gls:translation>b</gls:translation></gls:glossEntry></gls:glossary><notes><note id="n">x</note></notes><originalData><data id="d">x</data></originalData><segment id="s"><source><mrk id="m" type="term" ref="${ref}">a</mrk></source></segment></unit></group></file></xliff>`,
      ),
      { file: 'x' },
    ).map(({ rule, variant }) => `${rule}:${variant}`)

  test.each([
    '#s',
    '#m',
    '#n=n',
    '#d=d',
    '#gls=e',
    '#f=f/g=g',
    '#/f=f/u=u/s',
    '#f=other/u=u',
    '#u=u/n=n',
    'http://a/b#c',
    '#f=f',
  ])('%s points to something', ref => {
    expect(source(ref)).toEqual([])
  })

  test.each([
    ['#x', 'missing'],
    ['#n=d', 'missing'],
    ['#gls=x', 'missing'],
    ['#g=x', 'missing'],
    ['#s/n=n', 'syntax'],
    ['#n=n/s', 'syntax'],
    ['#u=u/f=f', 'order'],
    ['#my=x', 'prefix'],
    ['#z=x', 'prefix'],
    ['#=x', 'syntax'],
    ['#', 'syntax'],
  ])('%s: %s', (ref, fault) => {
    expect(source(ref)).toEqual([`xliff/fragment-identifier:${fault}`])
  })
})
