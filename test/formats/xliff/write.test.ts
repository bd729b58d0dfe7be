import { describe, expect, test } from 'vitest'
import { idScope, isNameToken, uniqueIds } from '../../../src/formats/xliff/ids.ts'
import { readXliff, rewriteXliff, validateXliff, writeXliff } from '../../../src/formats/xliff/index.ts'
import {
  type Candidate,
  type Content,
  type Document,
  Failure,
  type Inline,
  language,
  type MetaGroup,
  segmentsOf,
  textContent,
  type Unit,
  unitsOf,
} from '../../../src/model/index.ts'
import { bareUnit } from '../bare-unit.ts'

const encode = (given: string): Uint8Array => new TextEncoder().encode(given)
const read = (given: string): Document => readXliff(encode(given), { file: 'x' }).document
const errors = (given: string): readonly string[] =>
  validateXliff(encode(given), { file: 'x' })
    .filter(({ level }) => level === 'error')
    .map(({ rule, variant }) => `${rule}:${variant}`)

function unit(source: Content, more: Partial<Unit> = {}): Unit {
  return {
    ...bareUnit,
    id: 'u1',
    parts: [{ kind: 'segment', id: 's1', source, target: source, state: 'translated' }],
    ...more,
  }
}

function documentOf(...units: readonly Unit[]): Document {
  return {
    sourceLanguage: language('en'),
    targetLanguage: language('kk'),
    files: [{ kind: 'file', id: 'f1', original: 'a.txt', notes: [{ text: 'n' }], children: units }],
  }
}

const text = (value: string): Inline => ({ kind: 'text', text: value })

describe('every kind of inline', () => {
  const all: Content = [
    text('a'),
    {
      kind: 'ph',
      id: '1',
      type: 'image',
      attributes: [
        { name: 'clone', value: 'no' },
        { name: 'canReorder', value: 'yes' },
      ],
    },
    { kind: 'sc', id: '2', data: '<i>', type: 'fmt', subType: 'xlf:i' },
    text('b'),
    { kind: 'ec', id: '2', startRef: '2', data: '</i>' },
    { kind: 'sc', id: '3' },
    { kind: 'ec', id: '3', startRef: '3' },
    { kind: 'sc', id: '4', isolated: true },
    { kind: 'ec', id: '5', isolated: true, data: 'x' },
    { kind: 'pc', id: '6', type: 'link', children: [text('c')] },
    {
      kind: 'pc',
      id: '7',
      data: '<b>',
      dataEnd: '</b>',
      equiv: 'B',
      children: [{ kind: 'mrk', id: '8', type: 'my:own', value: 'v', children: [text('d')] }],
    },
    { kind: 'mrk', id: '9', translate: 'no', children: [text('e')] },
    { kind: 'sm', id: '10', type: 'term' },
    text('f'),
    { kind: 'em', startRef: '10' },
  ]

  test('is written in 2.x as it is read', () => {
    for (const version of ['2.0', '2.1', '2.2'] as const) {
      const written = writeXliff(documentOf(unit(all)), { version })
      expect(errors(written)).toEqual([])
      const [again] = [...unitsOf(read(written))]
      expect(again?.parts[0]?.source.map(one => one.kind)).toEqual(all.map(one => one.kind))
      expect(written).toContain('canCopy="no"')
    }
  })

  test('is written in 1.2 with the elements it has', () => {
    const written = writeXliff(documentOf(unit(all)), { version: '1.2' })
    expect(errors(written)).toEqual([])
    const source = /<source>(.*?)<\/source>/s.exec(written)?.[1]
    expect(source).toBe(
      'a<x id="1" ctype="image" clone="no" xliff2:canReorder="yes"/><bpt id="2" rid="2" ctype="italic">&lt;i></bpt>b<ept id="2" rid="2">&lt;/i></ept><bx id="3" rid="3"/><ex id="3" rid="3"/><it id="4" pos="open"/><it id="5" pos="close">x</it><g id="6" ctype="link">c</g><bpt id="7" rid="7" equiv-text="B">&lt;b></bpt><mrk mtype="x-my-own" tilmash:mid="8" comment="v" xliff2:type="my:own">d</mrk><ept id="7" rid="7">&lt;/b></ept><mrk mtype="protected" tilmash:mid="9">e</mrk>f',
    )
  })

  test('codes without their other half are isolated', () => {
    const half: Content = [
      { kind: 'sc', id: '1' },
      { kind: 'pc', id: '3', children: [{ kind: 'ec', id: '2', startRef: '2' }] },
    ]
    for (const version of ['2.1', '1.2'] as const) {
      const written = writeXliff(documentOf(unit(half)), { version })
      expect(errors(written)).toEqual([])
      expect(written).toContain(version === '1.2' ? '<it id="2" pos="close"/>' : '<ec id="2" isolated="yes"/>')
    }
  })

  test('types of 1.2 go to 2.x and come back', () => {
    const codes: Content = ['bold', 'lb', 'x-own', 'strange one'].map(
      (type, i) => ({ kind: i % 2 === 0 ? 'pc' : 'ph', id: `${i}`, type, children: [] }) as Inline,
    )
    const written = writeXliff(documentOf(unit(codes)), { version: '2.1' })
    expect(errors(written)).toEqual([])
    const back = writeXliff(read(written), { version: '1.2' })
    expect(errors(back)).toEqual([])
    expect(back).toContain(
      '<g id="0" ctype="bold"></g><x id="1" ctype="lb"/><g id="2" ctype="x-own"></g><x id="3" ctype="x-strange-one" xliff2:type="other" xliff2:subType="xliff12:strange-one"/>',
    )
  })
})

