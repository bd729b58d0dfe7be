import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { firstInvalidUtf8 } from '../../../src/formats/xml/encodings.ts'
import { strictPass } from '../../../src/formats/xml/events.ts'
import {
  attributeOf,
  childElements,
  decodeXml,
  isShut,
  limits,
  noNamespaces,
  parseXml,
  parseXmlTree,
  scanElement,
  type XmlHandler,
  xmlStream,
} from '../../../src/formats/xml/index.ts'
import { Failure } from '../../../src/model/index.ts'

const options = { file: 'x.xml' }
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** What is heard of a text given in pieces, and the failure it ends in. */
function heardOf(pieces: readonly string[]): readonly unknown[] {
  const heard: unknown[] = []
  const handler: XmlHandler = {
    open: (name, attributes, start, end, isSelfClosing) =>
      heard.push(['open', name.name, attributes.list(), start, end, isSelfClosing]),
    close: (name, start, end) => heard.push(['close', name.name, start, end]),
    text: (text, isCdata) => heard.push(['text', text, isCdata]),
    comment: text => heard.push(['comment', text]),
    instruction: (target, body) => heard.push(['instruction', target, body]),
  }
  const pass = strictPass(options, handler)
  try {
    for (const piece of pieces) pass.write(piece)
    pass.end()
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    heard.push([error.code, error.place?.start, error.data])
  }
  return heard
}

const failureOf = (text: string): unknown => heardOf([text]).at(-1)

const texts: readonly string[] = [
  '\uFEFF<?xml version="1.0" encoding=\'UTF-8\' standalone="yes" ?>\r\n<!-- a -->\r\n\r\n<a/>\r\n',
  '<!DOCTYPE a SYSTEM "a>.dtd" [ <!ELEMENT a (b)> <!-- > --> <?p > ?> ]>\r<a></a>\r',
  '<!DOCTYPE a PUBLIC \'-//>\' "b"><a\n b = \'1\'\tc="&lt;&#65;\t&#x1F600;" ></a >',
  '<a>t\te]x]]\r\n\ru&amp;&#10;<![CDATA[ ]]] ]]><?go on?><\uF900 \uF9002="1"/>\u{1F600}<b\r\n/></a>',
  '<xml:a xmlns="u" xmlnsx="1" xmlns:p="v"><p:b p:c="1"/></xml:a>',
  '<!DOCTYPE a [<!-- a -- b -->]><a/>',
  '<!DOCTYPE a [<!ENTITY b "c">]><a/>',
  '<?xml version="1.0" standalone="maybe"?><a/>',
  '<a><?XML no?></a>',
  '<a>&nope;</a>',
  '<a b="&nope;"/>',
  '<a b="1" b="2"/>',
  '<a></b>',
  '<a><!-- a -- --></a>',
  '<a/><!DOCTYPE a>',
  ' ',
  '<?xml version="1.0"?',
  '<!DOCTYPE a [ <!-- ',
  '<!DOCTYPE a "',
  '<a',
  '<a b',
  '<a b="1',
  '<a>&am',
  '<a>&#1',
  '<a><?p',
  '<a><?',
  '<a></a',
  '<a/>\r',
]

describe('cuts', () => {
  test.each(texts)('%j is read the same wherever it is cut', text => {
    const whole = heardOf([text])
    for (let at = 1; at < text.length; at++) {
      const isInPair = /[\uD800-\uDBFF]/.test(text[at - 1] ?? '')
      if (!isInPair) expect([at, heardOf([text.slice(0, at), text.slice(at)])]).toEqual([at, whole])
    }
    // By the character: every token is met half-read.
    expect(heardOf(Array.from(text))).toEqual(whole)
  })

  test('what a cut hides is no fault, and what is wrong is told where it is', () => {
    expect(failureOf('<!DOCTYPE a [<!-- a -- b -->]><a/>')).toEqual([
      'xml.malformed-comment',
      { line: 1, column: 23 },
      {},
    ])
    expect(failureOf('<a><?XML no?></a>')).toEqual(['xml.late-declaration', { line: 1, column: 13 }, {}])
    expect(failureOf('<a>t\te<\uF900 \uF9002="1"/></a>')).toEqual(['close', 'a', 17, 21])
  })

  test('names too long are refused before they end', () => {
    const long = 'n'.repeat(2000)
    expect(failureOf(`<a>&${long}`)).toEqual(['xml.bare-ampersand', { line: 1, column: 4 }, {}])
    expect(failureOf(`<a></${long}`)).toEqual([
      'xml.name-too-long',
      { line: 1, column: 6 },
      { limit: limits.nameLength },
    ])
    expect(failureOf(`<a><?${long}`)).toEqual([
      'xml.name-too-long',
      { line: 1, column: 6 },
      { limit: limits.nameLength },
    ])
  })

  test('any number of names is read', () => {
    const inner = Array.from({ length: 10_000 }, (_, i) => `<e${i} a${i}="${i}"/>`).join('')
    const root = parseXmlTree(`<r>${inner}</r>`, options)
    expect(childElements(root)).toHaveLength(10_000)
    expect(childElements(root).map((element, i) => attributeOf(element, `a${i}`))).toEqual(
      Array.from({ length: 10_000 }, (_, i) => String(i)),
    )
  })

  test('a tag has no attributes past its last, whatever the tag before had', () => {
    const past: unknown[] = []
    parseXml('<a x="1" y="2"><b z="3"/></a>', options, {
      open: (_name, attributes) =>
        past.push(attributes.name(attributes.size), attributes.value(attributes.size), attributes.get('x')),
    })
    expect(past).toEqual(['', '', '1', '', '', undefined])
  })
})

