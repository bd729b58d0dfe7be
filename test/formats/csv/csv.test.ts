import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  looksLikeTable,
  readBilingualCsv,
  readGlossaryCsv,
  readRows,
  writeBilingualCsv,
  writeGlossaryCsv,
  writeRow,
} from '../../../src/formats/csv/index.ts'
import {
  type Content,
  type Document,
  language,
  plainText,
  type Segment,
  segmentsOf,
  states,
  type Unit,
  unitsOf,
} from '../../../src/model/index.ts'
import { bareUnit } from '../bare-unit.ts'
import { contents } from '../tmx/content.ts'

const file = 'a.csv'
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

const cell = fc.string({ unit: fc.constantFrom(...'a,;"\n\r\t =+-@\'қ＝') })

describe('writeRow and readRows', () => {
  it.each([',', ';', '\t'] as const)('give back every cell with the delimiter %j', delimiter => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 4 }), rows => {
        const text = rows.map(cells => writeRow(cells, delimiter)).join('')
        expect(readRows(text, delimiter, file).map(row => row.cells.map(each => each.text))).toEqual(rows)
      }),
      { numRuns: 300 },
    )
  })

  it('write no cell that a spreadsheet would run', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 4 }), cells => {
        for (const raw of readRawCells(writeRow(cells, ','))) expect(raw).not.toMatch(/^[\s"]*[=+\-@\t\r]/)
      }),
      { numRuns: 300 },
    )
  })

  it('leave honest texts readable', () => {
    expect(writeRow(["'tis", 'a = b', '−5 °C', 'say "no"', ' x'], ',')).toBe('\'tis,a = b,−5 °C,"say ""no"""," x"\r\n')
    expect(writeRow(['-5 °C', "'-5"], ',')).toBe("'-5 °C,''-5\r\n")
  })

  it('name the place of a broken quote', () => {
    expect(failureOf(() => readRows('a,b\nc,"d\ne', ',', file))).toMatchObject({
      code: 'csv.unclosed-quote',
      place: { start: { line: 2, column: 3 } },
    })
    expect(failureOf(() => readRows('"a"b', ',', file))).toMatchObject({
      code: 'csv.text-after-quote',
      place: { start: { column: 4 } },
    })
  })
})

