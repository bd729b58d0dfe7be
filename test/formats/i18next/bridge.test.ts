import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { i18nextToXliff, xliffToI18next } from '../../../src/formats/i18next/index.ts'
import { readXliff } from '../../../src/formats/xliff/index.ts'
import { plainText, segmentsOf, unitsOf } from '../../../src/model/index.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)
const file = 'a.xlf'
const versions = ['1.2', '2.0', '2.1'] as const
const failureOf = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    return error
  }
  return undefined
}
const input = (value: unknown, name = 'en.json') => ({
  file: name,
  bytes: utf8(typeof value === 'string' ? value : JSON.stringify(value)),
})
const options = { version: '2.0', sourceLanguage: 'en', targetLanguage: 'ru' } as const

const text = fc
  .string({ unit: fc.constantFrom(...'ab &<>"\'{}қ😀\n') })
  .filter(value => value === '' || value.trim() !== '')
const pairs = fc.dictionary(
  fc.stringMatching(/^[a-z][a-z._-]{0,5}$/),
  fc.tuple(text, fc.option(text, { nil: undefined })),
  { minKeys: 1, maxKeys: 4 },
)

/** The bridge's answer, or no test: texts it would change (a line break at an end, blanks only) it refuses. */
const bridged = (...given: Parameters<typeof i18nextToXliff>) => {
  try {
    return i18nextToXliff(...given)
  } catch (error) {
    expect(error).toMatchObject({ code: 'bridge.differs' })
    fc.pre(false)
    throw error
  }
}

describe('the bridge', () => {
  it.each(versions)('gives back both files through XLIFF %s', version => {
    fc.assert(
      fc.property(pairs, map => {
        const source = Object.fromEntries(Object.entries(map).map(([key, [value]]) => [key, value]))
        const target = Object.fromEntries(
          Object.entries(map).flatMap(([key, [, value]]) => (value === undefined ? [] : [[key, value]])),
        )
        const bytes = bridged(input(source), input(target, 'ru.json'), { ...options, version })
        const back = xliffToI18next(bytes, { file })
        expect(JSON.parse(decode(back.source))).toEqual(source)
        expect(JSON.parse(decode(back.target))).toEqual(target)
      }),
    )
  })

  it.each(versions)('agrees with our own reader of XLIFF %s', version => {
    fc.assert(
      fc.property(pairs, map => {
        const source = Object.fromEntries(Object.entries(map).map(([key, [value]]) => [key, value]))
        const { document } = readXliff(bridged(input(source), undefined, { ...options, version }), { file })
        const own = [...unitsOf(document)].map(unit => [
          unit.id,
          segmentsOf(unit)
            .map(segment => plainText(segment.source))
            .join('|'),
        ])
        expect(Object.fromEntries(own)).toEqual(source)
      }),
      { numRuns: 30 },
    )
  })

  it('keeps nested keys as groups', () => {
    const value = { a: { b: 'x', c: { d: 'y' } } }
    const bytes = i18nextToXliff(input(value), undefined, { ...options, namespace: 'common' })
    expect(decode(bytes)).toContain('<group id="a">')
    expect(decode(bytes)).toContain('<file id="common">')
    expect(JSON.parse(decode(xliffToI18next(bytes, { file }).source))).toEqual(value)
  })

  it.each([
    ['bridge.key', '{"__proto__":"x"}'],
    ['bridge.key', '{"b":"x","1":"y"}'],
    ['bridge.key', '{"two words":"x"}'],
    ['bridge.key', '{"":"x"}'],
    ['bridge.value', '{"a":1}'],
    ['bridge.same-id', '{"a":{"x":"1"},"b":{"x":"2"}}'],
    ['bridge.character', '{"a":"\\u0007"}'],
    ['bridge.differs', '{"a":"  "}'],
  ])('refuses with %s: %s', (code, json) => {
    expect(failureOf(() => i18nextToXliff(input(json), undefined, options))).toMatchObject({
      code,
      place: { file: 'en.json' },
    })
    expect(({} as Record<string, unknown>).x).toBeUndefined()
  })

  it('refuses a translation without source', () => {
    expect(
      failureOf(() => i18nextToXliff(input({ a: 'x' }), input({ a: 'б', b: 'в' }, 'ru.json'), options)),
    ).toMatchObject({ code: 'bridge.no-source', data: { key: 'b' }, place: { file: 'ru.json', start: { column: 10 } } })
  })

  const unit2 = (inside: string, attributes = 'id="u"') =>
    `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="ru"><file id="f">\n<unit ${attributes}>${inside}</unit></file></xliff>`
  const segment = '<segment><source>a</source><target>б</target></segment>'
  const unit12 = (inside: string, attributes = 'id="u"') =>
    `<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="f" source-language="en" target-language="ru" datatype="plaintext"><body>\n<trans-unit ${attributes}>${inside}</trans-unit></body></file></xliff>`

  it.each([
    ['bridge.several-segments', unit2(segment + segment)],
    ['bridge.several-segments', unit2(`<ignorable><source> </source></ignorable>${segment}`)],
    ['bridge.several-segments', unit2('')],
    ['bridge.inline', unit2('<segment><source>a<mrk id="1">b</mrk></source></segment>')],
    ['bridge.inline', unit2('<segment><source><![CDATA[a]]></source></segment>')],
    ['bridge.state', unit2(segment.replace('<segment>', '<segment state="final">'))],
    ['bridge.note', unit2(`<notes><note priority="1">n</note></notes>${segment}`)],
    ['bridge.element', unit2(`<originalData><data id="d">x</data></originalData>${segment}`)],
    ['bridge.attribute', unit2(segment, 'id="u" translate="no"')],
    ['bridge.key', unit2(segment, 'id="__proto__"')],
    ['bridge.same-id', unit2(`${segment}</unit><unit id="u">${segment}`)],
    ['bridge.differs', unit2(`${segment}</unit><unit id="1">${segment}`)],
    ['bridge.several-files', unit2(segment).replace('</file>', '</file><file id="g"/>')],
    ['bridge.not-xliff', '<tmx/>'],
    ['bridge.state', unit12('<source>a</source><target state="final">б</target>')],
    ['bridge.state', unit12('<source>a</source>', 'id="u" approved="yes"')],
    ['bridge.note', unit12('<source>a</source><note from="x">n</note>')],
    ['bridge.inline', unit12('<source><g id="1">a</g></source>')],
    ['bridge.element', unit12('<source>a</source><alt-trans><target>x</target></alt-trans>')],
    ['bridge.element', unit12('<source>a</source>').replace('<body>', '<header><skl/></header><body>')],
  ])('refuses XLIFF with %s', (code, xliff) => {
    expect(failureOf(() => xliffToI18next(utf8(xliff), { file }))).toMatchObject({ code, place: { file } })
  })
})
