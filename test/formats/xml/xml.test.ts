import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  attributeOf,
  childElements,
  decodeXml,
  escapeAttribute,
  escapeText,
  findChild,
  limits,
  parseXml,
  parseXmlTree,
  scanElement,
  setAttribute,
  splice,
  textOf,
  unboundUri,
  type XmlElement,
  type XmlNode,
  xmlStream,
} from '../../../src/formats/xml/index.ts'
import { Failure, type Place } from '../../../src/model/index.ts'

const options = { file: 'x.xml' }
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

function utf16(text: string, isLittle: boolean, bom = true): Uint8Array {
  const units = bom ? `\uFEFF${text}` : text
  const out = new Uint8Array(units.length * 2)
  for (let i = 0; i < units.length; i++) {
    const unit = units.charCodeAt(i)
    out[i * 2 + (isLittle ? 0 : 1)] = unit & 255
    out[i * 2 + (isLittle ? 1 : 0)] = unit >> 8
  }
  return out
}

/** The failure a call ends in: `code line:column`. */
function failureOf(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    const at = error.place?.start
    return `${error.code} ${at?.line}:${at?.column}`
  }
  return 'none'
}

const wellFormedText = fc.string({ unit: 'binary' }).filter(text => text.isWellFormed())

describe('decoding', () => {
  test('what is decoded is encoded to the same bytes, in every encoding', () => {
    fc.assert(
      fc.property(wellFormedText, fc.constantFrom('utf-8', 'bom', 'le', 'be'), (text, kind) => {
        const whole = `<a>${text}</a>`
        const bytes =
          kind === 'le' || kind === 'be'
            ? utf16(whole, kind === 'le')
            : bytesOf(kind === 'bom' ? `\uFEFF${whole}` : whole)
        const decoded = decodeXml(bytes, options)
        expect(decoded.text).toBe(whole)
        expect(decoded.encode(decoded.text)).toEqual(bytes)
      }),
    )
  })

  test('single-byte sets come back byte for byte', () => {
    for (const encoding of ['windows-1251', 'koi8-r', 'ISO-8859-1', 'iso-8859-5', 'windows-1252', 'cp866']) {
      const head = bytesOf(`<?xml version="1.0" encoding="${encoding}"?><a>`)
      const bytes = Uint8Array.from([
        ...head,
        ...Array.from({ length: 128 }, (_, i) => i + 128).filter(byte => byte !== 152),
      ])
      const decoded = decodeXml(bytes, options)
      expect(decoded.encode(decoded.text)).toEqual(bytes)
    }
  })

  test('Cyrillic in windows-1251 is read, and what the set lacks is written as a reference', () => {
    const bytes = Uint8Array.from([
      ...bytesOf('<?xml version="1.0" encoding="windows-1251"?><a>'),
      0xcf,
      0xf0,
      0xe8,
      ...bytesOf('</a>'),
    ])
    const decoded = decodeXml(bytes, options)
    expect(decoded.text).toContain('<a>При</a>')
    expect(new TextDecoder('latin1').decode(decoded.encode('<a>ә</a>'))).toBe('<a>&#1241;</a>')
  })

  test('UTF-16 without a byte order mark is recognised by its first bytes', () => {
    for (const isLittle of [true, false]) {
      const text = '<?xml version="1.0" encoding="UTF-16"?><a>Отчёт</a>'
      const bytes = utf16(text, isLittle, false)
      const decoded = decodeXml(bytes, options)
      expect(decoded).toMatchObject({ text, hasBom: false, encoding: isLittle ? 'utf-16le' : 'utf-16be' })
      expect(decoded.encode(text)).toEqual(bytes)
    }
  })

  const refused: readonly (readonly [what: string, bytes: Uint8Array, failure: string])[] = [
    ['nothing', Uint8Array.of(), 'encoding.empty 1:1'],
    ['gzip', Uint8Array.of(0x1f, 0x8b, 8, 0), 'encoding.compressed 1:1'],
    ['zip', Uint8Array.of(0x50, 0x4b, 3, 4), 'encoding.compressed 1:1'],
    ['a binary file', Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7), 'encoding.binary 1:1'],
    ['UTF-32', Uint8Array.of(0xff, 0xfe, 0, 0), 'encoding.unsupported 1:1'],
    [
      'a byte that is not UTF-8',
      Uint8Array.of(...bytesOf('<a>\nё'), 0xff, ...bytesOf('</a>')),
      'encoding.invalid-utf8 2:2',
    ],
    ['an overlong form', Uint8Array.of(...bytesOf('<a>'), 0xc0, 0xaf), 'encoding.invalid-utf8 1:4'],
    ['a surrogate in UTF-8', Uint8Array.of(...bytesOf('<a>'), 0xed, 0xa0, 0x80), 'encoding.invalid-utf8 1:4'],
    ['a cut letter', Uint8Array.of(...bytesOf('<a>\r\n'), 0xd1), 'encoding.invalid-utf8 2:1'],
    ['an unknown encoding', bytesOf('<?xml version="1.0" encoding="x-none"?><a/>'), 'encoding.unsupported 1:1'],
    ['UTF-16 that is none', bytesOf('<?xml version="1.0" encoding="UTF-16"?><a/>'), 'encoding.mismatch 1:1'],
    ['half a unit of UTF-16', Uint8Array.of(0xff, 0xfe, 0x3c, 0, 0x61), 'encoding.invalid-utf16 1:2'],
    ['a lone surrogate in UTF-16', Uint8Array.of(0xfe, 0xff, 0, 0x3c, 0xd8, 0), 'encoding.invalid-utf16 1:2'],
    [
      'a byte ASCII lacks',
      Uint8Array.of(...bytesOf('<?xml version="1.0" encoding="us-ascii"?>'), 0x80),
      'encoding.invalid-byte 1:42',
    ],
  ]
  test.each(refused)('%s is refused with its place', (_, bytes, failure) => {
    expect(failureOf(() => decodeXml(bytes, options))).toBe(failure)
  })

  test('a lone surrogate is never written', () => {
    expect(failureOf(() => decodeXml(bytesOf('<a/>'), options).encode('a\n\uD800'))).toBe('encoding.lone-surrogate 2:1')
    expect(failureOf(() => decodeXml(utf16('<a/>', true), options).encode('\uDC00'))).toBe(
      'encoding.lone-surrogate 1:1',
    )
  })
})

