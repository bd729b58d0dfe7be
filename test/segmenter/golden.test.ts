import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { language } from '../../src/model/index.ts'
import { segment } from '../../src/segmenter/index.ts'
import { english, englishFailures } from './cases/en.ts'
import { kazakh, kazakhFailures } from './cases/kk.ts'
import { russian, russianFailures } from './cases/ru.ts'

const lists = [
  ['en', english, englishFailures],
  ['ru', russian, russianFailures],
  ['kk', kazakh, kazakhFailures],
] as const

for (const [tag, cases, failures] of lists) {
  describe(`cuts sentences of ${tag} as a careful reader does`, () => {
    it.each(cases)('%s', marked => {
      const wanted = marked.split(' | ').map(sentence => sentence.trim())
      const text = marked.replaceAll(' | ', ' ')
      expect(segment(text, { language: language(tag) }).map(sentence => sentence.text)).toEqual(wanted)
    })

    for (const marked of failures) {
      it.fails(`known failure: ${marked}`, () => {
        const wanted = marked.split(' | ')
        const found = segment(marked.replaceAll(' | ', ' '), { language: language(tag) })
        expect(found.map(sentence => sentence.text)).toEqual(wanted)
      })
    }

    it('has at least sixty cases', () => {
      expect(cases.length).toBeGreaterThanOrEqual(60)
    })
  })
}

describe.each(['en', 'ru', 'kk'])('the statement in %s', tag => {
  const gold = new URL(`../gold/statement/${tag}.sentences.txt`, import.meta.url)

  it.runIf(existsSync(gold))('is cut exactly as the gold says', () => {
    const text = readFileSync(new URL(`../../memory/statement/${tag}.txt`, import.meta.url), 'utf8')
    const wanted = readFileSync(gold, 'utf8')
      .split('\n')
      .filter(line => line !== '')
    expect(segment(text, { language: language(tag) }).map(sentence => sentence.text)).toEqual(wanted)
  })
})
