import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTbx, validateTbx, writeTbx } from '../../../src/formats/tbx/index.ts'
import { type Concept, language, type Term, termStatuses } from '../../../src/model/index.ts'

const file = 'terms.tbx'
const utf8 = (text: string) => new TextEncoder().encode(text)
const failureOf = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    return error
  }
  return undefined
}
const tbx = (entries: string, root = 'type="TBX-Basic" style="dca"') =>
  utf8(`<?xml version="1.0"?>
<tbx ${root} xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
<tbxHeader><fileDesc><sourceDesc><p>test</p></sourceDesc></fileDesc></tbxHeader><text><body>
${entries}
</body></text></tbx>`)
const entry = (inside: string, id = 'c1') => `<conceptEntry id="${id}">${inside}</conceptEntry>`
const term = (inside: string, tag = 'en') => `<langSec xml:lang="${tag}"><termSec>${inside}</termSec></langSec>`

const words = fc.stringMatching(/^[a-zқё<&"'.+]{1,6}( [a-zқё<&"]{1,5}){0,2}$/)
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined })
// Proof: only keys with the value undefined are taken out.
const defined = <Value extends object>(value: Value) =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as unknown
const terms = (tag: string): fc.Arbitrary<readonly Term[]> =>
  fc.array(
    fc
      .record({
        language: fc.constant(language(tag)),
        text: words,
        status: fc.constantFrom(...termStatuses),
        partOfSpeech: optional(fc.constantFrom('noun', 'verb', 'adjective', 'adverb', 'other')),
        type: optional(fc.constantFrom('fullForm', 'abbreviation', 'acronym', 'variant', 'phrase')),
        note: optional(words),
      })
      .map(each => defined(each) as Term),
    { minLength: 1, maxLength: 2 },
  )
const concepts: fc.Arbitrary<readonly Concept[]> = fc.uniqueArray(
  fc
    .record({
      id: fc.stringMatching(/^[a-zқ_][a-z0-9_.-]{0,4}$/),
      subject: optional(words),
      definition: optional(words),
      note: optional(words),
      doNotTranslate: optional(fc.constant(true)),
      terms: fc.tuple(terms('en'), terms('ru'), terms('kk-Latn')).map(lists => lists.flat()),
    })
    .map(each => defined(each) as Concept),
  { selector: each => each.id, minLength: 1, maxLength: 3 },
)

describe('writeTbx and readTbx', () => {
  it('give back every concept, in a valid TBX-Basic file', () => {
    fc.assert(
      fc.property(concepts, list => {
        const bytes = writeTbx(list)
        const read = readTbx(bytes, { file })
        expect(read.concepts).toEqual(list)
        expect(read.findings).toEqual([])
        expect(validateTbx(bytes, { file })).toEqual([])
      }),
    )
  })

  it('make valid, unique ids of any', () => {
    const list = ['1', '1', 'a b', 'a:b', '__proto__', ''].map(id => ({
      id,
      terms: [{ language: language('en'), text: 't', status: 'preferred' as const }],
    }))
    const bytes = writeTbx(list, { title: 'Terms', language: 'ru' })
    expect(validateTbx(bytes, { file })).toEqual([])
    expect(readTbx(bytes, { file }).concepts.map(each => each.id)).toEqual([
      'c1',
      'c1-2',
      'a-b',
      'a-b-2',
      '__proto__',
      'c',
    ])
  })

  it('leave out what XML cannot hold and write unknown parts of speech as other', () => {
    const bytes = writeTbx([
      {
        id: 'a',
        terms: [{ language: language('en'), text: 'a\u0007b', status: 'preferred', partOfSpeech: 'properNoun' }],
      },
    ])
    expect(readTbx(bytes, { file }).concepts[0]?.terms).toMatchObject([{ text: 'ab', partOfSpeech: 'other' }])
  })
})

