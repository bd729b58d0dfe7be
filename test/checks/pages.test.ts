import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checks } from '../../src/checks/index.ts'
import { loadMessages, uiLanguages } from '../../src/messages/index.ts'

const root = new URL('../../', import.meta.url)

function sentences(language: string): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(
      JSON.parse(readFileSync(new URL(`locales/${language}/rules.json`, root), 'utf8')) as Record<string, string>,
    ),
  )
}

/** Source of the file a rule stands in, found by its id. */
function sourceOf(id: string): string {
  const [family = ''] = id.split('/')
  const folder = new URL(`src/checks/${family}/`, root)
  for (const name of readdirSync(folder)) {
    const text = readFileSync(new URL(name, folder), 'utf8')
    if (text.includes(`id: '${id}'`)) return text
  }
  throw new Error(`no file for ${id}`)
}

/** Message keys a rule may use: its variants, and its id where a finding may come without one. */
function keysOf(id: string): readonly string[] {
  const variants = [...sourceOf(id).matchAll(/variant: '([\w-]+)'/g)].map(match => `${id}:${match[1]}`)
  return variants.length > 0 ? variants : [id]
}

/** A variant chosen at run time has its sentence under some key of the rule. */
function hasSentence(known: ReadonlyMap<string, string>, key: string): boolean {
  return !key.includes(':') && [...known.keys()].some(other => other.startsWith(`${key}:`) && other !== `${key}:title`)
}

describe('every rule', () => {
  it.each(Object.keys(checks))('%s has a page in each language', id => {
    for (const suffix of ['', '.ru', '.kk']) {
      const page = new URL(`docs/rules/${id}${suffix}.md`, root)
      expect(existsSync(page), page.pathname).toBe(true)
      const text = readFileSync(page, 'utf8')
      expect(text.startsWith(`# ${id}\n`)).toBe(true)
      expect(text.split('\n').length).toBeLessThanOrEqual(42)
    }
  })

  it.each([...uiLanguages])('has its sentences and a title in %s', language => {
    const known = sentences(language)
    const missing = Object.values(checks).flatMap(({ description, scope }) => {
      const wanted = scope === 'project' ? [] : keysOf(description.id)
      return [`${description.id}:title`, ...wanted].filter(key => !known.has(key) && !hasSentence(known, key))
    })
    expect(missing).toEqual([])
  })

  it('says the same values in every language', () => {
    const values = (text: string): readonly string[] =>
      [...text.matchAll(/\{\{(\w+)\}\}/g)].map(match => match[1] ?? '').sort()
    const english = sentences('en')
    for (const language of ['ru', 'kk']) {
      for (const [key, text] of sentences(language)) expect(values(text), key).toEqual(values(english.get(key) ?? ''))
    }
  })

  it('is rendered by the messages', async () => {
    const messages = await loadMessages('kk')
    expect(messages.finding({ rule: 'numbers/mismatch', data: { expected: '70', found: '40' } })).toBe(
      'Түпнұсқада 70, аудармада 40.',
    )
    expect(messages.ruleTitle('numbers/mismatch')).toBe('Басқа сан')
  })
})
