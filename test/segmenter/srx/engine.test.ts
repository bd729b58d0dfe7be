import { describe, expect, it } from 'vitest'
import { Failure, language, type SegmentationRule, type SegmentationRules } from '../../../src/model/index.ts'
import { compileRules, decisions, segment } from '../../../src/segmenter/index.ts'

const cut = (before: string, after: string, id?: string): SegmentationRule => rule(true, before, after, id)
const veto = (before: string, after: string, id?: string): SegmentationRule => rule(false, before, after, id)

function rule(isBreak: boolean, before: string, after: string, id: string | undefined): SegmentationRule {
  return { isBreak, before, after, line: 7, ...(id === undefined ? {} : { id }) }
}

function rulesOf(
  sets: Readonly<Record<string, readonly SegmentationRule[]>>,
  more: Partial<SegmentationRules> = {},
): SegmentationRules {
  return {
    cascade: false,
    segmentSubflows: true,
    formatHandles: { start: false, end: true, isolated: false },
    languageRules: Object.entries(sets).map(([name, list]) => ({ name, rules: list })),
    languageMaps: Object.keys(sets).map(name => ({ pattern: name === 'Default' ? '.*' : name, languageRule: name })),
    ...more,
  }
}

const stop = cut('[.?!]+', '\\s')
const texts = (text: string, rules: SegmentationRules, tag = 'en'): readonly string[] =>
  segment(text, { language: language(tag), rules }).map(sentence => sentence.text)

describe('segmentation by rules of SRX', () => {
  it('asks the rules in order; the first that fits decides', () => {
    const exceptionFirst = rulesOf({ Default: [veto('\\bMr\\.', '\\s'), stop] })
    const breakFirst = rulesOf({ Default: [stop, veto('\\bMr\\.', '\\s')] })
    expect(texts('Mr. Li came. He left.', exceptionFirst)).toEqual(['Mr. Li came.', 'He left.'])
    expect(texts('Mr. Li came. He left.', breakFirst)).toEqual(['Mr.', 'Li came.', 'He left.'])
  })

  it('cuts between the text before and the text after, and keeps white space out of segments', () => {
    expect(texts('One.  Two.', rulesOf({ Default: [stop] }))).toEqual(['One.', 'Two.'])
    expect(texts('One. Two.', rulesOf({ Default: [cut('\\.\\s', '')] }))).toEqual(['One.', 'Two.'])
  })

  it('takes the first language map that fits, or all of them when the file cascades', () => {
    const sets = { 'ru.*': [veto('\\bг\\.', '\\s')], Default: [stop] }
    const text = 'В г. Алматы. Там.'
    expect(texts(text, rulesOf(sets, { cascade: true }), 'ru-KZ')).toEqual(['В г. Алматы.', 'Там.'])
    expect(texts(text, rulesOf(sets), 'ru-KZ')).toEqual([text])
    expect(texts(text, rulesOf(sets), 'en')).toEqual(['В г.', 'Алматы.', 'Там.'])
  })

  it('fits a language pattern to the whole tag, whatever its case, with - or _', () => {
    const sets = { '[Ee][Nn]': [stop], EN_US: [] }
    expect(compileRules(rulesOf(sets), language('en')).rules).toHaveLength(1)
    expect(compileRules(rulesOf(sets), language('en-US')).rules).toHaveLength(0)
    expect(compileRules(rulesOf({ EN_US: [stop] }), language('en-US')).rules).toHaveLength(1)
    expect(texts('One. Two.', rulesOf(sets), 'ru')).toEqual(['One. Two.'])
  })

  it('finds every place, also where matches of one rule overlap', () => {
    expect(texts('a.b.c', rulesOf({ Default: [cut('[a-c]\\.', '[a-c]')] }))).toEqual(['a.', 'b.', 'c'])
  })

  it('matches an atomic group and a back-reference from the left', () => {
    expect(texts('xx. y! yy', rulesOf({ Default: [cut('(x)\\1\\.', '\\s')] }))).toEqual(['xx.', 'y! yy'])
    expect(texts('12. 3', rulesOf({ Default: [cut('(?>\\d+)\\.', '\\s')] }))).toEqual(['12.', '3'])
  })

  it('keeps groups of both sides apart', () => {
    expect(texts('aa. bb', rulesOf({ Default: [cut('(a)a\\.', '\\s(b)\\1')] }))).toEqual(['aa.', 'bb'])
  })

  it('ends when a rule fits everywhere, without cutting a character in two', () => {
    expect(texts('ab 😀', rulesOf({ Default: [cut('', '')] }))).toEqual(['a', 'b', '😀'])
  })

  it('takes each line for itself', () => {
    expect(texts('a\nb. c', rulesOf({ Default: [cut('^b\\.', '\\s')] }))).toEqual(['a', 'b.', 'c'])
  })

  it('names the rule by its id, or by its set and number', () => {
    const rules = rulesOf({ Default: [veto('Mr\\.', '\\s', 'titles'), stop] })
    const found = decisions('Mr. Li. He.', { language: language('en'), rules })
    expect(found.map(({ at, isBreak, rule: id }) => [at, isBreak, id])).toEqual([
      [3, false, 'titles'],
      [7, true, 'Default#2'],
    ])
  })

  it.each([
    [rulesOf({ Default: [cut('(unclosed\\.', '\\s')] }), 'srx-engine.unmatched-parenthesis', { line: 7, offset: 1 }],
    [rulesOf({ Default: [cut('\\.', '[')] }), 'srx-engine.unmatched-bracket', { line: 7 }],
    [
      { ...rulesOf({ Default: [stop] }), languageMaps: [{ pattern: '(', languageRule: 'Default', line: 9 }] },
      'srx-engine.unmatched-parenthesis',
      { line: 9 },
    ],
    [
      { ...rulesOf({ Default: [stop] }), languageMaps: [{ pattern: '.*', languageRule: 'None', line: 9 }] },
      'srx-engine.no-such-language-rule',
      { line: 9, name: 'None' },
    ],
  ])('fails with the line of what cannot be used', (rules, code, data) => {
    const run = (): unknown => texts('a', rules)
    expect(run).toThrow(Failure)
    expect(run).toThrow(expect.objectContaining({ code, data: expect.objectContaining(data) }))
  })
})