describe('the strict pass', () => {
  const broken: readonly (readonly [text: string, failure: string])[] = [
    ['<a>\n&\n</a>', 'xml.bare-ampersand 2:1'],
    ['<a>AT&T; &x</a>', 'xml.undefined-entity 1:8'],
    ['<a>\n  A & B; </a>', 'xml.bare-ampersand 2:5'],
    ['<a><b>\n</a>', 'xml.mismatched-tag 2:1'],
    ['<a/></b>', 'xml.unmatched-end-tag 1:5'],
    ['<a>\n<b>', 'xml.unclosed 2:3'],
    ['<a x="1" x="2"/>', 'xml.duplicate-attribute 1:16'],
    ['<a x=1/>', 'xml.unquoted-attribute 1:6'],
    ['<a>\u0007</a>', 'xml.disallowed-character 1:4'],
    ['<a>&#0;</a>', 'xml.bad-character-reference 1:7'],
    ['<a>&#xD800;</a>', 'xml.bad-character-reference 1:11'],
    ['<a/>\ntail', 'xml.text-outside-root 2:1'],
    ['{"a": 1}\n', 'xml.text-outside-root 1:1'],
    ['<a/>\n<b/>', 'xml.two-roots 2:3'],
    ['<?xml version="1.0"?>\n', 'xml.no-root 2:1'],
    ['\n<?xml version="1.0"?><a/>', 'xml.late-declaration 2:6'],
    ['<?xml version="1.1"?><a/>', 'xml.version 1:1'],
    ['<!-- a -- b --><a/>', 'xml.malformed-comment 1:10'],
    ['<a>]]></a>', 'xml.cdata-end 1:6'],
    ['<a x="1"y="2"/>', 'xml.attributes-not-apart 1:9'],
    ['<a/ >', 'xml.bad-tag 1:4'],
    ['<a><? x?></a>', 'xml.bad-instruction 1:6'],
    ['<a/><!DOCTYPE a>', 'xml.late-doctype 1:13'],
    ['<?xml version="1.0" what="x"?><a/>', 'xml.bad-declaration 1:25'],
    ['<?xml encoding="UTF-8"?><a/>', 'xml.bad-declaration 1:15'],
    ['<a><b<c/></a>', 'xml.bad-tag 1:6'],
    ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'xml.entity-declaration 1:30'],
    ['<!DOCTYPE a [%x;]><a/>', 'xml.entity-declaration 1:18'],
    ['<a xmlns:p=""/>', 'xml.namespace-empty 1:1'],
    ['<a xmlns:xml="x"/>', 'xml.namespace-reserved 1:1'],
    ['<a><xmlns:b/></a>', 'xml.namespace-reserved 1:4'],
    ['<a><b:c:d/></a>', 'xml.malformed-name 1:4'],
    ['<a xmlns:p="u" xmlns:q="u" p:x="1" q:x="2"/>', 'xml.duplicate-attribute 1:1'],
    ['<a p:q:r="1"/>', 'xml.malformed-name 1:1'],
    ['<a><![CDATA[', 'xml.unclosed 1:12'],
    ['<a>\r\n\r<b x="\n1"\n></a>', 'xml.mismatched-tag 5:2'],
    ['<a>\n<b x="&no;"/>', 'xml.undefined-entity 2:10'],
    ['<a>R&#D;</a>', 'xml.bad-character-reference 1:8'],
    ['<a>R&#D</a>', 'xml.bare-ampersand 1:5'],
    ['<a></></a>', 'xml.bad-tag 1:6'],
    ['<a></ a>', 'xml.bad-tag 1:7'],
    ['<a b/>', 'xml.bad-tag 1:5'],
    ['<a b>', 'xml.unquoted-attribute 1:5'],
    ['<a b c="1"/>', 'xml.unquoted-attribute 1:6'],
    ['<a b="<"/>', 'xml.disallowed-character 1:7'],
    ['<a>\uD800</a>', 'xml.disallowed-character 1:4'],
    ['<!-- \uFFFE --><a/>', 'xml.disallowed-character 1:6'],
    ['<a/', 'xml.unexpected-end 1:3'],
    ['<!DOCTYPE a><!DOCTYPE a><a/>', 'xml.late-doctype 1:21'],
  ]
  test.each(broken)('%j is refused', (text, failure) => {
    expect(failureOf(() => parseXml(text, options, {}))).toBe(failure)
  })

  test('depth, names and attributes have limits, and no stack overflows', () => {
    const deep = '<g>'.repeat(100_000)
    expect(failureOf(() => parseXml(deep, options, {}))).toBe(`xml.too-deep 1:${limits.depth * 3 + 1}`)
    expect(failureOf(() => parseXml(`<${'a'.repeat(2000)}/>`, options, {}))).toMatch(/^xml\.name-too-long/)
    const many = Array.from({ length: 1000 }, (_, i) => ` a${i}="1"`).join('')
    expect(failureOf(() => parseXml(`<a${many}/>`, options, {}))).toMatch(/^xml\.too-many-attributes/)
  })

  test('a document type by name only is accepted and opens nothing', () => {
    expect(failureOf(() => parseXml('<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx/>', options, {}))).toBe('none')
  })

  test('an unbound prefix is told of once and read on', () => {
    const heard: [string, Place][] = []
    const root = parseXmlTree('<a>\n<p:b p:c="1"/><p:d/></a>', {
      ...options,
      onUnbound: (prefix, place) => heard.push([prefix, place]),
    })
    expect(heard.map(([prefix, { start }]) => [prefix, start])).toEqual([['p', { line: 2, column: 1 }]])
    expect(childElements(root)[0]).toMatchObject({ local: 'b', uri: `${unboundUri}p` })
  })

  test('events come in order, with spans, texts and CDATA', () => {
    const text = '<?go on?><a x="1"><!--c-->t&amp;<![CDATA[<]]><b/></a>'
    const heard: unknown[] = []
    parseXml(text, options, {
      open: (name, attributes, start, end) =>
        heard.push(['open', name.local, attributes.list(), text.slice(start, end)]),
      close: (name, start, end) => heard.push(['close', name.local, text.slice(start, end)]),
      text: (data, isCdata) => heard.push([isCdata ? 'cdata' : 'text', data]),
      comment: data => heard.push(['comment', data]),
      instruction: (target, body) => heard.push(['instruction', target, body]),
    })
    expect(heard).toEqual([
      ['instruction', 'go', 'on'],
      ['open', 'a', [{ name: 'x', value: '1' }], '<a x="1">'],
      ['comment', 'c'],
      ['text', 't&'],
      ['cdata', '<'],
      ['open', 'b', [], '<b/>'],
      ['close', 'b', ''],
      ['close', 'a', '</a>'],
    ])
  })
})

