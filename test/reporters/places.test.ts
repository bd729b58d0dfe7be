/** Where reports say a finding is, and what they offer to put there. */

import { describe, expect, it } from 'vitest'
import { type Finding, language } from '../../src/model/index.ts'
import { reporters } from '../../src/reporters/index.ts'
import { sampleReport } from './sample-report.ts'

/** `Сәлем  әлем` in line 3: two blanks where one is meant, from the sixth unit on. */
function doubled(change: Partial<Finding> = {}): Finding {
  return {
    rule: 'spacing/double',
    level: 'warning',
    place: { file: 'kk.po', start: { line: 3, column: 14 }, end: { line: 3, column: 16 } },
    unit: 'Hello world',
    segment: 's1',
    language: language('kk'),
    data: { blanks: 2 },
    related: [],
    fingerprint: '0123456789abcdef',
    source: 'Hello world',
    target: 'Сәлем  әлем',
    side: 'target',
    start: 5,
    end: 7,
    fix: { side: 'target', start: 5, end: 7, text: ' ', safe: true },
    ...change,
  }
}

const line = 'msgstr "Сәлем  әлем"'

async function sarifResult(finding: Finding, change = {}): Promise<Record<string, unknown>> {
  const log = JSON.parse(reporters.sarif(await sampleReport({ findings: [finding], ...change })))
  return log.runs[0].results[0]
}

async function diagnostic(finding: Finding, change = {}): Promise<Record<string, unknown>> {
  const report = await sampleReport({ findings: [finding], lineOf: () => line, ...change })
  return JSON.parse(reporters.rdjson(report)).diagnostics[0]
}

describe('paths', () => {
  const repositoryPath = (file: string): string => `site/${file}`

  it.each(['sarif', 'gitlab', 'github', 'rdjson'] as const)(
    '%s names files from the root of the repository',
    async format => {
      expect(reporters[format](await sampleReport({ findings: [doubled()], repositoryPath }))).toContain('site/kk.po')
    },
  )

  it('has no ./ and no backslashes where a code host reads it', async () => {
    const place = { ...doubled().place, file: './po\\kk.po' }
    const [issue] = JSON.parse(reporters.gitlab(await sampleReport({ findings: [doubled({ place })] })))
    expect(issue.location.path).toBe('po/kk.po')
  })

  it.each([
    ['/home/me/kk.po', 'file:///home/me/kk.po'],
    ['C:\\texts\\kk.po', 'file:///C:/texts/kk.po'],
  ])('gives %s to SARIF as a whole URI, with no base', async (file, uri) => {
    const result = await sarifResult(doubled({ place: { ...doubled().place, file } }))
    expect(result).toMatchObject({ locations: [{ physicalLocation: { artifactLocation: { uri } } }] })
    expect(JSON.stringify(result)).not.toContain('uriBaseId')
  })
})

describe('offered repairs', () => {
  it('stand in SARIF as a replacement of the very place', async () => {
    expect(await sarifResult(doubled())).toMatchObject({
      fixes: [
        {
          artifactChanges: [
            {
              artifactLocation: { uri: 'kk.po' },
              replacements: [{ deletedRegion: { startColumn: 14, endColumn: 16 }, insertedContent: { text: ' ' } }],
            },
          ],
        },
      ],
    })
  })

  it('are counted in bytes for reviewdog', async () => {
    // Five Kazakh letters before the blanks take ten bytes.
    const range = { start: { line: 3, column: 19 }, end: { line: 3, column: 21 } }
    expect(await diagnostic(doubled())).toMatchObject({ location: { range }, suggestions: [{ range, text: ' ' }] })
  })

  it('are not offered to reviewdog when the line cannot be seen', async () => {
    const told = await diagnostic(doubled(), { lineOf: undefined })
    expect(told).toMatchObject({ location: { range: { start: { line: 3 }, end: { line: 3 } } } })
    expect(told).not.toHaveProperty('suggestions')
  })

  it.each<[string, Partial<Finding>]>([
    ['it may change the meaning', { fix: { side: 'target', start: 5, end: 7, text: ' ', safe: false } }],
    ['the place is another one', { fix: { side: 'target', start: 0, end: 7, text: 'Сәлем ', safe: true } }],
    ['the file writes the text otherwise', { place: { ...doubled().place, end: { line: 3, column: 21 } } }],
    ['it needs quoting', { fix: { side: 'target', start: 5, end: 7, text: '"', safe: true } }],
  ])('are held back when %s', async (_, change) => {
    expect(await sarifResult(doubled(change))).not.toHaveProperty('fixes')
    expect(await diagnostic(doubled(change))).not.toHaveProperty('suggestions')
  })

  it('are escaped in XML', async () => {
    const change = {
      place: { ...doubled().place, file: 'kk.xlf' },
      fix: { side: 'target' as const, start: 5, end: 7, text: '<&', safe: true },
    }
    expect(await diagnostic(doubled(change))).toMatchObject({ suggestions: [{ text: '&lt;&amp;' }] })
  })
})

describe('rules in SARIF', () => {
  it('bring their page: what it finds and why, and the whole as help', async () => {
    const page =
      '# spacing/double\n\nSeveral blanks.\n\n| level |\n|---|\n| warning |\n\nThey show\nin print.\n\n## Wrong\n'
    const report = await sampleReport({ findings: [doubled()], rulePage: () => page })
    const [rule] = JSON.parse(reporters.sarif(report)).runs[0].tool.driver.rules
    expect(rule.fullDescription.text).toBe('Several blanks. They show in print.')
    expect(rule.help.markdown).toBe(page)
  })
})
