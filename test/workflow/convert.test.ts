import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../src/formats/index.ts'
import { validateTmx, writeTmx } from '../../src/formats/tmx/index.ts'
import { validateXliff } from '../../src/formats/xliff/index.ts'
import { type Content, language, plainText, segmentsOf, type TranslationUnit, unitsOf } from '../../src/model/index.ts'
import { type ConversionGoal, type ConvertOptions, conversionGoals, convert } from '../../src/workflow/convert.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const failureOf = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    return error
  }
  return undefined
}
const xliff2 = (units: string, root = 'version="2.1" srcLang="en" trgLang="kk"') =>
  utf8(
    `<?xml version="1.0"?>\n<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" ${root}>\n<file id="f">\n${units}\n</file>\n</xliff>\n`,
  )
const rich = xliff2(`<group id="g"><unit id="u1" name="n">
<notes><note id="n1" priority="2" category="c">Look</note></notes>
<originalData><data id="d1">&lt;b></data><data id="d2">&lt;/b></data></originalData>
<segment id="s1" state="final"><source>One <pc id="1" dataRefStart="d1" dataRefEnd="d2" type="fmt" subType="xlf:b">two</pc>.</source><target>Бір <pc id="1" dataRefStart="d1" dataRefEnd="d2" type="fmt" subType="xlf:b">екі</pc>.</target></segment>
<ignorable><source> </source></ignorable>
<segment id="s2"><source>Three.</source></segment>
</unit></group>`)
/** Ids, texts, states: what every conversion must keep. */
const essence = (bytes: Uint8Array, file: string) =>
  readDocument(bytes, { file }).flatMap(reading =>
    [...unitsOf(reading.document)].flatMap(unit =>
      segmentsOf(unit).map(segment => [
        unit.id,
        segment.id,
        plainText(segment.source),
        segment.target && plainText(segment.target),
        segment.state,
      ]),
    ),
  )
const run = (bytes: Uint8Array, file: string, to: ConversionGoal, options: Partial<ConvertOptions> = {}) =>
  convert(bytes, { file, to, ...options })
const rules = (converted: { findings: readonly { rule: string }[] }) =>
  converted.findings.map(each => each.rule).toSorted()

