import { describe, expect, it } from 'vitest'
import { learn } from '../../src/lexicon/learned.ts'
import { language } from '../../src/model/index.ts'

const options = { sourceLanguage: language('en'), targetLanguage: language('ru'), witness: 'memory' } as const

const pairs: (readonly [string, string])[] = [
  ['The zorbs attack', 'Зорбы атакуют'],
  ['A zorb sleeps', 'Зорб спит'],
  ['Two zorbs are here', 'Здесь два зорба'],
  ['Zorbs like tea', 'Зорбы любят чай'],
  ...Array.from(
    { length: 200 },
    (_, i) => [`Another sentence ${'abc'[i % 3]}x${i}`, `Другое предложение ${i}`] as const,
  ),
]

describe('learn', () => {
  it('links stems that keep meeting', () => {
    const lexicon = learn(pairs, options)
    expect(lexicon.lookup('zorb')[0]?.target).toBe('зорб')
    expect(lexicon.lookup('zorb')[0]?.forward).toBeGreaterThan(0.3)
    expect(lexicon.seen('zorb')).toBe(4)
    expect(lexicon.size).toBeGreaterThan(0)
  })

  it('does not let a pair be its own only witness', () => {
    const once = [['Blick gribble', 'Чуха'] as const, ['Gribble', 'Чуха'] as const, ...pairs]
    expect(learn(once, options).lookup('gribbl')).not.toEqual([])
    expect(learn(once, { ...options, witness: 'self' }).lookup('gribbl')).toEqual([])
  })

  it('counts only the stems it is asked for', () => {
    const lexicon = learn(pairs, { ...options, sourceStems: new Set(['zorb']), targetStems: new Set(['зорб']) })
    expect(lexicon.lookup('zorb').map(entry => entry.target)).toEqual(['зорб'])
    expect(lexicon.seen('anoth')).toBe(0)
  })

  it('knows nothing from nothing', () => {
    const lexicon = learn([], options)
    expect(lexicon.lookup('zorb')).toEqual([])
    expect(lexicon.size).toBe(0)
  })
})
