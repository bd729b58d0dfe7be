import { describe, expect, it } from 'vitest'
import { Failure, language } from '../../src/model/index.ts'
import { readRulesFile, segmentText } from '../../src/workflow/segment.ts'

const srx = (before: string, after: string): Uint8Array =>
  new TextEncoder().encode(`<?xml version="1.0"?>
<srx xmlns="http://www.lisa.org/srx20" version="2.0">
<header segmentsubflows="yes" cascade="no"/>
<body><languagerules><languagerule languagerulename="Default">
<rule break="no"><beforebreak>Mr\\.</beforebreak><afterbreak>\\s</afterbreak></rule>
<!-- rule: mine -->
<rule break="yes"><beforebreak>${before}</beforebreak><afterbreak>${after}</afterbreak></rule>
</languagerule></languagerules>
<maprules><languagemap languagepattern=".*" languagerulename="Default"/></maprules></body></srx>`)

const english = language('en')

describe('segmentText', () => {
  it('cuts by the built-in rules', () => {
    const { segments } = segmentText('One. Two.', { language: english })
    expect(segments).toEqual([
      { start: 0, end: 4, text: 'One.' },
      { start: 5, end: 9, text: 'Two.' },
    ])
  })

  it('cuts by the rules of a file', () => {
    const rulesFile = readRulesFile(srx('\\.', '\\s'), 'own.srx')
    const { segments } = segmentText('Mr. Li came. He left.', { language: english, rulesFile })
    expect(segments.map(sentence => sentence.text)).toEqual(['Mr. Li came.', 'He left.'])
  })

  it('explains every cut and veto with the text around it', () => {
    const rulesFile = readRulesFile(srx('\\.', '\\s'), 'own.srx')
    const { segments, decisions } = segmentText('Mr. Li came. He left.', {
      language: english,
      rulesFile,
      explain: true,
    })
    expect(segments[0]?.rule).toBe('mine')
    expect(decisions?.map(({ at, isBreak, rule }) => [at, isBreak, rule])).toEqual([
      [3, false, 'Default#1'],
      [12, true, 'mine'],
    ])
    expect(segmentText('Dr. Li came. He left.', { language: english, explain: true }).decisions?.[0]).toEqual({
      at: 3,
      isBreak: false,
      rule: 'title',
      before: 'Dr.',
      after: 'Li came. He left.',
    })
  })

  it('ends a rule that would never end, and names it with its line', () => {
    const rulesFile = readRulesFile(srx('b(a|aa)*c', ''), 'own.srx')
    const run = (): unknown => segmentText(`${'a'.repeat(60)}c`, { language: english, rulesFile, deadlineMs: 200 })
    expect(run).toThrow(
      expect.objectContaining({
        code: 'segmenter.deadline',
        data: expect.objectContaining({ rule: 'mine' }),
        place: expect.objectContaining({ file: 'own.srx', start: { line: 7, column: 1 } }),
      }),
    )
  })

  it('fails at the line of a pattern that cannot be used', () => {
    const rulesFile = readRulesFile(srx('(unclosed', '\\s'), 'own.srx')
    const run = (): unknown => segmentText('a', { language: english, rulesFile })
    expect(run).toThrow(Failure)
    expect(run).toThrow(
      expect.objectContaining({
        code: 'srx-engine.unmatched-parenthesis',
        place: expect.objectContaining({ file: 'own.srx' }),
      }),
    )
  })
})
