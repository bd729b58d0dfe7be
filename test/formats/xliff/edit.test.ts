import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isEqual } from '../../../src/formats/xliff/equal.ts'
import { editXliff, readXliff, validateXliff, writeXliff, type XliffEdit } from '../../../src/formats/xliff/index.ts'
import { type Content, Failure, segmentsOf, textContent, unitsOf } from '../../../src/model/index.ts'
import { document, joined, text } from './arbitrary.ts'

const encode = (given: string): Uint8Array => new TextEncoder().encode(given)
const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
const edit = (file: string, ...edits: XliffEdit[]): string =>
  decode(editXliff(readXliff(encode(file), { file: 'x.xlf' }), edits))

function failureOf(run: () => unknown): Failure {
  try {
    run()
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
  throw new Error('nothing failed')
}

const in2 = (unit: string, attributes = 'version="2.1" srcLang="en" trgLang="kk"'): string =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" ${attributes}>\n<file id="f1">\n${unit}\n</file>\n</xliff>\n`
const in12 = (unit: string, namespaces = ''): string =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2"${namespaces} version="1.2">\n<file original="a" source-language="en" target-language="ru" datatype="plaintext"><body>\n${unit}\n</body></file></xliff>`

describe('XLIFF 2', () => {
  test('the new target is read again, and nothing but it and the state changes', () => {
    fc.assert(
      fc.property(
        document,
        fc.nat(20),
        text,
        fc.constantFrom('initial' as const, 'translated' as const, 'final' as const),
        (given, n, words, state) => {
          const before = writeXliff(given, { version: '2.1' })
          const file = readXliff(encode(before), { file: 'x.xlf' })
          const all = [...unitsOf(file.document)].flatMap(unit => segmentsOf(unit).map(segment => ({ unit, segment })))
          const chosen = all[n % all.length]
          if (chosen === undefined) return
          const { unit, segment } = chosen
          const target: Content = joined([
            { kind: 'text', text: words },
            ...segment.source.filter(one => one.kind !== 'text'),
          ])
          const after = decode(editXliff(file, [{ unit: unit.id, segment: segment.id, target, state }]))
          const again = [...unitsOf(readXliff(encode(after), { file: 'x.xlf' }).document)].find(
            ({ id }) => id === unit.id,
          )
          const now = again === undefined ? undefined : segmentsOf(again).find(({ id }) => id === segment.id)
          expect(isEqual(now?.target, target)).toBe(true)
          expect(now?.state).toBe(state)
          // The part before the segment's tag and the part behind the target are untouched.
          const at = before.lastIndexOf('<segment', segment.sourceSpan?.start ?? 0)
          const end = segment.targetSpan?.end ?? segment.sourceSpan?.end ?? 0
          expect(after.startsWith(before.slice(0, at))).toBe(true)
          expect(after.endsWith(before.slice(end))).toBe(true)
          expect(after).toContain(before.slice(segment.sourceSpan?.start, segment.sourceSpan?.end))
          expect(validateXliff(encode(after), { file: 'x' }).filter(({ level }) => level === 'error')).toEqual([])
        },
      ),
      { numRuns: 200 },
    )
  })

  test('what is there already is left as it is written', () => {
    const file = in2(
      '<unit id="u"><segment id="s" state="final"><source>a</source><target><![CDATA[b&]]>&#x63;</target></segment></unit>',
    )
    expect(edit(file, { unit: 'u', target: textContent('b&c'), state: 'final' })).toBe(file)
  })

  test('a target is made behind its source, as far in as it', () => {
    const file = in2(
      '<unit id="u">\r\n  <segment id="s">\r\n    <source xml:space="preserve">a</source>\r\n  </segment>\r\n</unit>',
    )
    expect(edit(file, { unit: 'u', segment: 's', target: textContent('ә'), state: 'translated' })).toBe(
      file
        .replace('</source>', '</source>\r\n    <target xml:space="preserve">ә</target>')
        .replace('id="s"', 'id="s" state="translated"'),
    )
  })

  test('an empty target is filled, a full one emptied', () => {
    const file = in2('<unit id="u"><segment id="s"><source>a</source><target order="1" /></segment></unit>')
    const filled = edit(file, { unit: 'u', target: textContent('b') })
    expect(filled).toBe(file.replace('order="1" />', 'order="1" >b</target>'))
    expect(edit(filled, { unit: 'u', target: [] })).toBe(file.replace('order="1" />', 'order="1" ></target>'))
  })

  test('a changed state takes its sub-state along', () => {
    const file = in2(
      `<unit id="u"><segment id="s" state='initial' subState="tilmash:source-changed"><source>a</source><target>b</target></segment></unit>`,
    )
    expect(edit(file, { unit: 'u', state: 'final' })).toBe(
      file.replace(`'initial' subState="tilmash:source-changed"`, `'final'`),
    )
    expect(edit(file, { unit: 'u', state: 'final', subState: 'my:own' })).toBe(
      file.replace(`'initial' subState="tilmash:source-changed"`, `'final' subState="my:own"`),
    )
    expect(edit(file, { unit: 'u', subState: null })).toBe(file.replace(' subState="tilmash:source-changed"', ''))
    expect(edit(file, { unit: 'u', state: 'initial' })).toBe(file)
  })

  test('codes keep the tags the file has for them', () => {
    const file = in2(
      `<unit id="u"><originalData><data id="d1">&lt;b></data></originalData><segment><source><pc dataRefStart = "d1" dataRefEnd='d1' id="1">x</pc> <ph id="2"  equiv=""/></source></segment></unit>`,
    )
    const read = [...unitsOf(readXliff(encode(file), { file: 'x' }).document)][0]
    const [pc, , ph] = read?.parts[0]?.source ?? []
    if (pc?.kind !== 'pc' || ph === undefined) throw new Error('codes expected')
    const target: Content = [ph, { kind: 'text', text: ' ' }, { ...pc, children: textContent('ы') }]
    expect(edit(file, { unit: 'u', target })).toBe(
      file.replace(
        '</source>',
        `</source><target><ph id="2"  equiv=""/> <pc dataRefStart = "d1" dataRefEnd='d1' id="1">ы</pc></target>`,
      ),
    )
  })

  test('characters XML cannot hold are written as code points', () => {
    const file = in2('<unit id="u"><segment><source>a</source></segment></unit>')
    expect(edit(file, { unit: 'u', target: textContent('\u0007\uD800b') })).toContain(
      '<target><cp hex="0007"/><cp hex="D800"/>b</target>',
    )
  })

  test('a prefixed file gets prefixed elements', () => {
    const file = `<x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="ru"><x:file id="f"><x:unit id="u"><x:segment><x:source>a</x:source></x:segment></x:unit></x:file></x:xliff>`
    expect(edit(file, { unit: 'u', target: textContent('b\u0001') })).toContain(
      '</x:source><x:target>b<x:cp hex="0001"/></x:target>',
    )
  })

  test('the same id in two files is told apart', () => {
    const unit = '<unit id="u"><segment><source>a</source></segment></unit>'
    const file = in2(`${unit}</file><file id="f2">${unit}`)
    expect(edit(file, { unit: 'u', fileId: 'f2', target: textContent('b') }).indexOf('<target>')).toBeGreaterThan(
      file.indexOf('f2'),
    )
    expect(failureOf(() => edit(file, { unit: 'u', fileId: 'f3', target: [] })).code).toBe('edit.no-unit')
  })

  test('two edits of one segment are one; the later word counts', () => {
    const file = in2('<unit id="u"><segment id="s"><source>a</source><target>old</target></segment></unit>')
    const edits: XliffEdit[] = [
      { unit: 'u', segment: 's', target: textContent('1'), expectedTarget: textContent('old') },
      { unit: 'u', segment: 's', target: textContent('2'), expectedTarget: textContent('1'), state: 'translated' },
    ]
    expect(edit(file, ...edits)).toBe(file.replace('old', '2').replace('id="s"', 'id="s" state="translated"'))
  })

  test('what has changed meanwhile is a conflict, with its place', () => {
    const file = in2('<unit id="u"><segment id="s"><source>a</source><target>theirs</target></segment></unit>')
    const failure = failureOf(() =>
      edit(file, { unit: 'u', target: textContent('ours'), expectedTarget: textContent('base') }),
    )
    expect(failure).toMatchObject({
      code: 'edit.conflict',
      data: { unit: 'u', segment: 's' },
      place: { start: { line: 3, column: 48 } },
    })
    expect(failureOf(() => edit(file, { unit: 'u', target: [], expectedTarget: null })).code).toBe('edit.conflict')
    expect(edit(file, { unit: 'u', target: textContent('ours'), expectedTarget: textContent('theirs') })).toContain(
      'ours',
    )
  })

  const refused: readonly (readonly [string, XliffEdit, string])[] = [
    ['<unit id="u"><segment id="s"><source>a</source></segment></unit>', { unit: 'v', target: [] }, 'edit.no-unit'],
    [
      '<unit id="u"><segment id="s"><source>a</source></segment></unit>',
      { unit: 'u', segment: 't', target: [] },
      'edit.no-segment',
    ],
    [
      '<unit id="u"><segment id="s"><source>a</source></segment></unit>',
      { unit: 'u', state: 'final' },
      'edit.no-target',
    ],
    [
      '<unit id="u"><segment><source>a</source></segment><segment><source>a</source></segment></unit>',
      { unit: 'u', target: [] },
      'edit.no-segment',
    ],
  ]
  test.each(refused)('%s refuses %j', (unit, given, code) => {
    expect(failureOf(() => edit(in2(unit), given)).code).toBe(code)
  })

  test('a file without a target language gets no target', () => {
    const file = in2('<unit id="u"><segment><source>a</source></segment></unit>', 'version="2.1" srcLang="en"')
    expect(failureOf(() => edit(file, { unit: 'u', target: textContent('b') })).code).toBe('xliff.no-target-language')
  })

  test('UTF-16 and the byte order mark stay', () => {
    const file = in2('<unit id="u"><segment><source>a</source><target>b</target></segment></unit>')
    const bytes = Buffer.from(`\uFEFF${file}`, 'utf16le')
    const out = editXliff(readXliff(bytes, { file: 'x' }), [{ unit: 'u', target: textContent('қ') }])
    expect(Buffer.from(out).toString('utf16le')).toBe(`\uFEFF${file.replace('>b<', '>қ<')}`)
  })
})

describe('XLIFF 1.2', () => {
  test('target and state are set where they stand', () => {
    const file = in12(
      '<trans-unit id="1" approved="no"><source>a</source>\n  <target state="new" state-qualifier="leveraged-tm">b</target></trans-unit>',
    )
    expect(edit(file, { unit: '1', target: textContent('в & г'), state: 'final' })).toBe(
      file
        .replace('>b<', '>в &amp; г<')
        .replace('state="new" state-qualifier="leveraged-tm"', 'state="final"')
        .replace('approved="no"', 'approved="yes"'),
    )
    expect(edit(file, { unit: '1', state: 'translated', subState: 'tilmash:extra' })).toContain(
      'state="translated" state-qualifier="x-tilmash:extra"',
    )
  })

  test('a target is made behind the source or its cut form', () => {
    const whole = in12('<trans-unit id="1">\n <source>a</source>\n</trans-unit>')
    expect(edit(whole, { unit: '1', target: textContent('b'), state: 'translated' })).toContain(
      '<source>a</source>\n <target state="translated">b</target>\n',
    )
    const cut = in12(
      '<trans-unit id="1"><source>a. b.</source><seg-source><g id="5"><mrk mtype="seg" mid="0">a.</mrk> <mrk mtype="seg" mid="1">b.</mrk></g></seg-source></trans-unit>',
    )
    expect(edit(cut, { unit: '1', segment: '1', target: textContent('б.') })).toContain(
      '</seg-source><target><g id="5"><mrk mtype="seg" mid="0"></mrk> <mrk mtype="seg" mid="1">б.</mrk></g></target>',
    )
  })

  test('segments of one unit share the target that is made for them, and its state: the last told counts', () => {
    const cut =
      '<trans-unit id="1"><source>a. b.</source><seg-source><mrk mtype="seg" mid="0">a.</mrk> <mrk mtype="seg" mid="1">b.</mrk></seg-source>'
    const both = [
      { unit: '1', segment: '0', target: textContent('А.'), state: 'translated' },
      { unit: '1', segment: '1', target: textContent('Б.'), state: 'final' },
    ] as const
    const marks = '<mrk mtype="seg" mid="0">А.</mrk> <mrk mtype="seg" mid="1">Б.</mrk></target>'
    expect(edit(in12(`${cut}</trans-unit>`), ...both)).toContain(
      `</seg-source><target state="final">${marks}</trans-unit>`,
    )
    expect(edit(in12(`${cut}<target> </target></trans-unit>`), ...both)).toContain(`<target state="final">${marks}`)
  })

  test('only the mark of the segment changes; a missing one goes to its place', () => {
    const file = in12(
      '<trans-unit id="1"><source>a. b. c.</source><seg-source><mrk mtype="seg" mid="0">a.</mrk> <mrk mtype="seg" mid="1">b.</mrk> <mrk mtype="seg" mid="2">c.</mrk></seg-source><target><mrk mtype="seg" mid="0">А.</mrk> <mrk mtype="seg" mid="2">В.</mrk></target></trans-unit>',
    )
    expect(edit(file, { unit: '1', segment: '2', target: textContent('Ц.') })).toBe(file.replace('В.', 'Ц.'))
    expect(edit(file, { unit: '1', segment: '1', target: textContent('Б.') })).toBe(
      file.replace('А.</mrk>', 'А.</mrk><mrk mtype="seg" mid="1">Б.</mrk>'),
    )
    expect(
      edit(
        file,
        { unit: '1', segment: '1', target: textContent('Б.') },
        { unit: '1', segment: '0', target: textContent('Я.') },
      ),
    ).toContain('<mrk mtype="seg" mid="0">Я.</mrk><mrk mtype="seg" mid="1">Б.</mrk>')
  })

  test('native codes are kept as written', () => {
    const file = in12(
      '<trans-unit id="1"><source><bpt id="1" rid="1">&lt;a href="<sub>x</sub>"></bpt>link<ept id="1" rid="1">&lt;/a></ept> <x id="2"/></source></trans-unit>',
    )
    const source = [...unitsOf(readXliff(encode(file), { file: 'x' }).document)][0]?.parts[0]?.source ?? []
    const target = source.map(one => (one.kind === 'text' && one.text === 'link' ? { ...one, text: 'ссылка' } : one))
    expect(edit(file, { unit: '1', target })).toContain(
      '<target><bpt id="1" rid="1">&lt;a href="<sub>x</sub>"></bpt>ссылка<ept id="1" rid="1">&lt;/a></ept> <x id="2"/></target>',
    )
  })

  test('a character XML forbids is refused', () => {
    const file = in12('<trans-unit id="1"><source>a</source></trans-unit>')
    expect(failureOf(() => edit(file, { unit: '1', target: textContent('\u0007') })).code).toBe('xml.illegal-character')
  })
})

describe('vendor files', () => {
  test('SDL: the segment definition is confirmed', () => {
    const file = in12(
      '<trans-unit id="1"><source>a. b.</source><seg-source><mrk mtype="seg" mid="1">a.</mrk> <mrk mtype="seg" mid="2">b.</mrk></seg-source><target><mrk mtype="seg" mid="1"/> <mrk mtype="seg" mid="2"/></target><sdl:seg-defs><sdl:seg id="1" conf="Draft" locked="false"/><sdl:seg id="2"/></sdl:seg-defs></trans-unit>',
      ' xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0"',
    )
    expect(edit(file, { unit: '1', segment: '1', target: textContent('А.'), state: 'translated' })).toBe(
      file.replace('mid="1"/>', 'mid="1">А.</mrk>').replace('conf="Draft"', 'conf="Translated"'),
    )
    expect(edit(file, { unit: '1', segment: '2', state: 'final' })).toBe(
      file.replace('<sdl:seg id="2"/>', '<sdl:seg id="2" conf="ApprovedSignOff"/>'),
    )
    const read = [...unitsOf(readXliff(encode(file.replace('Draft', 'RejectedSignOff')), { file: 'x' }).document)][0]
    expect(read?.parts[0]).toMatchObject({ state: 'translated', subState: 'sdl:RejectedSignOff' })
  })

  test('Phrase: the unit is confirmed', () => {
    const file = in12(
      '<trans-unit id="1" m:confirmed="0" m:locked="false"><source>a</source><target>b</target></trans-unit>',
      ' xmlns:m="http://www.memsource.com/mxlf/2.0"',
    )
    expect(edit(file, { unit: '1', target: textContent('б'), state: 'translated' })).toBe(
      file.replace('>b<', '>б<').replace('confirmed="0"', 'confirmed="1"'),
    )
  })

  test.each([
    [
      'SDL',
      ' xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0"',
      ['', '<sdl:seg-defs><sdl:seg id="1" conf="Draft" locked="false"/></sdl:seg-defs>'],
      ['', '<sdl:seg-defs><sdl:seg id="1" conf="Draft" locked="true"/></sdl:seg-defs>'],
    ],
    [
      'memoQ',
      ' xmlns:mq="MQXliff"',
      [' mq:status="NotStarted"', ''],
      [' mq:status="NotStarted" mq:locked="locked"', ''],
    ],
    ['memoQ', ' xmlns:mq="MQXliff"', [' mq:locked="false"', ''], [' mq:locked="true"', '']],
    ['Phrase', ' xmlns:m="http://www.memsource.com/mxlf/2.0"', [' m:locked="false"', ''], [' m:locked="true"', '']],
  ] as const)(
    '%s: the lock is set and taken away, and nothing else changes',
    (_vendor, root, [open, inside], [shut, closed]) => {
      const file = (attributes: string, more: string) =>
        in12(`<trans-unit id="1"${attributes}><source>a</source><target>b</target>${more}</trans-unit>`, root)
      expect(edit(file(open, inside), { unit: '1', isLocked: true })).toBe(file(shut, closed))
      expect(edit(file(shut, closed), { unit: '1', isLocked: true })).toBe(file(shut, closed))
      expect(edit(file(shut, closed), { unit: '1', isLocked: false })).toBe(file(open, inside))
      expect(edit(file(shut, closed), { unit: '1', target: textContent('б') })).toBe(
        file(shut, closed).replace('>b<', '>б<'),
      )
    },
  )

  test('a file without locks has none to set', () => {
    const file = in12('<trans-unit id="1"><source>a</source></trans-unit>')
    expect(failureOf(() => edit(file, { unit: '1', isLocked: true })).code).toBe('edit.no-lock')
    const sdl = in12(
      '<trans-unit id="1"><source>a</source></trans-unit>',
      ' xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0"',
    )
    expect(failureOf(() => edit(sdl, { unit: '1', isLocked: true })).code).toBe('edit.no-lock')
  })

  test('memoQ: the status is set', () => {
    const file = in12(
      '<trans-unit id="1" mq:status="NotStarted"><source>a</source><target/></trans-unit>',
      ' xmlns:mq="MQXliff"',
    )
    expect(edit(file, { unit: '1', target: textContent('б'), state: 'reviewed' })).toBe(
      file.replace('<target/>', '<target>б</target>').replace('NotStarted', 'Reviewer1Confirmed'),
    )
  })

  test('a vendor whose namespace is the default one too: attributes have the prefix, or no place', () => {
    const core = '<x:trans-unit id="1"><x:source>a</x:source><x:target>b</x:target></x:trans-unit>'
    const file = (root: string, unit: string): string =>
      `<x:xliff version="1.2" xmlns:x="urn:oasis:names:tc:xliff:document:1.2"${root}><x:file original="f" source-language="en" target-language="ru" datatype="x"><x:body>${unit}</x:body></x:file></x:xliff>`
    const both = file(' xmlns:mq="MQXliff" xmlns="MQXliff"', core)
    expect(edit(both, { unit: '1', isLocked: true })).toBe(
      file(' xmlns:mq="MQXliff" xmlns="MQXliff"', core.replace('id="1"', 'id="1" mq:locked="locked"')),
    )
    const rebound = file(' xmlns:mq="MQXliff"', core.replace('id="1"', 'id="1" xmlns:mq="other"'))
    expect(failureOf(() => edit(rebound, { unit: '1', isLocked: true })).code).toBe('edit.no-lock')
    expect(edit(rebound, { unit: '1', target: textContent('б'), state: 'translated' })).toBe(
      rebound.replace('<x:target>b', '<x:target state="translated">б'),
    )
  })
})
