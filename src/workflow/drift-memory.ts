/** Where a bilingual file says otherwise than an approved entry of the memory for the same source in the same context. */

import { type Finding, type Language, plainText, states, type TranslationUnit } from '../model/index.ts'
import { diffWords, formatWordDiff } from '../text/word-diff.ts'
import { fingerprint } from './check-document.ts'
import type { DraftSegment } from './draft.ts'
import { learnedId, neighbours } from './learn.ts'
import { type ProjectEdition, sourcePlace } from './project-findings.ts'
import { hasTarget, isDrifted } from './settle.ts'

const rule = 'drift/memory'

/** Entries by their source text in one language. */
export function bySource(
  units: readonly TranslationUnit[],
  language: Language,
): ReadonlyMap<string, readonly TranslationUnit[]> {
  return Map.groupBy(units, ({ variants }) =>
    plainText(variants.find(each => each.language === language)?.content ?? []),
  )
}

/** Findings of one edition. */
export function* memoryDrift(
  edition: ProjectEdition,
  entries: ReadonlyMap<string, readonly TranslationUnit[]>,
): Generator<Finding> {
  for (const unit of edition.draft.units) {
    for (const segment of unit.segments) {
      if (!hasTarget(segment) || isDrifted(segment)) continue
      const own = learnedId(unit.id, segment.source)
      const { previous, next } = neighbours(edition.source, unit, segment)
      const target = plainText(segment.target ?? [])
      for (const entry of entries.get(segment.source) ?? []) {
        const approved = plainText(entry.variants.find(({ language }) => language === edition.language)?.content ?? [])
        const isSameContext = entry.previous === previous && entry.next === next
        if (approved === '' || approved === target || !isSameContext || !isApproved(entry, own, segment)) continue
        const changes = diffWords(approved, target)
        const old = segment.olds[0]
        const place =
          (old && edition.xliff?.locate(old.unit, old.segment.id, 'target', 0, target.length)) ??
          sourcePlace(edition, unit, segment)
        yield {
          rule,
          level: 'warning',
          place,
          unit: unit.id,
          segment: segment.id,
          language: edition.language,
          data: { diff: formatWordDiff(changes), entry: entry.id },
          related: [],
          fingerprint: fingerprint(rule, unit.id, segment.source, target),
          source: segment.source,
          target,
          changes,
        }
        break
      }
    }
  }
}

/** What the memory learned from this very segment counts only when someone has approved it since. */
function isApproved(entry: TranslationUnit, own: string, segment: DraftSegment): boolean {
  const rank = states.indexOf(entry.state ?? 'reviewed')
  if (rank < states.indexOf('reviewed')) return false
  return entry.id !== own || states.indexOf(segment.state) < rank
}
