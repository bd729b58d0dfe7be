import { describe, expect, test } from 'vitest'
import { editXliff, readXliff, rewriteXliff, validateXliff, writeXliff } from '../../../src/formats/xliff/index.ts'
import {
  type Content,
  type Document,
  language,
  plainText,
  segmentsOf,
  textContent,
  type Unit,
  unitsOf,
} from '../../../src/model/index.ts'
import { bareUnit } from '../bare-unit.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const open = (text: string) => readXliff(encode(text), { file: 'x' })
const file12 = (inner: string, root = '') =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2"${root} version="1.2"><file original="a" source-language="en" target-language="kk" datatype="plaintext"><body>${inner}</body></file></xliff>`
const file2 = (inner: string, version = '2.1') =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:${version === '2.2' ? '2.2' : '2.0'}" version="${version}" srcLang="en" trgLang="kk"><file id="f">${inner}</file></xliff>`
const source12 = (inner: string) => file12(`<trans-unit id="u"><source>${inner}</source></trans-unit>`)
const source2 = (inner: string) => file2(`<unit id="u"><segment><source>${inner}</source></segment></unit>`)
const firstUnit = (text: string): Unit => {
  const [unit] = [...unitsOf(open(text).document)]
  if (unit === undefined) throw new Error('no unit')
  return unit
}
const firstSource = (text: string): Content => segmentsOf(firstUnit(text))[0]?.source ?? []

describe('what a file should not say is read all the same', () => {
  test.each([
    ['a code without id', source12('<x/>'), [{ kind: 'ph', id: '' }]],
    ['comments between texts', source12('a<!-- c -->b'), [{ kind: 'text', text: 'ab' }]],
    [
      'a code with the old words for its side',
      source12('<it id="1" pos="end">x</it>'),
      [{ kind: 'ec', id: '1', data: 'x', isolated: true, attributes: [{ name: 'pos', value: 'end' }] }],
    ],
    ['a code of no side', source12('<it id="1">x</it>'), [{ kind: 'ph', id: '1', data: 'x' }]],
    ['an end without its start', source2('a<ec id="1"/>'), [textContent('a')[0], { kind: 'ec', id: '1' }]],
    ['an end that names nothing', source2('<ec/>'), [{ kind: 'ec', id: '' }]],
    ['the end of no marker', source2('<em/>'), [{ kind: 'em', startRef: '' }]],
    [
      'an element of another vocabulary',
      source2('<b>x</b>').replace('<b>', '<b id="7">'),
      [{ kind: 'ph', id: '7', data: 'x', equiv: '\uFFFC' }],
    ],
    ['a character that is none', source2('<cp hex="zz"/>'), [{ kind: 'ph', id: '', data: 'zz' }]],
    ['a character past the last', source2('<cp hex="110000"/>'), [{ kind: 'ph', id: '', data: '110000' }]],
    ['a character without a number', source2('<cp/>'), [{ kind: 'ph', id: '', data: '' }]],
  ])('%s', (_name, text, expected) => {
    expect(firstSource(text)).toEqual(expected)
  })

  test('original data may hold characters, comments and what is not of the standard', () => {
    const data = '<originalData><data id="d">a<!-- --><cp hex="0007"/><cp hex="zz"/><b>c</b></data></originalData>'
    const unit = firstUnit(
      file2(`<unit id="u">${data}<segment><source><ph id="1" dataRef="d"/></source></segment></unit>`),
    )
    expect(segmentsOf(unit)[0]?.source).toMatchObject([{ kind: 'ph', data: 'a\u0007c' }])
  })

  test.each([
    ['85', 0.85],
    ['85%', 0.85],
    ['0.85', 0.85],
    ['1', 1],
    ['120%', undefined],
    ['good', undefined],
  ])('a match of quality %s', (given, similarity) => {
    const text = file12(
      `<trans-unit id="u"><source>a</source><alt-trans match-quality="${given}"><target>b</target></alt-trans></trans-unit>`,
    )
    expect(firstUnit(text).candidates[0]?.similarity).toBe(similarity)
    // Without a source of its own a candidate is for that of the unit.
    expect(plainText(firstUnit(text).candidates[0]?.source ?? [])).toBe('a')
  })

  test('a candidate without a target, and marks that say a segment twice', () => {
    const text = file12(
      '<trans-unit id="u"><source>a</source><seg-source><mrk mtype="seg" mid="1">a</mrk></seg-source><target><mrk mtype="seg" mid="1">б</mrk><mrk mtype="seg" mid="1">в</mrk><mrk mtype="seg" mid="9">г</mrk></target><alt-trans><source>a</source></alt-trans></trans-unit>',
    )
    const unit = firstUnit(text)
    expect(unit.candidates[0]?.target).toEqual([])
    expect(segmentsOf(unit).map(({ target }) => plainText(target ?? []))).toEqual(['б'])
  })

  test('a language that is only blanks is none', () => {
    expect(() => open(source2('a').replace('srcLang="en"', 'srcLang=" "'))).toThrow(
      expect.objectContaining({ code: 'xliff.no-language' }),
    )
  })

  test('1.0 and 1.1 are read as 1.2, and a group or unit may lack its id in places', () => {
    const text = source12('a').replace('version="1.2"', 'version="1.0"').replace('document:1.2', 'document:1.1')
    expect(open(text).version).toBe('1.2')
  })

  test('a context group is named after its unit, and after nothing else', () => {
    const group = (name: string) =>
      file12(
        `<trans-unit id="u"><source>a</source><context-group name="${name}"><context context-type="x-k">v</context></context-group></trans-unit>`,
      )
    const category = (name: string) => firstUnit(group(name)).metadata[0]?.category
    expect(['c#u', 'c#u#2', 'c#ux', 'c'].map(category)).toEqual(['c', 'c', 'c#ux', 'c'])
  })
})

