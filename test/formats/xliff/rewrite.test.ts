import { describe, expect, test } from 'vitest'
import { readXliff, rewriteXliff, validateXliff } from '../../../src/formats/xliff/index.ts'
import { type Document, type Group, type Segment, textContent, type Unit, unitsOf } from '../../../src/model/index.ts'

const encode = (given: string): Uint8Array => new TextEncoder().encode(given)
const fileOf = (inner: string): string =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" version="2.1" srcLang="en" trgLang="kk">\n  <file id="f">\n${inner}\n  </file>\n</xliff>\n`

/** What becomes of the first child of the first file, or of the whole document. */
function rewritten(text: string, change: (document: Document) => Document): string {
  const file = readXliff(encode(text), { file: 'x' })
  const out = new TextDecoder().decode(rewriteXliff(file, change(file.document)))
  expect(validateXliff(encode(out), { file: 'x' }).filter(({ level }) => level === 'error')).toEqual([])
  return out
}
const children =
  (change: (child: Group | Unit) => Group | Unit) =>
  (document: Document): Document => ({
    ...document,
    files: document.files.map(file => ({ ...file, children: file.children.map(change) })),
  })
const units = (change: (unit: Unit) => Unit) => children(child => (child.kind === 'unit' ? change(child) : child))
const segments = (change: (segment: Segment) => Segment) =>
  units(unit => ({ ...unit, parts: unit.parts.map(part => (part.kind === 'segment' ? change(part) : part)) }))