describe('ids', () => {
  test('what XLIFF 2 does not allow as an id becomes the name', () => {
    const written = writeXliff(
      documentOf(
        unit(textContent('a'), { id: 'a b' }),
        unit(textContent('b'), { id: 'a b' }),
        unit([], { id: 'ok', name: 'N' }),
      ),
      { version: '2.1' },
    )
    expect(errors(written)).toEqual([])
    expect([...unitsOf(read(written))].map(({ id, name }) => [id, name])).toEqual([
      ['u1', 'a b'],
      ['u2', 'a b'],
      ['ok', 'N'],
    ])
  })

  test('one scope holds segments and codes; what names a segment follows it', () => {
    const made = uniqueIds(
      unit([], {
        parts: [
          {
            kind: 'segment',
            id: 'a b',
            source: [
              { kind: 'ph', id: 's1' },
              { kind: 'ph', id: 's1' },
            ],
            target: [{ kind: 'ph', id: 's1' }],
            state: 'translated',
          },
          { kind: 'ignorable', id: 's2', source: [] },
          {
            kind: 'segment',
            id: 's1',
            source: [
              { kind: 'sm', id: 's1' },
              { kind: 'em', startRef: 's1' },
              { kind: 'ec', id: 'z', isolated: true },
            ],
            state: 'initial',
          },
          { kind: 'segment', id: 's1', source: [], state: 'initial' },
        ],
        notes: [{ text: 'n', ref: 'a b' }, { text: 'm' }],
        candidates: [{ ref: 'a b', source: [], target: [] }],
      }),
    )
    expect(made.parts.map(({ id }) => id)).toEqual(['s3', 's2', 's1', 's4'])
    expect(made.parts[0]?.source).toEqual([
      { kind: 'ph', id: 'c1' },
      { kind: 'ph', id: 'c2' },
    ])
    expect(made.parts[0]?.target).toEqual([{ kind: 'ph', id: 'c2' }])
    expect(made.parts[2]?.source).toEqual([
      { kind: 'sm', id: 'm1' },
      { kind: 'em', startRef: 'm1' },
      { kind: 'ec', id: 'z', isolated: true },
    ])
    expect([made.notes[0]?.ref, made.candidates[0]?.ref]).toEqual(['s3', 's3'])
  })

  test('a name token is what XML says', () => {
    expect(['a', '1', '-', '.a:b', 'ә'].every(isNameToken)).toBe(true)
    expect(['', 'a b', 'a/b', '#a', '“'].some(isNameToken)).toBe(false)
    const scope = idScope(['s1'])
    expect([scope.take('s1', 's'), scope.take(undefined, 's'), scope.take('x', 's')]).toEqual(['s2', 's3', 'x'])
  })
})