describe('what is written when little is known', () => {
  const documentOf = (unit: Partial<Unit>, more: Partial<Document> = {}): Document => ({
    sourceLanguage: language('en'),
    targetLanguage: language('kk'),
    files: [
      {
        kind: 'file',
        id: 'f1',
        notes: [],
        children: [
          {
            ...bareUnit,
            parts: [{ kind: 'segment', id: 's1', source: textContent('a'), state: 'initial' }],
            ...unit,
          },
        ],
      },
    ],
    ...more,
  })
  const segment = (source: Content, target?: Content) =>
    documentOf({
      parts: [{ kind: 'segment', id: 's1', source, state: 'initial', ...(target === undefined ? {} : { target }) }],
    })

  test.each([
    ['a type that is only signs', documentOf({ type: ':' }), '<unit id="u" type="xliff12:-">'],
    ['an empty type', documentOf({ type: '' }), '<unit id="u">'],
    [
      'a type of its own without sub-type',
      segment([{ kind: 'ph', id: '1', type: 'link' }]),
      '<ph id="1" type="link"/>',
    ],
    [
      'an end of the equivalents alone',
      segment([{ kind: 'pc', id: '1', attributes: [{ name: 'equivEnd', value: 'e' }], children: [] }]),
      'equivStart="" equivEnd="e"',
    ],
    [
      'a marker that points to a module that is not there',
      segment([{ kind: 'mrk', id: '1', type: 'term', ref: '#gls=1', children: [] }]),
      '<mrk id="1" type="term">',
    ],
    ['a character', segment([{ kind: 'cp', codePoint: 7 }]), '<cp hex="0007"/>'],
    [
      'a vendor attribute on a code, which has no place there',
      segment([{ kind: 'ph', id: '1', attributes: [{ name: 'v:x', value: '1', uri: 'urn:v' }] }]),
      '<ph id="1"/>',
    ],
    [
      'an attribute whose prefix nobody knows',
      documentOf({ attributes: [{ name: 'v:x', value: '1' }] }),
      '<unit id="u">',
    ],
    [
      'an attribute whose prefix was bound to nothing',
      documentOf({ attributes: [{ name: 'v:x', value: '1', uri: 'unbound:v' }] }),
      '<unit id="u">',
    ],
    [
      'a prefix of a module in the hands of another',
      documentOf({ attributes: [{ name: 'gls:x', value: '1', uri: 'urn:other' }] }),
      'ns1:x="1"',
    ],
    [
      'a reference to issues that are not there',
      documentOf({ attributes: [{ name: 'its:locQualityIssuesRef', value: '#its=1' }] }),
      '<unit id="u">',
    ],
    ['notes with what XML cannot hold', documentOf({ notes: [{ text: 'a\u0007b' }] }), '<note>ab</note>'],
    [
      'metadata of inner groups only',
      documentOf({
        metadata: [{ category: 'c', meta: [], groups: [{ category: 'd', meta: [{ type: 't', value: 'v' }] }] }],
      }),
      '<mda:metaGroup category="d">',
    ],
    [
      'elements of the document',
      documentOf({}, { foreign: [{ name: 'v:x', uri: 'urn:v', attributes: [], children: [] }] }),
      '<tilmash:document><v:x/></tilmash:document>',
    ],
  ] as const)('%s', (_name, document, expected) => {
    expect(writeXliff(document, { version: '2.1' })).toContain(expected)
  })

  test.each([
    [
      'a marker of no type',
      segment([{ kind: 'mrk', id: '1', children: [] }]),
      'mtype="x-generic" tilmash:mid="1" xliff2:type="generic"',
    ],
    [
      'a marker of 1.2',
      segment([{ kind: 'mrk', id: '', type: 'xliff12:phrase', children: [] }]),
      '<mrk mtype="phrase"/>',
    ],
    [
      'a target that was emptied on purpose',
      documentOf({ parts: [{ kind: 'segment', id: 's1', source: textContent('a'), state: 'final' }] }),
      '<target state="final"/>',
    ],
    [
      'metadata without a name',
      documentOf({ metadata: [{ category: 'context-group', meta: [{ type: 'k', value: 'v' }] }] }),
      '<context-group>',
    ],
    [
      'a previous version',
      documentOf({
        candidates: [{ ref: 's1', source: [], target: [], type: 'other', subType: 'tilmash:previous-version' }],
      }),
      'alttranstype="previous-version"',
    ],
    [
      'may be cut',
      documentOf({
        parts: [{ kind: 'segment', id: 's1', source: textContent('a'), state: 'initial', canResegment: true }],
      }),
      '<source xliff2:canResegment="yes">',
    ],
    [
      'a state of 1.2 that fits no more',
      documentOf({
        parts: [
          {
            kind: 'segment',
            id: 's1',
            source: textContent('a'),
            target: textContent('b'),
            state: 'final',
            subState: 'xliff12:needs-l10n',
          },
        ],
      }),
      '<target state="final">',
    ],
  ] as const)('in 1.2: %s', (_name, document, expected) => {
    expect(writeXliff(document, { version: '1.2' })).toContain(expected)
  })

  test('text that only looks like a target needs a language', () => {
    const { targetLanguage: _none, ...document } = documentOf({})
    expect(writeXliff(document, { version: '2.1' })).not.toContain('trgLang')
  })
})

