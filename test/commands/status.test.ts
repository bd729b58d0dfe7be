import { describe, expect, it } from 'vitest'
import { sampleProject } from '../workflow/sample-project.ts'
import { tilmash } from './tilmash.ts'

describe('tilmash status', () => {
  it('gives the match bands as rows for a spreadsheet, a row for each document, language and band', () => {
    const { root } = sampleProject()
    const { code, stdout } = tilmash(['status', '--analyze', '--format', 'csv', '--ui-language', 'kk'], {
      folder: root,
    })
    const rows = stdout
      .trimEnd()
      .split('\r\n')
      .map(row => row.split(','))
    expect(code).toBe(0)
    expect(rows[0]).toEqual(['document', 'language', 'band', 'segments', 'words', 'characters', 'weightedWords'])
    expect(rows).toHaveLength(1 + 2 * 8)
    expect(rows.slice(1).every(row => row.slice(3).every(cell => Number.isFinite(Number(cell))))).toBe(true)
  })

  it('gives the progress as rows', () => {
    const { stdout } = tilmash(['status', '--format', 'csv'], { folder: sampleProject().root })
    expect(stdout.split('\r\n')[0]).toBe(
      'document,language,units,segments,words,initial,translated,reviewed,final,empty',
    )
    expect(stdout.split('\r\n')).toHaveLength(1 + 2 + 1)
  })

  it('weighs words by the rates of the project', () => {
    const free = Object.fromEntries(
      ['ice', 'repetitions', 'exact', '95-99', '85-94', '75-84', '50-74', 'new'].map(band => [band, 0]),
    )
    const { root, write, read } = sampleProject()
    write(
      'tilmash.config.json',
      read('tilmash.config.json').replace('{', `{ "analysis": ${JSON.stringify({ rates: free })},`),
    )
    const { stdout } = tilmash(['status', '--analyze', '--format', 'json'], { folder: root })
    expect(JSON.parse(stdout).documents[0].total).toMatchObject({ weightedWords: 0, words: expect.any(Number) })
  })
})