describe('files', () => {
  test('skeletons, groups, states and directions are written', () => {
    const document: Document = {
      ...documentOf(),
      files: [
        {
          kind: 'file',
          id: 'f1',
          notes: [],
          skeleton: { text: 'raw\n&amp; text' },
          attributes: [
            { name: 'srcDir', value: 'ltr' },
            { name: 'translate', value: 'no' },
            { name: 'xml:space', value: 'preserve' },
            { name: 'canResegment', value: 'no' },
          ],
          children: [
            {
              kind: 'group',
              id: '',
              notes: [],
              attributes: [{ name: 'restype', value: 'table' }],
              children: [
                unit(textContent('  a'), {
                  translate: false,
                  canResegment: false,
                  preserveSpace: true,
                  type: 'string',
                }),
              ],
            },
          ],
        },
        {
          kind: 'file',
          id: 'f1',
          notes: [],
          skeleton: { href: 'b.skl' },
          children: [unit([], { parts: [{ kind: 'ignorable', source: textContent(' ') }] })],
        },
        { kind: 'file', id: 'empty', notes: [], children: [] },
      ],
    }
    const written = writeXliff(document, { version: '2.1' })
    expect(errors(written)).toEqual([])
    expect(written).toContain('<skeleton>raw\n&amp; text</skeleton>')
    expect(written).toContain('<group id="g1" type="xliff12:table">')
    expect(written).toContain('<unit id="u1" type="xliff12:string">')
    expect(written).toContain('<skeleton href="b.skl"/>')
    expect(written).toMatch(/<file id="empty">\s*<group id="none" type="tilmash:none"\/>/)
    expect(read(written).files.map(({ children }) => children.length)).toEqual([1, 1, 0])
    const old = writeXliff(document, { version: '1.2' })
    expect(old).toContain('<external-file href="b.skl"/>')
  })

  test('what cannot be written at all is said', () => {
    const codeOf = (run: () => unknown): string => {
      try {
        run()
      } catch (error) {
        if (error instanceof Failure) return error.code
      }
      return 'none'
    }
    const { targetLanguage: _target, ...oneLanguage } = documentOf(unit(textContent('a')))
    expect(codeOf(() => writeXliff(oneLanguage, { version: '2.1' }))).toBe('xliff.no-target-language')
    expect(codeOf(() => writeXliff(documentOf(), { version: '1.2' }))).toBe('xliff.no-units')
    expect(codeOf(() => writeXliff(documentOf(unit([{ kind: 'cp', codePoint: 7 }])), { version: '1.2' }))).toBe(
      'xml.illegal-character',
    )
    const file = readXliff(encode(writeXliff(documentOf(unit([])), { version: '1.2' })), { file: 'x' })
    expect(codeOf(() => rewriteXliff(file, file.document))).toBe('xliff.rewrite-version')
  })

  test('targets in another order are written to 1.2 in that order', () => {
    const parts: Unit['parts'] = [
      { kind: 'segment', id: 'a', source: textContent('A.'), target: textContent('А.'), state: 'translated', order: 3 },
      { kind: 'ignorable', source: textContent(' ') },
      { kind: 'segment', id: 'b', source: textContent('B.'), target: textContent('Б.'), state: 'final', order: 1 },
    ]
    const written = writeXliff(documentOf(unit([], { parts })), { version: '1.2' })
    expect(written.indexOf('Б.')).toBeLessThan(written.indexOf('А.'))
    const back = [...unitsOf(read(written))][0]
    expect(back?.parts.map(({ order, target }) => [order, target])).toEqual([
      [3, textContent('А.')],
      [undefined, textContent(' ')],
      [1, textContent('Б.')],
    ])
    expect(segmentsOf([...unitsOf(read(written))][0] ?? unit([])).map(({ id, state }) => [id, state])).toEqual([
      ['a', 'translated'],
      ['b', 'final'],
    ])
  })
})