describe('edits at the borders', () => {
  test('a target that stands empty stays as it is when it is emptied', () => {
    const text = file2('<unit id="u"><segment><source>a</source><target/></segment></unit>')
    expect(decode(editXliff(open(text), [{ unit: 'u', target: [] }]))).toBe(text)
  })

  test('a sub-state is set where there is no state', () => {
    const text = file2('<unit id="u"><segment><source>a</source><target>b</target></segment></unit>')
    expect(decode(editXliff(open(text), [{ unit: 'u', subState: 'my:x' }]))).toContain(
      '<segment state="initial" subState="my:x">',
    )
  })

  test('what is expected of a target that is not there is a conflict', () => {
    const text = file2('<unit id="u"><segment><source>a</source></segment></unit>')
    expect(() =>
      editXliff(open(text), [{ unit: 'u', target: textContent('б'), expectedTarget: textContent('в') }]),
    ).toThrow()
    expect(decode(editXliff(open(text), [{ unit: 'u', target: textContent('б'), expectedTarget: null }]))).toContain(
      '<target>б',
    )
  })

  test('a changed unit keeps the attributes of modules under the prefix the file has for them', () => {
    const text = file2(
      '<unit id="u" xmlns:s="urn:oasis:names:tc:xliff:fs:2.0"><segment id="s1"><source><ph id="1" s:fs="img"/></source></segment></unit>',
    )
    const file = open(text)
    const [unit] = [...unitsOf(file.document)]
    if (unit === undefined) throw new Error('no unit')
    const changed: Unit = {
      ...unit,
      parts: unit.parts.map(part => ({
        ...part,
        source: [
          ...part.source,
          {
            kind: 'ph',
            id: '2',
            attributes: [
              { name: 'fs:fs', value: 'br' },
              { name: 'gls:x', value: '1' },
              { name: 'no:x', value: '1' },
            ],
          },
        ],
      })),
    }
    const document = { ...file.document, files: file.document.files.map(each => ({ ...each, children: [changed] })) }
    expect(decode(rewriteXliff(file, document))).toContain('<ph id="1" s:fs="img"/><ph id="2" s:fs="br"/>')
  })
})

