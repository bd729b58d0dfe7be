import { describe, expect, it } from 'vitest'
import { abbreviationsOf } from '../../src/lexicon/abbreviations.ts'
import { otherAbbreviations } from '../../src/lexicon/abbreviations-other.ts'

const classes = ['never', 'title', 'number', 'starter', 'end', 'unit'] as const

describe.each(['en', 'ru', 'kk', 'kk-Latn'])('abbreviations of %s', tag => {
  const words = abbreviationsOf(tag)

  it('are there', () => {
    expect(words).toBeDefined()
    expect(words?.starters.length).toBeGreaterThan(50)
  })

  it('stand without their last full stop, once in a class', () => {
    for (const name of classes) {
      const items = words?.[name] ?? []
      expect(items.filter(item => item === '' || item.startsWith('.') || item.endsWith('.'))).toEqual([])
      expect(new Set(items).size, name).toBe(items.length)
    }
  })

  it('are not both inside and at the end of sentences', () => {
    const inside = new Set([...(words?.never ?? []), ...(words?.title ?? [])])
    expect((words?.end ?? []).filter(item => inside.has(item))).toEqual([])
  })

  it('have sentence openers that begin with a capital letter', () => {
    expect(words?.starters.filter(item => item.charAt(0) === item.charAt(0).toLowerCase())).toEqual([])
  })
})

describe('the Latin alphabet of Kazakh', () => {
  it('has letters of its own for i and ı, also as capitals', () => {
    const words = abbreviationsOf('kk-Latn')
    expect(words?.starters).toContain('Bız')
    expect(words?.starters).toContain('İä')
    expect(words?.starter).toContain('j')
  })
})

describe('abbreviations of other languages', () => {
  it('are known for some languages, none for the rest', () => {
    expect(otherAbbreviations('de').has('Dr')).toBe(true)
    expect(otherAbbreviations('tlh').has('Dr')).toBe(false)
    expect(abbreviationsOf('tlh')).toBeUndefined()
  })
})
