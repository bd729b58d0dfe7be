import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classifyRevision } from '../../src/lexicon/revision.ts'
import { language } from '../../src/model/index.ts'

const ru = 'В 2011 году в Жанаозене погибли 16 человек, и власти молчали.'
const kk = '2011 жылы қазанда Жаңаөзенде 16 адам қаза тапты, билік үндемеді.'
const en = 'In June the authorities of Aktobe did not answer the people.'

describe('classifyRevision', () => {
  it.each([
    ['ru', ru, ru, 'none'],
    ['ru', ru, ru.replace(', и', ' – и'), 'punctuation'],
    ['ru', 'Ещё «раз».', 'Еще “раз”.', 'punctuation'],
    ['ru', ru, ru.replace('16', '18'), 'number'],
    ['ru', ru, ru.replace('Жанаозене', 'Караганде'), 'name'],
    ['ru', ru, ru.replace('молчали', 'не молчали'), 'negation'],
    ['ru', ru, 'В 2011 году в Жанаозене погибли 16 человек.', 'shortened'],
    ['ru', ru, ru.replace('.', ', как и прежде, ничего никому.'), 'extended'],
    ['ru', ru, ru.replace('молчали', 'лгали'), 'wording'],
    ['ru', ru, 'In 2011, 16 people died in Zhanaozen.', 'language'],
    ['ru', 'Придут в среду?', 'Придут в среду.', 'wording'],
    ['ru', 'Придут в среду.', 'Придут в пятницу.', 'date'],
    ['ru', 'Было −5 градусов.', 'Было 5 градусов.', 'wording'],
    ['ru', 'Это стоило $5.', 'Это стоило €5.', 'wording'],
    ['ru', 'Это 5—6 часов.', 'Это 5–6 часов.', 'punctuation'],
    ['kk', kk, kk.replace('16', '18'), 'number'],
    ['kk', kk, kk.replace('қазанда', 'наурызда'), 'date'],
    ['kk', kk, kk.replace('үндемеді', 'сөйледі'), 'negation'],
    ['kk', kk, kk.replace('Жаңаөзенде', 'Атырауда'), 'name'],
    ['en', en, en.replace('June', 'July'), 'date'],
    ['en', en, en.replace('not ', ''), 'negation'],
    ['en', en, en.replace('Aktobe', 'Aktau'), 'name'],
    ['en', 'They may come.', 'They might come.', 'wording'],
  ])('%s: “%s” → “%s” is %s', (tag, before, after, kind) => {
    expect(classifyRevision(before, after, language(tag)).kind).toBe(kind)
  })

  it('calls only equal words harmless', () => {
    expect(classifyRevision(ru, ru, language('ru')).isHarmless).toBe(true)
    expect(classifyRevision(ru, ru.replaceAll(' ', '  '), language('ru')).isHarmless).toBe(true)
    expect(classifyRevision(ru, ru.replace('молчали', 'лгали'), language('ru')).isHarmless).toBe(false)
  })

  it('finds a text equal to itself, and takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        expect(classifyRevision(a, a, language('kk')).kind).toBe('none')
        expect(classifyRevision(a, b, language('kk')).kind === 'none').toBe(a === b)
      }),
    )
  })
})
