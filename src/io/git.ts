/** What git knows of the files: their content at a commit or in the index. Nothing else is asked of it. */

import { execFileSync } from 'node:child_process'
import { relative, sep } from 'node:path'
import { Failure } from '../model/index.ts'

/** Reads files as git has them. Undefined: the file was not there then. */
export interface GitSnapshot {
  read(absolutePath: string): Uint8Array | undefined
}

/**
 * The files as of a commit, or of the index (`--staged`) when `ref` is undefined.
 * @throws Failure `git.not-a-repository`, `git.unknown-ref` (also in a shallow clone).
 */
export function gitSnapshot(folder: string, ref: string | undefined): GitSnapshot {
  const root = run(folder, ['rev-parse', '--show-toplevel'], 'git.not-a-repository').toString('utf8').trimEnd()
  const commit = ref === undefined ? '' : resolveCommit(folder, ref)
  return {
    read(absolutePath) {
      const path = relative(root, absolutePath).split(sep).join('/')
      try {
        return git(root, ['cat-file', 'blob', `${commit}:${path}`])
      } catch {
        return undefined
      }
    },
  }
}

function resolveCommit(folder: string, ref: string): string {
  return run(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`], 'git.unknown-ref', {
    ref,
  })
    .toString('utf8')
    .trim()
}

function run(folder: string, args: readonly string[], code: string, data: Record<string, string> = {}): Buffer {
  try {
    return git(folder, args)
  } catch (error) {
    throw new Failure(code, { data, cause: error })
  }
}

function git(folder: string, args: readonly string[]): Buffer {
  return execFileSync('git', args, { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 30 })
}
