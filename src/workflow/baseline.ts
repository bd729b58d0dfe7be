/** A baseline: findings that are known and not told again, by fingerprint, with rule and unit for the reader. */

import { Failure, type Finding } from '../model/index.ts'
import { toJson } from '../text/escape.ts'
import { jsonValue, readJson } from '../text/json.ts'

/**
 * Fingerprints of a baseline file.
 * @throws Failure `json.*`, `baseline.wrong-shape`, with place
 */
export function readBaseline(text: string, file: string): ReadonlySet<string> {
  const root = readJson(text, { file })
  const value = jsonValue(root)
  const list = isRecord(value) ? value.findings : undefined
  if (!Array.isArray(list)) {
    const start = { line: 1, column: 1 }
    throw new Failure('baseline.wrong-shape', { place: { file, start, end: start } })
  }
  return new Set(
    list.flatMap(entry => (isRecord(entry) && typeof entry.fingerprint === 'string' ? [entry.fingerprint] : [])),
  )
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The baseline of these findings; sorted, so that it merges. */
export function baselineText(findings: readonly Finding[]): string {
  const entries = findings.map(({ fingerprint, rule, unit = '', language = '' }) => ({
    fingerprint,
    rule,
    unit,
    language,
  }))
  const unique = new Map(entries.map(entry => [entry.fingerprint, entry]))
  const sorted = [...unique.values()].sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1))
  return `${toJson({ version: 1, findings: sorted }, 2)}\n`
}

/** The baseline without what was not met. */
export function prunedBaseline(text: string, file: string, used: ReadonlySet<string>): string {
  const value = jsonValue(readJson(text, { file }))
  const list = isRecord(value) && Array.isArray(value.findings) ? value.findings : []
  const kept = list.filter(entry => isRecord(entry) && used.has(String(entry.fingerprint)))
  return `${toJson({ version: 1, findings: kept }, 2)}\n`
}
