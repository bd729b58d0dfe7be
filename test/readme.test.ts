import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { tilmash } from './commands/tilmash.ts'
import { sampleProject } from './workflow/sample-project.ts'

const root = new URL('..', import.meta.url).pathname
const readme = readFileSync(join(root, 'README.md'), 'utf8')

/** The `tilmash` lines of the shell blocks, comments left out. */
const commands = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)]
  .flatMap(match => (match[1] ?? '').split('\n'))
  .map(line => line.replace(/\s+#.*$/, '').trim())
  .filter(line => line.startsWith('tilmash '))

/** Words as a shell splits them; only double quotes occur. */
function words(line: string): readonly string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(match => match[1] ?? match[2] ?? '').slice(1)
}

it('has commands', () => {
  expect(commands.length).toBeGreaterThan(9)
})

it.each(commands)('README: %s', line => {
  const { root: folder } = sampleProject()
  cpSync(join(root, 'locales'), join(folder, 'locales'), { recursive: true })
  const { code, stderr } = tilmash(words(line), { folder })
  expect([code === 2, stderr]).toEqual([false, stderr])
  expect(stderr).not.toContain('Unexpected')
})

it('shows two commands that exist', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  expect(readme).toContain('npm ci && npm start')
  expect(readme).toContain('npm ci && npm test')
  expect([scripts.start, scripts.test].every(Boolean)).toBe(true)
})
