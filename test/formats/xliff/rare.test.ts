/** What files rarely have, read, written and edited all the same. */

import { describe, expect, test } from 'vitest'
import { uniqueIds } from '../../../src/formats/xliff/ids.ts'
import {
  editXliff,
  readXliff,
  rewriteXliff,
  validateXliff,
  writeXliff,
  type XliffEdit,
} from '../../../src/formats/xliff/index.ts'
import { moduleUris } from '../../../src/formats/xliff/namespaces.ts'
import {
  type Content,
  type Document,
  type Group,
  language,
  textContent,
  type Unit,
  unitsOf,
} from '../../../src/model/index.ts'
import { bareUnit } from '../bare-unit.ts'

const encode = (given: string): Uint8Array => new TextEncoder().encode(given)
const decode = (given: Uint8Array): string => new TextDecoder().decode(given)
const read = (file: string) => readXliff(encode(file), { file: 'x' })
const edit = (file: string, ...edits: XliffEdit[]): string => decode(editXliff(read(file), edits))
const in12 = (unit: string, root = ''): string =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2"${root} version="1.2"><file original="a" source-language="en" target-language="ru" datatype="plaintext"><body>${unit}</body></file></xliff>`
const in2 = (unit: string, root = ''): string =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0"${root} version="2.1" srcLang="en" trgLang="kk"><file id="f1">${unit}</file></xliff>`
const firstUnit = (file: string): Unit => {
  const [unit] = unitsOf(read(file).document)
  if (unit === undefined) throw new Error('no unit')
  return unit
}
const unitOf = (source: Content): Unit => ({
  ...bareUnit,
  parts: [{ kind: 'segment', id: 's', source, state: 'initial' }],
})
const documentOf = (file: Partial<Document['files'][number]>): Document => ({
  sourceLanguage: language('en'),
  targetLanguage: language('kk'),
  files: [{ kind: 'file', id: 'f', notes: [], children: [unitOf(textContent('a'))], ...file }],
})

describe('reading', () => {
  test('an empty CDATA section is no text', () => {
    expect(
      firstUnit(in12('<trans-unit id="1"><source><![CDATA[]]><x id="1"/></source></trans-unit>')).parts,
    ).toMatchObject([{ source: [{ kind: 'ph', id: '1' }] }])
  })

  test('comments between segments are left, a marker around one is looked through', () => {
    const cut = '<mrk mtype="seg" mid="1">A.</mrk><!-- c --> <mrk mtype="x-own"><mrk mtype="seg" mid="2">B.</mrk></mrk>'
    expect(
      firstUnit(in12(`<trans-unit id="1"><source>A. B.</source><seg-source>${cut}</seg-source></trans-unit>`)).parts,
    ).toMatchObject([
      { kind: 'segment', id: '1', source: textContent('A.') },
      { kind: 'ignorable', source: textContent(' ') },
      { kind: 'segment', id: '2', source: textContent('B.') },
    ])
  })

  test('an element a segment may not have does not hide its source', () => {
    expect(
      firstUnit(in2('<unit id="u"><segment><note>x</note><source>a</source></segment></unit>')).parts,
    ).toMatchObject([{ source: textContent('a') }])
  })

  test('two starts with one partner are closed one by one', () => {
    const { warnings } = read(
      in12(
        '<trans-unit id="1"><source><bpt id="1" rid="7"/><bpt id="2" rid="7"/><ept id="3" rid="7"/></source></trans-unit>',
      ),
    )
    expect(warnings.map(({ rule, data }) => [rule, data.id])).toEqual([['xliff/unpaired-code', '1']])
  })

  test('a file with a warning in every unit is told of up to a limit', () => {
    const units = Array.from(
      { length: 1200 },
      (_, i) => `<trans-unit id="${i}"><source><bpt id="1"/>a</source></trans-unit>`,
    )
    expect(read(in12(units.join(''))).warnings).toHaveLength(1000)
  })
})

describe('writing', () => {
  test('an end code whose start is nowhere keeps what it says', () => {
    const source: Content = [{ kind: 'ec', id: '9', startRef: '9' }]
    expect(uniqueIds(unitOf(source)).parts[0]?.source).toEqual(source)
  })

  test('language, white space and id of a container go where the version allows them', () => {
    const attributes = [
      { name: 'xml:space', value: 'preserve' },
      { name: 'xml:lang', value: 'en' },
      { name: 'xml:id', value: 'i' },
    ]
    const group: Group = { kind: 'group', id: 'g', notes: [], children: [unitOf(textContent('a'))], attributes }
    const written = writeXliff(documentOf({ children: [group] }), { version: '2.1' })
    expect(written).toContain('<group id="g" xml:space="preserve" xliff12:lang="en" xml:id="i">')
    expect(validateXliff(encode(written), { file: 'x' })).toEqual([])
  })

  test('an attribute of another vocabulary whose prefix nobody knows is left out', () => {
    const foreign = [
      {
        name: 'my:a',
        uri: 'urn:my',
        attributes: [
          { name: 'zz:b', value: '1' },
          { name: 'my:c', value: '2', uri: 'urn:my' },
        ],
        children: [],
      },
    ]
    expect(writeXliff(documentOf({ foreign }), { version: '2.1' })).toContain('<my:a my:c="2"/>')
  })
})

