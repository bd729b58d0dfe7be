import { expect, test } from 'vitest'
import { openMemory, ramEngine } from '../../src/memory/index.ts'
import { language, plainText, textContent } from '../../src/model/index.ts'

const en = language('en')
const ru = language('ru')
const kk = language('kk')

const unit = (id: string, texts: Record<string, string>, more = {}) => ({
  id,
  variants: Object.entries(texts).map(([tag, text]) => ({ language: language(tag), content: textContent(text) })),
  ...more,
})

test('finds exact before fuzzy, in both directions', async () => {
  const memory = await openMemory({ engine: ramEngine() })
  await memory.add([
    unit('a', { en: 'Open the file', ru: 'Откройте файл', kk: 'Файлды ашыңыз' }),
    unit('b', { en: 'Open the files', ru: 'Откройте файлы' }),
  ])
  const found = await memory.lookup('Open the file', { sourceLanguage: en, targetLanguage: ru })
  expect(found.map(match => [match.id, match.kind, match.score])).toEqual([
    ['a', 'exact', 1],
    ['b', 'fuzzy', (2 / 3 + 13 / 14) / 2],
  ])
  const back = await memory.lookup('Откройте файл', { sourceLanguage: ru, targetLanguage: kk })
  expect(back.map(match => plainText(match.target))).toEqual(['Файлды ашыңыз'])
})