describe('readTbx', () => {
  it('reads data categories as attributes and as elements', () => {
    const dca = entry(
      `<descripGrp><descrip type="definition">d</descrip></descripGrp><descrip type="subjectField">s</descrip>${term('<term>t</term><termNoteGrp><termNote type="partOfSpeech">noun</termNote></termNoteGrp><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote><termNote type="termType">shortForm</termNote>')}`,
    )
    const dct = entry(
      `<descripGrp><basic:definition>d</basic:definition></descripGrp><min:subjectField>s</min:subjectField>${term('<term>t</term><min:partOfSpeech>noun</min:partOfSpeech><min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus><basic:termType>shortForm</basic:termType>')}`,
    )
    const expected = [
      {
        id: 'c1',
        definition: 'd',
        subject: 's',
        terms: [{ language: 'en', text: 't', status: 'deprecated', partOfSpeech: 'noun', type: 'variant' }],
      },
    ]
    expect(readTbx(tbx(dca), { file }).concepts).toEqual(expected)
    expect(readTbx(tbx(dct, 'type="TBX-Basic" style="dct"'), { file }).concepts).toEqual(expected)
    expect(validateTbx(tbx(dct, 'type="TBX-Basic" style="dct"'), { file })).toEqual([])
  })

  it('reads the older martif with tig and ntig', () => {
    const bytes = utf8(`<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>t</p></sourceDesc></fileDesc></martifHeader><text><body>
<termEntry><langSet xml:lang="en"><descripGrp><descrip type="definition">d</descrip></descripGrp><tig><term>one <hi>two</hi>
  three</term><termNote type="termType">initialism</termNote></tig></langSet>
<langSet xml:lang="ru"><ntig><termGrp><term>раз</term><termNote type="normativeAuthorization">admittedTerm</termNote></termGrp><note>n</note></ntig></langSet></termEntry>
</body></text></martif>`)
    expect(readTbx(bytes, { file })).toEqual({
      dialect: 'martif',
      findings: [],
      concepts: [
        {
          id: 'c1',
          definition: 'd',
          terms: [
            { language: 'en', text: 'one two three', status: 'preferred', type: 'abbreviation' },
            { language: 'ru', text: 'раз', status: 'admitted', note: 'n' },
          ],
        },
      ],
    })
    expect(validateTbx(bytes, { file })).toEqual([])
  })

  it.each([
    ['Do not translate.', true],
    ['не переводится.', true],
    ['Not translated in titles.', undefined],
  ])('takes the note %j for doNotTranslate: %s', (note, expected) => {
    expect(
      readTbx(tbx(entry(`<note>${note}</note>${term('<term>t</term>')}`)), { file }).concepts[0]?.doNotTranslate,
    ).toBe(expected)
  })

  it.each([
    ['prohibitedTerm', 'forbidden'],
    ['forbiddenTerm-admn-sts', 'forbidden'],
    ['proposedTerm-admn-sts', 'proposed'],
    ['preferredTerm-admn-sts', 'preferred'],
    ['anything', 'preferred'],
  ])('reads the status %s as %s', (word, status) => {
    const text = term(`<term>t</term><termNote type="administrativeStatus">${word}</termNote>`)
    expect(readTbx(tbx(entry(text)), { file }).concepts[0]?.terms[0]?.status).toBe(status)
  })

  it.each([
    ['missing-language', `${entry(`<langSec><termSec><term>t</term></termSec></langSec>${term('<term>t</term>')}`)}`],
    ['invalid-language', `${entry(`${term('<term>t</term>', 'x_!')}${term('<term>t</term>')}`)}`],
    ['empty-term', `${entry(`${term('<term> </term>')}${term('<term>t</term>')}`)}`],
    ['no-term', entry('')],
  ])('tells of %s with its line', (rule, text) => {
    expect(readTbx(tbx(text), { file }).findings).toMatchObject([
      { rule: `tbx/${rule}`, level: 'warning', place: { file, start: { line: 4 } } },
    ])
  })

  it('tells of a repeated id and keeps both concepts', () => {
    const read = readTbx(tbx(`${entry(term('<term>a</term>'))}\n${entry(term('<term>b</term>'))}`), { file })
    expect(read.concepts.map(each => each.id)).toEqual(['c1', 'c1-2'])
    expect(read.findings).toMatchObject([{ rule: 'tbx/duplicate-id', place: { start: { line: 5 } } }])
  })

  it('keeps terms that are keys of objects', () => {
    const read = readTbx(tbx(entry(`${term('<term>__proto__</term>')}${term('<term>constructor</term>', 'ru')}`)), {
      file,
    })
    expect(read.concepts[0]?.terms.map(each => each.text)).toEqual(['__proto__', 'constructor'])
  })

  it('refuses what is no TBX', () => {
    expect(failureOf(() => readTbx(utf8('<tmx/>'), { file }))).toMatchObject({
      code: 'tbx.not-tbx',
      data: { found: 'tmx' },
    })
  })
})

