import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { i18nextToXliff, xliffToI18next } from '../../src/formats/i18next/index.ts'
import { validateXliff } from '../../src/formats/xliff/index.ts'

const root = new URL('../../locales', import.meta.url).pathname

function catalogue(language: string, namespace: string): { readonly file: string; readonly bytes: Uint8Array } {
  const file = join(root, language, `${namespace}.json`)
  return { file, bytes: readFileSync(file) }
}

function values(bytes: Uint8Array | undefined): Readonly<Record<string, string>> {
  return JSON.parse(new TextDecoder().decode(bytes))
}

/** Keys both languages have: plural forms of Russian that English does not know travel in files of their own. */
function common(language: string, namespace: string): { readonly source: Uint8Array; readonly target: Uint8Array } {
  const source = values(catalogue('en', namespace).bytes)
  const target = values(catalogue(language, namespace).bytes)
  const keys = Object.keys(source).filter(key => Object.hasOwn(target, key))
  const pick = (from: Readonly<Record<string, string>>): Uint8Array =>
    new TextEncoder().encode(JSON.stringify(Object.fromEntries(keys.map(key => [key, from[key]]))))
  return { source: pick(source), target: pick(target) }
}

describe('our own sentences as XLIFF for a translator', () => {
  it.each(
    ['ru', 'kk'].flatMap(language =>
      ['cli', 'report', 'errors', 'rules', 'formats'].map(namespace => [language, namespace]),
    ),
  )('%s %s: valid, and the same when they come back', (language = '', namespace = '') => {
    const { source, target } = common(language, namespace)
    const xliff = i18nextToXliff(
      { file: 'en.json', bytes: source },
      { file: `${language}.json`, bytes: target },
      { version: '1.2', sourceLanguage: 'en', targetLanguage: language, namespace },
    )
    expect(validateXliff(xliff, { file: 'x.xlf' }).filter(({ level }) => level === 'error')).toEqual([])
    const back = xliffToI18next(xliff, { file: 'x.xlf' })
    expect(values(back.source)).toEqual(values(source))
    expect(values(back.target)).toEqual(values(target))
  })
})