describe('edits', () => {
  const cut =
    '<source>A. B. C.</source><seg-source><mrk mtype="seg" mid="1">A.</mrk> <mrk mtype="seg" mid="2">B.</mrk> <mrk mtype="seg" mid="3">C.</mrk></seg-source>'

  test('a new mark stands behind the nearest one before it, else before the first', () => {
    const first = in12(`<trans-unit id="1">${cut}<target><mrk mtype="seg" mid="1">А.</mrk> </target></trans-unit>`)
    expect(edit(first, { unit: '1', segment: '3', target: textContent('В.') })).toContain(
      '<target><mrk mtype="seg" mid="1">А.</mrk><mrk mtype="seg" mid="3">В.</mrk> </target>',
    )
    const last = in12(`<trans-unit id="1">${cut}<target> <mrk mtype="seg" mid="3">В.</mrk></target></trans-unit>`)
    expect(edit(last, { unit: '1', segment: '2', target: textContent('Б.') })).toContain(
      '<target> <mrk mtype="seg" mid="2">Б.</mrk><mrk mtype="seg" mid="3">В.</mrk></target>',
    )
  })

  test('native code counts only where the data it names is the same', () => {
    const file = in2(
      '<unit id="u"><originalData><data id="d1">&lt;b></data><data id="d2">&lt;i></data></originalData><segment><source><ph id="1" dataRef="d1"/></source></segment></unit>',
    )
    const refOf = (data: string, dataRef: string): string | undefined =>
      /<target><ph id="1" dataRef="(\w+)"/.exec(
        edit(file, { unit: 'u', target: [{ kind: 'ph', id: '1', data, dataRef, equiv: 'x' }] }),
      )?.[1]
    expect([refOf('<b>', 'd1'), refOf('<i>', 'd1')]).toEqual(['d1', 'd2'])
  })

  test('attributes of a code keep the prefix the file has for them', () => {
    const file = in2(
      '<unit id="u"><segment><source><ph id="1" my:a="1"/></source></segment></unit>',
      ' xmlns:my="urn:my"',
    )
    const target: Content = [{ kind: 'ph', id: '1', attributes: [{ name: 'my:a', value: '2', uri: 'urn:my' }] }]
    expect(edit(file, { unit: 'u', target })).toContain('<target><ph id="1" my:a="2"/></target>')
  })

  test('the state of a mark keeps its prefix though the namespace is the default one, too', () => {
    const uri = moduleUris.tilmash
    const file = `<x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:1.2" xmlns="${uri}" xmlns:t="${uri}" version="1.2"><x:file original="a" source-language="en" target-language="ru" datatype="plaintext"><x:body><x:trans-unit id="1"><x:source>A.</x:source><x:seg-source><x:mrk mtype="seg" mid="1">A.</x:mrk></x:seg-source><x:target><x:mrk mtype="seg" mid="1" t:state="initial">А.</x:mrk></x:target></x:trans-unit></x:body></x:file></x:xliff>`
    expect(edit(file, { unit: '1', segment: '1', state: 'final' })).toBe(file.replace('"initial"', '"final"'))
  })

  test('a unit put into a group inside a group has what both pass on', () => {
    const given = read(
      in2(
        `<group id="g" canResegment="no"><group id="h" translate="no"><unit id="u"><segment id="s"><source>a</source></segment></unit></group></group>`,
      ),
    )
    const [file] = given.document.files
    const outer = file?.children[0]
    const inner = outer?.kind === 'group' ? outer.children[0] : undefined
    if (file === undefined || outer?.kind !== 'group' || inner?.kind !== 'group') throw new Error('no groups')
    const fresh: Unit = { ...unitOf(textContent('b')), id: 'v', translate: false, canResegment: false }
    const children = [{ ...outer, children: [{ ...inner, children: [...inner.children, fresh] }] }]
    const written = decode(rewriteXliff(given, { ...given.document, files: [{ ...file, children }] }))
    expect(written).toMatch(/<unit id="v">/)
  })
})
