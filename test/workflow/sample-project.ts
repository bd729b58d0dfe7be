/** A copy of the sample project in a temporary folder, and short ways to edit and check it. */

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Finding } from '../../src/model/index.ts'
import { checkProject } from '../../src/workflow/check-project.ts'
import { openProject, workingTree } from '../../src/workflow/project.ts'
import { type SyncOptions, type SyncResult, syncProject } from '../../src/workflow/sync.ts'

const repository = new URL('../..', import.meta.url).pathname

export interface SampleProject {
  readonly root: string
  read(path: string): string
  /** Replaces the only occurrence of a text in a file of `memory/statement`. */
  replace(name: string, from: string, to: string): void
  write(path: string, text: string): void
  sync(options?: Partial<SyncOptions>): Promise<SyncResult>
  check(): readonly Finding[]
  /** Findings of the rules that hold source, files and texts against each other. */
  drift(): readonly Finding[]
}

const sourceWas = (base: string): string => `Source was: ${base}`

export function sampleProject(): SampleProject {
  const root = mkdtempSync(join(tmpdir(), 'tilmash-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  cpSync(join(repository, 'memory'), join(root, 'memory'), { recursive: true })
  cpSync(join(repository, 'tilmash.config.json'), join(root, 'tilmash.config.json'))
  const read = (path: string): string => readFileSync(join(root, path), 'utf8')
  const write = (path: string, text: string): void => {
    rmSync(join(root, path), { force: true })
    writeFileSync(join(root, path), text)
  }
  const check = (): readonly Finding[] => {
    const project = openProject(root)
    return checkProject(project, { read: workingTree(project), sourceWas }).findings
  }
  return {
    root,
    read,
    write,
    check,
    replace: (name, from, to) => {
      const path = `memory/statement/${name}`
      const parts = read(path).split(from)
      if (parts.length !== 2) throw new RangeError(`“${from}” stands ${parts.length - 1} times in ${name}`)
      write(path, parts.join(to))
    },
    sync: options => syncProject(openProject(root), { sourceWas, ...options }),
    drift: () => check().filter(({ rule }) => driftRules.has(rule)),
  }
}

const driftRules = new Set([
  'drift/source-changed',
  'drift/target-changed',
  'drift/memory',
  'drift/across-languages',
  'completeness/missing-segment',
  'completeness/extra-segment',
  'completeness/empty-target',
])

/** `rule language` of each finding, for short expectations. */
export function names(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ rule, language }) => `${rule} ${language}`).sort()
}