/** XML at random, written out here, so that the reader is compared with what was meant. */
interface Meant {
  readonly name: string
  readonly attributes: readonly (readonly [string, string])[]
  readonly children: readonly (Meant | string)[]
}
const name = fc.constantFrom('a', 'b', 'unit', 'x-y', 'ә')
const value = fc.string({ unit: fc.constantFrom(...'ab<>&"\' \t\n\r]әё—\u{1F600}') })
const { element } = fc.letrec<{ element: Meant }>(tie => ({
  element: fc.record({
    name,
    attributes: fc.uniqueArray(fc.tuple(name, value), { selector: ([key]) => key, maxLength: 3 }),
    children: fc.array(
      fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        value.filter(text => text !== ''),
        tie('element'),
      ),
      { maxLength: 4 },
    ),
  }),
}))

function written(meant: Meant): string {
  const attributes = meant.attributes.map(([key, text]) => ` ${key}="${escapeAttribute(text)}"`).join('')
  const inner = meant.children.map(child => (typeof child === 'string' ? escapeText(child) : written(child))).join('')
  return inner === '' && meant.attributes.length % 2 === 0
    ? `<${meant.name}${attributes} />`
    : `<${meant.name}${attributes}>${inner}</${meant.name}>`
}

function read(node: XmlElement): Meant {
  const children: (Meant | string)[] = []
  for (const child of node.children) {
    const last = children.at(-1)
    if (child.kind === 'element') children.push(read(child))
    else if (child.kind === 'text' && typeof last === 'string') children[children.length - 1] = last + child.text
    else if (child.kind === 'text') children.push(child.text)
  }
  return { name: node.name, attributes: node.attributes.map(one => [one.name, one.value] as const), children }
}

