/** Faults and ways that validation rarely meets. */

import { describe, expect, test } from 'vitest'
import { validateXliff } from '../../../src/formats/xliff/index.ts'
import { elementRule } from '../../../src/formats/xliff/validate/grammar-2.ts'
import { isLanguageTag } from '../../../src/formats/xliff/validate/values.ts'

const findingsOf = (text: string) => validateXliff(new TextEncoder().encode(text), { file: 'x' })
const found = (text: string): readonly string[] =>
  findingsOf(text).map(({ rule, variant }) => (variant === undefined ? rule : `${rule}:${variant}`))
const file12 = (inner: string): string =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="a" source-language="en" datatype="plaintext">${inner}</file></xliff>`
const file2 = (inner: string): string =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0" xmlns:my="urn:my" version="2.1" srcLang="en" trgLang="kk"><file id="f">${inner}</file></xliff>`
const unit = (inner: string): string => file2(`<unit id="u">${inner}</unit>`)

describe('XLIFF 1.2', () => {
  test('a tool without its id is nothing to refer to', () => {
    expect(
      found(
        file12(
          '<header><phase-group><phase phase-name="p" process-name="x" tool-id="t"/></phase-group><tool tool-name="a"/><tool tool-id="t" tool-name="b"/></header><body><trans-unit id="1"><source>a</source></trans-unit></body>',
        ),
      ),
    ).toEqual(['xliff/missing-attribute'])
  })

  test('marks without an id are no duplicates', () => {
    expect(
      found(
        file12(
          '<body><trans-unit id="1"><source>ab</source><seg-source><mrk mtype="seg">a</mrk><mrk mtype="seg">b</mrk></seg-source></trans-unit></body>',
        ),
      ),
    ).toEqual([])
  })

  test('what may follow a full step is told without that step', () => {
    const text = file12('<header/><body/><body/>')
    expect(findingsOf(text).map(({ rule, data }) => [rule, data.expected])).toEqual([['xliff/unexpected-element', '']])
  })
})

describe('XLIFF 2', () => {
  test('a code that has neither id nor start lacks its id, and nothing else', () => {
    expect(found(unit('<segment><source>a</source><target>b<ph/></target></segment>'))).toEqual([
      'xliff/missing-attribute',
    ])
  })

  test('original data without its id lacks it, and nothing can refer to it', () => {
    expect(
      found(
        unit('<originalData><data>x</data></originalData><segment><source><ph id="1" dataRef="d"/></source></segment>'),
      ).toSorted(),
    ).toEqual(['xliff/missing-attribute', 'xliff/reference:data'])
  })

  test('codes of a match are checked as those of a segment', () => {
    const match = (inner: string): string =>
      unit(
        `<mtc:matches><mtc:match ref="#s"><source>${inner}</source><target>b</target></mtc:match></mtc:matches><segment id="s"><source>a</source></segment>`,
      )
    expect(found(match('<ph id="1"/><ph id="2"/>'))).toEqual([])
    expect(found(match('<ph id="1"/><ph id="1"/>'))).toEqual(['xliff/duplicate-id'])
    expect(found(match('<ph id="1" dataRef="d"/>'))).toEqual(['xliff/reference:data'])
  })

  test('an attribute of another namespace is a reason for a generic marker, a declaration is none', () => {
    const marked = (attributes: string): string =>
      unit(`<segment><source><mrk id="1"${attributes}>a</mrk></source></segment>`)
    expect(found(marked(' my:x="1"'))).toEqual([])
    expect(found(marked(' xmlns:z="urn:z"'))).toEqual(['xliff/annotation:translate'])
  })

  test('a file is looked through once for the ways into it: what has no id is passed, of two the first is taken', () => {
    const text = (first: string, second: string): string =>
      file2(
        `<notes><note id="n">x</note></notes><unit id="u"><segment><source><mrk id="1" type="term" ref="${first}">a</mrk><mrk id="2" type="term" ref="${second}">b</mrk></source></segment></unit><unit><segment id="s"><source>a</source></segment></unit><unit id="v"><segment id="p"><source>a</source></segment></unit><unit id="v"><segment id="q"><source>a</source></segment></unit>`,
      )
    const others = ['xliff/duplicate-id', 'xliff/missing-attribute']
    expect(found(text('#u=v/p', '#u=u/2')).toSorted()).toEqual(others)
    expect(found(text('#u=v/p', '#u=v/q')).toSorted()).toEqual(
      [...others, 'xliff/fragment-identifier:missing'].toSorted(),
    )
  })
})

test('xml:id stands where attributes of other namespaces may', () => {
  const source = '<segment><source>a</source></segment>'
  expect(found(file2(`<unit id="u" xml:id="i">${source}</unit>`))).toEqual([])
  expect(found(unit(source.replace('<source>', '<source xml:id="i">')))).toEqual(['xliff/unexpected-attribute'])
  const inBody = (attributes: string): string =>
    file12(`<body><trans-unit id="1"${attributes}><source>a</source></trans-unit></body>`)
  expect(found(inBody(' xml:id="i"'))).toEqual([])
})

describe('input and tables', () => {
  const valid = unit('<segment><source>a</source></segment>')

  test('a small file may be read by a function, and keeps its bytes', () => {
    const bytes = new TextEncoder().encode(valid)
    expect(validateXliff(() => bytes, { file: 'x' })).toEqual([])
    expect(bytes.length).toBe(valid.length)
  })

  test('bytes that cannot be had are no finding', () => {
    const gone = new Error('gone')
    const reading = () =>
      validateXliff(
        () => {
          throw gone
        },
        { file: 'x' },
      )
    expect(reading).toThrow(gone)
  })

  test('a table names types of values that there are', () => {
    expect(elementRule('', 'id!=nmtoken').attributes.get('id')?.isRequired).toBe(true)
    expect(() => elementRule('', 'id!=nonsense')).toThrow(RangeError)
  })

  test('a variant twice makes no language', () => {
    expect(['de-1996', 'de-1996-1996'].map(isLanguageTag)).toEqual([true, false])
  })
})
