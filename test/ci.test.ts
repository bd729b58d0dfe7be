/** The recipes for continuous integration name options and reports that exist, and never put an input into a script. */

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { check } from '../src/commands/check.ts'
import { reporters } from '../src/reporters/index.ts'

const files = ['docs/ci.md', 'templates/tilmash.yml', 'action.yml', '.pre-commit-hooks.yaml']
const textOf = (file: string): string => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')

/** Lines that hand options to the command, with what `--yes` and `--save-dev` say to npm left out. */
function commandLines(text: string): readonly string[] {
  return text
    .split('\n')
    .filter(line => /tilmash (check|")|set -- |words\+?=\(/.test(line))
    .map(line => line.replace(/npx --yes|\| reviewdog.*/g, ''))
}

describe.each(files)('%s', file => {
  const lines = commandLines(textOf(file))

  it('calls the command', () => {
    expect(lines.length).toBeGreaterThan(0)
  })

  it('names options of the command only', () => {
    const known = new Set([...check.options.map(({ name }) => name), 'format', 'ui-language'])
    const used = lines.flatMap(line => [...line.matchAll(/--([a-z][a-z-]*)/g)].map(([, name = '']) => name))
    expect(used.filter(name => !known.has(name))).toEqual([])
  })

  it('names reports that exist', () => {
    const used = textOf(file).matchAll(/--report "?([a-z]+)=|--format ([a-z]+)/g)
    expect([...used].map(([, a, b]) => a ?? b ?? '').filter(name => !Object.hasOwn(reporters, name))).toEqual([])
  })
})

it('GitLab: inputs stand in variables and the stage only', () => {
  const lines = textOf('templates/tilmash.yml')
    .split('\n')
    .filter(line => line.includes('$[['))
  expect(lines.every(line => /^ +(?:stage|value|TILMASH_[A-Z_]+): \$\[\[ inputs\.[a-z-]+ \]\]$/.test(line))).toBe(true)
})

it('GitHub: inputs stand in environment variables only', () => {
  const lines = textOf('action.yml')
    .split('\n')
    .filter(line => line.includes('${{'))
  expect(lines.every(line => /^ +TILMASH_[A-Z_]+: \$\{\{ inputs\.[a-z-]+ \}\}$/.test(line))).toBe(true)
})
