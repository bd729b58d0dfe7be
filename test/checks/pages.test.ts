import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checks } from '../../src/checks/index.ts'
import { loadMessages, uiLanguages } from '../../src/messages/index.ts'
import { Failure } from '../../src/model/index.ts'
import { rulePage } from '../../src/workflow/explain.ts'

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

/** Ids of rules as they stand in the source, in quotation marks of any kind, with or without a variant. */
function idsInSource(): readonly string[] {
  const families = 'convert|custom|drift|file|ignore|memory|merge|srx|tbx|tmx|xliff|xml'
  const found = new Set<string>()
  for (const entry of readdirSync(new URL('src/', root), { recursive: true, withFileTypes: true })) {
    if (!entry.name.endsWith('.ts')) continue
    const text = readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8')
    for (const [, id = ''] of text.matchAll(new RegExp(`['\`]((?:${families})/[a-z0-9][a-z0-9-]*)(?=[:'\`])`, 'g')))
      found.add(id)
  }
  return [...found].toSorted()
}

describe('explain', () => {
  it('knows every rule that stands in the source', async () => {
    const messages = await loadMessages('en')
    const ids = idsInSource()
    expect(ids.length).toBeGreaterThan(80)
    // Rules of the user's own share the page of their family.
    const unknown = ids.filter(id => {
      try {
        return !rulePage(id, messages).page.startsWith(`# ${id}\n`)
      } catch {
        return true
      }
    })
    expect(unknown).toEqual([])
  })

  it.each([...uiLanguages])('has a page in %s for every rule that has a sentence', async language => {
    const messages = await loadMessages(language)
    const rules = messages.rules()
    expect(rules).toEqual((await loadMessages('en')).rules())
    for (const id of rules) {
      const { description, page } = rulePage(id, messages)
      expect(description.id).toBe(id)
      expect(page.split('\n')[0]).toBe(`# ${id}`)
      // Something is said, and nothing is left of the templates.
      expect(page.length, id).toBeGreaterThan(id.length + 120)
      if (existsSync(new URL(`docs/rules/${id}.md`, root))) continue
      expect(page, id).not.toMatch(/\{\{|explain\./)
      if (language !== 'en') expect(page, id).toMatch(/[а-яё]{4}/i)
    }
  })

  it('makes a page of what a rule may say', async () => {
    const { description, page } = rulePage('tmx/duplicate-tuid', await loadMessages('ru'))
    expect(description.level).toBe('error')
    expect(page).toMatch(/^# tmx\/duplicate-tuid\n/)
    expect(page).toContain('TMX 1.4b')
    expect(page).toContain('- ')
    expect(rulePage('convert/elements', await loadMessages('kk')).description.level).toBe('warning')
    expect(rulePage('convert/comments', await loadMessages('kk')).description.level).toBe('info')
    expect(rulePage('merge/conflict', await loadMessages('en')).page).toContain('`tilmash merge`')
  })

  it.each(['tmx/duplicate-tuidd', '../package', 'nothing at all'])('does not know %s', async rule => {
    const messages = await loadMessages('en')
    expect(() => rulePage(rule, messages)).toThrow(Failure)
  })

  it('and the table of rules in the docs have the title of every rule', async () => {
    const messages = await loadMessages('en')
    const table = readFileSync(new URL('docs/checks.md', root), 'utf8')
    const rows = [...table.matchAll(/^\| \[([a-z]+\/[a-z-]+)\]\(rules\/\1\.md\) \| (.*?) \| (\w+) \|/gm)]
    expect(rows.map(([, id = '', title = '', level = '']) => [id, title, level])).toEqual(
      Object.entries(checks)
        .map(([id, { description }]) => [id, messages.ruleTitle(id), description.level])
        .toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)),
    )
  })
})
