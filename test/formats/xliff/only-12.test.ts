import { describe, expect, test } from 'vitest'
import { editXliff, readXliff, validateXliff, writeXliff, type XliffEdit } from '../../../src/formats/xliff/index.ts'
import { unreadXliff } from '../../../src/formats/xliff/unread.ts'
import { type Content, type Document, language, textContent, type Unit } from '../../../src/model/index.ts'
import { bareUnit } from '../bare-unit.ts'

const encode = (given: string): Uint8Array => new TextEncoder().encode(given)
const in12 = (unit: string): string =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="a" source-language="en" target-language="kk" datatype="plaintext"><body>${unit}</body></file></xliff>`
const edit = (file: string, ...edits: XliffEdit[]): string =>
  new TextDecoder().decode(editXliff(readXliff(encode(file), { file: 'x' }), edits))
const documentOf = (parts: Unit['parts']): Document => ({
  sourceLanguage: language('en'),
  targetLanguage: language('kk'),
  files: [
    {
      kind: 'file',
      id: 'f',
      notes: [],
      children: [
        {
          ...bareUnit,
          parts,
        },
      ],
    },
  ],
})

describe('edits of 1.2', () => {
  test('a pair around changed text keeps its tags', () => {
    const file = in12(
      '<trans-unit id="1"><source><g ctype=\'bold\' id="7">a</g></source><target><g ctype=\'bold\' id="7">b</g></target></trans-unit>',
    )
    const target: Content = [{ kind: 'pc', id: '7', type: 'bold', children: textContent('c') }]
    expect(edit(file, { unit: '1', target })).toBe(file.replace('>b<', '>c<'))
  })

  test('what 1.2 cannot say leaves an empty target as it is', () => {
    const file = in12('<trans-unit id="1"><source>a</source><target/></trans-unit>')
    expect(edit(file, { unit: '1', target: [{ kind: 'sm', id: '1', type: 'term' }] })).toBe(file)
  })

  test('words of XLIFF 2 are left out where the file has no prefix for them', () => {
    const file = in12('<trans-unit id="1"><source>a</source></trans-unit>')
    expect(edit(file, { unit: '1', target: [{ kind: 'ph', id: '1', disp: 'break' }] })).toContain(
      '<target><x id="1"/></target>',
    )
  })
})

test('a code between segments stands in the target before its neighbours are translated, blanks do not', () => {
  const parts = (between: Content): Unit['parts'] => [
    { kind: 'segment', id: 'a', source: textContent('A.'), target: textContent('А.'), state: 'translated' },
    { kind: 'ignorable', source: between },
    { kind: 'segment', id: 'b', source: textContent('B.'), state: 'initial' },
  ]
  const targetOf = (between: Content): string | undefined =>
    /<target[^>]*>(.*)<\/target>/.exec(writeXliff(documentOf(parts(between)), { version: '1.2' }))?.[1]
  expect(targetOf(textContent(' '))).toMatch(/>А\.<\/mrk>$/)
  expect(targetOf([{ kind: 'ph', id: '1' }])).toMatch(/>А\.<\/mrk><x id="1"\/>$/)
})

test('an end that names no start is isolated in a fresh file', () => {
  const source: Content = [
    { kind: 'ec', id: '5' },
    { kind: 'text', text: 'a' },
  ]
  const written = writeXliff(documentOf([{ kind: 'segment', id: 's', source, state: 'initial' }]), { version: '2.1' })
  expect(written).toContain('<source><ec id="5" isolated="yes"/>a</source>')
  expect(validateXliff(encode(written), { file: 'x' }).filter(({ level }) => level === 'error')).toEqual([])
})

test('the language of the file said again is not lost, another one is', () => {
  const unread = (tag: string): readonly string[] => {
    const text = in12(
      `<trans-unit id="1"><source xml:lang="en">a</source><target xml:lang="${tag}">b</target></trans-unit>`,
    )
    return unreadXliff(readXliff(encode(text), { file: 'x' })).map(({ name, unit }) => `${unit} ${name}`)
  }
  expect(unread('KK')).toEqual([])
  expect(unread('ru')).toEqual(['1 target/@xml:lang'])
})