function normal(meant: Meant): Meant {
  const children: (Meant | string)[] = []
  for (const child of meant.children) {
    const last = children.at(-1)
    if (typeof child !== 'string') children.push(normal(child))
    else if (typeof last === 'string') children[children.length - 1] = last + child
    else children.push(child)
  }
  return { ...meant, children }
}

describe('the tree', () => {
  test('what is escaped and written is read again', () => {
    fc.assert(
      fc.property(element, meant => {
        expect(read(parseXmlTree(written(meant), options))).toEqual(normal(meant))
      }),
    )
  })

  test('every span holds what it says', () => {
    fc.assert(
      fc.property(element, meant => {
        const text = `<!DOCTYPE r>\n${written(meant)}\n`
        const check = (node: XmlNode): void => {
          const raw = text.slice(node.start, node.end)
          if (node.kind !== 'element') return
          expect(raw.startsWith(`<${node.name}`)).toBe(true)
          expect(raw.endsWith(node.isSelfClosing ? '/>' : `</${node.name}>`)).toBe(true)
          for (const one of node.attributes) {
            expect(text.slice(one.start, one.end)).toBe(`${one.name}="${escapeAttribute(one.value)}"`)
            expect(text.slice(one.valueStart, one.valueEnd)).toBe(escapeAttribute(one.value))
          }
          expect(scanElement(text, node, node.scope)).toMatchObject({
            name: node.name,
            start: node.start,
            end: node.end,
          })
          node.children.forEach(check)
        }
        check(parseXmlTree(text, options))
      }),
    )
  })

  test('comments, instructions, CDATA and references are looked through', () => {
    const root = parseXmlTree(
      "<a x='&quot;\r\n&#x41;'>1<!-- < -->2<?p > ?>3<![CDATA[<4>\r\n]]>&#53;&lt;\r\n<b>6</b></a>",
      options,
    )
    expect(textOf(root)).toBe('123<4>\n5<\n6')
    expect(attributeOf(root, 'x')).toBe('" A')
    expect(findChild(root, 'b')?.name).toBe('b')
  })

  test('namespaces are resolved where they hold', () => {
    const root = parseXmlTree(
      '<a xmlns="u" xmlns:p="v" p:x="1" y="2"><p:b xmlns:p="w"/><c xmlns=""/><p:d/></a>',
      options,
    )
    expect(childElements(root).map(({ uri, local }) => [uri, local])).toEqual([
      ['w', 'b'],
      ['', 'c'],
      ['v', 'd'],
    ])
    expect(attributeOf(root, 'x', 'v')).toBe('1')
    expect(attributeOf(root, 'y')).toBe('2')
    expect(root.scope.prefixOf('v')).toBe('p')
    expect(root.scope.prefixOf('u')).toBe('')
    expect(root.scope.prefixOf('none')).toBeUndefined()
  })
})

