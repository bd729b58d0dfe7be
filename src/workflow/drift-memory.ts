/** Where a bilingual file says otherwise than an approved entry of the memory for the same source in the same context. */

import { type Finding, type Language, plainText, states, type TranslationUnit } from '../model/index.ts'
import { diffWords, formatWordDiff } from '../text/word-diff.ts'
import type { DraftSegment, DraftUnit } from './draft.ts'
import { fingerprint } from './findings.ts'
import { learnedId, neighbours } from './learn.ts'
import { type ProjectEdition, sourcePlace } from './project-findings.ts'
import { hasTarget, isDrifted, isEmptyOnPurpose } from './settle.ts'

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
      if (isDrifted(segment)) continue
      if (!hasTarget(segment)) {
        const lost = lostTranslation(edition, unit, segment, entries)
        if (lost !== undefined) yield lost
        continue
      }
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

/** The memory learned a translation from this very segment, its source is the same, and now it has none. */
function lostTranslation(
  edition: ProjectEdition,
  unit: DraftUnit,
  segment: DraftSegment,
  entries: ReadonlyMap<string, readonly TranslationUnit[]>,
): Finding | undefined {
  const own = learnedId(unit.id, segment.source)
  const entry = entries.get(segment.source)?.find(({ id }) => id === own)
  const target = plainText(entry?.variants.find(({ language }) => language === edition.language)?.content ?? [])
  const old = segment.olds[0]
  if (target === '' || old === undefined || isEmptyOnPurpose(segment)) return undefined
  return {
    rule: 'drift/translation-lost',
    level: 'error',
    place:
      edition.xliff?.locate(old.unit, old.segment.id, 'source', 0, segment.source.length) ??
      sourcePlace(edition, unit, segment),
    unit: unit.id,
    segment: segment.id,
    language: edition.language,
    data: { target },
    related: [],
    fingerprint: fingerprint('drift/translation-lost', unit.id, segment.source, ''),
    source: segment.source,
  }
}
