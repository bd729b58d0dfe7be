import { describe, expect, it } from 'vitest'
import { weekdayMentions } from '../../src/lexicon/weekdays.ts'
import { language } from '../../src/model/index.ts'

const found = (text: string, tag: string): (string | number)[][] =>
  weekdayMentions(text, language(tag)).map(({ text: word, day }) => [word, day])

describe('weekdayMentions', () => {
  it.each([
    [
      'en',
      'On Monday and Sundays, Wednesday’s vote',
      [
        ['Monday', 1],
        ['Sundays', 7],
        ['Wednesday’s', 3],
      ],
    ],
    [
      'ru',
      'В понедельник, в среду и по воскресеньям',
      [
        ['понедельник', 1],
        ['среду', 3],
        ['воскресеньям', 7],
      ],
    ],
    [
      'kk',
      'Дүйсенбіде, жұма күні, жексенбілік',
      [
        ['Дүйсенбіде', 1],
        ['жұма', 5],
        ['жексенбілік', 7],
      ],
    ],
    [
      'kk-Latn',
      'Düisenbıde, senbı',
      [
        ['Düisenbıde', 1],
        ['senbı', 6],
      ],
    ],
    ['is', 'mánudagur', []],
  ])('finds those of %s', (tag, text, expected) => {
    expect(found(text, tag)).toEqual(expected)
  })

  it.each([
    ['en', 'The sun sat on the mon.'],
    ['ru', 'Средний, средства, среди, четверть.'],
    ['kk', 'Жұмыс, сенімді, жұмақ.'],
  ])('finds none in %s: %s', (tag, text) => {
    expect(found(text, tag)).toEqual([])
  })
})