describe('convert', () => {
  it.each(['xliff-1.2', 'xliff-2.0', 'xliff-2.2', 'csv'] as const)(
    'keeps ids, texts and states through %s and back',
    to => {
      const there = run(rich, 'a.xlf', to)
      const back = run(there.bytes, to === 'csv' ? 'a.csv' : 'a.xlf', 'xliff-2.1')
      expect(there.findings.some(each => each.level === 'error')).toBe(false)
      expect(essence(back.bytes, 'b.xlf')).toEqual(essence(rich, 'a.xlf'))
      expect(validateXliff(back.bytes, { file: 'b.xlf' })).toEqual([])
    },
  )

  it('keeps ids, texts, codes, states and notes of what is translated through TMX and back', () => {
    const unit = (id: string, state: string) =>
      `<unit id="${id}"><notes><note>Look</note></notes><originalData><data id="d1">&lt;b></data></originalData><segment state="${state}"><source>a<ph id="c1" dataRef="d1" type="fmt" subType="xlf:b"/>b</source><target>ә<ph id="c1" dataRef="d1" type="fmt" subType="xlf:b"/></target></segment></unit>`
    const bytes = xliff2(unit('u1', 'final') + unit('u2', 'initial'))
    const there = run(bytes, 'a.xlf', 'tmx')
    expect(there.findings).toEqual([])
    expect(validateTmx(there.bytes, { file: 'a.tmx' })).toEqual([])
    expect(decode(there.bytes)).toContain('<ph x="c1" type="bold">&lt;b></ph>')
    const back = run(there.bytes, 'a.tmx', 'xliff-2.1')
    expect(back.findings).toEqual([])
    const contents = (data: Uint8Array, file: string) =>
      [...unitsOf(readDocument(data, { file })[0]?.document ?? { sourceLanguage: 'en' as never, files: [] })].map(
        each => [
          each.id,
          each.notes.map(note => note.text),
          segmentsOf(each).map(segment => [codes(segment.source), segment.state]),
        ],
      )
    const codes = (content: Content) =>
      content.map(inline =>
        'id' in inline && inline.kind === 'ph'
          ? [inline.id, inline.data, inline.type, inline.subType]
          : inline.kind === 'text'
            ? inline.text
            : '',
      )
    expect(contents(back.bytes, 'b.xlf')).toEqual(contents(bytes, 'a.xlf'))
  })

  it('says what each goal cannot hold', () => {
    expect(rules(run(rich, 'a.xlf', 'tmx'))).toEqual([
      'convert/ignorables',
      'convert/note-attributes',
      'convert/structure',
      'convert/unit-attributes',
      'convert/untranslated',
    ])
    expect(rules(run(rich, 'a.xlf', 'csv'))).toEqual([
      'convert/groups',
      'convert/note-attributes',
      'convert/unit-attributes',
    ])
    expect(rules(run(rich, 'a.xlf', 'i18next'))).toEqual([
      'convert/codes',
      'convert/notes',
      'convert/segmentation',
      'convert/states',
      'convert/untranslated',
    ])
    expect(rules(run(rich, 'a.xlf', 'text'))).toEqual([
      'convert/codes',
      'convert/groups',
      'convert/notes',
      'convert/states',
      'convert/unit-attributes',
      'convert/untranslated-kept',
    ])
    const finding = run(rich, 'a.xlf', 'tmx').findings.find(each => each.rule === 'convert/untranslated')
    expect(finding).toMatchObject({
      level: 'warning',
      unit: 'u1',
      place: { file: 'a.xlf', start: { line: 4 } },
      data: { goal: 'tmx', count: 1 },
    })
  })

  it('says what a version of XLIFF cannot hold, and nothing else', () => {
    expect(rules(run(rich, 'a.xlf', 'xliff-2.2'))).toEqual([])
    const bytes = xliff2(
      '<unit id="u" canResegment="no"><notes><note>n</note></notes><segment state="reviewed"><source>a<ph id="1" equiv="e" canDelete="no"/><sm id="m" type="term"/>b<em startRef="m"/></source><target>б</target></segment><ignorable><source> </source></ignorable><segment><source>c</source><target>г</target></segment></unit>',
    )
    const there = run(bytes, 'a.xlf', 'xliff-1.2')
    expect(there.findings.every(each => each.level === 'info')).toBe(true)
    expect(rules(there)).toEqual(['convert/xliff-markers'])
  })

  it.each([
    ['a.xlf', rich],
    ['a.xlf', xliff2('<unit id="u"><segment><source>a</source></segment></unit><unit id="u"/>')],
    ['a.tmx', utf8('<!DOCTYPE tmx SYSTEM "tmx14.dtd">\r\n<tmx version="9"><x/></tmx>')],
    ['a.tbx', utf8('<tbx>odd</tbx>')],
    ['a.srx', utf8('<srx/>')],
    ['a.json', utf8('{ "a" :1}')],
    ['a.po', utf8('msgid "a"\nmsgstr "b"')],
    ['a.csv', utf8('en;ru\n"a";b')],
    ['a.txt', utf8('\uFEFFone\r\ntwo')],
  ])('copies %s byte for byte when no other format is asked for', (file, bytes) => {
    expect(convert(bytes, { file }).bytes).toEqual(bytes)
    expect(convert(bytes, { file, outputFile: `out${file}` }).bytes).toEqual(bytes)
  })

  it('copies for the same version, and refuses to copy what is not well-formed', () => {
    expect(run(rich, 'a.xlf', 'xliff-2.1').bytes).toEqual(rich)
    expect(failureOf(() => convert(utf8('<xliff version="2.1">'), { file: 'a.xlf' }))).toMatchObject({
      code: 'xml.unclosed',
    })
    expect(failureOf(() => convert(utf8('{"a":'), { file: 'a.json' }))).toMatchObject({ code: 'json.not-well-formed' })
    expect(failureOf(() => convert(utf8('a text with one \0 in it'), { file: 'a.txt' }))).toMatchObject({
      code: 'plain.binary',
    })
  })

  it('takes the goal from the name of the output', () => {
    expect(decode(convert(rich, { file: 'a.xlf', outputFile: 'a.tsv' }).bytes)).toMatch(/^unit\tsegment\tstate\ten\tkk/)
    expect(decode(convert(rich, { file: 'a.xlf', outputFile: 'a.tmx' }).bytes)).toContain('<tmx version="1.4">')
    expect(decode(convert(utf8('en,ru\na,б\n'), { file: 'a.csv', outputFile: 'a.tsv' }).bytes)).toContain('a\tб')
    expect(failureOf(() => convert(rich, { file: 'a.xlf', outputFile: 'a.doc' }))).toMatchObject({
      code: 'convert.unknown-goal',
      data: { to: 'a.doc' },
    })
    expect(failureOf(() => convert(rich, { file: 'a.xlf', outputFile: 'a.srx' }))).toMatchObject({
      code: 'convert.impossible',
    })
    expect(failureOf(() => run(utf8('<srx/>'), 'a.srx', 'tmx'))).toMatchObject({ code: 'convert.impossible' })
  })

  it('takes one pair out of a memory and names the others', () => {
    const tmx = utf8(
      '<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="en" datatype="plaintext"/><body><tu tuid="1"><tuv xml:lang="en"><seg>a</seg></tuv><tuv xml:lang="ru"><seg>а</seg></tuv><tuv xml:lang="kk"><seg>ә</seg></tuv></tu></body></tmx>',
    )
    const first = run(tmx, 'a.tmx', 'xliff-2.1')
    expect(first.findings).toMatchObject([{ rule: 'convert/languages', level: 'warning', data: { languages: 'kk' } }])
    expect(decode(run(tmx, 'a.tmx', 'csv', { targetLanguage: 'kk' }).bytes)).toContain('a,ә')
    expect(failureOf(() => run(utf8('<tmx version="1.4"><header/><body/></tmx>'), 'a.tmx', 'csv'))).toMatchObject({
      code: 'convert.nothing',
    })
  })

  it('writes the finished text, or the source', () => {
    expect(decode(run(rich, 'a.xlf', 'text').bytes)).toBe('Бір <b>екі</b>. Three.\n')
    expect(decode(run(rich, 'a.xlf', 'text', { side: 'source' }).bytes)).toBe('One <b>two</b>. Three.\n')
    const broken = run(utf8('en,ru\na,"б\nв"'), 'a.csv', 'text')
    expect(decode(broken.bytes)).toBe('б в\n')
    expect(rules(broken)).toEqual(['convert/line-breaks'])
  })

  it('cuts a text into sentences when it is told how', () => {
    const cut = (text: string) =>
      [...text.matchAll(/\S[^.]*\./g)].map(found => ({ start: found.index, end: found.index + found[0].length }))
    const { bytes } = run(utf8('One. Two.\n\nThree. '), 'a.txt', 'xliff-2.1', {
      sourceLanguage: 'en',
      targetLanguage: 'ru',
      cut,
    })
    expect(essence(bytes, 'a.xlf').map(row => [row[1], row[2]])).toEqual([
      ['s1', 'One.'],
      ['s2', 'Two.'],
      ['s1', 'Three.'],
    ])
    expect(validateXliff(bytes, { file: 'a.xlf' })).toEqual([])
    expect(decode(run(bytes, 'a.xlf', 'text', { side: 'source' }).bytes)).toBe('One. Two.\nThree. \n')
  })

  it('joins i18next catalogues of two languages and takes them apart again', () => {
    const source = { file: 'en.json', bytes: utf8('{"a":{"b":"One {{n}}","c d":"Two"}}') }
    const target = utf8('{\n  "a": {\n    "b": "Бір {{n}}",\n    "c d": "Екі"\n  }\n}\n')
    const there = run(target, 'kk.json', 'xliff-2.1', { source, targetLanguage: 'kk' })
    expect(validateXliff(there.bytes, { file: 'a.xlf' })).toEqual([])
    expect(rules(there)).toEqual(['convert/xliff-ids'])
    expect(decode(run(there.bytes, 'a.xlf', 'i18next').bytes)).toBe(decode(target))
    expect(JSON.parse(decode(run(there.bytes, 'a.xlf', 'i18next', { side: 'source' }).bytes))).toEqual(
      JSON.parse(decode(source.bytes)),
    )
  })

  it('converts glossaries between TBX and tables', () => {
    const tbx = convert(utf8('en,ru\nparty,партия\n'), { file: 'terms.csv', outputFile: 'terms.tbx' })
    expect(decode(convert(tbx.bytes, { file: 'terms.tbx', outputFile: 'terms.csv' }).bytes)).toBe(
      'id,en,ru,status,note\r\nc1,party,партия,preferred,\r\n',
    )
    expect(failureOf(() => run(tbx.bytes, 'terms.tbx', 'xliff-2.1'))).toMatchObject({ code: 'convert.impossible' })
  })

  it('says when the language of the translations is not known', () => {
    const bytes = xliff2(
      '<unit id="u"><segment><source>a</source><target>б</target></segment></unit>',
      'version="2.0" srcLang="en"',
    )
    expect(rules(run(bytes, 'a.xlf', 'csv'))).toEqual(['convert/no-target-language'])
    expect(decode(run(bytes, 'a.xlf', 'csv').bytes)).toContain('en,und')
    expect(run(bytes, 'a.xlf', 'tmx', { targetLanguage: 'ru' }).findings).toEqual([])
  })

  it('keeps texts that look like formulas unchanged in CSV and back', () => {
    const text = fc.string({ unit: fc.constantFrom(...'=+-@\'1aқ" ,'), minLength: 1 })
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 3 }), list => {
        const units = list
          .map((each, i) => `<unit id="u${i}"><segment><source xml:space="preserve">${each}</source></segment></unit>`)
          .join('')
        const bytes = xliff2(units)
        const there = run(bytes, 'a.xlf', 'csv')
        expect(essence(run(there.bytes, 'a.csv', 'xliff-2.1').bytes, 'b.xlf').map(row => row[2])).toEqual(list)
      }),
      { numRuns: 50 },
    )
  })

  it('keeps everything of a memory unit through XLIFF 2.1 and back', () => {
    const word = fc.stringMatching(/^[a-zқ<& ]{0,6}[a-z]$/)
    const content = fc
      .array(fc.oneof(fc.constant('ph' as const), fc.constant('pc' as const), word), { maxLength: 4 })
      .map(list =>
        list.flatMap((each, i): Content => {
          const code = { id: `c${i + 1}`, data: `<${i}>`, type: ['bold', 'own', 'fmt'][i % 3] ?? '' }
          if (each === 'ph') return [{ kind: 'ph', ...code }]
          if (each === 'pc') return [{ kind: 'pc', ...code, dataEnd: '</>', children: [{ kind: 'text', text: 'x' }] }]
          return i > 0 && list[i - 1] !== 'ph' && list[i - 1] !== 'pc' ? [] : [{ kind: 'text', text: each }]
        }),
      )
    const unit = fc.record({
      id: fc.stringMatching(/^[a-z][a-z0-9]{0,3}$/),
      source: content,
      state: fc.constantFrom('initial' as const, 'reviewed' as const),
      note: word,
      previous: word,
    })
    fc.assert(
      fc.property(fc.uniqueArray(unit, { selector: each => each.id, minLength: 1, maxLength: 3 }), list => {
        const units = list.map(
          ({ id, source, state, note, previous }): TranslationUnit => ({
            id,
            variants: [
              { language: language('en'), content: source },
              { language: language('kk'), content: source.toReversed() },
            ],
            state,
            notes: [note],
            previous,
            properties: [{ name: 'p', value: note }],
          }),
        )
        const bytes = writeTmx(units, { sourceLanguage: language('en') })
        const there = run(bytes, 'a.tmx', 'xliff-2.1')
        expect(validateXliff(there.bytes, { file: 'a.xlf' })).toEqual([])
        expect(decode(run(there.bytes, 'a.xlf', 'tmx').bytes)).toBe(decode(bytes))
      }),
      { numRuns: 60 },
    )
  })

  it('gives what every goal can read again', () => {
    for (const to of conversionGoals) {
      const { bytes } = run(rich, 'a.xlf', to)
      const file = { csv: 'a.csv', tmx: 'a.tmx', i18next: 'kk.json', text: 'a.txt' }[to as string] ?? 'a.xlf'
      expect(readDocument(bytes, { file, sourceLanguage: 'en' })).toHaveLength(1)
    }
  })
})
