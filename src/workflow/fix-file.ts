/** Makes the fixes of findings in a bilingual file: only the fixed stretches change. */

import { resolve } from 'node:path'
import { detectFormat } from '../formats/detect.ts'
import type { Reading } from '../formats/reading.ts'
import { editXliff, readXliff, type XliffFile } from '../formats/xliff/index.ts'
import { readBytes } from '../io/files.ts'
import { Failure, type Finding, placeAt, plainText, type WordChange } from '../model/index.ts'
import { diffWords } from '../text/word-diff.ts'
import { applyFixes, type TargetEdit } from './document-fixes.ts'
import { fixText } from './fix-text.ts'
import { updateFile } from './update-file.ts'

export interface FixOptions {
  /** Also fixes that may change the meaning. */
  readonly unsafe: boolean
}

/** The edits that the fixes come to, without making them. */
export function plannedFixes(
  file: XliffFile,
  findings: readonly Finding[],
  { unsafe }: FixOptions,
): readonly TargetEdit[] {
  return applyFixes(file.document, findings, { unsafe })
}

/**
 * Fixes a file through the common write path.
 * @returns how many targets changed
 */
export function fixFile(path: string, shown: string, findings: readonly Finding[], options: FixOptions): number {
  let count = 0
  updateFile(path, bytes => {
    if (bytes === undefined) throw new Failure('file.not-found', { place: placeAt(shown, 1, 1) })
    const file = readXliff(bytes, { file: shown })
    const edits = plannedFixes(file, findings, options)
    count = edits.length
    if (count === 0) return undefined
    return editXliff(
      file,
      edits.map(({ unit, segment, expected, target }) => ({ unit, segment, target, expectedTarget: expected })),
    )
  })
  return count
}

/** The same for a file of another format. */
function fixTextFile(path: string, shown: string, findings: readonly Finding[], options: ReadFixOptions): number {
  let count = 0
  updateFile(path, bytes => {
    if (bytes === undefined) throw new Failure('file.not-found', { place: placeAt(shown, 1, 1) })
    const fixed = fixText(bytes, detectFormat(bytes, shown), again => options.read(shown, again), findings, options)
    count = fixed?.edits.length ?? 0
    return fixed?.bytes
  })
  return count
}

export interface ReadFixOptions extends FixOptions {
  /** Reads a file of another format than XLIFF as it was read for the check. */
  readonly read: (file: string, bytes: Uint8Array) => readonly Reading[]
}

/** Makes the fixes of findings in their files; files are named as from `folder`. */
export function fixFindings(
  folder: string,
  findings: readonly Finding[],
  options: ReadFixOptions,
): readonly { readonly file: string; readonly count: number }[] {
  const byFile = Map.groupBy(
    findings.filter(({ fix }) => fix !== undefined),
    ({ place }) => place.file,
  )
  const fixed: { file: string; count: number }[] = []
  for (const [file, list] of byFile) {
    const path = resolve(folder, file)
    const fix = detectFormat(readBytes(path), file) === 'xliff' ? fixFile : fixTextFile
    const count = fix(path, file, list, options)
    if (count > 0) fixed.push({ file, count })
  }
  return fixed
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
  options: ReadFixOptions,
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
  options: ReadFixOptions,
): readonly TargetEdit[] {
  const bytes = readBytes(resolve(folder, name))
  const format = detectFormat(bytes, name)
  if (format === 'xliff') return plannedFixes(readXliff(bytes, { file: name }), findings, options)
  return fixText(bytes, format, again => options.read(name, again), findings, options)?.edits ?? []
}