describe('a file on one line stays on one line', () => {
  const segment = (id: string) => `<segment id="${id}"><source>${id}</source></segment>`
  const rewritten = (text: string, change: (units: readonly Unit[]) => readonly Unit[]) => {
    const file = open(text)
    const units = change([...unitsOf(file.document)])
    const files = file.document.files.map(each => ({ ...each, children: units }))
    return decode(rewriteXliff(file, { ...file.document, files }))
  }
  const two = file2(`<unit id="a">${segment('a')}</unit><unit id="b">${segment('b')}</unit>`)

  test('when a unit is added', () => {
    const added = rewritten(two, units => units.flatMap(unit => [unit, { ...unit, id: `${unit.id}2` }]))
    expect(added).not.toContain('\n')
    expect([...unitsOf(open(added).document)].map(({ id }) => id)).toEqual(['a', 'a2', 'b', 'b2'])
  })

  test('when a unit goes', () => {
    expect(rewritten(two, units => units.slice(1))).toBe(file2(`<unit id="b">${segment('b')}</unit>`))
  })

  test('when a note, a candidate and metadata come', () => {
    const changed = rewritten(two, units =>
      units.map(unit => ({
        ...unit,
        notes: [{ text: 'n' }],
        metadata: [{ category: 'c', meta: [{ type: 't', value: 'v' }] }],
        candidates: [{ ref: unit.id, source: textContent('x'), target: textContent('y') }],
      })),
    )
    expect(changed).not.toContain('\n')
    expect(validateXliff(encode(changed), { file: 'x' })).toEqual([])
    expect([...unitsOf(open(changed).document)].map(({ notes }) => notes.length)).toEqual([1, 1])
  })

  test('when a file is added, and no file may lose all its units', () => {
    const file = open(two)
    const [first] = file.document.files
    if (first === undefined) throw new Error('no file')
    const more = decode(rewriteXliff(file, { ...file.document, files: [first, { ...first, id: 'g' }] }))
    expect(more).not.toContain('\n')
    expect(open(more).document.files.map(({ id }) => id)).toEqual(['f', 'g'])
    expect(() => rewriteXliff(file, { ...file.document, files: [{ ...first, children: [] }] })).toThrow()
  })
})

