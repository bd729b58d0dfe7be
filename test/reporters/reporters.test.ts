import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { parseXmlTree } from '../../src/formats/xml/index.ts'
import { type ReportFormat, reporters, reportPieces } from '../../src/reporters/index.ts'
import { displayWidth } from '../../src/text/width.ts'
import { findings, sampleReport } from './sample-report.ts'

// Proof: the keys of the registry are its formats.
const formats = Object.keys(reporters) as ReportFormat[]
const control = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/

describe.each(formats)('%s', format => {
  it('lets no control or bidi character of the data through', async () => {
    expect(control.test(reporters[format](await sampleReport()))).toBe(false)
  })

  it('shows the word diff of a changed source', async () => {
    const text = reporters[format](await sampleReport())
    expect(text).toMatch(/13.{0,30}14/s)
  })

  it('speaks the language of the user', async () => {
    const texts = await Promise.all(
      (['en', 'ru', 'kk'] as const).map(async language => reporters[format](await sampleReport({}, language))),
    )
    expect(new Set(texts).size).toBe(3)
  })

  it.skipIf(format === 'markdown')('comes in pieces no longer than what one finding takes', async () => {
    const many = Array.from({ length: 300 }, (_, i) =>
      findings.map(one => ({ ...one, unit: `${one.unit}-${i}` })),
    ).flat()
    const pieces = [...reportPieces[format](await sampleReport({ findings: many }))]
    expect(pieces.length).toBeGreaterThan(many.length / 3)
    // The page of HTML has its style at the head.
    expect(Math.max(...pieces.map(piece => piece.length))).toBeLessThan(5000)
  })

  it('says something useful when there is nothing to say', async () => {
    const text = reporters[format](await sampleReport({ findings: [] }))
    if (format === 'github') expect(text).toBe('')
    else expect(text.length).toBeGreaterThan(1)
  })
})

describe('json', () => {
  it.each(['json', 'sarif', 'gitlab', 'rdjson'] as const)('%s is one document', async format => {
    const text = reporters[format](await sampleReport())
    expect(() => JSON.parse(text)).not.toThrow()
  })

  it('jsonl has a document on each line, the summary last', async () => {
    const lines = reporters
      .jsonl(await sampleReport())
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(lines.map(line => line.rule ?? 'summary')).toEqual([
      'drift/source-changed',
      'completeness/missing-segment',
      'accuracy/negation',
      'summary',
    ])
  })
})

describe('sarif', () => {
  it('names each rule once, points into the files, and keeps fingerprints', async () => {
    const log = JSON.parse(reporters.sarif(await sampleReport()))
    const [run] = log.runs
    expect(log.version).toBe('2.1.0')
    expect(run.columnKind).toBe('utf16CodeUnits')
    expect(run.tool.driver.rules.map((rule: { id: string }) => rule.id)).toEqual([
      'accuracy/negation',
      'completeness/missing-segment',
      'drift/source-changed',
    ])
    for (const result of run.results) expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId)
    expect(run.results[0]).toMatchObject({
      level: 'error',
      partialFingerprints: { 'tilmash/v1': '0123456789abcdef' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'memory/ru.xlf', uriBaseId: '%SRCROOT%' },
            region: { startLine: 4, startColumn: 9, endLine: 4, endColumn: 20 },
          },
        },
      ],
    })
    expect(run.results[2].level).toBe('note')
  })
})

describe('xml reports', () => {
  it.each(['junit', 'checkstyle'] as const)('%s is well-formed whatever the data says', async format => {
    const text = reporters[format](await sampleReport())
    expect(() => parseXmlTree(text, { file: format })).not.toThrow()
    expect(text).not.toContain('<script>')
  })

  it('junit counts a case for each unit, and only errors and warnings fail', async () => {
    const text = reporters.junit(await sampleReport())
    expect(text).toContain('failures="2"')
    expect(text.match(/<testcase /g)).toHaveLength(3)
    expect(text.match(/<failure /g)).toHaveLength(2)
  })
})

describe('github', () => {
  it('has one command a line, and none from the data', async () => {
    const lines = reporters
      .github(await sampleReport())
      .trimEnd()
      .split('\n')
    expect(lines).toHaveLength(3)
    expect(lines.every(line => /^::(error|warning|notice) file=memory\/(ru\.xlf|en\.txt),/.test(line))).toBe(true)
  })
})

describe('markdown', () => {
  it('takes no markup, mention or table cell from the data', async () => {
    const row =
      reporters
        .markdown(await sampleReport())
        .split('\n')
        .find(line => line.includes('alert')) ?? ''
    expect(row.match(/(?<!\\)\|/g)).toHaveLength(5)
    expect(row).not.toMatch(/<script|@someone|\[a\]/)
  })
})

describe('html', () => {
  it('allows its own script only', async () => {
    const page = reporters.html(await sampleReport())
    const script = /<script>([\s\S]*?)<\/script>/.exec(page)?.[1] ?? ''
    const hash = createHash('sha256').update(script).digest('base64')
    expect(page).toContain(`script-src 'sha256-${hash}'`)
    expect(page.match(/<script>/g)).toHaveLength(1)
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  })

  it('has a language, a title and a label for each field', async () => {
    const page = reporters.html(await sampleReport({}, 'kk'))
    expect(page).toMatch(/<html lang="kk">/)
    expect(page.match(/<label>/g)).toHaveLength(4)
  })
})

describe('pretty', () => {
  it('puts the mark under the words it is about', async () => {
    const lines = reporters.pretty(await sampleReport()).split('\n')
    const marks = lines.findIndex(line => /^\s+~+$/.test(line))
    const text = lines[marks - 1] ?? ''
    const start = (lines[marks] ?? '').indexOf('~')
    expect(text.slice(start, start + 9)).toBe('Қалаларды')
    expect((lines[marks] ?? '').trim()).toHaveLength(9)
  })

  it('shows words that changed with signs where there is no colour', async () => {
    expect(reporters.pretty(await sampleReport())).toContain('grew from 3 to [-13-]{+14+} percent')
    expect(reporters.pretty(await sampleReport({ hasColor: true }))).toContain('\u001B[31;9m13')
  })

  it('keeps texts within the width', async () => {
    const long = findings.map(one => ({ ...one, unit: 'Could not open the file “%s” for writing: %s' }))
    const report = await sampleReport({ width: 40, findings: long })
    const texts = reporters
      .pretty(report)
      .split('\n')
      .filter(line => /^ {6}(?:[│┃]|\S+ · )/.test(line))
    expect(texts.some(line => line.includes(' · Could'))).toBe(true)
    expect(texts.length).toBeGreaterThan(0)
    expect(Math.max(...texts.map(displayWidth))).toBeLessThanOrEqual(40)
  })
})
