/** Fills a bilingual file from the memories: what is sure into empty targets, the rest as candidates beside them. */

import { type Memory, openMemory, ramEngine } from '../memory/index.ts'
import {
  type Candidate,
  type Content,
  type Document,
  Failure,
  isEmptyContent,
  type Language,
  type Match,
  plainText,
  type Segment,
  segmentsOf,
  type TranslationUnit,
  type Unit,
  unitsIn,
} from '../model/index.ts'
import { neighboursOf } from './analyze.ts'
import { type Band, bandOf, everyBand } from './bands.ts'
import { metadataCategory, rememberedOf, withRemembered } from './base.ts'
import { replaceUnits } from './edit.ts'
import { exactMatch, memoryOrigin } from './follow-memory.ts'
import { answers, openLookups } from './lookup-many.ts'
import type { OpenedMemory } from './memory-files.ts'
import { merged } from './settle.ts'

/** Sub-state of a target that repeats that of an equal source earlier in the document. */
export const repetition = 'tilmash:repetition'
/** Origin of candidates from the document itself. */
export const documentOrigin = 'tilmash:document'

export interface LeverageOptions {
  /** Of a document that names none. */
  readonly targetLanguage?: Language
  /** Least base of a candidate; 0.7 when absent. */
  readonly threshold?: number
  /** Most candidates of a segment; 5 when absent. */
  readonly limit?: number
  /** Hears now and then how many open segments are done, and their share (0..1). */
  readonly onProgress?: (segments: number, share: number) => void
}

/** Segments between two words of progress. */
const progressStep = 100

export interface LeverageReport {
  /** Segments that had no target, by the band of their best match. */
  readonly bands: Readonly<Record<Band, number>>
  readonly filled: number
  /** Segments that got candidates. */
  readonly offered: number
}

export interface LeveragedDocument extends LeverageReport {
  readonly document: Document
}

/**
 * Fills empty targets. In context (ICE) the target is taken as translated; an exact one, when the memory knows only one,
 * in state initial with the sub-state `tilmash:exact-match`; a repetition of an earlier segment of the document likewise.
 * Other segments without target get candidates. A target that is there is never touched, nor is an empty one that is final
 * (left out on purpose). Units that change nothing stay the same objects.
 */
export async function leverageDocument(
  document: Document,
  memories: readonly OpenedMemory[],
  options: LeverageOptions = {},
): Promise<LeveragedDocument> {
  const { threshold = 0.7, limit = 5 } = options
  const targetLanguage = document.targetLanguage ?? options.targetLanguage
  if (targetLanguage === undefined) throw new Failure('memory.no-target-language')
  const counts = everyBand(() => 0)
  // Large files read their units anew when asked again, so each is asked for once here.
  const unitsByFile = document.files.map(file => [...unitsIn(file)])
  const units = unitsByFile.flat()
  const places = new Map(unitsByFile.flatMap(placesOf))
  const known = repetitionsOf(units)
  const inner = await documentMemory(document, units, targetLanguage)
  const asking = { sourceLanguage: document.sourceLanguage, targetLanguage, threshold, limit }
  const questions = units
    .filter(({ translate }) => translate)
    .flatMap(unit => segmentsOf(unit).filter(isOpen))
    .map(segment => ({ query: segment.source, options: { ...asking, ...places.get(segment) } }))
  const lookups = openLookups(memories)
  const matched = answers(lookups, questions)
  let asked = 0
  const changed = new Map<Unit, Unit>()
  let filled = 0
  let offered = 0
  try {
    for (const unit of units) {
      if (!unit.translate) continue
      let next = unit
      for (const segment of segmentsOf(unit)) {
        if (!isOpen(segment)) continue
        const own = questions[asked++]
        if (asked % progressStep === 0) options.onProgress?.(asked, asked / questions.length)
        const matches = (await matched.next()).value ?? []
        const decision = decide(segment, matches, known.targetOf(segment.source))
        counts[decision.band]++
        if (decision.segment?.target !== undefined) {
          next = withSegment(next, segment, decision.segment)
          known.add(segment.source, decision.segment.target)
          filled++
          continue
        }
        const inside = own === undefined ? [] : await inner.lookup(own.query, own.options)
        const extended = withCandidates(next, [
          ...matches.map(match => candidateOf(segment, match, memoryOrigin)),
          ...inside.map(match => candidateOf(segment, match, documentOrigin)),
        ])
        if (extended !== next) offered++
        next = extended
      }
      if (next !== unit) changed.set(unit, next)
    }
  } finally {
    await inner.close()
    await lookups.close()
  }
  const files = document.files.map((file, i) => {
    // Ids of units are their file's own.
    const own = new Map(
      (unitsByFile[i] ?? []).flatMap(unit => {
        const after = changed.get(unit)
        return after === undefined ? [] : [[unit.id, after] as const]
      }),
    )
    return own.size === 0 ? file : (replaceUnits({ ...document, files: [file] }, own).files[0] ?? file)
  })
  return { document: changed.size === 0 ? document : { ...document, files }, bands: counts, filled, offered }
}

