/** Sentences that one language has not while all others have: the language that stands alone is named. */

import { align } from '../aligner/index.ts'
import { pairEvidence } from '../lexicon/pair-evidence.ts'
import { type Finding, type Language, type Place, plainText, type RelatedPlace } from '../model/index.ts'
import { type CommonSpan, commonSpans } from './common-spans.ts'
import type { DraftSegment } from './draft.ts'
import type { OpenDocument, OpenEdition } from './editions.ts'
import { fingerprint } from './findings.ts'
import { hasTarget, isDrifted, isEmptyOnPurpose } from './settle.ts'

const rule = 'drift/across-languages'

/** Findings of sentences that a translation lacks and all others have, and of those that only the source lacks. */
export function* loneSentences(open: OpenDocument): Generator<Finding> {
  if (open.editions.length < 2) return
  yield* untranslated(open)
  yield* withoutSource(open)
}

// One translation lacks it ---------------------------------------------------------------------------------------------

/** A translation that is still being made lacks much, and that is no news: at most this share of its sentences, or one. */
const mostSilent = 0.1

function* untranslated({ source, editions }: OpenDocument): Generator<Finding> {
  const spans = source.paragraphs.flatMap((_, paragraph) =>
    [...commonSpans(editions.map(({ draft }) => draft.units[paragraph]))].map(span => ({ paragraph, span })),
  )
  const silent = editions.map((_, index) => spans.filter(({ span }) => isSilent(span, index)).length)
  for (const { paragraph, span } of spans) {
    const alone = editions.findIndex((_, index) => isSilent(span, index))
    const others = editions.flatMap((edition, index) => (index === alone ? [] : [{ edition, index }]))
    if (alone < 0 || !others.every(({ index }) => isSaid(span, index))) continue
    if ((silent[alone] ?? 0) > Math.max(1, mostSilent * spans.length)) continue
    const [edition, first] = [editions[alone], others[0]]
    if (edition === undefined || first === undefined) continue
    const offset = source.paragraphs[paragraph]?.start ?? 0
    const unit = edition.draft.units[paragraph]?.id ?? ''
    const segment = span.segments[alone]?.[0]?.id
    const text = source.paragraphs[paragraph]?.text.slice(span.start, span.end) ?? ''
    yield {
      ...finding(edition.language, first.edition.language, joined(span.segments[first.index] ?? []), text, unit),
      // The rules of completeness tell it of the pair; this says who stands alone.
      level: 'info',
      place: source.place(offset + span.start, offset + span.end),
      unit,
      ...(segment !== undefined && { segment }),
      source: text,
      target: '',
    }
  }
}

function isSaid(span: CommonSpan, edition: number): boolean {
  return span.segments[edition]?.every(each => hasTarget(each) && !isDrifted(each) && !each.isMissingInText) === true
}

function isSilent(span: CommonSpan, edition: number): boolean {
  const segments = span.segments[edition] ?? []
  return (
    segments.length > 0 && segments.every(each => each.isMissingInText || (!hasTarget(each) && !isEmptyOnPurpose(each)))
  )
}

function joined(segments: readonly DraftSegment[]): string {
  return segments.map(({ target }) => plainText(target ?? [])).join(' ')
}

// The source lacks it --------------------------------------------------------------------------------------------------

/** A sentence of a translation without counterpart in the source. */
interface Extra {
  readonly text: string
  readonly place: Place | undefined
}

function* withoutSource({ source, editions }: OpenDocument): Generator<Finding> {
  const [first, ...others] = editions
  if (first === undefined) return
  const own = extrasOf(first)
  const lists = others.map(edition => {
    const extras = extrasOf(edition)
    return { language: edition.language, extras, partners: partners(own, first.language, extras, edition.language) }
  })
  for (const [index, extra] of own.entries()) {
    const same = lists.map(({ partners: found, extras }) => extras[found.get(index) ?? -1])
    const { place } = extra
    if (place === undefined || same.some(each => each === undefined)) continue
    const related = same.flatMap((each): readonly RelatedPlace[] =>
      each?.place === undefined ? [] : [{ place: each.place, text: each.text }],
    )
    yield {
      ...finding(source.language, first.language, extra.text, '', ''),
      level: 'warning',
      place,
      related,
      source: '',
      target: extra.text,
    }
  }
}

function extrasOf({ draft, text, file }: OpenEdition): readonly Extra[] {
  const inFile = draft.units.flatMap(({ segments }) =>
    segments
      .filter(segment => segment.change === 'extra' && hasTarget(segment))
      .map((segment): Extra => {
        const words = plainText(segment.target ?? [])
        const old = segment.olds[0]
        return { text: words, place: old && file?.locate(old.unit, old.segment.id, 'target', 0, words.length) }
      }),
  )
  const inText = draft.extraInText.map(
    ({ text: words, start, end }): Extra => ({ text: words, place: text?.place(start, end) }),
  )
  return [...inFile, ...inText]
}

/** Chosen by hand: true pairs ru–kk of the statement lie above, strangers below. */
const leastCoverage = 0.34
const leastKnown = 2
const mostDeviation = 3

/** Which extras of two translations say the same; the aligner pairs them, and each pair must stand for itself. */
function partners(
  own: readonly Extra[],
  ownLanguage: Language,
  others: readonly Extra[],
  otherLanguage: Language,
): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  if (own.length === 0 || others.length === 0) return found
  const languages = { sourceLanguage: ownLanguage, targetLanguage: otherLanguage }
  const texts = [own, others].map(list => list.map(({ text }) => text))
  for (const { source, target } of align(texts[0] ?? [], texts[1] ?? [], languages).beads) {
    if (source.to - source.from !== 1 || target.to - target.from !== 1) continue
    const evidence = pairEvidence(own[source.from]?.text ?? '', others[target.from]?.text ?? '', languages)
    const sides = [evidence.source, evidence.target]
    const isSame = sides.every(({ known, coverage }) => known >= leastKnown && coverage >= leastCoverage)
    if (isSame && Math.abs(evidence.lengthDeviation) < mostDeviation) found.set(source.from, target.from)
  }
  return found
}

// Findings -------------------------------------------------------------------------------------------------------------

function finding(
  language: Language,
  expectedLanguage: Language,
  expected: string,
  source: string,
  unit: string,
): Pick<Finding, 'rule' | 'variant' | 'language' | 'data' | 'related' | 'fingerprint'> {
  return {
    rule,
    variant: 'sentence',
    language,
    data: { language, found: '', expected, expectedLanguage },
    related: [],
    fingerprint: fingerprint(rule, unit, source, `${language} ${expected}`),
  }
}
