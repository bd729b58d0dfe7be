/** Makes the fixes of findings in a bilingual file: only the fixed stretches change. */

import { resolve } from 'node:path'
import { detectFormat } from '../formats/detect.ts'
import type { Reading } from '../formats/reading.ts'
import { editXliff, readXliff } from '../formats/xliff/index.ts'
import { readBytes } from '../io/files.ts'
import { Failure, type Finding, placeAt, plainText, type WordChange } from '../model/index.ts'
import { diffWords } from '../text/word-diff.ts'
import { applyFixes, type TargetEdit } from './document-fixes.ts'
import { fixText } from './fix-text.ts'
import { updateFile } from './update-file.ts'

export interface FixOptions {
  /** Also fixes that may change the meaning. */
  readonly unsafe: boolean
  /** Reads a file of another format than XLIFF as it was read for the check. */
  readonly read: (file: string, bytes: Uint8Array) => readonly Reading[]
}

/**
 * Makes the fixes of findings in their files, through the common write path; files are named as from `folder`.
 * @returns how many targets changed, where any did
 */
export function fixFindings(
  folder: string,
  findings: readonly Finding[],
  options: FixOptions,
): readonly { readonly file: string; readonly count: number }[] {
  const byFile = Map.groupBy(
    findings.filter(({ fix }) => fix !== undefined),
    ({ place }) => place.file,
  )
  const fixed: { file: string; count: number }[] = []
  for (const [file, list] of byFile) {
    const count = fixFile(resolve(folder, file), file, list, options)
    if (count > 0) fixed.push({ file, count })
  }
  return fixed
}

function fixFile(path: string, shown: string, findings: readonly Finding[], options: FixOptions): number {
  let count = 0
  updateFile(path, bytes => {
    if (bytes === undefined) throw new Failure('file.not-found', { place: placeAt(shown, 1, 1) })
    const format = detectFormat(bytes, shown)
    if (format !== 'xliff') {
      const fixed = fixText(bytes, format, again => options.read(shown, again), findings, options)
      count = fixed?.edits.length ?? 0
      return fixed?.bytes
    }
    const file = readXliff(bytes, { file: shown })
    const edits = applyFixes(file.document, findings, options)
    count = edits.length
    if (count === 0) return undefined
    return editXliff(
      file,
      edits.map(({ unit, segment, expected, target }) => ({ unit, segment, target, expectedTarget: expected })),
    )
  })
  return count
}

export interface PlannedFix {
  readonly file: string
  readonly unit: string
  readonly segment: string
  readonly changes: readonly WordChange[]
}

/** What {@link fixFindings} would change, without changing it. */
export function plannedFindings(
  folder: string,
  findings: readonly Finding[],
  options: FixOptions,
): readonly PlannedFix[] {
  const byFile = Map.groupBy(findings, ({ place }) => place.file)
  return [...byFile].flatMap(([name, list]) => {
    if (list.every(({ fix }) => fix === undefined)) return []
    return plannedEdits(folder, name, list, options).map(({ unit, segment, expected, target }) => ({
      file: name,
      unit,
      segment,
      changes: diffWords(plainText(expected), plainText(target)),
    }))
  })
}

function plannedEdits(
  folder: string,
  name: string,
  findings: readonly Finding[],
  options: FixOptions,
): readonly TargetEdit[] {
  const bytes = readBytes(resolve(folder, name))
  const format = detectFormat(bytes, name)
  if (format === 'xliff') return applyFixes(readXliff(bytes, { file: name }).document, findings, options)
  return fixText(bytes, format, again => options.read(name, again), findings, options)?.edits ?? []
}