/** Cells as any other reader of RFC 4180 sees them. */
function readRawCells(text: string): readonly string[] {
  const cells = `,${text.trimEnd()}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,\r\n]*))/g)
  return [...cells].map(found => (found[1] ?? found[2] ?? '').replaceAll('""', '"'))
}

const segments = fc
  .array(
    fc.record({
      source: contents,
      target: fc.option(contents, { nil: undefined }),
      state: fc.constantFrom(...states),
      gap: fc.constantFrom(' ', '', '\n', 'x'),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map(list =>
    list.flatMap(({ source, target, state, gap }, i): Unit['parts'] => {
      const hasTarget = target !== undefined && (target.length > 0 || state !== 'initial')
      const segment: Segment = {
        kind: 'segment',
        id: `s${i + 1}`,
        source,
        state: hasTarget ? state : 'initial',
        ...(hasTarget ? { target } : {}),
      }
      if (i === list.length - 1 || gap === '') return [segment]
      const text: Content = [{ kind: 'text', text: gap }]
      return [segment, { kind: 'ignorable', source: text, ...(gap === ' ' && !hasTarget ? {} : { target: text }) }]
    }),
  )
const documents: fc.Arbitrary<Document> = fc
  .array(fc.record({ parts: segments, notes: fc.array(fc.stringMatching(/^[a-z =+]{0,5}[a-z]$/), { maxLength: 2 }) }), {
    maxLength: 3,
  })
  .map(list => ({
    sourceLanguage: language('en'),
    targetLanguage: language('kk'),
    files: [
      {
        kind: 'file',
        id: 'f1',
        original: file,
        notes: [],
        children: list.map(({ parts, notes }, i) => ({
          kind: 'unit' as const,
          id: `u${i + 1}`,
          translate: true,
          canResegment: true,
          preserveSpace: false,
          notes: notes.map(text => (parts.length > 1 ? { text, ref: 's1' } : { text })),
          candidates: [],
          metadata: [],
          parts,
        })),
      },
    ],
  }))

describe('writeBilingualCsv and readBilingualCsv', () => {
  it.each([',', '\t'] as const)('give back the document with the delimiter %j', delimiter => {
    fc.assert(
      fc.property(documents, document => {
        const losses: string[] = []
        const bytes = writeBilingualCsv(document, { delimiter, onLoss: what => losses.push(what) })
        expect(readBilingualCsv(bytes, { file }).document).toEqual(document)
        expect(losses).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('keep files and repeated ids apart', () => {
    const unit = (id: string): Unit => ({
      ...bareUnit,
      id,
      parts: [{ kind: 'segment', id: 's1', source: [{ kind: 'text', text: id }], state: 'initial' }],
    })
    const files = (list: readonly (readonly [string, readonly Unit[]])[]): Document => ({
      sourceLanguage: language('en'),
      files: list.map(([id, children]) => ({ kind: 'file', id, original: id, notes: [], children })),
    })
    const two = files([
      ['one', [unit('a'), unit('b')]],
      ['two', [unit('b'), unit('a')]],
    ])
    expect(readBilingualCsv(writeBilingualCsv(two), { file }).document).toEqual(two)
    const repeated = readBilingualCsv(writeBilingualCsv(files([[file, [unit('a'), unit('a')]]])), { file }).document
    expect([...unitsOf(repeated)].map(each => each.id)).toEqual(['a', 'a-2'])
  })

  it('tell what a table cannot hold', () => {
    const unit: Unit = {
      kind: 'unit',
      id: 'u',
      name: 'n',
      translate: true,
      canResegment: true,
      preserveSpace: false,
      notes: [{ text: 'n', priority: 1 }],
      candidates: [{ ref: 's1', source: [], target: [] }],
      metadata: [{ category: 'c', meta: [] }],
      parts: [{ kind: 'segment', id: 's1', source: [], state: 'initial', subState: 'a:b' }],
    }
    const document: Document = {
      sourceLanguage: language('en'),
      files: [
        {
          kind: 'file',
          id: 'f',
          notes: [{ text: 'n' }],
          children: [{ kind: 'group', id: 'g', notes: [], children: [unit] }],
        },
      ],
    }
    const losses: string[] = []
    writeBilingualCsv(document, { onLoss: what => losses.push(what) })
    expect(losses.toSorted()).toEqual([
      'candidates',
      'file-notes',
      'groups',
      'metadata',
      'note-attributes',
      'sub-states',
      'unit-attributes',
    ])
  })
})

describe('readBilingualCsv', () => {
  const pairs = (text: string, options = {}) => {
    const { document } = readBilingualCsv(utf8(text), { file, ...options })
    return [...unitsOf(document)].flatMap(unit =>
      segmentsOf(unit).map(segment => [
        unit.id,
        segment.id,
        plainText(segment.source),
        segment.target && plainText(segment.target),
        segment.state,
      ]),
    )
  }

  it('needs no more than two languages', () => {
    expect(pairs('en,ru\nHello,Привет\nBye,')).toEqual([
      ['u1', 's1', 'Hello', 'Привет', 'translated'],
      ['u2', 's1', 'Bye', undefined, 'initial'],
    ])
  })

  it('takes the languages that were asked for', () => {
    expect(pairs('id;en;kk;ru\na;Hello;Сәлем;Привет', { sourceLanguage: 'ru', targetLanguage: 'kk' })).toEqual([
      ['a', 's1', 'Привет', 'Сәлем', 'translated'],
    ])
    expect(pairs('en,ru\na,б', { targetLanguage: 'kk' })).toEqual([['u1', 's1', 'a', undefined, 'initial']])
  })

  it('keeps apart units of one name that do not stand together', () => {
    expect(pairs('id,en,ru\na,1,1\nb,2,2\na,3,3').map(row => row[0])).toEqual(['a', 'b', 'a-2'])
  })

  it('finds offsets in the file', () => {
    const { document, locate } = readBilingualCsv(utf8('en,ru\nx,"a ""b"" c"\ny,\'-5'), { file })
    const [first, second] = [...unitsOf(document)]
    const place = (unit: Unit | undefined, start?: number, end?: number) => {
      const segment = unit && segmentsOf(unit)[0]
      if (unit === undefined || segment === undefined) throw new Error('no segment')
      return locate({
        unit,
        segment,
        side: 'target',
        ...(start === undefined ? {} : { start }),
        ...(end === undefined ? {} : { end }),
      })
    }
    expect(place(first, 3, 4)).toMatchObject({ start: { line: 2, column: 8 }, end: { line: 2, column: 9 } })
    expect(place(second, 0, 1)).toMatchObject({ start: { line: 3, column: 4 }, end: { line: 3, column: 5 } })
    expect(first && locate({ unit: first })).toMatchObject({ start: { line: 2, column: 1 } })
  })

  it.each([
    ['csv.empty', '', 1, 1],
    ['csv.no-language', 'name,context\na,b', 1, 1],
    ['csv.duplicate-language', 'en,ru,EN\na,b,c', 1, 7],
    ['csv.codes', 'en,ru,codes\na,b,[', 2, 5],
    ['csv.too-many-cells', 'en,ru\na,b\nc,d,e', 3, 5],
  ])('refuses with %s and the place', (code, text, line, column) => {
    expect(failureOf(() => readBilingualCsv(utf8(text), { file }))).toMatchObject({
      code,
      place: { file, start: { line, column } },
    })
  })

  it('takes hand-made codes for what they are, or for text', () => {
    const text =
      'en,ru,codes\n{1}a{2},б,"[[""{1}"",{""kind"":""ph"",""id"":""c1"",""evil"":1}],[""{2}"",{""kind"":""what""}],5,[""x""]]"'
    const [unit] = [...unitsOf(readBilingualCsv(utf8(text), { file }).document)]
    expect(unit && segmentsOf(unit)[0]?.source).toEqual([
      { kind: 'ph', id: 'c1' },
      { kind: 'text', text: 'a{2}' },
    ])
  })
})

describe('glossary tables', () => {
  it('give back terms, status and note', () => {
    const text =
      'en,ru,kk,status,note\nparty | the party,партия,партия,,n\nold,старый,ескі,deprecatedTerm-admn-sts,\nbad,плохой,жаман,forbidden,\n,,,,'
    const concepts = readGlossaryCsv(utf8(text), { file })
    expect(concepts).toMatchObject([
      {
        id: 'c1',
        note: 'n',
        terms: [
          { text: 'party', status: 'preferred' },
          { text: 'the party', status: 'admitted' },
          { language: 'ru' },
          { language: 'kk' },
        ],
      },
      { id: 'c2', terms: [{ status: 'deprecated' }, {}, {}] },
      { id: 'c3', terms: [{ text: 'bad', status: 'preferred' }, { status: 'forbidden' }, { status: 'forbidden' }] },
    ])
    expect(readGlossaryCsv(writeGlossaryCsv(concepts), { file })).toEqual(concepts)
  })

  it('know a table by its first row', () => {
    expect(looksLikeTable('en,ru')).toBe(true)
    expect(looksLikeTable('"id";"en";"ru"')).toBe(true)
    expect(looksLikeTable('Hello, world')).toBe(false)
    expect(looksLikeTable('en')).toBe(false)
    expect(decode(writeGlossaryCsv([]))).toBe('id,status,note\r\n')
  })
})
