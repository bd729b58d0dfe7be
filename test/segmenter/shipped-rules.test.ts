import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSrx, writeSrx } from '../../src/formats/srx/index.ts'
import { language } from '../../src/model/index.ts'
import { compileRules, decisions, segment, shippedRules } from '../../src/segmenter/index.ts'
import { english } from './cases/en.ts'
import { kazakh } from './cases/kk.ts'
import { russian } from './cases/ru.ts'

const rules = shippedRules()

describe('the shipped SRX rules and the scanner', () => {
  it.each([
    ['en', english],
    ['ru', russian],
    ['kk', kazakh],
  ] as const)('decide alike, with the same rule, on the cases of %s', (tag, cases) => {
    const own = { language: language(tag) }
    for (const marked of cases) {
      const text = marked.replaceAll(' | ', ' ')
      const places = (found: ReturnType<typeof decisions>) =>
        found
          .filter(({ rule }) => rule !== 'footnote-follows')
          .map(({ at, isBreak, rule }) => `${at} ${isBreak} ${rule}`)
      expect(places(decisions(text, { ...own, rules }))).toEqual(places(decisions(text, own)))
    }
  })

  it('cut alike what is put together from troublesome pieces', () => {
    const piece = fc.constantFrom(
      ...[
        'Mr',
        'г',
        'т',
        'е',
        'U',
        'S',
        'No',
        'стр',
        'ж',
        '5',
        '12',
        '1',
        '1846',
        'it',
        'XV',
        'The',
        'Он',
        'Бұл',
        'word',
        '/',
        '+',
        '°',
        'слово',
        'Word',
        'P',
      ],
      ...[
        '. ',
        '.',
        '! ',
        '? ',
        '… ',
        '... ',
        '.» ',
        '?» ',
        '.) ',
        '. [3] ',
        ' ',
        ' — ',
        ' - ',
        ' (',
        '? (',
        '.The ',
        '...But, ',
        ') ',
        '. (',
        '. «',
        '. "',
        ': ',
        '; ',
      ],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), fc.constantFrom('en', 'ru', 'kk', 'kk-Latn'), (parts, tag) => {
        const text = parts.join('')
        const options = { language: language(tag) }
        expect(segment(text, { ...options, rules })).toEqual(segment(text, options))
      }),
      { numRuns: 2000 },
    )
  })

  it('hold rules for every language, and plain ones for all others', () => {
    const names = ['en-US', 'ru', 'kk', 'kk-Latn-KZ', 'fr'].map(tag => compileRules(rules, language(tag)).rules.length)
    expect(names.every(count => count > 10)).toBe(true)
  })
})

describe('schemas/rules.srx', () => {
  it('is what the table of rules and the words give today', () => {
    const file = readFileSync(new URL('../../schemas/rules.srx', import.meta.url))
    expect(Buffer.compare(file, writeSrx(shippedRules())), 'run node scripts/generate-rules.ts').toBe(0)
  })

  it('reads back as the same rules', () => {
    const { rules: read } = readSrx(writeSrx(rules), { file: 'rules.srx' })
    const bare = (list: typeof rules) =>
      list.languageRules.map(set => set.rules.map(({ isBreak, before, after, id }) => ({ isBreak, before, after, id })))
    expect(bare(read)).toEqual(bare(rules))
    expect(read.languageMaps.map(map => map.pattern)).toEqual(rules.languageMaps.map(map => map.pattern))
  })
})
