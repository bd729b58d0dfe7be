import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { translatePattern } from '../../../src/segmenter/srx/pattern.ts'
import { samplesOf } from '../../../src/segmenter/srx/samples.ts'

describe('samplesOf', () => {
  it('makes texts that fit, from patterns without anchors', () => {
    const atom = fc.constantFrom(
      'a',
      '\\.',
      '\\s',
      '\\p{Lu}',
      '[^a]',
      '[a-c&&[^b]]',
      '(?:x|yz)',
      '(q)',
      '.',
      '\\Q.*\\E',
      '\\x{2014}',
      '\\t',
    )
    const times = fc.constantFrom('', '*', '+', '?', '{2}', '{1,3}', '{2,}', '+?', '*+')
    const pattern = fc.array(fc.tuple(atom, times), { maxLength: 5 }).map(parts => parts.flat().join(''))
    fc.assert(
      fc.property(pattern, source => {
        const samples = samplesOf(source)
        if (samples === undefined) return
        expect(samples.length).toBeGreaterThan(0)
        // A possessive quantifier refuses what follows it and it could have taken: such samples are none.
        if (/[*+?}]\+/.test(source)) return
        const whole = new RegExp(`^(?:${translatePattern(source).source})$`, 'v')
        for (const sample of samples) expect(sample).toMatch(whole)
      }),
    )
  })

  it.each([
    ['Mr\\.', ['Mr.']],
    ['a|bc', ['a', 'bc']],
    ['\\bpp?\\.', ['p.', 'pp.']],
    ['(?i)no(?=x)', ['no']],
    ['', ['']],
    ['[^\\s\\S]', []],
    ['(?!)a', []],
    ['[a&&b]?c', ['c']],
    ['\\u0416', ['Ж']],
    ['[\\x{1F9FF}]', ['\u{1F9FF}']],
  ])('%s', (pattern, samples) => {
    expect(samplesOf(pattern)).toEqual(samples)
  })

  it.each(['(a)\\1', '(?x) a', '\\R', 'a{60}', '(', '[', '\\p{Nope}', '\\cA', '(?'])('gives none of %s', pattern => {
    expect(samplesOf(pattern)).toBe(undefined)
  })
})
