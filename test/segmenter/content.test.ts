import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Content, type Inline, language, plainText } from '../../src/model/index.ts'
import { segmentContent, shippedRules } from '../../src/segmenter/index.ts'

const options = { language: language('en') }
const text = (value: string): Inline => ({ kind: 'text', text: value })
const bold = (...children: Inline[]): Inline => ({ kind: 'pc', id: 'b', data: '<b>', dataEnd: '</b>', children })
const code: Inline = { kind: 'ph', id: 'p', data: '<br/>' }

const pieces = (content: Content, more = {}): readonly (readonly [string, Content])[] =>
  segmentContent(content, { ...options, ...more }).map(({ kind, content: part }) => [kind, part])

describe('segmentContent', () => {
  it('cuts plain text into segments and ignorables', () => {
    expect(pieces([text(' One. Two. ')])).toEqual([
      ['ignorable', [text(' ')]],
      ['segment', [text('One.')]],
      ['ignorable', [text(' ')]],
      ['segment', [text('Two.')]],
      ['ignorable', [text(' ')]],
    ])
  })

  it('does not see codes: they neither end nor join a sentence', () => {
    expect(pieces([text('Mr'), code, text('. Li came. He'), code, text(' left.')])).toEqual([
      ['segment', [text('Mr'), code, text('. Li came.')]],
      ['ignorable', [text(' ')]],
      ['segment', [text('He'), code, text(' left.')]],
    ])
  })

  it('leaves a code that stands around one sentence whole', () => {
    expect(pieces([text('One. '), bold(text('Two.')), text(' Three.')])).toEqual([
      ['segment', [text('One.')]],
      ['ignorable', [text(' ')]],
      ['segment', [bold(text('Two.'))]],
      ['ignorable', [text(' ')]],
      ['segment', [text('Three.')]],
    ])
  })

  it('splits a code that goes over a cut into its two ends', () => {
    expect(pieces([bold(text('One. Two.'))])).toEqual([
      ['segment', [{ kind: 'sc', id: 'b', data: '<b>' }, text('One.')]],
      ['ignorable', [text(' ')]],
      ['segment', [text('Two.'), { kind: 'ec', id: 'b', startRef: 'b', data: '</b>' }]],
    ])
  })

  it('splits a marker that goes over a cut', () => {
    expect(pieces([{ kind: 'mrk', id: 'm', type: 'term', children: [text('One. Two.')] }])).toEqual([
      ['segment', [{ kind: 'sm', id: 'm', type: 'term' }, text('One.')]],
      ['ignorable', [text(' ')]],
      ['segment', [text('Two.'), { kind: 'em', startRef: 'm' }]],
    ])
  })

  it('puts codes at a cut where SRX says: end codes before, others after', () => {
    const content: Content = [text('One.'), { kind: 'ec', id: 'e', startRef: 'e' }, code, text(' Two.')]
    expect(pieces(content)).toEqual([
      ['segment', [text('One.'), content[1]]],
      ['segment', [code, text(' Two.')]],
    ])
    const rules = { ...shippedRules(), formatHandles: { start: true, end: true, isolated: true } }
    expect(pieces(content, { rules })).toEqual([
      ['segment', [text('One.'), content[1], code]],
      ['ignorable', [text(' ')]],
      ['segment', [text('Two.')]],
    ])
  })

  it('gives the codes at both ends to the first and the last sentence', () => {
    expect(pieces([code, text(' One. Two. '), code])).toEqual([
      ['segment', [code, text(' One.')]],
      ['ignorable', [text(' ')]],
      ['segment', [text('Two. '), code]],
    ])
  })

  it('takes a content without words as one ignorable, an empty one as none', () => {
    expect(pieces([text('  '), code])).toEqual([['ignorable', [text('  '), code]]])
    expect(pieces([])).toEqual([])
  })

  it('names the rule behind a sentence when asked', () => {
    expect(segmentContent([text('One. Two.')], { ...options, explain: true })[0]?.rule).toBe('stop')
  })

  it('loses no character and no code, whatever stands where', () => {
    const leaf = fc.oneof(
      fc.constantFrom(' ', 'One. ', 'Two', '. Three!', ' Mr. ', '\n', '? ').map(text),
      fc.constantFrom<Inline>(
        code,
        { kind: 'sc', id: 's' },
        { kind: 'ec', id: 'x', startRef: 's' },
        { kind: 'cp', codePoint: 1 },
        { kind: 'sm', id: 'a' },
        { kind: 'em', startRef: 'a' },
      ),
    )
    const { inline } = fc.letrec<{ inline: Inline; children: Inline[] }>(tie => ({
      inline: fc.oneof(
        { maxDepth: 3 },
        leaf,
        tie('children').map(children => bold(...children)),
        tie('children').map((children): Inline => ({ kind: 'mrk', id: 'm', children })),
      ),
      children: fc.array(tie('inline'), { maxLength: 4 }),
    }))
    fc.assert(
      fc.property(fc.array(inline, { maxLength: 8 }), content => {
        const found = segmentContent(content, options)
        expect(found.map(piece => plainText(piece.content)).join('')).toBe(plainText(content))
        for (const { kind, content: part } of found) if (kind === 'segment') expect(plainText(part).trim()).not.toBe('')
      }),
      { numRuns: 500 },
    )
  })
})
