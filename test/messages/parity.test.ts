import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { uiLanguageFrom, uiLanguages } from '../../src/messages/index.ts'

const root = new URL('../..', import.meta.url).pathname
const namespaces = ['cli', 'errors', 'formats', 'report', 'rules'] as const

function sentences(language: string, namespace: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(join(root, 'locales', language, `${namespace}.json`), 'utf8'))
}

/** Plural forms a language needs, whole numbers only. */
function pluralForms(language: string): readonly string[] {
  const rules = new Intl.PluralRules(language)
  return [...new Set([...Array.from({ length: 200 }, (_, n) => rules.select(n)), 'other'])].sort()
}

const plural = /_(zero|one|two|few|many|other)$/
const baseOf = (key: string): string => key.replace(plural, '')
const isPlural = (keys: readonly string[], key: string): boolean =>
  plural.test(key) && keys.includes(`${baseOf(key)}_other`)
const variablesOf = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(match => match[1] ?? ''))].sort()

describe.each(namespaces)('sentences of %s', namespace => {
  const english = sentences('en', namespace)
  const englishKeys = Object.keys(english)

  it.each(['ru', 'kk'])('has the same sentences in %s as in English', language => {
    const keys = [...new Set(Object.keys(sentences(language, namespace)).map(baseOf))].sort()
    expect(keys).toEqual([...new Set(englishKeys.map(baseOf))].sort())
  })

  it.each(uiLanguages)('has every plural form in %s', language => {
    const keys = Object.keys(sentences(language, namespace))
    const counted = [...new Set(keys.filter(key => isPlural(keys, key)).map(baseOf))]
    for (const base of counted) {
      const forms = keys.filter(key => baseOf(key) === base && key !== base).map(key => plural.exec(key)?.[1] ?? '')
      expect([base, ...forms.sort()]).toEqual([base, ...pluralForms(language)])
    }
  })

  it.each(['ru', 'kk'])('has the same variables in %s as in English', language => {
    for (const [key, text] of Object.entries(sentences(language, namespace))) {
      const original = english[key] ?? english[`${baseOf(key)}_other`] ?? ''
      expect([key, ...variablesOf(text)]).toEqual([key, ...variablesOf(original)])
    }
  })

  it.each(uiLanguages)('is sorted and has no empty sentence in %s', language => {
    const entries = Object.entries(sentences(language, namespace))
    expect(entries.filter(([, text]) => text.trim() === '')).toEqual([])
    expect(entries.map(([key]) => key)).toEqual(entries.map(([key]) => key).toSorted())
  })

  it('is written in Cyrillic in Russian and Kazakh', () => {
    for (const language of ['ru', 'kk']) {
      const latin = Object.entries(sentences(language, namespace)).filter(
        ([, text]) => !/\p{Script=Cyrillic}/u.test(text),
      )
      expect([language, ...latin.map(([key]) => key)]).toEqual([language])
    }
  })
})

describe('codes of failures', () => {
  it('have a sentence each, and no sentence is without a code', () => {
    const known = Object.keys(sentences('en', 'errors'))
    const code = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.ts'))
      .map(name => readFileSync(join(root, 'src', name), 'utf8'))
      .join('\n')
    const thrown = [...code.matchAll(/new Failure\(\s*'([a-z0-9.-]+)'/g)].map(match => match[1] ?? '')
    expect([...new Set(thrown)].filter(each => !known.includes(each))).toEqual([])
  })
})

describe('the UI language', () => {
  it.each([
    [{ LANG: 'ru_RU.UTF-8' }, 'ru'],
    [{ LC_ALL: 'kk_KZ.UTF-8', LANG: 'ru_RU.UTF-8' }, 'kk'],
    [{ LANG: 'C' }, 'en'],
    [{ LC_ALL: 'POSIX', LANG: 'ru_RU.UTF-8' }, 'en'],
    [{ LANG: 'de_DE.UTF-8' }, 'en'],
    [{}, 'en'],
  ])('of %o is %s', (environment, language) => {
    expect(uiLanguageFrom(environment)).toBe(language)
  })
})