interface Decision {
  readonly band: Band
  readonly segment?: Segment
}

function decide(segment: Segment, matches: readonly Match[], repeated: Content | undefined): Decision {
  const [best] = matches
  if (best?.kind === 'ice') {
    const { subState: _settled, ...rest } = segment
    return { band: 'ice', segment: { ...rest, target: best.target, state: 'translated' } }
  }
  if (best !== undefined && isSure(best)) return { band: 'exact', segment: asDraft(segment, best.target, exactMatch) }
  if (repeated !== undefined) return { band: 'repetitions', segment: asDraft(segment, repeated, repetition) }
  return { band: bandOf(best) }
}

/** The translations the document itself has for a text, codes included. */
interface Repetitions {
  add(source: Content, target: Content): void
  /** The only one there is. */
  targetOf(source: Content): Content | undefined
}

function repetitionsOf(units: readonly Unit[]): Repetitions {
  const targets = new Map<string, Content | undefined>()
  const add = (source: Content, target: Content): void => {
    const key = JSON.stringify(source)
    const before = targets.get(key)
    const isOther = targets.has(key) && (before === undefined || plainText(before) !== plainText(target))
    targets.set(key, isOther ? undefined : target)
  }
  for (const { source, target } of finishedSegments(units)) add(source, target)
  return { add, targetOf: source => targets.get(JSON.stringify(source)) }
}

function* finishedSegments(units: readonly Unit[]): Generator<{ readonly source: Content; readonly target: Content }> {
  for (const unit of units) {
    if (!unit.translate) continue
    for (const { source, target, state } of segmentsOf(unit)) {
      if (target !== undefined && !isEmptyContent(target) && state !== 'initial') yield { source, target }
    }
  }
}

function asDraft(segment: Segment, target: Content, subState: string): Segment {
  return { ...segment, target, state: 'initial', subState }
}

/** The one known translation of just this text. */
function isSure({ base, penalties }: Match): boolean {
  return (
    base === 1 &&
    !penalties.some(
      ({ name }) => name === 'several-targets' || name === 'codes-differ' || name === 'machine-translation',
    )
  )
}

/** No target yet, and not left empty on purpose: an omission, or text that stands in the neighbour. */
export function isOpen({ source, target, state, subState }: Segment): boolean {
  return isEmptyContent(target) && state === 'initial' && subState !== merged && plainText(source).trim() !== ''
}

/** In our own files a target that is confirmed has its source as its base. */
function withSegment(unit: Unit, segment: Segment, filled: Segment): Unit {
  const parts = unit.parts.map(part => (part === segment ? filled : part))
  const isOurs = unit.metadata.some(({ category }) => category === metadataCategory)
  if (!isOurs || filled.state === 'initial') return { ...unit, parts }
  const remembered = new Map(rememberedOf(unit)).set(segment.id, { base: plainText(segment.source) })
  return { ...unit, parts, metadata: withRemembered(unit.metadata, remembered) }
}

/** Candidates that say what one of the unit already says are left out. */
function withCandidates(unit: Unit, candidates: readonly Candidate[]): Unit {
  const known = new Set(unit.candidates.map(candidateKey))
  const fresh = candidates.filter(candidate => known.size < known.add(candidateKey(candidate)).size)
  return fresh.length === 0 ? unit : { ...unit, candidates: [...unit.candidates, ...fresh] }
}

/** What tells one candidate of a unit from another: the segment and the texts. */
export function candidateKey({ ref, source, target }: Candidate): string {
  return [ref, plainText(source), plainText(target)].join('\u0000')
}

function candidateOf(segment: Segment, { source, target, base, score, id }: Match, origin: string): Candidate {
  return { ref: segment.id, source, target, similarity: base, matchSuitability: score, origin, id }
}

/** The document's own finished pairs, for matches inside it. */
async function documentMemory(
  { sourceLanguage }: Document,
  units: readonly Unit[],
  targetLanguage: Language,
): Promise<Memory> {
  const memory = await openMemory({ engine: ramEngine('document') })
  const pairs: TranslationUnit[] = []
  for (const { source, target } of finishedSegments(units)) {
    pairs.push({
      id: '',
      variants: [
        { language: sourceLanguage, content: source },
        { language: targetLanguage, content: target },
      ],
    })
  }
  await memory.add(pairs)
  return memory
}

/** For each segment of a file the sources before and after it. */
function placesOf(units: readonly Unit[]): readonly (readonly [Segment, ReturnType<typeof neighboursOf>])[] {
  const segments = units
    .filter(({ translate }) => translate)
    .flatMap(unit => segmentsOf(unit))
    .map(segment => ({ segment, text: plainText(segment.source) }))
  return segments.map(({ segment }, i) => [segment, neighboursOf(segments, i)] as const)
}