describe('modules that declare their namespace themselves', () => {
  const mda = 'urn:oasis:names:tc:xliff:metadata:2.0'
  const mtc = 'urn:oasis:names:tc:xliff:matches:2.0'
  const core = 'urn:oasis:names:tc:xliff:document:2.0'
  test.each([
    [
      'with a prefix',
      `<m:metadata xmlns:m="${mda}"><m:metaGroup><m:meta type="old">o</m:meta></m:metaGroup></m:metadata>`,
      `<c:matches xmlns:c="${mtc}"><c:match ref="#s"><source>o</source><target>p</target></c:match></c:matches>`,
    ],
    ['closed at once', `<m:metadata xmlns:m="${mda}"/>`, ''],
    [
      'without a prefix',
      `<metadata xmlns="${mda}"><metaGroup><meta type="old">o</meta></metaGroup></metadata>`,
      `<matches xmlns="${mtc}"><match ref="#s"><source xmlns="${core}">o</source><target xmlns="${core}">p</target></match></matches>`,
    ],
    [
      'without a prefix where the core has one',
      `<metadata xmlns="${mda}" xmlns:x="${core}"><metaGroup><meta type="old">o</meta></metaGroup></metadata>`,
      `<matches xmlns="${mtc}" xmlns:x="${core}"><match ref="#s"><x:source>o</x:source><x:target>p</x:target></match></matches>`,
    ],
  ])('%s take what is added to them', (_name, metadata, matches) => {
    const file = open(file2(`<unit id="u">${metadata}${matches}<segment id="s"><source>a</source></segment></unit>`))
    const units = [...unitsOf(file.document)].map(unit => ({
      ...unit,
      metadata: [...unit.metadata, { category: 'c', meta: [{ type: 't', value: 'v' }] }],
      candidates: [...unit.candidates, { ref: 's', source: textContent('x'), target: textContent('y') }],
    }))
    const files = file.document.files.map(each => ({ ...each, children: units }))
    const written = decode(rewriteXliff(file, { ...file.document, files }))
    expect(validateXliff(encode(written), { file: 'x' })).toEqual([])
    const again = [...unitsOf(open(written).document)][0]
    expect([again?.metadata, again?.candidates]).toEqual([units[0]?.metadata, units[0]?.candidates])
  })
})

describe('marks of 1.2', () => {
  const cut = (target: string) =>
    file12(
      `<trans-unit id="u"><source>a b</source><seg-source><mrk mtype="seg" mid="1">a</mrk> <mrk mtype="seg" mid="2">b</mrk></seg-source>${target}</trans-unit>`,
    )
  test.each([
    [
      'comes behind the one before it',
      '<target><mrk mtype="seg" mid="1">ә</mrk></target>',
      '2',
      '<target><mrk mtype="seg" mid="1">ә</mrk><mrk mtype="seg" mid="2">б</mrk></target>',
    ],
    [
      'comes before the one behind it',
      '<target><mrk mtype="seg" mid="2">ә</mrk></target>',
      '1',
      '<target><mrk mtype="seg" mid="1">б</mrk><mrk mtype="seg" mid="2">ә</mrk></target>',
    ],
    [
      'comes into an empty target',
      '<target/>',
      '1',
      '<target><mrk mtype="seg" mid="1">б</mrk> <mrk mtype="seg" mid="2"></mrk></target>',
    ],
  ])('one that a target lacks %s', (_name, target, segment, expected) => {
    const written = decode(editXliff(open(cut(target)), [{ unit: 'u', segment, target: textContent('б') }]))
    expect([...unitsOf(open(written).document)].flatMap(segmentsOf).find(({ id }) => id === segment)?.target).toEqual(
      textContent('б'),
    )
    expect(written).toBe(cut(expected))
  })
})

