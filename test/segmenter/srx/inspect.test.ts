import { describe, expect, it } from 'vitest'
import type { SegmentationRule, SegmentationRules } from '../../../src/model/index.ts'
import { inspectRules, shippedRules } from '../../../src/segmenter/index.ts'

const rule = (isBreak: boolean, before: string, after: string): SegmentationRule => ({
  isBreak,
  before,
  after,
  line: 3,
})
const stop = rule(true, '\\.', '\\s')

function rulesOf(rules: readonly SegmentationRule[], more: Partial<SegmentationRules> = {}): SegmentationRules {
  return {
    cascade: false,
    segmentSubflows: true,
    formatHandles: { start: false, end: true, isolated: false },
    languageRules: [{ name: 'Default', rules }],
    languageMaps: [{ pattern: '.*', languageRule: 'Default', line: 9 }],
    ...more,
  }
}

const kinds = (rules: SegmentationRules) => inspectRules(rules).map(({ kind, rule: number, by }) => [kind, number, by])

describe('inspectRules', () => {
  it('finds no fault in the shipped rules', () => {
    expect(inspectRules(shippedRules())).toEqual([])
  })

  it('finds a rule that an earlier one makes needless', () => {
    expect(kinds(rulesOf([stop, rule(true, '!', '\\s'), stop]))).toEqual([['shadowed', 3, 1]])
    expect(kinds(rulesOf([rule(true, '', '\\s'), stop]))).toEqual([['shadowed', 2, 1]])
    expect(kinds(rulesOf([rule(true, '\\.', ''), stop]))).toEqual([['shadowed', 2, 1]])
    expect(kinds(rulesOf([rule(true, '', ''), stop]))).toEqual([['shadowed', 2, 1]])
  })

  it('finds a rule whose places an earlier one takes, though it is written in another way', () => {
    const shadowed = (first: SegmentationRule, second: SegmentationRule) =>
      kinds(rulesOf([first, second, rule(true, 'z', ',')]))
    expect(shadowed(rule(true, '[.?!]+', '\\s'), rule(false, 'Mr\\.', '\\s'))).toEqual([['shadowed', 2, 1]])
    expect(shadowed(rule(false, '\\b(?:A|B|C)\\.', '\\s'), rule(false, '([A-C]\\.){2,}', '\\s'))).toEqual([
      ['shadowed', 2, 1],
    ])
    expect(shadowed(rule(true, '\\.', '\\s+\\p{Lu}'), rule(true, '(?i)etc\\.', ' [A-Z]'))).toEqual([['shadowed', 2, 1]])
    expect(shadowed(rule(false, '[^a]', '\\s'), rule(true, '(.)\\1', '\\s'))).toEqual([])
    for (const [before, after] of [
      ['[.?!:]', '\\s'],
      ['\\.', '\\s*'],
      ['\\.?', '\\s'],
      ['\\.\\)?', '\\s'],
      ['\\.|;', '\\s'],
      ['\\p{P}', '\\s'],
    ] as const) {
      expect([before, shadowed(rule(false, '[.?!]', '\\s'), rule(true, before, after))]).toEqual([before, []])
    }
    expect(shadowed(rule(false, '\\bMr\\.', '\\s'), rule(true, 'Mr\\.', '\\s'))).toEqual([])
    expect(shadowed(rule(false, '\\.', '\\s(?=\\p{Lu})'), rule(true, '\\.', '\\s(?!\\p{Ll})'))).toEqual([])
  })

  it('finds a rule that matches nothing', () => {
    expect(kinds(rulesOf([rule(true, '[^\\s\\S]', '\\s'), rule(true, '[\\p{Lu}&&\\d]\\.', '\\s'), stop]))).toEqual([
      ['never-fires', 1, undefined],
      ['never-fires', 2, undefined],
    ])
    expect(kinds(rulesOf([rule(true, '\\.', '(?!)'), rule(true, '\\.(?=[a&&b])', '\\s'), stop]))).toEqual([
      ['never-fires', 1, undefined],
      ['never-fires', 2, undefined],
    ])
  })

  it('finds a rule that can never fire', () => {
    expect(kinds(rulesOf([rule(true, '\\.$', '\\s'), stop]))).toEqual([['never-fires', 1, undefined]])
    expect(kinds(rulesOf([rule(true, '(a+)+$', '\\s'), stop]))).toEqual([['never-fires', 1, undefined]])
    expect(kinds(rulesOf([rule(true, '\\.', '^A'), stop]))).toEqual([['never-fires', 1, undefined]])
    expect(kinds(rulesOf([rule(true, 'cost \\$', '\\s'), rule(true, 'a|b$', '\\s'), stop]))).toEqual([])
  })

  it('finds an exception with nothing to except from', () => {
    expect(kinds(rulesOf([stop, rule(false, 'Mr\\.', '\\s')]))).toEqual([['no-effect', 2, undefined]])
    expect(kinds(rulesOf([stop, rule(false, 'a,', '\\s')], { cascade: true }))).toEqual([])
  })

  it('finds patterns that cannot be used, with the reason', () => {
    expect(inspectRules(rulesOf([rule(true, '(', ''), stop]))).toEqual([
      {
        kind: 'pattern',
        set: 'Default',
        rule: 1,
        line: 3,
        problem: { reason: 'unmatched-parenthesis', pattern: '(', offset: 1 },
      },
    ])
    const languageMaps = [{ pattern: '[', languageRule: 'Default', line: 9 }]
    expect(inspectRules(rulesOf([stop], { languageMaps }))).toEqual([
      {
        kind: 'pattern',
        set: 'Default',
        rule: 0,
        line: 9,
        problem: { reason: 'unmatched-bracket', pattern: '[', offset: 1 },
      },
    ])
  })

  it('finds sets nobody asks for and maps nobody reaches', () => {
    const languageRules = [
      { name: 'Default', rules: [stop] },
      { name: 'Spare', rules: [stop] },
    ]
    const languageMaps = [
      { pattern: '.*', languageRule: 'Default', line: 9 },
      { pattern: 'ru', languageRule: 'Default', line: 10 },
    ]
    expect(kinds(rulesOf([], { languageRules, languageMaps }))).toEqual([
      ['unused-set', 0, undefined],
      ['unreached-map', 0, undefined],
    ])
  })
})
