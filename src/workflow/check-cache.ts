/** The outcome of a check, kept with the hash of every file it read: while all of them are the same, so is the outcome. */

import { createHash } from 'node:crypto'
import { readBytesIfAny, replaceFile } from '../io/files.ts'
import { version } from '../model/version.ts'
import type { FindingsOfAll } from './check-result.ts'
import type { FileReader } from './project-root.ts'

interface Entry {
  /** What was asked: options, rules, names. */
  readonly key: string
  /** Every path that was read, with its hash; null where there was no file. */
  readonly inputs: readonly (readonly [path: string, hash: string | null])[]
  readonly result: Omit<FindingsOfAll, 'usedBaseline'> & { readonly usedBaseline: readonly string[] }
}

interface CacheFile {
  readonly version: string
  readonly entries: readonly Entry[]
}

/** Kept outcomes; the oldest go first. */
const mostEntries = 8

/** An outcome with more findings is not kept: written as JSON, eight such would be longer than a string can be. */
const mostFindings = 30_000

/**
 * Gives the kept outcome, or does the work and keeps what it gives. `path` is the cache file; what cannot be read there
 * counts as nothing kept.
 * @param asked all that decides the outcome beside the files: it must be plain data
 */
export async function withCache(
  path: string,
  asked: unknown,
  read: FileReader,
  work: (read: FileReader) => Promise<FindingsOfAll>,
): Promise<FindingsOfAll> {
  const key = hashOf(JSON.stringify(asked))
  const { entries } = loadCache(path)
  const known = entries.find(entry => entry.key === key)
  if (known?.inputs.every(([name, hash]) => hashOfFile(read(name)) === hash)) {
    return { ...known.result, usedBaseline: new Set(known.result.usedBaseline) }
  }
  const inputs = new Map<string, string | null>()
  const result = await work(name => {
    const bytes = read(name)
    inputs.set(name, hashOfFile(bytes))
    return bytes
  })
  if (result.findings.length > mostFindings) return result
  const entry: Entry = { key, inputs: [...inputs], result: { ...result, usedBaseline: [...result.usedBaseline] } }
  const others = entries.filter(each => each.key !== key).slice(0, mostEntries - 1)
  replaceFile(path, JSON.stringify({ version, entries: [entry, ...others] } satisfies CacheFile))
  return result
}

function loadCache(path: string): CacheFile {
  const empty: CacheFile = { version, entries: [] }
  const bytes = readBytesIfAny(path)
  if (bytes === undefined) return empty
  try {
    // Proof: only this file writes it; another version is not looked into.
    const cache = JSON.parse(new TextDecoder().decode(bytes)) as CacheFile
    return cache.version === version ? cache : empty
  } catch {
    return empty
  }
}

function hashOfFile(bytes: Uint8Array | undefined): string | null {
  return bytes === undefined ? null : hashOf(bytes)
}

function hashOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('base64')
}