describe('editing', () => {
  test('attributes are set, changed and removed without touching the others', () => {
    const text = `<a  x = '1'\n y="2"/>`
    const root = parseXmlTree(text, options)
    const set = (key: string, given: string | undefined): string => {
      const one = setAttribute(text, root, key, given)
      return one === undefined ? text : splice(text, [one])
    }
    expect(set('x', "it's <")).toBe(`<a  x = 'it&apos;s &lt;'\n y="2"/>`)
    expect(set('y', undefined)).toBe(`<a  x = '1'/>`)
    expect(set('z', '3')).toBe(`<a  x = '1'\n y="2" z="3"/>`)
    expect(set('x', '1')).toBe(text)
    expect(set('z', undefined)).toBe(text)
  })

  test('splices that overlap are refused', () => {
    expect(() =>
      splice('abc', [
        { start: 0, end: 2, text: '' },
        { start: 1, end: 3, text: '' },
      ]),
    ).toThrow(RangeError)
  })

  test('characters XML forbids are refused by name, not shown', () => {
    for (const run of [() => escapeText('a\u0007'), () => escapeAttribute('a\u0007')]) {
      try {
        run()
        expect.unreachable()
      } catch (error) {
        expect(error).toMatchObject({ code: 'xml.illegal-character', data: { character: 'U+0007' } })
      }
    }
  })
})

describe('the stream', () => {
  test('pieces of any size give the same elements as the whole', () => {
    fc.assert(
      fc.property(
        fc.array(element, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 3000 }),
        fc.constantFrom('utf-8', 'le', 'be'),
        (meant, size, kind) => {
          const inner = meant.map(one => `<tu>${written(one)}</tu>`).join('\n')
          const text = `<?xml version="1.0"?>\n<r xmlns:p="u">${inner}</r>`
          const bytes = kind === 'utf-8' ? bytesOf(text) : utf16(text, kind === 'le')
          const found: Meant[] = []
          const stream = xmlStream(options, {
            capture: ({ local }) => local === 'tu',
            captured: (node, source, offset) => {
              found.push(read(node))
              expect(text.slice(offset, offset + source.length)).toBe(source)
            },
          })
          for (let i = 0; i < bytes.length; i += size) stream.write(bytes.subarray(i, i + size))
          stream.end()
          expect(found).toEqual(meant.map(one => normal({ name: 'tu', attributes: [], children: [one] })))
        },
      ),
    )
  })

  test('a fault far into a stream has its place', () => {
    const text = `<a>${'<b/>\n'.repeat(2000)}<c></a>`
    const stream = xmlStream(options, {})
    const run = (): void => {
      const bytes = bytesOf(text)
      for (let i = 0; i < bytes.length; i += 1000) stream.write(bytes.subarray(i, i + 1000))
      stream.end()
    }
    expect(failureOf(run)).toBe('xml.mismatched-tag 2001:4')
    expect(failureOf(() => xmlStream(options, {}).end())).toBe('encoding.empty 1:1')
  })

  test('a token of any length is read in time that grows with it', () => {
    // Copied once a piece it would take minutes: the test would not end in time.
    const long = 'ab\r\n'.repeat(1_000_000)
    const texts = [`<a><!--${long}--></a>`, `<a>${long}</a>`, `<a b="${long}"/>`, `<a><![CDATA[${long}]]></a>`]
    for (const text of texts) {
      const bytes = bytesOf(text)
      let length = 0
      const hear = (heard: string): void => {
        length += heard.length
      }
      const stream = xmlStream(options, {
        open: (_name, attributes) => hear(attributes.get('b') ?? ''),
        text: hear,
        comment: hear,
      })
      for (let i = 0; i < bytes.length; i += 500) stream.write(bytes.subarray(i, i + 500))
      stream.end()
      expect(length).toBe(3_000_000)
      expect(stream.line()).toBe(1_000_001)
    }
  })

  test('a bad byte far into a stream has its place', () => {
    const stream = xmlStream(options, {})
    const run = (): void => {
      stream.write(bytesOf(`<a>${'ёжик\n'.repeat(1000)}`))
      stream.write(Uint8Array.of(0x61, 0xff))
      stream.end()
    }
    expect(failureOf(run)).toBe('encoding.invalid-utf8 1001:2')
  })
})
