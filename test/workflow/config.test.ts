import { describe, expect, it } from 'vitest'
import { Failure } from '../../src/model/index.ts'
import { readConfig } from '../../src/workflow/config.ts'

const start = '{\n  "sourceLanguage": "en",\n  "targetLanguages": ["ru", "kk"]'

function failure(text: string): { code: string; data: unknown; at: string } {
  try {
    readConfig(text, 'tilmash.config.json')
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return { code: error.code, data: error.data, at: `${error.place?.start.line}:${error.place?.start.column}` }
  }
  throw new RangeError('accepted')
}

describe('the configuration', () => {
  it('takes comments, a trailing comma and a byte order mark, and fills in what is not said', () => {
    const config = readConfig(`\uFEFF${start}, // two\n}`, 'tilmash.config.json')
    expect(config.values).toMatchObject({ documents: [], memories: [], terms: [], checks: {} })
    expect(config.targetLanguages).toEqual(['ru', 'kk'])
    expect(config.failOn).toBe('error')
  })

  it('takes rates of match bands', () => {
    const { values } = readConfig(`${start}, "analysis": { "rates": { "ice": 0.1, "95-99": 0.3 } } }`, 'c.json')
    expect(values.analysis).toEqual({ rates: { ice: 0.1, '95-99': 0.3 } })
  })

  it.each([
    ['a misspelt key', `${start},\n  "docments": []\n}`, 'config.unknown-key-guess', '4:3'],
    ['a key nobody knows', `${start},\n  "colour": "red"\n}`, 'config.unknown-key', '4:3'],
    ['__proto__', `${start},\n  "__proto__": {}\n}`, 'config.unknown-key', '4:3'],
    [
      'a key inside a memory',
      `${start},\n  "memories": [{ "path": "a.tmx", "penality": 0 }]\n}`,
      'config.unknown-key-guess',
      '4:35',
    ],
    [
      'a penalty over one',
      `${start},\n  "memories": [{ "path": "a.tmx", "penalty": 7 }]\n}`,
      'config.wrong-value',
      '4:46',
    ],
    [
      'a level nobody knows',
      `${start},\n  "checks": { "rules": { "numbers/mismatch": { "level": "fatal" } } }\n}`,
      'config.wrong-value',
      '4:57',
    ],
    [
      'a band nobody knows',
      `${start},\n  "analysis": { "rates": { "95-98": 1 } }\n}`,
      'config.unknown-key-guess',
      '4:28',
    ],
    ['a rate below nothing', `${start},\n  "analysis": { "rates": { "new": -1 } }\n}`, 'config.wrong-value', '4:35'],
    [
      'an ignore without a reason',
      `${start},\n  "checks": { "ignore": [{ "rule": "numbers/*" }] }\n}`,
      'config.missing-key',
      '4:26',
    ],
    [
      'a pattern without a language',
      `${start},\n  "documents": [{ "source": "en.txt", "xliff": "ru.xlf" }]\n}`,
      'config.wrong-value',
      '4:48',
    ],
    [
      'a tag that is none',
      '{\n  "sourceLanguage": "xx_",\n  "targetLanguages": ["ru"]\n}',
      'language.invalid-tag',
      '2:21',
    ],
    ['a missing language', '{\n  "targetLanguages": ["ru"]\n}', 'config.missing-key', '1:1'],
    ['no languages', '{ "sourceLanguage": "en", "targetLanguages": [] }', 'config.wrong-value', '1:46'],
    ['the same key twice', `${start},\n  "sourceLanguage": "de"\n}`, 'json.duplicate-key', '4:3'],
    ['a list', '[]', 'config.not-an-object', '1:1'],
    ['nothing', ' \n', 'json.empty', '1:1'],
  ])('refuses %s with its place', (_, text, code, at) => {
    expect(failure(text)).toMatchObject({ code, at })
  })
})
