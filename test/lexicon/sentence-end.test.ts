import { describe, expect, it } from 'vitest'
import { sentenceEnd } from '../../src/lexicon/sentence-end.ts'
import { language } from '../../src/model/index.ts'

describe('the last word of a sentence', () => {
  it.each([
    ['kk', 'open', 'болып келмей болса келгенде барғандықтан кейін үшін қаланың және'],
    ['kk', 'closed', 'келді барады жасаған емес жоқ керек екен болар келеміз'],
    ['kk', 'unknown', 'қала үй'],
    ['ru', 'open', 'того тем то потому который что'],
    ['ru', 'unknown', 'дом пришёл вчера'],
    ['en', 'unknown', 'and house'],
  ])('in %s is %s: %s', (tag, end, words) => {
    const ends = words.split(' ').map(word => [word, sentenceEnd(word, language(tag))])
    expect(ends).toEqual(words.split(' ').map(word => [word, end]))
  })
})