describe('rewriting', () => {
  test('the first unit of a group that was empty has a line of its own', () => {
    const text = fileOf(
      '    <group id="g">\n    </group>\n    <unit id="u"><segment><source>a</source></segment></unit>',
    )
    const [unit] = [...unitsOf(readXliff(encode(text), { file: 'x' }).document)]
    if (unit === undefined) throw new Error('a unit expected')
    const out = rewritten(
      text,
      children(child => (child.kind === 'group' ? { ...child, children: [{ ...unit, id: 'v' }] } : child)),
    )
    expect(out).toContain('<group id="g">\n      <unit id="v">\n')
    expect(out).toContain('    <unit id="u"><segment><source>a</source></segment></unit>\n')
  })

  test('what a group without a closing tag is given stands in it', () => {
    const text = fileOf('    <group id="g"/>\n    <unit id="u"><segment><source>a</source></segment></unit>')
    const [unit] = [...unitsOf(readXliff(encode(text), { file: 'x' }).document)]
    if (unit === undefined) throw new Error('a unit expected')
    const out = rewritten(
      text,
      children(child =>
        child.kind === 'group' ? { ...child, notes: [{ text: 'n' }], children: [{ ...unit, id: 'v' }] } : child,
      ),
    )
    expect(out).toContain('<group id="g">\n      <notes>')
    expect(out).toContain('</unit>\n    </group>\n    <unit id="u">')
    const group = readXliff(encode(out), { file: 'x' }).document.files[0]?.children[0]
    expect(group).toMatchObject({ kind: 'group', notes: [{ text: 'n' }], children: [{ id: 'v' }] })
  })

  test('notes of a file are replaced where they stand', () => {
    const text = fileOf(
      '    <notes><note>old</note></notes>\n    <unit id="u"><segment><source>a</source></segment></unit>',
    )
    const out = rewritten(text, document => ({
      ...document,
      files: document.files.map(file => ({ ...file, notes: [{ text: 'new' }] })),
    }))
    expect(out).toBe(text.replace('<notes><note>old</note></notes>', '<notes>\n      <note>new</note>\n    </notes>'))
  })

  test('metadata that changes stays in its element', () => {
    const text = fileOf(
      '    <unit id="u">\n      <mda:metadata id="m">\n        <mda:metaGroup category="c">\n          <mda:meta type="t">v</mda:meta>\n        </mda:metaGroup>\n      </mda:metadata>\n      <segment>\n        <source>a</source>\n      </segment>\n    </unit>',
    )
    const out = rewritten(
      text,
      units(unit => ({ ...unit, metadata: [{ category: 'c', meta: [{ type: 't', value: 'w' }] }] })),
    )
    expect(out).toBe(text.replace('>v<', '>w<'))
  })

  test('codes nobody changed keep their tags, characters and ends of markers too', () => {
    const source = '<sm id="m" type="term"></sm>a<em startRef="m" /><cp hex="0007" />'
    const text = fileOf(`    <unit id="u"><segment id="s"><source>${source}</source></segment></unit>`)
    const out = rewritten(
      text,
      segments(segment => ({ ...segment, target: [...segment.source, { kind: 'text', text: '!' }] })),
    )
    expect(out).toContain(`<target>${source}!</target>`)
  })

  test('of two data that say the same the first is referred to', () => {
    const data = '<originalData><data id="d1">x</data><data id="d2">x</data></originalData>'
    const text = fileOf(
      `    <unit id="u">${data}<segment id="s"><source><ph id="1" dataRef="d1"/><ph id="2" dataRef="d2"/></source></segment></unit>`,
    )
    const out = rewritten(
      text,
      segments(segment => ({ ...segment, target: [{ kind: 'ph', id: '1', data: 'x', equiv: '1' }] })),
    )
    expect(out).toContain('<target><ph id="1" dataRef="d1" equiv="1"/></target>')
    expect(out).toContain(data)
  })

  test('whether a segment may be cut is written both ways', () => {
    const text = fileOf('    <unit id="u"><segment id="s"><source>a</source></segment></unit>')
    for (const [canResegment, word] of [
      [true, 'yes'],
      [false, 'no'],
    ] as const) {
      const out = rewritten(
        text,
        segments(segment => ({ ...segment, canResegment })),
      )
      expect(out).toContain(`<segment id="s" canResegment="${word}">`)
    }
  })

  test('a candidate brings the data of its codes', () => {
    const text = fileOf('    <unit id="u"><segment id="s"><source>a</source></segment></unit>')
    const candidate = {
      ref: 's',
      source: [{ kind: 'ph' as const, id: '1', data: '<br>' }],
      target: textContent('b'),
    }
    const out = rewritten(
      text,
      units(unit => ({ ...unit, candidates: [candidate] })),
    )
    expect(out).toContain('<data id="d1">&lt;br></data>')
    const [unit] = [...unitsOf(readXliff(encode(out), { file: 'x' }).document)]
    expect(unit?.candidates).toMatchObject([candidate])
  })

  test('a group of metadata without a value is not written', () => {
    const text = fileOf('    <unit id="u"><segment id="s"><source>a</source></segment></unit>')
    const empty = { category: 'empty', meta: [] }
    expect(
      rewritten(
        text,
        units(unit => ({ ...unit, metadata: [empty] })),
      ),
    ).toBe(text)
    const out = rewritten(
      text,
      units(unit => ({ ...unit, metadata: [empty, { category: 'full', meta: [{ type: 't', value: 'v' }] }] })),
    )
    expect(out).toContain('<mda:metaGroup category="full">')
    expect(out).not.toContain('empty')
  })

  test.each(['<unit id="u"/>', '<unit id="u" ></unit>'])('a unit without parts gets its note: %s', unit => {
    const file = readXliff(encode(fileOf(`    ${unit}`)), { file: 'x' })
    const document = units(one => ({ ...one, notes: [{ text: 'n' }] }))(file.document)
    const out = new TextDecoder().decode(rewriteXliff(file, document))
    expect([...unitsOf(readXliff(encode(out), { file: 'x' }).document)]).toMatchObject([
      { id: 'u', notes: [{ text: 'n' }], parts: [] },
    ])
    const named = units(one => ({ ...one, name: 'N' }))(file.document)
    expect(new TextDecoder().decode(rewriteXliff(file, named))).toContain(unit.replace('"u"', '"u" name="N"'))
  })
})