describe('the tree', () => {
  test('what is told to be skipped is not read, and says of itself what its tag says', () => {
    const text = '<r xmlns:p="u"><p:a b="1"><c/></p:a><d/></r>'
    const endOf = (start: number): number | undefined => (start === 15 ? text.indexOf('<d/>') : undefined)
    const root = scanElement(text, { start: 0, end: text.length }, noNamespaces, endOf)
    const [skipped, read] = childElements(root)
    if (skipped === undefined || read === undefined) throw new Error('two elements expected')
    expect([isShut(root), isShut(skipped), isShut(read)]).toEqual([false, true, false])
    const { kind, name, prefix, local, uri, children, isSelfClosing, contentStart, contentEnd } = skipped
    expect({ kind, name, prefix, local, uri, children, isSelfClosing, contentStart, contentEnd }).toEqual({
      kind: 'element',
      name: 'p:a',
      prefix: 'p',
      local: 'a',
      uri: 'u',
      children: [],
      isSelfClosing: false,
      contentStart: 26,
      contentEnd: 26,
    })
    expect(attributeOf(skipped, 'b')).toBe('1')
  })

  test('a root may be skipped itself; a span that begins at no tag is refused', () => {
    const text = '<r><a/></r>'
    expect(isShut(scanElement(text, { start: 0, end: text.length }, noNamespaces, () => text.length))).toBe(true)
    expect(() => scanElement('</a>', { start: 0, end: 4 }, noNamespaces)).toThrow(RangeError)
  })
})

describe('encodings', () => {
  test('the first byte that is no UTF-8 is where the platform begins to refuse', () => {
    const decoder = new TextDecoder('utf-8', { fatal: true })
    const isValid = (bytes: Uint8Array): boolean => {
      try {
        decoder.decode(bytes)
        return true
      } catch {
        return false
      }
    }
    const edges = [
      0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed, 0xee, 0xef, 0xf0,
      0xf1, 0xf3, 0xf4, 0xf5, 0xff,
    ]
    const whole = fc.string({ unit: 'grapheme', maxLength: 4 }).map(text => [...bytesOf(text.toWellFormed())])
    const odd = fc.array(fc.constantFrom(...edges), { maxLength: 4 })
    const lead = fc.constantFrom(0xe0, 0xed, 0xf0, 0xf4)
    const almost = fc.tuple(lead, fc.constantFrom(0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf), fc.constantFrom(...edges))
    fc.assert(
      fc.property(whole, fc.oneof(odd, almost), whole, (before, middle, after) => {
        const bytes = Uint8Array.from([...before, ...middle, ...after])
        const bad = firstInvalidUtf8(bytes)
        if (bad < 0) expect(isValid(bytes)).toBe(true)
        else {
          expect(isValid(bytes.subarray(0, bad))).toBe(true)
          for (let end = bad + 1; end <= bytes.length; end++) expect(isValid(bytes.subarray(0, end))).toBe(false)
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('a bad byte behind characters of every length has its place', () => {
    const placeOf = (...tail: readonly number[]): unknown => {
      try {
        return decodeXml(Uint8Array.from([...bytesOf('<a>яқ—\u{1F600}'), ...tail]), options)
      } catch (error) {
        return error
      }
    }
    for (const tail of [
      [0xff],
      [0xf0, 0x8f, 0x80, 0x80],
      [0xf4, 0x90, 0x80, 0x80],
      [0xe2, 0x80, 0x41],
      [0xe0, 0x9f, 0x80],
    ])
      expect(placeOf(...tail)).toMatchObject({
        code: 'encoding.invalid-utf8',
        place: { start: { line: 1, column: 9 } },
      })
  })

  test('a text without tags is a text, and a declaration of UTF-16LE may lie', () => {
    expect(decodeXml(bytesOf('no tags, but a text'), options).text).toBe('no tags, but a text')
    expect(() => decodeXml(bytesOf('<?xml version="1.0" encoding="UTF-16LE"?><a/>'), options)).toThrow(
      expect.objectContaining({ code: 'encoding.mismatch' }),
    )
  })

  test('a stream of characters of any length is read whole wherever its pieces end', () => {
    for (const character of ['я', '—', '\u{1F600}']) {
      for (let shift = 0; shift < 4; shift++) {
        const meant = 'x'.repeat(shift) + character.repeat(10_000)
        let text = ''
        const stream = xmlStream(options, {
          text: piece => {
            text += piece
          },
        })
        stream.write(bytesOf(`<a>${meant}</a>`))
        stream.end()
        expect(text === meant).toBe(true)
      }
    }
  })

  test('a stream knows its encoding when it has read enough, and cuts texts of one byte anywhere', () => {
    const head = bytesOf('<?xml version="1.0" encoding="windows-1251"?><a>')
    const letters = Uint8Array.from({ length: 40_000 }, (_, i) => 0xe0 + (i % 32))
    let text = ''
    const stream = xmlStream(options, {
      text: piece => {
        text += piece
      },
    })
    expect(stream.encoding).toBe('utf-8')
    for (const piece of [head, letters, bytesOf('</a>')]) stream.write(piece)
    stream.end()
    expect(stream.encoding).toBe('windows-1251')
    expect(text).toBe('абвгдежзийклмнопрстуфхцчшщъыьэюя'.repeat(1250))
  })
})
