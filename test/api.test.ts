import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, expectTypeOf, it } from 'vitest'
import * as api from '../src/index.ts'

const source = new URL('../src/', import.meta.url).pathname

interface Export {
  readonly name: string
  readonly file: string
}

/** Names a module gives, followed through re-exports to the file that defines them. */
function exportsOf(file: string): readonly Export[] {
  const text = readFileSync(file, 'utf8')
  const found: Export[] = []
  for (const [, list = '', from = ''] of text.matchAll(/export (?:type )?\{([^}]*)\} from '([^']+)'/g)) {
    const target = exportsOf(join(dirname(file), from))
    for (const word of list.split(',')) {
      const [name = ''] = word
        .replace(/\btype\b/, '')
        .trim()
        .split(/\s+as\s+/)
      const origin = target.find(each => each.name === name)
      if (origin !== undefined) found.push(origin)
    }
  }
  for (const [, from = ''] of text.matchAll(/export \* from '([^']+)'/g))
    found.push(...exportsOf(join(dirname(file), from)))
  for (const [, name = ''] of text.matchAll(
    /^export (?:declare )?(?:async )?(?:function\*?|const|interface|type|class) (\w+)/gm,
  )) {
    found.push({ name, file })
  }
  return found
}

function isDocumented({ name, file }: Export): boolean {
  const lines = readFileSync(file, 'utf8').split('\n')
  const at = lines.findIndex(line =>
    new RegExp(`^export (?:async )?(?:function\\*?|const|interface|type|class) ${name}\\b`).test(line),
  )
  return at > 0 && /\*\/\s*$/.test(lines[at - 1] ?? '')
}

describe('the public API', () => {
  it('says of every export what it is', () => {
    const all = exportsOf(join(source, 'index.ts'))
    expect(all.length).toBeGreaterThan(60)
    expect(all.every(({ file }) => existsSync(file))).toBe(true)
    expect(
      all.filter(each => !isDocumented(each)).map(({ name, file }) => `${file.slice(source.length)} ${name}`),
    ).toEqual([])
  })

  it('does what its documentation shows', () => {
    const sentences = api.segment('Первая фраза. Вторая, т. е. последняя.', { language: api.language('ru') })
    expect(sentences.map(({ text }) => text)).toEqual(['Первая фраза.', 'Вторая, т. е. последняя.'])
    const { beads } = api.align(['One.', 'Two.'], ['Бір.', 'Екі.'], {
      sourceLanguage: api.language('en'),
      targetLanguage: api.language('kk'),
    })
    expect(beads.map(({ source: from, target }) => [from.from, target.from])).toEqual([
      [0, 0],
      [1, 1],
    ])
  })

  it('keeps its types', () => {
    expectTypeOf(api.language).returns.toEqualTypeOf<api.Language>()
    expectTypeOf<string>().not.toExtend<api.Language>()
    expectTypeOf<api.Bitext['beads'][number]['confidence']>().toEqualTypeOf<number>()
    expectTypeOf<api.Finding>().toHaveProperty('fingerprint')
    expectTypeOf(api.reporters).toHaveProperty('sarif')
    // @ts-expect-error: a tag must be checked by `language` first.
    expect(() => api.segment('x', { language: 'en' })).not.toThrow()
  })
})
