/** Reads the development data for measuring the memory; it is not part of the project. */

import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

const folder = new URL('../../../shared/memory/', import.meta.url)

/** Lines of a file under `../shared/memory`, unpacked; none when it is not there. */
export function memoryLines(name: string): readonly string[] {
  const url = new URL(name, folder)
  if (!existsSync(url)) return []
  const bytes = readFileSync(url)
  const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  return text.trimEnd().split('\n')
}

/** The queries, without their bands. */
export function queryLines(): readonly string[] {
  return memoryLines('queries.tsv').map(line => line.slice(line.indexOf('\t') + 1))
}

/** The value below which `share` of the values lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
