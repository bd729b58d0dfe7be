/** What the memory learns from a document: every confirmed pair, the languages joined that cover the same stretch of the source. */

import {
  type Content,
  type Language,
  plainText,
  type State,
  states,
  type TranslationUnit,
  textContent,
  type Variant,
} from '../model/index.ts'
import { sha256 } from '../text/hash.ts'
import type { DraftSegment, DraftUnit, OldSegment } from './draft.ts'
import type { EditionDraft } from './draft-project.ts'
import { hasTarget, isDrifted } from './settle.ts'
import type { StatementText } from './source-text.ts'

interface Pair {
  readonly unit: string
  readonly source: string
  readonly language: Language
  readonly target: Content
  readonly state: State
  readonly previous?: string
  readonly next?: string
}

/** Units for the memory, one for each stretch of the source that some language has a confirmed target for. */
export function learnedUnits(source: StatementText, editions: readonly EditionDraft[]): readonly TranslationUnit[] {
  const byKey = new Map<string, Pair[]>()
  for (const pair of pairsOf(source, editions)) {
    const key = learnedId(pair.unit, pair.source)
    const pairs = byKey.get(key) ?? []
    // The same sentence twice in a paragraph says the same twice: the first holds.
    if (!pairs.some(({ language }) => language === pair.language)) byKey.set(key, [...pairs, pair])
  }
  return [...byKey].map(([id, pairs]) => unitOf(id, pairs, source))
}

/** Id of the memory's entry for a stretch of a unit's source. */
export function learnedId(unit: string, source: string): string {
  return `t${sha256(`${unit}\u0000${source}`).slice(0, 16)}`
}

function unitOf(id: string, pairs: readonly Pair[], source: StatementText): TranslationUnit {
  const [first] = pairs
  const variants: Variant[] = pairs.map(({ language, target }) => ({ language, content: target }))
  return {
    id,
    variants: [{ language: source.language, content: textContent(first?.source ?? '') }, ...variants],
    ...(first?.previous !== undefined && { previous: first.previous }),
    ...(first?.next !== undefined && { next: first.next }),
    origin: source.file,
    state: earliest(pairs.map(({ state }) => state)),
  }
}

function earliest(found: readonly State[]): State {
  return states.find(state => found.includes(state)) ?? 'initial'
}

function* pairsOf(source: StatementText, editions: readonly EditionDraft[]): Generator<Pair> {
  for (const { language, draft } of editions) {
    for (const unit of draft.units) {
      for (const segment of unit.segments) {
        const pair = pairOf(source, language, unit, segment)
        if (pair !== undefined) yield pair
      }
    }
    // What leaves the bilingual file stays in the memory.
    for (const old of draft.removed) yield removedPair(language, old)
  }
}

function pairOf(source: StatementText, language: Language, unit: DraftUnit, segment: DraftSegment): Pair | undefined {
  if (!hasTarget(segment) || segment.source === '') return undefined
  const common = { unit: unit.id, language, target: segment.target ?? [] }
  if (isDrifted(segment)) {
    const { base = '', state = 'translated' } = segment.remembered
    return { ...common, source: base, state }
  }
  if (segment.state === 'initial') return undefined
  return { ...common, source: segment.source, state: segment.state, ...neighbours(source, unit, segment) }
}

function removedPair(language: Language, { unit, segment }: OldSegment): Pair {
  return {
    unit: unit.id,
    source: plainText(segment.source),
    language,
    target: segment.target ?? [],
    state: segment.state === 'initial' ? 'translated' : segment.state,
  }
}

/** The sentences before and after, whatever bead they are in. */
export function neighbours(
  source: StatementText,
  unit: DraftUnit,
  segment: DraftSegment,
): { readonly previous?: string; readonly next?: string } {
  const paragraph = source.paragraphs[unit.paragraph]
  if (paragraph === undefined) return {}
  const { from, to } = paragraph.sentences
  let first = from
  while (first < to && (source.sentences[first]?.end ?? 0) - paragraph.start <= segment.start) first++
  let after = first
  while (after < to && (source.sentences[after]?.start ?? 0) - paragraph.start < segment.end) after++
  const previous = source.sentences[first - 1]?.text
  const next = source.sentences[after]?.text
  return { ...(previous !== undefined && { previous }), ...(next !== undefined && { next }) }
}

export interface MergedUnits {
  readonly units: readonly TranslationUnit[]
  /** How many are new or changed; 0 when there is nothing to write. */
  readonly changed: number
}

/**
 * Adds what was learned. A translation someone has approved (reviewed, final) is not replaced by one that is only
 * translated; languages a unit has already and that were not learned now stay.
 */
export function mergeLearned(units: readonly TranslationUnit[], learned: readonly TranslationUnit[]): MergedUnits {
  const byId = new Map(units.map(unit => [unit.id, unit]))
  let changed = 0
  for (const unit of learned) {
    const before = byId.get(unit.id)
    const after = before === undefined ? unit : joinUnits(before, unit)
    if (after === before) continue
    byId.set(unit.id, after)
    changed++
  }
  return { units: [...byId.values()], changed }
}

function joinUnits(before: TranslationUnit, learned: TranslationUnit): TranslationUnit {
  const rank = (state: State | undefined): number => states.indexOf(state ?? 'initial')
  const isApproved = rank(before.state) >= rank('reviewed') && rank(learned.state) < rank(before.state)
  const variants = before.variants.map(old => {
    const fresh = learned.variants.find(({ language }) => language === old.language)
    return fresh === undefined || isApproved || isSame(old, fresh) ? old : { ...old, content: fresh.content }
  })
  const added = learned.variants.filter(({ language }) => !before.variants.some(old => old.language === language))
  const previous = learned.previous ?? before.previous
  const next = learned.next ?? before.next
  const state = isApproved ? before.state : learned.state
  const isUnchanged =
    added.length === 0 &&
    variants.every((variant, index) => variant === before.variants[index]) &&
    previous === before.previous &&
    next === before.next &&
    state === before.state
  if (isUnchanged) return before
  return {
    ...before,
    variants: [...variants, ...added],
    ...(previous !== undefined && { previous }),
    ...(next !== undefined && { next }),
    ...(state !== undefined && { state }),
  }
}

function isSame(a: Variant, b: Variant): boolean {
  return plainText(a.content) === plainText(b.content)
}
