import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { learn } from '../../../src/lexicon/learned.ts'
import { joinCounts, type PairCounts } from '../../../src/lexicon/pair-counts.ts'
import { buildStemIndex, type UnitChange, updateStemIndex } from '../../../src/memory/stems/build.ts'
import { stemCounts } from '../../../src/memory/stems/count.ts'
import { decodeStems, encodeStems } from '../../../src/memory/stems/file.ts'
import type { StemIndex } from '../../../src/memory/stems/stem-index.ts'
import { language, type TranslationUnit, textContent } from '../../../src/model/index.ts'
import { stem } from '../../../src/text/stem.ts'
import { foldWord, words } from '../../../src/text/words.ts'

const en = language('en')
const ru = language('ru')
const kk = language('kk')
const origin = { store: 'test', state: '1' }

const vocabulary = {
  en: ['strike', 'strikes', 'oil', 'police', 'city', 'the', 'water', 'village'],
  ru: ['забастовка', 'забастовки', 'нефть', 'полиция', 'город', 'в', 'вода', 'село'],
  kk: ['ереуіл', 'ереуілдер', 'мұнай', 'полиция', 'қала', 'бар', 'су', 'ауыл'],
}

/** A unit of some of three languages; the words of all go together, with noise. */
const unit = (): fc.Arbitrary<TranslationUnit> =>
  fc
    .record({
      words: fc.array(fc.nat(7), { maxLength: 5 }),
      noise: fc.nat(7),
      tags: fc.subarray(['en', 'ru', 'ru-KZ', 'kk'] as const, { minLength: 1 }),
    })
    .map(({ words: chosen, noise, tags }) => ({
      id: '',
      variants: tags.map(tag => {
        const list = vocabulary[tag === 'ru-KZ' ? 'ru' : tag]
        return { language: language(tag), content: textContent([...chosen, noise].map(i => list[i]).join(' ')) }
      }),
    }))

const changesOf = (units: readonly TranslationUnit[]): readonly UnitChange[] =>
  units.map((each, key) => ({ key, unit: each }))

const stemsOf = (list: readonly string[], tag: typeof en): ReadonlySet<string> =>
  new Set(list.flatMap(text => words(text).map(word => stem(foldWord(word.text, tag), tag))))

/** Source and target texts of the units that have both languages. */
function pairs(units: readonly TranslationUnit[], source: typeof en, target: typeof en): [string, string][] {
  const index =
    (tag: typeof en): ((each: TranslationUnit) => string | undefined) =>
    each => {
      const found =
        each.variants.find(variant => variant.language === tag) ??
        each.variants.find(variant => variant.language.startsWith(`${tag}-`))
      const [inline] = found?.content ?? []
      return found === undefined ? undefined : inline?.kind === 'text' ? inline.text : ''
    }
  return units.flatMap(each => {
    const pair = [index(source)(each), index(target)(each)] as const
    return pair[0] === undefined || pair[1] === undefined ? [] : [[pair[0], pair[1]]]
  })
}

const wanted = { sourceStems: stemsOf(vocabulary.en, en), targetStems: stemsOf(vocabulary.ru, ru) }
const options = { sourceLanguage: en, targetLanguage: ru, witness: 'memory', background: 100, ...wanted } as const

const everything = (counts: PairCounts | undefined, texts: readonly (readonly [string, string])[]): unknown => {
  const lexicon = learn(texts, { ...options, counts })
  return [...wanted.sourceStems].map(form => [form, lexicon.seen(form), lexicon.lookup(form)])
}

