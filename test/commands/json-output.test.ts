import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { sampleProject } from '../workflow/sample-project.ts'
import { temporaryFolder, tilmash } from './tilmash.ts'

const schemas = new URL('../../schemas/', import.meta.url).pathname

/** What the schema has against the value; empty when nothing. */
function faults(schema: string, value: unknown): readonly string[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  const validate = ajv.compile(JSON.parse(readFileSync(join(schemas, `${schema}.schema.json`), 'utf8')))
  return validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

const inProject: readonly (readonly [string, readonly string[]])[] = [
  ['check', ['check', '--fail-on', 'never']],
  ['check', ['run', '--fail-on', 'never']],
  ['check', ['validate', 'memory/statement/ru.xlf', 'memory/memory.tmx', 'memory/terms.tbx']],
  ['check', ['memory', 'check', '--fail-on', 'never']],
  ['segment', ['segment', 'memory/statement/kk.txt', '--language', 'kk', '--explain']],
  [
    'align',
    [
      'align',
      'memory/statement/en.txt',
      'memory/statement/ru.txt',
      '--source-language',
      'en',
      '--target-language',
      'ru',
    ],
  ],
  ['sync', ['sync']],
  ['status', ['status', '--analyze']],
  ['search', ['memory', 'search', 'протест', '--language', 'ru']],
  ['stats', ['memory', 'stats']],
  ['leverage', ['leverage']],
  ['convert', ['convert', 'memory/statement/ru.xlf', 'ru.tmx']],
  ['export', ['export', 'memory/statement/en.txt', '--language', 'kk', '--to', 'text', '-o', 'kk.txt']],
  ['memory-export', ['memory', 'export', '-o', 'all.tmx']],
  ['explain', ['explain', 'state/required', '--ui-language', 'kk']],
]

describe('JSON output keeps its published schema', () => {
  it.each(inProject)('%s: tilmash %j', (schema, words) => {
    const { code, stdout, stderr } = tilmash([...words, '--format', 'json'], { folder: sampleProject().root })
    expect([code, stderr]).toEqual([0, ''])
    expect(faults(schema, JSON.parse(stdout))).toEqual([])
  })

  it('lookup: a line for each query, also when nothing matches', () => {
    const { stdout } = tilmash(['memory', 'lookup', '--target-language', 'kk', '--format', 'json'], {
      folder: sampleProject().root,
      input: 'A wave of marauding swept the cities.\nXyzzy plugh.\n',
    })
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(lines.map(line => faults('lookup', line))).toEqual([[], []])
    expect(lines.map(line => line.matches.length > 0)).toEqual([true, false])
    expect(lines[0].matches[0]).toMatchObject({
      kind: 'exact',
      base: 1,
      target: 'Қалаларды мародерлік толқыны шарпыды.',
    })
  })

  it('edit, init, memory import', () => {
    const { root } = sampleProject()
    const xliff = readFileSync(join(root, 'memory/statement/ru.xlf'), 'utf8')
    const unit = /<unit id="([^"]+)"/.exec(xliff)?.[1] ?? ''
    const edit = tilmash(
      ['edit', 'memory/statement/ru.xlf', '--unit', unit, '--state', 'reviewed', '--format', 'json'],
      { folder: root },
    )
    expect(faults('edit', JSON.parse(edit.stdout))).toEqual([])
    const empty = temporaryFolder()
    const init = tilmash(['init', '--format', 'json'], { folder: empty })
    expect(faults('init', JSON.parse(init.stdout))).toEqual([])
    const imported = tilmash(
      ['memory', 'import', join(root, 'memory/memory.tmx'), '--memory', 'new.tmdb', '--format', 'json'],
      { folder: empty },
    )
    expect(faults('import', JSON.parse(imported.stdout))).toEqual([])
  })

  it('config: the project and what init writes keep the schema of the config', () => {
    const { root } = sampleProject()
    expect(faults('config', JSON.parse(readFileSync(join(root, 'tilmash.config.json'), 'utf8')))).toEqual([])
    const folder = temporaryFolder()
    tilmash(['init', '--ui-language', 'ru'], { folder })
    const again = tilmash(['init'], { folder })
    expect(again.stdout).toContain('left as it is: tilmash.config.json')
    const run = tilmash(['run', '--format', 'json'], { folder })
    expect([run.code, JSON.parse(run.stdout).findings]).toEqual([0, []])
  })

  it('is one document with exit code 1, and the findings say where', () => {
    const project = sampleProject()
    project.replace('en.txt', 'from 3 to 13 percent', 'from 3 to 14 percent')
    const { code, stdout } = tilmash(['check', '--only', 'drift/source-changed', '--format', 'json'], {
      folder: project.root,
    })
    const { findings, summary } = JSON.parse(stdout)
    expect(code).toBe(1)
    expect(summary.error).toBe(2)
    expect(findings[0]).toMatchObject({ rule: 'drift/source-changed', file: 'memory/statement/kk.xlf', language: 'kk' })
  })
})