describe('validateTbx', () => {
  const ok = term('<term>t</term>')
  it.each([
    ['root', utf8('<tmx/>')],
    ['namespace', utf8(new TextDecoder().decode(tbx(entry(ok))).replace('urn:iso:std:iso:30042:ed-2', 'urn:other'))],
    ['dialect', tbx(entry(ok), 'type="Basic" style="dca"')],
    ['attribute-value', tbx(entry(ok), 'type="TBX-Basic" style="other"')],
    ['missing-element', tbx('')],
    ['missing-element', tbx(entry(''))],
    ['unexpected-element', tbx(entry(`${ok}<note>late</note>`))],
    ['unexpected-element', tbx(entry(`<min:subjectField>s</min:subjectField>${ok}`))],
    ['missing-attribute', tbx(entry('<langSec><termSec><term>t</term></termSec></langSec>'))],
    ['category', tbx(entry(`<descrip type="other">s</descrip>${ok}`))],
    ['category', tbx(entry(`<descrip type="definition">s</descrip>${ok}`), 'type="TBX-Min" style="dca"')],
    ['category', tbx(entry(`<descrip type="subjectField">s</descrip>${ok}`), 'type="TBX-Core" style="dca"')],
    ['category', tbx(entry(`<basic:subjectField>s</basic:subjectField>${ok}`), 'type="TBX-Basic" style="dct"')],
    ['category-level', tbx(entry(`<descrip type="context">s</descrip>${ok}`))],
    ['category-value', tbx(entry(term('<term>t</term><termNote type="partOfSpeech">thing</termNote>')))],
    ['invalid-id', tbx(entry(ok, '1 a'))],
    ['duplicate-id', tbx(entry(ok) + entry(ok))],
    ['target', tbx(entry(`<ref type="crossReference" target="c9">s</ref>${ok}`))],
    [
      'date',
      tbx(
        entry(
          `<transacGrp><transac type="transactionType">origination</transac><date>14 January</date></transacGrp>${ok}`,
        ),
      ),
    ],
    ['invalid-language', tbx(entry(term('<term>t</term>', 'x_!')))],
    ['inline-isolated', tbx(entry(`<note><sc id="a" isolated="yes"/>n<ec startRef="a"/></note>${ok}`))],
    ['inline-isolated', tbx(entry(`<note><sc id="a" isolated="no"/>n</note>${ok}`))],
    ['inline-start', tbx(entry(`<note><sc id="a"/>n<ec/></note>${ok}`))],
    ['inline-id', tbx(entry(`<note>n<ec/></note>${ok}`))],
  ])('finds tbx/%s', (rule, bytes) => {
    expect(validateTbx(bytes, { file }).map(each => each.rule)).toEqual([`tbx/${rule}`])
  })

  it('lets dialects of others use any category', () => {
    expect(
      validateTbx(tbx(entry(`<descrip type="other">s</descrip>${ok}`), 'type="TBX-Own" style="dca"'), { file }),
    ).toEqual([])
  })
})