describe('a stem index', () => {
  it('teaches what the pairs themselves teach', () => {
    fc.assert(
      fc.property(fc.array(unit(), { maxLength: 60 }), fc.array(unit(), { maxLength: 10 }), (units, others) => {
        const counts = stemCounts(buildStemIndex(changesOf(units)))
        const more = pairs(others, en, ru)
        expect(everything(counts, more)).toEqual(everything(undefined, [...pairs(units, en, ru), ...more]))
      }),
      { numRuns: 200 },
    )
  })

  it('finds links at all, in all three languages', () => {
    const strike: TranslationUnit = {
      id: '',
      variants: [
        { language: en, content: textContent('strikes') },
        { language: ru, content: textContent('забастовка') },
        { language: kk, content: textContent('ереуілдер') },
      ],
    }
    const counts = stemCounts(buildStemIndex(changesOf(Array.from({ length: 9 }, () => strike))))
    const found = (source: typeof en, from: string, target: typeof en, to: string): readonly string[] =>
      learn([], {
        sourceLanguage: source,
        targetLanguage: target,
        witness: 'memory',
        background: 100,
        sourceStems: stemsOf([from], source),
        targetStems: stemsOf([to], target),
        counts,
      })
        .lookup(stem(from, source))
        .map(entry => entry.target)
    expect(found(en, 'strike', ru, 'забастовки')).toEqual([stem('забастовки', ru)])
    expect(found(ru, 'забастовки', kk, 'ереуіл')).toEqual(['ереуіл'])
    expect(found(kk, 'ереуіл', en, 'strike')).toEqual(['strik'])
  })

  it('is the same after changes as one built from scratch, byte for byte', () => {
    const change = fc.record({ key: fc.nat(40), unit: fc.option(unit(), { nil: undefined }) })
    fc.assert(
      fc.property(
        fc.array(unit(), { maxLength: 30 }),
        fc.array(fc.array(change, { maxLength: 12 }), { maxLength: 4 }),
        (units, rounds) => {
          let index = buildStemIndex(changesOf(units))
          let now = new Map(units.map((each, key) => [key, each]))
          for (const round of rounds) {
            index = reread(updateStemIndex(index, round, { isWhole: false }).index)
            now = afterwards(now, round)
          }
          const scratch = buildStemIndex([...now].map(([key, each]) => ({ key, unit: each })))
          expect(Buffer.from(encodeStems(index, origin)).equals(encodeStems(scratch, origin))).toBe(true)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('counts only what is new or changed, and forgets what is gone', () => {
    const [a, b, c] = ['oil', 'police', 'water'].map(
      (text): TranslationUnit => ({ id: text, variants: [{ language: en, content: textContent(text) }] }),
    )
    const old = buildStemIndex([
      { key: 1, unit: a },
      { key: 2, unit: b },
    ])
    const next = updateStemIndex(
      old,
      [
        { key: 2, unit: b },
        { key: 3, unit: c },
      ],
      { isWhole: true },
    )
    expect(next.counted).toBe(1)
    expect([...next.index.keys]).toEqual([2, 3])
    const whole = stemCounts(next.index).count({
      sourceLanguage: en,
      targetLanguage: en,
      sourceStems: ['oil', 'polic', 'water'],
      targetStems: [],
    })
    expect([whole.pairs, [...whole.source]]).toEqual([2, [0, 1, 1]])
  })

  it('counts several memories as one', () => {
    fc.assert(
      fc.property(fc.array(unit(), { maxLength: 40 }), fc.array(unit(), { maxLength: 40 }), (one, two) => {
        const joined = joinCounts([one, two].map(units => stemCounts(buildStemIndex(changesOf(units)))))
        const whole = stemCounts(buildStemIndex(changesOf([...one, ...two])))
        expect(everything(joined, [])).toEqual(everything(whole, []))
      }),
      { numRuns: 100 },
    )
  })

  it('refuses bytes that are cut, changed or foreign', () => {
    const units = Array.from({ length: 5 }, (_, i): TranslationUnit => {
      return { id: `${i}`, variants: [{ language: kk, content: textContent(vocabulary.kk.slice(i).join(' ')) }] }
    })
    const bytes = encodeStems(buildStemIndex(changesOf(units)), origin)
    expect(decodeStems(bytes)?.origin).toEqual(origin)
    for (let at = 0; at < bytes.length; at += 13) {
      const damaged = bytes.slice()
      damaged[at] = (damaged[at] ?? 0) ^ 4
      expect(decodeStems(damaged)).toBeUndefined()
    }
    for (const length of [0, 7, 16, bytes.length - 8]) expect(decodeStems(bytes.slice(0, length))).toBeUndefined()
  })

  it('takes a word as long as a text', () => {
    const long = 'ы'.repeat(300_000)
    const index = buildStemIndex([
      { key: 1, unit: { id: '', variants: [{ language: kk, content: textContent(long) }] } },
    ])
    expect(reread(updateStemIndex(index, [], { isWhole: false }).index).languages).toHaveLength(1)
  })
})

function reread(index: StemIndex): StemIndex {
  const found = decodeStems(encodeStems(index, origin))
  if (found === undefined) throw new Error('what was encoded can be decoded')
  return found.index
}

/** What stays keeps its place, what is changed or new stands behind. */
function afterwards(
  before: ReadonlyMap<number, TranslationUnit>,
  round: readonly UnitChange[],
): Map<number, TranslationUnit> {
  const last = new Map<number, TranslationUnit | undefined>()
  for (const { key, unit: each } of round) {
    last.delete(key)
    last.set(key, each)
  }
  const same = (key: number): boolean => JSON.stringify(last.get(key)) === JSON.stringify(before.get(key))
  const next = new Map([...before].filter(([key]) => !last.has(key) || same(key)))
  for (const [key, each] of last) if (each !== undefined && !next.has(key)) next.set(key, each)
  return next
}
