/** The fixes of findings as edits of targets. */

import { fixContent } from '../checks/fixes.ts'
import {
  type Content,
  type Document,
  type Finding,
  type Fix,
  plainText,
  type Segment,
  segmentsOf,
  type Unit,
  unitsOf,
} from '../model/index.ts'

/** A target to be written; `expected` is what it was when it was checked. */
export interface TargetEdit {
  readonly unit: string
  readonly segment: string
  readonly expected: Content
  readonly target: Content
  readonly findings: readonly Finding[]
}

/**
 * The edits that make the fixes of `findings`; unsafe ones only when asked. A fix that overlaps another waits for the next
 * check. Units whose id is not unique are left alone.
 */
export function applyFixes(
  document: Document,
  findings: readonly Finding[],
  options: { readonly unsafe?: boolean } = {},
): readonly TargetEdit[] {
  const wanted = new Map<string, Finding[]>()
  for (const finding of findings) {
    const { fix, unit, segment } = finding
    if (fix === undefined || fix.side !== 'target' || unit === undefined || segment === undefined) continue
    if (!fix.safe && options.unsafe !== true) continue
    const key = `${unit}\n${segment}`
    const list = wanted.get(key)
    if (list === undefined) wanted.set(key, [finding])
    else list.push(finding)
  }
  if (wanted.size === 0) return []
  const edits: TargetEdit[] = []
  const seen = new Set<string>()
  const doubled = new Set<string>()
  for (const unit of unitsOf(document)) {
    if (seen.has(unit.id)) doubled.add(unit.id)
    seen.add(unit.id)
    for (const segment of segmentsOf(unit)) {
      const own = wanted.get(`${unit.id}\n${segment.id}`)
      const edit = own === undefined ? undefined : editOf(unit, segment, own)
      if (edit !== undefined) edits.push(edit)
    }
  }
  return edits.filter(edit => !doubled.has(edit.unit))
}

function editOf(unit: Unit, segment: Segment, findings: readonly Finding[]): TargetEdit | undefined {
  const expected = segment.target ?? []
  const text = plainText(expected)
  const usable = findings.filter(finding => finding.target === text)
  const fixes = usable.flatMap(({ fix }): Fix[] => (fix === undefined ? [] : [fix]))
  const target = fixContent(expected, fixes)
  return target === undefined ? undefined : { unit: unit.id, segment: segment.id, expected, target, findings: usable }
}
