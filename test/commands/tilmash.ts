/** Runs the command line as a user does, from the sources. */

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

const cli = new URL('../../src/cli.ts', import.meta.url).pathname

export interface Run {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly folder: string
  readonly input?: string
  readonly env?: Readonly<Record<string, string>>
}

export function tilmash(words: readonly string[], { folder, input = '', env = {} }: RunOptions): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...words], {
    cwd: folder,
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 29,
    env: { PATH: process.env.PATH ?? '', LANG: 'C', ...env },
  })
  return { code: status, stdout, stderr }
}

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tilmash-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