describe('places in a text', () => {
  test.each([
    ['behind markers of XLIFF 2', source2('<sm id="1" type="term"/>ab<em startRef="1"/>c'), 'c', 2],
    ['behind a code', source2('<ph id="1"/>ab'), 'a', 1],
    ['inside a pair', source2('<pc id="1">ab</pc>'), 'b', 2],
    ['behind a character XML cannot hold', source2('<cp hex="0007"/>ab'), 'a', 1],
    ['behind a character that is none', source2('<cp hex="zz"/>ab'), 'a', 1],
    ['inside a marker of 1.2', source12('<mrk mtype="term">ab</mrk>'), 'b', 1],
    ['inside a pair of 1.2', source12('<g id="1">ab</g>'), 'b', 2],
    ['behind native codes of 1.2', source12('<bpt id="1">&lt;b></bpt>ab<ept id="1">&lt;/b></ept>'), 'a', 1],
  ])('%s', (_name, text, letter, offset) => {
    const file = open(text)
    const [unit] = [...unitsOf(file.document)]
    const segment = unit === undefined ? '' : (segmentsOf(unit)[0]?.id ?? '')
    const place = file.locate('u', segment, 'source', offset, offset + 1)
    expect(text[(place?.start.column ?? 0) - 1]).toBe(letter)
    expect(
      file.locate({ unit: 'u', file: file.document.files[0]?.id ?? '' }, segment, 'source', offset, offset + 1),
    ).toEqual(place)
    expect(file.locate('u', 'no such segment', 'source', 0, 1)).toBeUndefined()
    expect(file.locateUnit('no such unit')).toBeUndefined()
  })
})

describe('states of vendors and of the standard', () => {
  const sdl = (conf: string) =>
    file12(
      `<trans-unit id="u"><source>a</source><target>b</target><sdl:seg-defs><sdl:seg id="1"${conf}/></sdl:seg-defs></trans-unit>`,
      ' xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0"',
    )
  test.each([
    ['is set where there is none', sdl(''), 'translated', sdl(' conf="Translated"')],
    ['stays where it is said already', sdl(' conf="Translated"'), 'translated', sdl(' conf="Translated"')],
    [
      'stays where another value says it and more',
      sdl(' conf="RejectedSignOff"'),
      'translated',
      sdl(' conf="RejectedSignOff"'),
    ],
  ] as const)('the value %s', (_name, text, state, expected) => {
    expect(decode(editXliff(open(text), [{ unit: 'u', state }]))).toBe(expected)
  })

  test('what a value says beside the state goes when it is asked to', () => {
    const edited = editXliff(open(sdl(' conf="RejectedSignOff"')), [{ unit: 'u', state: 'translated', subState: null }])
    expect(decode(edited)).toBe(sdl(' conf="Translated"'))
  })

  test('the sub-state of a target stays with its state, and goes with it', () => {
    const text = file12(
      '<trans-unit id="u" approved="no"><source>a</source><target state="translated" state-qualifier="mt-suggestion">b</target></trans-unit>',
    )
    expect(decode(editXliff(open(text), [{ unit: 'u', state: 'translated' }]))).toBe(text)
    expect(decode(editXliff(open(text), [{ unit: 'u', state: 'final' }]))).toBe(
      text
        .replace('approved="no"', 'approved="yes"')
        .replace('state="translated" state-qualifier="mt-suggestion"', 'state="final"'),
    )
  })
})

describe('ids that cannot stay', () => {
  const inline = (list: Content): Document => ({
    sourceLanguage: language('en'),
    files: [
      {
        kind: 'file',
        id: 'f',
        notes: [],
        children: [
          {
            ...bareUnit,
            parts: [
              { kind: 'ignorable', id: 'no good', source: textContent(' ') },
              { kind: 'segment', id: 's1', source: list, state: 'initial' },
            ],
          },
        ],
      },
    ],
  })
  test('ignorables and the ends of what is not there', () => {
    const list: Content = [
      { kind: 'em', startRef: 'nothing' },
      { kind: 'ec', id: 'e', startRef: 'nothing' },
      { kind: 'mrk', id: 'm', children: [{ kind: 'ec', id: 'x', isolated: true }] },
    ]
    const written = writeXliff(inline(list), { version: '2.1' })
    expect(written).toContain('<ignorable id="i1">')
    expect(written).toContain(
      '<em startRef="nothing"/><ec id="e" isolated="yes"/><mrk id="m"><ec id="x" isolated="yes"/></mrk>',
    )
  })
})
