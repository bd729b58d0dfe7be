/** The scanner beside saxes: both accept the same documents, and hear the same in them. */

import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { parseXml, type XmlHandler, xmlStream } from '../../../src/formats/xml/index.ts'
import { Failure } from '../../../src/model/index.ts'

type Event = readonly (string | readonly (readonly [string, string])[])[]

/** What saxes hears; undefined where it refuses. Text outside the root is nobody's. */
function oracle(text: string): readonly Event[] | undefined {
  const events: Event[] = []
  let depth = 0
  const parser = new SaxesParser({ xmlns: false, position: false })
  parser.on('error', error => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    depth++
    events.push(['open', name, Object.entries(attributes)])
  })
  parser.on('closetag', ({ name }) => {
    depth--
    events.push(['close', name])
  })
  parser.on('text', data => {
    if (depth > 0) events.push(['text', data])
  })
  parser.on('cdata', data => events.push(['cdata', data]))
  parser.on('comment', data => events.push(['comment', data]))
  parser.on('processinginstruction', ({ target, body }) => events.push(['instruction', target, body]))
  try {
    parser.write(text).close()
  } catch {
    return undefined
  }
  return events
}

/** Faults that saxes does not know: it was asked for no namespaces, and reads XML 1.1 and entities too. */
const oursOnly = /^xml\.(?:namespace-.*|malformed-name|version|entity-declaration)$/
/** Both look for the end of a subset only. Where it is broken saxes finds another: `<"` opens no quotes, `?x>` ends an instruction. */
const hasSubset = (text: string): boolean => /<!DOCTYPE[^>]*\[/.test(text)

function heard(read: (handler: XmlHandler) => void): readonly Event[] | string {
  const events: Event[] = []
  try {
    read({
      open: ({ name }, attributes) =>
        events.push(['open', name, attributes.list().map(each => [each.name, each.value] as const)]),
      close: ({ name }) => events.push(['close', name]),
      text: (data, isCdata) => events.push([isCdata ? 'cdata' : 'text', data]),
      comment: data => events.push(['comment', data]),
      instruction: (target, body) => events.push(['instruction', target, body]),
    })
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return error.code
  }
  return events
}

const whole = (text: string): readonly Event[] | string => heard(handler => parseXml(text, { file: 'x.xml' }, handler))

const inPieces = (text: string, size: number): readonly Event[] | string =>
  heard(handler => {
    const stream = xmlStream({ file: 'x.xml' }, handler)
    // A byte order mark, so that an encoding made up by chance is not asked for.
    const bytes = new TextEncoder().encode(`\uFEFF${text}`)
    for (let i = 0; i < bytes.length; i += size) stream.write(bytes.subarray(i, i + size))
    stream.end()
  })

const documents = [
  `<?xml version="1.0" encoding="UTF-8" standalone='yes' ?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<!-- c -->
<tmx version="1.4">
<a x="1" y='2'>t&amp;u<b/>\r\n<![CDATA[x]]y]]><?pi some?>&#65;&#x41;</a>
<c\n z="a&lt;b\n" lang="қаз">ёжик 😀</c ><_-.9 /></tmx>
<!-- end -->
`,
  '<a xmlns="u"><b c="1"/>]]&gt; "quoted" text<c></c>\t<d></d\n></a>',
  '<a>\t<b\tx="\t"/></a>',
]
const bits = ['<', '>', '&', ';', '"', "'", '=', '/', '!', '?', '-', '--', '[', ']', ']]>', '<!', '<?', '<!--', '-->']
  .concat(['<![CDATA[', '<!DOCTYPE', '&#', '&#x', '&lt;', 'x', '1', ' ', '\n', '\r', '\r\n', '\t', '\u0007', 'ё'])
  .concat(['xml', '<?xml', '<b>', '</b>', '</a>', '\uFFFE', '😀', '.', '·'])

/** A document with a few of its characters cut out and others put in. */
const mutated = fc
  .tuple(
    fc.constantFrom(...documents),
    fc.array(fc.tuple(fc.nat(1000), fc.nat(3), fc.constantFrom('', ...bits)), { maxLength: 3 }),
  )
  .map(([text, edits]) =>
    edits.reduce((edited, [place, cut, bit]) => {
      const at = Math.floor((place / 1001) * edited.length)
      return edited.slice(0, at) + bit + edited.slice(at + cut)
    }, text),
  )
  .filter(text => text.isWellFormed())

describe('the scanner and saxes', () => {
  it('accept the same documents and hear the same in them', () => {
    let accepted = 0
    fc.assert(
      fc.property(mutated, text => {
        const found = whole(text)
        if (hasSubset(text) || (typeof found === 'string' && oursOnly.test(found))) return
        expect(typeof found === 'string' ? undefined : found).toEqual(oracle(text))
        if (typeof found !== 'string') accepted++
      }),
      { numRuns: 3000 },
    )
    // Of the documents some must be whole and some broken, else this tests nothing.
    expect(accepted).toBeGreaterThan(300)
    expect(accepted).toBeLessThan(2700)
  })

  it('find the same end of a document type', () => {
    const text = '<!DOCTYPE a [<!ELEMENT b (c)> <!-- " > --> <?p > " ?> <!ATTLIST b "c>\'">]><a/>'
    expect(whole(text)).toEqual(oracle(text))
  })

  it('hear the same in pieces of any size', () => {
    fc.assert(
      fc.property(mutated, fc.integer({ min: 1, max: 50 }), (text, size) => {
        expect(inPieces(text, size)).toEqual(whole(text))
      }),
      { numRuns: 1000 },
    )
  })
})