describe('rewriting', () => {
  const before = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="kk" xmlns:my="my">
 <!-- kept -->
 <file id="f">
  <notes><note>old</note></notes>
  <group id="g"><!-- about u1 --><unit id="u1" my:a='1'><my:x/><segment id="s1"><source>a</source></segment></unit></group>
 </file>
</xliff>`
  const file = readXliff(encode(before), { file: 'x' })
  const first = file.document.files[0]
  const group = first?.children[0]

  test('languages, notes of files and whole new files are written', () => {
    if (first === undefined || group?.kind !== 'group') throw new Error('a group expected')
    const out = new TextDecoder().decode(
      rewriteXliff(file, {
        ...file.document,
        targetLanguage: language('ru'),
        files: [
          {
            ...first,
            notes: [],
            children: [
              { ...group, notes: [{ text: 'new' }] },
              { kind: 'group', id: 'h', notes: [], children: [unit([], { id: 'u9' })] },
            ],
          },
          { kind: 'file', id: 'f2', notes: [], children: [unit(textContent('x'))] },
        ],
      }),
    )
    expect(out).toContain('trgLang="ru"')
    expect(out).not.toContain('old')
    expect(out).toContain(`<unit id="u1" my:a='1'><my:x/>`)
    expect(out).toContain('<note>new</note>')
    expect(out).toContain('<file id="f2">')
    expect(read(out).files.map(({ id }) => id)).toEqual(['f', 'f2'])
    expect(errors(out)).toEqual([])
  })

  test('a changed unit keeps what is not ours, and says what changed in its tag', () => {
    if (first === undefined || group?.kind !== 'group') throw new Error('a group expected')
    const old = group.children[0]
    if (old?.kind !== 'unit') throw new Error('a unit expected')
    const changed: Unit = {
      ...old,
      name: 'N',
      type: 'my:t',
      translate: false,
      canResegment: false,
      preserveSpace: true,
      notes: [{ text: 'n' }],
      metadata: [{ category: 'c', meta: [{ type: 't', value: 'v' }] }],
    }
    const out = new TextDecoder().decode(
      rewriteXliff(file, { ...file.document, files: [{ ...first, children: [{ ...group, children: [changed] }] }] }),
    )
    expect(out).toContain(
      `<unit id="u1" my:a='1' name="N" type="my:t" translate="no" canResegment="no" xml:space="preserve"><my:x/><mda:metadata xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0">`,
    )
    expect(out).toContain('<segment id="s1"><source>a</source></segment></unit></group>')
    expect([...unitsOf(read(out))][0]).toMatchObject({ name: 'N', translate: false, preserveSpace: true })
    expect(errors(out)).toEqual([])
  })

  test('old candidates and metadata keep their lines beside new ones', () => {
    const candidate: Candidate = { ref: 's1', source: textContent('a\n   b'), target: textContent('ә\nб') }
    const meta: MetaGroup = { category: 'c', meta: [{ type: 't', value: 'v\n  w' }] }
    for (const end of ['\n', '\r\n']) {
      const text = writeXliff(documentOf(unit(textContent('x'), { candidates: [candidate], metadata: [meta] })), {
        version: '2.1',
      }).replaceAll('\n', end)
      const old = readXliff(encode(text), { file: 'x' })
      const [first] = old.document.files
      const [was] = [...unitsOf(old.document)]
      if (first === undefined || was === undefined) throw new Error('a unit expected')
      const changed: Unit = {
        ...was,
        candidates: [{ ref: 's1', source: textContent('new\nline'), target: [] }, candidate],
        metadata: [meta, { category: 'd', meta: [{ type: 't', value: '1\n2' }] }],
      }
      const out = new TextDecoder().decode(
        rewriteXliff(old, { ...old.document, files: [{ ...first, children: [changed] }] }),
      )
      const again = [...unitsOf(read(out))][0]
      expect(again).toMatchObject({ candidates: changed.candidates, metadata: changed.metadata })
      expect(out).toContain(text.slice(text.indexOf('<mtc:match '), text.indexOf('</mtc:match>')))
      expect(out).toContain(text.slice(text.indexOf('<mda:metaGroup '), text.indexOf('</mda:metaGroup>')))
      expect(errors(out)).toEqual([])
    }
  })
})
