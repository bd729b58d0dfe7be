import { describe, expect, test } from 'vitest'
import { editXliff, readXliff } from '../../../src/formats/xliff/index.ts'
import { type Candidate, textContent, unitsOf } from '../../../src/model/index.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const file12 = (unit: string) =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="a" source-language="en" target-language="kk" datatype="plaintext"><body>${unit}</body></file></xliff>`
const added = (unit: string, ...candidates: readonly Candidate[]) => {
  const file = readXliff(encode(file12(unit)), { file: 'x' })
  return new TextDecoder().decode(editXliff(file, [], [{ unit: 'u', candidates }]))
}
const candidate = (more: Partial<Candidate> = {}): Candidate => ({
  ref: 's1',
  source: textContent('a'),
  target: textContent('ә'),
  ...more,
})

describe('candidates added to a unit of 1.2', () => {
  const plain = '<trans-unit id="u"><source>a</source></trans-unit>'
  test.each([
    [
      'on one line',
      plain,
      candidate(),
      plain.replace('</trans-unit>', '<alt-trans><source>a</source><target>ә</target></alt-trans></trans-unit>'),
    ],
    [
      'with its margin',
      '<trans-unit id="u">\r\n  <source>a</source>\r\n</trans-unit>',
      candidate({ similarity: 0.996, origin: 'm' }),
      '<trans-unit id="u">\r\n  <source>a</source>\r\n  <alt-trans match-quality="99%" origin="m">\r\n    <source>a</source>\r\n    <target>ә</target>\r\n  </alt-trans>\r\n</trans-unit>',
    ],
    [
      'behind those that are there, white space kept',
      '<trans-unit id="u"><source>a</source><alt-trans><target>b</target></alt-trans><note>n</note></trans-unit>',
      candidate({ target: textContent('ә  б') }),
      '<trans-unit id="u"><source>a</source><alt-trans><target>b</target></alt-trans><alt-trans xml:space="preserve"><source>a</source><target>ә  б</target></alt-trans><note>n</note></trans-unit>',
    ],
    [
      'for one segment of a cut unit',
      '<trans-unit id="u"><source>a b</source><seg-source><mrk mtype="seg" mid="1">a</mrk> <mrk mtype="seg" mid="2">b</mrk></seg-source></trans-unit>',
      candidate({ ref: '2' }),
      '<trans-unit id="u"><source>a b</source><seg-source><mrk mtype="seg" mid="1">a</mrk> <mrk mtype="seg" mid="2">b</mrk></seg-source><alt-trans mid="2"><source>a</source><target>ә</target></alt-trans></trans-unit>',
    ],
    ['never with what XML cannot hold', plain, candidate({ target: [{ kind: 'cp', codePoint: 7 }] }), plain],
    ['never with what XML cannot hold, as text', plain, candidate({ source: textContent('\u0007') }), plain],
  ])('%s', (_name, unit, one, expected) => {
    expect(added(unit, one)).toBe(file12(expected))
  })

  test('are read as they were given', () => {
    const [unit] = [
      ...unitsOf(readXliff(encode(added(plain, candidate({ similarity: 0.87 }))), { file: 'x' }).document),
    ]
    expect(unit?.candidates).toEqual([candidate({ similarity: 0.87 })])
  })

  test('belong to 1.2: in 2.x a unit is written with its candidates', () => {
    const text =
      '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en"><file id="f"><unit id="u"><segment><source>a</source></segment></unit></file></xliff>'
    expect(() =>
      editXliff(readXliff(encode(text), { file: 'x' }), [], [{ unit: 'u', candidates: [candidate()] }]),
    ).toThrow(RangeError)
  })
})
